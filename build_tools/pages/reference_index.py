"""Who cites what in one edition: every citation with its sentence, from the citing side and from the cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.ids import ProvisionId
from build_tools.model.law import walk_lines
from build_tools.model.reference import REFERENCES, Reference, ReferenceKind
from build_tools.model.runs import Mark, MarkKind, Pair, Texts
from build_tools.model.site import EditionRecord, FeedbackRecord
from build_tools.model.source import Span
from build_tools.model.target import Target
from build_tools.pages.links import article_of
from build_tools.pages.sentence import Sentence, sentence_around


class Home(StrEnum):
    """What a citation stands in; the order is that in which they are shown."""

    ARTICLE = "article"
    PART = "part"
    GENERAL = "general"
    OPINION = "opinion"
    DOCUMENT = "document"
    """A line of a submission outside its opinions."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a citation stands: ``owner`` is the article, part, opinion or submission, ``at`` the line in it."""

    home: Home
    owner: str
    """``art-58``, ``explanation``, ``c-lucyqin-4``; for a line outside the opinions the submission's slug."""
    at: str
    """Id of the provision, block or fragment."""
    span: Span
    provision: ProvisionId | None = None
    """That line, if it is one of the law's articles."""
    filed: tuple[str, ...] = ()
    """Articles that an opinion is filed under; empty for a general one."""
    section: str = ""
    """Id of the general section, with the submission's slug: ``lucyqin-g2``."""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference with the words that make it, in both scripts."""

    reference: Reference
    place: Place
    span: Span
    """The citing words, with 本法 or the law's name before them."""
    words: Pair
    sentence: Sentence
    """In the line at ``place.span``."""


@dataclass(frozen=True, slots=True)
class Citing:
    """A sentence that cites an article or heading; its citing words are marked in ``sentence``."""

    place: Place
    sentence: Pair
    opens: bool
    closes: bool
    """False where the sentence goes on before or behind what is shown."""
    units: tuple[str, ...]
    """What it cites: ``""`` for the whole, ``p3`` or ``p1-i6`` for a part of the article."""
    relative: bool
    """True if all its words are relative: 前款, 本條, 本章."""


@dataclass(frozen=True, slots=True)
class ReferenceIndex:
    """All citations of one edition, in reading order, and the two ways to look them up."""

    citations: tuple[Citation, ...]
    outgoing: Mapping[str, tuple[Citation, ...]]
    """By the article that cites."""
    incoming: Mapping[str, tuple[Citing, ...]]
    """By the article or heading that is cited, the articles of the law first."""

    def citing_articles(self, goal: str) -> tuple[str, ...]:
        """Articles that cite an article or heading, or a part of it, in the order of the law; not the article itself."""
        owners = (c.place.owner for c in self.incoming.get(goal, ()) if c.place.home is Home.ARTICLE)
        return tuple(dict.fromkeys(owner for owner in owners if owner != goal))


def reference_index(record: EditionRecord) -> ReferenceIndex:
    """Gather the citations of the law, of what stands around it, and of the opinions on it.

    A range counts for each member. Provisions that an opinion quotes and headings that only say which article
    follows are no citations; nor is 本條, or an opinion's mention of the article that it is filed under.
    """
    found = list(_citations(record, _places_of_law(record)))
    for submission in record.feedback:
        found += _citations(submission, _places_of_feedback(submission))
    texts = {one.source.id: one.texts for one in record.records()}
    outgoing: dict[str, list[Citation]] = {}
    for citation in found:
        if citation.place.home is Home.ARTICLE:
            outgoing.setdefault(citation.place.owner, []).append(citation)
    return ReferenceIndex(
        tuple(found), {article: tuple(c) for article, c in outgoing.items()}, _incoming(found, texts)
    )


def _places_of_law(record: EditionRecord) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for article in record.text.articles:
        for line in walk_lines(article):
            places[str(line.id)] = Place(Home.ARTICLE, str(article.id), str(line.id), line.span, line.id)
    for part in record.text.parts:
        for block in part.blocks:
            places[block.id] = Place(Home.PART, part.id, block.id, block.span)
    return places


def _places_of_feedback(record: FeedbackRecord) -> dict[str, Place]:
    slug, author, submission = record.facts.slug, record.facts.author, record.submission
    places: dict[str, Place] = {}
    for fragment in (*((submission.title,) if submission.title else ()), *submission.front):
        places[fragment.id] = Place(Home.DOCUMENT, slug, fragment.id, fragment.span, author=author)
    for section in submission.general:
        if section.heading:
            at, name = section.heading, f"{slug}-{section.id}"
            places[at.id] = Place(Home.GENERAL, name, at.id, at.span, section=name, author=author)
    for comment in submission.comments:
        filed = tuple(dict.fromkeys(article_of(str(a)) for a in comment.articles))
        home = Home.GENERAL if comment.general else Home.OPINION
        name = f"{slug}-{comment.general}" if comment.general else ""
        for at in comment.fragments:
            places[at.id] = Place(home, comment.id, at.id, at.span, None, filed, name, author)
    return places


def _citations(record: EditionRecord | FeedbackRecord, places: Mapping[str, Place]) -> Iterator[Citation]:
    texts = record.texts
    for reference in record.layers[REFERENCES].items:
        place = places.get(reference.at)
        if place is None:
            continue
        base = place.span.start
        lead = reference.lead_start if 0 <= reference.lead_start < reference.start else reference.start
        span = Span(place.span.source, base + lead, base + reference.end)
        line = texts.shown[base : place.span.end]
        sentence = sentence_around(line, lead, reference.end)
        yield Citation(reference, place, span, texts.pair(span), sentence)


def _incoming(citations: Iterable[Citation], texts: Mapping[str, Texts]) -> dict[str, tuple[Citing, ...]]:
    """For each cited article or heading the sentences that cite it: one entry a sentence, whatever it names."""
    found: dict[str, dict[tuple[str, int], list[tuple[Citation, str]]]] = {}
    for citation in citations:
        for target in citation.reference.targets:
            if target.law is not None or _is_own(citation.place, target):
                continue
            key = citation.place.at, citation.sentence.start
            found.setdefault(target.page, {}).setdefault(key, []).append((citation, target.part))
    order = list(Home)
    incoming: dict[str, tuple[Citing, ...]] = {}
    for goal, groups in found.items():
        citing = (_citing(group, texts) for group in groups.values())
        incoming[goal] = tuple(sorted(citing, key=lambda c: order.index(c.place.home)))
    return incoming


def _is_own(place: Place, target: Target) -> bool:
    """本條 in that article, 本款 in that 款, or an opinion that names the article it is about."""
    if target.provision is None:
        return False
    if place.provision is not None:
        return target.provision.contains(place.provision)
    return target.place in place.filed


def _citing(group: list[tuple[Citation, str]], texts: Mapping[str, Texts]) -> Citing:
    place = group[0][0].place
    line = place.span
    start = min(c.sentence.start for c, _ in group)
    end = max(c.sentence.end for c, _ in group)
    marks = dict.fromkeys(Mark(c.span.start, c.span.end, MarkKind.CITING) for c, _ in group)
    span = Span(line.source, line.start + start, line.start + end)
    return Citing(
        place,
        texts[line.source].pair(span, marks),
        all(c.sentence.opens for c, _ in group),
        all(c.sentence.closes for c, _ in group),
        tuple(dict.fromkeys(unit for _, unit in group)),
        all(c.reference.kind is ReferenceKind.RELATIVE for c, _ in group),
    )
