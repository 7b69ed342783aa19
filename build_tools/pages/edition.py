"""One edition prepared for its pages: texts, marks, opinions, who cites whom. The same for both trees."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from build_tools.layers import LAYERS
from build_tools.model.directory import LawDirectory
from build_tools.model.feedback import ANCHORS, Anchor
from build_tools.model.ids import ProvisionId
from build_tools.model.law import BlockKind, Item, Paragraph, Part, walk_lines
from build_tools.model.locale import Locale
from build_tools.model.manifest import EditorsNote
from build_tools.model.reference import REFERENCES
from build_tools.model.runs import Mark, MarkKind, Texts
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.model.source import Span
from build_tools.pages.links import EditionLinks, article_of, link_marks
from build_tools.pages.outline import OutlineNode, outline, walk_outline
from build_tools.pages.penalty_cover import Coverage, coverage
from build_tools.pages.penalty_index import PenaltyIndex, penalty_index
from build_tools.pages.provisions import ArticleText, article_text
from build_tools.pages.reference_index import Clauses, ReferenceIndex, reference_index
from build_tools.pages.submission import SubmissionText, submission_text
from build_tools.pages.urls import EditionUrls
from build_tools.penalties.duties import DUTIES, DutySentence

#: Parts of the file that stand on the front page, as do lines that only announce the law (附件1).
_FRONT_PARTS = ("history", "signature")


@dataclass(frozen=True)
class Edition:
    """An edition with everything that its pages show; made once, used for all trees. No address in it names a tree."""

    law: LawRecord
    record: EditionRecord
    outline: tuple[OutlineNode, ...]
    links: EditionLinks
    reference_marks: dict[str, tuple[Mark, ...]]
    """References by the id of the line or block they stand in; offsets in the file."""
    submissions: tuple[SubmissionText, ...]
    """Published submissions in the order of the manifest."""

    @property
    def texts(self) -> Texts:
        """The law's file in both scripts."""
        return self.record.texts

    @cached_property
    def articles(self) -> dict[str, ArticleText]:
        """All articles by id, in the order of the law: references, quoted words and noted words marked."""
        extra = _marks_of_law(self)

        def marks_at(place: str) -> tuple[Mark, ...]:
            figures = self.penalties.marks.get(place, ())
            return self.reference_marks.get(place, ()) + extra.get(place, ()) + figures

        return {str(a.id): article_text(a, self.texts, marks_at) for a in self.record.text.articles}

    @cached_property
    def nodes(self) -> dict[str, OutlineNode]:
        """Headings by id, in the order of the law."""
        return {n.heading.id: n for n in walk_outline(self.outline) if n.heading}

    @cached_property
    def citations(self) -> ReferenceIndex:
        """Who cites what, in the law, around it and in the opinions."""
        punishing = frozenset(str(row.provision.at) for row in self.penalties.rows)
        return reference_index(self.record, Clauses(punishing, self.penalties.marks))

    @cached_property
    def penalties(self) -> PenaltyIndex:
        """What the law threatens with, by the article that threatens and by the one that binds."""
        return penalty_index(self.record)

    @cached_property
    def duties(self) -> dict[str, tuple[DutySentence, ...]]:
        """Sentences that bind somebody, by the id of their article."""
        found: dict[tuple[int, ...], list[DutySentence]] = {}
        for duty in self.record.layers[DUTIES].items:
            found.setdefault(duty.at.article, []).append(duty)
        return {str(ProvisionId(article)): tuple(duties) for article, duties in found.items()}

    @cached_property
    def coverage(self) -> Coverage:
        """Which articles the penalties name."""
        return coverage(self.record)

    @cached_property
    def notes(self) -> tuple[EditorsNote, ...]:
        """Editors' notes on this edition, in the order of the manifest."""
        return tuple(n for n in self.law.manifest.notes if n.edition == self.record.facts.slug)

    @cached_property
    def opinion_counts(self) -> dict[str, int]:
        """How many opinions are filed under each article, by its id."""
        filed = (row for submission in self.submissions for row in submission.by_article.items())
        return Counter(article for article, opinions in filed for _ in opinions)

    @property
    def marking_layers(self) -> tuple[str, ...]:
        """Names of the layers that mark words of this edition."""
        kinds = (kind for kind in LAYERS if kind.marks and self.record.layers[kind.key].items)
        return tuple(kind.key.name for kind in kinds)

    @property
    def parts_with_pages(self) -> tuple[Part, ...]:
        """Notice, contents, preamble, explanation, annexes: in the order of the file."""
        return tuple(p for p in self.record.text.parts if p.blocks and not stands_on_front(p))

    @property
    def parts_on_front(self) -> tuple[Part, ...]:
        """History and signature, and what only announces the law."""
        return tuple(p for p in self.record.text.parts if p.blocks and stands_on_front(p))

    def urls(self, locale: Locale) -> EditionUrls:
        """Addresses in one tree."""
        return EditionUrls(locale.tag, self.law.manifest.slug, self.record.facts.slug)


