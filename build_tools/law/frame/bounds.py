"""Where the articles of a law begin and end in a file, and what announces the parts around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.grammar.labels import continues
from build_tools.law.frame.annexes import read_annex_marker
from build_tools.law.scan import shapes
from build_tools.law.scan.boilerplate import site_line
from build_tools.law.scan.labelled import LabelledLines
from build_tools.law.scan.labels import Label
from build_tools.law.scan.lines import Line
from build_tools.law.scan.markers import read_marker

_SHORT = 40
_NOTE = re.compile(r"[(【\[]?(?:附?注|备注|编者注|编者按|编者的话|说明)[)】\]]? ?:")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin an article: readable number, no citation, not inside an open quotation."""

    index: int
    number: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Indexes of lines: the articles stand in ``first`` to ``end``, what is attached begins at ``attached``."""

    first: int
    """The first article's line."""
    end: int
    """After the last line of the last article."""
    attached: int
    """Where an annex, an explanation or a second law begins; the number of lines if there is none."""
    second_law: int | None
    """Where the articles of a second law begin, which nothing announces as an annex."""


def find_frame(text: LabelledLines, first_article: int) -> Frame | None:
    """Where the articles are; None if no line begins one."""
    lines, labels, quoted = text.lines, text.labels, text.quoted
    candidates: list[Candidate] = []
    for i, label in enumerate(labels):
        if not label or not label.is_article or not label.number:
            continue
        if not quoted[i] or (candidates and continues(label.number, candidates[-1].number)):
            candidates.append(Candidate(i, label.number))
    begin = _first(text, candidates, (first_article,))
    if begin is None:
        return None
    candidates = candidates[begin:]
    first = _unreadable_above(text, candidates[0].index)
    second = _second_law(text, candidates)
    stop = len(lines) if second is None else second
    attached = _attached(lines, candidates, stop)
    last = [c.index for c in candidates if c.index < attached][-1]
    return Frame(first, _end(text, last, attached), attached, second if attached == stop else None)


def _first(text: LabelledLines, candidates: Sequence[Candidate], number: tuple[int, ...]) -> int | None:
    """The first article: the one with the expected number, else the first that a run follows, else any.

    Candidates that stand together with it, without a heading or title between, belong to the same law, and the
    first of them counts. Of two with the expected number the later one counts if a run follows it alone.
    """
    runs = [i for i, (c, after) in enumerate(pairwise(candidates)) if continues(after.number, c.number)]
    expected = [i for i, c in enumerate(candidates) if c.number == number]
    if not candidates:
        return None
    chosen = next((i for i in expected if i in runs), expected[0] if expected else (runs or [0])[0])
    while chosen:
        between = range(candidates[chosen - 1].index + 1, candidates[chosen].index)
        if any(_may_head(text.lines[i], text.labels[i]) for i in between):
            break
        chosen -= 1
    return chosen


def _unreadable_above(text: LabelledLines, first: int) -> int:
    """The topmost label without a readable number above the first article, with text of articles only between them."""
    at = first
    for i in range(first - 1, -1, -1):
        label = text.labels[i]
        if label and label.blank and _is_unreadable(label):
            at = i
        elif _may_head(text.lines[i], label):
            break
    return at


def _second_law(text: LabelledLines, candidates: Sequence[Candidate]) -> int | None:
    """Where a second law begins: its title, or whatever stands above 第一條, when the numbers start again."""
    highest: tuple[int, ...] = (0,)
    for i, c in enumerate(candidates):
        follows = i + 1 < len(candidates) and candidates[i + 1].number == (2,)
        above = text.lines[c.index - 1] if c.index else None
        if c.number == (1,) and i and highest >= (2,) and follows and not (above and above.last == ":"):
            at = c.index
            while at - 1 > candidates[i - 1].index and _may_head(text.lines[at - 1], text.labels[at - 1]):
                at -= 1
            return at
        highest = max(highest, c.number)
    return None


def _may_head(line: Line, label: Label | None) -> bool:
    if label:
        return label.unit != "条" and not label.cites
    return shapes.is_history(line) or not shapes.ends_sentence(line)


def _attached(lines: Sequence[Line], candidates: Sequence[Candidate], stop: int) -> int:
    """The first line that announces an annex, an explanation or other matter, unless the articles go on after it."""
    indexes = [c.index for c in candidates]
    highest: tuple[int, ...] = (0,)
    passed = 0
    for i in range(indexes[0] + 1, stop):
        if not _announces(lines[i]):
            continue
        following = bisect_right(indexes, i)
        highest = max([highest, *(c.number for c in candidates[passed:following])])
        passed = following
        if following == len(candidates) or not continues(candidates[following].number, highest):
            return i
    return stop


def _announces(line: Line) -> bool:
    if line.plain[0] in "附([【":
        return read_annex_marker(line) is not None
    if line.last in "。;:,、" or read_marker(line.plain):
        return False
    return shapes.is_explanation_title(line) or shapes.is_contents(line)


def _end(text: LabelledLines, last: int, attached: int) -> int:
    """After the last line of the last article, whose label stands at ``last``.

    It ends where a line is signature, date, site line or title, or is short and ends like no sentence: what comes
    after such a line is not taken for text of the article, unless a label that cannot be read follows.
    """
    end, begins = last, True
    while begins:
        label = text.labels[end]
        end += 2 if label and not label.rest and end + 1 < attached else 1
        while end < attached and _goes_on(text.lines[end]) and not _is_unreadable(text.labels[end]):
            end += 1
        unreadable = next((i for i in range(end, attached) if _is_unreadable(text.labels[i])), None)
        begins, end = unreadable is not None, unreadable or end
    return end


def _is_unreadable(label: Label | None) -> bool:
    return label is not None and label.is_article and label.number is None


def _goes_on(line: Line) -> bool:
    if read_marker(line.plain) or "\t" in line.text:
        return True
    if shapes.is_signature(line) or shapes.is_notice_title(line):
        return False
    if site_line(line) or _NOTE.match(line.plain):
        return False
    if shapes.ends_sentence(line):
        return True
    return not shapes.is_title(line) and (len(line.text) > _SHORT or any(c in line.plain for c in ",;"))
