"""One form for comparing: width, quotation marks, dashes and blanks are folded; the script is not."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from build_tools.text.invisible import INVISIBLE
from build_tools.text.offsets import OffsetMap

_QUOTES = {ord(c): '"' for c in "“”„‟「」『』〝〞＂"} | {ord(c): "'" for c in "‘’‚‛＇"}
_DASHES = {ord(c): "-" for c in "－—–‒―─﹣−‐‑"}
_TABLE = {**_QUOTES, **_DASHES, ord("﹑"): "、", ord("・"): "·", ord("•"): "·", ord("．"): "."}
_INVISIBLE = frozenset(INVISIBLE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way from each boundary of the original into it."""

    text: str
    offsets: OffsetMap


def is_blank(char: str) -> bool:
    """True for any white space (NBSP, U+3000, U+2003 and line ends too) and for what has no picture."""
    return char.isspace() or char in _INVISIBLE


def fold_width(text: str) -> str:
    """Fold width and marks one character for one character: the length never changes.

    >>> fold_width("第５７條，（一）“甲”")
    '第57條,(一)"甲"'
    """
    return "".join(map(_fold_char, text))


def fold(text: str) -> Folded:
    """Fold as `fold_width` does and drop every blank; the map says where each character went.

    >>> fold("總　 則，").text
    '總則,'
    """
    kept = [i for i, c in enumerate(text) if not is_blank(c)]
    return Folded("".join(_fold_char(text[i]) for i in kept), OffsetMap.of_kept(kept, len(text)))


def _fold_char(char: str) -> str:
    if char < "\u0080":
        return char
    special = _TABLE.get(ord(char))
    if special:
        return special
    normal = unicodedata.normalize("NFKC", char)
    return normal if len(normal) == 1 else char