def prepare_edition(law: LawRecord, record: EditionRecord, directory: LawDirectory) -> Edition:
    """Gather what the pages of one edition show; ``directory`` holds the other laws of the site."""
    text = record.text
    starts = {name: span.start for name, span in record.lines().items()}
    known = [*text.ids(), *(part.id for part in text.parts)]
    links = EditionLinks.of(law.manifest.slug, record.facts.slug, known, directory)
    return Edition(
        law,
        record,
        outline(text),
        links,
        link_marks(record.layers[REFERENCES].items, starts, links),
        tuple(submission_text(f, links) for f in record.feedback),
    )


def note_id(number: int) -> str:
    """Fragment of an editor's note on the page of the text it is about."""
    return f"note-{number}"


def stands_on_front(part: Part) -> bool:
    """True for history, signature and lines that only announce the law (附件1): they have no page of their own."""
    return part.id in _FRONT_PARTS or all(b.kind is BlockKind.MARKER for b in part.blocks)


def _marks_of_law(edition: Edition) -> dict[str, tuple[Mark, ...]]:
    """Words that opinions quote and words that editors' notes are about, by line."""
    found: dict[str, dict[Mark, None]] = {}
    lines = [line for a in edition.record.text.articles for line in walk_lines(a)]
    starts = {line.span.start: line for line in lines}
    order = sorted(starts)
    for doc in edition.submissions:
        for anchor in doc.record.layers[ANCHORS].items:
            if anchor.law_span is not None:
                for line in _lines_of(anchor.law_span, starts, order):
                    found.setdefault(str(line.id), {})[_quoted(doc, anchor, edition.links)] = None
    for kind in LAYERS:
        if kind.marks:
            for span, fragment in (m for i in edition.record.layers[kind.key].items for m in kind.marks(i)):
                href = edition.links.page(kind.key.name, fragment)
                mark = Mark(span.start, span.end, MarkKind.LAYER, href, "", kind.key.name)
                for line in _lines_of(span, starts, order):
                    found.setdefault(str(line.id), {})[mark] = None
    for number, note in enumerate(edition.notes, 1):
        if not note.provision.startswith("art-"):
            continue
        place = ProvisionId.parse(note.provision)
        for line in lines:
            at = line.text.find(note.words) if place.contains(line.id) else -1
            if at >= 0:
                start = line.span.start + at
                href = edition.links.href(article_of(str(line.id))) + "#" + note_id(number)
                mark = Mark(start, start + len(note.words), MarkKind.NOTED, href, "※")
                found.setdefault(str(line.id), {})[mark] = None
                break
    return {place: tuple(marks) for place, marks in found.items()}


def _lines_of(
    span: Span, starts: dict[int, Paragraph | Item], order: list[int]
) -> Iterable[Paragraph | Item]:
    for start in order[max(0, bisect_right(order, span.start) - 1) :]:
        if start >= span.end:
            return
        if starts[start].span.end > span.start:
            yield starts[start]


def _quoted(doc: SubmissionText, anchor: Anchor, links: EditionLinks) -> Mark:
    """The words in the law, with the opinion's number there; ＊ if the opinion is about something else."""
    assert anchor.law_span is not None  # the caller has looked
    opinion = doc.opinions[anchor.comment]
    article = article_of(str(anchor.target)) if anchor.target else ""
    number = opinion.number_on(article)
    home = article if number else (opinion.articles[0] if opinion.articles else "general")
    href = links.page(home, opinion.id)
    return Mark(anchor.law_span.start, anchor.law_span.end, MarkKind.QUOTED, href, str(number or "＊"))
