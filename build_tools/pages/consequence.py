"""The card under an article's heading: what breaking it costs, or that no penalty names it, or what it punishes itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.model.ids import ProvisionId
from build_tools.model.manifest import Status
from build_tools.model.penalty import NamedBy, Passage, PenaltyRow, Rank
from build_tools.model.runs import Run
from build_tools.pages.citations import ArticleCites
from build_tools.pages.duty_names import DutyName, duty_names
from build_tools.pages.links import article_of
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.penalty_index import PenaltyIndex
from build_tools.pages.penalty_rows import ShownPenalty, run_of, shown_penalty
from build_tools.pages.place_names import line_name, unit_name
from build_tools.penalties.duties import DUTIES, Bearer
from build_tools.text.fold import fold_characters


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
class OtherWords:
    """The penalty and the article say in other words whom they address."""

    theirs: Run
    ours: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class CardClause:
    """One article that punishes, as far as it concerns the article of the card."""

    links: tuple[Link, ...]
    """第六十條第（二）項: the ways in."""
    notes: tuple[str, ...]
    """What a reader must know of how the article is named."""
    others: OtherWords | None
    authority: Run | None
    """If the same for all its branches."""
    authority_open: bool
    branches: tuple[CardBranch, ...]


@dataclass(frozen=True, slots=True)
class Consequence:
    """The whole card."""

    state: str
    """``named``, ``unnamed``, or "" for an article that binds nobody."""
    clauses: tuple[CardClause, ...]
    """What breaking the article costs."""
    own: CardClause | None
    """What the article threatens with itself."""
    own_kind: str
    """``own``, ``own-measures`` or ``own-liability``: the words for it."""
    duties: tuple[DutyName, ...]
    """What it names as violated."""
    status: str
    remedies: tuple[Link, ...]
    """Liability for violating the law as a whole; ``note`` says which."""
    left_out: str
    """款 that no penalty names, of an article of which others are named: 第二款."""
    in_words: tuple[Link, ...]
    """Articles whose penalties name no article: whether they reach this one, the reader must see."""
    table: str
    """The way to the table, at this article."""
    calculator: str
    """The way to the calculator; "" if the edition has none."""
    doubts: tuple[str, ...]


def consequence(tree: LocalizedEdition, key: str, cites: ArticleCites) -> Consequence | None:
    """The card of an article; None if it neither binds nor is named nor punishes."""
    index, places = tree.edition.penalties, _Places(tree, cites, key)
    own = index.by_article.get(key, ())
    named = tuple(r for r in index.by_duty.get(key, ()) if article_of(str(r.provision.at)) != key)
    ranks = {row.rank for row in own}
    duties = tuple(d for d in tree.edition.record.layers[DUTIES].items if article_of(str(d.at)) == key)
    binds = bool(duties) and index.punishes
    if not (own or named or binds):
        return None
    groups = groupby(named, key=lambda row: article_of(str(row.provision.at)))
    clauses = tuple(_clause(tree, tuple(rows), key, places) for _, rows in groups)
    mine = _clause(tree, own, key, places) if own else None
    state = "named" if named else "unnamed" if binds else ""
    unnamed = state == "unnamed"
    shown = (x.row for c in (*clauses, mine) if c for b in c.branches for p in b.parts for x in p.lines)
    return Consequence(
        state=state, clauses=clauses, own=mine, own_kind=_own_kind(ranks),
        duties=duty_names(tree, (d for row in own for d in row.duties)), status=status_words(tree),
        left_out=_left_out(tree, key, named), remedies=_remedies(tree, index) if unnamed else (),
        in_words=tuple(_in_words(tree)) if unnamed else (),
        table=_table(tree, named or own), calculator=_calculator(tree, key) if named else "",
        doubts=tuple(dict.fromkeys(d for row in shown for d in row.doubts)),
    )  # fmt: skip


def _own_kind(ranks: set[Rank]) -> str:
    if Rank.PENALTY in ranks:
        return "own"
    return "own-measures" if Rank.MEASURE in ranks else "own-liability"


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
    return words(
        f"penalties.status.{facts.status.value}", label=label or words(f"front.status.{facts.status.value}")
    )


class _Places:
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


def _clause(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str, places: _Places) -> CardClause:
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
        others=None if mine else _other_words(tree, rows, key), authority=shared, authority_open=opened,
        branches=branches,
    )  # fmt: skip


def _branch(
    tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], places: _Places, *, several: bool
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
    index, words = tree.edition.penalties, tree.words
    parts = index.named_parts(key, rows)
    if parts != ("",) and parts:
        names = (unit_name(tree, ProvisionId.parse(f"{key}-{part}")) for part in parts)
        yield words("penalties.card.parts", parts=words("references.cites.and").join(names))
    if all(row.provision.named_by is NamedBy.CHAPTER for row in rows):
        yield words("penalties.card.chapter")


def _other_words(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str) -> OtherWords | None:
    """Whom the penalty addresses and whom the article binds, where both say it and in other words."""
    actor = next((row.provision.actor for row in rows if row.provision.actor), None)
    if actor is None:
        return None
    texts = tree.edition.texts
    parts = tree.edition.penalties.named_parts(key, rows)
    bound: dict[str, Passage] = {}
    for duty in tree.edition.record.layers[DUTIES].items:
        named = parts == ("",) or any(duty.at.fragment == part.partition("-")[0] for part in parts)
        for modal in duty.modals if named and article_of(str(duty.at)) == key else ():
            if modal.subject and modal.bearer is Bearer.OTHERS:
                words = texts.shown[modal.subject.span.start : modal.subject.span.end]
                bound.setdefault(fold_characters(words), modal.subject)
    theirs = fold_characters(texts.shown[actor.span.start : actor.span.end])
    if not bound or theirs in bound:
        return None
    runs = (run_of(tree, passage) for passage in bound.values())
    return OtherWords(texts.pair(actor.span).in_script(tree.script), tuple(run for run in runs if run))


def _left_out(tree: LocalizedEdition, key: str, rows: tuple[PenaltyRow, ...]) -> str:
    """第二款 of an article of which only 第一款 and 第三款 are named."""
    named = {part.partition("-")[0] for part in tree.edition.penalties.named_parts(key, rows)}
    if not rows or "" in named:
        return ""
    missing = (part for part in tree.edition.penalties.paragraphs[key] if part not in named)
    names = (unit_name(tree, ProvisionId.parse(f"{key}-{part}")) for part in missing)
    return tree.words("references.cites.and").join(names)


def _in_words(tree: LocalizedEdition) -> Iterator[Link]:
    """Articles with penalties that say the conduct in words and name no article."""
    found = (
        article_of(str(u.provision.at))
        for u in tree.edition.coverage.unnamed
        if not u.items and any(row.rank is Rank.PENALTY for row in u.rows)
    )
    yield from map(tree.article_link, dict.fromkeys(found))


def _remedies(tree: LocalizedEdition, index: PenaltyIndex) -> tuple[Link, ...]:
    """第六十六條（治安管理處罰、刑事責任）, one link an article."""
    out = []
    for article, group in groupby(index.general, key=lambda row: article_of(str(row.provision.at))):
        kinds = dict.fromkeys(tree.words(f"penalties.kind.{row.kind}") for row in group)
        out.append(tree.article_link(article, tree.words("references.cites.and").join(kinds)))
    return tuple(out)
