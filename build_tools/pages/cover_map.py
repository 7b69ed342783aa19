"""The map of a law by what penalties make of each article: every state as a frame and in words."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.law import Article
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.outline import OutlineNode
from build_tools.pages.provisions import article_number


@dataclass(frozen=True, slots=True)
class CoverCell:
    """One article."""

    href: str
    number: str
    state: str


@dataclass(frozen=True, slots=True)
class CoverMapRow:
    """One heading with the articles directly below it; ``link`` is None for loose articles."""

    link: Link | None
    label: str
    title: str
    depth: int
    cells: tuple[CoverCell, ...]


def cover_map(
    tree: LocalizedEdition, nodes: tuple[OutlineNode, ...], depth: int = 0
) -> tuple[CoverMapRow, ...]:
    """Rows of the map, for a page one level below the front page. 例: 第二章 with 第十一條 to 第十八條."""
    rows: list[CoverMapRow] = []
    for node in nodes:
        cells = tuple(_cell(tree, article) for article in node.articles)
        if node.heading is None:
            rows.append(CoverMapRow(None, "", "", depth, cells))
            continue
        label = tree.edition.texts.say(node.heading.label_span, tree.script)
        title = tree.heading_title(node.heading)
        rows.append(CoverMapRow(tree.heading_link(node.heading), label, title, depth, cells))
        rows += cover_map(tree, node.children, depth + 1)
    return tuple(rows)


def _cell(tree: LocalizedEdition, article: Article) -> CoverCell:
    name = str(article.id)
    state = tree.edition.coverage.state_of(name)
    return CoverCell(tree.edition.links.href(name), article_number(article.id.article), state.value)
