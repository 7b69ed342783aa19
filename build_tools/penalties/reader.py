"""The rows of one 款, read from left to right: what each measure stands under and on whom it falls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from build_tools.model.penalty import Branch, Gain, Modality, Rank, Subject
from build_tools.penalties.bearers import (
    Words,
    authority_in,
    subject_case,
    subject_in,
    subject_of,
    subject_words,
)
from build_tools.penalties.circumstances import read_condition
from build_tools.penalties.clauses import limbs, pieces, sentences
from build_tools.penalties.kinds import KINDS
from build_tools.penalties.lines import Line
from build_tools.penalties.measures import find_measures
from build_tools.penalties.measures_found import Measure
from build_tools.penalties.mentions import spoken_of

_MAY = re.compile(r"可以|(?<![许认])可(?=由|处|并|给|责|吊|暂|没|单|酌|视|依|对|从|予|按|取|降|撤|\Z)")
_SHALL = re.compile("应当|必须")
_PLUS = re.compile("(?<!合)并(?!购|网|且不|不)|同时(?!具)")
_INNER = re.compile(
    "(?:给予|追究)(?P<who>[^,;。]{0,24}?(?:人员|负责人))(?:的)?(?:行政处分|政务处分|纪律处分|处分|责任|法律责任)"
)
_LIST = re.compile(r"\A(?:、|和|及|以及|与)")
_OR = re.compile(r"\A(?:或者|或|,?直至)")
_COMMA_OR = re.compile(r"\A,(?:或者|或)")
_PERSONS = re.compile(
    r"\A(?:并|,)?(?:对)?(?:违法行为人及)?(?:其|有关|该单位)?(?:直接负责的|负有责任的|有关责任|直接责任|负有直接责任|负责的|主管人员|法定代表人|主要负责人|负责人)[^,;。]{0,70}\Z"
)
_CONDUCT = re.compile(r"违反|有下列|有前款|未|不|擅自|的\Z|情形之一|行为之一")
_DE_TAIL = re.compile(r"(?:的|行为之一|情形之一|情况之一)(?=由(?!其)|对|可以|应当|依法|依照|并处|\Z)")


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one line of a 款, by the line's number."""

    line: int
    words: Words


@dataclass(slots=True)
class Draft:
    """One row before it is placed in the file."""

    line: int
    measure: Measure
    cond: tuple[Branch, ...] = ()
    cond_all: bool = False
    cond_at: Place | None = None
    gain: Gain | None = None
    gain_at: Place | None = None
    subject: Subject = Subject.VIOLATOR
    subject_at: Place | None = None
    modality: Modality = Modality.SHALL
    cumulative: bool = False
    choice: str = ""
    authority: Place | None = None
    authority_stated: bool = False
    conduct: Place | None = None
    joint: str = ""
    """How it is joined to the measure before it in its limb: list, or, comma-or, comma, none."""


@dataclass(slots=True)
class _State:
    """What holds where the reader stands."""

    authority: Place | None = None
    stated: bool = False
    conduct: Place | None = None
    cond: tuple[Branch, ...] = ()
    cond_all: bool = False
    cond_at: Place | None = None
    gain: Gain | None = None
    gain_at: Place | None = None
    gain_of: str = ""
    subject: Subject = Subject.VIOLATOR
    subject_at: Place | None = None
    modality: Modality = Modality.SHALL
    cumulative: bool = False
    before: tuple[tuple[Branch, ...], bool, Place | None] = ((), False, None)
    """The branch of the limb before, if a test on the gain stood in it: the next test may go on in that branch."""
    may_here: bool = False
    plus_here: bool = False
    """可以, 并 stand in the words before this very measure."""
    alone: Subject | None = None
    """On whom every measure of the sentence has fallen so far, if on one apart from the offender."""

    def begin_limb(self) -> None:
        """；: back to the base case and to whom the provision addresses."""
        self.before = (self.cond, self.cond_all, self.cond_at) if self.gain else ((), False, None)
        self.cond, self.cond_all, self.cond_at = (), False, None
        self.gain, self.gain_at = None, None
        self.subject, self.subject_at = Subject.VIOLATOR, None
        self.modality, self.cumulative = Modality.SHALL, False
        self.stated = False


@dataclass(slots=True)
class ParagraphReading:
    """What was read in one 款."""

    drafts: list[Draft] = field(default_factory=list)
    spoken: list[tuple[int, Measure, str]] = field(default_factory=list)
    """Measures that are only spoken of: line, measure, reason."""


