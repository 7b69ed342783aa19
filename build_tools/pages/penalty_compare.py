"""Penalties of two editions beside each other: aligned where the words plainly agree, else listed apart.

Nothing is guessed: a 款 is aligned with another one if both punish the same conduct in the same words, article numbers
apart, or if both have the same number and hardly differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.model.ids import ProvisionId
from build_tools.model.law import walk_lines
from build_tools.model.penalty import PENALTIES, PenaltyRow, Rank, Unit
from build_tools.model.site import EditionRecord
from build_tools.pages.measure_tables import GROUPS
from build_tools.text.diff import compare
from build_tools.text.fold import fold

#: The share of characters that two 款 of one number must have in common.
ENOUGH = 0.85
_ORDER = {kind: number for number, kind in enumerate(GROUPS)}
_NUMBERED = re.compile(rf"第[{NUMERAL_CLASS}]+[条款项章节](?:之[{NUMERAL_CLASS}]+)?")
_LISTED = re.compile(r"第#(?:[、和及至与或者]*第#)*")
_MARKS = re.compile(r"[^\w#]")


class Agreement(StrEnum):
    """Why two 款 stand beside each other."""

    WORDS = "words"
    """They punish the same conduct in the same words."""
    NUMBERS = "numbers"
    """The same but for the numbers of the articles that they name."""
    PLACE = "place"
    """They have the same number and hardly differ."""


@dataclass(frozen=True, slots=True)
class RowPair:
    """One measure in both editions; None where that edition has none for this branch and subject."""

    old: PenaltyRow | None
    new: PenaltyRow | None

    @property
    def same(self) -> bool:
        """Does the measure stand in both alike: figure, 可 and 並?"""
        return self.old is not None and self.new is not None and _measure(self.old) == _measure(self.new)


@dataclass(frozen=True, slots=True)
class AlignedProvisions:
    """A 款 of each edition that punish the same, with the rows of one kind."""

    old: ProvisionId
    new: ProvisionId
    agreement: Agreement
    rows: tuple[RowPair, ...]


@dataclass(frozen=True, slots=True)
class KindComparison:
    """One kind of measure in both editions."""

    kind: str
    aligned: tuple[AlignedProvisions, ...]
    only_old: tuple[PenaltyRow, ...]
    """Rows whose 款 has none beside it in the other edition."""
    only_new: tuple[PenaltyRow, ...]


@dataclass(frozen=True, slots=True)
class PenaltyComparison:
    """All kinds that either edition has: fines first."""

    kinds: tuple[KindComparison, ...]
    aligned: int
    """Pairs of 款."""
    apart_old: int
    """款 of the older edition without one beside it."""
    apart_new: int
    highest_old: PenaltyRow | None
    """The row with the highest fine in yuan; a quotation, no total."""
    highest_new: PenaltyRow | None


@dataclass(frozen=True, slots=True)
class _Provision:
    at: ProvisionId
    rows: tuple[PenaltyRow, ...]
    words: str
    """What is punished, folded, without marks."""
    bare: str
    """The same without the numbers of articles."""
    text: str


def compare_penalties(old: EditionRecord, new: EditionRecord) -> PenaltyComparison:
    """The penalties of two editions of one law, by kind of measure.

    例: 第五十九條 of 2016 and 第六十一條 of 2025 both punish 網絡運營者不履行……網絡安全保護義務的.
    """
    before, after = _provisions(old), _provisions(new)
    return _comparison(before, after, _align(before, after))


def list_penalties(left: EditionRecord, right: EditionRecord) -> PenaltyComparison:
    """The penalties of two laws, by kind of measure; all of them stand apart, for no 款 of one law is that of another.

    例: 拒絕檢查的，處一萬元以下罰款 stands in both laws word for word, and still on either side by itself.
    """
    return _comparison(_provisions(left), _provisions(right), [])


def _comparison(
    before: list[_Provision], after: list[_Provision], pairs: list[tuple[_Provision, _Provision, Agreement]]
) -> PenaltyComparison:
    olds = {a.at for a, _, _ in pairs}
    news = {b.at for _, b, _ in pairs}
    apart_old = [p for p in before if p.at not in olds]
    apart_new = [p for p in after if p.at not in news]
    met = dict.fromkeys(row.kind for provision in (*after, *before) for row in provision.rows)
    kinds = sorted(met, key=lambda kind: _ORDER.get(kind, len(_ORDER)))
    return PenaltyComparison(
        kinds=tuple(_kind(kind, pairs, apart_old, apart_new) for kind in kinds),
        aligned=len(pairs),
        apart_old=len(apart_old),
        apart_new=len(apart_new),
        highest_old=_highest(before),
        highest_new=_highest(after),
    )


def _provisions(record: EditionRecord) -> list[_Provision]:
    found: dict[ProvisionId, list[PenaltyRow]] = {}
    for row in record.layers[PENALTIES].items:
        if row.rank is not Rank.LIABILITY:
            found.setdefault(row.provision.at, []).append(row)
    return [_provision(record, at, tuple(rows)) for at, rows in found.items()]


def _provision(record: EditionRecord, at: ProvisionId, rows: tuple[PenaltyRow, ...]) -> _Provision:
    """What is punished stands before the first measure and in the 項."""
    article = record.text.article(at)
    lines = [line for line in walk_lines(article) if at.contains(line.id)] if article else []
    texts = []
    for line in lines:
        starts = [row.span.span.start for row in rows if row.span.at == line.id]
        starts += [
            row.authority_words.span.start
            for row in rows
            if row.authority_words and row.authority_words.at == line.id
        ]
        cut = min(starts, default=line.span.end) - line.span.start
        texts.append(line.text[:cut])
    words = fold("".join(texts)).text
    bare = _LISTED.sub("#", _NUMBERED.sub("第#", words))
    whole = fold("".join(line.text for line in lines)).text
    return _Provision(at, rows, _MARKS.sub("", words), _MARKS.sub("", bare), whole)


def _align(
    before: list[_Provision], after: list[_Provision]
) -> list[tuple[_Provision, _Provision, Agreement]]:
    """By equal words where they are said once in either edition; then by number."""
    found: dict[ProvisionId, tuple[_Provision, _Provision, Agreement]] = {}
    taken: set[ProvisionId] = set()

    def pair(a: _Provision, b: _Provision, agreement: Agreement) -> None:
        found[a.at] = (a, b, agreement)
        taken.add(b.at)

    for key, agreement in (("words", Agreement.WORDS), ("bare", Agreement.NUMBERS)):
        olds = [p for p in before if p.at not in found]
        news = [p for p in after if p.at not in taken]
        by_words = {getattr(p, key): p for p in news}
        often = Counter(getattr(p, key) for p in olds), Counter(getattr(p, key) for p in news)
        for a in olds:
            words = getattr(a, key)
            if words.strip("#") and often[0][words] == often[1][words] == 1:
                pair(a, by_words[words], agreement)
    numbered = {p.at: p for p in after if p.at not in taken}
    for a in before:
        if a.at not in found and a.at in numbered and likeness(a.text, numbered[a.at].text) >= ENOUGH:
            pair(a, numbered[a.at], Agreement.PLACE)
    return sorted(found.values(), key=lambda p: p[1].at)


def likeness(before: str, after: str) -> float:
    """The share of characters that two texts have in common: 1 for equal ones."""
    kept = sum(len(change.text) for change in compare(before, after) if change.operation == "equal")
    return 2 * kept / (len(before) + len(after)) if before or after else 1.0


def _kind(
    kind: str,
    pairs: Iterable[tuple[_Provision, _Provision, Agreement]],
    apart_old: Iterable[_Provision],
    apart_new: Iterable[_Provision],
) -> KindComparison:
    aligned = []
    for a, b, agreement in pairs:
        rows = tuple(_row_pairs(_of_kind(a, kind), _of_kind(b, kind)))
        if rows:
            aligned.append(AlignedProvisions(a.at, b.at, agreement, rows))
    only_old = tuple(row for p in apart_old for row in _of_kind(p, kind))
    only_new = tuple(row for p in apart_new for row in _of_kind(p, kind))
    return KindComparison(kind, tuple(aligned), only_old, only_new)


def _of_kind(provision: _Provision, kind: str) -> list[PenaltyRow]:
    return [row for row in provision.rows if row.kind == kind]


def _row_pairs(old: list[PenaltyRow], new: list[PenaltyRow]) -> Iterator[RowPair]:
    """Rows of one branch, subject and test on the gain beside each other; where it holds several, in their order."""
    left = list(old)
    for row in new:
        mate = next((other for other in left if _case(other) == _case(row)), None)
        if mate:
            left.remove(mate)
        yield RowPair(mate, row)
    yield from (RowPair(row, None) for row in left)


def _case(row: PenaltyRow) -> tuple[object, ...]:
    return row.cond, row.subject, row.gain.test if row.gain else None, row.amount.unit if row.amount else None


def _measure(row: PenaltyRow) -> tuple[object, ...]:
    gain = (row.gain.test, row.gain.yuan, row.gain.below) if row.gain else None
    amount = row.amount
    figures = (
        (amount.min, amount.max, amount.unit, fold(amount.base).text, fold(amount.per).text)
        if amount
        else None
    )
    return figures, gain, row.modality, row.cumulative


def _highest(provisions: Iterable[_Provision]) -> PenaltyRow | None:
    sums = [
        (row.amount.max, row)
        for provision in provisions
        for row in provision.rows
        if row.kind == "fine" and row.amount and row.amount.unit is Unit.YUAN and row.amount.max is not None
    ]
    return max(sums, key=lambda pair: pair[0])[1] if sums else None
