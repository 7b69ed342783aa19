"""What must hold of penalty rows in real laws, whatever they say."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from build_tools.law.parse import parse_law
from build_tools.layer_kind import LawInputs
from build_tools.layers import layer_faults, layers_of_law
from build_tools.model.issue import IssueLog
from build_tools.model.law import walk_lines
from build_tools.model.penalty import Mention, Passage, PenaltyRow, Reading, Subject
from build_tools.model.source import SourceFile
from build_tools.penalties.faults import passages, row_faults, word_faults
from build_tools.penalties.kinds import KINDS
from build_tools.text.script import convert

ROOT = Path(__file__).parents[2]
REAL = sorted([*(ROOT / "tests" / "corpus").rglob("*.txt"), *(ROOT / "benchmarks" / "corpus").glob("*.txt")])
WORDS = re.compile("罚款|罰款|没收|沒收|吊销|吊銷|拘留|警告|暂扣|暫扣")
LIABILITY = re.compile("法律责任|罚则|处罚")


@cache
def _inputs(path: Path) -> LawInputs:
    return _read(path.read_text(encoding="utf-8"))


def _read(text: str) -> LawInputs:
    source = SourceFile.of_text("x/y", "y.txt", text)
    return LawInputs(source, parse_law(source, IssueLog()))


def _slices(inputs: LawInputs) -> Callable[[Passage], str]:
    return lambda passage: inputs.source.slice(passage.span)


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_nothing_is_wrong(path: Path) -> None:
    """What every build checks finds nothing: words, figures, ids that are named."""
    inputs = _inputs(path)
    found, read = inputs.penalties, _slices(inputs)
    assert not [fault for row in found.rows for fault in row_faults(row, read)]
    assert not [fault for word in found.words for fault in word_faults(word, read)]
    layers = layers_of_law(inputs)
    sources = {inputs.source.id: inputs.source}
    assert not list(layer_faults(layers, inputs.lines, sources, inputs.law.ids().__contains__))


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_ids_and_order(path: Path) -> None:
    """Ids are unique and count the rows of each 款 from 1; rows and words come in the order of the text."""
    found = _inputs(path).penalties
    ids = [row.id for row in found.rows]
    assert len(set(ids)) == len(ids)
    assert [row.id.rpartition("-")[0] for row in found.rows] == [
        f"{'.'.join(map(str, row.provision.at.article))}.{row.provision.at.paragraph}" for row in found.rows
    ]
    for _, group in groupby(ids, key=lambda name: name.rpartition("-")[0]):
        numbers = [int(name.rpartition("-")[2]) for name in group]
        assert numbers == list(range(1, len(numbers) + 1))
    for spans in ([row.span.span for row in found.rows], [word.words.span for word in found.words]):
        places = [(span.start, span.end) for span in spans]
        assert places == sorted(places)
        assert all(a[1] <= b[0] for a, b in pairwise(places))


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_every_cell_is_verbatim(path: Path) -> None:
    """Each passage is the line from where it says, and the file from where it says."""
    inputs = _inputs(path)
    lines = {str(line.id): line for article in inputs.law.articles for line in walk_lines(article)}
    for row in inputs.penalties.rows:
        for words in passages(row):
            line = lines[str(words.at)]
            assert words.text and words.text == line.text[words.start : words.start + len(words.text)]
            assert words.text == inputs.source.text[words.span.start : words.span.end]
            assert words.span.start == line.span.start + words.start


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_a_filled_cell_has_its_words(path: Path) -> None:
    """No branch, test, subject or authority without the characters that say so; no amount that turns round."""
    for row in _inputs(path).penalties.rows:
        assert KINDS[row.kind] is row.rank
        assert bool(row.cond) == (row.cond_words is not None)
        assert len(row.cond) > 1 or not row.cond_all
        assert (row.gain is None) == (row.gain_words is None)
        assert row.subject is Subject.VIOLATOR or row.subject_words is not None
        assert bool(row.authority) == (row.authority_words is not None)
        assert not (row.authority_stated and row.authority_words is None)
        assert all(body in _plain(row.authority_words) for body in row.authority)
        if row.amount:
            low, high = row.amount.min, row.amount.max
            assert low is None or high is None or low <= high
            assert low is None or low > 0
        if row.reading is Reading.UNREADABLE:
            assert row.amount is None
        assert (row.reading is Reading.DOUBTFUL) == bool(row.doubts) or row.reading is Reading.UNREADABLE


def _plain(words: Passage | None) -> str:
    return words.text if words else ""


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_what_is_named_exists(path: Path) -> None:
    """Every provision of this law that is violated or referred to is there; a row of an item stands in it."""
    inputs = _inputs(path)
    known = inputs.law.ids()
    for row in inputs.penalties.rows:
        for target in (*(duty.target for duty in row.duties), *row.to):
            assert target.law is not None or target.place in known
        assert row.item is None or str(row.item) == str(row.span.at)
        assert all(item.at.paragraph == row.provision.at.paragraph for item in row.provision.items)


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_every_sanction_word_is_accounted_for(path: Path) -> None:
    """Counted anew with a plain search: each one in an article of a chapter on liability is told, once, and what became of it.

    A word that is told as a row's lies in a cell of a row, one that is not does not lie in any row's measure.
    """
    inputs = _inputs(path)
    found = inputs.penalties
    liable = _liability_headings(inputs)
    told = {word.words.span.start: word for word in found.words}
    assert len(told) == len(found.words)
    for article in inputs.law.articles:
        if article.heading not in liable:
            continue
        for line in walk_lines(article):
            for word in WORDS.finditer(line.text):
                assert line.span.start + word.start() in told
    measures = [(row.span.span.start, row.span.span.end) for row in found.rows]
    for at, said in told.items():
        inside = any(start <= at < end for start, end in measures)
        assert not inside or said.mention is Mention.ROW
        assert (said.mention is Mention.SPOKEN_OF) == bool(said.reason)


def _liability_headings(inputs: LawInputs) -> set[str]:
    """Chapters that are called 法律責任, 罰則 or 處罰, and the sections below them."""
    found: set[str] = set()
    for heading in inputs.law.headings:
        title = "".join(convert(heading.title, "t2s").split())
        if LIABILITY.search(title) or heading.parent in found:
            found.add(heading.id)
    return found


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_rows_are_frozen_and_picklable(path: Path) -> None:
    """They go to other processes and into sets."""
    found = _inputs(path).penalties
    assert pickle.loads(pickle.dumps(found)) == found
    assert len(set(found.rows)) == len(found.rows) and len(set(found.words)) == len(found.words)
    for row in found.rows[:1]:
        with pytest.raises(FrozenInstanceError):
            row.subject = Subject.UNIT  # type: ignore[misc]


@pytest.mark.parametrize("rule", ["s2tw", "s2hk", "t2s"])
@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_the_same_rows_in_each_script(path: Path, rule: str) -> None:
    """Kinds, figures, codes, places and what became of each sanction word do not depend on the script."""
    text = path.read_text(encoding="utf-8")
    made = convert(text, rule)
    if made == text:
        return
    assert len(made) == len(text)
    given, other = _inputs(path).penalties, _read(made).penalties
    assert [_told(row) for row in other.rows] == [_told(row) for row in given.rows]
    assert [(w.words.span, w.mention, w.reason) for w in other.words] == [
        (w.words.span, w.mention, w.reason) for w in given.words
    ]


def _told(row: PenaltyRow) -> tuple[object, ...]:
    amount, gain = row.amount, row.gain
    return (
        row.id, row.kind, row.item, row.cond, row.cond_all, row.subject, row.modality, row.cumulative, row.choice,
        row.authority_stated, len(row.authority), row.reading, row.doubts,
        (amount.min, amount.max, amount.unit) if amount else None,
        (gain.test, gain.yuan, gain.below) if gain else None,
        [str(duty.target) for duty in row.duties], [str(target) for target in row.to], row.provision.named_by,
        [(str(words.at), words.span) for words in passages(row)],
    )  # fmt: skip
