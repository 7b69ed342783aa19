"""The visible lines of a feedback file: each mapped exactly to the source, block markup left outside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from build_tools.feedback.parse.markdown import (
    ListItem,
    MarkdownBlock,
    MarkdownBlocks,
    find_marks,
    read_blocks,
)
from build_tools.model.feedback import FragmentKind
from build_tools.model.manifest import LineRange
from build_tools.model.source import SourceFile, Span
from build_tools.text.fold import is_blank

_SHRINKING = " \t\f\v"
"""Blanks that a browser does not show at the end of a line; U+00A0 and U+3000 stay in the text."""
_MARKUP_ONLY = re.compile(r"[\s>*+\-_#|=`~:\u200b-\u200d\u2060\ufeff]*\Z")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_CELL_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPTY_CELL = re.compile(r"[-—–－/／\s]+\Z")
_SENTENCE_END = tuple("。！？!?；;：:，,")
_YEAR = re.compile(r"\d{4,}[.)]\Z")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One source line, or one line of a table's cell, without its block markup.

    ``kind`` is HEADING, PARAGRAPH, SUGGESTION (first line of a list item), QUOTE, CELL or CODE.
    """

    kind: FragmentKind
    text: str
    span: Span
    number: int
    """Line of the source, from 1."""
    level: int = 0
    """Level of a heading, depth of a list item or of a block quote."""
    depth: int = 0
    """How many list items it stands in."""
    marker: str = ""
    marker_span: Span | None = None
    row: int = 0
    column: int = 0
    table: int = 0
    """Running number of its table, 0 for none."""
    emphasis: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackText:
    """The visible lines of a file in order. All other characters are blanks, block markup or set aside."""

    lines: tuple[TextLine, ...]
    rejected_links: tuple[Span, ...]
    open_fences: tuple[Span, ...]
    """Opening lines of code blocks that nothing closes."""
    has_markup: bool
    """True if the file uses headings, block quotes or tables of Markdown."""


def read_text(source: SourceFile, set_aside: tuple[LineRange, ...] = ()) -> FeedbackText:
    r"""Read a feedback file as CommonMark and return its visible lines; ``text`` equals the characters of ``span``.

    A soft line break ends a line here: plain text has one paragraph a line. Lines are trimmed: every blank
    before the text, and those behind it that no browser shows, lie outside. What the Markdown parser does
    not reach is given as it stands, so nothing can be lost.

    >>> source = SourceFile.of_text("x/y", "y.md", "## 第十二条\n> 任何个人\n")
    >>> [(line.kind.value, line.text) for line in read_text(source).lines]
    [('heading', '第十二条'), ('quote', '任何个人')]
    """
    rows = _rows(source, set_aside)
    reading = _Reading(source, rows, read_blocks(rows))
    for block in reading.blocks.blocks:
        if block.form in _TAKERS:
            _TAKERS[block.form](reading, block)
    for number, row in enumerate(rows):
        if number not in reading.done and not _MARKUP_ONLY.match(row):
            _add(reading, number, 0, len(row), FragmentKind.PARAGRAPH, _NO_BLOCK)
    reading.lines.sort(key=lambda line: line.span.start)
    forms = {block.form for block in reading.blocks.blocks}
    quoted = any(block.quotes for block in reading.blocks.blocks)
    has_markup = quoted or not forms.isdisjoint({"heading", "table"})
    return FeedbackText(tuple(reading.lines), tuple(reading.rejected), tuple(reading.open_fences), has_markup)


_NO_BLOCK = MarkdownBlock("paragraph", 0, 0, "", 0, 0, ())


@dataclass(slots=True)
class _Reading:
    source: SourceFile
    rows: list[str]
    blocks: MarkdownBlocks
    lines: list[TextLine] = field(default_factory=list)
    rejected: list[Span] = field(default_factory=list)
    open_fences: list[Span] = field(default_factory=list)
    done: set[int] = field(default_factory=set)
    marked: set[int] = field(default_factory=set)
    """List items whose marker was given to a line."""
    tables: int = 0

    def column(self, row: int) -> int:
        return max(0, self.blocks.columns.get(row, 0))

    def span(self, row: int, start: int, end: int) -> Span:
        base = self.source.line_starts[row]
        return Span(self.source.id, base + start, base + end)


def _rows(source: SourceFile, set_aside: tuple[LineRange, ...]) -> list[str]:
    """Lines as the Markdown parser gets them: columns as in the source, blank and set-aside lines empty."""
    rows = [source.line(n).replace("\0", "\ufffd") for n in range(1, len(source.line_starts) + 1)]
    if rows[0].startswith("\ufeff"):
        rows[0] = " " + rows[0][1:]
    for part in set_aside:
        for number in range(max(1, part.first), min(part.last, len(rows)) + 1):
            rows[number - 1] = ""
    return ["" if all(map(is_blank, row)) else row for row in rows]


def _take_heading(reading: _Reading, block: MarkdownBlock) -> None:
    row = reading.rows[block.first]
    start = reading.column(block.first) + len(block.markup)
    end = len(row.rstrip(_SHRINKING))
    bare = len(row[:end].rstrip("#"))
    if bare < end and (bare <= start or row[bare - 1] in " \t"):
        end = bare  # closing sequence of #
    _add(reading, block.first, start, end, FragmentKind.HEADING, block)


def _take_underlined(reading: _Reading, block: MarkdownBlock) -> None:
    """A line with ``---`` below it is a heading unless it is a sentence: plain text draws lines so."""
    body = range(block.first, block.end - 1)
    reading.done.add(block.end - 1)
    if len(body) > 1 or reading.rows[block.first].rstrip().endswith(_SENTENCE_END):
        _take_paragraph(reading, block, body)
        return
    column = reading.column(block.first)
    _add(reading, block.first, column, len(reading.rows[block.first]), FragmentKind.HEADING, block)


