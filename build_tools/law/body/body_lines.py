"""The lines from the first heading to the end of the last article: headings, articles, quoted provisions."""

from __future__ import annotations

import re

from build_tools.grammar.labels import continues
from build_tools.law.body.articles import Body, Draft
from build_tools.law.body.headings import KINDS, HeadingNumbers, RawHeading, is_bare_title, may_be_heading
from build_tools.law.body.numbering import report_unreadable
from build_tools.law.body.topics import Topic, find_topics
from build_tools.law.report import Report, first_words
from build_tools.law.scan.boilerplate import misplaced_site_line
from build_tools.law.scan.labelled import LabelledLines
from build_tools.law.scan.labels import Label
from build_tools.law.scan.lines import Line, plain_form
from build_tools.law.scan.markers import read_marker
from build_tools.model.law import HeadingKind

# Words of a line that announces text to be put into another law: …作为第一百二十三条至第一百二十七条。内容如下：
_ANNOUNCES = re.compile("如下|修改为|改为|修正为|增加|增写|增设|增订|作为|规定为|内容为|表述为|代替|替换")
# What follows the quoted text again speaks for the amending law: 第七节相应改为第八节…
_RENUMBERS = re.compile("(?:原|现行)?第.{1,60}?(?:相应|依次|顺序|分别)?(?:改为|修改为|作为|调整为|顺延)")
# Words of a sentence, which no heading's title holds: 本条例自公布之日起施行
_SPEAKS = re.compile("本法|本条例|本规定|本办法|应当|不得|可以|施行|适用|解释|规定$|[0-9%=＝×÷]")
_AFTER_LABEL = ":.、"
_LOST_TITLE_LONGEST = 25
_LOOKED_BACK = 80


def read_body(text: LabelledLines, start: int, first: int, end: int, report: Report) -> Body:
    """Read lines ``start`` (first heading) to ``end``; the first article stands at ``first``.

    A label begins an article if its number goes on with the run, or else if nothing says that it is a citation or
    text of another law; numbers that do not fit are checked by `build_tools.law.body.numbering`.
    """
    topics = find_topics(text.lines, text.labels, start, end, first)
    reader = _BodyReader(text, topics, end, report)
    i = start
    while i < end:
        i = reader.take(i)
    return reader.body


