"""The second hand-marked sample: lines drawn at random from national laws, each with the articles that it needs."""

from __future__ import annotations

import json

import pytest

from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.source import SourceFile
from build_tools.references.layer import references_of_law
from tests.references.measure import SAMPLE

ROWS = json.loads(SAMPLE.with_name("sample-2.json").read_text(encoding="utf-8"))["lines"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['law']}-{row['line']}")
def test_line(row: dict) -> None:
    """Each marked reference is found with its targets, and nothing else in that line but what is optional."""
    source = SourceFile.of_text("t/t", "t.txt", "\n".join(row["excerpt"]) + "\n")
    law = parse_law(source, IssueLog())
    spans = law.lines()
    found = [
        (r.text, [str(t) for t in r.targets])
        for r in references_of_law(law)
        if source.position(spans[r.at].start + r.start).line == row["at"]
    ]
    optional = [m["text"] for m in row["references"] if m["optional"]]
    assert [(text, targets) for text, targets in found if text not in optional] == [
        (m["text"], m["targets"]) for m in row["references"] if not m["optional"]
    ]


def test_as_many_lines_as_said() -> None:
    """Two draws of 60 lines, half of each for development."""
    kinds = [(row["draw"], row["half"]) for row in ROWS]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        ("any", "development"): 30, ("any", "sealed"): 30, ("cites", "development"): 30, ("cites", "sealed"): 30,
    }  # fmt: skip
