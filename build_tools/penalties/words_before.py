"""The words before a measure: who decides, on whom it falls, in which branch, 可以 and 并."""

from __future__ import annotations

import re

from build_tools.model.penalty import Branch, Modality, Subject
from build_tools.penalties.arms import LISTED
from build_tools.penalties.bearers import (
    Words,
    authority_in,
    finding_body,
    names_somebody,
    subject_before_ban,
    subject_in,
    subject_of,
    subject_words,
)
from build_tools.penalties.circumstances import read_condition
from build_tools.penalties.clauses import pieces
from build_tools.penalties.drafts import Place
from build_tools.penalties.measures_found import Measure
from build_tools.penalties.opened_branches import open_branch
from build_tools.penalties.standing import Standing

_PERSONS = re.compile(
    r"\A(?:并|,)?(?:对)?(?:违法行为人及)?(?:其|有关|该单位)?(?:直接负责的|负有责任的|有关责任|直接责任|负有直接责任|负责的|主管人员|法定代表人|主要负责人|负责人)[^,;。]{0,70}\Z"
)
_CONDUCT = re.compile(r"违反|有下列|有前款|未|不|擅自|的\Z|情形之一|行为之一")
_DE_TAIL = re.compile(r"(?:的|行为之一|情形之一|情况之一)(?=由(?!其)|对|可以|应当|依法|依照|并处|\Z)")
_BANS = ("industry_ban", "position_ban", "reapply_ban")
_OWES = re.compile("(?:依法)?(?:承担|负|赔偿)")
#: 被吊銷許可證的單位，其法定代表人…… (五年內不得)
_PENALISED_BEARER = re.compile(
    r"(?P<words>(?:因[^,;。]{2,20})?被(?:吊销|撤销|取缔)[^,;。]{0,24}的)(?:单位|企业|机构|公司|市场主体),其"
)
_JOINING = ("、", "和", "及", "以及", "与", "或", "直至", ",直至")


def read_gap(
    number: int,
    text: str,
    at: int,
    measure: Measure,
    state: Standing,
    joint: str,
    *,
    opens: bool,
    first: bool,
) -> None:
    """The words between the measure before (or the limb's beginning) and this one.

    例: 并可以由有關主管部門 before 責令暫停相關業務 gives ``may``, ``cumulative`` and the authority.
    """
    gap = text[at : measure.start]
    listed = joint in LISTED
    state.begin_gap(listed=listed)
    if gap.startswith("外"):
        state.modality = Modality.SHALL  # 除可以沒收證件外，並處以警告
    if joint == "comma" and state.gain and measure.kind != "fine":
        state.gain, state.gain_at = None, None
    parts, tail = _cut(text, at, measure.start)
    if parts:
        _read_parts(number, text, parts, state, opens=opens, first=first)
        if opens and "由" not in text[parts[0].end : measure.start] and state.authority is None:
            body = finding_body(text, parts[0].start, parts[0].end)
            if body:
                state.authority, state.stated = Place(number, body), True
    _read_tail(number, text, tail, state)
    if not listed:
        _bearer_by_kind(number, text, at, measure, state)


def _bearer_by_kind(number: int, text: str, at: int, measure: Measure, state: Standing) -> None:
    """On whom, where the kind of the measure tells how the words before it are meant."""
    after = _PENALISED_BEARER.match(text, at, measure.start) if measure.kind in _BANS else None
    if after and not state.cond:
        state.cond, state.cond_at = (Branch.PENALISED,), Place(number, Words(at, after.end("words")))
    if state.subject_here:
        if measure.kind == "civil" and _OWES.match(text, measure.start):
            state.subject, state.subject_at = Subject.VIOLATOR, None  # 對用戶承擔責任: to whom it is owed
        return
    if measure.kind in _BANS:
        who = subject_before_ban(text, at, measure.start)
        if who:
            state.subject, state.subject_at = who[0], Place(number, who[1])
    elif state.split and text.startswith(",并", at) and measure.kind.startswith("confiscate"):
        # 對單位處……，對個人處……，並沒收: again whoever is addressed
        state.subject, state.subject_at = Subject.VIOLATOR, None


