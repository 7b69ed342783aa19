"""Penalties: what a law threatens with, in rows that can each be cited. docs/penalties.md says how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from build_tools.model.ids import ProvisionId
from build_tools.model.layer import LayerKey
from build_tools.model.source import Span
from build_tools.model.target import Target


class Rank(StrEnum):
    """What kind of consequence a measure is."""

    PENALTY = "penalty"
    """An administrative penalty or order: 罰款, 責令改正."""
    MEASURE = "measure"
    """A measure beside penalties: 列入黑名單, 記入信用檔案, 不准出境."""
    LIABILITY = "liability"
    """Liability under other rules: 刑事責任, 處分, 民事責任, 治安管理處罰."""


class Branch(StrEnum):
    """The circumstance that opens a branch; no branch is the base case (一般)."""

    SERIOUS = "serious"
    ESPECIALLY_SERIOUS = "especially_serious"
    HEAVIER = "heavier"
    MINOR = "minor"
    REFUSE = "refuse"
    OVERDUE = "overdue"
    CONSEQUENCE = "consequence"
    CONSEQUENCE_GRAVE = "consequence_grave"
    REPEAT = "repeat"
    CRIME = "crime"
    PENALISED = "penalised"
    CONVICTED = "convicted"


class Subject(StrEnum):
    """On whom a measure falls, by the words of the text."""

    VIOLATOR = "violator"
    """Whoever the provision addresses; nobody is named apart from the offender."""
    UNIT = "unit"
    INDIVIDUAL = "individual"
    PERSON_OR_ORG = "person_or_org"
    RESPONSIBLE_PERSONS = "responsible_persons"
    """直接負責的主管人員和其他直接責任人員."""
    SUPERVISOR = "supervisor"
    """主管人員 alone."""
    PRINCIPAL = "principal"
    """法定代表人, 主要負責人."""
    OFFICIAL = "official"
    FOREIGN = "foreign"
    VEHICLE_DRIVER = "vehicle_driver"
    """對駕駛人, where the provision addresses somebody else."""


class Modality(StrEnum):
    """MAY only where 可以 or 可 governs the measure."""

    SHALL = "shall"
    MAY = "may"


class NamedBy(StrEnum):
    """How the text says what is violated."""

    NAMED = "named"
    """違反本法第十四條規定."""
    ITEMS = "items"
    """Each 項 names its own."""
    REFERENCE = "reference"
    """By way of another 款: 上述, 有前款行為."""
    CHAPTER = "chapter"
    """違反本法第三章規定: all its articles."""
    NONE = "none"
    """違反本法規定, or conduct in words: no article is named."""


class Reading(StrEnum):
    """How sure a row is."""

    READ = "read"
    DOUBTFUL = "doubtful"
    UNREADABLE = "unreadable"
    """The figure cannot be read; the row has no amount."""


class Unit(StrEnum):
    """What an amount counts."""

    YUAN = "yuan"
    TIMES = "times"
    PERCENT = "percent"
    PERMILLE = "permille"
    PER10000 = "per10000"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    LIFE = "life"


class GainTest(StrEnum):
    """A test on the illegal gain, the value of goods or the like."""

    NONE = "none"
    LESS = "lt"
    NONE_OR_LESS = "none_or_lt"
    AT_MOST = "le"
    """X元以下: the figure is included, as 以下 says."""
    NONE_OR_AT_MOST = "none_or_le"
    AT_LEAST = "ge"
    MORE = "gt"
    """超過X元."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters of one line of the law (款, 項 or 目): where a cell was read."""

    at: ProvisionId
    span: Span
    start: int
    """Offset of its first character in the line, an item's label included."""
    text: str
    """The characters as received."""


