"""A submission as its readers see it: opinions with their words linked to the words of the law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from build_tools.model.feedback import ANCHORS, Comment, Fragment, FragmentKind
from build_tools.model.law import SpanClass
from build_tools.model.reference import REFERENCES
from build_tools.model.runs import Mark, MarkKind, Pair, Texts
from build_tools.model.site import FeedbackRecord
from build_tools.pages.links import EditionLinks, article_of, link_marks


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a submission in both scripts; ``marker`` is its number as written (1、)."""

    id: str
    kind: str
    level: int
    marker: Pair | None
    body: Pair


@dataclass(frozen=True, slots=True)
class Table:
    """Cells that follow each other in a submission, row by row."""

    id: str
    rows: tuple[tuple[Line, ...], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion. ``number`` counts through the document, ``numbers`` within each article it is filed under."""

    id: str
    number: int
    articles: tuple[str, ...]
    numbers: tuple[int, ...]
    """For each of ``articles``."""
    section: str
    """Id of the general section it stands in; "" for an opinion on articles."""
    point: Pair
    blocks: tuple[Line | Table, ...]
    author: str
    lost: tuple[str, ...]
    """Words it quotes that the law does not hold word for word."""
    found: int
    """Words it quotes that are found in the law."""

    def number_on(self, article: str) -> int:
        """Its number among the opinions on this article; 0 if it is not filed under it."""
        return dict(zip(self.articles, self.numbers, strict=True)).get(article, 0)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the general opinions."""

    id: str
    heading: Line | None
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True)
class SubmissionText:
    """One published submission."""

    record: FeedbackRecord
    title: Line | None
    front: dict[str, Line]
    """Lines outside sections and blocks, by id."""
    headings: dict[str, Line]
    """Heading of each block, by its own id: one article may have two blocks."""
    sections: tuple[Section, ...]
    opinions: dict[str, Opinion]
    """All opinions by id, in the order of the document."""
    by_article: dict[str, tuple[Opinion, ...]]

    @property
    def texts(self) -> Texts:
        """The file in both scripts."""
        return self.record.texts


def submission_text(record: FeedbackRecord, links: EditionLinks) -> SubmissionText:
    """Prepare one submission: every line with its references, quoted words and emphasis marked."""
    submission = record.submission
    reader = _SubmissionReader(record, links)
    opinions = {c.id: reader.opinion(c) for c in submission.comments}
    by_article: dict[str, list[Opinion]] = {}
    for comment in submission.comments:
        for article in comment.articles:
            by_article.setdefault(article_of(str(article)), []).append(opinions[comment.id])
    return SubmissionText(
        record,
        reader.line(submission.title) if submission.title else None,
        {f.id: reader.line(f) for f in submission.front},
        {b.heading.id: reader.line(b.heading) for b in submission.blocks},
        tuple(
            Section(
                s.id, reader.line(s.heading) if s.heading else None, tuple(opinions[c.id] for c in s.comments)
            )
            for s in submission.general
        ),
        opinions,
        {article: tuple(found) for article, found in by_article.items()},
    )


class _SubmissionReader:
    """What is known of one submission while its lines are prepared."""

    def __init__(self, record: FeedbackRecord, links: EditionLinks) -> None:
        self.record = record
        self.links = links
        self.texts = record.texts
        starts = {name: span.start for name, span in record.lines().items()}
        self.reference_marks = link_marks(record.layers[REFERENCES].items, starts, links)
        self.markup = [r.span for r in record.submission.ledger if r.kind is SpanClass.MARKUP]
        self.numbers = _numbers(record)

    def line(self, fragment: Fragment, marks: Iterable[Mark] = ()) -> Line:
        """One fragment; a bullet that is only markup is left out, a number as written is kept."""
        span = fragment.marker_span
        shown = span is not None and not any(m.start <= span.start < m.end for m in self.markup)
        marker = self.texts.pair(span) if span and shown else None
        every = (*marks, *self.reference_marks.get(fragment.id, ()), *_emphasis(fragment))
        body = self.texts.pair(fragment.span, every)
        return Line(fragment.id, fragment.kind.value, fragment.level, marker, body)

    def opinion(self, comment: Comment) -> Opinion:
        """One opinion with its quoted words linked to the rows they stand in."""
        anchors = self.record.layers[ANCHORS].at(comment.id)
        marks = [
            Mark(a.comment_span.start, a.comment_span.end, MarkKind.SAYS, self.links.href(str(a.target)))
            for a in anchors
            if a.target is not None
        ]
        found_words = len(marks)
        marks.append(Mark(comment.point_span.start, comment.point_span.end, MarkKind.POINT))
        blocks: list[Line | Table] = []
        for is_cell, found in groupby(comment.fragments, lambda f: f.kind is FragmentKind.CELL):
            if is_cell:
                blocks.append(self._table(list(found), marks))
            else:
                blocks += (self.line(fragment, marks) for fragment in found)
        numbers = self.numbers.get(comment.id, {})
        return Opinion(
            comment.id, comment.number, tuple(numbers), tuple(numbers.values()), comment.general or "",
            self.texts.pair(comment.point_span), tuple(blocks), self.record.facts.author,
            tuple(dict.fromkeys(a.words for a in anchors if a.target is None and a.reason == "absent")),
            found_words,
        )  # fmt: skip

    def _table(self, cells: list[Fragment], marks: list[Mark]) -> Table:
        rows: dict[int, list[Line]] = {}
        for cell in cells:
            rows.setdefault(cell.row, []).append(self.line(cell, marks))
        return Table(cells[0].id, tuple(tuple(rows[n]) for n in sorted(rows)))


def _numbers(record: FeedbackRecord) -> dict[str, dict[str, int]]:
    """For each opinion its number among the opinions on each of its articles, from 1."""
    numbers: dict[str, dict[str, int]] = {}
    counts: Counter[str] = Counter()
    for comment in record.submission.comments:
        for article in dict.fromkeys(article_of(str(a)) for a in comment.articles):
            counts[article] += 1
            numbers.setdefault(comment.id, {})[article] = counts[article]
    return numbers


def _emphasis(fragment: Fragment) -> Iterable[Mark]:
    for start, end, kind in fragment.emphasis:
        a, b = fragment.span.start + start, fragment.span.start + end
        if kind.startswith("link:"):
            yield Mark(a, b, MarkKind.OUTSIDE, kind.removeprefix("link:"))
        else:
            yield Mark(a, b, MarkKind(kind))
