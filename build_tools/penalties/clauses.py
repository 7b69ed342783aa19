"""A folded line cut into sentences (。), limbs (；) and pieces (，); nothing inside brackets or quotation marks cuts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.penalties.bearers import Words

_OPEN, _CLOSE = "(“《‘", ")”》’"
_MARKS = re.compile(r"[。;,:(“《‘)”》’!?]")


def sentences(text: str) -> Iterator[Words]:
    """The sentences of a line."""
    return _cut(text, 0, len(text), "。!?")


def limbs(text: str, start: int, end: int) -> Iterator[Words]:
    """The limbs of a sentence; a colon ends one too."""
    return _cut(text, start, end, ";:")


def pieces(text: str, start: int, end: int) -> Iterator[Words]:
    """The pieces between commas, each without the comma."""
    return _cut(text, start, end, ",")


def _cut(text: str, start: int, end: int, marks: str) -> Iterator[Words]:
    depth, at = 0, start
    for found in _MARKS.finditer(text, start, end):
        char = found[0]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in marks and depth == 0:
            if found.start() > at:
                yield Words(at, found.start())
            at = found.end()
    if at < end:
        yield Words(at, end)
