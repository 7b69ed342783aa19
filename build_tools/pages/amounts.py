"""Amounts in figures: 5 萬–50 萬元, 違法所得 1–10 倍, 15 日以下. Made from the numbers of a row, never from its words."""

from __future__ import annotations

from decimal import Decimal

from build_tools.model.penalty import Amount, Gain, GainTest, Unit
from build_tools.pages.messages import Messages

_WAN, _YI = 10_000, 100_000_000
_FINEST = 2
"""Decimals of 萬 and 億: 1.25 萬, but 12,345."""


def amount_words(amount: Amount, words: Messages, base: str = "", per: str = "") -> str:
    """An amount in figures; ``base`` and ``per`` are its own in the script of ``words``.

    What the text does not state is not said: a cap without a floor is 20 萬元以下, not 0–20 萬元.
    """
    if amount.unit is Unit.LIFE:
        figure = words("penalties.amount.life")
    elif amount.min is None or amount.max is None:
        end = amount.max if amount.min is None else amount.min
        if end is None:
            return ""
        side = "most" if amount.min is None else "least"
        figure = words(f"penalties.amount.{side}", figure=_with_unit(end, amount.unit, words))
    elif amount.min == amount.max:
        figure = _with_unit(amount.max, amount.unit, words)
    else:
        figure = _range(amount.min, amount.max, amount.unit, words)
    if base:
        figure = words("penalties.amount.base", base=base, figure=figure)
    return words("penalties.amount.per", per=per, figure=figure) if per else figure


def gain_words(gain: Gain, words: Messages, of: str) -> str:
    """沒有違法所得，或者不足 2 萬元; ``of`` is what is tested, in the script of ``words``."""
    most = _with_unit(gain.below, Unit.YUAN, words) if gain.below is not None else ""
    least = _with_unit(gain.yuan, Unit.YUAN, words) if gain.yuan is not None else ""
    if gain.test is GainTest.AT_LEAST and most:
        return words("penalties.gain.between", of=of, least=least, most=most)
    return words(f"penalties.gain.{gain.test.value}", of=of, figure=least)


def plain_number(number: Decimal) -> str:
    """For sorting and for data: 500000, 0.5.

    >>> plain_number(Decimal("5E+5")), plain_number(Decimal("0.50"))
    ('500000', '0.5')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _range(least: Decimal, most: Decimal, unit: Unit, words: Messages) -> str:
    if unit is not Unit.YUAN:
        return _with_unit(f"{_grouped(least)}–{_grouped(most)}", unit, words)
    (low, low_scale), (high, high_scale) = _scaled(least), _scaled(most)
    if low_scale == high_scale == "":
        return _with_unit(f"{low}–{high}", unit, words)
    if low_scale and high_scale:  # 5 萬–50 萬元
        low, high = (
            words(f"penalties.amount.{s}", number=n) for n, s in ((low, low_scale), (high, high_scale))
        )
        return words("penalties.amount.yuan-scaled", number=f"{low}–{high}")
    return f"{_with_unit(least, unit, words)}–{_with_unit(most, unit, words)}"


def _with_unit(number: Decimal | str, unit: Unit, words: Messages) -> str:
    if isinstance(number, str):
        return words(f"penalties.amount.{unit.value}", number=number)
    if unit is Unit.YUAN:
        figure, scale = _scaled(number)
        if scale:
            return words(
                "penalties.amount.yuan-scaled", number=words(f"penalties.amount.{scale}", number=figure)
            )
    return words(f"penalties.amount.{unit.value}", number=_grouped(number))


def _scaled(number: Decimal) -> tuple[str, str]:
    """The number in 億 or 萬 if it is a round one there, else as it is: ``("50", "wan")``, ``("12,345", "")``."""
    for scale, size in (("yi", _YI), ("wan", _WAN)):
        if number >= size:
            part = number / size
            if part == round(part, _FINEST):
                return _grouped(part), scale
    return _grouped(number), ""


def _grouped(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
