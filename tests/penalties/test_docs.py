"""docs/penalties.md tells every code that a row may hold."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from build_tools.model.penalty import Branch, Mention, Modality, NamedBy, Rank, Reading, Subject, Unit
from build_tools.penalties.kinds import KINDS

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "penalties.md").read_text(encoding="utf-8")
EXAMPLE = json.loads((ROOT / "tests" / "corpus" / "penalty-example.json").read_text(encoding="utf-8"))
CODES = [
    code.value for kind in (Branch, Mention, Modality, NamedBy, Rank, Reading, Subject, Unit) for code in kind
]
DOUBTS = re.compile(r'doubts\.append\("([a-z-]+)"\)')


def _kinds(layer: str) -> dict[str, bool]:
    """The kinds in the table of a layer, and whether they are marked as added."""
    table = DOCS.split(f"| layer `{layer}` |", 1)[1].split("\n\n", 1)[0]
    return {code: bool(mark) for code, mark in re.findall(r"\| `([a-z_]+)`( †)? \|", table)}


@pytest.mark.parametrize("rank", Rank)
def test_kinds(rank: Rank) -> None:
    """Each layer's table has its kinds in their order, and marks those that the labelled example does not know."""
    told = _kinds(rank.value)
    assert list(told) == [code for code, own in KINDS.items() if own is rank]
    assert [code for code, added in told.items() if added] == [
        code for code in told if code not in EXAMPLE["kinds"]
    ]


@pytest.mark.parametrize("code", CODES)
def test_codes(code: str) -> None:
    """Branches, subjects, units, how it is named, status, what became of a word."""
    assert f"`{code}`" in DOCS


def test_doubts() -> None:
    """Every code of a doubt that the program gives, and no other."""
    folder = ROOT / "build_tools" / "penalties"
    given = {
        code for path in folder.glob("*.py") for code in DOUBTS.findall(path.read_text(encoding="utf-8"))
    }
    table = DOCS.split("| doubt |", 1)[1].split("\n\n", 1)[0]
    assert set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)) == given


def test_links() -> None:
    """Files and headings that the page points to are there."""
    heads = {
        re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-")
        for h in re.findall(r"^#+ (.+)$", DOCS, re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)]+)\)", DOCS):
        path, _, anchor = target.partition("#")
        if path:
            assert (ROOT / "docs" / path).exists()
        else:
            assert anchor in heads
