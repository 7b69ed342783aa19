"""Sentences and quotations of a line in compact form."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_CLAUSE = re.compile(r"[。!?;]")
_QUOTE = re.compile(r"[“”\"]")
#: Words before a quotation that put its words into another text: 修改为：“…”, 作为第七项“…”, 内容如下：“…”.
_PUTS = re.compile(
    r"(?:改为|修改成|修正为|增写|增加|表述为|调整为|修订为|分别为|内容为|规定为|如下|作为[^“”;。]{0,30}?|增加[^“”;。]{0,30}?|中)"
    r"[:,]?\Z"
)
#: Only in front or behind: new or old words of a text that is amended: 将“甲”修改为“乙”.
_PUT_AFTER = re.compile(r"(?:相应)?(?:修改为|改为|后增|前增|后增写|前增写|删去|删除)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, the marks not included; ``new`` if an amending text puts or takes them."""

    start: int
    end: int
    new: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """Quotations of a compact text, outermost only; one that is not closed runs to the end of the line.

    A closing mark that nothing opened ends a quotation that began on an earlier line.
    """
    found: list[Quotation] = []
    depth, start = 0, 0
    for mark in _QUOTE.finditer(text):
        opening = mark[0] == "“" or (mark[0] == '"' and not depth)
        if opening:
            start = mark.end() if not depth else start
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                found.append(_quotation(text, start, mark.start()))
        elif not found:
            found.append(_quotation(text, 0, mark.start()))
    if depth:
        found.append(_quotation(text, start, len(text)))
    return tuple(found)


def quotation_at(quotes: tuple[Quotation, ...], place: int) -> Quotation | None:
    """The quotation that holds a place, or None."""
    i = bisect_right(quotes, place, key=lambda q: q.start) - 1
    return quotes[i] if i >= 0 and place < quotes[i].end else None


def sentence_starts(text: str, quotes: tuple[Quotation, ...]) -> tuple[list[int], list[int]]:
    """Where sentences (ended by 。) and clauses (by ；too) begin, marks within quotations left out."""
    sentences, clauses = [0], [0]
    for stop in _CLAUSE.finditer(text):
        if quotes and quotation_at(quotes, stop.start()):
            continue
        clauses.append(stop.end())
        if stop[0] != ";":
            sentences.append(stop.end())
    return sentences, clauses


def number_at(starts: list[int], place: int) -> int:
    """Which of the stretches that begin at ``starts`` holds a place, from 0."""
    return bisect_right(starts, place) - 1


def _quotation(text: str, start: int, end: int) -> Quotation:
    before = text[max(0, start - 40) : max(0, start - 1)]
    new = bool(_PUTS.search(before)) or bool(_PUT_AFTER.match(text, end + 1))
    return Quotation(start, end, new)
