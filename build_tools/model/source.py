"""A source file as received, and places in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in one source file; prints as ``law/edition:120-180``."""

    source: str
    start: int
    end: int

    def __str__(self) -> str:
        """The form that home elements carry in ``data-src``."""
        return f"{self.source}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Position:
    """Line from 1, column from 0, both in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A decoded source file; ``text.encode("utf-8")`` gives the bytes back (BOM and CRLF stay in the text).

    A line ends with LF, CRLF or a lone CR; other separators (U+0085, U+2028) are characters like any other.
    """

    id: str
    """``{law slug}/{edition or submission slug}``: never holds a colon."""
    path: str
    """Where it was read from, with forward slashes, as shown in messages."""
    sha256: str
    text: str
    line_starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of_text(cls, source_id: str, path: str, text: str, sha256: str = "") -> SourceFile:
        """Build from decoded text; used by the reader and by tests."""
        return cls(source_id, path, sha256, text, _line_starts(text))

    def position(self, offset: int) -> Position:
        """Line and column of a code point offset (the end of the text included)."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1])

    def line(self, number: int) -> str:
        """Text of line ``number`` (from 1) without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def slice(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


def _line_starts(text: str) -> tuple[int, ...]:
    starts = [0]
    i, size = 0, len(text)
    while i < size:
        if text[i] == "\n" or (text[i] == "\r" and text[i + 1 : i + 2] != "\n"):
            starts.append(i + 1)
        i += 1
    return tuple(starts)
