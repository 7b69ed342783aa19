"""The page of a heading: a 章 with all its articles, or a 編 with its chapters."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.pages.kinds.article import Note, notes_for
from build_tools.pages.map import MapRow, map_rows
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.outline import OutlineNode
from build_tools.pages.provisions import ArticleText
from build_tools.model.runs import Pair


@dataclass(frozen=True, slots=True)
class HeadingText:
    """A heading's own words; ``level`` is the heading level in the page, from 1."""

    id: str
    href: str
    """Its own page; "" on that page."""
    label: Pair
    title: Pair
    level: int


@dataclass(frozen=True, slots=True)
class ChapterArticle:
    """An article on the page of its heading."""

    href: str
    text: ArticleText
    opinions: int
    level: int


@dataclass(frozen=True, slots=True)
class HeadingView:
    """What the page of a heading shows, top to bottom; of ``content`` and ``chapters`` one is empty."""

    path: str
    name: str
    description: str
    crumbs: tuple[Link, ...]
    heading: HeadingText
    content: tuple[HeadingText | ChapterArticle, ...]
    chapters: tuple[MapRow, ...]
    first: str
    last: str
    opinions: int
    cited_by: tuple[Link, ...]
    explained: tuple[Link, ...]
    """Sections of the drafting explanation that explain this chapter."""
    notes: tuple[Note, ...]
    previous: Link | None
    next: Link | None


def heading_view(
    tree: LocalizedEdition,
    node: OutlineNode,
    before: OutlineNode | None,
    after: OutlineNode | None,
    explained: tuple[Link, ...],
) -> HeadingView:
    """The page of one heading in one tree."""
    assert node.heading is not None  # only headings have a page
    edition, siblings = tree.edition, tree.edition.siblings
    articles = list(node.all_articles())
    counts = edition.opinion_counts
    content = () if node.is_division else tuple(_content(tree, node, 2))
    name = tree.heading(node.heading)
    crumbs = [Link("../", tree.short_title)]
    crumbs += [Link(siblings.href(h.id), tree.heading(h)) for h in node.path]
    return HeadingView(
        tree.urls.page(node.heading.id),
        name,
        tree.words("chapter.description", law=tree.law_title, heading=name),
        tuple(crumbs),
        _heading_text(tree, node, 1),
        content,
        map_rows(tree, node.children, tree.urls.page(node.heading.id)) if node.is_division else (),
        tree.article(articles[0]) if articles else "",
        tree.article(articles[-1]) if articles else "",
        sum(counts.get(str(a.id), 0) for a in articles),
        tuple(Link(siblings.href(a), tree.article(a)) for a in edition.cited_by.get(node.heading.id, ())),
        explained,
        notes_for(tree, node.heading.id),
        _neighbour(tree, before),
        _neighbour(tree, after),
    )


def _content(tree: LocalizedEdition, node: OutlineNode, level: int) -> list[HeadingText | ChapterArticle]:
    edition = tree.edition
    out: list[HeadingText | ChapterArticle] = []
    for article in node.articles:
        key = str(article.id)
        count = edition.opinion_counts.get(key, 0)
        out.append(ChapterArticle(edition.siblings.href(key), edition.articles[key], count, level))
    for child in node.children:
        out.append(_heading_text(tree, child, level))
        out += _content(tree, child, level + 1)
    return out


def _heading_text(tree: LocalizedEdition, node: OutlineNode, level: int) -> HeadingText:
    heading, texts = node.heading, tree.edition.texts
    assert heading is not None  # children always have one
    href = "" if level == 1 else tree.edition.siblings.href(heading.id)
    return HeadingText(
        heading.id, href, texts.pair(heading.label_span), texts.pair(heading.title_span), level
    )


def _neighbour(tree: LocalizedEdition, node: OutlineNode | None) -> Link | None:
    if node is None or node.heading is None:
        return None
    return Link(tree.edition.siblings.href(node.heading.id), tree.heading(node.heading))
