"""Sanctions that are only spoken of: 罰款決定, 被吊銷執照的, 警告標誌."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.penalties.measures_found import Measure
from build_tools.text.patterns import read_patterns

#: Measures that are also what offices and others simply have to do, or failed to do.
_SOFT = frozenset(
    (
        "publicity",
        "close_down",
        "order_other",
        "substitute",
        "mitigation",
        "revoke_registration",
        "credit_record",
        "seize",
    )
)
_ORDERED = re.compile("责令|勒令")
_P = read_patterns(Path(__file__).parent / "mentions.toml")


def spoken_of(text: str, start: int, end: int, at: int, measure: Measure) -> str:
    """Why the measure is no threat, as the name of the rule in mentions.toml; "" if it is one.

    ``text[start:end]`` is its limb, ``at`` where the measure before it ends.
    """
    before, after = text[max(start, at) : measure.start], text[measure.end : end]
    for name, pattern in _P.items():
        side, _, _ = name.partition("_")
        if (
            side == "soft"
            and measure.kind in _SOFT
            and not _ORDERED.match(text, measure.start)
            and pattern.search(before)
        ):
            return name
        if side == "after" and pattern.match(after):
            return name
        if side == "before" and pattern.search(before):
            return name
    return ""
