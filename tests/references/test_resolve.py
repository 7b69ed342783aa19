"""References of sentences that a lawyer wrote down, in either script."""

from __future__ import annotations

import pytest

from build_tools.model.codes import codes
from build_tools.model.issue import IssueLog
from build_tools.model.source import SourceFile, Span
from build_tools.references.find.names import law_names
from build_tools.references.resolve.references import CitedLine, resolve_references
from build_tools.text.script import convert
from tests.fixture_cases import FIXTURES, Case, read_cases
from tests.references.model_law import lines_of, model_outline, read, shown

FILES = ("grammar", "prose", "amending", "rules")
CASES = [case for name in FILES for case in read_cases(f"references/{name}.txt")]
LOOK_ALIKES = [
    line
    for line in (FIXTURES / "references" / "look_alikes.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    """Words, kind, targets, group and doubt are those that the fixture gives, and nothing else is found."""
    assert "\n".join(shown(line, reference) for line, reference in read(case.input)) == case.expected


@pytest.mark.parametrize("rule", ["s2t", "s2tw", "s2hk", "t2s"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_same_in_every_script(case: Case, rule: str) -> None:
    """A converter changes the characters, not what they refer to."""
    given, made = read(case.input), read(convert(case.input, rule))
    assert [_facts(r) for _, r in made] == [_facts(r) for _, r in given]


def _facts(reference: object) -> tuple[object, ...]:
    names = ("at", "start", "end", "lead_start", "kind", "targets", "group", "doubt")
    return tuple(getattr(reference, name) for name in names)


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("第19条到第20条", ["第19条 art-19", "第20条 art-20"]),
        ("第十九条—第三十三条", ["第十九条 art-19", "第三十三条 art-33"]),
        ("第 19 條 至 第 20 條", ["第 19 條 art-19", "第 20 條 art-20"]),
        ("第十九条至本法第三十三条", ["第十九条 art-19", "第三十三条 art-33"]),
        ("第一条第一款第二至第四项", ["第一条第一款第二 art-1-p1-i2", "第四项 art-1-p1-i4"]),
        ("第一条前两款", ["第一条前两款 art-1-p1"]),
        ("第一条至第二百条", []),
    ],
)
def test_each_end_of_a_range_is_a_link(words: str, pieces: list[str]) -> None:
    """The words that lead somewhere and where to: both ends of a range, however 至 is written."""
    ((line, reference),) = read(f"art-5-p1 依照{words}的规定")
    assert [f"{line.text[p.start : p.end]} {p.target}" for p in reference.pieces] == pieces


def test_enough_look_alikes() -> None:
    """The list of look-alikes is long enough to mean something."""
    assert len(set(LOOK_ALIKES)) >= 60


@pytest.mark.parametrize("at", ["art-5-p2", "art-5-p1-i3", "prose@art-14", "prose", "annex"])
@pytest.mark.parametrize("rule", ["t2s", "s2tw", "s2hk"])
def test_look_alikes(at: str, rule: str) -> None:
    """第三級, 第二條路, 基本條件: none of them is a reference, wherever it stands, in either script."""
    found = [
        (words, shown(line, reference))
        for words in LOOK_ALIKES
        for line, reference in read(f"{at} {convert(words, rule)}")
    ]
    assert found == []


def _logged(case: str) -> IssueLog:
    """The findings of a case, its rows taken for the lines of a file."""
    law, lines = lines_of(case)
    text = "\n".join(line.text for line in lines)
    source, log, at = SourceFile.of_text("t/t", "t.txt", text), IssueLog(), 0
    placed = []
    for line in lines:
        span = Span("t/t", at, at + len(line.text))
        placed.append(CitedLine(line.at, line.text, line.folded, span, line.context, line.heading, line.kind))
        at += len(line.text) + 1
    resolve_references(placed, model_outline(law.title), law_names(), log, source)
    return log


@pytest.mark.parametrize(
    "code", sorted(c for c in codes() if c.startswith(("W4", "N4", "E4")) and c != "N413")
)
def test_each_code_has_a_case(code: str) -> None:
    """Each code of references is triggered by a fixture; N413 needs a second law, see test_link."""
    assert any(issue.code == code for case in CASES for issue in _logged(case.input).issues)


def test_place_of_a_finding() -> None:
    """A finding has line, column and length of the words, counted in the file."""
    (issue,) = _logged("art-5-p1 依照本法第三条\nart-5-p2 违反本法第二百条的规定").issues
    assert (issue.code, issue.path, issue.line, issue.column, issue.length) == ("W401", "t.txt", 2, 4, 4)
    assert issue.excerpt == "违反本法第二百条的规定"
    assert issue.message.startswith("第二百条: ")
