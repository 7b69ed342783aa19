"""The lines of a 款 as penalties are read from them: folded, without blanks, with the way back to the file."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Item, Paragraph, walk_items
from build_tools.model.penalty import Passage, passage_in
from build_tools.model.source import Span
from build_tools.penalties.bearers import Words
from build_tools.text.compact import compact
from build_tools.text.script import fold_script


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One 款, 項 or 目. Places in ``text`` are half-open and count its characters."""

    at: ProvisionId
    written: str
    """As received, an item's label included."""
    span: Span
    folded: str
    """In Simplified, as long as it is written."""
    text: str
    """Folded, half-width and without blanks: what is read."""
    places: tuple[int, ...] | None
    """Where each character of ``text`` is written; None if nowhere a blank was dropped."""
    start: int
    """Where its own text begins, behind the label of an item."""

    @property
    def item(self) -> ProvisionId | None:
        """Its id if it is an item."""
        return self.at if self.at.item else None

    def passage(self, words: Words) -> Passage:
        """Words of ``text`` in the file."""
        start, end = words.start, words.end
        if self.places is not None:
            start, end = self.places[start], self.places[end - 1] + 1
        return passage_in(self.at, self.written, self.span, start, end)

    def as_written(self, words: str, near: Words) -> str:
        """Words that stand in ``text``, at or behind ``near`` if they do more than once, as received."""
        at = self.text.find(words, near.start) if words else -1
        at = self.text.find(words) if at < 0 and words else at
        return self.passage(Words(at, at + len(words))).text if at >= 0 else words


def lines_of(paragraph: Paragraph) -> tuple[Line, ...]:
    """The 款 itself, then all below it in reading order."""
    return (_line(paragraph), *map(_line, walk_items(paragraph.items)))


def _line(line: Paragraph | Item) -> Line:
    folded = fold_script(line.text)
    text, places = compact(folded)
    start = line.body_span.start - line.span.start if isinstance(line, Item) else 0
    if start and places is not None:
        start = sum(place < start for place in places)
    return Line(
        at=line.id, written=line.text, span=line.span, folded=folded, text=text,
        places=None if places is None else tuple(places), start=start,
    )  # fmt: skip
