"""Which characters are found as one."""

from __future__ import annotations

import pytest

from build_tools.search.fold_table import all_folds, folds_of
from build_tools.text.script import character_pairs, convert
from tests.conftest import ROOT

LAWS = sorted((ROOT / "tests" / "corpus").glob("*.txt")) + sorted((ROOT / "content").glob("laws/*/*/*.txt"))


def _table(characters: str) -> dict[str, str]:
    return folds_of(characters)


@pytest.mark.parametrize(
    "words",
    [
        "範圍 范圍 范围",
        "帳戶 帐户 账户",
        "並處 并处",
        "徵求 征求",
        "諮詢 谘询 咨询",
        "答覆 答复",
        "憑藉 凭借",
        "執著 执着",
    ],
)
def test_spellings_of_one_word_are_one(words: str) -> None:
    """Whatever a reader types of these, the others are found too."""
    table = _table(words)
    assert len({"".join(table.get(c, c) for c in word) for word in words.split()}) == 1


def test_no_pair_leads_to_a_character_that_folds_further() -> None:
    """One step is enough: the browser takes no second one."""
    table = _table("".join(character_pairs()) + "".join(character_pairs().values()))
    assert not {a: b for a, b in table.items() if b in table}
    assert all(a != b for a, b in table.items())


def test_pairs_that_no_text_can_meet_are_left_out() -> None:
    """網 folds to 网 only where the site has either."""
    assert _table("范") == {"範": "范"}
    assert not _table("")
    assert _table("⾴") == _table("頁") == _table("页")


def test_only_characters_that_the_browsers_table_holds() -> None:
    """A character of two UTF-16 units would be read as two."""
    assert max("".join((*all_folds(), *all_folds().values()))) <= "\uffff"


@pytest.mark.parametrize("path", LAWS, ids=lambda p: p.name)
def test_converting_a_law_does_not_change_its_folded_form(path) -> None:
    """A word found in the source is found as the converters of Taiwan and Hong Kong write it; 座標 is the exception."""
    text = path.read_text(encoding="utf-8").replace("坐标", "").replace("座標", "")
    simple = convert(text, "t2s")
    table = str.maketrans(_table(text + simple))
    for rule in ("s2t", "s2tw", "s2hk"):
        assert convert(simple, rule).translate(table) == simple.translate(table)
    assert text.translate(table) == simple.translate(table)
