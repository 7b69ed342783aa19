"""Amounts in figures: 萬 and 億 where they are round, nothing for what is not stated."""

from __future__ import annotations

from decimal import Decimal

import pytest

from build_tools.model.locale import LOCALES
from build_tools.model.penalty import Amount, Gain, GainTest, Unit
from build_tools.pages.amounts import amount_words, gain_words
from build_tools.pages.messages import catalogue

HANT, HANS = (catalogue(locale) for locale in LOCALES[:2])


@pytest.mark.parametrize(
    ("least", "most", "unit", "words"),
    [
        ("50000", "500000", Unit.YUAN, "5 萬–50 萬元"),
        (None, "200000", Unit.YUAN, "20 萬元以下"),
        ("1000000", None, Unit.YUAN, "100 萬元以上"),
        ("500", "3000", Unit.YUAN, "500–3,000 元"),
        ("5000", "50000", Unit.YUAN, "5,000 元–5 萬元"),
        ("15000", "25000", Unit.YUAN, "1.5 萬–2.5 萬元"),
        ("12345", "12345", Unit.YUAN, "12,345 元"),
        ("50000000", "200000000", Unit.YUAN, "5,000 萬–2 億元"),
        ("0.5", "3", Unit.TIMES, "0.5–3 倍"),
        ("1", "10", Unit.TIMES, "1–10 倍"),
        (None, "10", Unit.TIMES, "10 倍以下"),
        ("5", "10", Unit.PERCENT, "百分之 5–10"),
        (None, "15", Unit.DAY, "15 日以下"),
        ("3", "6", Unit.MONTH, "3–6 個月"),
        (None, None, Unit.LIFE, "終身"),
        (None, None, Unit.YUAN, ""),
    ],
)
def test_a_range_in_figures(least: str | None, most: str | None, unit: Unit, words: str) -> None:
    """Both ends, one end, or none; a missing floor is no zero."""
    low, high = (None if n is None else Decimal(n) for n in (least, most))
    assert amount_words(Amount(min=low, max=high, unit=unit), HANT) == words


def test_of_what_and_for_what() -> None:
    """違法所得 1–10 倍; 每平方米 50–200 元; the other tree has its own words."""
    times = Amount(min=Decimal(1), max=Decimal(10), unit=Unit.TIMES, base="違法所得")
    assert amount_words(times, HANT, "違法所得") == "違法所得 1–10 倍"
    area = Amount(min=Decimal(50), max=Decimal(200), unit=Unit.YUAN, per="平方米")
    assert amount_words(area, HANT, per="平方米") == "每平方米 50–200 元"
    assert amount_words(Amount(min=None, max=Decimal(200000), unit=Unit.YUAN), HANS) == "20 万元以下"


@pytest.mark.parametrize(
    ("test", "yuan", "below", "words"),
    [
        (GainTest.NONE, None, None, "沒有違法所得"),
        (GainTest.LESS, "20000", None, "違法所得不足 2 萬元"),
        (GainTest.NONE_OR_LESS, "20000", None, "沒有違法所得，或者不足 2 萬元"),
        (GainTest.AT_LEAST, "50000", None, "違法所得 5 萬元以上"),
        (GainTest.AT_LEAST, "10000", "50000", "違法所得 1 萬元以上不足 5 萬元"),
    ],
)
def test_a_test_on_gains(test: GainTest, yuan: str | None, below: str | None, words: str) -> None:
    """From the numbers of the row, in figures."""
    low, high = (None if n is None else Decimal(n) for n in (yuan, below))
    assert gain_words(Gain(test=test, yuan=low, of="違法所得", below=high), HANT, "違法所得") == words
