"""Characters that a text of law should not hold are told with their place, and no others."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.issue import IssueLog
from build_tools.model.source import SourceFile
from build_tools.read.characters import check_characters
from tests.fixture_cases import Case, read_cases


def named(text: str) -> str:
    """Characters for their ``<U+200B>``."""
    return re.sub(r"<U\+([0-9A-F]{4,6})>", lambda found: chr(int(found[1], 16)), text)


def findings(text: str) -> IssueLog:
    """What is said of a text."""
    log = IssueLog()
    check_characters(SourceFile.of_text("x/y", "y.txt", text), log)
    return log


@pytest.mark.parametrize("case", read_cases("read/characters.txt"), ids=lambda case: case.id)
def test_cases(case: Case) -> None:
    """Each finding of the case is made, at its line and column, and no other one."""
    found = findings(named(case.input)).issues
    expected = case.expected.split("\n") if case.expected else []
    assert [f"{i.code} {i.line}:{i.column}" for i in found] == [" ".join(e.split(" ")[:2]) for e in expected]
    for issue, line in zip(found, expected, strict=True):
        words = line.split(" ", 2)[2:]
        assert not words or words[0] in f"{issue.message} {issue.hint}"
        assert issue.severity.value[0].upper() == issue.code[0]
        assert issue.excerpt.startswith(named(case.input).splitlines()[issue.line - 1][: issue.column])


def test_many_of_a_kind_are_counted() -> None:
    """A file full of one fault gives twenty places and a count, not thousands of findings."""
    found = findings("第一條\u200b" * 1000).issues
    assert len(found) == 21
    assert found[-1].message.startswith("980 more characters of this kind (U+200B)")
    assert (found[-1].line, found[-1].column) == (0, 0)


def test_a_long_line_takes_linear_time() -> None:
    """A line of a megabyte is checked at once, whatever it holds, and four times the text takes four times the time."""
    for text in ("第一條", "第\u200b", "ç½‘", "缃戠粶", "\r"):
        took = []
        for count in (60_000, 240_000):
            start = time.process_time()
            findings(text * count)
            took.append(time.process_time() - start)
        assert took[1] < min(4, 8 * took[0] + 0.5), (text, took)


@given(st.text())
def test_any_text(text: str) -> None:
    """No text is too odd, and each finding stands on a place that the text has."""
    source = SourceFile.of_text("x/y", "y.txt", text)
    for issue in findings(text).issues:
        if issue.line:
            assert source.line_starts[issue.line - 1] + issue.column < len(text)
            assert issue.length >= 1


@given(
    st.text(
        st.characters(categories=["Lo", "Nd", "Po", "Ps", "Pe"], max_codepoint=0x9FFF, min_codepoint=0x4E00)
    )
)
def test_ordinary_text(text: str) -> None:
    """Unified ideographs in any order are never a finding but for text that was read wrongly."""
    assert {issue.code for issue in findings(text).issues} <= {"E026"}