def passage_in(at: ProvisionId, line: str, span: Span, start: int, end: int) -> Passage:
    """Characters ``start`` to ``end`` (half-open) of a line that stands at ``span`` in its file."""
    return Passage(at, Span(span.source, span.start + start, span.start + end), start, line[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A range; None says nothing: no floor is not zero. Both ends are included (以上, 以下).

    ``base`` are the words of which times and percent are taken (違法所得), ``per`` what each counts for (平方米, 日).
    """

    min: Decimal | None
    max: Decimal | None
    unit: Unit
    base: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """A test that opens one fine: 違法所得不足二萬元. ``of`` are the words of what is tested."""

    test: GainTest
    yuan: Decimal | None
    of: str
    below: Decimal | None = None
    """The upper end of 一萬元以上不足五萬元, not included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One provision or chapter that is said to be violated, and the words that name it."""

    target: Target
    words: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyItem:
    """One 項 below the header of a 款, with the duties that it names."""

    at: ProvisionId
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyProvision:
    """What a 款 with consequences says apart from its measures."""

    at: ProvisionId
    actor: Passage | None
    """Whom it addresses, where that stands first: 電信、金融、互聯網等服務提供者."""
    duties: tuple[Duty, ...]
    """Named in the header; those of the items are in ``items``."""
    named_by: NamedBy
    precondition: Passage | None
    """尚不構成犯罪."""
    items: tuple[PenaltyItem, ...]

    def all_duties(self) -> tuple[Duty, ...]:
        """The header's, then those of its items."""
        return (*self.duties, *(duty for item in self.items for duty in item.duties))


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyRow:
    """The smallest claim that can be cited: one measure, on one subject, in one branch, in one 款.

    Every cell that is filled has a passage from which it was read; ``span`` holds the measure's own words.
    """

    id: str
    """``57.1-3``: article, 款, running number."""
    provision: PenaltyProvision
    kind: str
    """Code of `build_tools.penalties.kinds`: ``fine``, ``detention``."""
    rank: Rank
    span: Passage
    item: ProvisionId | None
    """The 項 that holds the measure itself; None for a measure in the header, which holds for all items."""
    cond: tuple[Branch, ...] = ()
    """Either of them opens the branch, unless ``cond_all``; empty: the base case."""
    cond_all: bool = False
    """True if all of ``cond`` must hold."""
    cond_words: Passage | None = None
    gain: Gain | None = None
    gain_words: Passage | None = None
    subject: Subject = Subject.VIOLATOR
    subject_words: Passage | None = None
    amount: Amount | None = None
    amount_words: Passage | None = None
    """Where the figures stand, if apart from the measure's words."""
    modality: Modality = Modality.SHALL
    cumulative: bool = False
    """True where 並 stands before the measure."""
    choice: str = ""
    """``a1``: first arm of the or-list a of its 款."""
    authority: tuple[str, ...] = ()
    """Bodies as named; empty if none is."""
    authority_words: Passage | None = None
    authority_stated: bool = False
    """True if it stands with this measure; False if it is carried from earlier in the 款, or not named."""
    duties: tuple[Duty, ...] = ()
    """What is violated; for a measure in the header with items the union of theirs."""
    to: tuple[Target, ...] = ()
    """Where 依照前款規定處罰 leads."""
    conduct: Passage | None = None
    """The words that describe the conduct, of which ``duties`` may name articles."""
    reading: Reading = Reading.READ
    doubts: tuple[str, ...] = ()
    """Codes, for which the catalogues have words."""


class Mention(StrEnum):
    """What became of a sanction word."""

    ROW = "row"
    SPOKEN_OF = "spoken-of"
    """罰款決定, 被吊銷執照的: no penalty is threatened here."""
    UNREAD = "unread"
    """未能解析: shown on the page of penalties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionWord:
    """One 罰款, 沒收, 吊銷, 拘留, 警告 … of the law and what became of it."""

    words: Passage
    mention: Mention
    reason: str = ""
    """Code of the rule by which it is only spoken of."""


PENALTIES = LayerKey[PenaltyRow]("penalties")
SANCTION_WORDS = LayerKey[SanctionWord]("sanction_words")
