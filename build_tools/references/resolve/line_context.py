"""State of one line while its citations are resolved, and the reading of one citation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.ids import ProvisionId
from build_tools.model.reference import Anaphor, Citation, Doubt, Lead, Unit
from build_tools.model.target import Target


class LineKind(StrEnum):
    """A provision of the law; a line of prose; a line of an annex, whose own 第三条 are not the law's."""

    LAW = "law"
    PROSE = "prose"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one citation means; ``law`` is the other law, None for this one."""

    citation: Citation
    places: tuple[Target, ...]
    law: str | None = None
    doubt: Doubt | None = None

    @property
    def whole_law(self) -> bool:
        """True if a law is named and nothing of it."""
        return self.citation.lead is Lead.LAW and not self.citation.path


@dataclass(slots=True)
class Thread:
    """State of one line while its citations are resolved."""

    kind: LineKind
    context: ProvisionId | None
    """The provision that the line is, or in prose the article that it speaks of."""
    heading: str | None
    sentence: int = 0
    law: str | None = None
    """The other law that this sentence speaks of."""
    cited: bool = False
    """That law was named with an article."""
    clause: int = 0
    """Where that law was named."""
    carried: bool = False
    """The sentence before cited an article of another law."""
    last: Target | None = None
    """The provision that this sentence cited last."""
    last_in_line: Target | None = None
    other: str | None = None
    """The other law that the line named last."""
    before: Reading | None = None
    """The citation before, if it was read."""

    @property
    def prose(self) -> bool:
        """True where people write about the law."""
        return self.kind is LineKind.PROSE

    def turn(self, citation: Citation) -> None:
        """Forget what the sentence spoke of when a new one begins."""
        if citation.sentence != self.sentence:
            self.carried = self.cited and self.law is not None and citation.sentence == self.sentence + 1
            self.sentence = citation.sentence
            self.law, self.cited, self.last = None, False, None

    def take(self, citation: Citation, reading: Reading | None) -> None:
        """Remember what a citation spoke of."""
        self.before = reading
        if reading is None:
            return
        if reading.places and not reading.whole_law:
            self.last = self.last_in_line = reading.places[-1]
        if citation.lead in (Lead.OWN, Lead.LAW) or reading.law is not None:
            self.law, self.clause = reading.law, citation.clause
            self.cited = bool(citation.path) or (self.cited and citation.joined)
        if reading.law is not None:
            self.other = reading.law
        elif citation.anaphor is not Anaphor.NONE:
            self.law = None


def is_elliptical(citation: Citation) -> bool:
    """True for 款, 项 and 目 without an article."""
    return bool(citation.path) and citation.path[0].unit.rank > Unit.ARTICLE.rank
