"""Divides a feedback file into its title, lines outside, general sections and blocks on articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from build_tools.feedback.parse.headings import HeadingRules
from build_tools.feedback.parse.labels import ArticleLabel, LabelForm
from build_tools.feedback.parse.lines import (
    FeedbackLine,
    LinePiece,
    Stretch,
    StretchKind,
    part_of,
    text_kind,
    whole,
)
from build_tools.feedback.parse.tables import OpinionRow, read_table
from build_tools.feedback.parse.words import CLOSING, DEMANDS, LEADS_IN, POSITION, PROPOSES, OpinionPart, Role
from build_tools.model.feedback import FragmentKind

_OTHER_LAW = re.compile(r"《([^《》]{1,60})》(?:第[^，,。；;”]{1,12}[条款项])?(?:规定)?[：:]?\s*\Z")


def scan(
    lines: Sequence[FeedbackLine],
    is_own_law: Callable[[str], bool],
    repeats: Callable[[str, Sequence[tuple[int, ...]]], bool],
) -> list[Stretch]:
    """Divide the lines; every line lands in one group, in order.

    A line with the label of an article begins a block; the heading of a part (总体意见, 具体条款意见) stands
    outside; other headings begin a general section or stand within the block. ``is_own_law`` tells whether a
    title before a label (《…》第十二条) is that of the law which the document speaks of, ``repeats`` whether a
    line is the text of some articles: one that amends a law holds labels of that law's articles.
    """
    scanner = _Scanner(HeadingRules.of(lines, is_own_law), repeats)
    at = 0
    while at < len(lines):
        at = scanner.take(at)
    scanner.part_closing_lines()
    return scanner.groups


@dataclass(slots=True)
class _Scanner:
    labels: HeadingRules
    repeats: Callable[[str, Sequence[tuple[int, ...]]], bool]
    groups: list[Stretch] = field(default_factory=list)
    part: OpinionPart | None = None
    last_number: dict[str, int] = field(default_factory=dict)
    """The last number of each style among headings of sections and blocks."""

    @property
    def lines(self) -> Sequence[FeedbackLine]:
        """All lines of the document."""
        return self.labels.lines

    @property
    def current(self) -> Stretch | None:
        """The section or block that goes on; None outside."""
        last = self.groups[-1] if self.groups else None
        return last if last and last.kind in (StretchKind.GENERAL, StretchKind.ARTICLE) else None

    def take(self, at: int) -> int:
        """Take the line (or the table) at ``at``; return where to go on."""
        line = self.lines[at]
        if line.line.kind is FragmentKind.CELL:
            return self._take_table(at)
        piece = whole(line)
        if line.line.kind is FragmentKind.QUOTE and line.label and self.labels.quote_heads_block(at):
            self._open_block(line, line.label, at)
        elif line.line.kind in (FragmentKind.QUOTE, FragmentKind.CODE):
            self._append(piece)
        elif line.label and self._heads_block(at):
            self._open_block(line, line.label, at)
        elif line.label and self._heads_sentence(at):
            self._file(line, line.label)
        elif not self.groups and self.labels.is_title(at):
            self.groups.append(Stretch(StretchKind.TITLE, pieces=[piece]))
        elif (part := part_of(line)) and self._heads_part(line, part, at):
            self._open_part(line, part)
        elif self.labels.is_doubtful(at) and not self._names_block(line):
            self._note_number(line)
            heads = self._has_body(at) and not (len(line.text) > 30 and line.text.endswith("."))
            head, pieces = (replace(piece, kind=FragmentKind.HEADING), []) if heads else (None, [piece])
            self.groups.append(Stretch(StretchKind.GENERAL, head, pieces=pieces, doubtful=True))
        elif self._goes_on_numbers(line):
            self._note_number(line)
            self.groups.append(Stretch(StretchKind.GENERAL, pieces=[piece]))
        elif line.heading and self._heads_section(at):
            self._note_number(line)
            self.groups.append(Stretch(StretchKind.GENERAL, head=replace(piece, kind=FragmentKind.HEADING)))
        else:
            self._append(piece)
        return at + 1

    def _heads_block(self, at: int) -> bool:
        """True if the label at the beginning of a line is a heading, not the text of a block."""
        line = self.lines[at]
        label = line.label
        if not label or not self.labels.may_head(line):
            return False
        if line.line.kind is FragmentKind.HEADING:
            return not (line.text.rstrip().endswith("。") and label.form is LabelForm.GLUED)
        begins = self.labels.begins_paragraph(at)
        if label.form is LabelForm.ALONE:
            return begins or (len(line.text) <= 30 and not label.english)
        if label.form is LabelForm.GLUED:
            return False
        return begins and not self._is_text_of_block(at, label)

    def _heads_sentence(self, at: int) -> bool:
        """True for 第三条规定的… in a document in which no article has a heading."""
        glued = self.labels.glued_only and self.part is not OpinionPart.GENERAL
        return glued and self.labels.may_head(self.lines[at]) and self.labels.begins_paragraph(at)

    def _is_text_of_block(self, at: int, label: ArticleLabel) -> bool:
        """第十二条 … below the heading 第十二条, or below 建议修改为：."""
        block = self.current
        before = self.lines[at - 1] if at else None
        announced = before and before.role and before.role.role in (Role.QUOTE, Role.PROPOSAL)
        if announced or (before and PROPOSES.search(before.plain)):
            return True
        if before and (named := _OTHER_LAW.search(before.plain)) and not self.labels.is_own_law(named[1]):
            return True
        if not block or block.kind is not StretchKind.ARTICLE or not block.label:
            return False
        same = {a.first for a in label.listed.articles}.intersection(_articles(block.label))
        if not same and self._repeats_block(self.lines[at]):
            return True
        return bool(same) and (not block.pieces or block.label.form is LabelForm.ALONE)

    def _names_block(self, line: FeedbackLine) -> bool:
        """True if a label names the article that the block is about."""
        own = _articles(self.current.label) if self.current else ()
        return any(a.first in own for a in (line.label.listed.articles if line.label else ()))

    def _repeats_block(self, line: FeedbackLine) -> bool:
        """True if a line is the text of the article that the block is about."""
        return bool(self.current and self.repeats(line.plain, _articles(self.current.label)))

    def _open_block(self, line: FeedbackLine, label: ArticleLabel, at: int) -> None:
        self._note_number(line)
        rest = label.rest
        if rest == len(line.text) and DEMANDS.search(line.plain, 0, label.start) and not self._has_body(at):
            self._file(line, label)  # 建议删除第三条 with nothing below it
            return
        if label.captioned and not DEMANDS.search(line.plain, rest) and self._has_body(at):
            rest = len(line.text)
        head, pieces = replace(whole(line), kind=FragmentKind.HEADING), []
        if rest < len(line.text):
            pieces = [LinePiece(line, rest, len(line.text), text_kind(line), gap=False)]
            head = replace(head, end=len(line.text[:rest].rstrip()) or rest)
        self.groups.append(Stretch(StretchKind.ARTICLE, head, label, pieces))

    def _file(self, line: FeedbackLine, label: ArticleLabel) -> None:
        """An opinion without a heading of its own: a general one, but filed under the article it begins with."""
        self._note_number(line)
        piece = replace(whole(line), filed=label)
        if self.current and self.current.kind is StretchKind.GENERAL:
            self.current.pieces.append(piece)
        else:
            self.groups.append(Stretch(StretchKind.GENERAL, pieces=[piece]))

    def _has_body(self, at: int) -> bool:
        """True if text follows a line before the next heading."""
        if at + 1 >= len(self.lines):
            return False
        after = self.lines[at + 1]
        if after.line.kind in (FragmentKind.QUOTE, FragmentKind.CODE, FragmentKind.CELL) or after.role:
            return True
        if after.label and self.labels.may_head(after):
            label, own = after.label, self.lines[at].label
            same = own and {a.first for a in label.listed.articles} & {a.first for a in own.listed.articles}
            return bool(same) and label.form is not LabelForm.ALONE
        if part_of(after) or self.labels.is_doubtful(at + 1):
            return False
        return not self._ends_block_by_level(after)

    def _heads_part(self, line: FeedbackLine, part: OpinionPart, at: int) -> bool:
        """False for 具体意见： within a block on an article, and for lines that go on a sentence."""
        if not self.labels.begins_paragraph(at):
            return False
        block = self.current
        if not block or block.kind is not StretchKind.ARTICLE:
            return True
        if self._repeats_block(line):
            return False
        if part in (OpinionPart.GENERAL, OpinionPart.OTHER, OpinionPart.CHAPTER):
            plain = line.gap or part in (OpinionPart.GENERAL, OpinionPart.CHAPTER) or line.text.isascii()
            return line.heading or (plain and not line.role)
        return self._ends_block_by_level(line)

    def _open_part(self, line: FeedbackLine, part: OpinionPart) -> None:
        self._note_number(line)
        piece = replace(whole(line), kind=FragmentKind.HEADING)
        if part in (OpinionPart.GENERAL, OpinionPart.SPECIFIC):
            self.part = part
            self.groups.append(Stretch(StretchKind.FRONT, pieces=[piece]))
        else:
            self.groups.append(Stretch(StretchKind.GENERAL, head=piece))

    def _heads_section(self, at: int) -> bool:
        """True if a line in the form of a heading begins a general section."""
        line, block = self.lines[at], self.current
        if line.role and not self._ends_block_by_level(line):
            return False
        if block and block.kind is StretchKind.ARTICLE:
            return self._ends_block_by_level(line)
        if line.line.kind is FragmentKind.HEADING:
            head = block.head.line.line if block and block.head else None
            return not (head and head.kind is FragmentKind.HEADING and line.line.level > head.level)
        return self._has_own_body(at)

    def _has_own_body(self, at: int) -> bool:
        """True if text follows a numbered line before the next number of its style: it is a heading then."""
        if at + 1 >= len(self.lines):
            return False
        here, after = self.lines[at], self.lines[at + 1]
        if after.label and self.labels.may_head(after) and after.label.form is LabelForm.ALONE:
            return here.numbering is None or here.numbering.style == "han"
        if here.numbering and after.numbering and here.numbering.style == after.numbering.style:
            return False
        return part_of(after) is None

    def _ends_block_by_level(self, line: FeedbackLine) -> bool:
        """True if a heading stands as high as that of the block, by its level or by going on its numbers."""
        block = self.current
        head = block.head.line if block and block.head else None
        if line.line.kind is FragmentKind.HEADING:
            marked = head is not None and head.line.kind is FragmentKind.HEADING
            return not (head and marked) or line.line.level <= head.line.level
        last = self.last_number.get(line.numbering.style, 0) if line.heading and line.numbering else 0
        return last > 0 and line.numbering is not None and line.numbering.number == last + 1

    def _goes_on_numbers(self, line: FeedbackLine) -> bool:
        """True for 2、… without a label after a block that 1、第三条… began: an opinion on no single article."""
        block = self.current
        head = block.head.line if block and block.kind is StretchKind.ARTICLE and block.head else None
        if not head or not head.numbering or not line.numbering or not line.numbering.number:
            return False
        same = head.numbering.style == line.numbering.style
        return same and line.numbering.number == head.numbering.number + 1 and not line.role

    def _note_number(self, line: FeedbackLine) -> None:
        if line.numbering and line.numbering.number:
            self.last_number[line.numbering.style] = line.numbering.number

    def _append(self, piece: LinePiece) -> None:
        """Put a line into the section or block that goes on; outside, decide whether it is an opinion."""
        if self.current:
            self.current.pieces.append(piece)
        elif self.part is OpinionPart.GENERAL:
            self.groups.append(Stretch(StretchKind.GENERAL, pieces=[piece]))
        elif POSITION.search(piece.plain) and not LEADS_IN.search(piece.plain):
            self.groups.append(Stretch(StretchKind.GENERAL, pieces=[piece], unheaded=True))
        else:
            self.groups.append(Stretch(StretchKind.FRONT, pieces=[piece]))

    def _take_table(self, at: int) -> int:
        number, rest = self.lines[at].line.table, range(at, len(self.lines))
        end = next((i for i in rest if self.lines[i].line.table != number), len(self.lines))
        table = read_table(self.lines[at:end], self.labels.may_head)
        if table.rows:
            self.groups.append(Stretch(StretchKind.FRONT, pieces=list(table.head)))
            for row in table.rows:
                self._take_row(row)
            self.groups.append(Stretch(StretchKind.FRONT))
        else:
            for piece in (*table.head, *table.cells):
                self._append(piece)
        return end

    def _take_row(self, row: OpinionRow) -> None:
        """A row is a block on its article; without a label of its own it goes on the row before."""
        if row.label:
            self.groups.append(Stretch(StretchKind.ARTICLE, row.head, row.label, list(row.pieces)))
        elif self.current and not row.head:
            self.current.pieces += row.pieces
        else:
            pieces = list(row.pieces)
            self.groups.append(Stretch(StretchKind.GENERAL, row.head, pieces=pieces, doubtful=row.doubtful))

    def part_closing_lines(self) -> None:
        """Greeting, name and date at the end stand outside the last opinion."""
        last = self.current
        if not last:
            return
        pieces, start = last.pieces, len(last.pieces)
        for at in range(len(pieces) - 1, max(-1, len(pieces) - 9), -1):
            if pieces[at].role or len(pieces[at].text) > 40:
                break
            if CLOSING.match(pieces[at].plain):
                start = at
            elif pieces[at].text.rstrip().endswith(tuple("。；！？;!?：:")) or pieces[at].line.is_item:
                break
        self.groups += [Stretch(StretchKind.FRONT, pieces=[piece]) for piece in pieces[start:]]
        del pieces[start:]


def _articles(label: ArticleLabel | None) -> tuple[tuple[int, ...], ...]:
    """The articles of a block's heading, ranges opened."""
    return tuple(member for a in label.listed.articles for member in a.members()) if label else ()
