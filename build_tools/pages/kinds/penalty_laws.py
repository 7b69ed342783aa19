"""Penalties of a law beside those of another law that its law.toml names, by kind of measure; one page for each."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.site import LawRecord
from build_tools.pages.edition import prepare_edition
from build_tools.pages.kinds.penalties import LAWS_PAGE, penalty_tabs
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.page import Entry, PageKind, page_head
from build_tools.pages.penalty_compare import list_penalties
from build_tools.pages.penalty_sides import (
    ComparisonView,
    Sides,
    compared_kind,
    dated,
    highest_fine,
    punishes,
)


def laws_views(tree: LocalizedEdition) -> Iterator[ComparisonView]:
    """A page for each law that is named, below the newest edition if it has penalties."""
    for other in _others(tree):
        yield _view(tree, other)


def laws_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """No line of their own: the table of penalties leads here."""
    for other in _others(tree):
        yield Entry(_page(other), _title(tree, other), "within")


def _others(tree: LocalizedEdition) -> Iterator[LawRecord]:
    """Laws that are named and on the site; one with errors may have been left out."""
    law, record = tree.edition.law, tree.edition.record
    if record is law.editions[0] and punishes(record):
        compared = tree.edition.links.directory.compared
        yield from (compared[slug] for slug in law.manifest.compare_penalties_with if slug in compared)


def _page(other: LawRecord) -> str:
    return f"{LAWS_PAGE}{other.manifest.slug}"


def _title(tree: LocalizedEdition, other: LawRecord) -> str:
    short, title = (name.in_script(tree.script) for name in (other.manifest.short, other.manifest.title))
    return tree.words("penalty_comparison.laws.title", law=short or title)


def _view(tree: LocalizedEdition, other: LawRecord) -> ComparisonView:
    newest, page, words = other.editions[0], _page(other), tree.words
    right = LocalizedEdition(prepare_edition(other, newest, tree.edition.links.directory), tree.locale)
    sides = Sides(tree, right, tree.urls.page(page))
    found = list_penalties(tree.edition.record, newest)
    said = words("penalty_comparison.laws.description", law=tree.law_title, other=right.law_title)
    return ComparisonView(
        **page_head(tree, page, _title(tree, other), said, kind="penalty-comparison"),
        tabs=penalty_tabs(tree, page), between="laws",
        left=sides.front(tree, dated(tree, tree.law_title)), right=sides.front(right, dated(right, right.law_title)),
        aligned=0, apart_old=found.apart_old, apart_new=found.apart_new,
        highest_old=highest_fine(sides, tree, found.highest_old),
        highest_new=highest_fine(sides, right, found.highest_new),
        kinds=tuple(compared_kind(sides, kind) for kind in found.kinds),
    )  # fmt: skip


KIND = PageKind(template="penalty_comparison", order=55, views=laws_views, entries=laws_entries)
