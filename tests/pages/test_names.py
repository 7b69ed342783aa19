"""What things are called in lists."""

from __future__ import annotations

import pytest

from build_tools.pages.localized import heading_gap, tidy


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("總 則", "總則"),
        ("总　　则", "总则"),
        ("附　錄 一", "附錄一"),
        ("附表二　應稅污染物", "附表二 應稅污染物"),
        (" 法律責任 ", "法律責任"),
        ("", ""),
    ],
)
def test_blanks_of_a_spaced_out_title(written: str, listed: str) -> None:
    """Characters set apart are joined; words set apart keep one blank."""
    assert tidy(written) == listed


@pytest.mark.parametrize(("label", "gap"), [("第一章", " "), ("一、", ""), ("1.", "")])
def test_what_stands_between_label_and_title(label: str, gap: str) -> None:
    """A label that ends in a mark needs no blank."""
    assert heading_gap(label) == gap
