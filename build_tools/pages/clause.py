"""A clause that a row was read from, cut at commas to what was read: 情節嚴重的，並處十五日以下拘留."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.model.penalty import Passage, PenaltyRow
from build_tools.model.runs import Mark, MarkKind
from build_tools.model.source import Span
from build_tools.pages.localized import LocalizedEdition

_END = re.compile("[，,；;。:：]")
_LEFT_OUT = "……"


def clause_pieces(tree: LocalizedEdition, row: PenaltyRow) -> tuple[str, ...]:
    """The clause in the script of the tree; every second piece are words of the measure: ``("并", "處……罰款", "")``."""
    read = (row.cond_words, row.gain_words, row.subject_words, row.span, row.amount_words)
    strong = tuple(p.span for p in (row.span, row.amount_words) if p)
    out = [""]
    for number, span in enumerate(_around(tree, (p for p in read if p))):
        out[-1] += _LEFT_OUT if number else ""
        for words, marked in _split(tree, span, strong):
            if marked == (len(out) % 2 == 0):
                out[-1] += words
            else:
                out.append(words)
    return tuple(out)


def _around(tree: LocalizedEdition, passages: Iterable[Passage]) -> Iterator[Span]:
    """The pieces between commas that hold the passages, those that follow each other as one."""
    shown = tree.edition.texts.shown
    found: list[Span] = []
    for at, span in sorted({(p.span.start - p.start, p.span) for p in passages}):
        next_line = shown.find("\n", span.end)
        line_end = len(shown) if next_line < 0 else next_line
        start = max((m.end() for m in _END.finditer(shown, at, span.start)), default=at)
        stop = _END.search(shown, span.end, line_end)
        end = stop.start() if stop else line_end
        if found and start <= found[-1].end + 1:
            end = max(end, found[-1].end)
            found[-1] = Span(span.source, found[-1].start, end)
        else:
            found.append(Span(span.source, start, end))
    yield from found


def _split(tree: LocalizedEdition, span: Span, strong: tuple[Span, ...]) -> Iterator[tuple[str, bool]]:
    marks = [Mark(s.start, s.end, MarkKind.MEASURE) for s in strong]
    run = tree.edition.texts.pair(span, marks).in_script(tree.script)
    measure = sorted((m.start, m.end) for m in run.marks if m.kind is MarkKind.MEASURE)
    at = 0
    for start, end in measure:
        if start > at:
            yield run.text[at:start], False
        if end > at:
            yield run.text[max(start, at) : end], True
            at = end
    if at < len(run.text):
        yield run.text[at:], False
