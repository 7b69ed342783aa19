"""Cross references: as written (Citation) and as resolved (Reference)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.layer import LayerKey
from build_tools.model.target import Target


class ReferenceKind(StrEnum):
    """Vocabulary of the labelled examples."""

    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    RANGE = "range"
    CHAPTER = "chapter"
    RELATIVE = "relative"
    LAW = "law"
    LAW_ARTICLE = "law-article"


class Doubt(StrEnum):
    """Why a reference has no target, or why its reading could be argued; the words shown are in messages."""

    TARGET_MISSING = "target-missing"
    """This law has no such provision."""
    NO_ANTECEDENT = "no-antecedent"
    """前款 in the first 款, 前条 in the first 条."""
    RANGE_REVERSED = "range-reversed"
    RANGE_UNCLEAR = "range-unclear"
    """The two ends are of different kinds, or the range is endless."""
    AMBIGUOUS = "ambiguous"
    """More than one provision fits."""
    UNKNOWN_LAW = "unknown-law"
    """The article is of a law or document that the sentence does not name clearly."""
    OTHER_EDITION = "other-edition"
    """Another edition of this very law: 现行……法, 原……法, a law of the same name that is repealed."""
    UNIT_ORDER = "unit-order"
    """项 before 款, as in Taiwan's order."""
    ORDINAL_MISSING = "ordinal-missing"
    """第十一条至十三条: read as 第十一条至第十三条."""
    ITEM_CALLED_PARAGRAPH = "item-called-paragraph"
    """第二款 where the article has no second 款 but a second 项."""
    LAW_CARRIED = "law-carried"
    """The law was named earlier in the sentence, not beside the article."""
    PARENT_LAW = "parent-law"
    """本法 in implementing rules: the law that the rules implement, known from their title only."""
    NOT_IN_EDITION = "not-in-edition"
    """The edition of another law on this site has no such 款 or 項: the link leads to the article, or to the law."""
    SELF_NAME = "self-name"
    """本规定 in a text that is called 办法."""


class Unit(StrEnum):
    """編 分編 章 節 條 款 項 目, in this order (立法法 第六十五條)."""

    PART = "编"
    SUBPART = "分编"
    CHAPTER = "章"
    SECTION = "节"
    ARTICLE = "条"
    PARAGRAPH = "款"
    ITEM = "项"
    SUBITEM = "目"

    @property
    def rank(self) -> int:
        """0 for 編 to 7 for 目."""
        return _RANKS[self]


_RANKS = {unit: rank for rank, unit in enumerate(Unit)}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an address: 第一百二十條之一 is (ARTICLE, 120, 1)."""

    unit: Unit
    number: int
    insert: int = 0


class Lead(StrEnum):
    """Whose provision it is, by the words before it."""

    NONE = "none"
    OWN = "own"
    """本法, 本条例, 本草案."""
    LAW = "law"
    """A law by its name: 《刑法》, 民法典."""
    THAT = "that"
    """该法, 同法: the law named last."""
    ABOVE = "above"
    """上述, 前述: says nothing of the law."""
    OTHER = "other"
    """Something else that is like a law: 省实施办法第五条."""


class Anaphor(StrEnum):
    """A word that points instead of counting."""

    NONE = ""
    THIS = "本"
    PREVIOUS = "前"
    THAT = "该"


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation as it is written, before anybody asks what exists.

    ``start``, ``end`` and ``lead_start`` count code points of the text that was searched; ``lead_start`` is
    where 本法 or 《…法》 begins, equal to ``start`` if nothing stands before. A law that is named alone has an
    empty ``path`` and no anaphor. ``until`` is the far end of a range: 第十九條至第三十三條.
    """

    start: int
    end: int
    text: str
    lead_start: int
    lead: Lead = Lead.NONE
    law: str = ""
    """Name of the other law as its target says it, or the own word: 刑法, 本条例."""
    anaphor: Anaphor = Anaphor.NONE
    unit: Unit | None = None
    """Of the anaphor: 款 in 前款."""
    count: int = 1
    """Of the anaphor: 2 in 前两款, 0 in 前各款."""
    path: tuple[Step, ...] = ()
    until: tuple[Step, ...] = ()
    mark: tuple[int, int] | None = None
    """Where the word 至 of a range stands, with 本法 behind it: its first end lies before it, the last behind."""
    joined: bool = False
    """A list goes on: only 、 和 或 … stands between the citation before and this one."""
    doubt: Doubt | None = None
    """What is doubtful in the writing itself."""
    sentence: int = 0
    """Number of the sentence in the text, ended by 。"""
    clause: int = 0
    """Number of the clause in the text, ended by ；or 。"""
    opens: bool = False
    """Stands first in its clause."""
    quoted: str = ""
    """``new`` in words that an amending text puts into another law, ``plain`` in other quotation marks."""
    alias: str = ""
    """Y in 《X》（以下简称Y）."""
    title: str = ""
    """The other law as written, without 《》."""
    label: bool = False
    """Stands first in the line with a blank behind it: the number of what follows, in a law's or annex's line."""
    loose: bool = False
    """A bare 款, 项 or 目 that might count things instead: 第一款产品; to be taken only if it resolves."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a reference that lead to one target; places as in `Reference`."""

    start: int
    end: int
    target: Target


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference in one line of text (a 款, 項 or 目 of the law, or a line of prose).

    ``start`` and ``end`` count code points in that line's text (an item's text holds its label);
    ``lead_start`` is where 本法 or 《…法》 before it begins, equal to ``start`` if none. ``targets`` are in order and
    name every member of a range; empty if unresolved, and then ``doubt`` (a `Doubt`) says why.
    """

    at: str
    start: int
    end: int
    text: str
    kind: ReferenceKind
    targets: tuple[Target, ...]
    group: str | None = None
    doubt: str | None = None
    lead_start: int = -1
    mark: tuple[int, int] | None = None
    """Where the word 至 of a range stands; None for other kinds."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words that lead somewhere: both ends of a range, else all of them; empty if unresolved.

        例: 第119条到第120条 has the pieces 第119条 and 第120条.
        """
        if not self.targets:
            return ()
        first, last = self.targets[0], self.targets[-1]
        if self.mark is None or len(self.targets) < 2:
            return (Piece(self.start, self.end, first),)
        return Piece(self.start, self.mark[0], first), Piece(self.mark[1], self.end, last)

    @property
    def is_range(self) -> bool:
        """True for a range that names more than one provision."""
        return self.kind is ReferenceKind.RANGE and len(self.targets) > 1


REFERENCES = LayerKey[Reference]("references")
"""``Reference.at`` is the id of a provision, block or fragment."""
