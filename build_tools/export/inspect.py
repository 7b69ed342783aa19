"""What one file was read as, for machines: the JSON of ``duizhao inspect``, schema ``duizhao/1``.

Text is the source's, not its display form; lines count from 1 and columns from 0, in code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_tools.model.feedback import Comment, FeedbackFindings, Fragment, Submission, fragment_spans
from build_tools.model.issue import Issue
from build_tools.model.law import Article, Item, LawText, LedgerSpan, Part, line_spans
from build_tools.model.reference import Reference
from build_tools.model.source import SourceFile, Span

SCHEMA = "duizhao/1"
Json = dict[str, object]


def inspect_law(
    source: SourceFile, law: LawText, references: Iterable[Reference], issues: Iterable[Issue]
) -> Json:
    """A law file as parsed: headings, articles with their 款 項 目, other parts, references, ledger and findings.

    例: 第一條 為了…… → ``{"id": "art-1", "label": "第一條", "paragraphs": [{"id": "art-1-p1", …}]}``.
    """
    return {
        "schema": SCHEMA,
        "title": law.title,
        "headings": [
            {"id": h.id, "label": h.label, "title": h.title, **_place(source, h.label_span)}
            for h in law.headings
        ],
        "articles": [_article(source, article) for article in law.articles],
        "parts": [_part(source, part) for part in law.parts],
        "references": _references(source, references, line_spans(law)),
        "ledger": _ledger(source, law.ledger),
        "issues": [issue_json(issue) for issue in issues],
    }


def inspect_feedback(
    source: SourceFile,
    submission: Submission,
    findings: FeedbackFindings | None,
    references: Iterable[Reference],
    issues: Iterable[Issue],
) -> Json:
    """A feedback file as parsed; how quotes compare is told if a law was given (else ``match`` is null)."""
    quotes = _quotes(source, submission, findings)
    blocks = {comment.id: block.heading.id for block in submission.blocks for comment in block.comments}
    anchors = _anchors(source, findings)
    return {
        "schema": SCHEMA,
        "title": submission.title.text if submission.title else "",
        "front": [_fragment(source, fragment) for fragment in submission.front],
        "general": [
            {
                "id": section.id,
                "heading": _fragment(source, section.heading) if section.heading else None,
                "comments": [comment.id for comment in section.comments],
            }
            for section in submission.general
        ],
        "blocks": [
            {
                "article": str(block.article),
                "heading": _fragment(source, block.heading),
                "quotes": quotes.get(block.heading.id, []),
                "comments": [comment.id for comment in block.comments],
            }
            for block in submission.blocks
        ],
        "comments": [
            _comment(source, comment)
            | {
                "quotes": quotes.get(blocks.get(comment.id, ""), []),
                "mentions": _mentions(comment, findings),
                "anchors": anchors.get(comment.id, []),
            }
            for comment in submission.comments
        ],
        "references": _references(source, references, fragment_spans(submission)),
        "ledger": _ledger(source, submission.ledger),
        "issues": [issue_json(issue) for issue in issues],
    }


def inspect_nothing(issues: Iterable[Issue]) -> Json:
    """A file that holds no text that could be parsed: the findings say why."""
    empty: Json = {"schema": SCHEMA, "title": "", "headings": [], "articles": [], "parts": [], "comments": []}
    return empty | {"references": [], "ledger": [], "issues": [issue_json(issue) for issue in issues]}


def issue_json(issue: Issue) -> Json:
    """One finding; line and column are 0 if it speaks of the file as a whole."""
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "line": issue.line,
        "column": issue.column,
        "message": issue.message,
        "hint": issue.hint,
    }


def _article(source: SourceFile, article: Article) -> Json:
    return {
        "id": str(article.id),
        "label": article.label,
        "caption": article.caption,
        "heading": article.heading,
        **_place(source, article.label_span),
        "paragraphs": [
            {
                "id": str(paragraph.id),
                "text": paragraph.text,
                **_place(source, paragraph.span),
                "items": [_item(source, item) for item in paragraph.items],
            }
            for paragraph in article.paragraphs
        ],
    }


def _item(source: SourceFile, item: Item) -> Json:
    return {
        "id": str(item.id),
        "label": item.marker,
        "text": item.text,
        **_place(source, item.span),
        "subitems": [_item(source, subitem) for subitem in item.subitems],
    }


def _part(source: SourceFile, part: Part) -> Json:
    blocks = [
        {"id": b.id, "kind": b.kind.value, "text": b.text, **_place(source, b.span)} for b in part.blocks
    ]
    return {"id": part.id, "kind": part.kind.value, "title": part.title, "blocks": blocks}


def _comment(source: SourceFile, comment: Comment) -> Json:
    return {
        "id": comment.id,
        "number": comment.number,
        "articles": [str(article) for article in comment.articles],
        "general": comment.general,
        "point": source.slice(comment.point_span),
        "lines": [_fragment(source, fragment) for fragment in comment.fragments],
    }


def _mentions(comment: Comment, findings: FeedbackFindings | None) -> list[str]:
    """Articles that an opinion names, lists such as 第4/16/36条 opened, each once, in order of first mention."""
    named = findings.mentions if findings else ()
    inside = [str(a) for _, a, span in named if comment.span.start <= span.start < comment.span.end]
    return list(dict.fromkeys(inside))


def _anchors(source: SourceFile, findings: FeedbackFindings | None) -> dict[str, list[Json]]:
    """Words in quotation marks, found in the law or not, by the comment that quotes them."""
    found: dict[str, list[Json]] = {}
    for anchor in findings.anchors if findings else ():
        target = str(anchor.target) if anchor.target else None
        row: Json = {"words": anchor.words, "target": target, "reason": anchor.reason}
        found.setdefault(anchor.comment, []).append(row | _place(source, anchor.comment_span))
    return found


def _quotes(
    source: SourceFile, submission: Submission, findings: FeedbackFindings | None
) -> dict[str, list[Json]]:
    """The provisions quoted in each block, by the id of the block's heading."""
    matches = {check.quote.span: check.match.value for check in findings.checks} if findings else {}
    return {
        block.heading.id: [
            {
                "article": str(quote.article),
                "match": matches.get(quote.span),
                "lines": [_fragment(source, fragment) for fragment in quote.fragments],
            }
            for quote in block.quotes
        ]
        for block in submission.blocks
    }


def _fragment(source: SourceFile, fragment: Fragment) -> Json:
    row: Json = {"id": fragment.id, "kind": fragment.kind.value, "text": fragment.text}
    return row | {"marker": fragment.marker, **_place(source, fragment.span)}


def _references(source: SourceFile, references: Iterable[Reference], lines: dict[str, Span]) -> list[Json]:
    rows = []
    for found in references:
        line = lines[found.at]
        row: Json = {"at": found.at, **_place(source, Span(line.source, line.start + found.start, line.end))}
        row |= {"start": found.start, "end": found.end, "text": found.text, "kind": found.kind.value}
        doubt = None if found.doubt is None else str(found.doubt)
        rows.append(
            row | {"targets": [str(target) for target in found.targets], "group": found.group, "doubt": doubt}
        )
    return rows


def _ledger(source: SourceFile, ledger: Sequence[LedgerSpan]) -> list[Json]:
    spans = [
        {"start": row.span.start, "end": row.span.end, "class": row.kind.value, "reason": row.reason}
        for row in ledger
    ]
    return [{"source": source.id, "path": source.path, "sha256": source.sha256, "spans": spans}]


def _place(source: SourceFile, span: Span) -> dict[str, int]:
    place = source.position(span.start)
    return {"line": place.line, "column": place.column}
