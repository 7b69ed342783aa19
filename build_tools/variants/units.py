"""Which stretches of a document are shown in both scripts, each on its own."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.feedback import Fragment, Submission
from build_tools.model.law import LawText, Paragraph, walk_lines
from build_tools.model.source import Span


def law_units(law: LawText) -> Iterator[Span]:
    """Spans of a law's titles, headings, labels, 款, 項 (marker, body and whole) and lines of its parts."""
    yield from law.title_spans
    for heading in law.headings:
        yield heading.label_span
        yield heading.title_span
    for article in law.articles:
        yield article.label_span
        if article.caption_span:
            yield article.caption_span
        for line in walk_lines(article):
            yield line.span
            if not isinstance(line, Paragraph):
                yield line.marker_span
                yield line.body_span
    for part in law.parts:
        for block in part.blocks:
            yield block.span


def feedback_units(submission: Submission) -> Iterator[Span]:
    """Spans of all fragments of a submission, of their markers and of each opinion's point."""
    for fragment in _fragments(submission):
        yield fragment.span
        if fragment.marker_span:
            yield fragment.marker_span
    for comment in submission.comments:
        yield comment.point_span


def _fragments(submission: Submission) -> Iterator[Fragment]:
    if submission.title:
        yield submission.title
    yield from submission.front
    for section in submission.general:
        if section.heading:
            yield section.heading
    for block in submission.blocks:
        yield block.heading
        for quote in block.quotes:
            yield from quote.fragments
    for comment in submission.comments:
        yield from comment.fragments
