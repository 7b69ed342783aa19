"""Figures of amounts: 五十万, 5万, 1.5亿, 10,000, 两千, 百分之零点五. Exact, never floating."""

from __future__ import annotations

import re
from decimal import Decimal

from build_tools.grammar.numerals import parse_numeral

_CHINESE = "零〇○一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟"
_SCALES = {"亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2, "十": 10}
_ARABIC = re.compile(r"(?P<figure>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?P<scales>[十百千万亿]{0,3})\Z")
_POINT = re.compile(rf"(?P<whole>[{_CHINESE}]+)点(?P<part>[零〇○一二三四五六七八九]+)(?P<scale>[万亿]?)\Z")
_DIGITS = {c: str(n) for n, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}

#: A figure in folded text (Simplified, half-width): it begins with a digit, never with 万.
FIGURE = (
    rf"(?:[0-9]+(?:,[0-9]{{3}}(?![0-9]))*(?:\.[0-9]+)?[十百千万亿]{{0,3}}"
    rf"|[{_CHINESE}][{_CHINESE}点万亿]*)"
)


def parse_figure(text: str) -> Decimal | None:
    """The value of a figure in folded text, exactly; None if it is not one or can be read in two ways.

    >>> [str(parse_figure(t)) for t in ("五十万", "5万", "1.5亿", "10,000", "一亿二千万", "零点五", "一万五")]
    ['500000', '50000', '150000000.0', '10000', '120000000', '0.5', 'None']
    """
    arabic = _ARABIC.match(text)
    if arabic:
        value = Decimal(arabic["figure"].replace(",", ""))
        for scale in arabic["scales"]:
            value *= _SCALES[scale]
        return value
    point = _POINT.match(text)
    if point:
        whole = parse_numeral(point["whole"])
        part = "".join(_DIGITS[c] for c in point["part"])
        return None if whole is None else Decimal(f"{whole}.{part}") * _SCALES.get(point["scale"], 1)
    value_of = _with_scales(text)
    return None if value_of is None else Decimal(value_of)


def _with_scales(text: str) -> int | None:
    """一亿二千万: the parts before 亿 and 万, each up to 9,999 as `parse_numeral` reads it."""
    total, rest, scaled = 0, text, False
    for scale in ("亿", "万"):
        if scale not in rest:
            continue
        before, rest = rest.split(scale, 1)
        number = _below_ten_thousand(before.lstrip("零") if scaled else before)
        if number is None:
            return None
        total, scaled = total + number * _SCALES[scale], True
    if not rest:
        return total if scaled else None
    number = _below_ten_thousand(rest.lstrip("零") if scaled else rest)
    if number is None or (scaled and len(rest) == 1):
        return None  # 一万五 may be 15,000 or 10,005: not ours to say
    return total + number


def _below_ten_thousand(text: str) -> int | None:
    number = parse_numeral(text)
    return number if number is not None and number < 10_000 else None
