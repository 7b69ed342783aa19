"""The card under an article's heading: what breaking it costs, or that no penalty names it, or what it punishes itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from build_tools.model.ids import ProvisionId
from build_tools.model.manifest import Status
from build_tools.model.penalty import PenaltyRow, Rank
from build_tools.pages.citations import ArticleCites
from build_tools.pages.duty_names import DutyName, duty_names
from build_tools.pages.links import article_of
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.penalty_clause import CardClause, Places, penalty_clause
from build_tools.pages.penalty_index import PenaltyIndex
from build_tools.pages.place_names import unit_name
from build_tools.penalties.consequence import liability_headings


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
    in_words_apart: tuple[Link, ...]
    """The same outside the chapter on liability, in a law that has one."""
    unpunished: bool
    """True if no penalty names it, none of the chapter on liability is in words only, and it has none itself."""
    table: str
    """The way to the table, at this article."""
    calculator: str
    """The way to the calculator; "" if the edition has none."""
    doubts: tuple[str, ...]


def consequence(tree: LocalizedEdition, key: str, cites: ArticleCites) -> Consequence | None:
    """The card of an article; None if it neither binds nor is named nor punishes."""
    index, places = tree.edition.penalties, Places(tree, cites, key)
    own = index.by_article.get(key, ())
    named = tuple(r for r in index.by_duty.get(key, ()) if article_of(str(r.provision.at)) != key)
    ranks = {row.rank for row in own}
    threatening = {row.provision.at for row in own}  # 應當依法查封 says what is done to others
    binds = index.punishes and any(d.at not in threatening for d in tree.edition.duties.get(key, ()))
    if not (own or named or binds):
        return None
    groups = groupby(named, key=lambda row: article_of(str(row.provision.at)))
    clauses = tuple(penalty_clause(tree, tuple(rows), key, places) for _, rows in groups)
    mine = penalty_clause(tree, own, key, places) if own else None
    state = "named" if named else "unnamed" if binds else ""
    unnamed = state == "unnamed"
    in_words, apart = _in_words(tree, key) if unnamed else ((), ())
    shown = (x.row for c in (*clauses, mine) if c for b in c.branches for p in b.parts for x in p.lines)
    return Consequence(
        state=state, clauses=clauses, own=mine, own_kind=_own_kind(ranks),
        duties=duty_names(tree, (d for row in own for d in row.duties)), status=status_words(tree),
        left_out=_left_out(tree, key, named), remedies=_remedies(tree, index) if unnamed else (),
        in_words=in_words, in_words_apart=apart, unpunished=unnamed and not in_words and Rank.PENALTY not in ranks,
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


def _left_out(tree: LocalizedEdition, key: str, rows: tuple[PenaltyRow, ...]) -> str:
    """第二款 of an article of which only 第一款 and 第三款 are named."""
    named = {part.partition("-")[0] for part in tree.edition.penalties.named_parts(key, rows)}
    if not rows or "" in named:
        return ""
    missing = (part for part in tree.edition.penalties.paragraphs[key] if part not in named)
    names = (unit_name(tree, ProvisionId.parse(f"{key}-{part}")) for part in missing)
    return tree.words("references.cites.and").join(names)


def _in_words(tree: LocalizedEdition, key: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Other articles with penalties that say the conduct in words and name none; those of other chapters apart.

    In a law with a chapter on liability its penalties stand there; what is ordered on the spot elsewhere
    (可以要求停止提供服務) does not make that chapter say more.
    """
    found = dict.fromkeys(
        article_of(str(u.provision.at))
        for u in tree.edition.coverage.unnamed
        if not u.items and any(row.rank is Rank.PENALTY for row in u.rows)
    )
    record = tree.edition.record
    below = liability_headings(record.text)
    there = {str(a.id) for a in record.text.articles if a.heading in below} or found.keys()
    links = {at: tree.article_link(at) for at in found if at != key}
    return tuple(links[at] for at in links if at in there), tuple(
        links[at] for at in links if at not in there
    )


def _remedies(tree: LocalizedEdition, index: PenaltyIndex) -> tuple[Link, ...]:
    """第六十六條（治安管理處罰、刑事責任）, one link an article."""
    out = []
    for article, group in groupby(index.general, key=lambda row: article_of(str(row.provision.at))):
        kinds = dict.fromkeys(tree.words(f"penalties.kind.{row.kind}") for row in group)
        out.append(tree.article_link(article, tree.words("references.cites.and").join(kinds)))
    return tuple(out)