def read_paragraph(lines: Sequence[Line]) -> ParagraphReading:
    """Drafts of all rows of a 款, in the order of the text; ``lines`` are the 款 and its items."""
    reading = ParagraphReading()
    found = [find_measures(line.text) for line in lines]
    if not any(found):
        return reading
    header = _State()
    letters = iter("abcdefghijklmnopqrstuvwxyz" * 4)
    for number, line in enumerate(lines):
        state = _State() if number == 0 else _below(header)
        chains = _read_line(number, line, found[number], state, reading)
        for chain in chains:
            _choose(chain, letters)
        if number == 0:
            header = state
    return reading


def _below(header: _State) -> _State:
    """An item stands under the header's authority and circumstances."""
    state = replace(header)
    state.stated = False
    return state


def _read_line(
    number: int, line: Line, measures: tuple[Measure, ...], state: _State, reading: ParagraphReading
) -> list[list[Draft]]:
    text = line.text
    chains: list[list[Draft]] = []
    for order, sentence in enumerate(sentences(text)):
        first = max(sentence.start, line.start) if order == 0 else sentence.start
        if order:
            state.authority = None
            state.begin_limb()
        for place, limb in enumerate(limbs(text, first, sentence.end)):
            if place:
                state.begin_limb()
            own = [m for m in measures if limb.start <= m.start < limb.end]
            chains += _read_limb(number, text, limb, own, state, reading, opens=order == 0 and place == 0)
    return chains


