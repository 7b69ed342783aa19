"""The ledger of each source covers its file without gap or overlap, and the characters give the file back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from build_tools.checks.check import Check
from build_tools.model.issue import Issue, Severity, issue_at
from build_tools.model.law import LedgerSpan, SpanClass
from build_tools.model.source import SourceFile
from build_tools.text.fold import is_blank


class LedgerCheck(Check):
    """Findings E528 and E529 about all sources of a site."""

    def start(self) -> Iterator[Issue]:
        """Look at each source with its ledger."""
        for record in self.inputs.site.records():
            yield from check_ledger(record.source, record.ledger)


def check_ledger(source: SourceFile, ledger: Iterable[LedgerSpan]) -> Iterator[Issue]:
    """Every character in exactly one span; separators hold white space only; UTF-8 of the text has the SHA-256."""
    at = 0
    for row in ledger:
        span = row.span
        if span.source != source.id or span.start != at or span.end <= span.start:
            yield _issue(source, "E528", at, f"span {span} does not begin where the one before ends ({at})")
        if row.kind is SpanClass.SEPARATOR and not all(map(is_blank, source.slice(span))):
            yield _issue(source, "E528", span.start, f"span {span} is called a separator but holds text")
        at = max(at, span.end)
    if at != len(source.text):
        message = f"the ledger ends at {at} of {len(source.text)}"
        yield _issue(source, "E528", min(at, len(source.text)), message)
    if sha256(source.text.encode("utf-8")).hexdigest() != source.sha256:
        yield _issue(source, "E529", 0, "the text read does not encode to the file's bytes")


def _issue(source: SourceFile, code: str, at: int, message: str) -> Issue:
    return issue_at(source, at, at, code, Severity.ERROR, message)
