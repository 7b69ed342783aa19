"""What a line of a feedback file begins with: an article's label, a number, 意见：, the heading of a part."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from build_tools.feedback.parse.text import FeedbackText, TextLine
from build_tools.feedback.parse.words import ADORNED, ROLE_MARK, Part, Role, part_named, plain_words
from build_tools.grammar.article_lists import ArticleList, read_article_list
from build_tools.grammar.numerals import NUMERAL_CLASS, parse_numeral
from build_tools.model.feedback import FragmentKind

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
    r")[ \u3000\u00a0]*"
)
_NUMBERS = ("paren_number", "han_number", "digit_number", "part_number", "ordinal_number")
_LEAD = re.compile(
    rf"{ADORNED}(?:(?:涉及|针对|修改|意见)?(?:条款|条文|条号|条目|章节)(?:序号|号)?\s?[：:]\s?)?[【〔［\[（(]?"
    r"(?:建议|拟|应当?)?(?:关于|对于|针对|有关|涉及|修改|完善|细化|明确|删除|删去|对|就|将|把)?"
    r"(?:《(?P<title>[^《》]{1,60})》(?:[（(][^（）()]{1,12}[)）])?|(?:法律)?草案|征求意见稿|意见稿|送审稿|本法|该法|法律)?"
    r"(?:[（(][^（）()]{1,12}[)）])?[的中]?\s?"
)
_CAPTION = re.compile(r"\s*(?:[（(【\[〔“][^（）()【】\[\]〔〕“”]{1,60}[)）】\]〕”])")
_CLOSING = re.compile(r"[\s】〕\]］）)*_]*")
_OF_OPINIONS = re.compile(
    r"(?:[的之]|中)?(?:具体|修改|主要|几点|相关|立法|完善|部分|条文|条款|规定|内容)*的?"
    r"(?:意见和建议|意见及建议|意见建议|意见|建议|问题|评论|评析|分析|看法|部分|条文|规定|内容|原文(?:如下)?|修改|完善|补充)(?:及理由|和理由)?[：:]?[\s*_]*\Z"
)
_STOPS = tuple("。；！？;!?")
_COLON = re.compile(r"[\s*_]*(?:[：:]|[-—–－]{1,2})[\s*_]*")
_COMMA = re.compile(r"[,，]")
_DEMANDING = re.compile(r"[,，][ \u3000]*(?=建议|应|不[应宜]|删|改|增|明确)")


class LabelForm(StrEnum):
    """How an article's label stands at the beginning of a line."""

    ALONE = "alone"
    """第十二条, 关于第十二条, 第十二条（实名制）, 对第十二条的意见: nothing else on the line."""
    INLINE = "inline"
    """第十二条 …, 第十二条：…: text follows after a blank or colon."""
    GLUED = "glued"
    """第十二条规定的…: the beginning of a sentence."""


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """The articles that a line begins with; its text goes on at ``rest``."""

    listed: ArticleList
    start: int
    rest: int
    form: LabelForm
    captioned: bool = False
    """True if a short text after the label may be its caption as well as an opinion."""
    title: str = ""
    """Name of the law that stands before the label: 《网络犯罪防治法》第十二条."""


@dataclass(frozen=True, slots=True)
class Numbering:
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
    gap: bool
    label: ArticleLabel | None
    numbering: Numbering | None
    role: RoleMark | None
    heading: bool
    """True if it has the form of a heading: by markup, in bold, or numbered and without a full stop."""

    @property
    def text(self) -> str:
        """The visible text."""
        return self.line.text

    @property
    def plain(self) -> str:
        """The text with the Traditional characters of structure words in their Simplified form."""
        return plain_words(self.line.text)

    @property
    def is_item(self) -> bool:
        """True for a numbered or bulleted line."""
        return self.numbering is not None


@dataclass(frozen=True, slots=True)
class Piece:
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
        """The same with structure words in Simplified characters."""
        return self.line.plain[self.start : self.end]


def mark_lines(text: FeedbackText) -> tuple[FeedbackLine, ...]:
    """All lines with what they begin with, in order."""
    marked, before = [], 0
    for line in text.lines:
        marked.append(_mark_line(line, line.number > before + 1))
        before = line.number
    return tuple(marked)


def _mark_line(line: TextLine, gap: bool) -> FeedbackLine:
    plain = plain_words(line.text)
    numbering = _numbering(line, plain)
    begin = numbering.end if numbering and not line.marker else 0
    if line.kind is FragmentKind.CODE:
        return FeedbackLine(line, gap, None, None, None, heading=False)
    label = _label(plain, begin)
    if label and line.kind is FragmentKind.HEADING and label.form is not LabelForm.ALONE:
        label = replace(label, captioned=True)
    role = None if label else _role(plain, begin, alone=line.kind is not FragmentKind.CELL)
    return FeedbackLine(line, gap, label, numbering, role, _is_heading(line, plain, numbering))


