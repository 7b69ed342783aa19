"""What a page with penalties of two editions or of two laws beside each other shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from build_tools.model.ids import ProvisionId
from build_tools.model.penalty import PENALTIES, PenaltyRow, Rank
from build_tools.model.runs import Run
from build_tools.model.site import EditionRecord
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.page import PageView
from build_tools.pages.penalty_compare import AlignedProvisions, KindComparison, RowPair
from build_tools.pages.penalty_rows import ShownPenalty, run_of, shown_penalty
from build_tools.pages.place_names import line_name
from build_tools.pages.urls import relative


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
    between: Literal["editions", "laws"]
    left: Link
    right: Link
    aligned: int
    apart_old: int
    apart_new: int
    highest_old: HighestFine | None
    highest_new: HighestFine | None
    kinds: tuple[ComparedKind, ...]


@dataclass(frozen=True)
class Sides:
    """Both editions in one tree, and the page that shows them."""

    old: LocalizedEdition
    new: LocalizedEdition
    page: str
    """From the site's root."""

    def place(self, tree: LocalizedEdition, at: ProvisionId) -> Link:
        """A 款 by name."""
        return Link(relative(tree.urls.target(str(at)), self.page), line_name(tree, at))

    def front(self, tree: LocalizedEdition, name: str) -> Link:
        """Either edition by name."""
        return Link(relative(tree.urls.front, self.page), name)

    def shown(self, tree: LocalizedEdition, row: PenaltyRow) -> ShownPenalty:
        """A row of either edition."""
        shown = shown_penalty(tree, row)
        place = self.place(tree, row.span.at)
        return replace(shown, place=Link(place.href, shown.place.title, place.title), leads=())


def punishes(record: EditionRecord) -> bool:
    """Does an edition threaten with anything of its own, beside 依法追究刑事責任?"""
    return any(row.rank is not Rank.LIABILITY for row in record.layers[PENALTIES].items)


def dated(tree: LocalizedEdition, label: str) -> str:
    """A name with the day of the edition: 2024年（2024-02-27）."""
    published = tree.edition.record.facts.published
    day = published.isoformat() if published else ""
    return tree.words("penalty_comparison.edition", label=label, day=day) if day and day != label else label


def highest_fine(sides: Sides, tree: LocalizedEdition, row: PenaltyRow | None) -> HighestFine | None:
    """The words of a row that `PenaltyComparison` calls the highest.

    例: 五十萬元以下罰款，第六十一條第一款.
    """
    return HighestFine(run_of(tree, row.span), sides.place(tree, row.span.at)) if row else None


def compared_kind(sides: Sides, kind: KindComparison) -> ComparedKind:
    """All rows of one kind of measure: what stands beside each other, then what does not.

    例: 罰款, 2 行 → 3 行.
    """
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


def _apart(sides: Sides, tree: LocalizedEdition, rows: Iterable[PenaltyRow]) -> Iterator[ApartRow]:
    before = None
    for row in rows:
        conduct = None if row.conduct == before else row.conduct
        before = row.conduct
        yield ApartRow(sides.shown(tree, row), run_of(tree, conduct))


def _group(sides: Sides, group: AlignedProvisions) -> ComparedGroup:
    return ComparedGroup(
        old=sides.place(sides.old, group.old),
        new=sides.place(sides.new, group.new),
        agreement=sides.new.words(f"penalty_comparison.agreement.{group.agreement.value}"),
        rows=tuple(_row(sides, pair) for pair in group.rows),
    )


def _row(sides: Sides, pair: RowPair) -> ComparedRow:
    old = sides.shown(sides.old, pair.old) if pair.old else None
    new = sides.shown(sides.new, pair.new) if pair.new else None
    change = "new" if old is None else "old" if new is None else "same" if pair.same else "changed"
    return ComparedRow(change, old, new)
