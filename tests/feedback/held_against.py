"""An opinion held against the small law of the fixtures, as lines that a lawyer can read."""

from __future__ import annotations

from build_tools.feedback.compare.findings import compare_feedback
from build_tools.feedback.parse.document import parse_feedback
from build_tools.law.parse import parse_law
from build_tools.model.feedback import FeedbackFindings
from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText
from build_tools.model.source import SourceFile
from tests.fixture_cases import FIXTURES

LAW_SOURCE = SourceFile.of_text(
    "small/law", "law.txt", (FIXTURES / "feedback" / "law.txt").read_text(encoding="utf-8")
)
LAW: LawText = parse_law(LAW_SOURCE, IssueLog())


def hold(
    text: str, *, law: LawText = LAW, law_source: SourceFile = LAW_SOURCE
) -> tuple[FeedbackFindings, SourceFile, IssueLog]:
    """Parse an opinion and compare it with the law; the log has the findings of the comparison only."""
    source, log = SourceFile.of_text("small/y", "y.txt", text), IssueLog()
    submission = parse_feedback(source, "y", IssueLog(), law=law)
    return compare_feedback(submission, source, law, law_source, log), source, log


def quotes(text: str) -> str:
    """``art-3 differs | 删「不得」 | 增「可以」 12:4``: what the law has more is 删, what the quote has more is 增."""
    findings, source, log = hold(text)
    rows = []
    for check in findings.quotes:
        parts = [f"{check.quote.article} {check.match.value}"]
        for span, change in check.changes:
            name = "删" if change.operation == "delete" else "增"
            place = source.position(span.start)
            shown = "".join(f"U+{ord(c):04X}" if c.isspace() else c for c in change.text)
            parts.append(f"{name}「{shown}」{place.line}:{place.column}")
        rows.append(" | ".join(parts))
    return "\n".join([*rows, *_issues(log)])


def anchors(text: str) -> str:
    """``网络账号 → art-18-p1 exact`` or ``口袋条款 → absent``, in the order of the text."""
    findings, source, _ = hold(text)
    rows = []
    for anchor in findings.anchors:
        assert source.slice(anchor.comment_span)
        target = f"{anchor.target} {anchor.reason}" if anchor.target else anchor.reason
        rows.append(f"{anchor.words} → {target}")
    return "\n".join(rows)


def mentions(text: str) -> str:
    """``c-y-1 第4 → art-4``, then the findings of the comparison."""
    findings, source, log = hold(text)
    rows = [f"{m.place} {source.slice(m.span)} → {m.article}" for m in findings.mentions]
    return "\n".join([*rows, *_issues(log)])


def claims(text: str) -> str:
    """``“…”（第4/5条） 真 | art-4 art-5 | art-4 art-5``: what is claimed and what is found; then note and findings."""
    findings, _, log = hold(text)
    rows = []
    for claim in findings.claims:
        verdict = "真" if claim.holds else "假"
        rows.append(f"{claim.text} {verdict} | {' '.join(claim.claimed)} | {' '.join(claim.found)}")
        if claim.note:
            rows.append(f"  {claim.note}")
    return "\n".join([*rows, *_issues(log)])


def _issues(log: IssueLog) -> list[str]:
    return [f"{issue.code} {issue.line}:{issue.column}" for issue in log.issues]
