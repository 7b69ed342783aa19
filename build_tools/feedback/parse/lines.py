"""Lines of a feedback file with what they begin with (an article's label, a number, 意见：), and stretches of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from build_tools.feedback.parse.labels import ArticleLabel, LabelForm, read_label
from build_tools.feedback.parse.text import FeedbackText, TextLine
from build_tools.feedback.parse.words import ADORNED, BLANKS, ROLE_MARK, OpinionPart, Role, part_named
from build_tools.grammar.numerals import NUMERAL_CLASS, parse_numeral
from build_tools.model.feedback import FragmentKind
from build_tools.model.source import Span
from build_tools.text.script import fold_script

_N = rf"[{NUMERAL_CLASS}]"
_NUMBERING = re.compile(
    rf"{ADORNED}(?:"
    rf"(?P<paren>[（(]\s?(?P<paren_number>{_N}{{1,4}})\s?[)）][、.．:：]?)"
    rf"|(?P<han>(?P<han_number>[一二三四五六七八九十百]{{1,4}})[、．.])"
    r"|(?P<digit>(?P<digit_number>[0-9０-９]{1,3})(?:[、．]|[.)）](?![0-9])))"
    rf"|(?P<part>第(?P<part_number>{_N}{{1,3}})部分(?=[：:、，\s]))[：:、，]?"
    rf"|(?P<ordinal>(?:第(?P<ordinal_number>[一二三四五六七八九十]{{1,3}})[，,、](?!第)|其[一二三四五六七八九十][，,、：:]))"
    r"|(?P<circle>[①-⑳⑴-⒇㈠-㈩❶-❿])"
    r"|(?P<bullet>[•●○▪·–\-+](?![-–+0-9]))"
    rf")[{BLANKS}]*"
)
_NUMBERS = ("paren_number", "han_number", "digit_number", "part_number", "ordinal_number")
_PLAIN = (FragmentKind.PARAGRAPH, FragmentKind.SUGGESTION)
_STOPS = tuple("。；！？;!?")


@dataclass(frozen=True, slots=True)
class LineNumbering:
    """一、 （二） 3. ④ •: style, number (0 for a bullet) and where it stands in the line."""

    style: str
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoleMark:
    """意见：, 【理由】, 原文: ``word`` is the plain form, the text goes on at ``end``."""

    role: Role
    word: str
    end: int


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """A visible line and what it begins with; ``gap`` is true if a blank line or a rule stands before it."""

    line: TextLine
    plain: str
    """Its text folded to Simplified characters, one for one."""
    gap: bool
    label: ArticleLabel | None
    numbering: LineNumbering | None
    role: RoleMark | None
    heading: bool
    """True if it has the form of a heading: by markup, in bold, or numbered and without a full stop."""

    @property
    def text(self) -> str:
        """The visible text."""
        return self.line.text

    @property
    def is_item(self) -> bool:
        """True for a numbered or bulleted line."""
        return self.numbering is not None


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A stretch of a line that becomes one fragment."""

    line: FeedbackLine
    start: int
    end: int
    kind: FragmentKind
    gap: bool
    role: Role | None = None
    """What the head of its column says, for the cell of a table."""
    illustrates: bool = False
    """True for the cell of a table whose heads speak neither of opinions nor of the provision."""
    filed: ArticleLabel | None = None
    """The label that an opinion begins with in a document without headings of articles."""
    number: FeedbackLine | None = None
    """The cell that holds nothing but the number of the row."""

    @property
    def text(self) -> str:
        """The characters of the stretch."""
        return self.line.text[self.start : self.end]

    @property
    def plain(self) -> str:
        """The same in Simplified characters."""
        return self.line.plain[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        base = self.line.line.span
        return Span(base.source, base.start + self.start, base.start + self.end)

    @property
    def mark(self) -> RoleMark | None:
        """The 意见： that it begins with."""
        return self.line.role if self.start == 0 else None

    @property
    def numbering(self) -> LineNumbering | None:
        """The number or bullet that it begins with."""
        return self.line.numbering if self.start == 0 else None


class StretchKind(StrEnum):
    """What a stretch of the file is."""

    TITLE = "title"
    FRONT = "front"
    GENERAL = "general"
    ARTICLE = "article"


@dataclass(slots=True)
class Stretch:
    """A stretch of the file; ``head`` is its heading, ``pieces`` what follows it."""

    kind: StretchKind
    head: LinePiece | None = None
    label: ArticleLabel | None = None
    pieces: list[LinePiece] = field(default_factory=list)
    unheaded: bool = False
    """True for opinions that stand before any heading."""
    doubtful: bool = False
    """True if the heading looks like that of an article, but of which is not clear."""


def whole(line: FeedbackLine) -> LinePiece:
    """A line as one piece."""
    return LinePiece(line, 0, len(line.text), text_kind(line), line.gap)


def text_kind(line: FeedbackLine) -> FragmentKind:
    """The kind of a line's text: a numbered line of plain text is a suggestion, as an item of Markdown is."""
    numbered = line.line.kind is FragmentKind.PARAGRAPH and line.numbering
    return FragmentKind.SUGGESTION if numbered else line.line.kind


def mark_lines(text: FeedbackText) -> tuple[FeedbackLine, ...]:
    """All lines with what they begin with, in order."""
    numbers = (0, *(line.number for line in text.lines))
    return tuple(
        _mark_line(line, line.number > before + 1) for before, line in zip(numbers, text.lines, strict=False)
    )


def _mark_line(line: TextLine, gap: bool) -> FeedbackLine:
    plain = fold_script(line.text)
    numbering = _numbering(line, plain)
    begin = numbering.end if numbering and not line.marker else 0
    if line.kind is FragmentKind.CODE:
        return FeedbackLine(line, plain, gap, None, None, None, heading=False)
    label = read_label(plain, begin)
    if label and line.kind is FragmentKind.HEADING and label.form is not LabelForm.ALONE:
        label = replace(label, captioned=True)
    role = None if label else _role(plain, begin, alone=line.kind is not FragmentKind.CELL)
    return FeedbackLine(line, plain, gap, label, numbering, role, _is_heading(line, plain, numbering))


def _numbering(line: TextLine, plain: str) -> LineNumbering | None:
    if line.marker:
        digits = line.marker.rstrip(".)")
        style = f"list-{line.depth}-{'digit' if digits.isdigit() else 'bullet'}"
        return LineNumbering(style, int(digits) if digits.isdigit() else 0, 0, 0)
    found = _NUMBERING.match(plain)
    if not found:
        return None
    style = (found.lastgroup or "").removesuffix("_number")
    written = next((found[name] for name in _NUMBERS if found[name]), "")
    number = parse_numeral(written) if written else 0
    if number is None:
        return None
    if style == "paren":
        style = "paren-digit" if written[0] in "0123456789０１２３４５６７８９" else "paren-han"
    if style == "circle":
        steps = (ord(found["circle"]) - ord(first) for first in "①⑴㈠❶")
        number = next((step + 1 for step in steps if 0 <= step < 20), 0)
    start = found.start(style.partition("-")[0])
    return LineNumbering(style, number, start, found.end())


def _role(plain: str, begin: int, alone: bool) -> RoleMark | None:
    found = ROLE_MARK.match(plain, begin)
    if not found:
        return None
    bracketed = bool(found["open"] and found["close"])
    # A cell that holds 意见 and nothing else is a head of a table.
    if not bracketed and (found["end"] is None or not (found["end"].strip() or alone)):
        return None
    role = next(role for role in Role if found[role.value])
    return RoleMark(role, found[role.value], found.end())


_BOLD = re.compile(r"(?:\*\*|__).+(?:\*\*|__)[：:]?\Z")


def _is_heading(line: TextLine, plain: str, numbering: LineNumbering | None) -> bool:
    if line.kind is FragmentKind.HEADING:
        return True
    if line.kind not in _PLAIN:
        return False
    text = plain.rstrip(" \t\u3000\u00a0*_")
    if len(text) > 80 or text.endswith((*_STOPS, "，", ",", "、")):
        return False
    numbered = numbering is not None and numbering.style in ("han", "paren-han", "part")
    return numbered or _BOLD.match(plain) is not None


def part_of(line: FeedbackLine) -> OpinionPart | None:
    """The part whose heading this line is: 一、总体意见, 二、具体条款意见, 其他意见, 第二章 …; None if it is none."""
    doubtful = line.label is not None and line.label.form is LabelForm.DOUBTFUL
    if (line.label and not doubtful) or line.line.kind not in (FragmentKind.HEADING, *_PLAIN):
        return None
    begin = line.numbering.end if line.numbering and not line.line.marker else 0
    words = line.plain[begin:].strip(" \t\u3000\u00a0#*_【】[]〔〕").rstrip("：:")
    return None if words.endswith(_STOPS) else part_named(words)
