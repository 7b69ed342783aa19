"""Folding here is folding in the browser."""

from __future__ import annotations

import json
import subprocess

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.search.fold_table import all_folds, folds_of
from build_tools.search.folding import fold, fold_lines
from tests.conftest import ROOT

TEXTS = [
    path.read_text(encoding="utf-8").replace("\r", "")
    for path in (
        *sorted((ROOT / "tests" / "corpus").glob("*.txt")),
        *sorted(ROOT.glob("content/laws/*/*/*.txt")),
    )
]
_FOLD = """
const { fold, foldTable } = require("./overrides/assets/javascripts/search/fold.js");
const given = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(given.map(([pairs, text]) => fold(text, foldTable(pairs)))));
"""


def _in_browser(rows: list[tuple[str, str]]) -> list[str]:
    done = subprocess.run(
        ["node", "-e", _FOLD], cwd=ROOT, input=json.dumps(rows), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def _pairs(text: str) -> str:
    return "".join(a + b for a, b in folds_of(text).items())


def test_all_laws_fold_alike() -> None:
    """With the few pairs that the browser gets for a site of one law."""
    rows = [(_pairs(text), text) for text in TEXTS]
    assert _in_browser(rows) == [fold(text) for text in TEXTS]


def test_every_character_folds_alike() -> None:
    """All that Unicode 14 knows in the first plane, one by one between Latin letters, with all pairs.

    Later ones are left out: Python 3.11 does not know them yet.
    """
    pairs = "".join(a + b for a, b in all_folds().items())
    codes = [c for c in range(1, 0x10000) if (not 0xD800 <= c < 0xE000 and fold(chr(c))) or chr(c) in " 。\t"]
    text = "\n".join(f"a{chr(c)}b" for c in codes if c not in (10, 13))
    mine, theirs = fold(text).split("\n"), _in_browser([(pairs, text)])[0].split("\n")
    assert [row for row in zip(mine, theirs, strict=True) if row[0] != row[1]] == []


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("網网範A b9ａ１-，。○〇\u3000\u200b𠮷\uf9e8⽹⻚Σßİ\0é\n")), max_size=30)
)
def test_any_text_folds_alike(texts: list[str]) -> None:
    """Blanks between Latin words, marks, half of a pair, radicals."""
    rows = [(_pairs(text), text) for text in texts]
    assert _in_browser(rows) == [fold(text) for text in texts]


def test_lines_are_folded_one_by_one() -> None:
    """A word does not run on into the next line."""
    assert fold_lines(["VPN，", "", "IP 網"]) == ["vpn", "", "ip网"]
