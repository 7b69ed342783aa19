"""The logarithmic scale on which the table draws ranges in yuan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from build_tools.model.penalty import Amount, Unit
from build_tools.pages.messages import Messages

WIDTH = 120
_LEAST_WIDTH = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One range; ``side`` is where it fades because no end is stated: ``left``, ``right`` or ""."""

    x: str
    width: str
    side: str


@dataclass(frozen=True, slots=True)
class YuanTick:
    """One power of ten with its words."""

    x: str
    words: str


@dataclass(frozen=True, slots=True)
class YuanScale:
    """Powers of ten from the lowest to the highest that a law needs."""

    low: int
    high: int

    @classmethod
    def of(cls, amounts: Iterable[Amount | None]) -> YuanScale:
        """The scale that holds all of these; two decades at least."""
        ends = [float(n) for a in amounts if a and a.unit is Unit.YUAN for n in (a.min, a.max) if n]
        low = floor(log10(min(ends))) if ends else 3
        high = ceil(log10(max(ends))) if ends else 6
        return cls(min(low, high - 2), high)

    def bar(self, amount: Amount | None) -> Bar | None:
        """Where a range lies; a missing end is no number, so the bar fades there. None for other units."""
        if amount is None or amount.unit is not Unit.YUAN or amount.per:
            return None
        least = self._at(float(amount.min)) if amount.min else None
        most = self._at(float(amount.max)) if amount.max else None
        if least is None and most is None:
            return None
        start, end = least if least is not None else 0.0, most if most is not None else float(WIDTH)
        if end - start < _LEAST_WIDTH:
            start, end = max(0.0, end - _LEAST_WIDTH), max(end, float(_LEAST_WIDTH))
        side = "left" if least is None else "right" if most is None else ""
        return Bar(f"{start:.1f}", f"{end - start:.1f}", side)

    def ticks(self, words: Messages) -> tuple[YuanTick, ...]:
        """At most three of its powers of ten, so that their words do not meet: 1 萬, 100 萬."""
        step = max(1, ceil((self.high - self.low) / 2))
        powers = range(self.low, self.high + 1, step)
        return tuple(YuanTick(f"{self._at(10**p):.1f}", _power_words(p, words)) for p in powers)

    def _at(self, yuan: float) -> float:
        return max(0.0, (log10(yuan) - self.low) / (self.high - self.low) * WIDTH)


def _power_words(power: int, words: Messages) -> str:
    for size, scale in ((8, "yi"), (4, "wan")):
        if power >= size:
            return words(f"penalties.amount.{scale}", number=f"{10 ** (power - size):,}")
    return f"{10**power:,}"
