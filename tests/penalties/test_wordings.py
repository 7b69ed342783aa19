"""Every wording of penalties that the fixtures hold: the rows a reader found, in each script alike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from build_tools.model.penalty import Passage, PenaltyRow, Subject
from build_tools.penalties.faults import passages, row_faults, word_faults
from build_tools.text.script import convert
from tests.fixture_cases import Case, read_cases
from tests.penalties.notation import Marked, differences, find_in_article, find_rows, read_marks

TITLE = "測試法"
WORDINGS = ("amounts", "branches", "subjects", "violated", "measures", "look_alikes", "faults")
REAL = ("read-1", "read-2")
CASES = [case for name in (*WORDINGS, *REAL) for case in read_cases(f"penalties/{name}.txt")]
CONVERTED = [
    pytest.param(case, rule, id=f"{case.id}-{rule}")
    for case in CASES
    for rule in ("s2tw", "s2hk", "t2s")
    if convert(case.input, rule) != case.input
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_rows(case: Case) -> None:
    """All rows of the article with all their cells, and no other; all sanction words that are no row."""
    found, _, _ = find_rows(TITLE, case.input)
    expected = read_marks(case.input, case.expected)
    assert not list(differences(expected, found))
    assert _mentions(case.input, found) == _mentions(case.input, expected)


def _mentions(text: str, marked: Marked) -> list[str]:
    return [f"{text[at : at + 2]} at {at}" for at in sorted(marked.mentions)]


@pytest.mark.parametrize(("case", "rule"), CONVERTED)
def test_the_same_rows_in_each_script(case: Case, rule: str) -> None:
    """One character stays one, so kinds, figures, codes, ids and all places are equal; words are those of the other text."""
    given, made = case.input, convert(case.input, rule)
    assert len(made) == len(given)
    before, after = _read(given), _read(made)
    assert [_codes(row) for row in after] == [_codes(row) for row in before]
    assert [_places(row) for row in after] == [_places(row) for row in before]
    for row in after:
        for words in passages(row):
            at = words.span.start - len(TITLE) - 1
            assert words.text == made[at : at + len(words.text)]
    for old, new in zip(before, after, strict=True):
        for one, other in zip(_plain_words(old), _plain_words(new), strict=True):
            assert other in _counterparts(one, given, made)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_the_same_mentions_in_each_script(case: Case) -> None:
    """What becomes of each 罰款, 沒收, 吊銷, 拘留, 警告 does not depend on the script."""
    given = find_in_article(TITLE, case.input)[0].words
    for rule in ("s2tw", "s2hk", "t2s"):
        made = find_in_article(TITLE, convert(case.input, rule))[0].words
        assert [(w.words.span, w.mention, w.reason) for w in made] == [
            (w.words.span, w.mention, w.reason) for w in given
        ]


@cache
def _read(text: str) -> tuple[PenaltyRow, ...]:
    return find_in_article(TITLE, text)[0].rows


def _codes(row: PenaltyRow) -> tuple[object, ...]:
    """All of a row that is no word of the text."""
    amount, gain = row.amount, row.gain
    return (
        row.id, row.kind, row.rank, row.item, row.cond, row.cond_all, row.subject, row.modality, row.cumulative,
        row.choice, row.authority_stated, len(row.authority), row.reading, row.doubts,
        (amount.min, amount.max, amount.unit) if amount else None,
        (gain.test, gain.yuan, gain.below) if gain else None,
        [str(duty.target) for duty in row.duties], [str(target) for target in row.to],
        row.provision.named_by, [(str(item.at), len(item.duties)) for item in row.provision.items],
    )  # fmt: skip


def _places(row: PenaltyRow) -> list[tuple[str, int, int]]:
    return [_place(words) for words in passages(row)]


def _place(words: Passage) -> tuple[str, int, int]:
    return str(words.at), words.start, len(words.text)


def _plain_words(row: PenaltyRow) -> Iterator[str]:
    """Words that a row holds without a place of their own."""
    yield from row.authority
    if row.amount:
        yield from (row.amount.base, row.amount.per)
    if row.gain:
        yield row.gain.of


def _counterparts(words: str, given: str, made: str) -> set[str]:
    """What stands in the other text wherever the words stand in the one."""
    starts = [at for at in range(len(given)) if given.startswith(words, at)] if words else [0]
    return {made[at : at + len(words)] for at in starts}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_every_cell_has_its_words(case: Case) -> None:
    """The checks of each build find nothing in any case, and no cell is filled without the characters that say so."""
    found, _, source = find_in_article(TITLE, case.input)

    def read(words: Passage) -> str:
        return source.slice(words.span)

    assert not [fault for row in found.rows for fault in row_faults(row, read)]
    assert not [fault for word in found.words for fault in word_faults(word, read)]
    for row in found.rows:
        assert row.subject is Subject.VIOLATOR or row.subject_words
        assert bool(row.cond) == (row.cond_words is not None)
        assert (row.gain is None) == (row.gain_words is None)
        assert bool(row.authority) == (row.authority_words is not None)


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("公安机关", ["公安机关"]),
        ("公安机关、网信部门、电信主管部门", ["公安机关", "网信部门", "电信主管部门"]),
        ("公安機關會同網信部門", ["公安機關", "網信部門"]),
        (
            "县级以上人民政府环境保护主管部门或者其他有关部门",
            ["县级以上人民政府环境保护主管部门", "其他有关部门"],
        ),
        ("工业和信息化主管部门会同有关部门", ["工业和信息化主管部门", "有关部门"]),
        ("住房和城乡建设主管部门", ["住房和城乡建设主管部门"]),
        ("文化和旅游等主管部门", ["文化和旅游等主管部门"]),
    ],
    ids=["one", "three", "joined", "or", "name-with-and", "name-with-and-alone", "name-with-and-others"],
)
def test_bodies(words: str, members: list[str]) -> None:
    """Bodies one by one; 和 within a name joins no two."""
    text = f"第四十条　违反本法第十二条规定的，由{words}给予警告。"
    (row,) = find_in_article(TITLE, text)[0].rows
    assert list(row.authority) == members


def test_cases_are_many() -> None:
    """Each kind of wording has its cases; the articles of real laws that were once read wrongly are among them."""
    counts = {
        name: sum(case.id.startswith(f"penalties/{name}.") for case in CASES) for name in (*WORDINGS, *REAL)
    }
    assert all(counts.values()) and len(CASES) == len({case.id for case in CASES}) > 300
