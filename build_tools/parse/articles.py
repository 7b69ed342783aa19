"""The lines between the first article and the end of the last one: headings, articles, quoted provisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, HeadingKind
from build_tools.parse.boilerplate import misplaced_site_line
from build_tools.parse.headings import (
    KINDS,
    Numbering,
    RawHeading,
    is_bare_title,
    may_be_heading,
    split_heading,
)
from build_tools.parse.items import read_paragraphs
from build_tools.parse.labels import Label, continues
from build_tools.parse.lines import Line
from build_tools.parse.numbering import Numbered
from build_tools.parse.report import Report, first_words
from build_tools.parse.topics import Topic, find_topics

# Words of a line that announces text to be put into another law: …作为第一百二十三条至第一百二十七条。内容如下：
_ANNOUNCES = re.compile("如下|修改为|改为|修正为|增加|增写|增设|增订|作为|规定为|内容为|表述为|代替|替换")
# What follows the quoted text again speaks for the amending law: 第七节相应改为第八节…
_RENUMBERS = re.compile("(?:原|现行)?第.{1,60}?(?:相应|依次|顺序|分别)?(?:改为|修改为|作为|调整为|顺延)")
_CAPTION = re.compile(r"(?:【[^【】]{1,40}】|\((?![一二三四五六七八九十0-9]{1,3}\))[^()。;:,]{1,30}\))")
_NO_CAPTION = re.compile(
    r"\((?:已?(?:删除|删去|废止|失效)|略|从略|缺|空缺|保留|.*[0-9〇]{4}年.*|.*以下简称.*)\)"
)
_AFTER_LABEL = ":.、"


@dataclass(slots=True)
class _Draft:
    """An article that is being read."""

    number: tuple[int, ...]
    label: Line
    heading: int | None
    """Index of the heading it stands below."""
    unreadable: int
    """How many labels that cannot be read stand between it and the article before."""
    arabic: bool
    lines: list[tuple[Line, bool]] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """What was found between the first heading and the end of the last article."""

    headings: list[RawHeading] = field(default_factory=list)
    drafts: list[_Draft] = field(default_factory=list)
    strays: list[Line] = field(default_factory=list)
    """Lines that belong to no article; those that an error explains are in ``explained``."""
    explained: list[Line] = field(default_factory=list)

    @property
    def numbers(self) -> list[Numbered]:
        """The articles' numbers in order."""
        return [Numbered(d.number, d.label, d.unreadable) for d in self.drafts]


def read_body(
    lines: Sequence[Line], labels: Sequence[Label | None], quoted: Sequence[bool],
    start: int, first: int, end: int, report: Report,
) -> Body:  # fmt: skip
    """Read lines ``start`` (first heading) to ``end``; the first article stands at ``first``.

    A label begins an article if its number goes on with the run, or else if nothing says that it is a citation or
    text of another law; numbers that do not fit are checked by `build_tools.parse.numbering`.
    """
    topics = find_topics(lines, labels, start, end, first)
    reader = _Reader(lines, labels, quoted, topics, end, report)
    i = start
    while i < end:
        i = reader.take(i)
    return reader.body


def build_articles(body: Body, heading_ids: Sequence[str], report: Report) -> tuple[Article, ...]:
    """The articles with their 款; one without any text is reported."""
    return tuple(_article(draft, heading_ids, report) for draft in body.drafts)


