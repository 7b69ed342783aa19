"""A source file as lines: trimmed, with their places, and in a plain form that the rules of parsing read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.model.source import SourceFile
from build_tools.text.invisible import BLANKS, INVISIBLE
from build_tools.text.script import character_pairs

#: How many characters of a line are folded: labels, markers and headings fit well within them.
PLAIN_LENGTH = 160

T = TypeVar("T")
_MARGIN = BLANKS + INVISIBLE
_MARKS: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{ord(c): "-" for c in "—–‒―─﹣−‐‑－"},
    **{ord(c): "“" for c in "「『〝＂"},
    **{ord(c): "”" for c in "」』〞"},
    **{ord(c): " " for c in _MARGIN},
    **str.maketrans("﹙﹚﹑︰﹕｡〈〉", "()、::。《》"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, or a stretch of one, without the blanks and invisible characters around it.

    ``plain`` is its beginning in plain form, one character for one: offsets in it are offsets in ``text``.
    """

    number: int
    """Line of the file, from 1."""
    start: int
    end: int
    text: str
    plain: str

    @property
    def is_short(self) -> bool:
        """True if ``plain`` shows the whole line."""
        return len(self.text) <= PLAIN_LENGTH

    @property
    def last(self) -> str:
        """The last character in plain form; empty if the stretch is."""
        return plain_form(self.text[-1:])

    @property
    def compact(self) -> str:
        """The plain form without blanks."""
        return self.plain.replace(" ", "")

    def part(self, start: int, end: int) -> Line:
        """The stretch from ``start`` to ``end``, offsets in ``text``, trimmed."""
        return make_line(self.number, self.start + start, self.text[start:end])


def read_lines(source: SourceFile) -> list[Line]:
    r"""All lines of a source that hold text, in order.

    A line ends with LF, CRLF or CR (see `SourceFile`); blank lines and lines of invisible characters are left
    out. ``"　　第一条　为了…\r\n"`` gives a line with text ``第一条　为了…`` and plain ``第一条 为了…``.
    """
    text, starts = source.text, source.line_starts
    ends = (*starts[1:], len(text))
    places = enumerate(zip(starts, ends, strict=True), 1)
    lines = (make_line(number, start, text[start:end]) for number, (start, end) in places)
    return [line for line in lines if line.text]


def next_known(values: Sequence[T | None]) -> list[T | None]:
    """For each value the next one behind it that is not None: ``[None, 1, None]`` gives ``[1, None, None]``."""
    found: list[T | None] = [None]
    for value in reversed(values[1:]):
        found.append(found[-1] if value is None else value)
    return found[: len(values)][::-1]


def make_line(number: int, start: int, raw: str) -> Line:
    """A line from its raw text, trimmed; ``start`` is where the raw text begins in the file."""
    text = raw.lstrip(_MARGIN)
    start += len(raw) - len(text)
    text = text.rstrip(_MARGIN)
    return Line(number, start, start + len(text), text, plain_form(text[:PLAIN_LENGTH]))


def plain_form(text: str) -> str:
    """Half width, Simplified character by character, one blank for each blank; as long as the text.

    >>> plain_form("第４４條　（一）「網絡」")
    '第44条 (一)“网络”'
    """
    return text.translate(_plain_table())


class _Table(dict[int, int | str]):
    """A table for `str.translate` that notes what stays as it is: a missing key costs much more than one found."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


@cache
def _plain_table() -> _Table:
    """Numerals are left as they are: 參 is 3, 参 is a word."""
    pairs = {ord(a): b for a, b in character_pairs().items() if a not in NUMERAL_CLASS}
    return _Table({**pairs, **_MARKS})
