"""The references page of an edition: every citation as a row, other laws cited, what could not be settled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.source import Span
from build_tools.model.target import Target
from build_tools.pages.arcs import ArcsView, arcs_view
from build_tools.pages.names import Link, Tree
from build_tools.pages.reference_index import Citation, Home
from build_tools.pages.references_article import Cited, cited, target_link
from build_tools.pages.references_names import other_law_name, other_place_name, place_link

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


@dataclass(frozen=True, slots=True)
class ReferencesView:
    """What the page shows."""

    path: str
    name: str
    description: str
    crumbs: tuple[Link, ...]
    total: int
    linked: int
    """Citations that lead to a provision or heading of this edition."""
    arcs: ArcsView | None
    tables: tuple[ReferenceTable, ...]
    laws: tuple[OtherLaw, ...]
    unresolved: tuple[ReferenceRow, ...]
    doubtful: tuple[ReferenceRow, ...]


def references_view(tree: Tree) -> ReferencesView:
    """The references page in one tree."""
    path = tree.urls.page("references")
    citations = tree.edition.citations.citations
    own = [c for c in citations if any(t.law is None for t in c.reference.targets)]
    return ReferencesView(
        path,
        tree.words("references.title"),
        tree.words("references.description", law=tree.law_title),
        (Link("../", tree.short_title),),
        len(citations),
        len(own),
        arcs_view(tree, path),
        tuple(t for home in Home if (t := _table(tree, home, own)).rows),
        _laws(tree, citations),
        tuple(_row(tree, c, whole=True) for c in citations if not c.reference.targets),
        tuple(_row(tree, c, whole=True) for c in citations if c.reference.targets and c.reference.doubt),
    )


def _table(tree: Tree, home: Home, citations: Iterable[Citation]) -> ReferenceTable:
    rows = tuple(_row(tree, c) for c in citations if c.place.home is home)
    return ReferenceTable(f"from-{home.value}", tree.words(f"references.by.{home.value}"), rows)


def _row(tree: Tree, citation: Citation, *, whole: bool = False) -> ReferenceRow:
    kind = tree.words(f"references.kind.{citation.reference.kind.value}")
    before, after = (_say(tree, citation, *ends) for ends in _rest(citation)) if whole else ("", "")
    return ReferenceRow(cited(tree, citation), kind, before, after)


def _rest(citation: Citation) -> tuple[tuple[int, int], tuple[int, int]]:
    """The sentence before and behind the citing words, as places in the file."""
    base, sentence = citation.place.span.start, citation.sentence
    return (base + sentence.start, citation.span.start), (citation.span.end, base + sentence.end)


def _say(tree: Tree, citation: Citation, start: int, end: int) -> str:
    texts = tree.edition.texts
    for doc in tree.edition.documents:
        if doc.record.source.id == citation.span.source:
            texts = doc.texts
    return texts.say(Span(citation.span.source, start, end), tree.script) if start < end else ""


def _laws(tree: Tree, citations: Iterable[Citation]) -> tuple[OtherLaw, ...]:
    """By name in order of first mention; each place once for each law."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        for name in dict.fromkeys(t.law for t in citation.reference.targets if t.law):
            found.setdefault(name, []).append(citation)
    return tuple(_law(tree, name, cites) for name, cites in found.items())


def _law(tree: Tree, name: str, citations: list[Citation]) -> OtherLaw:
    here = tree.edition.siblings.directory.find(Target(name))
    title = tree.choose(here[0].title) if here else other_law_name(tree, name)
    targets = sorted(
        {t for c in citations for t in c.reference.targets if t.law == name and t.place},
        key=lambda t: [(len(n), n) for n in _STEPS.findall(t.place)],
    )
    articles = tuple(Link(target_link(tree, t).href, other_place_name(tree, t)) for t in targets)
    places = dict.fromkeys(place_link(tree, c.place) for c in citations)
    href = tree.edition.siblings.href_of(Target(name))
    return OtherLaw(
        Link(href, tree.words("references.law", name=title)), articles, tuple(places), len(citations)
    )