def _take_paragraph(reading: _Reading, block: MarkdownBlock, rows: range | None = None) -> None:
    kind = FragmentKind.QUOTE if block.quotes else FragmentKind.PARAGRAPH
    for row in range(block.first, block.end) if rows is None else rows:
        _add(reading, row, reading.column(row), len(reading.rows[row]), kind, block)


def _take_fence(reading: _Reading, block: MarkdownBlock) -> None:
    first, last = block.first, block.end - 1
    closing = reading.rows[last][reading.column(last) :].strip()
    closed = last > first and closing.startswith(block.markup) and not closing.strip(block.markup[0])
    if not closed:
        reading.open_fences.append(reading.span(first, 0, len(reading.rows[first])))
    reading.done.update({last} if closed else ())
    opening = reading.column(first) + len(block.markup)
    _add(reading, first, opening, len(reading.rows[first]), FragmentKind.CODE, block)
    for row in range(first + 1, last if closed else block.end):
        _add(reading, row, reading.column(row), len(reading.rows[row]), FragmentKind.CODE, block)


def _take_table(reading: _Reading, block: MarkdownBlock) -> None:
    """Cells by place; Markdown lets any line follow a table, but one without a bar is a paragraph here."""
    reading.tables += 1
    reading.done.add(block.first + 1)
    rows = [block.first, *range(block.first + 2, block.end)]
    for number, at in enumerate(rows):
        row, column = reading.rows[at].rstrip(), reading.column(at)
        borders = [m.start() for m in _CELL_BORDER.finditer(row, column)]
        if not borders:
            _take_paragraph(reading, block, range(at, at + 1))
            continue
        if row[column] != "|":
            borders.insert(0, column - 1)
        if borders[-1] < len(row) - 1:
            borders.append(len(row))
        for index, (left, right) in enumerate(pairwise(borders)):
            _take_cell(reading, at, left + 1, right, block, (number, index))


_TAKERS: dict[str, Callable[[_Reading, MarkdownBlock], None]] = {
    "heading": _take_heading, "underlined": _take_underlined, "paragraph": _take_paragraph,
    "fence": _take_fence, "table": _take_table,
}  # fmt: skip


def _take_cell(
    reading: _Reading, at: int, start: int, end: int, block: MarkdownBlock, cell: tuple[int, int]
) -> None:
    """``<br>`` is the only line break that a cell of Markdown can have, so it counts as one."""
    row = reading.rows[at]
    reading.done.add(at)
    if _EMPTY_CELL.match(row[start:end]):
        return
    breaks = [(start, start), *(found.span() for found in _CELL_BREAK.finditer(row, start, end)), (end, end)]
    for (_, first), (stop, _) in pairwise(breaks):
        _add(reading, at, first, stop, FragmentKind.CELL, block, cell)


def _add(
    reading: _Reading,
    row: int,
    start: int,
    end: int,
    kind: FragmentKind,
    block: MarkdownBlock,
    cell: tuple[int, int] = (0, 0),
) -> None:
    text = reading.rows[row]
    if all(map(is_blank, text[start:end])):
        return  # a number before nothing goes to the next line, or is text itself
    reading.done.add(row)
    marker, marker_span, outer = _marker(reading, block, row, start)
    start = outer if outer is not None else start
    end = start + len(text[start:end].rstrip(_SHRINKING))
    start = end - len(text[start:end].lstrip())
    if start >= end:
        return
    level = block.quotes if kind is FragmentKind.QUOTE else block.level
    if kind is FragmentKind.PARAGRAPH and marker_span:
        kind, level = FragmentKind.SUGGESTION, len(block.items)
    span = reading.span(row, start, end)
    marks = find_marks(reading.source.slice(span) if kind is not FragmentKind.CODE else "")
    reading.rejected += (Span(span.source, span.start + at, span.end) for at, _ in marks.rejected)
    reading.lines.append(
        TextLine(
            kind, reading.source.slice(span), span, row + 1, level, len(block.items), marker, marker_span,
            *cell, reading.tables if kind is FragmentKind.CELL else 0, marks.emphasis,
        )
    )  # fmt: skip


def _marker(
    reading: _Reading, block: MarkdownBlock, row: int, start: int
) -> tuple[str, Span | None, int | None]:
    """Marker of the innermost list item if this is its first line; or the column where a date begins.

    ``2026. 1. 31`` would be three lists in Markdown: years and rows of numbers are text.
    """
    fresh = [item for item in block.items if item.number not in reading.marked]
    reading.marked.update(item.number for item in fresh)
    places = list(_marker_places(reading, fresh, row, start))
    numbers = [at for item, at in places if item.marker[0].isdigit() and item.row == row]
    if len(numbers) > 1 or any(_YEAR.match(item.marker) for item, at in places if at in numbers):
        return "", None, numbers[0]
    if not places:
        return "", None, None
    item, at = places[-1]
    reading.done.add(item.row)
    return item.marker, reading.span(item.row, at, at + len(item.marker)), None


def _marker_places(
    reading: _Reading, items: list[ListItem], row: int, start: int
) -> Iterator[tuple[ListItem, int]]:
    position: dict[int, int] = {}
    for item in items:
        text = reading.rows[item.row][: start if item.row == row else None]
        at = text.find(item.marker, position.get(item.row, 0))
        if at >= 0:
            position[item.row] = at + len(item.marker)
            yield item, at
