"""What is wrong or doubtful in a feedback file, as findings with their place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from build_tools.feedback.parse.groups import Group
from build_tools.feedback.parse.text import FeedbackText
from build_tools.grammar.labels import article_words
from build_tools.model.feedback import Fragment
from build_tools.model.ids import ProvisionId
from build_tools.model.issue import Issue, IssueLog, Severity, issue_at
from build_tools.model.law import LawText
from build_tools.model.source import SourceFile, Span


@dataclass(slots=True)
class FeedbackIssues:
    """Writes findings about one feedback file to the log."""

    source: SourceFile
    log: IssueLog
    law: LawText | None
    seen: dict[tuple[int, ...], tuple[int, int]] = field(default_factory=dict)
    """For each article the line of its first block and the table it is in (0 for none)."""

    def text(self, text: FeedbackText) -> None:
        """Links that lead nowhere and code that nothing closes."""
        for span in text.rejected_links:
            message = "a link that is not http, https or mailto is shown as text"
            self._add(span, "W312", Severity.WARNING, message)
        for span in text.open_fences:
            message = "this line opens a block of code that nothing closes"
            self._add(span, "W313", Severity.WARNING, message)

    def no_opinion(self) -> None:
        """The file as a whole holds no opinion."""
        hint = "an opinion is a paragraph below 总体意见 or below a heading such as 第十二条"
        message = "no opinion found"
        self.log.add(Issue("E301", Severity.ERROR, self.source.path, 0, 0, message, hint))

    def heading(self, group: Group) -> None:
        """Numbers of a heading that cannot be read or run backwards; opinions without a heading."""
        if group.unheaded and group.pieces:
            span = group.pieces[0].line.line.span
            self._add(span, "W310", Severity.WARNING, "an opinion stands before any heading")
        if not group.label or not group.head:
            return
        base = group.head.line.line.span
        for start, end in group.label.listed.unreadable:
            span = Span(base.source, base.start + start, base.start + end)
            words = self.source.slice(span)
            self._add(span, "E306", Severity.ERROR, f"the number of {words} cannot be read")
        for listed in group.label.listed.articles:
            if listed.last < listed.first:
                span = Span(base.source, base.start + listed.start, base.start + listed.end)
                self._add(
                    span, "W317", Severity.WARNING, f"the range {self.source.slice(span)} runs backwards"
                )

    def block(
        self, heading: Fragment, articles: Sequence[tuple[int, ...]], has_opinion: bool, table: int
    ) -> None:
        """A heading for an article that does not exist, or was met before, or that nothing follows."""
        line = self.source.position(heading.span.start).line
        self.missing(heading.span, articles)
        for article in articles:
            first = self.seen.get(article)
            if first and not (table and first[1] == table):
                message = f"a second block for {article_words(article)} (first at line {first[0]})"
                self._add(heading.span, "W311", Severity.WARNING, message)
            self.seen.setdefault(article, (line, table))
        if has_opinion:
            return
        if table:
            self._add(heading.span, "N321", Severity.NOTE, f"no opinion on {heading.text} in this row")
        else:
            self._add(heading.span, "E303", Severity.ERROR, f"no opinion follows the heading {heading.text}")

    def missing(self, span: Span, articles: Sequence[tuple[int, ...]]) -> None:
        """Articles that an opinion is filed under but the law lacks."""
        for article in articles:
            if self.law and not self.law.article(ProvisionId(article)):
                self.unknown(span, article)

    def unknown(self, span: Span, article: tuple[int, ...]) -> None:
        """An article that the law lacks, with the nearest ones that it has."""
        known = [a.id.article for a in self.law.articles] if self.law else []
        near = " and ".join(map(article_words, nearest_articles(article, known)))
        hint = f"nearest: {near}" if near else ""
        self._add(span, "E302", Severity.ERROR, f"the law has no {article_words(article)}", hint)

    def other_article(self, span: Span, article: tuple[int, ...]) -> None:
        """A quote whose label is not that of the heading."""
        self._add(
            span,
            "W316",
            Severity.WARNING,
            f"{article_words(article)} is quoted below another article's heading",
        )
        if self.law and not self.law.article(ProvisionId(article)):
            self.unknown(span, article)

    def unsure(self, span: Span) -> None:
        """A line that may be a quote."""
        self._add(span, "N320", Severity.NOTE, "quote or opinion? taken as an opinion")

    def _add(self, span: Span, code: str, severity: Severity, message: str, hint: str = "") -> None:
        self.log.add(issue_at(self.source, span.start, span.end, code, severity, message, hint))


def nearest_articles(
    article: tuple[int, ...], known: Collection[tuple[int, ...]]
) -> tuple[tuple[int, ...], ...]:
    """The articles of the law next to a number that it lacks, at most one on either side.

    >>> nearest_articles((99,), [(1,), (67,), (68,)])
    ((68,),)
    """
    below = max((a for a in known if a < article), default=None)
    above = min((a for a in known if a > article), default=None)
    return tuple(a for a in (below, above) if a)
