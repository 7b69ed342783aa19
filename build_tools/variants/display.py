"""The display form: full-width punctuation for the half-width that a capture left, one mark for one mark."""

from __future__ import annotations

import unicodedata

_WIDE = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！"}
_BLANKS = " \t\u00a0"


def widen(text: str) -> tuple[tuple[int, str], ...]:
    """Where a half-width mark is shown full-width: (offset, mark shown), rising.

    A mark is widened if the nearest character on either side is Chinese (or a mark already widened), so that
    ``14:30``, ``1,000`` and ``www.example.org`` stay; brackets are widened in pairs.

    >>> widen("第一條(一)甲,14:30")
    ((3, '（'), (5, '）'), (7, '，'))
    """
    if not any(mark in text for mark in _WIDE):
        return ()
    found: dict[int, str] = {}
    open_brackets: list[int] = []
    for i, char in enumerate(text):
        if char in "\r\n":
            open_brackets.clear()  # a bracket left open does not reach into the next line
            continue
        wide = _WIDE.get(char)
        if wide is None:
            continue
        if char == ")" and open_brackets:
            if open_brackets.pop() in found:
                found[i] = wide
            continue
        if char == "(":
            open_brackets.append(i)
        if _is_chinese(text, i, -1, found) or _is_chinese(text, i, 1, found):
            found[i] = wide
    return tuple(sorted(found.items()))


def _is_chinese(text: str, at: int, step: int, found: dict[int, str]) -> bool:
    """Is the nearest character in this direction, blanks passed over, Chinese or a widened mark?"""
    i = at + step
    while 0 <= i < len(text) and text[i] in _BLANKS:
        i += step
    if not 0 <= i < len(text):
        return False
    return i in found or text[i] in "“”‘’…—" or unicodedata.east_asian_width(text[i]) in "WF"
