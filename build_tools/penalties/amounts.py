"""Amounts: 五万元以上五十万元以下, 违法所得一倍以上十倍以下, 百分之五以下, 等值, 五日以上十五日以下.

All patterns read folded text: Simplified, half-width, without blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from build_tools.grammar.figures import FIGURE, parse_figure
from build_tools.model.penalty import Unit

_F = FIGURE
_QUANTITY = rf"(?:百分之{_F}|千分之{_F}|万分之{_F}|{_F}%|{_F}‰|{_F}倍|等值|(?:人民币)?{_F}(?:元(?:人民币)?)?)"
_TO = r"(?:以上[,、]?(?:至)?|元?至|元?到|[-~～—–－]+)"
_AMOUNT = re.compile(
    rf"(?:(?P<a>{_QUANTITY})(?P<to>{_TO})(?:不足|不满)?(?P<b>{_QUANTITY})(?P<b_end>以下|以内)?"
    rf"|(?P<cap>{_QUANTITY})(?:以下|以内)|(?P<floor>{_QUANTITY})以上|(?P<exact>{_QUANTITY}))(?:的|\(含本数\))?\Z"
)
_AMOUNT_AFTER = re.compile(
    rf"(?:人民币)?(?:(?P<a>{_QUANTITY})(?P<to>{_TO})(?:不足|不满)?(?P<b>{_QUANTITY})(?P<b_end>以下|以内)?"
    rf"|(?P<cap>{_QUANTITY})(?:以下|以内)|(?P<floor>{_QUANTITY})以上|(?P<exact>{_QUANTITY}))"
)
_SPLIT = re.compile(rf"(?P<share>百分之|千分之|万分之)?(?:人民币)?(?P<figure>{_F})?(?P<unit>元|倍|%|‰)?")
_SHARES = {"百分之": Unit.PERCENT, "%": Unit.PERCENT, "千分之": Unit.PERMILLE, "‰": Unit.PERMILLE,
           "万分之": Unit.PER10000, "倍": Unit.TIMES, "元": Unit.YUAN}  # fmt: skip
#: Before a figure these mean that some of it was not understood: l0万元, 五万元以上（含）十万元以下.
_BROKEN_BEFORE = re.compile(
    r"(?:[0-9A-Za-z.零〇○一二两三四五六七八九十百千万亿]|以上|以下|至|到|[元倍%‰]|分之)\Z"
)
#: 一百元以上囗十万元以下: the lower end was written, and something unread stands behind it.
_LOWER_END_LOST = re.compile("以上(?![^,;。]*(?:的|处|罚|或者))[^,;。]{0,6}\\Z")
_TERM = re.compile(
    rf"(?:(?P<a>{_F})(?:个)?(?P<a_unit>日|天|个?月|年)?(?:以上|至|到|[-~～—–]){{1,2}}(?P<b>{_F})(?P<b_unit>日|天|个?月|年)(?P<b_end>以下|以内)?"
    rf"|(?P<cap>{_F})(?P<cap_unit>日|天|个?月|年)(?:以下|以内)(?!不得|禁止)|(?P<exact>{_F})(?P<exact_unit>日|天|个?月|年)(?P<floor>以上)?)"
)
_TIME = {"日": Unit.DAY, "天": Unit.DAY, "月": Unit.MONTH, "个月": Unit.MONTH, "年": Unit.YEAR}


@dataclass(frozen=True, slots=True)
class Range:
    """An amount as written: where it stands in the folded text, both ends, their unit; doubts by code."""

    start: int
    end: int
    min: Decimal | None
    max: Decimal | None
    unit: Unit
    doubts: tuple[str, ...] = ()


class UnreadableError(ValueError):
    """A figure stands there, but it cannot be read."""


def amount_before(text: str, low: int, end: int) -> Range | None:
    """The amount that ends at ``end`` and begins at ``low`` or later; None if none stands there.

    Raises UnreadableError where figures stand that cannot be read (l万元, 五十万元以上五万元以下).
    例: in 处五万元以上五十万元以下罚款 the amount before 罚款 is 50000 to 500000 yuan.
    """
    low = max(low, end - 60)
    found = _AMOUNT.search(text[low:end])
    if found is None:
        if re.search(r"[元倍%‰]以?[上下内]?的?\Z|分之[^,;。处]{1,4}\Z", text[low:end]):
            raise UnreadableError(text[low:end])
        return None
    before = text[low : low + found.start()]
    if _BROKEN_BEFORE.search(before) or _LOWER_END_LOST.search(before):
        raise UnreadableError(text[low:end])
    return _range(found, low)


def amount_after(text: str, start: int) -> Range | None:
    """The amount that begins at ``start``: 罚款五千元; None if none stands there or it cannot be read."""
    found = _AMOUNT_AFTER.match(text, start)
    try:
        return _range(found, 0) if found else None
    except UnreadableError:
        return None


def _range(found: re.Match[str], low: int) -> Range | None:
    doubts: list[str] = []
    at = (low + found.start(), low + found.end())
    if found["a"]:
        first, last = _quantity(found["a"]), _quantity(found["b"])
        first, last = _same_unit(first, last, found["to"].startswith("以上"), doubts)
        if first.unit is None or last.unit is None:
            raise UnreadableError(found[0])
        if first.value > last.value:
            raise UnreadableError(found[0])
        if not found["b_end"] and found["to"].startswith("以上"):
            doubts.append("upper-end-unmarked")
        return Range(*at, first.value, last.value, last.unit, tuple(doubts))
    written = found["cap"] or found["floor"] or found["exact"]
    quantity = _quantity(written)
    if quantity.unit is None:
        if not found["cap"] and not found["floor"]:
            return None  # a bare number is no amount: 第五十
        if quantity.value < 100:
            raise UnreadableError(found[0])
        doubts.append("yuan-missing")
    unit = quantity.unit or Unit.YUAN
    minimum = None if found["cap"] else quantity.value
    maximum = None if found["floor"] else quantity.value
    return Range(*at, minimum, maximum, unit, tuple(doubts))


@dataclass(frozen=True, slots=True)
class _Quantity:
    value: Decimal
    unit: Unit | None
    scaled: bool
    """万 or 亿 is written with it."""


def _quantity(written: str) -> _Quantity:
    if written == "等值":
        return _Quantity(Decimal(1), Unit.TIMES, scaled=False)
    found = _SPLIT.match(written)
    value = parse_figure(found["figure"]) if found and found["figure"] else None
    if found and found["share"] and found["figure"] == "百":
        value = Decimal(100)
    if found is None or value is None or value == 0:
        raise UnreadableError(written)
    unit = _SHARES.get(found["share"] or found["unit"] or "")
    return _Quantity(value, unit, scaled=bool(re.search("[万亿]", found["figure"])))


def _same_unit(
    first: _Quantity, last: _Quantity, plain: bool, doubts: list[str]
) -> tuple[_Quantity, _Quantity]:
    """Both ends in one unit: 百分之五十以上三倍以下 in multiples, 三千元以上一万以下 in yuan, 三至五万元 both in 万."""
    if first.unit is None and last.unit is None and (first.scaled or last.scaled or last.value >= 100):
        doubts.append("yuan-missing")
        last = _Quantity(last.value, Unit.YUAN, last.scaled)
    if last.unit is None and first.unit is Unit.YUAN:
        doubts.append("yuan-missing")
        last = _Quantity(last.value, Unit.YUAN, last.scaled)
    if first.unit is None:
        if last.unit is Unit.YUAN and not first.scaled and last.scaled:
            first = _scaled_like(first, last, plain, doubts)
        elif last.unit is Unit.YUAN and plain:
            doubts.append("yuan-missing")
        first = _Quantity(first.value, last.unit, first.scaled)
    if first.unit is Unit.PERCENT and last.unit is Unit.TIMES:
        first = _Quantity((first.value / 100).normalize(), Unit.TIMES, scaled=False)
    if first.unit is not last.unit:
        raise UnreadableError(f"{first} {last}")
    return first, last


def _scaled_like(first: _Quantity, last: _Quantity, plain: bool, doubts: list[str]) -> _Quantity:
    """三至五万元 is 30,000 to 50,000; 五千至一万元 is 5,000 to 10,000; 五以上十万元以下 is doubtful."""
    scale = 10**8 if last.value >= 10**8 and last.value % 10**8 == 0 else 10**4
    if first.value * scale > last.value:
        if plain:
            doubts.append("yuan-missing")
        return first
    if plain:
        raise UnreadableError(f"{first} {last}")
    return _Quantity(first.value * scale, first.unit, scaled=True)


def term_in(text: str, low: int, end: int) -> Range | None:
    """The first term in ``text[low:end]``: 五日以上十五日以下, 六个月以上一年以下 (in months), 五年, 三个月至一年.

    Raises UnreadableError if its figures cannot be read. A term without 以上 or 以下 is exact.
    """
    for found in _TERM.finditer(text, low, end):
        if found.start() and text[found.start() - 1] == "第":
            continue
        return _term(found)
    return None


def _term(found: re.Match[str]) -> Range:
    def value(name: str) -> Decimal:
        number = parse_figure(found[name])
        if number is None or number == 0:
            raise UnreadableError(found[0])
        return number

    start, end = found.span()
    if found["a"]:
        last_unit = _TIME[found["b_unit"].removeprefix("个") if found["b_unit"] != "个月" else "个月"]
        first_unit = _TIME[found["a_unit"]] if found["a_unit"] else last_unit
        first, last = value("a"), value("b")
        if (first_unit, last_unit) == (Unit.MONTH, Unit.YEAR):
            last, last_unit = last * 12, Unit.MONTH
        if first_unit is not last_unit or first > last:
            raise UnreadableError(found[0])
        return Range(start, end, first, last, last_unit)
    if found["cap"]:
        return Range(start, end, None, value("cap"), _TIME[found["cap_unit"]])
    exact = value("exact")
    return Range(start, end, exact, None if found["floor"] else exact, _TIME[found["exact_unit"]])
