"""Where a character of one text stands in another that was made from it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Monotone map from boundaries of text A (0..len(A)) to boundaries of text B (0..len(B)).

    ``anchors`` are pairs (a, b), strictly rising in a and not falling in b; the first has a = 0, the last is
    (len(A), len(B)). Between two anchors the map runs step by step and stops at the next anchor's b, so a
    stretch that grew or shrank is mapped as one piece.
    """

    anchors: tuple[tuple[int, int], ...]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text of this length to itself."""
        return cls(((0, 0), (length, length))) if length else cls(((0, 0),))

    def map(self, offset: int) -> int:
        """The boundary of B that belongs to this boundary of A; IndexError outside 0..len(A)."""
        if not 0 <= offset <= self.anchors[-1][0]:
            raise IndexError(offset)
        i = bisect_right(self.anchors, offset, key=lambda pair: pair[0]) - 1
        a, b = self.anchors[i]
        if i + 1 == len(self.anchors):
            return b
        return min(b + offset - a, self.anchors[i + 1][1])

    def map_span(self, start: int, end: int) -> tuple[int, int]:
        """Both ends of a half-open range of A, as a range of B."""
        return self.map(start), self.map(end)
