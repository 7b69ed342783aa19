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
    framed = framed_states(tree)
    front = relative(tree.urls.front, page).removeprefix("./")
    for node in nodes:
        cells = tuple(_cell(tree, a, front, framed) for a in node.articles)
        if node.heading is None:
            rows.append(MapRow(None, "", "", depth, cells))
            continue
        label = tree.edition.texts.say(node.heading.label_span, tree.script)
        link = Link(relative(tree.urls.page(node.heading.id), page), tree.heading(node.heading))
        rows.append(MapRow(link, label, tree.heading_title(node.heading), depth, cells))
        rows += map_rows(tree, node.children, page, depth + 1)
    return tuple(rows)


def _cell(tree: LocalizedEdition, article: Article, front: str, framed: tuple[CoverState, ...]) -> MapCell:
    count = tree.edition.opinion_counts.get(str(article.id), 0)
    href = front + tree.urls.target(str(article.id)).removeprefix(tree.urls.front)
    state = tree.edition.coverage.state_of(str(article.id))
    shown = state.value if state in framed else ""
    return MapCell(href, article_number(article.id.article), count, min(count, SHADES), shown)


def framed_states(tree: LocalizedEdition) -> tuple[CoverState, ...]:
    """What frames say: what some article is, in a law with penalties.

    Where no penalty names an article, to say that one is not named says nothing of it.
    """
    count = tree.edition.coverage.count
    if not tree.edition.penalties.punishes:
        return ()
    naming = count(CoverState.PUNISHED) + count(CoverState.PARTLY)
    silent = (CoverState.NONE,) if naming else (CoverState.NONE, CoverState.GAP)
    return tuple(state for state in CoverState if state not in silent and count(state))


def penalty_legend(tree: LocalizedEdition) -> tuple[tuple[str, str], ...]:
    """Frames of the map with their words; none in a law without penalties."""
    return tuple(
        (state.value, tree.words(f"penalty_coverage.state.{state.value}")) for state in framed_states(tree)
    )
