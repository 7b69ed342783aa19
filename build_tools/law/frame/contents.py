"""Where the headings above the first article begin, and the table of contents before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.law.body.headings import is_bare_title, may_be_heading
from build_tools.law.scan.labelled import LabelledLines
from build_tools.law.scan.labels import Label
from build_tools.law.scan.lines import Line
from build_tools.law.scan.markers import read_marker
from build_tools.law.scan.shapes import ends_sentence, is_contents, is_history, is_preamble

# 第一章 总则……………3, 第一章 总则 (1)
_PAGE = re.compile(r"[ .…·\-—_]*[(]?[0-9ivxIVX]{0,4}[)]?\Z")
_ENTRY_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Opening:
    """What leads up to the first article, as indexes of lines."""

    contents: range | None
    """目录 and its entries."""
    headings: int
    """The first heading of the text itself, or the first article."""


def find_opening(text: LabelledLines, first: int) -> Opening:
    """The table of contents and the first heading above the article at ``first``.

    A table of contents ends where its first entry is repeated as a heading of the text, or where its entries end.
    Without the word 目录 it is known by the repetition alone.
    """
    headings = _headings_above(text, first)
    marker = next((i for i in range(headings - 1, -1, -1) if is_contents(text.lines[i])), None)
    if marker is None:
        inner = next((i for i in range(headings, first) if _repeats_before(text, i, headings)), None)
        if inner is not None and inner - headings > 1:
            return Opening(range(headings, inner), inner)
        return _without_word(text, headings)
    return Opening(*_entries(text, marker, first))


def entry_name(line: Line) -> str:
    """An entry without blanks, dots and page number: what it has in common with the heading it stands for."""
    return _PAGE.sub("", line.compact)


def _headings_above(text: LabelledLines, first: int) -> int:
    """Index of the topmost heading of those that stand directly above the first article."""
    at = first
    while at > 0:
        if _is_heading(text, at - 1) or _is_topic(text.lines[at - 1], at == first):
            at -= 1
        elif at > 1 and is_bare_title(text.lines[at - 1]) and _is_bare_heading(text, at - 2):
            at -= 2
        else:
            break
    return at


def _is_heading(text: LabelledLines, i: int) -> bool:
    label = text.labels[i]
    return label is not None and label.unit != "条" and may_be_heading(text.lines[i], label)


def _is_bare_heading(text: LabelledLines, i: int) -> bool:
    label = text.labels[i]
    return label is not None and not label.rest and _is_heading(text, i)


def _is_topic(line: Line, nearest: bool) -> bool:
    """一、 or （一） as a heading, or 总则 without a number."""
    if len(line.text) > 50 or line.last in "。;:,、!?":
        return False
    if nearest and line.compact in ("总则", "通则"):
        return True
    marker = read_marker(line.plain)
    return marker is not None and marker.number == 1 and marker.style in ("一、", "(一)")


def _repeats_before(text: LabelledLines, i: int, start: int) -> bool:
    again = i > start and entry_name(text.lines[i]) == entry_name(text.lines[start])
    return again and _same(text.labels[i], text.labels[start])


def _same(label: Label | None, other: Label | None) -> bool:
    if label is None or other is None:
        return False
    return (label.unit, label.number) == (other.unit, other.number)


def _without_word(text: LabelledLines, headings: int) -> Opening:
    """A list of headings further up whose first one is repeated at ``headings`` is a table of contents too."""
    if headings >= len(text.lines) or not text.labels[headings]:
        return Opening(None, headings)
    alike = (i for i in range(headings) if _same(text.labels[i], text.labels[headings]))
    begin = next((i for i in alike if _is_heading(text, i)), headings)
    end = begin
    while end < headings and (_is_heading(text, end) or is_bare_title(text.lines[end])):
        if is_preamble(text.lines[end]):
            break
        end += 1
    return Opening(range(begin, end) if end - begin > 1 else None, headings)


def _entries(text: LabelledLines, marker: int, first: int) -> tuple[range, int]:
    """Range of 目录 with its entries, and the first heading of the text after it."""
    begin = end = marker + 1
    if begin < first and _is_entry(text.lines[begin]):
        leading = next((i for i in range(begin, first) if _is_heading(text, i)), first)
        end += 1
        while end < first and _is_entry(text.lines[end]) and not _begins_text(text, end, begin, leading):
            end += 1
    return range(marker, end), max(_headings_above(text, first), end)


def _begins_text(text: LabelledLines, i: int, begin: int, leading: int) -> bool:
    """True where the text itself repeats the first entry, or the first heading among the entries."""
    if entry_name(text.lines[i]) == entry_name(text.lines[begin]):
        return True
    label = text.labels[i]
    return i > leading and label is not None and label.unit != "节" and _same(label, text.labels[leading])


def _is_entry(line: Line) -> bool:
    return len(line.text) <= _ENTRY_LONGEST and not ends_sentence(line) and not is_history(line)
