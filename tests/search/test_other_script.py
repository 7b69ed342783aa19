"""The other script is put together again exactly."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from build_tools.pages.found import TwoScripts
from build_tools.search.other_script import Differences, differences

CHARACTERS = st.sampled_from("发發髮后後干幹乾条條甲乙A，𠮷")
LINES = st.lists(st.builds(TwoScripts, st.text(CHARACTERS), st.text(CHARACTERS), st.booleans()), max_size=8)


def _put_together(lines: Sequence[TwoScripts], found: Differences) -> list[str]:
    """What overrides/assets/javascripts/search/shard.js does, in a few lines."""
    tables = [dict(zip(pairs[::2], pairs[1::2], strict=True)) for pairs in found.usual]
    fixes = {(line, at): char for line, at, char in found.fixes}
    full = dict(found.full)
    return [
        full.get(n, "".join(fixes.get((n, i), tables[t.hans].get(c, c)) for i, c in enumerate(t.written)))
        for n, t in enumerate(lines)
    ]


@given(LINES)
def test_each_line_is_given_back(lines: list[TwoScripts]) -> None:
    """Whatever the converter made of a line, longer, shorter or odd."""
    assert _put_together(lines, differences(lines)) == [t.other for t in lines]


def test_the_usual_counterpart_is_not_repeated() -> None:
    """发 is 發 twice and 髮 once: only the one is listed."""
    found = differences([TwoScripts("发布发送理发", "發布發送理髮", hans=True)])
    assert found.usual == ("", "发發")
    assert found.fixes == ((0, 5, "髮"),)
    assert not found.full


def test_each_direction_has_its_own_table() -> None:
    """条 is 條 in what was written in Simplified; in what was written in Traditional 條 is 条."""
    found = differences([TwoScripts("條", "条", hans=False), TwoScripts("条", "條", hans=True)])
    assert found.usual == ("條条", "条條")
