"""A submission as lines that a lawyer can read, for fixtures."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.feedback import Comment, Fragment, FragmentKind, Submission
from build_tools.model.issue import IssueLog
from build_tools.model.source import SourceFile


def outline(submission: Submission, source: SourceFile, log: IssueLog) -> str:
    """Title, front, sections, blocks, quotes and opinions in document order, then the findings.

    ``意见 3 art-4 12-14 | 要点`` is opinion 3, filed under article 4, in lines 12 to 14, with its point.
    """
    rows: list[tuple[int, str]] = []
    if submission.title:
        rows.append((submission.title.span.start, f"标题 {submission.title.text}"))
    rows += ((f.span.start, f"文外 {_short(f.text)}") for f in submission.front)
    for section in submission.general:
        start = section.heading.span.start if section.heading else section.comments[0].span.start
        rows.append(
            (start - 1, f"总体 {section.id} {section.heading.text if section.heading else '（无题）'}")
        )
        rows += ((c.span.start, _opinion(c, source)) for c in section.comments)
    for block in submission.blocks:
        number = f"{block.heading.marker} " if block.heading.marker else ""
        rows.append((block.heading.span.start - 1, f"条 {block.article} {number}{block.heading.text}"))
        for quote in block.quotes:
            lines = [f for f in quote.fragments if f.kind is not FragmentKind.HEADING]
            text = f"{_short(lines[0].text)} … {lines[-1].text[-6:]}" if lines else ""
            rows.append(
                (quote.span.start, f"  引文 {quote.article} {_lines(quote.fragments, source)} | {text}")
            )
        rows += ((c.span.start, _opinion(c, source)) for c in block.comments)
    return "\n".join([*(row for _, row in sorted(rows, key=lambda r: r[0])), *_findings(log)])


def _opinion(comment: Comment, source: SourceFile) -> str:
    articles = " ".join(map(str, comment.articles)) or "-"
    point = source.slice(comment.point_span)
    return f"  意见 {comment.number} {articles} {_lines(comment.fragments, source)} | {point}"


def _lines(fragments: tuple[Fragment, ...], source: SourceFile) -> str:
    first = source.position(fragments[0].span.start).line
    last = source.position(fragments[-1].span.start).line
    return str(first) if first == last else f"{first}-{last}"


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:23]}…"


def _findings(log: IssueLog) -> Iterator[str]:
    for issue in log.issues:
        yield f"{issue.code} {issue.line}:{issue.column}"
