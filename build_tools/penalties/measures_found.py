"""A measure as it stands in one folded line, before anybody asks on whom it falls."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.penalties.amounts import Range


@dataclass(frozen=True, slots=True, kw_only=False)
class Measure:
    """Characters ``start`` to ``end`` (half-open) of a folded line; ``kind`` as in `build_tools.penalties.kinds`."""

    start: int
    end: int
    kind: str
    range: Range | None = None
    base: str = ""
    per: str = ""
    unreadable: bool = False
    doubts: tuple[str, ...] = ()
    amount_at: tuple[int, int] | None = None
    """Where the figures stand, if apart from the measure's words."""
