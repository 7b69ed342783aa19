"""（一）, 一、, 1., （1）, ①: the markers of items (項) and of what stands below them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from string import ascii_letters, digits

from build_tools.grammar.numerals import parse_numeral

_C = "一二三四五六七八九十百零〇"
_MARKER = re.compile(
    rf"\( ?(?P<paren_chinese>[{_C}]{{1,6}})(?:之(?P<insert_in>[{_C}]{{1,2}}))? ?\)(?:之(?P<insert>[{_C}]{{1,2}}))?"
    rf"|(?P<chinese>[{_C}]{{1,6}})(?:之(?P<insert_chinese>[{_C}]{{1,2}}))? ?[、.]"
    r"|\( ?(?P<paren_arabic>[0-9]{1,3}) ?\)"
    r"|(?P<arabic>[0-9]{1,3}) ?[、.]"
    r"|(?P<half_paren>[0-9]{1,3})\)"
    r"|(?P<half_chinese>[一二三四五六七八九十]{1,3})\)"
    r"|\( ?(?P<paren_letter>[a-z]) ?\)"
    r"|(?P<letter>[a-zA-Z])[.)](?![a-zA-Z0-9.])"
    r"|(?P<sign>[①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛㈠-㈩])"
)
_SIGN_STYLES = (("①", "⑳", "①"), ("㉑", "㊿", "①"), ("⑴", "⒇", "(1)"), ("⒈", "⒛", "1."), ("㈠", "㈩", "(一)"))
# （一）项, （一）、（二）项, （一）至（三）项: a citation, not a marker
_CITED = re.compile(r" ?(?:[、,和或及与至到]|以及|或者) ?(?:第?\(|第)|[项款目](?!目)")
_YEAR = re.compile(rf"(?:[0-9]{{4}}|[{_C}]{{4}}) ?年")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the beginning of a line or stretch."""

    style: str
    """``(一)``, ``一、``, ``1.``, ``(1)``, ``①``, ``1)``, ``一)``, ``(a)``, ``a.``: width makes no difference."""
    number: int
    insert: int
    """1 for （三）之一, else 0."""
    length: int
    """How many characters it takes, blanks after it not counted."""
    body: int
    """Where the text after it begins."""
    doubtful: bool
    """True if a number follows at once, as in 1.5倍 or 一、二审: no list begins so, but a running list may go on."""


def read_marker(plain: str) -> Marker | None:
    """The marker that a line begins with (plain form), or None.

    >>> read_marker("(三)之一 制作").number, read_marker("(一)、(二)项所列"), read_marker("0. 02"), read_marker("2013年")
    (3, None, None, None)
    """
    found = _MARKER.match(plain) if plain[:1] in _FIRST else None
    if not found:
        return None
    kind = str(found.lastgroup)
    if kind.startswith("insert"):
        kind = {"insert_in": "paren_chinese", "insert": "paren_chinese", "insert_chinese": "chinese"}[kind]
    style, number = _STYLES.get(kind, ""), _number(kind, found[kind])
    if kind == "sign":
        style = next(s for first, last, s in _SIGN_STYLES if first <= found[kind] <= last)
    if not number or (style == "(一)" and _CITED.match(plain, found.end())):
        return None
    insert = found["insert_in"] or found["insert"] or found["insert_chinese"]
    body = len(plain) - len(plain[found.end() :].lstrip(" "))
    doubtful = _is_doubtful(style, plain, found.end())
    return Marker(style, number, (parse_numeral(insert) or 0) if insert else 0, found.end(), body, doubtful)


_STYLES = {
    "paren_chinese": "(一)", "chinese": "一、", "paren_arabic": "(1)", "arabic": "1.", "half_paren": "1)",
    "half_chinese": "一)", "paren_letter": "(a)", "letter": "a.",
}  # fmt: skip
_FIRST = frozenset("(" + digits + ascii_letters + _C)
_FIRST |= {chr(c) for a, b, _ in _SIGN_STYLES for c in range(ord(a), ord(b) + 1)}


def _number(kind: str, text: str) -> int:
    if "letter" in kind:
        return ord(text.lower()) - ord("a") + 1
    if kind == "sign":
        return int(unicodedata.numeric(text))
    return parse_numeral(text) or 0


def _is_doubtful(style: str, plain: str, end: int) -> bool:
    follow = plain[end : end + 1]
    if style == "1.":
        return follow.isdigit() and not _YEAR.match(plain, end)
    if style == "一、":
        return bool(follow) and follow in _C and not _YEAR.match(plain, end)
    return False
