"""Chinese and Arabic numerals as laws write them: 第六十八條, 第一千二百六十條, 第57條, 第５７條."""

from __future__ import annotations

import re
from functools import lru_cache

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "兩": 2, "两": 2,
    "壹": 1, "貳": 2, "贰": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5, "陸": 6, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "萬": 10_000}
_FULL_WIDTH = {ord("０") + n: str(n) for n in range(10)}
_NAMES = "〇一二三四五六七八九"

#: Characters that may stand in a number; for use inside a regular expression's class.
NUMERAL_CLASS = "0-9０-９〇零○一二三四五六七八九十百千万萬兩两廿卅壹貳贰叁參肆伍陸陆柒捌玖拾佰仟"
_ARABIC = re.compile(r"[0-9]{1,9}\Z")


@lru_cache(maxsize=4096)
def parse_numeral(text: str) -> int | None:
    """Read one number, Chinese (up to 99,999) or Arabic, half or full width; None if it is not one.

    Strict: each unit once and in falling order, 零 only where a place is empty, so that a slip of the
    pen such as 二十百 is reported by the caller and never guessed.

    >>> parse_numeral("一千二百六十"), parse_numeral("５７"), parse_numeral("一百零五"), parse_numeral("二十百")
    (1260, 57, 105, None)
    """
    plain = text.translate(_FULL_WIDTH)
    if _ARABIC.match(plain):
        return int(plain)
    plain = plain.replace("廿", "二十").replace("卅", "三十")
    if not plain or any(c not in _DIGITS and c not in _UNITS for c in plain):
        return None
    if not any(c in _UNITS for c in plain):
        return _positional(plain)
    return _with_units(plain)


def _positional(digits: str) -> int | None:
    """Digits in places, as in 二〇二六; one digit alone is itself."""
    if 1 < len(digits) < 4 and (digits[-1] == "零" or not any(c in "〇零○" for c in digits)):
        return None  # 一二 is two numbers side by side, not twelve; 一零 is no number at all
    value = 0
    for c in digits:
        value = value * 10 + _DIGITS[c]
    return value


def _with_units(text: str) -> int | None:
    total, last_unit, digit, skipped = 0, 100_000, None, False
    for c in text:
        if c in _DIGITS:
            if _DIGITS[c] == 0:
                if digit is not None or skipped or not total:
                    return None
                skipped = True
                continue
            if digit is not None:
                return None
            digit = _DIGITS[c]
            continue
        unit = _UNITS[c]
        if unit >= last_unit or (digit is None and unit != 10):
            return None
        total += (1 if digit is None else digit) * unit  # 一百十 stands in old texts for 一百一十
        last_unit, digit, skipped = unit, None, False
    if digit is not None:
        if last_unit > 10 and not skipped:
            return None  # 一百五 may be 105 or 150: not ours to say
        total += digit
    elif skipped:
        return None
    return total


def to_chinese(number: int) -> str:
    """Write a number from 0 to 99,999 as laws do; ValueError for others.

    >>> to_chinese(68), to_chinese(105), to_chinese(1260), to_chinese(12), to_chinese(10001)
    ('六十八', '一百零五', '一千二百六十', '十二', '一万零一')
    """
    if not 0 <= number <= 99_999:
        raise ValueError(f"0 to 99,999, not {number}")
    if number == 0:
        return "零"
    out, pending_zero = "", False
    for unit, name in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit == 0:
            pending_zero = bool(out)
            continue
        out += ("零" if pending_zero else "") + _NAMES[digit] + name
        pending_zero = False
    return out[1:] if out.startswith("一十") else out
