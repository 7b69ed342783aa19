"""Articles 57 and 60 of the first law against `tests/corpus/penalty-example.json`, cell by cell.

The example was written by hand before the program: for each row every cell with the characters from which it was read, and
for the two articles' lines their texts. Ids in it are ``17.1`` for article 17, 款 1; its ``alt`` are other values that count as
right too, its ``doubt`` says where one may read otherwise.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_tools.law.parse import parse_law
from build_tools.layer_kind import LawInputs
from build_tools.model.issue import IssueLog
from build_tools.model.law import walk_lines
from build_tools.model.penalty import PenaltyProvision
from build_tools.model.source import SourceFile
from build_tools.penalties.kinds import KINDS
from build_tools.penalties.row_json import penalty_json

ROOT = Path(__file__).parents[2]
LAW = ROOT / "content/laws/wangluo-fanzui-fangzhi/editions/draft-2026-01-31.hant.txt"
EXAMPLE = json.loads((ROOT / "tests" / "corpus" / "penalty-example.json").read_text(encoding="utf-8"))
Json = dict[str, Any]


@cache
def _law() -> LawInputs:
    source = SourceFile.of_text("x/y", LAW.name, LAW.read_text(encoding="utf-8"))
    return LawInputs(source, parse_law(source, IssueLog()))


@cache
def _rows() -> dict[str, Json]:
    rows = (penalty_json(row) for row in _law().penalties.rows)
    return {str(row["id"]): row for row in rows if row["article"] in EXAMPLE["scope_articles"]}


def _provisions() -> dict[str, PenaltyProvision]:
    return {row.id.split("-")[0]: row.provision for row in _law().penalties.rows}


def _id(short: str) -> str:
    """``art-17-p1`` for ``17.1``."""
    article, _, paragraph = short.partition(".")
    return f"art-{article}" + (f"-p{paragraph}" if paragraph else "")


def _ids(shorts: list[str]) -> list[str]:
    return [_id(short) for short in shorts]


def test_the_lines_are_those_of_the_law() -> None:
    """All places in the example count characters of these lines."""
    lines = [
        line.text for a in _law().law.articles if str(a.id) in ("art-57", "art-60") for line in walk_lines(a)
    ]
    assert lines == [line["text"] for line in EXAMPLE["lines"]]


def test_as_many_rows_as_said() -> None:
    """17 rows in the order of the text, none of another kind."""
    assert list(_rows()) == [row["id"] for row in EXAMPLE["rows"]]
    assert len(_rows()) == 17


@pytest.mark.parametrize("told", EXAMPLE["rows"], ids=lambda row: row["id"])
def test_each_cell(told: Json) -> None:
    """All fields of a row: places and words of each cell; what is violated as ids, for it is not left to a number."""
    found = _rows()[told["id"]]
    other = {"violated", "spans", "alt", "doubt"}
    assert {name: found[name] for name in told if name not in other} == {
        name: value for name, value in told.items() if name not in other
    }
    assert found["violated"] in [
        _ids(v) for v in (told["violated"], *told.get("alt", {}).get("violated", ()))
    ]
    assert {name: found["spans"][name] for name in told["spans"]} == told["spans"]
    assert (found["status"], found["doubts"]) == ("read", [])


@pytest.mark.parametrize("told", EXAMPLE["provisions"], ids=lambda p: p["id"])
def test_each_provision(told: Json) -> None:
    """Whom it addresses, how the text says what is violated, and from which words."""
    row = next(row for row in _rows().values() if row["id"].startswith(f"{told['id']}-"))
    assert row["violated_by"] == told["violated_by"]
    assert row["violated"] == _ids(told["violated"])
    assert row["spans"]["actor"] == told["spans"]["actor"]
    assert row["spans"]["precondition"] == told["spans"]["precondition"]
    assert bool(row["violated_items"]) == told["items"]
    if told["violated_by"] == "named":
        assert row["spans"]["violated"] == told["spans"]["violated"]


@pytest.mark.parametrize("told", EXAMPLE["items"], ids=lambda item: item["item"])
def test_each_item(told: Json) -> None:
    """What each 項 of article 60 names, from which words."""
    provision = _provisions()[f"{told['article']}.{told['para']}"]
    item = provision.items["一二三四五".index(told["item"])]
    assert [str(duty.target) for duty in item.duties] == _ids(told["violated"])
    words = {duty.words for duty in item.duties}
    for place in told["spans"]["violated"]:
        end = place["start"] + len(place["text"])
        within = [w for w in words if place["start"] <= w.start < end]
        assert min(w.start for w in within) == place["start"]
        assert max(w.start + len(w.text) for w in within) == end
        assert all(w.text in place["text"] for w in within)
        words -= set(within)
    assert not words


def test_kinds_of_the_example_are_ours() -> None:
    """Each kind that the example lists exists; those that we add are told in docs/penalties.md."""
    assert set(EXAMPLE["kinds"]) <= set(KINDS)
    added = {
        "revoke_registration",
        "downgrade",
        "seize",
        "admonish",
        "ground",
        "disqualify",
        "demerit",
        "education",
        "substitute",
    }
    assert set(KINDS) - set(EXAMPLE["kinds"]) == added
