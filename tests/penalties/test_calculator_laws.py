"""The rows that the tests of the calculator are written from (tests/js/penalty-laws.js) are those that the program reads."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path

import pytest

from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.penalty import Modality, PenaltyRow
from build_tools.model.source import SourceFile
from build_tools.penalties.find import find_penalties
from build_tools.references.layer import references_of_law
from tests.conftest import EDITION, LAW, ROOT

_TEXTS = {
    "seed": f"content/laws/{LAW}/editions/{EDITION}.hant.txt",
    "minors": "benchmarks/corpus/law-06.txt",
    "post": "benchmarks/corpus/law-20.txt",
}
_COMPARED = (
    "kind",
    "cond",
    "subject",
    "min",
    "max",
    "unit",
    "modality",
    "cumulative",
    "choice",
    "test",
    "yuan",
    "violated",
)


@cache
def _written() -> dict[str, dict[str, list[dict]]]:
    """By law and 款, as a reader wrote them down."""
    script = "const l = require('./tests/js/penalty-laws.js'); process.stdout.write(JSON.stringify(Object.fromEntries(process.argv.slice(1).map((n) => [n, l[n].rows]))))"
    done = subprocess.run(
        ["node", "-e", script, *_TEXTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: dict[str, dict[str, list[dict]]] = {}
    for law, rows in json.loads(done.stdout).items():
        for row in rows:
            provision = row["id"].rpartition("-")[0]
            found.setdefault(law, {}).setdefault(provision, []).append(row | row.get("gain", {}))
    return found


@cache
def _read(law: str) -> dict[str, list[dict]]:
    """By 款, as the program reads them."""
    source = SourceFile.of_text(law, f"{law}.txt", Path(ROOT / _TEXTS[law]).read_text(encoding="utf-8"))
    text = parse_law(source, IssueLog())
    found: dict[str, list[dict]] = {}
    for row in find_penalties(text, references_of_law(text, log=IssueLog(), source=source)).rows:
        found.setdefault(row.id.rpartition("-")[0], []).append(_plain(row))
    return found


def _plain(row: PenaltyRow) -> dict:
    amount, gain = row.amount, row.gain
    return {
        "kind": row.kind, "cond": [b.value for b in row.cond], "subject": row.subject.value, "cumulative": row.cumulative,
        "min": amount.min if amount else None, "max": amount.max if amount else None,
        "unit": amount.unit.value if amount else None, "choice": row.choice,
        "modality": "may" if row.modality is Modality.MAY else None,
        "test": gain.test.value if gain else None, "yuan": gain.yuan if gain else None,
        "violated": [str(duty.target) for duty in row.duties],
    }  # fmt: skip


def _comparable(row: dict) -> dict:
    told = {name: row.get(name) or None for name in _COMPARED}
    return told | {"violated": sorted(told["violated"] or ())}


@pytest.mark.parametrize(
    ("law", "provision"),
    [
        *(("seed", f"{n}.1") for n in (57, 58, 59, 60, 61)), ("seed", "57.2"), ("minors", "63.1"), ("minors", "67.1"),
        ("post", "58.1"), ("post", "58.2"), ("post", "59.1"), ("post", "63.1"),
    ],
)  # fmt: skip
def test_the_rows_of_the_cases(law: str, provision: str) -> None:
    """Row by row, in order."""
    expected = [_comparable(row) for row in _written()[law][provision]]
    assert [_comparable(row) for row in _read(law).get(provision, [])] == expected
