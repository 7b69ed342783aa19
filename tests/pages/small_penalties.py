"""A small law with penalties built by hand: what rows, cards and the table are tested on, without the reader of penalties."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from build_tools.model.ids import ProvisionId
from build_tools.model.layer import Layer, Layers
from build_tools.model.locale import LOCALES, Locale
from build_tools.model.penalty import (
    PENALTIES,
    SANCTION_WORDS,
    Amount,
    Duty,
    NamedBy,
    Passage,
    PenaltyItem,
    PenaltyProvision,
    PenaltyRow,
    Rank,
    SanctionWord,
    Unit,
    passage_in,
)
from build_tools.model.reference import Reference
from build_tools.model.site import LawRecord
from build_tools.model.target import Target
from build_tools.pages.localized import LocalizedEdition
from build_tools.penalties.duties import DUTIES, find_duties
from build_tools.penalties.kinds import KINDS
from tests.pages.small_law import small_law, small_tree


class SmallPenalties:
    """Rows are added one by one; their words are looked for in the line."""

    def __init__(self, text: str, references: tuple[Reference, ...] = ()) -> None:
        self.law = small_law(text, references)
        self.record = self.law.editions[0]
        self.rows: list[PenaltyRow] = []
        self.words: list[SanctionWord] = []

    def at(self, place: str, words: str) -> Passage:
        """The first place where the words stand in a line."""
        span = self.record.lines()[place]
        start = self.record.texts.shown.index(words, span.start, span.end)
        line = self.record.texts.shown[span.start : span.end]
        start -= span.start
        return passage_in(ProvisionId.parse(place), line, span, start, start + len(words))

    def duties(self, place: str, *pairs: tuple[str, str]) -> tuple[Duty, ...]:
        """Targets with the words that name them."""
        return tuple(
            Duty(target=Target.parse(target), words=self.at(place, words)) for target, words in pairs
        )

    def provision(self, place: str, **more: Any) -> PenaltyProvision:
        """A 款 that names nothing unless it is said."""
        default = {"actor": None, "duties": (), "named_by": NamedBy.NONE, "precondition": None, "items": ()}
        return PenaltyProvision(at=ProvisionId.parse(place), **default | more)

    def item(self, place: str, *pairs: tuple[str, str]) -> PenaltyItem:
        """A 項 with what it names."""
        return PenaltyItem(at=ProvisionId.parse(place), duties=self.duties(place, *pairs))

    def add(
        self, provision: PenaltyProvision, kind: str, words: str, place: str = "", **more: Any
    ) -> PenaltyRow:
        """One more row; its words stand in the 款 or in the line that is given."""
        at = provision.at
        number = sum(row.provision is provision for row in self.rows) + 1
        row = PenaltyRow(
            id=f"{'.'.join(map(str, at.article))}.{at.paragraph}-{number}", provision=provision, kind=kind,
            rank=KINDS.get(kind, Rank.PENALTY), span=self.at(place or str(at), words), item=None,
            **{"duties": provision.all_duties()} | more,
        )  # fmt: skip
        self.rows.append(row)
        return row

    def tree(self, locale: Locale = LOCALES[0]) -> LocalizedEdition:
        """The law with these rows in one tree."""
        found = {
            **self.record.layers.found,
            PENALTIES.name: Layer.of(self.rows, lambda row: str(row.provision.at)),
            SANCTION_WORDS.name: Layer.of(self.words, lambda word: str(word.words.at)),
            DUTIES.name: Layer.of(find_duties(self.record.text), lambda duty: str(duty.at)),
        }
        record = replace(self.record, layers=Layers(found))  # type: ignore[arg-type]
        return small_tree(LawRecord(self.law.manifest, (record,)), locale=locale)


def yuan(
    least: int | None, most: int | None, unit: Unit = Unit.YUAN, base: str = "", per: str = ""
) -> Amount:
    """A range."""
    low, high = (None if n is None else Decimal(n) for n in (least, most))
    return Amount(min=low, max=high, unit=unit, base=base, per=per)
