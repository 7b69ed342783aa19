"""Parses a feedback file: general opinions, and for each article its heading, quotes and opinions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from build_tools.feedback.parse.comments import group_opinions, point_of, separates_by_blank_lines
from build_tools.feedback.parse.issues import FeedbackIssues
from build_tools.feedback.parse.labels import ArticleLabel
from build_tools.feedback.parse.ledger import make_ledger
from build_tools.feedback.parse.likeness import LawWords
from build_tools.feedback.parse.lines import FeedbackLine, LinePiece, Stretch, StretchKind, mark_lines
from build_tools.feedback.parse.quotes import DividedBlock, QuotedPieces, divide
from build_tools.feedback.parse.scan import scan
from build_tools.feedback.parse.text import read_text
from build_tools.feedback.parse.words import DRAFT, bare_title
from build_tools.model.feedback import (
    ArticleBlock,
    Comment,
    Fragment,
    FragmentKind,
    GeneralSection,
    Quote,
    Submission,
)
from build_tools.model.ids import ProvisionId
from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText, LedgerSpan, SpanClass
from build_tools.model.manifest import LineRange
from build_tools.model.source import SourceFile, Span
from build_tools.text.script import fold_script


def parse_feedback(
    source: SourceFile,
    slug: str,
    log: IssueLog,
    *,
    law: LawText | None = None,
    set_aside: tuple[LineRange, ...] = (),
) -> Submission:
    """Split one opinion into general sections and blocks on articles; never raises, whatever the text.

    Plain text and CommonMark alike. ``law`` lets headings be checked against the articles that exist, and
    its words also tell quotes from opinions. Without it the form decides, and in doubt a line is an opinion,
    never a quote. What is wrong or doubtful goes to ``log``. The ledger of the result partitions the file.
    """
    text = read_text(source, set_aside)
    lines = mark_lines(text)
    titles = _own_titles(law, lines)
    words = LawWords(law)
    groups = scan(lines, lambda title: bare_title(title) in titles, words.repeats)
    report = FeedbackIssues(source, log, law)
    known = frozenset(article.id.article for article in law.articles) if law else frozenset()
    building = _Building(source, slug, words, report, known)
    building.divide_all(groups, has_markup=text.has_markup)
    for group in groups:
        building.take(group)
    report.text(text)
    return building.submission(set_aside)


_MARKS = re.compile(r"[（(）)\[\]【】]")
_NAMED = re.compile(r"《([^《》]{2,60})》")


def _own_titles(law: LawText | None, lines: Sequence[FeedbackLine]) -> frozenset[str]:
    """Names of the law that the document speaks of: the law's own title, that in the first line, the first draft's."""
    found = [fold_script(law.title)] if law else []
    found += _NAMED.findall(lines[0].plain)[:1] if lines else []
    titles = (title for line in lines for title in _NAMED.findall(line.plain))
    found += next(([title] for title in titles if DRAFT.search(_MARKS.sub("", title))), [])
    return frozenset(map(bare_title, found))


@dataclass(slots=True)
class _Building:
    source: SourceFile
    slug: str
    words: LawWords
    report: FeedbackIssues
    known: frozenset[tuple[int, ...]]
    line_by_line: bool = False
    divisions: dict[int, DividedBlock] = field(default_factory=dict)
    title: Fragment | None = None
    front: list[Fragment] = field(default_factory=list)
    general: list[GeneralSection] = field(default_factory=list)
    blocks: list[ArticleBlock] = field(default_factory=list)
    order: list[tuple[int, str]] = field(default_factory=list)
    rows: list[LedgerSpan] = field(default_factory=list)

    def divide_all(self, groups: Sequence[Stretch], has_markup: bool) -> None:
        """Tell quotes from opinions in each block; find out how the document separates paragraphs."""
        blocks = [group for group in groups if group.kind is StretchKind.ARTICLE and group.label]
        form_only = LawWords(None)
        by_form = [divide(group.pieces, self._articles(group.label), form_only) for group in blocks]
        divisions = list(by_form)
        for at, group in enumerate(blocks):  # the law says nothing of an article that it lacks
            if self.known.intersection(articles := self._articles(group.label)):
                divisions[at] = divide(group.pieces, articles, self.words)
        expected, found = (sum(len(d.quotes) for d in these) for these in (by_form, divisions))
        if expected >= 2 and found * 2 < expected:
            divisions = by_form  # quotes of another law: the comparison will say so
        self.divisions = {id(group): division for group, division in zip(blocks, divisions, strict=True)}
        bodies = [division.opinions for division in divisions]
        bodies += (tuple(group.pieces) for group in groups if group.kind is StretchKind.GENERAL)
        self.line_by_line = not has_markup and not any(map(separates_by_blank_lines, bodies))

    def _articles(self, label: ArticleLabel | None) -> tuple[tuple[int, ...], ...]:
        listed = label.listed.articles if label else ()
        return tuple(dict.fromkeys(m for one in listed for m in one.members(self.known)))

    def take(self, group: Stretch) -> None:
        """Build what a group stands for."""
        if group.kind is StretchKind.TITLE:
            self.title = self._fragment(group.pieces[0], SpanClass.TITLE, FragmentKind.TITLE)
            self.order.append((self.title.span.start, self.title.id))
        elif group.kind is StretchKind.ARTICLE and self._articles(group.label):
            self._take_block(group)
        else:
            self._take_general(group)

    def _take_general(self, group: Stretch) -> None:
        """Lines outside, or a section with opinions."""
        self.report.heading(group)
        if group.kind is StretchKind.FRONT or not group.pieces:
            for piece in [group.head] if group.head else group.pieces:
                self.front.append(self._fragment(piece, SpanClass.FEEDBACK_GENERAL))
                self.order.append((self.front[-1].span.start, self.front[-1].id))
            return
        section = f"g{len(self.general) + 1}"
        heading = self._fragment(group.head, SpanClass.FEEDBACK_GENERAL) if group.head else None
        comments = self._comments(group.pieces, (), section)
        self.general.append(GeneralSection(section, heading, comments))
        self.order.append((heading.span.start if heading else comments[0].span.start, section))

    def _take_block(self, group: Stretch) -> None:
        assert group.head is not None, "the scanner gives each block its heading"
        articles = self._articles(group.label)
        division = self.divisions[id(group)]
        heading = self._fragment(group.head, SpanClass.FEEDBACK_ARTICLE)
        quotes = tuple(self._quote(quoted, articles) for quoted in division.quotes)
        ids = tuple(map(ProvisionId, articles))
        comments = self._comments(division.opinions, ids, None)
        self.blocks.append(ArticleBlock(ids[0], heading, quotes, comments))
        self.order.append((heading.span.start, heading.id))
        self.report.heading(group)
        self.report.block(heading, articles, bool(comments), group.head.line.line.table)
        for piece in division.unsure:
            self.report.unsure(piece.span)

    def _quote(self, quoted: QuotedPieces, articles: Sequence[tuple[int, ...]]) -> Quote:
        fragments = tuple(self._fragment(piece, SpanClass.QUOTE) for piece in quoted.pieces)
        span = Span(self.source.id, fragments[0].span.start, fragments[-1].span.end)
        text = "".join(fragment.text for fragment in fragments)
        number = quoted.article or max(articles, key=lambda article: self.words.share(text, (article,)))
        if number not in articles:
            self.report.other_article(span, number)
        return Quote(ProvisionId(number), fragments, span)

    def _comments(
        self, pieces: Sequence[LinePiece], articles: tuple[ProvisionId, ...], section: str | None
    ) -> tuple[Comment, ...]:
        kind = SpanClass.FEEDBACK_GENERAL if section else SpanClass.FEEDBACK_ARTICLE
        comments = []
        for group in group_opinions(pieces, general=section is not None, line_by_line=self.line_by_line):
            fragments = tuple(self._fragment(piece, kind) for piece in group)
            piece, start, end = point_of(group)
            point = Span(self.source.id, piece.span.start + start, piece.span.start + end)
            first = fragments[0].marker_span or fragments[0].span
            span = Span(self.source.id, first.start, fragments[-1].span.end)
            filed = self._filed(group[0].filed, fragments[0]) if group[0].filed else articles
            comments.append(Comment("", 0, filed, fragments, span, point, section))
        return tuple(comments)

    def _filed(self, label: ArticleLabel, fragment: Fragment) -> tuple[ProvisionId, ...]:
        """The articles that an opinion without a heading begins with."""
        members = self._articles(label)
        self.report.missing(fragment.span, members)
        return tuple(map(ProvisionId, members))

    def _fragment(self, piece: LinePiece, kind: SpanClass, form: FragmentKind | None = None) -> Fragment:
        """One piece as a fragment, entered into the ledger; its number stands outside its text."""
        line, start = piece.line.line, piece.start
        marker_span = self._marker_span(piece)
        if marker_span and kind is SpanClass.QUOTE and marker_span.start < line.span.start:
            start = marker_span.start - line.span.start  # 1. belongs to the words of the law
            marker_span = None
        elif marker_span and marker_span.start >= line.span.start:
            start = piece.line.numbering.end if piece.line.numbering else start
        span = Span(line.span.source, line.span.start + start, line.span.start + piece.end)
        self.rows.append(LedgerSpan(span, kind))
        if marker_span:
            self._enter_marker(piece, marker_span, kind)
        place = self.source.position(span.start)
        name = f"f-{self.slug}-{place.line}"
        if piece.start or line.kind is FragmentKind.CELL:
            name += f"-{place.column}"
        emphasis = tuple(
            (max(a, start) - start, min(b, piece.end) - start, style)
            for a, b, style in line.emphasis
            if a < piece.end and b > start
        )
        marker = self.source.slice(marker_span) if marker_span else ""
        return Fragment(
            name, form or piece.kind, self.source.slice(span), span, line.level, marker, marker_span,
            line.row, line.column, emphasis,
        )  # fmt: skip

    def _enter_marker(self, piece: LinePiece, span: Span, kind: SpanClass) -> None:
        """A number is text that readers must see; a bullet, and the number of a block or row, is only markup."""
        numbered = any(map(str.isalnum, self.source.slice(span)))
        of_block = piece.kind is FragmentKind.HEADING and kind is SpanClass.FEEDBACK_ARTICLE
        shown = numbered and not of_block
        self.rows.append(
            LedgerSpan(span, kind) if shown else LedgerSpan(span, SpanClass.MARKUP, "list marker")
        )

    def _marker_span(self, piece: LinePiece) -> Span | None:
        """Where the number or bullet of a line stands: before its text if it is Markdown's, else within it."""
        line, numbering = piece.line.line, piece.line.numbering
        if piece.number:
            return piece.number.line.span
        if piece.start or line.marker or not numbering:
            return None if piece.start else line.marker_span
        if piece.kind is not FragmentKind.SUGGESTION or numbering.start or numbering.end >= piece.end:
            return None
        end = numbering.start + len(piece.text[numbering.start : numbering.end].rstrip())
        return Span(line.span.source, line.span.start, line.span.start + end)

    def submission(self, set_aside: tuple[LineRange, ...]) -> Submission:
        """All that was built, with comments numbered through the document."""
        parts = [section.comments for section in self.general] + [block.comments for block in self.blocks]
        starts = sorted(comment.span.start for comments in parts for comment in comments)
        numbers = {start: number for number, start in enumerate(starts, 1)}

        def numbered(comments: Iterable[Comment]) -> tuple[Comment, ...]:
            return tuple(
                replace(c, id=f"c-{self.slug}-{numbers[c.span.start]}", number=numbers[c.span.start])
                for c in comments
            )

        if not starts:
            self.report.no_opinion()
        general = tuple(replace(s, comments=numbered(s.comments)) for s in self.general)
        blocks = tuple(replace(b, comments=numbered(b.comments)) for b in self.blocks)
        order = tuple(name for _, name in sorted(self.order))
        ledger = make_ledger(self.source, self.rows, set_aside)
        return Submission(
            self.slug, self.source.id, self.title, tuple(self.front), general, blocks, order, ledger
        )