def _read_limb(
    number: int,
    text: str,
    limb: Words,
    measures: list[Measure],
    state: _State,
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
        first = not drafts
        before = state.authority
        joint = "" if first else _joint(text[at : measure.start])
        _read_gap(number, text, at, measure, state, joint, opens=opens and first, first=first)
        draft = _draft(number, measure, state, joint)
        _own_words(text, measure, draft)
        if joint in ("or", "comma-or") and state.stated:
            state.authority = before  # a body named for one arm only
        state.stated = False
        fresh = not reading.drafts and first and draft.subject is not Subject.PERSON_OR_ORG
        state.alone = draft.subject if draft.subject is state.alone or fresh else None
        drafts.append(draft)
        at = measure.end
    if not drafts:
        _read_head_alone(number, text, limb, state, opens=opens)
    reading.drafts += drafts
    return _chains(drafts)


def _within_conduct(text: str, limb: Words, measure: Measure) -> bool:
    """限制辦理業務，或者撤銷營業場所的，由……: words of a measure in the description of what was done."""
    before, after = text[limb.start : measure.start], text[measure.end : limb.end]
    return (
        re.search(r"的[,由]|由|之一|对|可以?|应当|责令|(?:部门|机关)\Z", before) is None
        and not before.endswith(",")
        and re.search(r"(?<!情节严重)(?<!情节较重)的,", after) is not None
        and re.match(r"责令|给予|予以|处|没收|吊销|依法", text[measure.start : measure.end]) is None
    )


def _joint(gap: str) -> str:
    if _COMMA_OR.match(gap):
        return "comma-or"
    if _OR.match(gap):
        return "or"
    if _LIST.match(gap):
        return "list"
    return "comma" if gap.startswith(",") else "none"


def _read_head_alone(number: int, text: str, limb: Words, state: _State, *, opens: bool) -> None:
    """A limb without a measure: 違反本法規定，有下列情形之一的： the measures stand in the items."""
    parts = list(pieces(text, limb.start, limb.end))
    for piece in parts:
        words = authority_in(text, piece.start, piece.end, bare=False)
        if words and not text[piece.start : piece.end].endswith("的"):
            state.authority, state.stated = Place(number, words), True
    _conditions(number, text, parts, state, opens=opens)


def _read_gap(
    number: int, text: str, at: int, measure: Measure, state: _State, joint: str, *, opens: bool, first: bool
) -> None:
    """The words between the measure before (or the limb's beginning) and this one."""
    gap = text[at : measure.start]
    state.may_here = state.plus_here = False
    listed = joint in ("list", "or", "comma-or")
    if not listed:
        state.cumulative = False
        if joint == "comma" and state.gain and measure.kind != "fine":
            state.gain, state.gain_at = None, None
    parts = list(pieces(text, at, measure.start))
    tail = Words(measure.start, measure.start) if gap.endswith(",") or not parts else parts.pop()
    tail_text = text[tail.start : tail.end]
    split = None
    for split in _DE_TAIL.finditer(tail_text):
        if split.end() and not re.search("由|对", tail_text[: split.end()]):
            break
    else:
        split = None
    if split is not None and split.end() <= len(tail_text):
        parts.append(Words(tail.start, tail.start + split.end()))
        tail = Words(tail.start + split.end(), tail.end)
        tail_text = text[tail.start : tail.end]
    elif (
        tail_text
        and (found := read_condition(text, tail.start, tail.end)).start == tail.start
        and found.end > tail.start
    ):
        parts.append(Words(tail.start, found.end))
        tail = Words(found.end, tail.end)
        tail_text = text[tail.start : tail.end]
    if parts:
        _read_parts(number, text, parts, state, opens=opens, first=first)
    _read_tail(number, text, tail, state)


def _read_parts(
    number: int, text: str, parts: list[Words], state: _State, *, opens: bool, first: bool
) -> None:
    conducts: list[Words] = []
    described = [n for n, p in enumerate(parts) if text[p.start : p.end].endswith("的")]
    for n, piece in enumerate(parts):
        words = text[piece.start : piece.end]
        ends = words.endswith("的")
        if not ends and _PERSONS.match(words):
            who = subject_in(text, piece.start, piece.end)
            subject, at = who or (subject_of(words), piece)
            _set_subject(number, text, state, subject, at)
            _modal(words, state)
            continue
        authority = (
            None
            if ends
            else authority_in(
                text, piece.start, piece.end, bare=not (opens and described and n <= described[-1])
            )
        )
        if authority:
            state.authority, state.stated = Place(number, authority), True
            _modal(words, state)
        who = None if ends else subject_in(text, authority.end if authority else piece.start, piece.end)
        if who and not _CONDUCT.search(words[:2]):
            _set_subject(number, text, state, *who)
            _modal(words, state)
        elif not authority:
            conducts.append(piece)
        if not ends and words.startswith("并") and not first:
            state.cumulative = state.plus_here = True  # 并報經有批准權的人民政府批准，責令停業
    _conditions(number, text, conducts, state, opens=opens, first=first)


def _set_subject(number: int, text: str, state: _State, subject: Subject, at: Words) -> None:
    found = read_condition(text, at.start, at.end)
    if found.cond and {*found.cond} <= {Branch.PENALISED, Branch.OVERDUE}:  # 對上述被行政處罰的個人和組織
        state.cond, state.cond_at = found.cond, Place(number, Words(at.start, found.end))
    at = subject_words(text, at.start, at.end, subject)
    # 可以對單位處……，對個人處……: the two halves of one split
    if {state.subject, subject} != {Subject.UNIT, Subject.INDIVIDUAL}:
        state.modality = Modality.MAY if state.may_here else Modality.SHALL
        state.cumulative = state.plus_here
    state.subject, state.subject_at = subject, Place(number, at)
    state.gain, state.gain_at = None, None


def _conditions(
    number: int, text: str, parts: list[Words], state: _State, *, opens: bool, first: bool = True
) -> None:
    """Conditions among the pieces before a measure; what is no condition describes conduct."""
    if not parts:
        return
    conduct: list[Words] = []
    branches: list[tuple[Words, tuple[Branch, ...], bool]] = []
    for n, piece in enumerate(parts):
        words = text[piece.start : piece.end]
        found = read_condition(text, piece.start, piece.end)
        if found.gain and (not conduct or not words.startswith("违反")):
            of = found.gain.of or state.gain_of
            state.gain_of = of
            state.gain = replace(found.gain, of=of)
            state.gain_at = Place(number, Words(found.start, found.end))
            if not state.cond and n == 0 and first:
                state.cond, state.cond_all, state.cond_at = state.before
            continue
        case = subject_case(words)
        if case:
            state.subject, state.subject_at = case, Place(number, piece)
        alone = opens and len(parts) == 1 and state.conduct is None and {*found.cond} <= _DESCRIBING
        head = opens and n == 0 and len(parts) > 1
        if found.cond and not alone and _pure(text, piece, found.start, found.cond, opens=opens, head=head):
            branches.append((Words(found.start, found.end), found.cond, found.cond_all))
            if found.start - piece.start > 6 and not _STANDING & {*found.cond}:
                conduct.append(piece)
        elif _NO_CONDUCT.match(words):
            continue
        elif not case or opens:
            conduct.append(piece)
    if conduct and (opens or text[conduct[-1].start : conduct[-1].end].endswith(("的", "之一"))):
        state.conduct = Place(number, Words(conduct[0].start, conduct[-1].end))
    if branches:
        codes = tuple(dict.fromkeys(code for _, cond, _ in branches for code in cond))
        if Branch.CONVICTED in codes:  # 構成犯罪，被判處刑罰的
            codes = tuple(code for code in codes if code is not Branch.CRIME)
        nested = (
            not first
            and state.cond
            and not _SEVERITY & {*state.cond} & {*codes}
            and not (_SEVERITY & {*state.cond} and _SEVERITY & {*codes})
        )
        both = len(codes) > 1 and (len(branches) > 1 or branches[0][2])
        if nested:  # 造成損失的，處罰款，逾期不賠償的，吊銷: within the branch another
            codes, both = tuple(dict.fromkeys((*state.cond, *codes))), True
        state.cond, state.cond_all = codes, both and len(codes) > 1
        state.cond_at = Place(number, Words(branches[0][0].start, branches[-1][0].end))
        if state.alone and _SEVERITY & {*codes} and state.subject is Subject.VIOLATOR:
            state.subject = state.alone


_SEVERITY = {Branch.SERIOUS, Branch.ESPECIALLY_SERIOUS, Branch.HEAVIER, Branch.MINOR}
#: Where these words stand in a later piece, they are a condition however it begins.
_STANDING = {Branch.REPEAT, Branch.OVERDUE, Branch.REFUSE}
#: Alone at the head of a 款 these describe what was done: 拒不履行義務的.
_DESCRIBING = {Branch.REFUSE, Branch.CONSEQUENCE}
_NO_CONDUCT = re.compile("(?:有|没有)?(?:违法所得|非法财物|违法房屋)")
_ALWAYS = _SEVERITY | {Branch.CONVICTED}


def _pure(text: str, piece: Words, start: int, cond: tuple[Branch, ...], *, opens: bool, head: bool) -> bool:
    """Is the piece a condition, not conduct in which the words happen to stand?"""
    if any(code in _ALWAYS for code in cond):
        return True
    before = text[piece.start : start]
    if not opens and any(code in _STANDING for code in cond):
        return True
    return not head and (len(before) <= 3 or before.startswith("经") or before.endswith("且"))


def _read_tail(number: int, text: str, tail: Words, state: _State) -> None:
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
    if who:
        subject, at = who
        _set_subject(number, text, state, subject, at)
    elif _PERSONS.match(words):
        _set_subject(number, text, state, subject_of(words), tail)
    if body:
        state.authority, state.stated = Place(number, body), True
        if not state.may_here and not _LIST.match(words) and not _OR.match(words):
            state.modality = Modality.SHALL
    _modal(words, state)


def _modal(words: str, state: _State) -> None:
    if _SHALL.search(words):
        state.modality = Modality.SHALL
    if _MAY.search(words):
        state.modality, state.may_here = Modality.MAY, True
    if _PLUS.search(words):
        state.cumulative = state.plus_here = True


def _own_words(text: str, measure: Measure, draft: Draft) -> None:
    """On whom, where that stands within the measure: 給予直接責任人員行政處分, 追究有關人員的責任."""
    inner = _INNER.search(text, measure.start, measure.end)
    if inner and draft.subject is Subject.VIOLATOR:
        at = Words(inner.start("who"), inner.end("who"))
        draft.subject, draft.subject_at = subject_of(inner["who"]), Place(draft.line, at)


def _draft(number: int, measure: Measure, state: _State, joint: str) -> Draft:
    authority = state.authority
    if KINDS[measure.kind] is Rank.LIABILITY and not state.stated:
        authority = None  # 追究刑事责任 and 处分 are not for the body that fines
    gain = state.gain if measure.kind == "fine" or joint in ("", "none") else None
    return Draft(
        number, measure, state.cond, state.cond_all, state.cond_at, gain, state.gain_at if gain else None,
        state.subject, state.subject_at, state.modality, state.cumulative, "", authority, state.stated,
        state.conduct, joint,
    )  # fmt: skip


def _chains(drafts: list[Draft]) -> list[list[Draft]]:
    """Measures that are joined to each other in one list."""
    out: list[list[Draft]] = []
    for draft in drafts:
        if draft.joint in ("list", "or", "comma-or") and out:
            out[-1].append(draft)
        else:
            out.append([draft])
    return out


def _choose(chain: list[Draft], letters: Iterator[str]) -> None:
    """Mark the arms of an or-list: A、B，或者C has two, A、B或者C three."""
    joints = [draft.joint for draft in chain[1:]]
    if not {"or", "comma-or"} & set(joints):
        return
    letter, arm = next(letters), 1
    by_comma = "comma-or" in joints
    for draft in chain:
        if draft is not chain[0]:
            new = (
                draft.joint == "comma-or"
                or (not by_comma and draft.joint in ("or", "list"))
                or draft.joint == "or"
            )
            arm += new
        draft.choice = f"{letter}{arm}"
