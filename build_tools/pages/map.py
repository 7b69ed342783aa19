"""The map of a law: every article as a cell, coloured by how many opinions it drew, framed by what penalties make of it."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.law import Article
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.outline import OutlineNode
from build_tools.pages.penalty_cover import CoverState
from build_tools.pages.provisions import article_number
from build_tools.pages.urls import relative

#: Shades of the map: 0, 1, 2, and 3 or more opinions.
SHADES = 3


@dataclass(frozen=True, slots=True)
class MapCell:
    """One article."""

    href: str
    number: str
    opinions: int
    shade: int
    penalty: str = ""
    """``punished``, ``partly``, ``gap`` or ``penal``: what penalties make of it; "" if nothing."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """One heading with the articles directly below it; ``depth`` from 0. ``link`` is None for loose articles."""

    link: Link | None
    label: str
    title: str
    depth: int
    cells: tuple[MapCell, ...]


def map_rows(
    tree: LocalizedEdition, nodes: tuple[OutlineNode, ...], page: str, depth: int = 0
) -> tuple[MapRow, ...]:
    """Rows of the map as seen from the page at ``page``."""
    rows: list[MapRow] = []
    front = relative(tree.urls.front, page).removeprefix("./")
    for node in nodes:
        cells = tuple(_cell(tree, a, front) for a in node.articles)
        if node.heading is None:
            rows.append(MapRow(None, "", "", depth, cells))
            continue
        label = tree.edition.texts.say(node.heading.label_span, tree.script)
        link = Link(relative(tree.urls.page(node.heading.id), page), tree.heading(node.heading))
        rows.append(MapRow(link, label, tree.heading_title(node.heading), depth, cells))
        rows += map_rows(tree, node.children, page, depth + 1)
    return tuple(rows)


def _cell(tree: LocalizedEdition, article: Article, front: str) -> MapCell:
    count = tree.edition.opinion_counts.get(str(article.id), 0)
    href = front + tree.urls.target(str(article.id)).removeprefix(tree.urls.front)
    state = tree.edition.coverage.state_of(str(article.id))
    shown = "" if state is CoverState.NONE or not tree.edition.penalties.punishes else state.value
    return MapCell(href, article_number(article.id.article), count, min(count, SHADES), shown)


def penalty_legend(tree: LocalizedEdition) -> tuple[tuple[str, str], ...]:
    """Frames of the map with their words; only those that some article has, none in a law without penalties."""
    if not tree.edition.penalties.punishes:
        return ()
    kinds = (kind for kind in CoverState if kind is not CoverState.NONE and tree.edition.coverage.count(kind))
    return tuple((kind.value, tree.words(f"penalties.map.{kind.value}")) for kind in kinds)
