"""The amount of a penalty as it is shown: in figures, with its own words, and what the text leaves open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.model.penalty import Amount, Passage, PenaltyRow, Reading, Unit
from build_tools.model.runs import Run
from build_tools.model.source import Span
from build_tools.pages.amounts import amount_words, plain_number
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.measure_tables import SUMS, TIMED
from build_tools.text.fold import fold_characters
from build_tools.text.script import convert

_NUMBER = re.compile(r"[\d,.]+(?:–[\d,.]+)?")
_BEFORE = re.compile(r"(?:并|可以|可|由.{0,20}?)*(?:处以|处|科以|科)?(?=\S)")
_BEHIND = re.compile(r"(?:的)?(?:罚款|拘留|滞纳金|罚金)\Z")


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in figures, its own words beneath, and what the text leaves open."""

    pieces: tuple[tuple[str, bool], ...]
    """The words with True for those that are numbers; empty if no amount is stated."""
    open: str
    """下限未定, 期限未定; "" if nothing is open."""
    words: Run | None
    """The characters it was read from."""
    value: str
    """Upper end, else lower end, as a plain number; "" if there is none."""
    unit: str
    least: str
    most: str

    @property
    def text(self) -> str:
        """All of it: 5 萬–50 萬元."""
        return "".join(piece for piece, _ in self.pieces)


def run_of(tree: LocalizedEdition, passage: Passage | None) -> Run | None:
    """The characters of a passage in the script of the tree."""
    return tree.edition.texts.pair(passage.span).in_script(tree.script) if passage else None


def own_words(tree: LocalizedEdition, words: str, near: Passage | None) -> str:
    """Words of the text (違法所得) in the script of the tree: as they stand near, or else converted by themselves."""
    texts = tree.edition.texts
    if near is not None:
        start = texts.shown.find(words, near.span.start, near.span.end)
        if start >= 0:
            return texts.say(Span(near.span.source, start, start + len(words)), tree.script)
    return words if texts.script is tree.script else convert(words, texts.rule)


def figure_of(tree: LocalizedEdition, row: PenaltyRow) -> Figure:
    """The amount of a row, and what is open about it."""
    amount, near = row.amount, row.amount_words or row.span
    if amount is None:
        return Figure((), _open_without_amount(tree, row), None, "", "", "", "")
    base = own_words(tree, amount.base, near) if amount.base else ""
    per = own_words(tree, amount.per, near) if amount.per else ""
    text = amount_words(amount, tree.words, base, per)
    end = amount.max if amount.max is not None else amount.min
    least, most = (plain_number(n) if n is not None else "" for n in (amount.min, amount.max))
    return Figure(
        _pieces(text), _open_end(tree, amount), tree.edition.texts.pair(_figure_words(tree, near)).in_script(tree.script),
        plain_number(end) if end is not None else "", amount.unit.value, least, most,
    )  # fmt: skip


def _pieces(text: str) -> tuple[tuple[str, bool], ...]:
    out, at = [], 0
    for found in _NUMBER.finditer(text):
        out += [(text[at : found.start()], False), (found.group(), True)]
        at = found.end()
    return tuple((piece, number) for piece, number in (*out, (text[at:], False)) if piece)


def _open_end(tree: LocalizedEdition, amount: Amount) -> str:
    """A sum without a floor or without a cap; that days and years have no floor is said by 以下."""
    if amount.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR, Unit.LIFE):
        return ""
    if amount.min is None and amount.max is not None:
        return tree.words("penalties.open.floor")
    return tree.words("penalties.open.cap") if amount.max is None and amount.min is not None else ""


def _open_without_amount(tree: LocalizedEdition, row: PenaltyRow) -> str:
    if row.reading is Reading.UNREADABLE:
        return tree.words("penalties.open.unreadable")
    if row.kind in TIMED:
        return tree.words("penalties.open.term")
    return tree.words("penalties.open.sum") if row.kind in SUMS else ""


def _figure_words(tree: LocalizedEdition, passage: Passage) -> Span:
    """二十萬元以下 of 處二十萬元以下罰款."""
    span = passage.span
    folded = fold_characters(tree.edition.texts.shown[span.start : span.end])
    before, behind = _BEFORE.match(folded), _BEHIND.search(folded)
    start = before.end() if before else 0
    end = behind.start() if behind else len(folded)
    return Span(span.source, span.start + start, span.start + end) if start < end else span
