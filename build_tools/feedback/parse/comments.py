"""Splits the lines of a block or section into opinions: by paragraph, by number, by 意见： and 理由：."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.feedback.parse.lines import LinePiece
from build_tools.feedback.parse.words import ANNOUNCES, PROPOSES, Role
from build_tools.model.feedback import FragmentKind

_ATTACHED = (FragmentKind.QUOTE, FragmentKind.CODE)
_ENDS = re.compile(r"[。！？!?][”」』）)】*_\s]*\Z")


def group_opinions(
    pieces: Sequence[LinePiece], *, general: bool, line_by_line: bool
) -> tuple[tuple[LinePiece, ...], ...]:
    """Stretch pieces into opinions; every piece lands in exactly one group, in order.

    A paragraph is an opinion; so is each numbered line of an article's block, but not the numbers below a
    sentence that announces them (建议：), nor, in a general section, those below a paragraph. 理由： belongs to
    the opinion before it, 建议： too unless that one has a 建议： of its own. ``line_by_line``: the document puts
    one paragraph a line without blank lines.
    """
    grouping = _Grouping(list(pieces), general, line_by_line)
    for at in range(len(pieces)):
        if grouping.begins(at):
            grouping.start(at)
        grouping.attach(at)
    return tuple(tuple(group) for group in grouping.groups)


def separates_by_blank_lines(pieces: Sequence[LinePiece]) -> bool:
    """True if blank lines stand between paragraphs here."""
    return any([p.gap for p in pieces if p.kind is FragmentKind.PARAGRAPH][1:])


@dataclass(slots=True)
class _Grouping:
    pieces: list[LinePiece]
    general: bool
    line_by_line: bool
    groups: list[list[LinePiece]] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    """意见, 建议, 理由 that the present opinion has had."""
    topic: bool = False
    """True while the present opinion stands below a heading of its own."""
    collecting: bool = False
    """True while numbered lines belong to the sentence above them."""
    only_attached: bool = True
    """True while the present opinion is nothing but quotes and code."""
    proposing: bool = False
    """True below 修改为：, to the next blank line: what stands there are words for the law."""
    last_item: LinePiece | None = None
    last_number: int = 0
    style: str = ""
    """Of the first number in the block: its opinions are numbered so, other styles stand below them."""
    coming: list[int] = field(default_factory=list)
    """For each piece the number of the next one of that style, 0 if a heading or the end comes first."""

    def __post_init__(self) -> None:
        self.style = next((p.numbering.style for p in self.pieces if p.numbering), "")
        number = 0
        for piece in reversed(self.pieces):
            self.coming.append(number)
            if piece.kind is FragmentKind.HEADING:
                number = 0
            elif piece.numbering and piece.numbering.style == self.style:
                number = piece.numbering.number
        self.coming.reverse()

    def begins(self, at: int) -> bool:
        piece = self.pieces[at]
        if not self.groups or piece.filed:
            return True
        before = self.pieces[at - 1]
        if _is_attached(piece) or self.only_attached:
            return False
        if piece.kind is FragmentKind.CELL:
            return not self._same_row(at)
        if before.kind is FragmentKind.CELL and not before.illustrates:
            return True
        if mark := piece.mark:
            return mark.role is not Role.REASON and mark.word in self.words
        if piece.kind is FragmentKind.HEADING:
            return True
        if self.topic or (self.proposing and (not piece.gap or self._announces(before))):
            return False
        return self._item_begins(at) if piece.numbering else self._paragraph_begins(at)

    def _same_row(self, at: int) -> bool:
        """True for cells of one row; the heads of a table go with its first row."""
        here, before = self.pieces[at].line.line, self.pieces[at - 1].line.line
        return here.table == before.table and before.row in (here.row, 0)

    def _item_begins(self, at: int) -> bool:
        piece = self.pieces[at]
        if piece.line.numbering and piece.line.numbering.style != self.style:
            return False
        below_paragraph = self.general and not self.groups[-1][0].line.numbering
        self.collecting = self.collecting or self._announces(self.pieces[at - 1]) or below_paragraph
        return not self.collecting

    def _paragraph_begins(self, at: int) -> bool:
        piece, before = self.pieces[at], self.pieces[at - 1]
        if self._announces(before):
            return False
        if piece.gap:
            return not self._explains_item(at)
        return self.line_by_line and bool(_ENDS.search(before.text))

    @staticmethod
    def _announces(piece: LinePiece) -> bool:
        """True for a line that ends in a colon, and for 理由 alone."""
        mark = piece.mark
        return bool(ANNOUNCES.search(piece.plain)) or (mark is not None and mark.end >= len(piece.text))

    def _explains_item(self, at: int) -> bool:
        """True for a paragraph between 1、 and 2、, or below a number that reads like a heading."""
        if not self.last_number or not self.last_item:
            return False
        if self.coming[at]:
            return self.coming[at] == self.last_number + 1
        item = self.last_item.text
        return not self.collecting and len(item) <= 40 and not _ENDS.search(item)

    def start(self, at: int) -> None:
        piece = self.pieces[at]
        self.groups.append([])
        self.words, self.collecting, self.only_attached = set(), False, True
        self.topic = piece.kind is FragmentKind.HEADING and piece.line.role is None
        if not piece.numbering:
            self.last_number = 0

    def attach(self, at: int) -> None:
        piece = self.pieces[at]
        self.groups[-1].append(piece)
        self.only_attached = self.only_attached and _is_attached(piece)
        if mark := piece.mark:
            self.words.add(mark.word)
        proposes = (mark and mark.role is Role.PROPOSAL) or PROPOSES.search(piece.plain)
        if proposes or mark or piece.gap:
            above = self.pieces[at - 1] if at else None
            kept = self.proposing and not mark and above is not None and self._announces(above)
            self.proposing = bool(proposes) or kept
        if piece.numbering and piece.numbering.style == self.style:
            self.last_number, self.last_item = piece.numbering.number, piece


def _is_attached(piece: LinePiece) -> bool:
    """True for what only goes with an opinion: block quotes, code, tables of other things."""
    return piece.kind in _ATTACHED or piece.illustrates


def point_of(pieces: Sequence[LinePiece]) -> tuple[LinePiece, int, int]:
    """The piece that holds the point of an opinion, and the offsets of its first sentence in it.

    The first piece that is more than 意见： and neither a quote nor code; a heading of its own counts.
    """
    chosen, start = pieces[0], 0
    opinions = [p for p in pieces if p.role in (Role.OPINION, Role.PROPOSAL)]
    for piece in opinions or pieces:
        mark = piece.mark
        bare = mark is not None and mark.end >= len(piece.text.rstrip())
        if _is_attached(piece) or bare or piece.text.strip().isdigit():
            continue
        chosen, start = piece, mark.end if mark else 0
        break
    numbering = chosen.numbering
    if numbering and not chosen.line.line.marker and not start and numbering.end < len(chosen.text):
        start = numbering.end
    return chosen, start, first_sentence_end(chosen.text, start)


_OPEN, _CLOSE = "“（(《「『【〔", "”）)》」』】〕"


def first_sentence_end(text: str, start: int = 0) -> int:
    """Where the first sentence ends: behind 。！？ or a full stop, but not inside “ ”, （ ）, a number or an address.

    >>> text = "依“第3.1条。”办理（甲。乙）为宜。建议"
    >>> text[: first_sentence_end(text)]
    '依“第3.1条。”办理（甲。乙）为宜。'
    """
    inside, fallback = 0, 0
    for at in range(start, len(text)):
        char = text[at]
        if char in _OPEN:
            inside += 1
        elif char in _CLOSE:
            inside = max(0, inside - 1)
        elif char in "。！？" or (char in "!?." and _is_stop(text, at)):
            if not inside:
                return at + 1
            fallback = fallback or at + 1
    # A mark that is never closed must not make the whole opinion its point.
    return fallback if inside and fallback else len(text)


def _is_stop(text: str, at: int) -> bool:
    """True for . ! ? behind a Chinese word; false in 3.14, www.mps.gov.cn, U.S., a?b and ![…]."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or not (before.isalnum() or before in _CLOSE) or (before.isascii() and before.isalnum()):
        return False
    return not after or not (after.isascii() and (after.isalnum() or after == "["))
