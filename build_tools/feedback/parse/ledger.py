"""The ledger of a feedback file: every character in exactly one span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model.law import LedgerSpan, SpanClass
from build_tools.model.manifest import LineRange
from build_tools.model.source import SourceFile, Span


def make_ledger(
    source: SourceFile, classed: Iterable[LedgerSpan], set_aside: tuple[LineRange, ...]
) -> tuple[LedgerSpan, ...]:
    """Partition the file: the spans given, lines set aside, and between them blanks and block markup.

    ``classed`` are spans that do not overlap, in any order. The result rises, touches and is complete; a
    separator holds white space only (and a BOM at the start of the file).
    """
    taken = sorted([*classed, *_set_aside_spans(source, set_aside)], key=lambda row: row.span)
    ledger: list[LedgerSpan] = []
    position = 0
    for row in taken:
        ledger += _gap(source, position, row.span.start)
        ledger.append(row)
        position = row.span.end
    ledger += _gap(source, position, len(source.text))
    return tuple(ledger)


def _set_aside_spans(source: SourceFile, set_aside: tuple[LineRange, ...]) -> Iterator[LedgerSpan]:
    done = 0
    for part in sorted(set_aside, key=lambda part: part.first):
        first, last = max(1, part.first), min(part.last, len(source.line_starts))
        if first > last:
            continue
        start = max(done, source.line_starts[first - 1])
        end = source.line_starts[last - 1] + len(source.line(last))
        end = start + len(source.text[start:end].rstrip())
        start = end - len(source.text[start:end].lstrip())
        if start < end:
            yield LedgerSpan(Span(source.id, start, end), SpanClass.SET_ASIDE, part.reason.hant or None)
            done = end


def _gap(source: SourceFile, start: int, end: int) -> Iterator[LedgerSpan]:
    """What lies between two spans: blanks, or block markup with the blanks around it as separators."""
    first = start + (start == 0 < end and source.text[0] == "\ufeff")  # a BOM separates as blanks do
    inner_start = end - len(source.text[first:end].lstrip())
    inner_end = inner_start + len(source.text[inner_start:end].rstrip())
    for a, b, kind in (
        (start, inner_start, SpanClass.SEPARATOR),
        (inner_start, inner_end, SpanClass.MARKUP),
        (inner_end, end, SpanClass.SEPARATOR),
    ):
        if a < b:
            reason = "Markdown" if kind is SpanClass.MARKUP else None
            yield LedgerSpan(Span(source.id, a, b), kind, reason)
