"""Sanctions that are only spoken of: 罰款決定, 被吊銷執照的, 警告標誌."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.penalties.measures_found import Measure
from build_tools.text.patterns import read_patterns

_P = read_patterns(Path(__file__).parent / "mentions.toml")
_AFTER = {name: pattern for name, pattern in _P.items() if name.startswith("after_")}
#: Words that end right before a measure are looked for in so many characters.
_NEAR = 40
_BEFORE = {name: pattern for name, pattern in _P.items() if name.startswith("before_")}
_ANY_BEFORE = re.compile("|".join(pattern.pattern for pattern in _BEFORE.values()))
#: Measures that are also what offices and others simply have to do, or failed to do.
_PLAIN_DUTIES = frozenset(("publicity", "order_other", "substitute", "credit_record", "seize"))
_OFTEN_DUTIES = _PLAIN_DUTIES | {"close_down", "mitigation", "revoke_registration", "seize"}
#: What is imposed by a decision of its own: 作出限制其投資的決定.
_DECIDED = frozenset(("asset_freeze", "exit_ban", "entry_ban", "invest_restriction"))
_ORDERED = re.compile("责令|勒令")


def spoken_of(text: str, start: int, end: int, at: int, measure: Measure) -> str:
    """Why the measure is no threat, as the name of the rule in mentions.toml; "" if it is one.

    ``text[start:end]`` is its limb, ``at`` where the measure before it ends.
    """
    before, after = text[max(start, at) : measure.start], text[measure.end : end]
    if measure.kind in _DECIDED and _P["by_decision"].search(text[start : measure.start]):
        return ""  # 可以作出凍結財產、限制投資等決定
    for name, pattern in _AFTER.items():
        if pattern.match(after):
            return name
    near = before[-_NEAR:]
    for name, pattern in _BEFORE.items() if _ANY_BEFORE.search(near) else ():
        if pattern.search(near):
            return name
    if _P["stated"].match(before):
        return "before_stated"
    lead = text[start : measure.start]
    if "所称" in lead and _P["defined"].search(lead):
        return "defined"
    if "," not in lead and _P["competence"].match(after):
        return "competence"
    if measure.kind in _OFTEN_DUTIES and not _ORDERED.match(text, measure.start):
        if _P["soft_undone"].search(near):
            return "soft_undone"
        if measure.kind in _PLAIN_DUTIES and _P["soft_duty"].search(near):
            return "soft_duty"
    return ""
