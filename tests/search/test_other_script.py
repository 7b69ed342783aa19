"""The other script is put together again exactly."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from build_tools.pages.found import TwoScripts
from build_tools.search.other_script import Differences, differences, usual_counterparts

CHARACTERS = st.sampled_from("发發髮后後干幹乾条條甲乙A1，𠮷")
USUAL = usual_counterparts("髮條後乾", "发条后干甲\u3000")
LINES = st.lists(st.builds(TwoScripts, st.text(CHARACTERS), st.text(CHARACTERS), st.booleans()), max_size=8)


def _put_together(lines: Sequence[TwoScripts], found: Differences) -> list[str]:
    """What overrides/assets/javascripts/search/shard.js does, in a few lines."""
    own = [dict(zip(pairs[::2], pairs[1::2], strict=True)) for pairs in found.own]
    tables = [{**usual, **mine} for usual, mine in zip(USUAL, own, strict=True)]
    fixes = {(line, at): char for line, at, char in found.fixes}
    full = dict(found.full)
    return [
        full.get(n, "".join(fixes.get((n, i), tables[t.hans].get(c, c)) for i, c in enumerate(t.written)))
        for n, t in enumerate(lines)
    ]


@given(LINES)
def test_each_line_is_given_back(lines: list[TwoScripts]) -> None:
    """Whatever the converter made of a line, longer, shorter or odd; a fix is never a digit."""
    found = differences(lines, USUAL)
    assert _put_together(lines, found) == [t.other for t in lines]
    assert not any(char.isdigit() for _, _, char in found.fixes)


def test_the_usual_counterpart_is_that_of_the_character_alone() -> None:
    """In either direction, and no other characters than those that are asked for."""
    assert USUAL == (
        {"髮": "发", "條": "条", "後": "后", "乾": "干"},
        {"发": "發", "条": "條", "后": "後", "干": "幹"},
    )
    assert usual_counterparts("", "") == ({}, {})


def test_what_comes_again_and_again_is_listed_once() -> None:
    """发 is 發; these lines write 髮 in most places, so that 髮 is their own and 發 the departure."""
    found = differences([TwoScripts("理发染发护发发布", "理髮染髮護髮發布", hans=True)], USUAL)
    assert found.own == ("", "发髮")
    assert found.fixes == ((0, 4, "護"), (0, 6, "發"))
    assert differences([TwoScripts("发理发", "發理髮", hans=True)], USUAL).fixes == ((0, 2, "髮"),)


def test_each_direction_has_its_own_table() -> None:
    """条 is 條 in what was written in Simplified; in what was written in Traditional 條 is 条."""
    lines = [TwoScripts("條", "条", hans=False), TwoScripts("条", "條", hans=True)]
    assert differences(lines, USUAL) == Differences(("", ""), (), ())
