"""Where a measure is a consequence of something done, and not a power, a plan or a list of kinds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_tools.model.law import LawText
from build_tools.model.penalty import Modality, Subject
from build_tools.penalties.drafts import Draft
from build_tools.penalties.lines import Line
from build_tools.text.compact import compact
from build_tools.text.patterns import read_patterns
from build_tools.text.script import fold_script

_P = read_patterns(Path(__file__).parent / "consequence.toml")
#: Measures that are hardly ever anything but a penalty, wherever they stand.
_HARD = frozenset(
    (
        *(
            "warning",
            "criticism",
            "fine",
            "confiscate_gains",
            "confiscate_goods",
            "confiscate",
            "revoke_permit",
        ),
        *("revoke_licence", "detention", "suspend_operation", "suspend_permit", "daily_fine", "added_fine"),
        "downgrade",
    )
)


#: Measures that answer a conduct whenever one is described before them.
_CLEAR = frozenset(
    ("order_correct", "order_stop", "discipline", "criminal", "public_security", "legal_liability", "aggravation",
     "mitigation", "disqualify", "close_down", "revoke_registration", "refer", "refer_other_law", "expel")
)  # fmt: skip
_BANS = frozenset(("industry_ban", "position_ban", "reapply_ban"))
_ANSWERS = _CLEAR - {"revoke_registration", "mitigation", "refer", "refer_other_law", "close_down"}


def liability_headings(law: LawText) -> frozenset[str]:
    """Ids of the chapters on liability, 法律責任 or 罰則, and of the sections below them."""
    found: set[str] = set()
    for heading in law.headings:
        title = compact(fold_script(heading.title))[0]
        if heading.parent in found or _P["liability"].search(title):
            found.add(heading.id)
    return frozenset(found)


def punishes(lines: Sequence[Line], draft: Draft) -> bool:
    """Is it a penalty for conduct, so that whatever else its article says of such conduct is a consequence too?"""
    if draft.measure.kind in _HARD:
        return draft.conduct is not None and threatens(lines, draft, liability=False)
    return draft.measure.kind in _CLEAR and threatens(lines, draft, liability=False)


def threatens(lines: Sequence[Line], draft: Draft, *, liability: bool) -> bool:
    """Is the measure the consequence of a conduct? ``liability``: it stands in a chapter on liability.

    Elsewhere only conduct that is plainly wrong (違反, 擅自, 未按照 … 的) has consequences; 查封 in the course of an
    inspection, or a list of the kinds of penalties, threatens nobody.
    """
    line = lines[draft.line]
    if draft.line and _P["forbidden"].search(lines[0].text) and not line.text.rstrip(";。").endswith("罚款"):
        return False
    conduct = ""
    if draft.conduct:
        place = draft.conduct
        conduct = lines[place.line].text[place.words.start : place.words.end]
    if draft.subject_at:
        at = draft.subject_at
        conduct += lines[at.line].text[at.words.start : at.words.end] + "的"
    opened = bool(conduct or draft.cond or draft.gain)
    wrong = bool(_P["wrong"].search(conduct)) or bool(draft.cond)
    if draft.measure.kind in _BANS and not wrong and not _P["wrong"].search(line.text[: draft.measure.start]):
        return False  # 離職兩年內不得任職 is a duty
    if liability:
        return (
            opened
            or draft.authority is not None
            or draft.subject is not Subject.VIOLATOR
            or _ordered(line, draft)
        )
    if draft.measure.kind in _HARD:
        return (
            opened or draft.authority is not None or draft.modality is Modality.MAY or _ordered(line, draft)
        )
    described = _P["described"].search(conduct) is not None or bool(draft.cond)
    return described and (wrong or draft.measure.kind in _ANSWERS)


def _ordered(line: Line, draft: Draft) -> bool:
    words = line.text[draft.measure.start : draft.measure.end]
    return _P["ordered"].match(words) is not None