class _BodyReader:
    """Takes line after line; holds the article and the quotation that are open."""

    def __init__(self, text: LabelledLines, topics: dict[int, Topic], end: int, report: Report) -> None:
        self.lines, self.labels, self.quoted, self.topics = text.lines, text.labels, text.quoted, topics
        self.end, self.report = end, report
        self.body = Body()
        self.heading_numbers = HeadingNumbers()
        self.article: Draft | None = None
        self.quoting: tuple[int, ...] | None = None
        """Number of the quoted article last read, (0,) before the first; None outside quotations."""
        self.unreadable = 0
        self.footnote = 0
        """Number of the footnote last read, if no article has begun since."""
        marks = [label for label in text.labels if label and label.is_article]
        self.glued = 2 * sum(not label.blank for label in marks) > len(marks)

    def take(self, i: int) -> int:
        """Take line ``i``; the index of the next line to take."""
        line, label = self.lines[i], self.labels[i]
        if i in self.topics:
            self._topic(line, self.topics[i])
            return i + 1
        if label is None or label.cites or (label.number is None and label.unit in "款目"):
            self._text(i, line)
        elif label.number is None:
            self._unreadable(i, line, label)
        elif label.unit == "条":
            self._label(i, line, label, label.number)
        elif self._may_be_heading(i, line, label):
            return self._heading(i, line, label, label.number)
        else:
            self._text(i, line)
        return i + 1

    def _may_be_heading(self, i: int, line: Line, label: Label) -> bool:
        if misplaced_site_line(line) or not may_be_heading(line, label):
            return False
        return label.unit not in "款目" or self._heads(i)

    def _topic(self, line: Line, topic: Topic) -> None:
        label, title = line.part(0, topic.marker), line.part(topic.body, len(line.text))
        self._enter(RawHeading(HeadingKind.TOPIC, topic.number, topic.level, label, title))

    def _enter(self, heading: RawHeading) -> None:
        self.body.headings.append(heading)
        self.article, self.quoting = None, None

    def _text(self, i: int, line: Line) -> None:
        if misplaced_site_line(line) or self._is_footnote(line):
            self.body.strays.append(line)
        elif self._is_lost_title(i, line):
            self.report.at(line, "W227", f"a heading without a number? {line.text}",
                           "compare with the original; it is kept outside the articles")  # fmt: skip
            self.body.explained.append(line)
        elif self.article:
            if self.quoting is not None and _RENUMBERS.match(line.plain):
                self.quoting = None
            self.article.lines.append((line, self.quoting is not None or self._opens_quotation(i, line)))
        elif self.unreadable:
            self.body.explained.append(line)
        else:
            self.body.strays.append(line)

    @property
    def _before(self) -> tuple[Line, bool] | None:
        """The last line of the article that is open, and whether it is quoted."""
        return self.article.lines[-1] if self.article and self.article.lines else None

    def _is_footnote(self, line: Line) -> bool:
        """True for ① with a whole sentence behind a 款 that is whole: it explains the text, and belongs to no list."""
        marker = read_marker(line.plain)
        if not marker or marker.style != "①" or not self.article or line.last in ";:":
            return False
        if marker.number == 1:
            before = self._before[0] if self._before else None
            is_footnote = before is not None and before.last == "。" and not read_marker(before.plain)
        else:
            is_footnote = self.footnote == marker.number - 1
        self.footnote = marker.number if is_footnote else 0
        return is_footnote

    def _opens_quotation(self, i: int, line: Line) -> bool:
        """True for “第二条 国家… after a line that announces it: text of another law, whole lines of it."""
        is_quoted = self._before is not None and self._before[1]
        if line.plain[0] != "“":
            return self.quoted[i] and is_quoted
        closed = max(map(line.text.find, "”」"))
        return not 0 <= closed < len(line.text) - 2 and (is_quoted or self._announced())

    def _is_lost_title(self, i: int, line: Line) -> bool:
        """True for a short line without a stop that stands after a whole sentence, right above the next label."""
        if len(line.text) > _LOST_TITLE_LONGEST or self.quoting is not None or i + 1 >= self.end:
            return False
        if not self._begins(i + 1) or not is_bare_title(line):
            return False
        if read_marker(line.plain) or _SPEAKS.search(line.plain):
            return False
        if self.article is None:
            return not self.unreadable
        is_whole = self._before is not None and self._before[0].last == "。"
        return is_whole and "," not in line.plain and "\t" not in line.text

    def _unreadable(self, i: int, line: Line, label: Label) -> None:
        if self.quoting is not None or not (label.blank or label.is_article):
            self._text(i, line)
            return
        report_unreadable(line, label, self.report)
        self.body.explained.append(line)
        self.article = None
        self.unreadable += 1

    def _doubtful(self, i: int, line: Line, label: Label) -> None:
        self.report.at(line, "W236", f"{first_words(line.text)} begins like an article or heading, but its number does not fit",
                       "no blank follows it, so it is read as text; put one after the number if it is a label",
                       label.length)  # fmt: skip
        self._text(i, line)

    def _label(self, i: int, line: Line, label: Label, number: tuple[int, ...]) -> None:
        if self._fits(number):
            self._begin(line, label, number)
        elif (
            (self.quoting is not None and (self.quoting == (0,) or continues(number, self.quoting)))
            or self._announced()
            or self.quoted[i]
        ):
            self._quote(line, number)
        elif not label.blank and not self.glued:
            self._doubtful(i, line, label)
        else:
            self._begin(line, label, number)

    def _fits(self, number: tuple[int, ...]) -> bool:
        drafts = self.body.drafts
        if not drafts:
            return True
        return continues(number, drafts[-1].number) or continues(number, max(d.number for d in drafts[-3:]))

    def _announced(self) -> bool:
        """True if the line before ends in a colon and says that text of a law follows."""
        line = self._before[0] if self._before else None
        if line is None or line.last != ":":
            return False
        return bool(_ANNOUNCES.search(plain_form(line.text[-_LOOKED_BACK:])))

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
        self.article = Draft(number, line.part(0, length), heading, self.unreadable, label.arabic)
        self.body.drafts.append(self.article)
        self.quoting, self.unreadable, self.footnote = None, 0, 0
        text = line.part(length, len(line.text))
        if text.text:
            self.article.lines.append((text, False))

    def _heading(self, i: int, line: Line, label: Label, number: tuple[int, ...]) -> int:
        kind = KINDS[label.unit]
        fits = self.heading_numbers.fits(kind, number)
        if self._is_quoted_heading(i, fits=fits):
            self.quoting = self.quoting or (0,)
            assert self.article is not None  # a quotation stands in an article
            self.article.lines.append((line, True))
            return i + 1
        if not label.blank and not self._begins(i + 1) and not (fits and self._next_article(i)):
            self._doubtful(i, line, label)
            return i + 1
        self.heading_numbers.enter(kind, number)
        name, title = line.part(0, label.length), line.part(label.length, len(line.text))
        taken = 1
        if not title.text and self._is_title(i + 1):
            title, taken = self.lines[i + 1], 2
        self._enter(RawHeading(kind, number, 0, name, title))
        return i + taken

    def _is_quoted_heading(self, i: int, *, fits: bool) -> bool:
        if not self.article:
            return False
        if self.quoting is not None or self.quoted[i]:
            following = self._next_article(i)
            return following is None or not self._fits(following)
        return not fits and self._announced()

    def _next_article(self, i: int) -> tuple[int, ...] | None:
        for j in range(i + 1, min(i + 8, self.end)):
            label = self.labels[j]
            if label and label.is_article and label.number:
                return label.number
        return None

    def _is_title(self, i: int) -> bool:
        """True if line ``i`` is the title of the bare heading above it: short, without a label of its own."""
        if i >= self.end or self.labels[i] or not is_bare_title(self.lines[i]):
            return False
        return i not in self.topics or self.topics[i].level == 0

    def _begins(self, i: int) -> bool:
        """True if line ``i`` begins an article or is a heading."""
        label = self.labels[i] if i < self.end else None
        if label is None or label.cites:
            return False
        return label.unit == "条" or (label.unit not in "款目" and may_be_heading(self.lines[i], label))

    def _heads(self, i: int) -> bool:
        """True if 第一款 or 第一目 stands as a heading: below another one, with an article or a lower heading after it."""
        label = self.labels[i]
        following = self.labels[i + 1] if i + 1 < self.end else None
        if label is None or label.number is None or following is None or not self.body.headings:
            return False
        lower = label.unit == "款" and following.unit == "目" and may_be_heading(self.lines[i + 1], following)
        return self.heading_numbers.fits(KINDS[label.unit], label.number) and (self._begins(i + 1) or lower)
