"""Articles and headings that stand within a line, as in 第一章 总则 第一条 为了…。 第二条 国家….: each gets a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.grammar.labels import continues
from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.law.body.headings import KINDS
from build_tools.law.scan.labels import Label, read_label
from build_tools.law.scan.lines import Line, make_line

_N = NUMERAL_CLASS
_BLANK = r"[ \t\u3000\u00a0\u2002-\u200a]"
# A label with a blank or caption behind it, after a blank or the end of a sentence
_INNER = re.compile(
    rf"(?:(?<=[。！？])|(?<={_BLANK}))(?=第{_BLANK}?[{_N}]{{1,9}}{_BLANK}?[条條编編章节節](?:{_BLANK}|【))"
)
_SEEN = 60  # characters of a label and its title that are looked at
_TITLE_LONGEST = 30
_STOPS = ("。", "！", "？")


def split_joined(lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
    """The lines, each cut where another label of the law begins within it; and whether it was cut off from one.

    A label counts only if it goes on with the numbers: an article after the end of a sentence or after the short title
    of a heading, a heading after the end of a sentence if an article follows at once.
    """
    last: tuple[int, ...] = (0,)
    for line in lines:
        label = _label_at(line, 0)
        if label and label.unit == "条" and label.number:
            last = label.number
        cuts = [0]
        for at, number in _inner_labels(line, label, last):
            cuts.append(at)
            last = number or last
        for n, (start, end) in enumerate(zip(cuts, [*cuts[1:], len(line.text)], strict=True)):
            yield (line.part(start, end) if len(cuts) > 1 else line), n > 0


def _inner_labels(
    line: Line, label: Label | None, last: tuple[int, ...]
) -> Iterator[tuple[int, tuple[int, ...] | None]]:
    """Where labels begin within the line, with the number if it is an article's."""
    begin = looked = 0
    quoted = False
    for found in _INNER.finditer(line.text, 1):
        at = found.end()
        quoted, looked = _is_quoted(line.text, looked, at, before=quoted), at
        inner = None if quoted else _label_at(line, at)
        if inner is None or inner.number is None:
            continue
        headed = label is not None and label.unit in KINDS and at - begin - label.length <= _TITLE_LONGEST
        ended = line.text[max(0, at - 4) : at].rstrip().endswith(_STOPS if last > (0,) else (*_STOPS, "）"))
        if inner.unit == "条":
            if not (ended or headed) or not continues(inner.number, last):
                continue
            last = inner.number
            yield at, last
        elif inner.unit in KINDS and (ended or headed) and _heads(line, at, inner):
            yield at, None
        else:
            continue
        begin, label = at, inner


def _label_at(line: Line, at: int) -> Label | None:
    """The label that begins at this place of the line, unless it is a citation."""
    if line.text[at : at + 1] != "第":
        return None
    label = read_label(make_line(line.number, 0, line.text[at : at + _SEEN]))
    return None if label is None or label.cites else label


def _is_quoted(text: str, start: int, at: int, *, before: bool) -> bool:
    """Whether a quotation is open at a place, if it was (or was not) open at ``start``."""
    opened = max(text.rfind(mark, start, at) for mark in "“「")
    closed = max(text.rfind(mark, start, at) for mark in "”」")
    return before if opened == closed else opened > closed


def _heads(line: Line, at: int, label: Label) -> bool:
    """True if an article or a lower heading follows after a short title, as in 第二章 附则 第五条."""
    following = _INNER.search(line.text, at + label.length, at + label.length + _TITLE_LONGEST + 2)
    return following is not None and _label_at(line, following.end()) is not None
