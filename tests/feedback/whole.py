"""That a parsed opinion is whole: nothing lost, nothing invented."""

from __future__ import annotations

from build_tools.model.feedback import Submission
from build_tools.model.law import SpanClass
from build_tools.model.source import SourceFile


def check_whole(submission: Submission, source: SourceFile) -> None:
    """Spans equal texts, fragments are unique and numbered in order, the ledger partitions the file."""
    position = 0
    for row in submission.ledger:
        assert row.span.start == position < row.span.end
        position = row.span.end
        if row.kind is SpanClass.SEPARATOR:
            inside = source.slice(row.span)
            assert inside.removeprefix("\ufeff" if row.span.start == 0 else "").strip() == ""
        assert row.kind is not SpanClass.UNCLASSIFIED
    assert position == len(source.text)
    fragments = [*submission.front, *(s.heading for s in submission.general if s.heading)]
    fragments += [submission.title] if submission.title else []
    for block in submission.blocks:
        fragments += [block.heading, *(f for q in block.quotes for f in q.fragments)]
    fragments += [f for c in submission.comments for f in c.fragments]
    shown = {row.span for row in submission.ledger}
    for fragment in fragments:
        assert fragment.text == source.slice(fragment.span) != ""
        assert fragment.span in shown
        assert all(0 <= a < b <= len(fragment.text) for a, b, _ in fragment.emphasis)
        if fragment.marker_span:
            assert fragment.marker == source.slice(fragment.marker_span)
    assert len({f.id for f in fragments}) == len(fragments)
    assert [c.number for c in submission.comments] == list(range(1, len(submission.comments) + 1))
    for comment in submission.comments:
        assert comment.id == f"c-{submission.slug}-{comment.number}"
        assert any(
            f.span.start <= comment.point_span.start <= comment.point_span.end <= f.span.end
            for f in comment.fragments
        )
    assert len(submission.order) == len(set(submission.order))