class _Reader:
    """Takes line after line; holds the article and the quotation that are open."""

    def __init__(
        self, lines: Sequence[Line], labels: Sequence[Label | None], quoted: Sequence[bool],
        topics: dict[int, Topic], end: int, report: Report,
    ) -> None:  # fmt: skip
        self.lines, self.labels, self.quoted, self.topics = lines, labels, quoted, topics
        self.end, self.report = end, report
        self.body = Body()
        self.numbering = Numbering()
        self.article: _Draft | None = None
        self.quoting: tuple[int, ...] | None = None
        """Number of the quoted article last read, (0,) before the first; None outside quotations."""
        self.unreadable = 0
        marks = [label for label in labels if label and label.unit == "条" and not label.cites]
        self.glued = 2 * sum(not label.blank for label in marks) > len(marks)

    def take(self, i: int) -> int:
        """Take line ``i``; the index of the next line to take."""
        line, label = self.lines[i], self.labels[i]
        if i in self.topics:
            self._topic(line, self.topics[i])
            return i + 1
        if label is None or label.cites:
            self._text(line)
        elif label.number is None:
            self._unreadable(line, label)
        elif label.unit == "条":
            self._label(i, line, label, label.number)
        elif may_be_heading(line, label):
            return self._heading(i, line, label, label.number)
        else:
            self._text(line)
        return i + 1

    def _topic(self, line: Line, topic: Topic) -> None:
        label, title = line.part(0, topic.marker), line.part(topic.body, len(line.text))
        self._enter(RawHeading(HeadingKind.TOPIC, topic.number, topic.level, label, title))

    def _enter(self, heading: RawHeading) -> None:
        self.body.headings.append(heading)
        self.article, self.quoting = None, None

    def _text(self, line: Line) -> None:
        if misplaced_site_line(line):
            self.body.strays.append(line)
        elif self.article:
            if self.quoting is not None and _RENUMBERS.match(line.plain):
                self.quoting = None
            self.article.lines.append((line, self.quoting is not None))
        elif self.unreadable:
            self.body.explained.append(line)
        else:
            self.body.strays.append(line)

    def _unreadable(self, line: Line, label: Label) -> None:
        if not label.blank or self.quoting is not None:
            self._text(line)
            return
        number = line.text[: label.length]
        self.report.at(line, "E206", f"the number of {number} cannot be read",
                       "compare with the original and correct the number; the text below it is not part of any article now",
                       label.length)  # fmt: skip
        self.body.explained.append(line)
        self.article = None
        self.unreadable += 1

    def _label(self, i: int, line: Line, label: Label, number: tuple[int, ...]) -> None:
        if self._fits(number):
            self._begin(line, label, number)
        elif (
            (self.quoting is not None and (self.quoting == (0,) or continues(number, self.quoting)))
            or self._announced(label)
            or self.quoted[i]
        ):
            self._quote(line, number)
        elif not label.blank and not self.glued:
            self.report.at(line, "W236", f"{first_words(line.text)} begins like an article, but its number does not fit and no blank follows",
                           "it is read as text; put a blank after the number if it is an article", label.length)  # fmt: skip
            self._text(line)
        else:
            self._begin(line, label, number)

    def _fits(self, number: tuple[int, ...]) -> bool:
        drafts = self.body.drafts
        if not drafts:
            return True
        return continues(number, drafts[-1].number) or continues(number, max(d.number for d in drafts[-3:]))

    def _announced(self, label: Label) -> bool:
        """True if the line before ends in a colon and says that text of a law follows."""
        if not self.article or not self.article.lines or not label.blank:
            return False
        line = self.article.lines[-1][0]
        return line.last == ":" and bool(_ANNOUNCES.search(line.text[-80:]))

    def _quote(self, line: Line, number: tuple[int, ...]) -> None:
        if not self.article:
            self.body.strays.append(line)
            return
        self.quoting = number
        self.article.lines.append((line, True))

    def _begin(self, line: Line, label: Label, number: tuple[int, ...]) -> None:
        length = label.length
        if line.plain[length : length + 1] and line.plain[length] in _AFTER_LABEL:
            length += 1
        heading = len(self.body.headings) - 1 if self.body.headings else None
        self.article = _Draft(number, line.part(0, length), heading, self.unreadable, label.arabic)
        self.body.drafts.append(self.article)
        self.quoting, self.unreadable = None, 0
        text = line.part(length, len(line.text))
        if text.text:
            self.article.lines.append((text, False))

    def _heading(self, i: int, line: Line, label: Label, number: tuple[int, ...]) -> int:
        kind = KINDS[label.unit]
        fits = self.numbering.fits(kind, number)
        if self._is_quoted_heading(i, label, fits=fits):
            self.quoting = self.quoting or (0,)
            assert self.article is not None  # a quotation stands in an article
            self.article.lines.append((line, True))
            return i + 1
        if not fits and not label.blank:
            self.report.at(line, "W236", f"{first_words(line.text)} begins like a heading, but its number does not fit and no blank follows",
                           "it is read as text; put a blank after the number if it is a heading", label.length)  # fmt: skip
            self._text(line)
            return i + 1
        self.numbering.enter(kind, number)
        name, title = split_heading(line, label)
        taken = 1
        if not title.text and self._is_title(i + 1):
            title, taken = self.lines[i + 1], 2
        self._enter(RawHeading(kind, number, 0, name, title))
        return i + taken

    def _is_quoted_heading(self, i: int, label: Label, *, fits: bool) -> bool:
        if not self.article:
            return False
        if self.quoting is not None or self.quoted[i]:
            following = self._next_article(i)
            return following is None or not self._fits(following)
        return not fits and self._announced(label)

    def _next_article(self, i: int) -> tuple[int, ...] | None:
        for j in range(i + 1, min(i + 8, self.end)):
            label = self.labels[j]
            if label and label.unit == "条" and label.number and not label.cites:
                return label.number
        return None

    def _is_title(self, i: int) -> bool:
        """True if line ``i`` is the title of the bare heading above it: short, with a label after it."""
        if i + 1 >= self.end or self.labels[i] or not is_bare_title(self.lines[i]):
            return False
        following = self.labels[i + 1]
        return i + 1 in self.topics or (following is not None and not following.cites)


def _article(draft: _Draft, heading_ids: Sequence[str], report: Report) -> Article:
    lines, caption = draft.lines, None
    if lines and not lines[0][1]:
        caption, rest = _split_caption(lines[0][0], alone=len(lines) == 1)
        if caption:
            lines = ([(rest, False)] if rest.text else []) + lines[1:]
    if not lines:
        report.at(draft.label, "E207", f"article {draft.label.text} has no text",
                  "put the text in; a repealed article keeps a word such as （删除）")  # fmt: skip
    return Article(
        ProvisionId(draft.number),
        draft.label.text,
        report.span_of(draft.label),
        read_paragraphs(draft.number, lines, report),
        heading_ids[draft.heading] if draft.heading is not None else None,
        caption.text if caption else "",
        report.span_of(caption) if caption else None,
    )


def _split_caption(line: Line, *, alone: bool) -> tuple[Line | None, Line]:
    """【立法目的】 or （适用范围） at the head of an article, and the text after it."""
    found = _CAPTION.match(line.plain)
    if not found or _NO_CAPTION.match(found[0]):
        return None, line
    rest = line.part(found.end(), len(line.text))
    if not rest.text and alone:
        return None, line
    return line.part(0, found.end()), rest
