"""The sentence that words stand in: what a reader must see to know why a provision is cited."""

from __future__ import annotations

import re
from typing import NamedTuple

#: A sentence ends with these and the closing marks behind them.
_END = re.compile(r"[。！？!?]+[”’」』）》\"]*")
#: A sentence of an opinion or explanation that is longer than this is shown by its clause; one of a law never is.
LONG = 140
_CLAUSE = re.compile(r"[；;]")


class Sentence(NamedTuple):
    """Half-open range in the line; ``opens`` and ``closes`` are False where the sentence goes on beyond it."""

    start: int
    end: int
    opens: bool
    closes: bool


def sentence_around(line: str, start: int, end: int, longest: int = LONG) -> Sentence:
    """The sentence that holds ``line[start:end]``, or of one above ``longest`` characters the clauses between two ；.

    >>> sentence_around("甲應當登記。依照前款處理。", 8, 10)
    Sentence(start=6, end=13, opens=True, closes=True)
    """
    first, last = _around(line, _END, start, end, 0, len(line))
    if last - first <= longest:
        return Sentence(first, last, True, True)
    a, b = _around(line, _CLAUSE, start, end, first, last)
    return Sentence(a, b, a == first, b == last)


def _around(line: str, border: re.Pattern[str], start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The stretch of ``line[low:high]`` between the nearest borders on either side, the right one included."""
    first = max((m.end() for m in border.finditer(line, low, start)), default=low)
    after = border.search(line, end, high)
    last = after.end() if after else high
    while first < start and line[first].isspace():
        first += 1
    return first, last
