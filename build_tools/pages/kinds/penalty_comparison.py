"""Penalties of an edition beside those of the edition before it, by kind of measure; no page without an older edition."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.site import EditionRecord
from build_tools.pages.edition import prepare_edition
from build_tools.pages.kinds.penalties import penalty_tabs
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.page import Entry, PageKind, page_head
from build_tools.pages.penalty_compare import compare_penalties
from build_tools.pages.penalty_sides import (
    ComparisonView,
    Sides,
    compared_kind,
    dated,
    highest_fine,
    punishes,
)

_PAGE = "penalty-comparison"


def comparison_views(tree: LocalizedEdition) -> Iterator[ComparisonView]:
    """The one page of this kind, if there is an older edition and either of them has penalties."""
    if older := _older(tree):
        yield _view(tree, older)


def comparison_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """No line of its own: the table of penalties leads here."""
    if _older(tree):
        yield Entry(_PAGE, tree.words("penalty_comparison.title"), "within")


def _older(tree: LocalizedEdition) -> EditionRecord | None:
    editions = tree.edition.law.editions
    number = next(n for n, record in enumerate(editions) if record is tree.edition.record)
    older = editions[number + 1] if number + 1 < len(editions) else None
    if older is None or not (punishes(older) or punishes(tree.edition.record)):
        return None
    return older


def _view(tree: LocalizedEdition, older: EditionRecord) -> ComparisonView:
    old = LocalizedEdition(
        prepare_edition(tree.edition.law, older, tree.edition.links.directory), tree.locale
    )
    sides, words = Sides(old, tree, tree.urls.page(_PAGE)), tree.words
    found = compare_penalties(older, tree.edition.record)
    return ComparisonView(
        **page_head(tree, _PAGE, words("penalty_comparison.title"), words("penalty_comparison.description", law=tree.law_title)),
        tabs=penalty_tabs(tree, _PAGE),
        between="editions", left=sides.front(old, _edition_name(old)), right=sides.front(tree, _edition_name(tree)),
        aligned=found.aligned, apart_old=found.apart_old, apart_new=found.apart_new,
        highest_old=highest_fine(sides, old, found.highest_old), highest_new=highest_fine(sides, tree, found.highest_new),
        kinds=tuple(compared_kind(sides, kind) for kind in found.kinds),
    )  # fmt: skip


def _edition_name(tree: LocalizedEdition) -> str:
    """What the manifest calls it, with its day: 2024年（2024-02-27）."""
    facts = tree.edition.record.facts
    return dated(tree, facts.label.in_script(tree.script) or facts.slug)


KIND = PageKind(template="penalty_comparison", order=54, views=comparison_views, entries=comparison_entries)
