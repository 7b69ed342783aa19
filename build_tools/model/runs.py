"""One text in both scripts, with what is said about its words: ready to be written out, no HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script, Variant, Variants

#: Joiners and fillers that nobody sees and that change what is found and copied.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)


class MarkKind(StrEnum):
    """What a marked stretch is; the order of nesting is `build_tools.render.marks` its business."""

    LINK = "ref"
    """A reference: 第十四條."""
    SAYS = "says"
    """Words that an opinion quotes, seen from the opinion: a link to the row they stand in."""
    QUOTED = "quoted"
    """Words of the law that an opinion quotes: marked, with the opinion's number behind them."""
    NOTED = "noted"
    """Words that an editor's note is about."""
    LAYER = "layer-mark"
    """Words that a layer marks at the reader's wish; ``ref`` is the layer's name, ``href`` what it says of them."""
    CITING = "citing"
    """Words that cite, seen in the sentence they stand in."""
    FIGURE = "figure"
    """A measure of a penalty; ``ref`` is the row's id, by which links lead here: ``57.1-3``."""
    MEASURE = "measure"
    """The words of the measure that a sentence is shown for."""
    READ = "read"
    """Other words of that sentence in which a cell of the row was read."""
    DIFFERENT = "different"
    POINT = "point"
    """The first sentence of an opinion."""
    STRONG = "strong"
    EM = "em"
    CODE = "code"
    INVISIBLE = "invisible"
    """A character that has no shape of its own, as U+200B: its code is said behind it."""
    OUTSIDE = "outside"
    """A link that the author of an opinion wrote, to another site."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` (half-open) of a source file or, once placed, of a run's text."""

    start: int
    end: int
    kind: MarkKind
    href: str = ""
    """Relative to a page one level below the edition's front page."""
    note: str = ""
    """Number or words that stand behind the stretch and are no part of the text."""
    ref: str = ""
    """Of a link to one end of a range: first and last target and their number, ``art-19 art-33 15``."""


@dataclass(frozen=True, slots=True)
class Run:
    """A text in one script. ``rule`` is "" if it is the source in display form, else the converter's rule."""

    text: str
    script: Script
    place: str
    rule: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A text as received and in the other script (None where it was not converted)."""

    source: Run
    derived: Run | None

    @property
    def same(self) -> bool:
        """True if both scripts write it alike, as （三）, or if there is one only: it is shown once."""
        return self.derived is None or self.derived.text == self.source.text

    def in_script(self, script: Script) -> Run:
        """The run in this script, the source if there is no other."""
        return self.source if self.derived is None or self.source.script is script else self.derived

    def ordered(self, first: Script) -> tuple[Run, ...]:
        """Both runs, the one in ``first`` in front; one run if both are written alike."""
        if self.derived is None or self.same:
            return (self.source,)
        return (self.source, self.derived) if self.source.script is first else (self.derived, self.source)


@dataclass(frozen=True, slots=True)
class Texts:
    """Any stretch of one source file in display form and in the other script."""

    script: Script
    rule: str
    shown: str
    """The whole file in display form, as long as the file."""
    units: tuple[Variant, ...]
    exact: dict[Span, Variant]

    @classmethod
    def of(cls, source: SourceFile, variants: Variants) -> Texts:
        """Prepare one file."""
        shown = list(source.text)
        for offset, char in variants.substitutions:
            shown[offset] = char
        units = tuple(variants.units[s] for s in sorted(variants.units))
        return cls(variants.script, variants.rule, "".join(shown), units, dict(variants.units))

    def pair(self, span: Span, marks: Iterable[Mark] = ()) -> Pair:
        """The stretch in both scripts; ``marks`` have offsets in the file and are cut to the stretch."""
        shown = self.shown[span.start : span.end]
        mine = [m for m in marks if _touches(m, span)]
        for found in _INVISIBLE.finditer(shown):
            at = span.start + found.start()
            mine.append(Mark(at, at + 1, MarkKind.INVISIBLE, "", f"U+{ord(found.group()):04X}"))
        source = Run(shown, self.script, str(span), "", tuple(_placed(m, span) for m in mine))
        unit = self.exact.get(span) or self._around(span)
        if unit is None:
            return Pair(source, None)
        base, (start, end) = unit.span.start, unit.offsets.map_span(
            span.start - unit.span.start, span.end - unit.span.start
        )  # fmt: skip
        placed = []
        for m in mine:
            a, b = unit.offsets.map_span(max(m.start, span.start) - base, min(m.end, span.end) - base)
            placed.append(
                Mark(a - start, b - start, m.kind, m.href, m.note if m.end <= span.end else "", m.ref)
            )
        derived = Run(unit.text[start:end], self.script.other, str(span), self.rule, tuple(placed))
        return Pair(source, derived)

    def say(self, span: Span, script: Script) -> str:
        """The stretch in one script, plain: for a title, a list of links, a message."""
        return self.pair(span).in_script(script).text

    def _around(self, span: Span) -> Variant | None:
        """The smallest unit that holds the stretch, for a part of a line that is no unit itself."""
        last = bisect_right(self.units, (span.start, 1 << 60), key=lambda v: (v.span.start, v.span.end))
        held = [
            v for v in self.units[max(0, last - 8) : last]
            if v.span.source == span.source and v.span.start <= span.start and v.span.end >= span.end
        ]  # fmt: skip
        return min(held, key=lambda v: v.span.end - v.span.start, default=None)


def _touches(mark: Mark, span: Span) -> bool:
    if mark.start == mark.end:
        return span.start <= mark.start <= span.end
    return mark.start < span.end and mark.end > span.start


def _placed(mark: Mark, span: Span) -> Mark:
    start, end = max(mark.start, span.start), min(mark.end, span.end)
    note = mark.note if mark.end <= span.end else ""
    return Mark(start - span.start, end - span.start, mark.kind, mark.href, note, mark.ref)
