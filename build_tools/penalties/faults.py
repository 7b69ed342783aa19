"""What must hold of penalty rows, asked anew from the characters of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from build_tools.model.penalty import Amount, Passage, PenaltyRow, Reading, SanctionWord, Unit
from build_tools.penalties.amounts import term_in
from build_tools.penalties.measures import find_measures
from build_tools.penalties.sanction_words import is_sanction_word
from build_tools.text.compact import compact
from build_tools.text.script import fold_script

Slice = Callable[[Passage], str]


def row_faults(row: PenaltyRow, read: Slice) -> Iterator[str]:
    """What is wrong with a row: a cell that is not verbatim, a figure that its words do not give, a range turned round.

    ``read`` gives the characters of the file at a passage.
    """
    for words in passages(row):
        if read(words) != words.text:
            yield f"penalties: {words.text!r} does not stand at {words.span}"
    amount = row.amount
    if amount is None:
        return
    if row.reading is Reading.UNREADABLE:
        yield f"penalties: {row.id} is unreadable and has an amount"
    if amount.min is not None and amount.max is not None and amount.min > amount.max:
        yield f"penalties: {row.id} runs from {amount.min} to {amount.max}"
    if not _given(row, amount):
        yield f"penalties: {row.span.text!r} does not say {amount.min} to {amount.max} {amount.unit.value}"


def _given(row: PenaltyRow, amount: Amount) -> bool:
    """Do the words of the row alone give its amount?"""
    if amount.unit is Unit.LIFE:
        return re.search("终身|永久", fold_script(row.span.text)) is not None
    if amount.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR):
        folded = compact(fold_script(row.span.text))[0]
        term = term_in(folded, 0, len(folded))
        most = None if term is None or "直至终身" in folded else term.max
        return term is not None and (term.min, most, term.unit) == (amount.min, amount.max, amount.unit)
    texts = [row.span.text]
    if row.amount_words is not None:
        texts = [f"处{row.amount_words.text}罚款"]
    whole = [compact(fold_script(text))[0] for text in texts]
    whole += [f"{text}罚款" for text in whole] if row.kind == "fine" else []
    return any(
        m.range and (m.range.min, m.range.max, m.range.unit) == (amount.min, amount.max, amount.unit)
        for text in whole
        for m in find_measures(text)
    )


def passages(row: PenaltyRow) -> Iterator[Passage]:
    """Every passage that a row was read from."""
    yield row.span
    cells = (row.cond_words, row.gain_words, row.subject_words, row.amount_words, row.authority_words, row.conduct,
             row.provision.actor, row.provision.precondition)  # fmt: skip
    yield from (words for words in cells if words is not None)
    yield from (duty.words for duty in row.duties)


def word_faults(word: SanctionWord, read: Slice) -> Iterator[str]:
    """A sanction word must be one, and stand where it says."""
    if read(word.words) != word.words.text or not is_sanction_word(word.words.text):
        yield f"sanction words: {word.words.text!r} does not stand at {word.words.span}"
