"""The references page of an edition: every citation as a row, other laws cited, what could not be settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model.source import Span
from build_tools.model.target import Target
from build_tools.pages.arcs import ArcsView, arcs_view
from build_tools.pages.citations import Cited, cited, target_link
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.page import Entry, PageKind, PageView, page_head
from build_tools.pages.place_names import other_law_name, other_place_name, place_link
from build_tools.pages.reference_index import Citation, Home

#: Names of units and numbers, to sort places by: art-7 before art-47.
_STEPS = re.compile(r"[a-z]+|\d+")


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """One citation: from, words, kind, to."""

    cited: Cited
    kind: str
    """In words: 條, 款, 起止."""
    before: str
    after: str
    """The rest of the sentence, for the tables of what is unresolved or doubtful; empty in the others."""


@dataclass(frozen=True, slots=True)
class ReferenceTable:
    """Citations of one kind of place, in reading order."""

    id: str
    name: str
    rows: tuple[ReferenceRow, ...]


@dataclass(frozen=True, slots=True)
class OtherLaw:
    """A law that this edition, its explanation or an opinion names."""

    link: Link
    """Without an address if the site does not hold it."""
    articles: tuple[Link, ...]
    """Its provisions that are named, in order; empty if it is only named as a whole."""
    places: tuple[Link, ...]
    count: int


@dataclass(frozen=True, kw_only=True)
class ReferencesView(PageView):
    """What the page shows."""

    total: int
    linked: int
    """Citations that lead to a provision or heading of this edition."""
    arcs: ArcsView | None
    tables: tuple[ReferenceTable, ...]
    laws: tuple[OtherLaw, ...]
    unresolved: tuple[ReferenceRow, ...]
    doubtful: tuple[ReferenceRow, ...]


def references_views(tree: LocalizedEdition) -> Iterator[ReferencesView]:
    """The one page of this kind, also where nothing is cited."""
    citations = tree.edition.citations.citations
    own = [c for c in citations if any(t.law is None for t in c.reference.targets)]
    description = tree.words("references.description", law=tree.law_title)
    doubtful = (c for c in citations if c.reference.targets and c.reference.doubt)
    yield ReferencesView(
        **page_head(tree, "references", tree.words("references.title"), description),
        total=len(citations),
        linked=len(own),
        arcs=arcs_view(tree, tree.urls.page("references")),
        tables=tuple(t for home in Home if (t := _table(tree, home, own)).rows),
        laws=_laws(tree, citations),
        unresolved=tuple(_row(tree, c, whole=True) for c in citations if not c.reference.targets),
        doubtful=tuple(_row(tree, c, whole=True) for c in doubtful),
    )


def references_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """One line; a card if anything is cited."""
    count = len(tree.edition.citations.citations)
    note = tree.words("references.card", count=count)
    yield Entry("references", tree.words("references.nav"), note=note, card=4 if count else 0)


def _table(tree: LocalizedEdition, home: Home, citations: Iterable[Citation]) -> ReferenceTable:
    rows = tuple(_row(tree, c) for c in citations if c.place.home is home)
    return ReferenceTable(f"from-{home.value}", tree.words(f"references.by.{home.value}"), rows)


def _row(tree: LocalizedEdition, citation: Citation, *, whole: bool = False) -> ReferenceRow:
    kind = tree.words(f"references.kind.{citation.reference.kind.value}")
    base, sentence, span = citation.place.span.start, citation.sentence, citation.span
    before = _say(tree, citation, base + sentence.start, span.start) if whole else ""
    after = _say(tree, citation, span.end, base + sentence.end) if whole else ""
    return ReferenceRow(cited(tree, citation), kind, before, after)


def _say(tree: LocalizedEdition, citation: Citation, start: int, end: int) -> str:
    texts = next(r.texts for r in tree.edition.record.records() if r.source.id == citation.span.source)
    return texts.say(Span(citation.span.source, start, end), tree.script) if start < end else ""


def _laws(tree: LocalizedEdition, citations: Iterable[Citation]) -> tuple[OtherLaw, ...]:
    """By name in order of first mention; each place once for each law."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        for name in dict.fromkeys(t.law for t in citation.reference.targets if t.law):
            found.setdefault(name, []).append(citation)
    return tuple(_law(tree, name, cites) for name, cites in found.items())


def _law(tree: LocalizedEdition, name: str, citations: list[Citation]) -> OtherLaw:
    directory = tree.edition.links.directory
    here = directory.find(Target(name))
    title = here[0].title.in_script(tree.script) if here else other_law_name(tree, name)
    targets = sorted(
        {t for c in citations for t in c.reference.targets if t.law == name and t.place},
        key=lambda t: [(len(n), n) for n in _STEPS.findall(t.place)],
    )
    articles = tuple(Link(target_link(tree, t).href, other_place_name(tree, t)) for t in targets)
    places = dict.fromkeys(place_link(tree, c.place) for c in citations)
    link = Link(tree.edition.links.href_of(Target(name)), tree.words("references.law", name=title))
    return OtherLaw(link, articles, tuple(places), len(citations))


KIND = PageKind(template="references", order=60, views=references_views, entries=references_entries)
