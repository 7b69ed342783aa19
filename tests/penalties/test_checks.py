"""No build goes on with a penalty row whose words or figures do not stand in the file: E535."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from build_tools.checks.check import CheckInputs
from build_tools.checks.penalties import PenaltyCheck
from build_tools.checks.records import LayerCheck
from build_tools.model.issue import Issue, IssueLog
from build_tools.model.layer import Layer, LayerKey, Layers
from build_tools.model.penalty import (
    PENALTIES,
    SANCTION_WORDS,
    Amount,
    Duty,
    Passage,
    PenaltyRow,
    Reading,
    SanctionWord,
    Unit,
)
from build_tools.model.site import LawRecord, Site
from build_tools.model.source import Span
from build_tools.model.target import Target
from build_tools.pipeline import load_site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site() -> Site:
    """The first law."""
    return load_site(ROOT / "content", IssueLog())


def _issues(site: Site) -> list[Issue]:
    return list(LayerCheck(CheckInputs(site)).start())


def _with(site: Site, key: LayerKey, name: str, change: Callable) -> Site:
    """The site with one item of a layer changed: the row ``name``, or the first word ``name``."""
    law = site.laws[0]
    record = law.editions[0]
    items = list(record.layers[key].items)
    at = next(
        n
        for n, i in enumerate(items)
        if name in (getattr(i, "id", ""), getattr(getattr(i, "words", None), "text", ""))
    )
    items[at] = change(items[at])
    layers = Layers({**record.layers.found, key.name: Layer.of(items, lambda _: "art-1")})
    changed = replace(record, layers=layers)
    return replace(site, laws=(LawRecord(law.manifest, (changed, *law.editions[1:])),))


def _moved(words: Passage, by: int) -> Passage:
    span = words.span
    return replace(words, span=Span(span.source, span.start + by, span.end + by), start=words.start + by)


def _amount(row: PenaltyRow) -> Amount:
    assert row.amount
    return row.amount


def _more(row: PenaltyRow) -> PenaltyRow:
    return replace(row, amount=replace(_amount(row), max=Decimal(500_000)))


def _floor_of_zero(row: PenaltyRow) -> PenaltyRow:
    return replace(row, amount=replace(_amount(row), min=Decimal(0)))


def _other_unit(row: PenaltyRow) -> PenaltyRow:
    return replace(row, amount=replace(_amount(row), unit=Unit.TIMES))


def _turned(row: PenaltyRow) -> PenaltyRow:
    amount = _amount(row)
    return replace(row, amount=replace(amount, min=amount.max, max=amount.min))


def _invented(row: PenaltyRow) -> PenaltyRow:
    return replace(row, amount=Amount(min=None, max=Decimal(1), unit=Unit.YUAN))


def _still_unreadable(row: PenaltyRow) -> PenaltyRow:
    return replace(row, reading=Reading.UNREADABLE)


def _measure_moved(row: PenaltyRow) -> PenaltyRow:
    return replace(row, span=_moved(row.span, 1))


def _other_words(row: PenaltyRow) -> PenaltyRow:
    assert row.authority_words
    return replace(row, authority_words=replace(row.authority_words, text="網信部門"))


def _condition_moved(row: PenaltyRow) -> PenaltyRow:
    assert row.cond_words
    return replace(row, cond_words=_moved(row.cond_words, -1))


def _duty_moved(row: PenaltyRow) -> PenaltyRow:
    return replace(
        row, duties=(replace(row.duties[0], words=_moved(row.duties[0].words, 2)), *row.duties[1:])
    )


def _duty_that_is_not(row: PenaltyRow) -> PenaltyRow:
    return replace(row, duties=(Duty(target=Target.parse("art-999"), words=row.duties[0].words),))


def _other_days(row: PenaltyRow) -> PenaltyRow:
    return replace(row, amount=replace(_amount(row), max=Decimal(5)))


def test_the_first_law_is_sound(site: Site) -> None:
    """Nothing is found in what was read; there are rows to find something in."""
    assert not _issues(site)
    assert len(site.laws[0].editions[0].layers[PENALTIES].items) > 17


@pytest.mark.parametrize(
    ("row", "change", "words"),
    [
        ("57.1-3", _more, "does not say None to 500000 yuan"),
        ("57.1-3", _floor_of_zero, "does not say 0 to 200000 yuan"),
        ("57.1-3", _other_unit, "does not say None to 200000 times"),
        ("60.1-4", _turned, "runs from 500000 to 50000"),
        ("57.1-1", _invented, "does not say None to 1 yuan"),
        ("57.1-4", _other_days, "does not say None to 5 day"),
        ("57.1-3", _still_unreadable, "is unreadable and has an amount"),
        ("57.1-3", _measure_moved, "'處二十萬元以下罰款' does not stand at"),
        ("57.1-1", _other_words, "'網信部門' does not stand at"),
        ("57.1-4", _condition_moved, "'情節嚴重的' does not stand at"),
        ("57.1-1", _duty_moved, "'第十一條至十三條' does not stand at"),
        ("57.1-1", _duty_that_is_not, "there is no art-999"),
    ],
)
def test_a_row_that_does_not_stand(
    site: Site, row: str, change: Callable[[PenaltyRow], PenaltyRow], words: str
) -> None:
    """E535 with the line of the file, for words that are not there, figures they do not give, articles that do not exist."""
    issues = _issues(_with(site, PENALTIES, row, change))
    assert issues and {issue.code for issue in issues} == {"E535"}
    assert any(words in issue.message for issue in issues)
    assert all(issue.line for issue in issues)


def _no_sanction(word: SanctionWord) -> SanctionWord:
    words = word.words
    span = Span(words.span.source, words.span.start, words.span.start + 1)
    return replace(word, words=replace(words, span=span, text=words.text[0]))


def _word_moved(word: SanctionWord) -> SanctionWord:
    return replace(word, words=_moved(word.words, 1))


@pytest.mark.parametrize("change", [_no_sanction, _word_moved])
def test_a_sanction_word_that_does_not_stand(
    site: Site, change: Callable[[SanctionWord], SanctionWord]
) -> None:
    """What is counted must be a sanction word and stand where it says."""
    (issue,) = _issues(_with(site, SANCTION_WORDS, "罰款", change))
    assert issue.code == "E535" and "does not stand at" in issue.message


def _without(site: Site, key: LayerKey, keep: Callable) -> Site:
    law = site.laws[0]
    record = law.editions[0]
    items = [item for item in record.layers[key].items if keep(item)]
    layers = Layers({**record.layers.found, key.name: Layer.of(items, lambda _: "art-1")})
    changed = replace(record, layers=layers)
    return replace(site, laws=(LawRecord(law.manifest, (changed, *law.editions[1:])),))


def test_every_sanction_word_is_accounted_for(site: Site) -> None:
    """A 拘留 that no layer tells, or a row that is gone under its word, stops the build at its place."""
    assert not list(PenaltyCheck(CheckInputs(site)).start())
    silent = _without(site, SANCTION_WORDS, lambda word: word.words.text != "拘留")
    untold = list(PenaltyCheck(CheckInputs(silent)).start())
    assert untold and all(issue.code == "E535" and "拘留" in issue.message for issue in untold)
    bare = _without(site, PENALTIES, lambda row: row.kind != "detention")
    assert [i.line for i in PenaltyCheck(CheckInputs(bare)).start()] == [i.line for i in untold]
