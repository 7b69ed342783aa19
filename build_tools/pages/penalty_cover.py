"""Which provisions the penalties of an edition name, and which not: computed from rows, references and duties.

Nothing is inferred from likeness: a penalty that describes conduct covers no article here unless it names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, LawText, walk_lines
from build_tools.model.penalty import PENALTIES, NamedBy, PenaltyProvision, PenaltyRow, Rank
from build_tools.model.site import EditionRecord
from build_tools.pages.measure_tables import GENERAL_WORDS
from build_tools.penalties.duties import DUTIES, Bearer, DutySentence
from build_tools.text.fold import fold_characters

#: Kinds of `build_tools.penalties.kinds` that order something and punish nothing.
ORDERS = frozenset({"order_correct", "order_stop", "order_other"})
#: Kinds that only measure another penalty.
_DEGREES = frozenset({"mitigation", "aggravation"})
#: Ways to defend oneself, no consequence of a breach.
_DEFENCES = frozenset({"review"})
#: Measures that follow any penalty or breach: 記入信用檔案.
_FOLLOWING = frozenset({"credit_record", "blacklist", "publicity", "other_sanction"})


class CoverState(StrEnum):
    """What the penalties make of an article."""

    PUNISHED = "punished"
    """Named as violated, with all its 款."""
    PARTLY = "partly"
    """Only some of its 款 or 項 are named."""
    GAP = "gap"
    """It binds somebody other than authorities, and no penalty names it."""
    PENAL = "penal"
    """It holds penalties itself, and none names it."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A 款 with penalties that say in words what they punish."""

    provision: PenaltyProvision
    rows: tuple[PenaltyRow, ...]
    items: tuple[ProvisionId, ...]
    """Only these 項 name no article; empty if the whole 款 names none."""


@dataclass(frozen=True, slots=True)
class Named:
    """A provision that is named as violated, and the rows that name it."""

    at: ProvisionId
    rows: tuple[PenaltyRow, ...]


@dataclass(frozen=True)
class Coverage:
    """All of it, each list in the order of the law."""

    states: Mapping[str, CoverState]
    """By the id of the article."""
    named: Mapping[str, tuple[PenaltyRow, ...]]
    """Rows that name an article or a part of it, by the id of the article."""
    gaps: tuple[DutySentence, ...]
    """Duties of others than authorities whose 款 no penalty names."""
    office_gaps: tuple[DutySentence, ...]
    """The same of authorities."""
    unnamed: tuple[Unnamed, ...]
    orders: tuple[tuple[PenaltyRow, ...], ...]
    """The rows of each 款 that orders and does nothing more."""
    without_duty: tuple[Named, ...]
    """Provisions that are named one by one and hold no word of duty."""
    left_out: tuple[Named, ...]
    """款 and 項 that are not named, of articles of which others are; with the rows that name those."""
    general: tuple[PenaltyRow, ...]
    """Consequences of a breach whatever its article: 依法追究刑事責任, 記入信用檔案."""

    def state_of(self, article: str) -> CoverState:
        """``art-18`` -> GAP; NONE for an article that is not there."""
        return self.states.get(article, CoverState.NONE)

    def count(self, state: CoverState) -> int:
        """How many articles are so."""
        return sum(found is state for found in self.states.values())


def coverage(record: EditionRecord) -> Coverage:
    """What the penalties of an edition name and what not. 例: 第六十條（二）names 第三十四條至第四十三條."""
    text, rows = record.text, record.layers[PENALTIES].items
    groups = _by_provision(rows)
    naming = _naming(text, rows)
    penal = {str(g[0].provision.at) for g in groups if any(r.rank is not Rank.MEASURE for r in g)}
    known = penal | naming.keys()
    loose = [
        duty
        for duty in record.layers[DUTIES].items
        if known.isdisjoint(_lines(duty)) and not _imposes(duty, rows)
    ]
    office = {duty for duty in loose if duty.bearer is Bearer.AUTHORITY}
    gaps = tuple(duty for duty in loose if duty not in office)
    return Coverage(
        states={str(a.id): _state(a, groups, naming, gaps) for a in text.articles},
        named=_by_article(naming),
        gaps=gaps,
        office_gaps=tuple(duty for duty in loose if duty in office),
        unnamed=tuple(_unnamed(group for group in groups if not _is_general(group, record))),
        orders=tuple(_orders(groups)),
        without_duty=tuple(_without_duty(text, rows, record.layers[DUTIES].items)),
        left_out=tuple(_left_out(text, naming)),
        general=tuple(row for group in groups if _is_general(group, record) for row in group),
    )


def _by_provision(rows: Iterable[PenaltyRow]) -> list[tuple[PenaltyRow, ...]]:
    found: dict[ProvisionId, list[PenaltyRow]] = {}
    for row in rows:
        found.setdefault(row.provision.at, []).append(row)
    return [tuple(group) for group in found.values()]


def _names(row: PenaltyRow) -> bool:
    """Does it threaten whoever violates what it names?"""
    return row.rank is not Rank.MEASURE and row.kind not in _DEGREES | _DEFENCES


def _naming(text: LawText, rows: Iterable[PenaltyRow]) -> dict[str, tuple[PenaltyRow, ...]]:
    """Rows by the ids of the 款 and 項 that they name, be it by their article or chapter.

    Here and below rows are told apart by their ids: to hash a row is to hash all that it holds.
    """
    under = _articles_under(text)
    articles = {article.id.article: article for article in text.articles}
    found: dict[str, dict[str, PenaltyRow]] = {}
    for row in filter(_names, rows):
        for duty in row.duties:
            at, heading = duty.target.provision, duty.target.heading
            if duty.target.law is not None:
                continue
            here = (articles[at.article],) if at and at.article in articles else under.get(heading or "", ())
            lines = (line.id for article in here for line in walk_lines(article))
            for line in lines:
                if at is None or at.contains(line):
                    found.setdefault(str(line), {})[row.id] = row
    return {line: tuple(rows.values()) for line, rows in found.items()}


