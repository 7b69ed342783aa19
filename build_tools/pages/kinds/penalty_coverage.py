"""Coverage: which provisions the penalties name and which not, each with the sentence that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.penalty import PENALTIES, Rank
from build_tools.pages.consequence import status_words
from build_tools.pages.cover_map import CoverMapRow, cover_map
from build_tools.pages.cover_sections import CoverSection, cover_sections
from build_tools.pages.kinds.penalties import penalty_tabs
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.page import Entry, PageKind, PageView, page_head
from build_tools.pages.penalty_cover import CoverState

_PAGE = "penalty-coverage"


@dataclass(frozen=True, slots=True)
class CoverFigure:
    """A number, what it counts, and where it is listed."""

    number: int
    unit: str
    href: str


@dataclass(frozen=True, kw_only=True)
class CoverageView(PageView):
    """What the page shows."""

    status: str
    law: str
    published: str
    tabs: tuple[Link, ...]
    figures: tuple[CoverFigure, ...]
    legend: tuple[tuple[str, str], ...]
    """States that some article has, with their words."""
    silent: int
    """How many 款 punish without naming an article."""
    rows: tuple[CoverMapRow, ...]
    sections: tuple[CoverSection, ...]


def coverage_views(tree: LocalizedEdition) -> Iterator[CoverageView]:
    """The one page of this kind, if the law punishes anything."""
    if _has_page(tree):
        yield _view(tree)


def coverage_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """No line of its own: the table of penalties leads here."""
    if _has_page(tree):
        yield Entry(_PAGE, tree.words("penalty_coverage.title"), "within")


def _has_page(tree: LocalizedEdition) -> bool:
    return any(row.rank is Rank.PENALTY for row in tree.edition.record.layers[PENALTIES].items)


def _view(tree: LocalizedEdition) -> CoverageView:
    words, facts, sections = tree.words, tree.edition.record.facts, cover_sections(tree)
    description = words("penalty_coverage.description", law=tree.law_title)
    states = tree.edition.coverage
    legend = (state for state in CoverState if states.count(state))
    return CoverageView(
        **page_head(tree, _PAGE, words("penalty_coverage.title"), description),
        status=status_words(tree), law=tree.law_title, tabs=penalty_tabs(tree, _PAGE),
        published=facts.published.isoformat() if facts.published else "",
        figures=tuple(_figures(tree, sections)),
        legend=tuple((state.value, words(f"penalty_coverage.state.{state.value}")) for state in legend),
        silent=len(states.unnamed), rows=cover_map(tree, tree.edition.outline), sections=sections,
    )  # fmt: skip


def _figures(tree: LocalizedEdition, sections: tuple[CoverSection, ...]) -> Iterator[CoverFigure]:
    """Articles by their state, then how long each list is."""
    for state in (CoverState.PUNISHED, CoverState.PARTLY):
        if count := tree.edition.coverage.count(state):
            yield CoverFigure(count, tree.words(f"penalty_coverage.figure.{state.value}"), "#cover-map")
    for section in sections:
        unit = tree.words(f"penalty_coverage.figure.{section.id}")
        yield CoverFigure(len(section.rows), unit, f"#{section.id}")


KIND = PageKind(template="penalty_coverage", order=53, views=coverage_views, entries=coverage_entries)
