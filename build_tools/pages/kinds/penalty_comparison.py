"""Penalties of an edition beside those of the edition before it, by kind of measure; no page without an older edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.model.ids import ProvisionId
from build_tools.model.penalty import PENALTIES, PenaltyRow, Rank
from build_tools.model.runs import Run
from build_tools.model.site import EditionRecord
from build_tools.pages.edition import prepare_edition
from build_tools.pages.kinds.penalties import penalty_tabs
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.page import Entry, PageKind, PageView, page_head
from build_tools.pages.penalty_compare import AlignedProvisions, KindComparison, RowPair, compare_penalties
from build_tools.pages.penalty_rows import ShownPenalty, run_of, shown_penalty
from build_tools.pages.place_names import line_name
from build_tools.pages.urls import relative

_PAGE = "penalty-comparison"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One measure in both editions; ``change`` is ``same``, ``changed``, ``old`` or ``new``."""

    change: str
    old: ShownPenalty | None
    new: ShownPenalty | None


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """Rows of a 款 of each edition that punish the same."""

    old: Link
    new: Link
    agreement: str
    """Why they stand beside each other, in words."""
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class ApartRow:
    """A row that has nothing beside it."""

    row: ShownPenalty
    conduct: Run | None
    """What it punishes; None if the row before it has said so."""


@dataclass(frozen=True, slots=True)
class ComparedKind:
    """One kind of measure."""

    id: str
    name: str
    old: int
    new: int
    """How many rows each edition has."""
    groups: tuple[ComparedGroup, ...]
    only_old: tuple[ApartRow, ...]
    only_new: tuple[ApartRow, ...]


@dataclass(frozen=True, slots=True)
class HighestFine:
    """A row's own words, and where they stand."""

    words: Run | None
    place: Link


@dataclass(frozen=True, kw_only=True)
class ComparisonView(PageView):
    """What the page shows."""

    tabs: tuple[Link, ...]
    older: Link
    newer: Link
    aligned: int
    apart_old: int
    apart_new: int
    highest_old: HighestFine | None
    highest_new: HighestFine | None
    kinds: tuple[ComparedKind, ...]


@dataclass(frozen=True)
class _Sides:
    """Both editions in one tree."""

    old: LocalizedEdition
    new: LocalizedEdition

    def place(self, tree: LocalizedEdition, at: ProvisionId) -> Link:
        """A 款 by name, from the page of the newer edition."""
        return Link(relative(tree.urls.target(str(at)), self.new.urls.page(_PAGE)), line_name(tree, at))

    def shown(self, tree: LocalizedEdition, row: PenaltyRow) -> ShownPenalty:
        """A row of either edition, its link from the page of the newer one."""
        shown = shown_penalty(tree, row)
        place = self.place(tree, row.span.at)
        return replace(shown, place=Link(place.href, shown.place.title, place.title), leads=())


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
    if older is None or not (_punishes(older) or _punishes(tree.edition.record)):
        return None
    return older


def _punishes(record: EditionRecord) -> bool:
    return any(row.rank is not Rank.LIABILITY for row in record.layers[PENALTIES].items)


def _view(tree: LocalizedEdition, older: EditionRecord) -> ComparisonView:
    old = LocalizedEdition(
        prepare_edition(tree.edition.law, older, tree.edition.links.directory), tree.locale
    )
    sides, words = _Sides(old, tree), tree.words
    found = compare_penalties(older, tree.edition.record)
    here = tree.urls.page(_PAGE)
    return ComparisonView(
        **page_head(tree, _PAGE, words("penalty_comparison.title"), words("penalty_comparison.description", law=tree.law_title)),
        tabs=penalty_tabs(tree, _PAGE),
        older=Link(relative(old.urls.front, here), _edition_name(old)),
        newer=Link(relative(tree.urls.front, here), _edition_name(tree)),
        aligned=found.aligned, apart_old=found.apart_old, apart_new=found.apart_new,
        highest_old=_highest(sides, old, found.highest_old), highest_new=_highest(sides, tree, found.highest_new),
        kinds=tuple(_kind(sides, kind) for kind in found.kinds),
    )  # fmt: skip


def _edition_name(tree: LocalizedEdition) -> str:
    """What the manifest calls it, with its day: 2024年（2024-02-27）."""
    facts = tree.edition.record.facts
    label = facts.label.in_script(tree.script) or facts.slug
    day = facts.published.isoformat() if facts.published else ""
    return tree.words("penalty_comparison.edition", label=label, day=day) if day and day != label else label


def _highest(sides: _Sides, tree: LocalizedEdition, row: PenaltyRow | None) -> HighestFine | None:
    return HighestFine(run_of(tree, row.span), sides.place(tree, row.span.at)) if row else None


def _kind(sides: _Sides, kind: KindComparison) -> ComparedKind:
    rows = [pair for group in kind.aligned for pair in group.rows]
    return ComparedKind(
        id=f"kind-{kind.kind}",
        name=sides.new.words(f"penalties.kind.{kind.kind}"),
        old=sum(pair.old is not None for pair in rows) + len(kind.only_old),
        new=sum(pair.new is not None for pair in rows) + len(kind.only_new),
        groups=tuple(_group(sides, group) for group in kind.aligned),
        only_old=tuple(_apart(sides, sides.old, kind.only_old)),
        only_new=tuple(_apart(sides, sides.new, kind.only_new)),
    )


def _apart(sides: _Sides, tree: LocalizedEdition, rows: Iterable[PenaltyRow]) -> Iterator[ApartRow]:
    before = None
    for row in rows:
        conduct = None if row.conduct == before else row.conduct
        before = row.conduct
        yield ApartRow(sides.shown(tree, row), run_of(tree, conduct))


def _group(sides: _Sides, group: AlignedProvisions) -> ComparedGroup:
    return ComparedGroup(
        old=sides.place(sides.old, group.old),
        new=sides.place(sides.new, group.new),
        agreement=sides.new.words(f"penalty_comparison.agreement.{group.agreement.value}"),
        rows=tuple(_row(sides, pair) for pair in group.rows),
    )


def _row(sides: _Sides, pair: RowPair) -> ComparedRow:
    old = sides.shown(sides.old, pair.old) if pair.old else None
    new = sides.shown(sides.new, pair.new) if pair.new else None
    change = "new" if old is None else "old" if new is None else "same" if pair.same else "changed"
    return ComparedRow(change, old, new)


KIND = PageKind(template="penalty_comparison", order=54, views=comparison_views, entries=comparison_entries)
