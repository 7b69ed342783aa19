"""The form in which words are looked for, made as overrides/assets/javascripts/search/fold.js makes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from unicodedata import category, normalize

from build_tools.pages.found import Document
from build_tools.search.fold_table import all_folds

_HAN = range(0x3400, 0xF900)
_COMPATIBLE = range(0xF900, 0x10000)
_RADICALS = range(0x2E80, 0x2FE0)
_GAP = "\0"
_BETWEEN_WORDS = re.compile(f"(?<=[0-9a-z\xc0-\u052f]){_GAP}+(?=[0-9a-z\xc0-\u052f])")


def fold(text: str) -> str:
    """Script, width and case folded, marks and blanks dropped; lines stay lines.

    Between two Latin words one blank stays, so that their edges can be seen.

    >>> fold("《網絡》範圍，ＶＰＮ/IP")
    '网络范围vpn ip'
    """
    return _BETWEEN_WORDS.sub(" ", text.translate(_table())).replace(_GAP, "")


@dataclass(frozen=True, slots=True)
class Folded:
    """The lines of an edition as they are looked for: as written, and the other script where that folds otherwise."""

    written: tuple[str, ...]
    odd: Mapping[int, str]
    """The other script of a line, by its number: 乾 is not 干."""

    def by_document(self, found: Iterable[Document]) -> Iterator[list[str]]:
        """The lines of each of the documents that this was made of."""
        start = 0
        for document in found:
            numbers = range(start, start + len(document.lines))
            start = numbers.stop
            odd = [self.odd[number] for number in numbers if number in self.odd]
            yield [*self.written[numbers.start : numbers.stop], *odd]


def fold_documents(found: Iterable[Document]) -> Folded:
    """Fold every line of these documents in both scripts."""
    texts = [line.texts for document in found for line in document.lines]
    written, other = fold_lines(t.written for t in texts), fold_lines(t.other for t in texts)
    odd = {number: b for number, (a, b) in enumerate(zip(written, other, strict=True)) if a != b}
    return Folded(tuple(written), MappingProxyType(odd))


def fold_lines(lines: Iterable[str]) -> list[str]:
    """Each line folded by itself."""
    return fold("\n".join(lines)).split("\n")


class _Table(dict[int, str]):
    """Char code -> what it folds to, found out when it is first asked for."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(code)
        return folded


@cache
def _table() -> _Table:
    return _Table()


def _folded(code: int) -> str:
    """The browser's table has 65,536 places; what lies beyond folds to itself."""
    once = _once(code)
    if (code in _COMPATIBLE or code in _RADICALS) and once != _GAP:
        return _once(ord(once))  # such a character stands for one that may itself fold
    return once


def _once(code: int) -> str:
    char = chr(code)
    if code == 10 or code > 0xFFFF:
        return char
    if code == 0x25CB:
        return "〇"  # ○ in 二○二六
    if char in all_folds():
        return all_folds()[char]
    if code in _HAN:
        return char
    normal = normalize("NFKC", char).lower()
    kept = normal if len(normal) == 1 and normal <= "\uffff" else char
    dropped = category(kept)[0] in "PSZC" or "\ufe00" <= kept <= "\ufe0f"
    return _GAP if dropped else kept
