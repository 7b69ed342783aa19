"""The front page of a law: where it stands in its life, its figures, the map of its articles, the ways in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from build_tools.model.feedback import Match
from build_tools.model.law import HeadingKind
from build_tools.model.manifest import Status
from build_tools.pages.map import SHADES, MapRow, map_rows
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.kinds.part import PartLine, part_lines
from build_tools.model.runs import Pair
from build_tools.pages.urls import relative


@dataclass(frozen=True, slots=True)
class Figure:
    """One number and what it counts."""

    number: int
    unit: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day and what happened on it."""

    words: str
    day: date


@dataclass(frozen=True, slots=True)
class FrontView:
    """What the front page of a law shows; links are relative to ``path``."""

    path: str
    name: str
    description: str
    titles: tuple[Pair, ...]
    status: str
    """``draft``, ``in-force`` or ``past``."""
    badge: str
    lead: str
    issuer: str
    dates: tuple[Dated, ...]
    first: str
    """Path of the first article, from this page."""
    last: int
    """Number of the last article, for the jump box."""
    figures: tuple[Figure, ...]
    rows: tuple[MapRow, ...]
    shades: tuple[tuple[int, str], ...]
    """Legend of the map; empty if there are no opinions."""
    cards: tuple[Link, ...]
    markers: tuple[PartLine, ...]
    """Lines that only announce the law: 附件1."""
    history: tuple[PartLine, ...]
    signature: tuple[PartLine, ...]
    editions: tuple[Link, ...]
    """The other editions of this law."""
    newest: str
    """On the law's own address: the name of the edition shown; "" on the edition's page."""
    permanent: str
    """On the law's own address: the way to the edition's page."""


def front_view(tree: LocalizedEdition, path: str) -> FrontView:
    """The front page in one tree, as seen from ``path``: the edition's address or the law's."""
    edition, words = tree.edition, tree.words
    facts = edition.record.facts
    articles = edition.record.text.articles
    own = tree.urls.front
    parts = {p.id: part_lines(tree, p) for p in edition.parts_on_front}
    markers = [
        line for name, lines in parts.items() if name not in ("history", "signature") for line in lines
    ]
    return FrontView(
        path,
        tree.law_title,
        words("front.description", law=tree.law_title),
        tuple(edition.texts.pair(s) for s in edition.record.text.title_spans),
        facts.status.value,
        tree.choose(facts.label) or words(f"front.status.{facts.status.value}"),
        words("front.lead" if edition.documents else "front.lead-plain"),
        tree.choose(edition.law.manifest.issuer),
        _dates(tree),
        relative(tree.urls.target(str(articles[0].id)), path) if articles else "",
        articles[-1].id.article[0] if articles else 0,
        _figures(tree, path),
        map_rows(tree, edition.outline, path),
        _shades(tree),
        _cards(tree, path),
        tuple(markers),
        parts.get("history", ()),
        parts.get("signature", ()),
        _editions(tree, path),
        tree.choose(facts.label) if path != own else "",
        relative(own, path) if path != own else "",
    )


def _dates(tree: LocalizedEdition) -> tuple[Dated, ...]:
    facts = tree.edition.record.facts
    wanted = (
        ("published", facts.published),
        ("comments", facts.comments_until),
        ("effective", facts.effective),
    )
    hidden = "" if facts.status is Status.DRAFT else "comments"
    return tuple(
        Dated(tree.words(f"front.date.{name}"), day) for name, day in wanted if day and name != hidden
    )


def _figures(tree: LocalizedEdition, path: str) -> tuple[Figure, ...]:
    edition, words = tree.edition, tree.words
    kinds = [h.kind for h in edition.record.text.headings]
    figures = [
        Figure(kinds.count(kind), words(f"front.unit.{kind.value}"))
        for kind in (HeadingKind.PART, HeadingKind.CHAPTER)
        if kind in kinds
    ]
    figures.append(Figure(len(edition.record.text.articles), words("front.unit.article")))
    if edition.documents:
        opinions = [o for d in edition.documents for o in d.opinions.values()]
        checks = [c for d in edition.documents for c in d.record.findings.checks]
        wrong = sum(c.match in (Match.DIFFERS, Match.MISSING) for c in checks)
        all_opinions = relative(tree.urls.page("opinions"), path)
        figures.append(
            Figure(sum(bool(o.articles) for o in opinions), words("front.unit.opinion"), all_opinions)
        )
        sections = sum(len(d.sections) for d in edition.documents)
        if sections:
            figures.append(
                Figure(sections, words("front.unit.general"), relative(tree.urls.page("general"), path))
            )
        figures.append(Figure(wrong, words("front.unit.mismatch"), all_opinions))
    return tuple(figures)


def _shades(tree: LocalizedEdition) -> tuple[tuple[int, str], ...]:
    most = max(tree.edition.opinion_counts.values(), default=0)
    if not most:
        return ()
    legend = [(0, tree.words("front.shade.none"))]
    legend += [(n, tree.words("front.shade.some", count=n)) for n in range(1, min(most, SHADES) + 1)]
    if most > SHADES:
        legend[-1] = (SHADES, tree.words("front.shade.more", count=SHADES))
    return tuple(legend)


def _cards(tree: LocalizedEdition, path: str) -> tuple[Link, ...]:
    """Ways in, beside the map: what surrounds the text and what was said about it."""
    edition, words, urls = tree.edition, tree.words, tree.urls
    cards = []
    sections = sum(len(d.sections) for d in edition.documents)
    if sections:
        note = words("front.card.general", count=sections)
        cards.append(Link(relative(urls.page("general"), path), words("nav.general"), note))
    if edition.documents:
        note = words("front.card.opinions", count=sum(len(d.opinions) for d in edition.documents))
        cards.append(Link(relative(urls.page("opinions"), path), words("nav.opinions"), note))
    for part in edition.parts_with_pages:
        key = f"front.card.{part.kind.value}"
        note = words(key) if key in words.words else ""
        cards.append(Link(relative(urls.page(part.id), path), tree.part(part), note))
    count = len(edition.citations.citations)
    if count:
        note = words("references.card", count=count)
        cards.append(Link(relative(urls.page("references"), path), words("references.nav"), note))
    cards.append(
        Link(relative(urls.page("provenance"), path), words("nav.provenance"), words("front.card.provenance"))
    )
    return tuple(cards)


def _editions(tree: LocalizedEdition, path: str) -> tuple[Link, ...]:
    law = tree.edition.law
    found = []
    for record in law.editions:
        if record is tree.edition.record:
            continue
        front = f"{tree.locale}/{law.manifest.slug}/{record.facts.slug}/"
        day = record.facts.published.isoformat() if record.facts.published else ""
        found.append(Link(relative(front, path), tree.choose(record.facts.label) or record.facts.slug, day))
    return tuple(found)
