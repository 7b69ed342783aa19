"""The ledger: every character of a file in exactly one span."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.model.law import Article, BlockKind, LawText, LedgerSpan, SpanClass, walk_items
from build_tools.model.source import SourceFile, Span
from build_tools.text.invisible import INVISIBLE_CLASS

# What lies between two spans: white space and a BOM at the head of the file; other invisible characters, with the
# blanks between them; text.
_GAP = re.compile(
    rf"(?P<separator>(?:\s|\A\ufeff)+)|(?P<invisible>[{INVISIBLE_CLASS}](?:[\s{INVISIBLE_CLASS}]*[{INVISIBLE_CLASS}])?)|(?P<text>[^\s{INVISIBLE_CLASS}]+)"
)


def complete_ledger(source: SourceFile, spans: Iterable[LedgerSpan]) -> tuple[LedgerSpan, ...]:
    """The given spans in order, with what lies between them: a partition of the file.

    White space (and a BOM at the head of the file) is separator, other invisible characters are set aside with
    a reason; text that no span covers is ``unclassified``. Spans without characters are left out. Of two spans that
    overlap the later one keeps what the earlier one left.
    """
    rows: list[LedgerSpan] = []
    at = 0
    for row in sorted(spans, key=lambda r: (r.span.start, r.span.end)):
        start, end = max(row.span.start, at), row.span.end
        if end <= start:
            continue
        rows.extend(_between(source, at, start))
        rows.append(LedgerSpan(Span(source.id, start, end), row.kind, row.reason))
        at = end
    rows.extend(_between(source, at, len(source.text)))
    return tuple(rows)


def law_spans(law: LawText) -> Iterator[LedgerSpan]:
    """Spans of all that the tree of a law holds."""
    for span in law.title_spans:
        yield LedgerSpan(span, SpanClass.TITLE)
    for heading in law.headings:
        yield LedgerSpan(heading.label_span, SpanClass.CHAPTER)
        yield LedgerSpan(heading.title_span, SpanClass.CHAPTER)
    for article in law.articles:
        yield from _article_spans(article)
    for part in law.parts:
        for block in part.blocks:
            # A title that stands among the history is a title all the same
            is_title = part.kind is SpanClass.HISTORY and block.kind is BlockKind.TITLE
            yield LedgerSpan(block.span, SpanClass.TITLE if is_title else part.kind)


def _article_spans(article: Article) -> Iterator[LedgerSpan]:
    yield LedgerSpan(article.label_span, SpanClass.LAW)
    if article.caption_span:
        yield LedgerSpan(article.caption_span, SpanClass.LAW)
    for paragraph in article.paragraphs:
        yield LedgerSpan(paragraph.span, SpanClass.LAW)
        for item in walk_items(paragraph.items):
            # Pages show marker and body: blanks between the two are a separator like all others
            joined = item.marker_span.end == item.body_span.start
            for span in (item.span,) if joined else (item.marker_span, item.body_span):
                yield LedgerSpan(span, SpanClass.LAW)


def _between(source: SourceFile, start: int, end: int) -> Iterator[LedgerSpan]:
    for found in _GAP.finditer(source.text, start, end):
        span = Span(source.id, *found.span())
        if found["separator"]:
            yield LedgerSpan(span, SpanClass.SEPARATOR)
        elif found["invisible"]:
            yield LedgerSpan(span, SpanClass.SET_ASIDE, "invisible characters")
        else:
            yield LedgerSpan(span, SpanClass.UNCLASSIFIED)
