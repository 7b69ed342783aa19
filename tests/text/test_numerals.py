"""Numbers as laws write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.grammar.numerals import parse_numeral, to_chinese


@given(st.integers(0, 99_999))
def test_there_and_back(number: int) -> None:
    """Each number that can be written is read as itself."""
    assert parse_numeral(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("六十八", 68), ("十", 10), ("十二", 12), ("一十二", 12), ("二十", 20), ("一百", 100), ("一百零五", 105),
        ("一百一十", 110), ("一百十", 110), ("一千二百六十", 1260), ("一千零一", 1001), ("一千零一十", 1010),
        ("57", 57), ("５７", 57), ("１２６０", 1260), ("兩", 2), ("两", 2), ("二〇二六", 2026), ("二○二六", 2026),
        ("零", 0), ("廿一", 21), ("卅", 30), ("壹佰", 100),
    ],
)  # fmt: skip
def test_reads(text: str, number: int) -> None:
    """Old and new ways of writing a number."""
    assert parse_numeral(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "二十百",
        "一二",
        "百",
        "十十",
        "一百五",
        "一千五",
        "零十",
        "一零",
        "五十零",
        "57十",
        "一点五",
        "甲",
        "一百零",
    ],
)
def test_refuses(text: str) -> None:
    """A slip of the pen is not guessed at."""
    assert parse_numeral(text) is None


@given(st.text("0123456789０５〇零一二三五九十百千兩廿", max_size=8))
def test_never_raises(text: str) -> None:
    """Any mixture gives a number or None."""
    value = parse_numeral(text)
    assert value is None or value >= 0
