"""The rows of one 款, read from left to right: what each measure stands under and on whom it falls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.model.penalty import Rank, Subject
from build_tools.penalties.arms import chains, choose, joint_of
from build_tools.penalties.bearers import Words, subject_within
from build_tools.penalties.clauses import limbs, sentences
from build_tools.penalties.drafts import Draft, ParagraphReading, Place
from build_tools.penalties.kinds import KINDS
from build_tools.penalties.lines import Line
from build_tools.penalties.measures import find_measures
from build_tools.penalties.measures_found import Measure
from build_tools.penalties.mentions import spoken_of
from build_tools.penalties.standing import Standing
from build_tools.penalties.words_before import read_gap, read_head_alone

_HANDED = re.compile("移送|提请|报请")
_BANS = ("industry_ban", "position_ban", "reapply_ban")
#: The commonest kinds whose own words never say on whom.
_NAMELESS = frozenset(
    ("fine", "warning", "confiscate_gains", "confiscate_goods", "order_correct", "order_stop")
)
#: 尚不夠刑事處罰的 and a ban in a heavier branch are about the same persons as what stands before.
_SAME_PERSONS = re.compile("尚不(?:够刑事处罚|构成犯罪)的")


def read_paragraph(lines: Sequence[Line]) -> ParagraphReading:
    """Drafts of all rows of a 款, in the order of the text; ``lines`` are the 款 and its items."""
    reading = ParagraphReading()
    found = [find_measures(line.text) for line in lines]
    if not any(found):
        return reading
    header = Standing()
    letters = iter("abcdefghijklmnopqrstuvwxyz" * 4)
    for number, line in enumerate(lines):
        state = Standing() if number == 0 else _below(header)
        for chain in _read_line(number, line, found[number], state, reading):
            choose(chain, letters)
        if number == 0:
            header = state
    return reading


def _below(header: Standing) -> Standing:
    """An item stands under the header's authority and circumstances."""
    state = replace(header)
    state.stated = False
    return state


def _read_line(
    number: int, line: Line, measures: tuple[Measure, ...], state: Standing, reading: ParagraphReading
) -> list[list[Draft]]:
    text = line.text
    found: list[list[Draft]] = []
    for order, sentence in enumerate(sentences(text)):
        first = max(sentence.start, line.start) if order == 0 else sentence.start
        if order:
            state.begin_sentence()
        for place, limb in enumerate(limbs(text, first, sentence.end)):
            if place:
                state.begin_limb()
            own = [m for m in measures if limb.start <= m.start < limb.end]
            found += _read_limb(number, text, limb, own, state, reading, opens=order == 0 and place == 0)
    return found


def _read_limb(
    number: int,
    text: str,
    limb: Words,
    measures: list[Measure],
    state: Standing,
    reading: ParagraphReading,
    *,
    opens: bool,
) -> list[list[Draft]]:
    at = limb.start
    drafts: list[Draft] = []
    for measure in measures:
        reason = spoken_of(text, limb.start, limb.end, at, measure)
        if not reason and opens and not drafts and _within_conduct(text, limb, measure):
            reason = "within-conduct"
        if reason:
            reading.spoken.append((number, measure, reason))
            continue
        gap = text[at : measure.start]
        joint = joint_of(gap) if drafts else ""
        if joint == "comma" and gap == "," and drafts[-1].shares_arm:
            joint = "with"
        read = _read_measure(number, text, at, measure, state, joint, opens=opens and not drafts)
        read.shares_arm = (joint == "comma-or" and "由" in gap) or (
            joint in ("with", "list") and drafts[-1].shares_arm
        )
        if joint == "with" and KINDS[measure.kind] is not Rank.LIABILITY:
            read.authority = drafts[-1].authority
        drafts.append(read)
        at = measure.end
    if not drafts:
        read_head_alone(number, text, limb, state, opens=opens)
    reading.drafts += drafts
    return chains(drafts)


def _read_measure(
    number: int, text: str, at: int, measure: Measure, state: Standing, joint: str, *, opens: bool
) -> Draft:
    before, alone = state.authority, state.alone
    read_gap(number, text, at, measure, state, joint, opens=opens, first=not joint)
    draft = _draft(number, measure, state, joint)
    own = None if measure.kind in _NAMELESS else subject_within(text, measure.start, measure.end)
    if own and (draft.subject is Subject.VIOLATOR or own[0] is Subject.PERSON_OR_ORG):
        draft.subject, draft.subject_at = own[0], Place(number, own[1])
    elif (
        alone is not None
        and draft.subject is Subject.VIOLATOR
        and (measure.kind in _BANS or _SAME_PERSONS.search(text, at, measure.start))
    ):
        draft.subject, draft.subject_at = alone
    if joint in ("or", "comma-or") and state.stated:
        state.authority = before  # a body named for one arm only
    if state.stated and _HANDED.search(text, at, measure.start):
        state.lender = before
    state.stated = False
    fresh = state.fresh and draft.subject is not Subject.PERSON_OR_ORG
    same = alone is not None and draft.subject is alone[0]
    state.alone = (draft.subject, draft.subject_at) if same or fresh else None
    state.fresh = False
    return draft


def _within_conduct(text: str, limb: Words, measure: Measure) -> bool:
    """限制辦理業務，或者撤銷營業場所的，由……: words of a measure in the description of what was done."""
    before, after = text[limb.start : measure.start], text[measure.end : limb.end]
    return (
        re.search(r"的[,由]|由|之一|对|可以?|应当|责令|(?:部门|机关)\Z", before) is None
        and not before.endswith(",")
        and re.search(r"(?<!情节严重)(?<!情节较重)的,", after) is not None
        and re.match(r"责令|给予|予以|处|没收|吊销|依法", text[measure.start : measure.end]) is None
    )


def _draft(number: int, measure: Measure, state: Standing, joint: str) -> Draft:
    authority = state.authority
    if KINDS[measure.kind] is Rank.LIABILITY and not state.stated:
        authority = None  # 追究刑事责任 and 处分 are not for the body that fines
    gain = state.gain if measure.kind == "fine" or joint in ("", "none") else None
    return Draft(
        number, measure, state.cond, state.cond_all, state.cond_at, gain, state.gain_at if gain else None,
        state.subject, state.subject_at, state.modality, state.cumulative, "", authority, state.stated,
        state.conduct, joint,
    )  # fmt: skip
