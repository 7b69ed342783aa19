"""The page of a heading: a 章 with all its articles, or a 編 with its chapters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.law import Heading, HeadingKind
from build_tools.model.runs import Pair
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.pages.citations import ArticleCites, article_cites
from build_tools.pages.explanation import explanations
from build_tools.pages.found import Document, FoundLine, TwoScripts, found_line
from build_tools.pages.localized import ColumnHead, Link, LocalizedEdition, column_heads, heading_gap, tidy
from build_tools.pages.map import MapRow, map_rows
from build_tools.pages.notes import Note, notes_for
from build_tools.pages.outline import OutlineNode
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
    nodes = list(tree.edition.nodes.values())
    peers: dict[HeadingKind, list[OutlineNode]] = {}
    for node in nodes:
        if node.heading:
            peers.setdefault(node.heading.kind, []).append(node)
    for node in nodes:
        if node.heading:
            same = [None, *peers[node.heading.kind], None]
            at = same.index(node)
            around = _neighbour(tree, same[at - 1]), _neighbour(tree, same[at + 1])
            yield _view(tree, node, node.heading, around, explained.get(node.heading.id, ()))


def _view(
    tree: LocalizedEdition,
    node: OutlineNode,
    heading: Heading,
    around: tuple[Link | None, Link | None],
    explained: tuple[Link, ...],
) -> HeadingView:
    edition, links = tree.edition, tree.edition.links
    articles = list(node.all_articles())
    name = tree.heading(heading)
    above = tuple(Link(links.href(h.id), tree.heading(h)) for h in node.path)
    citing = edition.citations.citing_articles(heading.id)
    return HeadingView(
        path=tree.urls.page(heading.id),
        kind="chapter",
        name=name,
        title=tree.page_title(" ".join([*(c.title for c in above), name])),
        description=tree.words("chapter.description", law=tree.law_title, heading=name),
        crumbs=(Link("../", tree.short_title), *above),
        previous=around[0],
        next=around[1],
        opened=heading.id,
        heading=_heading_text(tree, node, 1),
        heads=column_heads(edition.texts, tree.locale),
        content=() if node.is_division else tuple(_content(tree, node, 2)),
        chapters=map_rows(tree, node.children, tree.urls.page(heading.id)) if node.is_division else (),
        first=tree.article(articles[0]) if articles else "",
        last=tree.article(articles[-1]) if articles else "",
        opinions=sum(edition.opinion_counts.get(str(a.id), 0) for a in articles),
        cited_by=tuple(Link(links.href(a), tree.article(a)) for a in citing),
        explained=explained,
        notes=notes_for(tree, heading.id),
        cites=article_cites(tree, heading.id),
    )


def _content(tree: LocalizedEdition, node: OutlineNode, level: int) -> list[HeadingText | ChapterArticle]:
    edition = tree.edition
    out: list[HeadingText | ChapterArticle] = []
    for article in node.articles:
        key = str(article.id)
        count = edition.opinion_counts.get(key, 0)
        out.append(ChapterArticle(edition.links.href(key), edition.articles[key], count, level))
    for child in node.children:
        out.append(_heading_text(tree, child, level))
        out += _content(tree, child, level + 1)
    return out


def _heading_text(tree: LocalizedEdition, node: OutlineNode, level: int) -> HeadingText:
    heading, texts = node.heading, tree.edition.texts
    assert heading is not None  # children always have one
    href = "" if level == 1 else tree.edition.links.href(heading.id)
    return HeadingText(
        heading.id, href, texts.pair(heading.label_span), texts.pair(heading.title_span), level,
        heading_gap(heading.label),
    )  # fmt: skip


def _neighbour(tree: LocalizedEdition, node: OutlineNode | None) -> Link | None:
    if node is None or node.heading is None:
        return None
    return Link(tree.edition.links.href(node.heading.id), tree.heading(node.heading))


def documents(_law: LawRecord, record: EditionRecord) -> Iterator[Document]:
    """Each heading: 第一章 總則, without the blanks that spread 總　則."""
    for heading in record.text.headings:
        spans = [s for s in (heading.label_span, heading.title_span) if s.end > s.start]
        yield Document("heading", heading.id, (_tidied(found_line(record.texts, "", *spans)),), head=True)


def _tidied(line: FoundLine) -> FoundLine:
    written, other = (_tidy_title(text) for text in (line.texts.written, line.texts.other))
    return FoundLine(line.at, TwoScripts(written, other, line.texts.hans))


def _tidy_title(text: str) -> str:
    label, _, title = text.partition(" ")
    return f"{label} {tidy(title)}".strip()


KIND = PageKind(
    template="chapter",
    order=20,
    views=heading_views,
    documents=documents,
    search_kinds=(("heading", "search.kind.heading"),),
)
