"""The front page of a law: where it stands in its life, its figures, the map of its articles, the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from build_tools.model.feedback import QUOTES, Match
from build_tools.model.law import HeadingKind
from build_tools.model.locale import Localized
from build_tools.model.manifest import Status
from build_tools.model.runs import Pair
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.model.variant import Script
from build_tools.pages.arcs import ArcsView, arcs_view
from build_tools.pages.found import Document, found_words
from build_tools.pages.kinds.part import PartLine, part_lines
from build_tools.pages.localized import Link, LocalizedEdition, edition_title
from build_tools.pages.map import SHADES, MapRow, map_rows, penalty_legend
from build_tools.pages.page import Entry, PageKind, PageView
from build_tools.pages.registry import entries
from build_tools.pages.urls import relative

#: Parts that have a place of their own on the front page.
_OWN_PLACES = ("history", "signature")


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


@dataclass(frozen=True, kw_only=True)
class FrontView(PageView):
    """What the front page of a law shows."""

    titles: tuple[Pair, ...]
    status: str
    """``draft``, ``in-force`` or ``past``."""
    badge: str
    lead: str
    issuer: str
    dates: tuple[Dated, ...]
    jump_base: str
    """The way to the edition's address, for the jump box."""
    jump_articles: str
    """All articles that it knows: ``art-1..art-119 art-120-z1``; "" if there are none."""
    figures: tuple[Figure, ...]
    rows: tuple[MapRow, ...]
    shades: tuple[tuple[int, str], ...]
    """Legend of the map; empty if there are no opinions."""
    frames: tuple[tuple[str, str], ...]
    """Legend of its frames; empty if the law has no penalties."""
    arcs: ArcsView | None
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


def front_views(tree: LocalizedEdition) -> Iterator[FrontView]:
    """The front page at the edition's address; that of the newest edition at the law's address too."""
    edition = tree.edition
    if edition.record is edition.law.editions[0]:
        yield _view(tree, f"{tree.locale.tag}/{edition.law.manifest.slug}/")
    yield _view(tree, tree.urls.front)


def front_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """First in the navigation; no card, for cards stand on it."""
    yield Entry("", tree.words("nav.front"), "before")


def _view(tree: LocalizedEdition, path: str) -> FrontView:
    edition, words, own = tree.edition, tree.words, tree.urls.front
    facts, articles = edition.record.facts, edition.record.text.articles
    label = facts.label.in_script(tree.script)
    parts = {p.id: part_lines(tree, p) for p in edition.parts_on_front}
    first = articles[0] if articles else None
    return FrontView(
        path=path, kind="front", name=tree.law_title, title=tree.law_title,
        description=words("front.description", law=tree.law_title),
        next=Link(relative(tree.urls.target(str(first.id)), path), tree.article(first)) if first else None,
        titles=tuple(edition.texts.pair(s) for s in edition.record.text.title_spans),
        status=facts.status.value,
        badge=label or words(f"front.status.{facts.status.value}"),
        lead=words("front.lead" if edition.submissions else "front.lead-plain"),
        issuer=edition.law.manifest.issuer.in_script(tree.script),
        dates=_dates(tree), jump_base=relative(own, path),
        jump_articles=_ranges([a.id.article for a in articles]), figures=_figures(tree, path),
        rows=map_rows(tree, edition.outline, path), shades=_shades(tree),
        frames=penalty_legend(tree), arcs=arcs_view(tree, path),
        cards=_cards(tree, path),
        markers=tuple(line for name, lines in parts.items() if name not in _OWN_PLACES for line in lines),
        history=parts.get("history", ()), signature=parts.get("signature", ()),
        editions=_editions(tree, path), newest=label if path != own else "",
        permanent=relative(own, path) if path != own else "",
    )  # fmt: skip


def _ranges(articles: list[tuple[int, ...]]) -> str:
    """Ids of all articles for the jump box: art-1..art-119 art-120 art-120-z1."""
    out: list[list[int]] = []
    names: list[str] = []
    for article in articles:
        if len(article) > 1:
            names.append(f"art-{article[0]}-z{article[1]}")
        elif out and out[-1][1] + 1 == article[0]:
            out[-1][1] = article[0]
        else:
            out.append([article[0], article[0]])
    return " ".join([f"art-{a}..art-{b}" if a != b else f"art-{a}" for a, b in out] + names)


def _dates(tree: LocalizedEdition) -> tuple[Dated, ...]:
    facts = tree.edition.record.facts
    until = facts.comments_until if facts.status is Status.DRAFT else None
    days = (("published", facts.published), ("comments", until), ("effective", facts.effective))
    return tuple(Dated(tree.words(f"front.date.{name}"), day) for name, day in days if day)


def _figures(tree: LocalizedEdition, path: str) -> tuple[Figure, ...]:
    edition, words = tree.edition, tree.words
    kinds = [h.kind for h in edition.record.text.headings]
    figures = [
        Figure(kinds.count(kind), words(f"front.unit.{kind.value}"))
        for kind in (HeadingKind.PART, HeadingKind.CHAPTER)
        if kind in kinds
    ]
    figures.append(Figure(len(edition.record.text.articles), words("front.unit.article")))
    if edition.submissions:
        opinions = [o for d in edition.submissions for o in d.opinions.values()]
        checks = [c for d in edition.submissions for c in d.record.layers[QUOTES].items]
        wrong = sum(c.match in (Match.DIFFERS, Match.MISSING) for c in checks)
        all_opinions = relative(tree.urls.page("opinions"), path)
        filed = sum(bool(o.articles) for o in opinions)
        figures.append(Figure(filed, words("front.unit.opinion"), all_opinions))
        sections = sum(len(d.sections) for d in edition.submissions)
        if sections:
            general = relative(tree.urls.page("general"), path)
            figures.append(Figure(sections, words("front.unit.general"), general))
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
    """Ways in, beside the map: what surrounds the text and what is known about it."""
    cards = sorted((entry for entry in entries(tree) if entry.card), key=lambda entry: entry.card)
    return tuple(Link(relative(tree.urls.page(e.page), path), e.title, e.note) for e in cards)


def _editions(tree: LocalizedEdition, path: str) -> tuple[Link, ...]:
    law = tree.edition.law
    found = []
    for record in (other for other in law.editions if other is not tree.edition.record):
        front = f"{tree.locale.tag}/{law.manifest.slug}/{record.facts.slug}/"
        day = record.facts.published.isoformat() if record.facts.published else ""
        name = record.facts.label.in_script(tree.script) or record.facts.slug
        found.append(Link(relative(front, path), name, day))
    return tuple(found)


def documents(law: LawRecord, record: EditionRecord) -> Iterator[Document]:
    """網絡犯罪防治法（徵求意見稿）, as the site calls the law."""
    title = Localized(*(edition_title(law, record, script) for script in (Script.HANT, Script.HANS)))
    yield Document(kind="law", page="", lines=(found_words(record.texts, "", title),), head=True)


KIND = PageKind(
    template="front", order=10, views=front_views, entries=front_entries, documents=documents,
    search_kinds=(("law", "search.kind.law"),),
)  # fmt: skip
