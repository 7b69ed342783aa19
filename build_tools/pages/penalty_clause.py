"""One article that punishes, as a card shows it: its branches side by side, one measure a line, each with its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.model.ids import ProvisionId
from build_tools.model.penalty import NamedBy, PenaltyRow, Rank
from build_tools.model.runs import Run
from build_tools.pages.citations import ArticleCites
from build_tools.pages.links import article_of
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.other_words import OtherBearer, other_bearer, other_conduct
from build_tools.pages.penalty_rows import ShownPenalty, shown_penalty, with_arms
from build_tools.pages.place_names import line_name, unit_name


@dataclass(frozen=True, slots=True)
class CardLine:
    """One measure, with the way to its words."""

    row: ShownPenalty
    href: str


@dataclass(frozen=True, slots=True)
class CardPart:
    """Measures of one branch on one subject."""

    subject: Run | None
    """None where nobody is named apart from the offender."""
    name: str
    lines: tuple[CardLine, ...]


@dataclass(frozen=True, slots=True)
class CardBranch:
    """One branch of one 款."""

    name: str
    words: Run | None
    heavy: bool
    undefined: bool
    """True if the law does not say what 情節嚴重 is."""
    place: str
    """第二款, where the article that punishes has several; "" if not."""
    parts: tuple[CardPart, ...]
    authority: Run | None
    authority_open: bool


@dataclass(frozen=True, slots=True)
class CardClause:
    """One article that punishes, as far as it concerns the article of the card."""

    links: tuple[Link, ...]
    """第六十條第（二）項: the ways in."""
    notes: tuple[str, ...]
    """What a reader must know of how the article is named."""
    others: OtherBearer | None
    conduct: tuple[Run, ...]
    """What it says is done, in words that the article has not."""
    authority: Run | None
    """If the same for all its branches."""
    authority_open: bool
    branches: tuple[CardBranch, ...]


class Places:
    """Where the words of a row are shown: in a sentence quoted on this page, else on the page of their article."""

    def __init__(self, tree: LocalizedEdition, cites: ArticleCites, key: str) -> None:
        self._key, self._tree = key, tree
        entries = (entry for group in cites.incoming for entry in group.entries)
        self._quoted = {
            mark.ref
            for entry in entries
            for line in entry.lines
            for mark in line.source.marks
            if mark.kind == "figure"
        }

    def href(self, row: PenaltyRow, shown: ShownPenalty) -> str:
        """``#f-57.1-3-hant`` or ``../art-57/#f-57.1-3-hant``."""
        here = shown.article == self._key or self._tree.edition.penalties.anchors[row.id] in self._quoted
        return (
            f"#{shown.anchor}" if here else f"{self._tree.edition.links.href(shown.article)}#{shown.anchor}"
        )


def penalty_clause(
    tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str, places: Places
) -> CardClause:
    """What the rows of one article say of the article ``key``."""
    several = len({row.provision.at for row in rows}) > 1
    mine = article_of(str(rows[0].provision.at)) == key
    groups = groupby(rows, key=lambda r: (r.provision.at, r.cond, r.cond_words, r.rank is Rank.LIABILITY))
    branches = tuple(_branch(tree, tuple(group), places, several=several) for _, group in groups)
    bodies = {b.authority.text if b.authority else "" for b in branches}
    shared = branches[0].authority if len(bodies) == 1 else None
    if shared:
        branches = tuple(replace(b, authority=None, authority_open=False) for b in branches)
    opened = any(shown_penalty(tree, row).authority_open for row in rows) if shared else False
    return CardClause(
        links=() if mine else tuple(_ways_in(tree, rows, key)), notes=() if mine else tuple(_notes(tree, rows, key)),
        others=None if mine else other_bearer(tree, rows, key),
        conduct=() if mine else other_conduct(tree, rows, key),
        authority=shared, authority_open=opened, branches=branches,
    )  # fmt: skip


def _branch(
    tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], places: Places, *, several: bool
) -> CardBranch:
    pairs = [
        (row, shown) for row, shown in zip(rows, with_arms(shown_penalty(tree, r) for r in rows), strict=True)
    ]
    first = pairs[0][1]
    parts = []
    for _, group in groupby(pairs, key=lambda p: (p[0].subject, p[0].subject_words)):
        found = tuple(group)
        row, shown = found[0]
        stated = row.subject_words is not None
        lines = tuple(CardLine(s, places.href(r, s)) for r, s in found)
        parts.append(CardPart(shown.subject_words if stated else None, shown.subject_name, lines))
    bodies = {s.authority.text: s for _, s in pairs if s.authority}
    one = next(iter(bodies.values())) if len(bodies) == 1 else None
    grave = any(b.value in ("serious", "especially_serious", "heavier") for b in rows[0].cond)
    return CardBranch(
        name=first.branch, words=first.branch_words, heavy=first.heavy,
        undefined=grave and not tree.edition.penalties.gravity_defined,
        place=unit_name(tree, rows[0].provision.at) if several else "", parts=tuple(parts),
        authority=one.authority if one else None, authority_open=one.authority_open if one else False,
    )  # fmt: skip


def _ways_in(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str) -> Iterator[Link]:
    """第五十七條, or the 項 that name the article."""
    index, links = tree.edition.penalties, tree.edition.links
    article = ProvisionId(rows[0].provision.at.article)
    items = [
        item.at
        for provision in {row.provision.at: row.provision for row in rows}.values()
        for item in provision.items
        if any(index.names(duty, key) for duty in item.duties)
    ]
    for at in dict.fromkeys(items):
        yield Link(links.href(str(at)), line_name(tree, at))
    if not items:
        yield tree.article_link(str(article))


def _notes(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str) -> Iterator[str]:
    index, words = tree.edition.penalties, tree.words
    parts = index.named_parts(key, rows)
    if parts != ("",) and parts:
        names = (unit_name(tree, ProvisionId.parse(f"{key}-{part}")) for part in parts)
        yield words("penalties.card.parts", parts=words("references.cites.and").join(names))
    if all(row.provision.named_by is NamedBy.CHAPTER for row in rows):
        yield words("penalties.card.chapter")