def _cut(text: str, start: int, end: int) -> tuple[list[Words], Words]:
    """The pieces before the last comma, and what stands directly before the measure; ……的由 is cut behind 的."""
    parts = list(pieces(text, start, end))
    tail = Words(end, end) if text[start:end].endswith(",") or not parts else parts.pop()
    words = text[tail.start : tail.end]
    if not words:
        return parts, tail
    stop = next(
        (
            tail.start + found.end()
            for found in _DE_TAIL.finditer(words)
            if not re.search("由|对", words[: found.end()])
        ),
        tail.start,
    )
    if stop == tail.start:
        found = read_condition(text, tail.start, tail.end)
        stop = max(stop, found.end) if found.start == tail.start else stop
    if stop == tail.start:
        return parts, tail
    return [*parts, Words(tail.start, stop)], Words(stop, tail.end)


def _read_parts(
    number: int, text: str, parts: list[Words], state: Standing, *, opens: bool, first: bool
) -> None:
    conducts: list[Words] = []
    described = max((n for n, p in enumerate(parts) if text[p.start : p.end].endswith("的")), default=-1)
    for n, piece in enumerate(parts):
        words = text[piece.start : piece.end]
        if words.endswith("的"):
            conducts.append(piece)
            continue
        if _PERSONS.match(words):
            named = subject_in(text, piece.start, piece.end) or (subject_of(words), piece)
            _set_subject(number, text, piece.start, state, *named)
            state.modal(words)
            continue
        authority = authority_in(text, piece.start, piece.end, bare=not (opens and n <= described))
        if authority:
            state.authority, state.stated = Place(number, authority), True
            state.modal(words)
        who = subject_in(text, authority.end if authority else piece.start, piece.end)
        if who and not _CONDUCT.search(words[:2]):
            _set_subject(number, text, piece.start, state, *who)
            state.modal(words)
        elif not authority:
            conducts.append(piece)
            if n > described and words.startswith(("可以", "可根据", "并可")):
                state.modal(words)  # 可以根據其造成的危害後果，責令停業
        if words.startswith("并") and not first:
            state.cumulative = state.plus_here = True  # 并報經有批准權的人民政府批准，責令停業
    open_branch(number, text, conducts, state, opens=opens, first=first)


def _set_subject(number: int, text: str, start: int, state: Standing, subject: Subject, at: Words) -> None:
    """``start``: where the words before 對 begin."""
    found = read_condition(text, at.start, at.end)
    if found.cond and {*found.cond} <= {
        Branch.PENALISED,
        Branch.OVERDUE,
        Branch.REPEAT,
    }:  # 對上述被行政處罰的個人和組織
        state.cond, state.cond_at = found.cond, Place(number, Words(at.start, found.end))
    named = subject is not Subject.VIOLATOR or names_somebody(text[at.start : at.end])
    place = Place(number, subject_words(text, at.start, at.end, subject)) if named else None
    state.falls_on(subject, place, text[start : at.start])


def _read_tail(number: int, text: str, tail: Words, state: Standing) -> None:
    """The words directly before a measure: 并可以由有關主管部門, 對單位, 或者."""
    words = text[tail.start : tail.end]
    if not words:
        return
    start = tail.start + len(words) - len(words.lstrip("、和或者并及以直至与"))
    who = subject_in(text, tail.start, tail.end)
    stop = who[1].start - 1 if who else tail.end
    body = authority_in(text, start, stop, bare=True) or (
        authority_in(text, who[1].end, tail.end, bare=True) if who else None
    )
    if who or _PERSONS.match(words):
        _set_subject(number, text, tail.start, state, *(who or (subject_of(words), tail)))
    if body:
        state.authority, state.stated = Place(number, body), True
        if not state.may_here and not words.startswith(_JOINING):
            state.modality = Modality.SHALL
    state.modal(words)


def read_head_alone(number: int, text: str, limb: Words, state: Standing, *, opens: bool) -> None:
    """A limb without a measure: 違反本法規定，有下列情形之一的： the measures stand in the items."""
    parts = list(pieces(text, limb.start, limb.end))
    for piece in parts:
        words = authority_in(text, piece.start, piece.end, bare=False)
        if words and not text[piece.start : piece.end].endswith("的"):
            state.authority, state.stated = Place(number, words), True
    open_branch(number, text, parts, state, opens=opens)
