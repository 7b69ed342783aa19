"""The provision as an opinion quotes it, with every place where it departs from the law."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.feedback import QUOTES, ArticleBlock, Match, QuoteCheck
from build_tools.model.runs import Mark, MarkKind, Run
from build_tools.pages.links import article_of
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.submission import SubmissionText
from build_tools.text.fold import is_blank


@dataclass(frozen=True, slots=True)
class Remark:
    """One departure: what it is in words, and the characters concerned in their own script ("" for blanks)."""

    number: int
    words: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class QuotedProvision:
    """One quotation: its lines in the script it is written in, and what the comparison with the law found."""

    author: str
    match: str
    """``exact``, ``script``, ``blanks``, ``differs`` or ``missing``."""
    agrees: bool
    verdict: str
    remarks: tuple[Remark, ...]
    """Each departure in words (多出 1 個空白字元（U+00A0）), by the number that stands at its place."""
    lines: tuple[Run, ...]


def quoted_provisions(
    tree: LocalizedEdition, doc: SubmissionText, article: str
) -> tuple[QuotedProvision, ...]:
    """Quotations of one article in one submission, in the order of the document."""
    checks = doc.record.layers[QUOTES].items
    return tuple(_quoted(tree, doc, c) for c in checks if article_of(str(c.quote.article)) == article)


def quoted_in(
    tree: LocalizedEdition, doc: SubmissionText, block: ArticleBlock
) -> tuple[QuotedProvision, ...]:
    """Quotations in one block of a submission, in the order of the document."""
    own = {quote.span for quote in block.quotes}
    return tuple(_quoted(tree, doc, c) for c in doc.record.layers[QUOTES].items if c.quote.span in own)


def _quoted(tree: LocalizedEdition, doc: SubmissionText, check: QuoteCheck) -> QuotedProvision:
    marks, remarks = [], []
    for number, (span, change) in enumerate(check.changes, 1):
        quoted = doc.record.source.text[span.start : span.end]
        remarks.append(_remark(tree, doc, number, quoted, change.text))
        marks.append(Mark(span.start, span.end, MarkKind.DIFFERENT, "", f"〔{number}〕"))
    lines = tuple(doc.texts.pair(f.span, marks).source for f in check.quote.fragments)
    agrees = check.match in (Match.EXACT, Match.SCRIPT, Match.BLANKS)
    verdict = tree.words(f"opinions.match.{check.match.value}")
    author = doc.record.facts.author
    return QuotedProvision(author, check.match.value, agrees, verdict, tuple(remarks), lines)


def _remark(tree: LocalizedEdition, doc: SubmissionText, number: int, quoted: str, own: str) -> Remark:
    """What differs at one place: ``quoted`` is what the quote has there, ``own`` what the law has if that is nothing."""
    key, text, texts = ("surplus", quoted, doc.texts) if quoted else ("lacking", own, tree.edition.texts)
    if not all(map(is_blank, text)):
        return Remark(number, tree.words(f"opinions.{key}"), text, texts.script.lang)
    codes = " ".join(f"U+{ord(c):04X}" for c in text)
    words = tree.words(f"opinions.{key}-blank", count=len(text), codes=codes)
    return Remark(number, words, "", texts.script.lang)
