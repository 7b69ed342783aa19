"""The card under an article's heading: what breaking it costs, or that no penalty names it, or what it punishes itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.model.ids import ProvisionId
from build_tools.model.manifest import Status
from build_tools.model.penalty import NamedBy, PenaltyRow, Rank
from build_tools.model.runs import Run
from build_tools.pages.citations import ArticleCites
from build_tools.pages.duty_names import DutyName, duty_names
from build_tools.pages.links import article_of
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.penalty_index import PenaltyIndex
from build_tools.pages.penalty_rows import ShownPenalty, shown_penalty
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
    authority: Run | None
    """If the same for all its branches."""
    authority_open: bool
    branches: tuple[CardBranch, ...]


@dataclass(frozen=True, slots=True)
class Consequence:
    """The whole card; ``state`` is ``named``, ``unnamed`` or ``own``."""

    state: str
    clauses: tuple[CardClause, ...]
    duties: tuple[DutyName, ...]
    """Of an article that punishes: what it names."""
    status: str
    remedies: tuple[Link, ...]
    """Liability for violating the law as a whole; ``note`` says which."""
    in_words: tuple[Link, ...]
    """Articles whose penalties name no article: whether they reach this one, the reader must see."""
    punishes: bool
    """False for an article that only refers to liability under other rules."""
    table: str
    """The way to the table, at this article."""
    calculator: str
    """The way to the calculator; "" if the edition has none."""
    doubts: tuple[str, ...]


def consequence(tree: LocalizedEdition, key: str, cites: ArticleCites) -> Consequence | None:
    """The card of an article; None if it neither binds nor is named nor punishes."""
    index = tree.edition.penalties
    own, named = index.by_article.get(key, ()), index.by_duty.get(key, ())
    named = tuple(row for row in named if article_of(str(row.provision.at)) != key)
    if own:
        state, clauses = "own", (_clause(tree, own, key, _Places(tree, cites, key)),)
    elif named:
        places = _Places(tree, cites, key)
        groups = groupby(named, key=lambda row: article_of(str(row.provision.at)))
        state, clauses = "named", tuple(_clause(tree, tuple(rows), key, places) for _, rows in groups)
    elif key in index.bound and index.punishes:
        state, clauses = "unnamed", ()
    else:
        return None
    shown = (line.row for clause in clauses for branch in clause.branches for p in branch.parts for line in p.lines)
    return Consequence(
        state=state, clauses=clauses, duties=duty_names(tree, (d for row in own for d in row.duties)),
        status=status_words(tree), remedies=_remedies(tree, index) if state == "unnamed" else (),
        in_words=tuple(map(tree.article_link, index.unnamed)) if state == "unnamed" else (),
        punishes=any(row.rank is not Rank.LIABILITY for row in own), table=_table(tree, own or named),
        calculator=_calculator(tree, key) if state == "named" else "",
        doubts=tuple(dict.fromkeys(d for row in shown for d in row.doubts)),
    )  # fmt: skip


def _table(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...]) -> str:
    """To the rows of the first of them, or to the top."""
    first = next((row for row in rows if row.rank is not Rank.LIABILITY), None) or next(iter(rows), None)
    return tree.edition.links.page("penalties", f"r-{first.id}" if first else "")


def _calculator(tree: LocalizedEdition, key: str) -> str:
    return f"../penalty-calculator/?article={key}" if "penalty-calculator" in tree.pages else ""


def status_words(tree: LocalizedEdition) -> str:
    """徵求意見稿，未施行."""
    facts, words = tree.edition.record.facts, tree.words
    label = facts.label.in_script(tree.script)
    if facts.status is Status.IN_FORCE:
        return words("penalties.status.in-force")
    return words(f"penalties.status.{facts.status.value}", label=label or words(f"front.status.{facts.status.value}"))


class _Places:
    """Where the words of a row are shown: in a sentence quoted on this page, else on the page of their article."""

    def __init__(self, tree: LocalizedEdition, cites: ArticleCites, key: str) -> None:
        self._key, self._tree = key, tree
        entries = (entry for group in cites.incoming for entry in group.entries)
        self._quoted = {
            mark.ref for entry in entries for line in entry.lines for mark in line.source.marks if mark.kind == "figure"
        }

    def href(self, row: PenaltyRow, shown: ShownPenalty) -> str:
        """``#f-57.1-3-hant`` or ``../art-57/#f-57.1-3-hant``."""
        here = shown.article == self._key or self._tree.edition.penalties.anchors[row.id] in self._quoted
        return f"#{shown.anchor}" if here else f"{self._tree.edition.links.href(shown.article)}#{shown.anchor}"


