"""One form for comparing: script, width, quotation marks, dashes, full stops and blanks are folded."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.text.invisible import INVISIBLE
from build_tools.text.script import fold_script

_QUOTES = {ord(c): '"' for c in "“”„‟「」『』〝〞＂"} | {ord(c): "'" for c in "‘’‚‛＇"}
_DASHES = {ord(c): "-" for c in "－—–‒―─﹣−‐‑"}
_MARKS = {**_QUOTES, **_DASHES} | {ord(a): b for a, b in zip("﹑・•．。", "、··..", strict=True)}
_INVISIBLE = frozenset(INVISIBLE)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text without blanks; ``places`` say where each of its characters stood."""

    text: str
    places: tuple[int, ...]

    def part(self, start: int, end: int) -> FoldedText:
        """The characters ``start`` to ``end`` with their places."""
        return FoldedText(self.text[start:end], self.places[start:end])


class _Table(dict[int, str]):
    """The folded form of each character, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        normal = unicodedata.normalize("NFKC", chr(code))
        char = fold_script(normal if len(normal) == 1 else chr(code))
        self[code] = _MARKS.get(ord(char), char)
        return self[code]


_TABLE = _Table()


def is_blank(char: str) -> bool:
    """True for any white space (NBSP, U+3000, U+2003 and line ends too) and for what has no picture."""
    return char.isspace() or char in _INVISIBLE


def fold_characters(text: str) -> str:
    """The text folded one character for one character: the length never changes, blanks stay.

    >>> fold_characters("第５７條，（一）“甲”。")
    '第57条,(一)"甲".'
    """
    return text.translate(_TABLE)


def fold(text: str, places: Sequence[int] | None = None) -> FoldedText:
    """The text as `fold_characters` gives it, without blanks; ``places`` are those of its characters if they are not offsets.

    >>> fold("總　 則，")
    FoldedText(text='总则,', places=(0, 3, 4))
    """
    kept = [i for i, char in enumerate(text) if not is_blank(char)]
    folded = fold_characters(text)
    return FoldedText(
        "".join([folded[i] for i in kept]), tuple([places[i] for i in kept] if places else kept)
    )
