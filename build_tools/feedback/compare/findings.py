"""Holds one opinion against the law: quotes, quoted words, articles it names, claims it makes."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.feedback.compare.anchors import CommentText, find_anchors, read_comment, read_words
from build_tools.feedback.compare.claims import check_terms
from build_tools.feedback.compare.mentions import Belongs
from build_tools.feedback.compare.quotes import CheckedQuote, check_quote
from build_tools.feedback.compare.words import LawIndex
from build_tools.feedback.parse.issues import issue_of, nearest_hint
from build_tools.grammar.labels import article_words
from build_tools.model.feedback import Anchor, Claim, Comment, FeedbackFindings, Match, Mention, Submission
from build_tools.model.ids import ProvisionId
from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.model.law import LawText
from build_tools.model.source import SourceFile, Span

_ALIKE = 0.6


def compare_feedback(
    submission: Submission, source: SourceFile, law: LawText, law_source: SourceFile, log: IssueLog
) -> FeedbackFindings:
    """Compare a submission with the law that it speaks of; no words are linked that do not stand in it.

    Quotes that differ, claims that do not hold and articles that the law lacks go to ``log``; if fewer than
    half of the quotes resemble the law, an error says that the file speaks of another one.
    """
    work = _Comparison(submission, source, law_source, log, LawIndex(law))
    checks = tuple(checked.check for checked in work.quotes())
    for section in submission.general:
        if section.heading:
            text = read_words(section.heading, work.index)
            work.name(section.id, text)
            work.claims_of(text)
    for comment in submission.comments:
        work.take(comment)
    return FeedbackFindings(checks, tuple(work.anchors), tuple(work.claims), tuple(work.mentions))


@dataclass(slots=True)
class _Comparison:
    submission: Submission
    source: SourceFile
    law_source: SourceFile
    log: IssueLog
    index: LawIndex
    anchors: list[Anchor] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def quotes(self) -> list[CheckedQuote]:
        """Each quoted provision with its check, in the order of the blocks."""
        checked = [
            check_quote(block.article, quote, self.source, self.index.law, self.law_source)
            for block in self.submission.blocks
            for quote in block.quotes
        ]
        for one in checked:
            if one.check.match is Match.DIFFERS:
                self._report_difference(one)
        alike = sum(_is_alike(one) for one in checked)
        if len(checked) >= 2 and alike * 2 < len(checked):
            title = self.index.law.title or self.law_source.path
            message = f"only {alike} of {len(checked)} quoted provisions are those of 《{title}》"
            hint = "the file seems to speak of another law or edition"
            self.log.add(Issue("E305", Severity.ERROR, self.source.path, 0, 0, message, hint))
        return checked

    def _report_difference(self, one: CheckedQuote) -> None:
        changes = one.check.changes
        span = changes[0][0] if changes else one.check.quote.span
        places = "1 place" if len(changes) == 1 else f"{len(changes)} places"
        name, hint = article_words(one.check.quote.article.article), ""
        if changes:
            what = "also" if changes[0][1].operation == "delete" else "not"
            hint = f"the law has {what} “{changes[0][1].text[:40]}”"
        self._add(span, "W314", f"the quote of {name} differs from the law in {places}", hint)

    def take(self, comment: Comment) -> None:
        """Quoted words, articles named and claims of one opinion."""
        texts = read_comment(comment, self.index)
        self.anchors += find_anchors(comment, texts, self.index, self.source, self.law_source)
        for text in texts:
            self.name(comment.id, text)
            self.claims_of(text)

    def name(self, owner: str, text: CommentText) -> None:
        """Enter the articles that a text names; an article that the law lacks is an error at its number.

        The same doubt or fault is told once a line, and one fault of a range, whatever it lacks.
        """
        told: set[object] = set()
        for named in text.named:
            if named.belongs in (Belongs.OTHER, Belongs.PROPOSED):
                continue
            span = text.words.span(self.source.id, named.start, named.end)
            if named.belongs is Belongs.OWN and named.number in self.index.lines:
                self.mentions.append(Mention(owner, ProvisionId(named.number), span))
                continue
            number = None if named.belongs is Belongs.UNSURE else named.number
            if number in told or span in told:
                continue
            told |= {number, span}
            if number is None:
                message = f"{self.source.slice(span)}: of which law, or which number, is not clear"
                self._add(span, "N322", message)
            else:
                message = f"the law has no {article_words(number)}"
                self._add(span, "E304", message, nearest_hint(number, self.index.lines))

    def claims_of(self, text: CommentText) -> None:
        """Check the lists of a text that say where words are used."""
        for claim, absent in check_terms(text, self.index, self.source):
            self.claims.append(claim)
            for article, span in absent:
                if article in self.index.lines:  # others are told at the number already
                    message = f"{article_words(article)} does not have the words that it is listed for"
                    self._add(span, "W315", message)

    def _add(self, span: Span, code: str, message: str, hint: str = "") -> None:
        self.log.add(issue_of(self.source, span, code, message, hint))


def _is_alike(one: CheckedQuote) -> bool:
    if one.check.match is Match.DIFFERS:
        return one.likeness >= _ALIKE
    return one.check.match is not Match.MISSING