def _clause(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str, places: _Places) -> CardClause:
    several = len({row.provision.at for row in rows}) > 1
    groups = groupby(rows, key=lambda r: (r.provision.at, r.cond, r.cond_words, r.rank is Rank.LIABILITY))
    branches = tuple(_branch(tree, tuple(group), places, several=several) for _, group in groups)
    bodies = {b.authority.place if b.authority else "" for b in branches}
    shared = branches[0].authority if len(bodies) == 1 else None
    if shared:
        branches = tuple(replace(b, authority=None, authority_open=False) for b in branches)
    opened = any(shown_penalty(tree, row).authority_open for row in rows) if shared else False
    return CardClause(
        links=tuple(_ways_in(tree, rows, key)), notes=tuple(_notes(tree, rows, key)), authority=shared,
        authority_open=opened, branches=branches,
    )  # fmt: skip


def _branch(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], places: _Places, *, several: bool) -> CardBranch:
    pairs = [(row, shown) for row, shown in zip(rows, with_arms(shown_penalty(tree, r) for r in rows), strict=True)]
    first = pairs[0][1]
    parts = []
    for _, group in groupby(pairs, key=lambda p: (p[0].subject, p[0].subject_words)):
        found = tuple(group)
        row, shown = found[0]
        stated = row.subject_words is not None
        lines = tuple(CardLine(s, places.href(r, s)) for r, s in found)
        parts.append(CardPart(shown.subject_words if stated else None, shown.subject_name, lines))
    bodies = {s.authority.place: s for _, s in pairs if s.authority}
    one = next(iter(bodies.values())) if len(bodies) == 1 else None
    grave = any(b.value in ("serious", "especially_serious", "heavier") for b in rows[0].cond)
    return CardBranch(
        name=first.branch, words=first.branch_words, heavy=first.heavy,
        undefined=grave and not tree.edition.penalties.gravity_defined,
        place=unit_name(tree, rows[0].provision.at) if several else "", parts=tuple(parts),
        authority=one.authority if one else None, authority_open=one.authority_open if one else False,
    )  # fmt: skip


def with_arms(rows: Iterable[ShownPenalty]) -> Iterator[ShownPenalty]:
    """The same rows, those of one or-list told which is its first and last."""
    for name, group in groupby(rows, key=lambda row: row.choice_list):
        found = list(group)
        for i, row in enumerate(found):
            place = "first" if i == 0 else "last" if i == len(found) - 1 else "middle"
            yield replace(row, arm=place) if name and len(found) > 1 else row


def _ways_in(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str) -> Iterator[Link]:
    """第五十七條, or the 項 that name the article."""
    index, links = tree.edition.penalties, tree.edition.links
    article = ProvisionId(rows[0].provision.at.article)
    items = [
        item.at
        for provision in dict.fromkeys(row.provision for row in rows)
        for item in provision.items
        if any(index.names(duty, key) for duty in item.duties)
    ]
    for at in dict.fromkeys(items):
        yield Link(links.href(str(at)), line_name(tree, at))
    if not items:
        yield tree.article_link(str(article))


def _notes(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str) -> Iterator[str]:
    if str(ProvisionId(rows[0].provision.at.article)) == key:
        return
    index, words = tree.edition.penalties, tree.words
    parts = index.named_parts(key, rows)
    if parts != ("",) and parts:
        names = (unit_name(tree, ProvisionId.parse(f"{key}-{part}")) for part in parts)
        yield words("penalties.card.parts", parts=words("references.cites.and").join(names))
    if all(row.provision.named_by is NamedBy.CHAPTER for row in rows):
        yield words("penalties.card.chapter")
    yield from _other_words(tree, rows, key)


def _other_words(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str) -> Iterator[str]:  # noqa: ARG001
    """Filled in by the bearers of duties."""
    yield from ()


def _remedies(tree: LocalizedEdition, index: PenaltyIndex) -> tuple[Link, ...]:
    """第六十六條（治安管理處罰、刑事責任）, one link an article."""
    out = []
    for article, group in groupby(index.general, key=lambda row: article_of(str(row.provision.at))):
        kinds = dict.fromkeys(tree.words(f"penalties.kind.{row.kind}") for row in group)
        out.append(tree.article_link(article, tree.words("references.cites.and").join(kinds)))
    return tuple(out)
