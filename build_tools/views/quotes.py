"""The provision as an opinion quotes it, with every place where it departs from the law."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.feedback import Match, QuoteCheck
from build_tools.text.fold import is_blank
from build_tools.views.links import article_of
from build_tools.views.names import Tree
from build_tools.views.opinions import Document
from build_tools.views.runs import Mark, MarkKind, Run


@dataclass(frozen=True, slots=True)
class QuotedProvision:
    """One quotation: its lines in the script it is written in, and what the comparison with the law found."""

    author: str
    match: str
    """``exact``, ``script``, ``blanks``, ``differs`` or ``missing``."""
    agrees: bool
    verdict: str
    remarks: tuple[str, ...]
    """Each departure in words: 第五項末尾多一個空白字元（U+00A0）."""
    lines: tuple[Run, ...]


def quoted_provisions(tree: Tree, doc: Document, article: str) -> tuple[QuotedProvision, ...]:
    """Quotations of one article in one submission, in the order of the document."""
    checks = doc.record.findings.checks
    return tuple(_quoted(tree, doc, c) for c in checks if article_of(str(c.quote.article)) == article)


def _quoted(tree: Tree, doc: Document, check: QuoteCheck) -> QuotedProvision:
    marks, remarks = [], []
    for span, change in check.changes:
        remark = _remark(tree, doc.record.source.text[span.start : span.end], change.text)
        remarks.append(remark)
        marks.append(Mark(span.start, span.end, MarkKind.DIFFERENT, "", remark))
    lines = tuple(doc.texts.pair(f.span, marks).source for f in check.quote.fragments)
    return QuotedProvision(
        doc.record.facts.author,
        check.match.value,
        check.match in (Match.EXACT, Match.SCRIPT, Match.BLANKS),
        tree.words(f"opinions.match.{check.match.value}"),
        tuple(remarks),
        lines,
    )


def _remark(tree: Tree, quoted: str, changed: str) -> str:
    """What differs at one place, in words."""
    if quoted and all(map(is_blank, quoted)):
        codes = " ".join(f"U+{ord(c):04X}" for c in quoted)
        return tree.words("opinions.surplus-blank", count=len(quoted), codes=codes)
    if quoted:
        return tree.words("opinions.surplus", text=quoted)
    if all(map(is_blank, changed)):
        codes = " ".join(f"U+{ord(c):04X}" for c in changed)
        return tree.words("opinions.lacking-blank", count=len(changed), codes=codes)
    return tree.words("opinions.lacking", text=changed)
