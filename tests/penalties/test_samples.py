"""The articles that were drawn by lot or made up as traps, marked by reading: as many rows right as docs/penalties.md says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.penalties.measure import SAMPLES, Measured, cases_of, measure
from tests.penalties.notation import read_marks

DOCS = Path(__file__).parents[2] / "docs" / "penalties.md"


@cache
def _measured(name: str) -> Measured:
    return measure(name)[0]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_docs_say_what_is_measured(name: str) -> None:
    """Every figure of the table. A row that is no longer read fails here; one more that is read is a new line in the docs."""
    rows = [
        line for line in DOCS.read_text(encoding="utf-8").split("\n") if line.startswith(f"| `{name}.txt`")
    ]
    assert rows == [_measured(name).row()]


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_less_than_this(name: str) -> None:
    """Whatever the docs say: nineteen rows of twenty are right in every field, and of those told."""
    made = _measured(name)
    assert made.right >= 0.95 * made.marked
    assert made.right >= 0.95 * made.found


@pytest.mark.parametrize("name", SAMPLES)
def test_every_mark_can_be_read(name: str) -> None:
    """Forty articles; all marks are in the notation, and no two rows of an article stand at one place."""
    cases = cases_of(name)
    assert len(cases) == 40
    for case in cases:
        starts = [row.start for row in read_marks(case.input, case.expected).rows]
        assert len(set(starts)) == len(starts)


#: Rows right in every field in the one run of the sealed halves.
SEALED = {"sample-sealed": 139, "traps-sealed": 132}


@pytest.mark.parametrize("name", SEALED)
def test_not_worse_than_the_sealed_run(name: str) -> None:
    """The docs say what one run gave; since then these files are cases like others, and no row may be lost."""
    (row,) = (
        line for line in DOCS.read_text(encoding="utf-8").split("\n") if line.startswith(f"| `{name}.txt`")
    )
    assert f"| {SEALED[name]} |" in row
    assert _measured(name).right >= SEALED[name]
