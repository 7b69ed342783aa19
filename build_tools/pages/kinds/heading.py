"""The page of a heading: a 章 with all its articles, or a 編 with its chapters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.law import Heading
from build_tools.model.runs import Pair
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.pages.citations import ArticleCites, article_cites
from build_tools.pages.explanation import explanations
from build_tools.pages.found import Document, FoundLine, TwoScripts, found_line
from build_tools.pages.localized import ColumnHead, Link, LocalizedEdition, column_heads, heading_gap, tidy
from build_tools.pages.map import MapRow, map_rows
from build_tools.pages.notes import Note, notes_for
from build_tools.pages.outline import OutlineNode, top_headings
from build_tools.pages.page import PageKind, PageView
from build_tools.pages.provisions import ArticleText


@dataclass(frozen=True, slots=True)
class HeadingText:
    """A heading's own words; ``level`` is the heading level in the page, from 1, ``gap`` stands between both pieces."""

    id: str
    href: str
    """Its own page; "" on that page."""
    label: Pair
    title: Pair
    level: int
    gap: str


@dataclass(frozen=True, slots=True)
class ChapterArticle:
    """An article on the page of its heading."""

    href: str
    text: ArticleText
    opinions: int
    level: int


@dataclass(frozen=True, kw_only=True)
class HeadingView(PageView):
    """What the page of a heading shows, top to bottom; of ``content`` and ``chapters`` one is empty."""

    heading: HeadingText
    heads: tuple[ColumnHead, ...]
    content: tuple[HeadingText | ChapterArticle, ...]
    chapters: tuple[MapRow, ...]
    first: str
    last: str
    opinions: int
    cited_by: tuple[Link, ...]
    explained: tuple[Link, ...]
    """Sections of the drafting explanation that explain this chapter."""
    notes: tuple[Note, ...]
    cites: ArticleCites


def heading_views(tree: LocalizedEdition) -> Iterator[HeadingView]:
    """The page of each heading in one tree; neighbours are the headings of its kind before and after it."""
    explained = explanations(tree)
    headings = [node.heading for node in tree.edition.nodes.values() if node.heading]
    for heading in headings:
        same = [None, *(h for h in headings if h.kind is heading.kind), None]
        at = same.index(heading)
        around = [tree.heading_link(h) if h else None for h in (same[at - 1], same[at + 1])]
        yield _view(tree, heading, around, explained.get(heading.id, ()))


def _view(
    tree: LocalizedEdition, heading: Heading, around: list[Link | None], explained: tuple[Link, ...]
) -> HeadingView:
    edition, node = tree.edition, tree.edition.nodes[heading.id]
    articles = list(node.all_articles())
    name = tree.heading(heading)
    above = tuple(map(tree.heading_link, node.path))
    return HeadingView(
        path=tree.urls.page(heading.id), kind="chapter", name=name,
        title=tree.page_title(" ".join([*(c.title for c in above), name])),
        description=tree.words("chapter.description", law=tree.law_title, heading=name),
        crumbs=(Link("../", tree.short_title), *above), previous=around[0], next=around[1], opened=heading.id,
        heading=_heading_text(tree, heading, 1), heads=column_heads(edition.texts, tree.locale),
        content=() if node.is_division else tuple(_content(tree, node, 2)),
        chapters=map_rows(tree, node.children, tree.urls.page(heading.id)) if node.is_division else (),
        first=tree.article(articles[0]) if articles else "",
        last=tree.article(articles[-1]) if articles else "",
        opinions=sum(edition.opinion_counts.get(str(a.id), 0) for a in articles),
        cited_by=tuple(map(tree.article_link, edition.citations.citing_articles(heading.id))),
        explained=explained, notes=notes_for(tree, heading.id), cites=article_cites(tree, heading.id),
    )  # fmt: skip


def _content(tree: LocalizedEdition, node: OutlineNode, level: int) -> list[HeadingText | ChapterArticle]:
    edition = tree.edition
    out: list[HeadingText | ChapterArticle] = []
    for article in node.articles:
        key = str(article.id)
        count = edition.opinion_counts.get(key, 0)
        out.append(ChapterArticle(edition.links.href(key), edition.articles[key], count, level))
    for child in node.children:
        assert child.heading is not None  # children always have one
        out += [_heading_text(tree, child.heading, level), *_content(tree, child, level + 1)]
    return out


def _heading_text(tree: LocalizedEdition, heading: Heading, level: int) -> HeadingText:
    texts = tree.edition.texts
    href = "" if level == 1 else tree.edition.links.href(heading.id)
    return HeadingText(
        heading.id, href, texts.pair(heading.label_span), texts.pair(heading.title_span), level,
        heading_gap(heading.label),
    )  # fmt: skip


def documents(_law: LawRecord, record: EditionRecord) -> Iterator[Document]:
    """Each heading: 第一章 總則, without the blanks that spread 總　則."""
    within = top_headings(record.text)
    for heading in record.text.headings:
        spans = [s for s in (heading.label_span, heading.title_span) if s.end > s.start]
        texts = found_line(record.texts, "", *spans).texts
        parted = (text.partition(" ") for text in (texts.written, texts.other))
        written, other = (f"{label} {tidy(title)}".strip() for label, _, title in parted)
        line = FoundLine("", TwoScripts(written, other, texts.hans))
        yield Document(kind="heading", page=heading.id, lines=(line,), head=True, within=within[heading.id])


KIND = PageKind(
    template="chapter", order=20, views=heading_views, documents=documents,
    search_kinds=(("heading", "search.kind.heading"),),
)  # fmt: skip
