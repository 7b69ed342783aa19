"""Rows of the table in the order of the law: by the article that punishes, and in it by 款."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from build_tools.model.ids import ProvisionId
from build_tools.model.penalty import PenaltyRow
from build_tools.model.runs import Run
from build_tools.pages.duty_names import DutyName, duty_articles, duty_names
from build_tools.pages.links import article_of
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.measure_tables import GROUPS
from build_tools.pages.penalty_rows import ShownPenalty, run_of, shown_penalty, with_arms
from build_tools.pages.place_names import unit_name
from build_tools.pages.yuan_scale import Bar, YuanScale

_CHIPS = 10
#: Of those whom several measures address by name, so many have a chip, if their words are so short.
_ACTORS, _LONGEST = 6, 24


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of the table, with its bar."""

    row: ShownPenalty
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class TablePart:
    """Rows of one 款."""

    name: str
    """第二款; "" if the group has no other."""
    duties: tuple[DutyName, ...]
    """What it names, if that is other than what the group says."""
    conduct: Run | None
    """What it punishes in words, where it names no article."""
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class TableGroup:
    """One article that punishes."""

    id: str
    link: Link
    duties: tuple[DutyName, ...]
    count: int
    """How many articles it names."""
    parts: tuple[TablePart, ...]
    drawn: bool
    """True if some row has a bar."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One key of a filter."""

    key: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class ChipGroup:
    """Chips of one column; ``total`` counts all rows."""

    id: str
    name: str
    chips: tuple[Chip, ...]
    total: int


def table_groups(
    tree: LocalizedEdition, rows: Iterable[PenaltyRow], scale: YuanScale
) -> tuple[TableGroup, ...]:
    """All rows, grouped."""
    groups = groupby(rows, key=lambda row: article_of(str(row.provision.at)))
    return tuple(_group(tree, article, tuple(group), scale) for article, group in groups)


def chip_groups(tree: LocalizedEdition, rows: Iterable[ShownPenalty]) -> tuple[ChipGroup, ...]:
    """措施, 情形, 對象, 決定機關: each with its keys; a column with one key has no chips."""
    rows, words = tuple(rows), tree.words
    kinds = Counter(row.group for row in rows if row.group)
    branches = Counter(key for row in rows for key in (row.branches or ("base",)))
    subjects = Counter(row.subject for row in rows)
    actors = Counter(key for row in rows for key in row.subject_keys[1:])
    called = {key: row.actor for row in rows for key in row.subject_keys[1:]}
    bodies = Counter(key for row in rows for key in dict.fromkeys(row.authority_keys) or ("none",))
    order = {group: n for n, group in enumerate(dict.fromkeys(GROUPS.values()))}
    found = (
        (
            "kind",
            [(k, words(f"penalties.group.{k}"), kinds[k]) for k in sorted(kinds, key=lambda k: order[k])],
        ),
        ("branch", [(k, words(f"penalties.branch.{k}"), n) for k, n in branches.items()]),
        (
            "subject",
            [
                *((k, words(f"penalties.subject.{k}"), n) for k, n in subjects.items()),
                *((k, called[k], n) for k, n in actors.most_common(_ACTORS) if n > 1 and len(k) <= _LONGEST),
            ],
        ),
        ("authority", list(_bodies(tree, rows, bodies))),
    )
    return tuple(
        ChipGroup(name, words(f"penalties.filter.{name}"), tuple(Chip(*c) for c in chips), len(rows))
        for name, chips in found
        if len(chips) > 1
    )


def _bodies(
    tree: LocalizedEdition, rows: Iterable[ShownPenalty], bodies: Counter[str]
) -> Iterator[tuple[str, str, int]]:
    """The most frequent ones by name; further ones are found by the search of the browser."""
    names = {key: name for row in rows for key, name in zip(row.authority_keys, row.authorities, strict=True)}
    for key, count in bodies.most_common(_CHIPS):
        yield key, names.get(key, "").removesuffix("等") or tree.words("penalties.authority-none"), count


def _group(
    tree: LocalizedEdition, article: str, rows: tuple[PenaltyRow, ...], scale: YuanScale
) -> TableGroup:
    duties = [duty for row in rows for duty in row.duties]
    named = duty_names(tree, duties)
    own = [(at, tuple(group)) for at, group in groupby(rows, key=lambda row: row.provision.at)]
    parts = tuple(_part(tree, at, found, named, scale, single=len(own) == 1) for at, found in own)
    drawn = any(r.bar for part in parts for r in part.rows)
    count = len(duty_articles(duties))
    return TableGroup(article, tree.article_link(article), named, count, parts, drawn)


def _part(
    tree: LocalizedEdition,
    at: ProvisionId,
    rows: tuple[PenaltyRow, ...],
    named: tuple[DutyName, ...],
    scale: YuanScale,
    *,
    single: bool,
) -> TablePart:
    duties = duty_names(tree, (duty for row in rows for duty in row.duties))
    conduct = next((row.conduct for row in rows if row.conduct), None)
    shown = with_arms(shown_penalty(tree, row) for row in rows)
    return TablePart(
        name="" if single else unit_name(tree, at),
        duties=() if single or duties == named else duties,
        conduct=None if duties else run_of(tree, conduct),
        rows=tuple(TableRow(s, scale.bar(row.amount)) for s, row in zip(shown, rows, strict=True)),
    )
