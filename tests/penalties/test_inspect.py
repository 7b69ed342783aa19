"""`duizhao inspect FILE --json` tells the penalties of any text of a law."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from build_tools import cli

FIELDS = {
    "line", "column", "id", "article", "para", "items", "layer", "cond", "cond_all", "gain", "subject", "kind", "min", "max",
    "unit", "base", "per", "modality", "cumulative", "choice", "authority", "authority_text", "authority_by", "violated",
    "violated_by", "violated_items", "to", "status", "doubts", "span", "spans",
}  # fmt: skip
SPANS = {"cond", "gain", "subject", "authority", "amount", "conduct", "actor", "precondition", "violated"}
LAW = """某某条例
第一章　总则
第一条　网络运营者应当备案。
第二条　网络运营者应当如实申报。
第二章　法律责任
第三条　违反本条例第一条、第二条规定的，由公安机关给予警告，或者处一万元以上五万元以下罚款；情节严重的，可以并处违法所得1.5倍以下罚款。
第四条　违反本条例规定，有下列情形之一，尚不构成犯罪的，处l万元以上5万元以下罚款：
（一）违反本条例第一条规定的；
（二）其他情形。
第五条　违反本条例第二条规定，违法所得十万元以下的，处三千元以上一万以下罚款。
"""


@pytest.fixture
def found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    """What `inspect --json` prints about the law."""
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["duizhao", "inspect", "law.txt", "--json"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code
    return json.loads(capfd.readouterr().out)


def _rows(found: dict[str, Any], article: int) -> list[dict[str, Any]]:
    return [row for row in found["penalties"] if row["article"] == article]


def test_fields(found: dict[str, Any]) -> None:
    """Every row has all fields that docs/penalties.md lists, and each span the words of the file at its place."""
    lines = LAW.split("\n")
    assert [row["id"] for row in found["penalties"]] == ["3.1-1", "3.1-2", "3.1-3", "4.1-1", "5.1-1"]
    for row in found["penalties"]:
        assert set(row) == FIELDS and set(row["spans"]) == SPANS
        assert lines[row["line"] - 1][row["column"] :].startswith(row["span"]["text"])
        own = next(line for line in lines if row["span"]["text"] in line).split("　", 1)[1]
        assert own[row["span"]["start"] :].startswith(row["span"]["text"])


def test_a_list_of_two_arms(found: dict[str, Any]) -> None:
    """Arms, authority stated and carried, what is violated."""
    warning, fine, heavier = _rows(found, 3)
    assert (warning["choice"], fine["choice"], heavier["choice"]) == ("a1", "a2", None)
    assert (warning["authority_by"], fine["authority_by"]) == ("stated", "carried")
    assert fine["authority"] == ["公安机关"] and fine["authority_text"] == "公安机关"
    assert (fine["min"], fine["max"], fine["unit"], fine["base"]) == (10000, 50000, "yuan", None)
    assert fine["violated"] == ["art-1", "art-2"] and fine["violated_by"] == "named"
    assert heavier["cond"] == ["serious"] and heavier["spans"]["cond"]["text"] == "情节严重的"
    assert (heavier["min"], heavier["max"], heavier["unit"], heavier["base"]) == (
        None,
        1.5,
        "times",
        "违法所得",
    )
    assert (heavier["modality"], heavier["cumulative"], heavier["status"]) == ("may", True, "read")


def test_a_figure_that_cannot_be_read(found: dict[str, Any]) -> None:
    """`unreadable`, and no number anywhere in the row."""
    (row,) = _rows(found, 4)
    assert row["status"] == "unreadable"
    assert (row["min"], row["max"], row["unit"]) == (None, None, None)
    assert row["span"]["text"] == "处l万元以上5万元以下罚款"
    assert row["violated_by"] == "items" and row["violated_items"] == {"art-4-p1-i1": ["art-1"]}
    assert row["spans"]["precondition"]["text"] == "尚不构成犯罪"


def test_a_doubt_and_a_test(found: dict[str, Any]) -> None:
    """元 left out is said; 以下 in a test counts its figure in."""
    (row,) = _rows(found, 5)
    assert (row["min"], row["max"], row["status"]) == (3000, 10000, "doubtful")
    assert row["doubts"] == ["yuan-missing"]
    assert row["gain"] == {"test": "lt", "yuan": 100000, "inclusive": True}