def _numbering(line: TextLine, plain: str) -> Numbering | None:
    if line.marker:
        digits = line.marker.rstrip(".)")
        style = f"list-{line.depth}-{'digit' if digits.isdigit() else 'bullet'}"
        return Numbering(style, int(digits) if digits.isdigit() else 0, 0, 0)
    found = _NUMBERING.match(plain)
    if not found:
        return None
    style = found.lastgroup or ""
    style = style.removesuffix("_number")
    written = next((found[name] for name in _NUMBERS if found[name]), "")
    number = parse_numeral(written) if written else 0
    if number is None:
        return None
    if style == "paren":
        style = "paren-digit" if written[0] in "0123456789０１２３４５６７８９" else "paren-han"
    if style == "circle":
        number = _circled(found["circle"])
    start = found.start(style.partition("-")[0])
    return Numbering(style, number, start, found.end())


def _circled(char: str) -> int:
    for first in "①⑴㈠❶":
        if 0 <= ord(char) - ord(first) < 20:
            return ord(char) - ord(first) + 1
    return 0


def _label(plain: str, begin: int) -> ArticleLabel | None:
    """Read the label of a line: ``一、关于第十二条`` from 2 on."""
    lead = _LEAD.match(plain, begin)
    start = lead.end() if lead else begin
    listed = read_article_list(plain, start)
    if not listed:
        return None
    title = (lead["title"] or "") if lead else ""
    announced = lead is not None and plain[begin:start].strip(" \t\u3000#*_【[〔（(") != ""
    after = _CLOSING.match(plain, listed.end)
    rest = after.end() if after else listed.end
    closed = rest > listed.end
    caption = _CAPTION.match(plain, rest)
    if caption and (caption.end() == len(plain) or plain[caption.end()] in "：: \t\u3000\u00a0*_"):
        rest, closed = caption.end(), True
    tail = plain[rest:].strip(" \t\u3000\u00a0：:*_")
    if not tail or _OF_OPINIONS.match(plain, rest):
        return ArticleLabel(listed, start, len(plain), LabelForm.ALONE, title=title)
    short = announced and len(tail) <= 40 and not plain.rstrip().endswith(_STOPS) and not _COMMA.search(tail)
    if short and (closed or plain[rest] not in "规中第与和以款项"):
        return ArticleLabel(listed, start, len(plain), LabelForm.ALONE, title=title)
    colon = _COLON.match(plain, rest)
    if colon:
        return ArticleLabel(listed, start, colon.end(), LabelForm.INLINE, title=title)
    form = LabelForm.INLINE if closed else LabelForm.GLUED
    if form is LabelForm.GLUED and (comma := _DEMANDING.match(plain, rest)):
        return ArticleLabel(listed, start, comma.end(), LabelForm.INLINE, title=title)
    few = len(tail) <= 30 and not plain.rstrip().endswith((*_STOPS, "：", ":"))
    return ArticleLabel(listed, start, rest, form, few and form is LabelForm.INLINE, title)


def _role(plain: str, begin: int, alone: bool) -> RoleMark | None:
    found = ROLE_MARK.match(plain, begin)
    if not found:
        return None
    bracketed = bool(found["open"] and found["close"])
    if found["end"] is None and not bracketed:
        return None
    if not bracketed and not found["end"].strip() and not alone:
        return None  # a cell that holds 意见 and nothing else is a head of a table
    for role in Role:
        if found[role.value]:
            return RoleMark(role, found[role.value], found.end())
    return None


_BOLD = re.compile(r"(?:\*\*|__).+(?:\*\*|__)[：:]?\Z")


def _is_heading(line: TextLine, plain: str, numbering: Numbering | None) -> bool:
    if line.kind is FragmentKind.HEADING:
        return True
    if line.kind not in (FragmentKind.PARAGRAPH, FragmentKind.SUGGESTION):
        return False
    text = plain.rstrip(" \t\u3000\u00a0*_")
    if len(text) > 80 or text.endswith((*_STOPS, "，", ",", "、")):
        return False
    if _BOLD.match(plain):
        return True
    return numbering is not None and numbering.style in ("han", "paren-han", "part")


def part_of(line: FeedbackLine) -> Part | None:
    """The part whose heading this line is: 一、总体意见, 二、具体条款意见, 其他意见, 第二章 …; None if it is none."""
    if line.label or line.line.kind not in (
        FragmentKind.HEADING,
        FragmentKind.PARAGRAPH,
        FragmentKind.SUGGESTION,
    ):
        return None
    begin = line.numbering.end if line.numbering and not line.line.marker else 0
    words = line.plain[begin:].strip(" \t\u3000\u00a0#*_【】[]〔〕").rstrip("：:")
    return None if words.endswith(_STOPS) else part_named(words)
