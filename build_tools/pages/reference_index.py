"""Who cites what in one edition: every citation with its sentence, from the citing side and from the cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, Item
from build_tools.model.reference import REFERENCES, Reference, ReferenceKind
from build_tools.model.runs import Mark, MarkKind, Pair, Texts
from build_tools.model.site import EditionRecord, FeedbackRecord
from build_tools.model.source import Span
from build_tools.model.target import Target
from build_tools.pages.links import article_of
from build_tools.pages.sentence import LONG, Sentence, sentence_around


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
    above: tuple[Place, ...] = ()
    """Lines that it belongs to: the 款 of a 項, and of a 目 the 項 too."""


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
    """A sentence that cites an article or heading; its citing words are marked in it.

    Of a 項 the 款 is quoted too, and of a 款 that punishes all of it: what follows from a citation is never cut off.
    """

    place: Place
    lines: tuple[Pair, ...]
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


@dataclass(frozen=True, slots=True)
class Clauses:
    """What quotations of the law need: which 款 punish, and marks by line."""

    punishing: frozenset[str] = frozenset()
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)


def reference_index(record: EditionRecord, clauses: Clauses = Clauses()) -> ReferenceIndex:
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
        tuple(found),
        {article: tuple(c) for article, c in outgoing.items()},
        _incoming(found, texts, clauses),
    )


def _places_of_law(record: EditionRecord) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for article in record.text.articles:
        for paragraph in article.paragraphs:
            place = Place(Home.ARTICLE, str(article.id), str(paragraph.id), paragraph.span, paragraph.id)
            places[place.at] = place
            places |= _places_of_items(article, paragraph.items, (place,))
    for part in record.text.parts:
        for block in part.blocks:
            places[block.id] = Place(Home.PART, part.id, block.id, block.span)
    return places


def _places_of_items(article: Article, items: tuple[Item, ...], above: tuple[Place, ...]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for item in items:
        place = Place(Home.ARTICLE, str(article.id), str(item.id), item.span, item.id, above=above)
        places[place.at] = place
        places |= _places_of_items(article, item.subitems, (*above, place))
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
        longest = len(line) if place.home is Home.ARTICLE else LONG
        sentence = sentence_around(line, lead, reference.end, longest)
        yield Citation(reference, place, span, texts.pair(span), sentence)


def _incoming(
    citations: Iterable[Citation], texts: Mapping[str, Texts], clauses: Clauses
) -> dict[str, tuple[Citing, ...]]:
    """For each cited article or heading the sentences that cite it: one entry a sentence, whatever it names."""
    found: dict[str, dict[tuple[str, int], list[tuple[Citation, str]]]] = {}
    for citation in citations:
        for target in citation.reference.targets:
            if target.law is not None or _is_own(citation.place, target):
                continue
            key = _quoted_with(citation, clauses)
            found.setdefault(target.page, {}).setdefault(key, []).append((citation, target.part))
    order = list(Home)
    incoming: dict[str, tuple[Citing, ...]] = {}
    for goal, groups in found.items():
        citing = (_citing(group, key, texts, clauses) for key, group in groups.items())
        incoming[goal] = tuple(sorted(citing, key=lambda c: order.index(c.place.home)))
    return incoming


def _quoted_with(citation: Citation, clauses: Clauses) -> tuple[str, int]:
    """The line and the sentence in it; -1 for the whole 款."""
    place = citation.place
    first = place.above[0].at if place.above else place.at
    whole = place.above or first in clauses.punishing
    return first, -1 if whole else citation.sentence.start


def _is_own(place: Place, target: Target) -> bool:
    """本條 in that article, 本款 in that 款, or an opinion that names the article it is about."""
    if target.provision is None:
        return False
    if place.provision is not None:
        return target.provision.contains(place.provision)
    return target.place in place.filed


def _citing(
    group: list[tuple[Citation, str]], key: tuple[str, int], texts: Mapping[str, Texts], clauses: Clauses
) -> Citing:
    marks = dict.fromkeys(Mark(c.span.start, c.span.end, MarkKind.CITING) for c, _ in group)
    places = dict.fromkeys(c.place for c, _ in group)
    known = {line.at: line for place in places for line in (*place.above, place)}
    chain = sorted(known.values(), key=lambda line: line.span.start)
    whole = key[1] < 0
    lines = [(line, line.span) for line in chain]
    if not whole:
        line = chain[0]
        start = line.span.start + min(c.sentence.start for c, _ in group)
        end = line.span.start + max(c.sentence.end for c, _ in group)
        lines = [(line, Span(line.span.source, start, end))]
    return Citing(
        next(iter(places)) if len(places) == 1 else chain[0],
        tuple(texts[s.source].pair(s, (*marks, *clauses.marks.get(line.at, ()))) for line, s in lines),
        whole or all(c.sentence.opens for c, _ in group),
        whole or all(c.sentence.closes for c, _ in group),
        tuple(dict.fromkeys(unit for _, unit in group)),
        all(c.reference.kind is ReferenceKind.RELATIVE for c, _ in group),
    )
