"""Full-width marks for half-width ones, one for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.variants.display import widen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("總則,附則;甲:乙", "總則，附則；甲：乙"),
        ("(一)使用虛假身份", "（一）使用虛假身份"),
        ("登錄(www.mps.gov.cn),進入", "登錄（www.mps.gov.cn），進入"),
        ("發送至:wajfzc@sina.com。", "發送至：wajfzc@sina.com。"),
        ("14:30", "14:30"),
        ("罰款1,000元", "罰款1,000元"),
        ("網絡法 (草案)", "網絡法 （草案）"),
        ("Notice: The content (all)", "Notice: The content (all)"),
        ("比如Pinterest、Quora,甚至 Dropbox(一度被阻断),很难", "比如Pinterest、Quora，甚至 Dropbox（一度被阻断），很难"),
        ("附件:1. 法(稿)", "附件：1. 法（稿）"),
        ("“甲”,乙", "“甲”，乙"),
        ("甲(\n)乙", "甲（\n）乙"),
    ],
)  # fmt: skip
def test_marks(text: str, shown: str) -> None:
    """Marks beside Chinese are widened; times, amounts and foreign words stay."""
    characters = list(text)
    for offset, mark in widen(text):
        characters[offset] = mark
    assert "".join(characters) == shown


@given(st.text("甲一1a,;:()?! “”\n", max_size=40))
def test_only_half_width_marks_are_replaced(text: str) -> None:
    """Each substitution stands on a half-width mark, once, in rising order."""
    found = widen(text)
    assert [o for o, _ in found] == sorted({o for o, _ in found})
    assert all(text[o] in ",;:()?!" and ord(mark) - 0xFEE0 == ord(text[o]) for o, mark in found)