def _lines(duty: DutySentence) -> Iterator[str]:
    """A sentence of which one 項 is named is not wholly without a penalty."""
    yield str(duty.at)
    yield from (str(item.at) for item in duty.items)


def _imposes(duty: DutySentence, rows: Iterable[PenaltyRow]) -> bool:
    """The sentence holds a measure: ……的，應當依法凍結 says what follows, and is no duty that goes unpunished."""
    return any(duty.span.start <= row.span.span.start < duty.span.end for row in rows)


def _articles_under(text: LawText) -> dict[str, list[Article]]:
    parents = {heading.id: heading.parent for heading in text.headings}
    found: dict[str, list[Article]] = {}
    for article in text.articles:
        here = article.heading
        while here:
            found.setdefault(here, []).append(article)
            here = parents.get(here)
    return found


def _by_article(naming: Mapping[str, tuple[PenaltyRow, ...]]) -> dict[str, tuple[PenaltyRow, ...]]:
    found: dict[str, dict[str, PenaltyRow]] = {}
    for line, rows in naming.items():
        article = str(ProvisionId(ProvisionId.parse(line).article))
        found.setdefault(article, {}).update((row.id, row) for row in rows)
    return {article: tuple(rows.values()) for article, rows in found.items()}


def _state(
    article: Article,
    groups: Iterable[tuple[PenaltyRow, ...]],
    naming: Mapping[str, tuple[PenaltyRow, ...]],
    gaps: Iterable[DutySentence],
) -> CoverState:
    named = {str(line.id) in naming for line in walk_lines(article)}
    if named == {True}:
        return CoverState.PUNISHED
    if True in named:
        return CoverState.PARTLY
    own = [row for group in groups for row in group if row.provision.at.article == article.id.article]
    if any(row.rank is Rank.PENALTY and not _only_told(row) for row in own):
        return CoverState.PENAL
    if any(gap.at.article == article.id.article for gap in gaps):
        return CoverState.GAP
    return CoverState.NONE


def _only_told(row: PenaltyRow) -> bool:
    """An order that answers no violation: 可以發布告誡書，責令其停止實施."""
    return row.kind in ORDERS and not row.duties and row.conduct is None


def _unnamed(groups: Iterable[tuple[PenaltyRow, ...]]) -> Iterator[Unnamed]:
    for group in groups:
        provision = group[0].provision
        telling = tuple(row for row in group if _is_sanction(row))
        if not telling:
            continue
        if not any(row.duties or row.to for row in group):
            yield Unnamed(provision, telling, ())
        elif not provision.duties and any(item.duties for item in provision.items):
            silent = tuple(item.at for item in provision.items if not item.duties)
            if silent:
                yield Unnamed(provision, telling, silent)


def _is_sanction(row: PenaltyRow) -> bool:
    """A penalty or a measure that somebody feels; no order, no liability under other rules."""
    if row.rank is Rank.MEASURE:
        return row.kind not in _FOLLOWING
    return row.rank is Rank.PENALTY and row.kind not in ORDERS | _DEGREES


def _is_general(group: tuple[PenaltyRow, ...], record: EditionRecord) -> bool:
    """違反本法規定，構成犯罪的，依法追究刑事責任; also what officials answer for: 玩忽職守的，依法給予處分."""
    if any(row.rank is Rank.PENALTY or row.duties or row.kind in _DEFENCES for row in group):
        return False
    if not all(row.rank is Rank.LIABILITY or row.kind in _FOLLOWING for row in group):
        return False
    if all(row.kind == "discipline" for row in group):
        return True
    article = record.text.article(group[0].provision.at)
    lines = walk_lines(article) if article else ()
    text = "".join(line.text for line in lines if line.id == group[0].provision.at)
    return GENERAL_WORDS.search(fold_characters(text)) is not None


def _orders(groups: list[tuple[PenaltyRow, ...]]) -> Iterator[tuple[PenaltyRow, ...]]:
    goes_on = {g[0].provision.at.article for g in groups if g[0].provision.named_by is NamedBy.REFERENCE}
    for group in groups:
        if all(row.kind in ORDERS for row in group) and group[0].provision.at.article not in goes_on:
            yield group


def _without_duty(
    text: LawText, rows: Iterable[PenaltyRow], duties: Iterable[DutySentence]
) -> Iterator[Named]:
    """Named by its own number, not as one of a chapter: 違反本法第十七條第一款規定."""
    held = [duty.at for duty in duties] + [item.at for duty in duties for item in duty.items]
    exists = text.ids()
    found: dict[ProvisionId, dict[str, PenaltyRow]] = {}
    for row in filter(_names, rows):
        for duty in row.duties:
            at = duty.target.provision
            if at and duty.target.law is None and str(at) in exists:
                found.setdefault(at, {})[row.id] = row
    for at in sorted(found):
        if not any(at.contains(duty) for duty in held):
            yield Named(at, tuple(found[at].values()))


def _left_out(text: LawText, naming: Mapping[str, tuple[PenaltyRow, ...]]) -> Iterator[Named]:
    for article in text.articles:
        lines = [line.id for line in walk_lines(article)]
        rows = {row.id: row for line in lines for row in naming.get(str(line), ())}
        if not rows:
            continue
        whole: ProvisionId | None = None
        for line in (line for line in lines if str(line) not in naming):
            below = [inner for inner in lines if inner != line and line.contains(inner)]
            if any(str(inner) in naming for inner in below) or (whole and whole.contains(line)):
                continue
            whole = line
            yield Named(line, tuple(rows.values()))
