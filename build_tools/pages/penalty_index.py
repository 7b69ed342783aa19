"""Penalties of one edition looked up from both sides: by the article that threatens and by the article that binds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from build_tools.model.ids import ProvisionId
from build_tools.model.law import walk_lines
from build_tools.model.penalty import PENALTIES, Duty, PenaltyRow, Rank
from build_tools.model.runs import Mark, MarkKind
from build_tools.model.site import EditionRecord
from build_tools.pages.links import article_of
from build_tools.pages.measure_tables import DEFINED_GRAVITY, GENERAL_WORDS, REMEDIES
from build_tools.text.fold import fold_characters


@dataclass(frozen=True)
class PenaltyIndex:
    """All rows of an edition and the ways to look them up."""

    rows: tuple[PenaltyRow, ...]
    by_article: Mapping[str, tuple[PenaltyRow, ...]]
    """By the article that holds them."""
    by_duty: Mapping[str, tuple[PenaltyRow, ...]]
    """By the article that they name as violated, also through its chapter."""
    anchors: Mapping[str, str]
    """Row to the row whose mark carries the anchor of its words: words that several rows share have one."""
    marks: Mapping[str, tuple[Mark, ...]]
    """Measures' words by the line they stand in; offsets in the file."""
    general: tuple[PenaltyRow, ...]
    """Liability for violating the law as a whole: 違反本法規定，構成犯罪的."""
    gravity_defined: bool
    """True if the law itself says what 情節嚴重 is."""
    paragraphs: Mapping[str, tuple[str, ...]]
    """款 of each article, by their fragments."""
    headings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Articles below each heading."""

    @property
    def punishes(self) -> bool:
        """True if the law threatens with any penalty or measure."""
        return any(row.rank is not Rank.LIABILITY for row in self.rows)

    def names(self, duty: Duty, article: str) -> bool:
        """True if the duty is the article, a part of it, or a chapter that holds it."""
        target = duty.target
        if target.law is not None:
            return False
        return target.page == article or article in self.headings.get(target.heading or "", ())

    def named_parts(self, article: str, rows: tuple[PenaltyRow, ...]) -> tuple[str, ...]:
        """Fragments of an article that rows name, in order; ``("",)`` if the whole is named."""
        parts = {d.target.part for row in rows for d in row.duties if self.names(d, article)}
        return ("",) if "" in parts else tuple(sorted(parts))


def penalty_index(record: EditionRecord) -> PenaltyIndex:
    """Look at all rows of an edition once."""
    rows = record.layers[PENALTIES].items
    headings = _articles_below(record)
    by_article: dict[str, list[PenaltyRow]] = {}
    by_duty: dict[str, list[PenaltyRow]] = {}
    for row in rows:
        by_article.setdefault(article_of(str(row.provision.at)), []).append(row)
        for article in dict.fromkeys(_articles_of(row, headings)):
            by_duty.setdefault(article, []).append(row)
    anchors, marks = _anchored(rows)
    folded = fold_characters(record.texts.shown)
    return PenaltyIndex(
        rows=rows,
        by_article={name: tuple(found) for name, found in by_article.items()},
        by_duty={name: tuple(found) for name, found in by_duty.items()},
        anchors=anchors,
        marks={place: tuple(found) for place, found in marks.items()},
        general=tuple(row for row in rows if _is_general(row, record, folded)),
        gravity_defined=DEFINED_GRAVITY.search(folded) is not None,
        paragraphs={str(a.id): tuple(p.id.fragment for p in a.paragraphs) for a in record.text.articles},
        headings=headings,
    )


def _articles_below(record: EditionRecord) -> dict[str, frozenset[str]]:
    parents = {heading.id: heading.parent for heading in record.text.headings}
    found: dict[str, set[str]] = {name: set() for name in parents}
    for article in record.text.articles:
        at = article.heading
        while at:
            found.setdefault(at, set()).add(str(article.id))
            at = parents.get(at)
    return {name: frozenset(articles) for name, articles in found.items()}


def _articles_of(row: PenaltyRow, headings: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for duty in row.duties:
        if duty.target.law is None:
            if duty.target.provision is not None:
                yield duty.target.page
            else:
                yield from sorted(headings.get(duty.target.heading or "", ()), key=ProvisionId.parse)


def _anchored(rows: tuple[PenaltyRow, ...]) -> tuple[dict[str, str], dict[str, list[Mark]]]:
    """Anchors and marks; words that overlap those of an earlier row share its anchor."""
    anchors: dict[str, str] = {}
    marks: dict[str, list[Mark]] = {}
    for row in rows:
        span = row.span.span
        here = marks.setdefault(str(row.span.at), [])
        other = next((m for m in here if m.start < span.end and m.end > span.start), None)
        anchors[row.id] = other.ref if other else row.id
        if other is None:
            here.append(Mark(span.start, span.end, MarkKind.FIGURE, ref=row.id))
    return anchors, marks


def _is_general(row: PenaltyRow, record: EditionRecord, folded: str) -> bool:
    """Liability for whoever violates the law, whichever of its articles."""
    if row.kind not in REMEDIES or row.duties or row.provision.items:
        return False
    article = record.text.article(row.provision.at)
    lines = walk_lines(article) if article else ()
    span = next((line.span for line in lines if line.id == row.provision.at), None)
    return span is not None and GENERAL_WORDS.search(folded, span.start, span.end) is not None
