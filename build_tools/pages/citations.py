"""What an article cites and who cites it, for the foot of its page; and who cites a chapter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.ids import ProvisionId
from build_tools.model.reference import Doubt
from build_tools.model.runs import Pair
from build_tools.model.target import Target
from build_tools.pages.links import range_of
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.place_names import other_law_name, other_place_name, place_link, target_name, unit_name
from build_tools.pages.reference_index import Citation, Citing, Home


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation: its words, and each provision that it means."""

    words: str
    """In the tree's script, with 本法 or the law's name."""
    telling: bool
    """True if the words do not end with the target's name: 前款, 本法第十一條至十三條."""
    place: Link
    """The 款 or 項, or other place, that says so."""
    targets: tuple[Link, ...]
    """In order; for a law that is not on this site a name without an address."""
    ref: str
    """First and last target with the count, ``art-19 art-33 15``; "" unless it is a range."""
    doubt: str
    """Why the reading could be argued, in words; "" if it could not."""


@dataclass(frozen=True, slots=True)
class CitedGroup:
    """Citations of one 款 or 項, in the order of its words."""

    place: Link
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class CitedBy:
    """One sentence that cites."""

    id: str
    """``cited-p3`` where it is the first to cite 款 3; "" otherwise."""
    others: tuple[str, ...]
    """More such ids, where it is the first for several parts."""
    place: Link
    parts: str
    """Which parts of this article it names: 第三款、第四款; "" for the whole."""
    lines: tuple[Pair, ...]
    """The sentence, and the lines it belongs to; empty if it stands on the same page anyway."""
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class CitedByGroup:
    """Sentences of one kind of place."""

    kind: str
    name: str
    entries: tuple[CitedBy, ...]


@dataclass(frozen=True, slots=True)
class ArticleCites:
    """Both directions, for one article or heading."""

    outgoing: tuple[CitedGroup, ...]
    incoming: tuple[CitedByGroup, ...]
    rows: tuple[tuple[str, str], ...]
    """Parts of the article that are cited by themselves, with what is said of it: ``p3``, 被引用2處."""
    count: int
    """Sentences in all that cite the article."""


def article_cites(tree: LocalizedEdition, key: str) -> ArticleCites:
    """引用 and 被引用 of an article (``art-12``) or heading (``ch-3``); links are relative to its page."""
    index = tree.edition.citations
    incoming = index.incoming.get(key, ())
    rows = Counter(unit for citing in incoming for unit in citing.units if unit)
    node = tree.edition.nodes.get(key)
    here = frozenset(str(a.id) for a in node.all_articles()) if node else frozenset((key,))
    seen: set[str] = set()
    groups = {
        home.value: tuple(_cited_by(tree, key, c, seen, here) for c in incoming if c.place.home is home)
        for home in Home
    }
    groups["heading"] = tuple(_by_heading(tree, key, incoming))
    outgoing: dict[Link, list[Cited]] = {}
    for citation in index.outgoing.get(key, ()):
        outgoing.setdefault(place_link(tree, citation.place, key), []).append(cited(tree, citation, key))
    out = tuple(CitedGroup(place, tuple(found)) for place, found in outgoing.items())
    by = (
        CitedByGroup(name, tree.words(f"references.by.{name}"), found)
        for name, found in groups.items()
        if found
    )
    cited_rows = ((row, tree.words("references.cites.row", count=count)) for row, count in rows.items())
    return ArticleCites(out, tuple(by), tuple(cited_rows), len(incoming))


def cited(tree: LocalizedEdition, citation: Citation, article: str = "") -> Cited:
    """What one citation means, in words and links; also for the tables of the references page."""
    reference = citation.reference
    targets = tuple(target_link(tree, t, reference.doubt) for t in reference.targets)
    words = citation.words.in_script(tree.script).text
    # 第十九條至第三十三條, as the words would be if they named the targets in full
    ends = dict.fromkeys((targets[0].title, targets[-1].title)) if targets else ()
    return Cited(
        words,
        not words.endswith(tree.words("references.cites.to").join(ends)),
        place_link(tree, citation.place, article),
        targets,
        range_of(reference),
        doubt_words(tree, reference.doubt),
    )


def target_link(tree: LocalizedEdition, target: Target, doubt: str | None = None) -> Link:
    """A target by name; without an address if it is a law that is not here, or not certainly this edition of it."""
    href = "" if doubt == Doubt.OTHER_EDITION else tree.edition.links.href_of(target)
    if target.law is None:
        return Link(href, target_name(tree, target))
    law = tree.words("references.law", name=other_law_name(tree, target.law))
    return Link(href, law + other_place_name(tree, target))


def doubt_words(tree: LocalizedEdition, doubt: str | None) -> str:
    """Why a reference has no target or could be read otherwise."""
    return tree.words(f"references.doubt.{doubt}") if doubt else ""


def _cited_by(
    tree: LocalizedEdition, key: str, citing: Citing, seen: set[str], here: frozenset[str]
) -> CitedBy:
    first = [f"cited-{u}" for u in citing.units if u and u not in seen]
    seen.update(citing.units)
    parts = [unit_name(tree, ProvisionId.parse(f"{key}-{u}")) for u in citing.units if u]
    place = citing.place
    shown = place.owner in here or (key in place.filed and place.home is Home.OPINION)
    return CitedBy(
        first[0] if first else "", tuple(first[1:]), place_link(tree, place, key), "、".join(parts),
        () if shown else citing.lines, citing.opens, citing.closes,
    )  # fmt: skip


def _by_heading(tree: LocalizedEdition, key: str, listed: tuple[Citing, ...]) -> Iterator[CitedBy]:
    """Sentences that cite a chapter or section that the article stands in: 違反本法第三章規定的.

    本章 is left out: it speaks of the chapter from within.
    """
    edition = tree.edition
    article = edition.articles.get(key) and next(a for a in edition.record.text.articles if str(a.id) == key)
    node = edition.nodes.get(article.heading or "") if article else None
    shown = {(c.place.at, c.lines[-1].source.place) for c in listed}
    for heading in (*node.path, node.heading) if node else ():
        for citing in edition.citations.incoming.get(heading.id, ()) if heading else ():
            where = citing.place.at, citing.lines[-1].source.place
            if not citing.relative and citing.place.owner != key and where not in shown:
                shown.add(where)
                link, name = place_link(tree, citing.place, key), tree.heading(heading) if heading else ""
                yield CitedBy("", (), link, name, citing.lines, citing.opens, citing.closes)
