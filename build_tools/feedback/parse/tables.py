"""Tables of opinions: one row an article, columns told by their heads (条款, 原文, 修改意见, 理由)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from build_tools.feedback.parse.labels import ArticleLabel, LabelForm
from build_tools.feedback.parse.lines import FeedbackLine, LinePiece
from build_tools.feedback.parse.words import GENERAL_ROW, WITHIN_ARTICLE, Role, part_named, role_of_column
from build_tools.model.feedback import FragmentKind

_ROW_NUMBER = re.compile(r"[\s*_]*(?:\d{1,4}|[一二三四五六七八九十]{1,4})[.、．\s*_]*\Z")


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One row: the label cell as heading (None if the row goes on the one before), and the other cells.

    ``doubtful`` is true if that cell has words, but of which article is not clear.
    """

    head: LinePiece | None
    label: ArticleLabel | None
    doubtful: bool
    pieces: tuple[LinePiece, ...]


@dataclass(frozen=True, slots=True)
class OpinionTable:
    """A table; ``rows`` are filled if it has a row an article, else all cells below the head are ``cells``."""

    head: tuple[LinePiece, ...]
    rows: tuple[OpinionRow, ...]
    cells: tuple[LinePiece, ...]


def read_table(lines: Sequence[FeedbackLine], may_head: Callable[[FeedbackLine], bool]) -> OpinionTable:
    """Read the cells of one table, given in order.

    The column whose cells begin with labels of articles holds the headings of the blocks. A cell such as
    ``第十二条 任何个人…`` is divided into the label and the text behind it.
    """
    rows: dict[int, list[FeedbackLine]] = {}
    for line in lines:
        rows.setdefault(line.line.row, []).append(line)
    column = _label_column(rows, may_head)
    # A first row that begins with an article itself is no head.
    labelled = any(cell.line.column == column and may_head(cell) for cell in rows.get(0, []))
    head = [] if labelled else rows.pop(0, [])
    roles = {cell.line.column: role_of_column(cell.plain) for cell in head}
    illustrates = column is None and not any(roles.values())
    head_pieces = tuple(_cell(cell, None, illustrates) for cell in head)
    if column is None:
        cells = (_cell(c, roles.get(c.line.column), illustrates) for row in rows.values() for c in row)
        return OpinionTable(head_pieces, (), tuple(cells))
    read = tuple(_read_row(row, column, roles, may_head) for row in rows.values())
    return OpinionTable(head_pieces, read, ())


def _label_column(
    rows: dict[int, list[FeedbackLine]], may_head: Callable[[FeedbackLine], bool]
) -> int | None:
    """The leftmost column in which at least half of the filled cells begin with a label."""
    filled: dict[int, list[bool]] = {}
    for row in (row for number, row in rows.items() if number):
        for column, cell in {cell.line.column: cell for cell in reversed(row)}.items():
            labelled = may_head(cell) and cell.label is not None and cell.label.form is not LabelForm.GLUED
            filled.setdefault(column, []).append(labelled)
    return min((column for column, cells in filled.items() if sum(cells) * 2 >= len(cells)), default=None)


def _read_row(
    row: Sequence[FeedbackLine],
    column: int,
    roles: dict[int, Role | None],
    may_head: Callable[[FeedbackLine], bool],
) -> OpinionRow:
    head: LinePiece | None = None
    label: ArticleLabel | None = None
    doubtful = False
    pieces: list[LinePiece] = []
    for cell in row:
        role = roles.get(cell.line.column)
        if cell.line.column != column or head:
            pieces.append(_cell(cell, role))
        elif cell.label and may_head(cell):
            label = cell.label
            rest = label.rest if label.form is not LabelForm.GLUED else len(cell.text)
            head = LinePiece(cell, 0, len(cell.text[:rest].rstrip()), FragmentKind.HEADING, gap=True)
            if rest < len(cell.text):
                pieces.append(LinePiece(cell, rest, len(cell.text), FragmentKind.CELL, gap=False, role=role))
        elif cell.label or not WITHIN_ARTICLE.match(cell.plain):
            head = replace(_cell(cell, None), kind=FragmentKind.HEADING)
            doubtful = not GENERAL_ROW.match(cell.plain) and not part_named(cell.plain)
        else:
            pieces.append(_cell(cell, role))
    number = next((p for p in pieces if p.line.line.column < column and _ROW_NUMBER.match(p.text)), None)
    if head and number:
        pieces.remove(number)
        head = replace(head, number=number.line)
    return OpinionRow(head, label, doubtful, tuple(pieces))


def _cell(cell: FeedbackLine, role: Role | None, illustrates: bool = False) -> LinePiece:
    return LinePiece(cell, 0, len(cell.text), FragmentKind.CELL, gap=True, role=role, illustrates=illustrates)
