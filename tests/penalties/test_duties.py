"""Duties and prohibitions: fixtures, both scripts, and what must hold of them in real laws."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.source import SourceFile
from build_tools.penalties.duties import Bearer, DutyKind, DutySentence, Modal, find_duties
from build_tools.text.script import convert
from tests.fixture_cases import Case, read_cases

ROOT = Path(__file__).parents[2]
CASES = read_cases("penalties/duties.txt")
REAL = sorted([*(ROOT / "tests" / "corpus").rglob("*.txt"), *(ROOT / "benchmarks" / "corpus").glob("*.txt")])


def _read(text: str) -> tuple[SourceFile, tuple[DutySentence, ...]]:
    source = SourceFile.of_text("x/y", "y.txt", f"测试法\n{text}\n")
    return source, find_duties(parse_law(source, IssueLog()))


def _told(source: SourceFile, duty: DutySentence) -> str:
    modals = " ".join(
        f"{source.slice(m.words.span)}<{source.slice(m.subject.span) if m.subject else '-'}>{m.bearer.value[0]}"
        for m in duty.modals
    )
    return f"{duty.at} | {duty.bearer.value} | {modals}"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_duties(case: Case) -> None:
    """Each sentence with its modal words and whom they bind."""
    source, duties = _read(case.input)
    assert "\n".join(_told(source, duty) for duty in duties) == case.expected


@pytest.mark.parametrize("rule", ["s2tw", "s2hk", "t2s"])
@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_the_same_duties_in_each_script(case: Case, rule: str) -> None:
    """Places, modal words and bearers do not depend on the script."""

    def found(text: str) -> list[object]:
        return [(d.at, d.span, [_modal(m) for m in d.modals]) for d in _read(text)[1]]

    assert found(case.input) == found(convert(case.input, rule))


def _modal(modal: Modal) -> tuple[object, ...]:
    subject = modal.subject.span if modal.subject else None
    return modal.words.at, modal.words.span, modal.kind, subject, modal.bearer


def test_what_modal_words_say() -> None:
    """不得 and 禁止 prohibit."""
    _, (duty,) = _read("第一条 企业应当登记，不得转让，禁止出租。")
    assert [m.kind for m in duty.modals] == [DutyKind.DUTY, DutyKind.PROHIBITION, DutyKind.PROHIBITION]


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_duties_of_real_laws_stand_where_they_say(path: Path) -> None:
    """Every span lies in its line; modal words are such; a bearer's words stand before the modal word."""
    source = SourceFile.of_text("x/y", path.name, path.read_text(encoding="utf-8"))
    law = parse_law(source, IssueLog())
    lines = law.lines()
    for duty in find_duties(law):
        line = lines[str(duty.at)]
        assert line.start <= duty.span.start < duty.span.end <= line.end
        assert all(item.span == lines[str(item.at)] for item in duty.items)
        assert duty.modals
        for modal in duty.modals:
            assert source.slice(modal.words.span).startswith(
                ("应当", "應當", "必须", "必須", "不得", "禁止", "严禁", "嚴禁", "负有", "負有", "有")
            )
            if modal.subject:
                words = source.slice(modal.subject.span)
                assert words == words.strip()
                assert "。" not in words and words
                assert modal.subject.span.end <= modal.words.span.start
            else:
                assert modal.bearer is Bearer.UNSTATED or len(duty.modals) > 1 or duty.items
