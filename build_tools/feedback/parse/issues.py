"""What is wrong or doubtful in a feedback file, as findings with their place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from build_tools.feedback.parse.lines import Stretch
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
            self._add(span, "W312", "a link that is not http, https or mailto is shown as text")
        for span in text.open_fences:
            self._add(span, "W313", "this line opens a block of code that nothing closes")

    def no_opinion(self) -> None:
        """The file as a whole holds no opinion."""
        hint = (
            "an opinion is a paragraph below 总体意见 or a heading such as 第十二条 or Article 12;"
            " publish = false in law.toml leaves the file out"
        )
        self.log.add(Issue("E301", Severity.ERROR, self.source.path, 0, 0, "no opinion found", hint))

    def heading(self, group: Stretch) -> None:
        """Numbers of a heading that cannot be read or run backwards; opinions without a heading."""
        if group.unheaded and group.pieces:
            self._add(group.pieces[0].line.line.span, "W310", "an opinion stands before any heading")
        if group.doubtful:
            hint = "write it as Article 12 or 第十二条 if it heads opinions on an article of this law"
            message = "of which article this speaks is not clear: what follows is filed under none"
            self._add((group.head or group.pieces[0]).line.line.span, "W318", message, hint)
        if not group.label or not group.head:
            return
        base = group.head.line.line.span
        for start, end in group.label.listed.unreadable:
            span = Span(base.source, base.start + start, base.start + end)
            self._add(span, "E306", f"the number of {self.source.slice(span)} cannot be read")
        for listed in group.label.listed.articles:
            if listed.last < listed.first:
                span = Span(base.source, base.start + listed.start, base.start + listed.end)
                self._add(span, "W317", f"the range {self.source.slice(span)} runs backwards")

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
                self._add(heading.span, "W311", message)
            self.seen.setdefault(article, (line, table))
        if table and not has_opinion:
            self._add(heading.span, "N321", f"no opinion on {heading.text} in this row")
        elif not has_opinion:
            self._add(heading.span, "E303", f"no opinion follows the heading {heading.text}")

    def missing(self, span: Span, articles: Sequence[tuple[int, ...]]) -> None:
        """Articles that an opinion is filed under but the law lacks, with the nearest ones that it has."""
        known = [a.id.article for a in self.law.articles] if self.law else []
        for article in articles:
            if self.law and not self.law.article(ProvisionId(article)):
                message = f"the law has no {article_words(article)}"
                self._add(span, "E302", message, nearest_hint(article, known))

    def other_article(self, span: Span, article: tuple[int, ...]) -> None:
        """A quote whose label is not that of the heading."""
        self._add(span, "W316", f"{article_words(article)} is quoted below another article's heading")
        self.missing(span, [article])

    def unsure(self, span: Span) -> None:
        """A line that may be a quote."""
        self._add(span, "N320", "quote or opinion? taken as an opinion")

    def _add(self, span: Span, code: str, message: str, hint: str = "") -> None:
        self.log.add(issue_of(self.source, span, code, message, hint))


def issue_of(source: SourceFile, span: Span, code: str, message: str, hint: str = "") -> Issue:
    """An issue at a span; the letter of its code (E306, W311, N320) says how severe it is."""
    severity = next(severity for severity in Severity if severity.name[0] == code[0])
    return issue_at(source, span.start, span.end, code, severity, message, hint)


def nearest_hint(article: tuple[int, ...], known: Collection[tuple[int, ...]]) -> str:
    """The articles of the law next to a number that it lacks, at most one on either side; "" if there is none.

    >>> nearest_hint((99,), [(1,), (67,), (68,)])
    'nearest: Article 68'
    """
    below = max((a for a in known if a < article), default=())
    above = min((a for a in known if a > article), default=())
    near = " and ".join(article_words(a) for a in (below, above) if a)
    return f"nearest: {near}" if near else ""
