"""Articles with their 款, from the lines that were found to belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.law.body.headings import RawHeading
from build_tools.law.body.items import read_paragraphs
from build_tools.law.report import Report
from build_tools.law.scan.lines import Line
from build_tools.law.scan.markers import read_marker
from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article

_CAPTION = re.compile(
    r"(?:【[^【】]{1,40}】|〖[^〖〗]{1,40}〗|[\[〔](?!废止)[^\[\]〔〕。;,]{1,30}[\]〕]"
    r"|\((?![一二三四五六七八九十0-9]{1,3}\))[^()。;:,]{1,30}\))"
)
_STOPS = frozenset("。;:,、!?…”》)")
_MANY, _TOLD, _TITLE_LONGEST = 5, 20, 25
_NO_CAPTION = re.compile(
    r"\((?:已?(?:删除|删去|废止|失效)|略|从略|缺|空缺|保留|.*[0-9〇]{4}年.*|.*以下简称.*)\)"
)


@dataclass(slots=True)
class Draft:
    """An article that is being read."""

    number: tuple[int, ...]
    label: Line
    heading: int | None
    """Index of the heading it stands below."""
    unreadable: int
    """How many labels that cannot be read stand between it and the article before."""
    arabic: bool
    lines: list[tuple[Line, bool]] = field(default_factory=list)
    """Each line without the label, and whether it is quoted from another law."""


@dataclass(slots=True)
class Body:
    """What was found between the first heading and the end of the last article."""

    headings: list[RawHeading] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    strays: list[Line] = field(default_factory=list)
    """Lines that belong to no article."""
    explained: list[Line] = field(default_factory=list)
    """Such lines of which another finding tells."""


def build_articles(body: Body, heading_ids: Sequence[str], report: Report) -> tuple[Article, ...]:
    """The articles with their 款; one without any text is reported, and lines that end in the middle of a sentence."""
    titled = _have_titles(body)
    articles = tuple(_article(draft, heading_ids, report, titled=titled) for draft in body.drafts)
    _report_open_ends(body, report)
    return articles


def _have_titles(body: Body) -> bool:
    """True for a law whose articles have titles without brackets, as in Macau: 第一條, then 標的, then the text."""
    titled = sum(_has_title(draft) for draft in body.drafts)
    return titled > 1 and 5 * titled > 3 * len(body.drafts)


def _has_title(draft: Draft) -> bool:
    if len(draft.lines) < 2:
        return False
    first, following = draft.lines[0][0], draft.lines[1][0]
    return (
        len(first.text) <= _TITLE_LONGEST
        and not any(c in "。;:,!?…”" for c in first.plain)
        and read_marker(first.plain) is None
        and following.last in _STOPS
    )


def _report_open_ends(body: Body, report: Report) -> None:
    """Lines that end like no sentence: a stop or a line was lost, or the text is broken into lines."""
    lines = [(line, n) for draft in body.drafts for n, (line, quoted) in enumerate(draft.lines) if not quoted]
    ends = [(line, n) for line, n in lines if line.last not in _STOPS and "\t" not in line.text]
    ends = [(line, n) for line, n in ends if not read_marker(line.plain) and len(line.text) > 1]
    if len(ends) > _MANY and 6 * len(ends) > len(lines):
        report.at(ends[0][0], "W228", f"{len(ends)} of {len(lines)} lines end like no sentence: is the text broken into lines?",
                  "put each 款 and each item on one line")  # fmt: skip
        return
    for line in [line for line, n in ends if n][:_TOLD]:
        report.at(line, "W228", f"this line ends like no sentence: …{line.text[-12:]}",
                  "compare with the original; it is read as a 款")  # fmt: skip


def _article(draft: Draft, heading_ids: Sequence[str], report: Report, *, titled: bool) -> Article:
    lines, caption = draft.lines, None
    if titled and _has_title(draft):
        caption, lines = lines[0][0], lines[1:]
    elif lines and not lines[0][1]:
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
