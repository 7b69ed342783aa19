"""A note of the editors points at words that are there, or is told."""

from __future__ import annotations

import pytest

from build_tools.cli.report import exit_status
from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.manifest import EditorsNote
from build_tools.model.source import Position, SourceFile
from build_tools.read.notes import check_notes

TEXT = """某法
第一章總 則
第一條 甲方提供者者應當:
(一)登記;
(二)報告。
乙方亦同。
第二條 本法自公布之日起施行。
"""


@pytest.mark.parametrize(
    ("at", "words", "told"),
    [
        ("art-1", "提供者者", ""),
        ("art-1", "第一條", ""),
        ("art-1", "登記", ""),
        ("art-1-p1-i2", "報告", ""),
        ("art-1-p1", "登記", ""),
        ("art-1-p2", "乙方", ""),
        ("ch-1", "總 則", ""),
        ("ch-1", "總則", "“總則” does not stand in ch-1"),
        ("art-1-p2", "登記", "“登記” does not stand in art-1-p2"),
        ("art-2", "提供者者", "“提供者者” does not stand in art-2"),
        ("art-3", "甲", "this edition has no art-3"),
        ("art-1-p1-i3", "甲", "this edition has no art-1-p1-i3"),
        ("explanation", "甲", "this edition has no explanation"),
    ],
)
def test_notes(at: str, words: str, told: str) -> None:
    """Words are looked for in the provision, its label and items included, as they stand in the source."""
    source = SourceFile.of_text("x/y", "y.txt", TEXT)
    log = IssueLog()
    note = EditorsNote("y", at, words, ("原文如此", "原文如此"), (Position(3, 0), Position(4, 1)))
    check_notes((note,), parse_law(source, IssueLog()), source, "content/laws/x/law.toml", log)
    assert [i.code for i in log.issues] == (["E119"] if told else [])
    assert all(told in i.message for i in log.issues)
    assert [(i.line, i.column) for i in log.issues] == (
        [(3, 0) if "this edition" in told else (4, 1)] if told else []
    )
    assert exit_status(log.issues) == (2 if told else 0)
