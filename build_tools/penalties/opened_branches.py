"""The pieces before a measure that open a branch or test the gain; the others describe conduct."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.model.penalty import Branch, Gain, Subject
from build_tools.penalties.bearers import Words, subject_case, subject_words
from build_tools.penalties.circumstances import Condition, read_condition
from build_tools.penalties.drafts import Place
from build_tools.penalties.standing import Standing

_SEVERITY = {Branch.SERIOUS, Branch.ESPECIALLY_SERIOUS, Branch.HEAVIER, Branch.MINOR}
#: Where these words stand in a later piece, they are a condition however it begins.
_STANDING = {Branch.REPEAT, Branch.OVERDUE, Branch.REFUSE}
#: Alone at the head of a 款 these describe what was done: 拒不履行義務的.
_DESCRIBING = {Branch.REFUSE, Branch.CONSEQUENCE}
_NO_CONDUCT = re.compile("(?:有|没有)?(?:违法所得|非法财物|违法房屋)|(?:构成)?违反治安管理")
#: 聘用被開除人員的, 在許可證被暫扣期間經營的: not who was penalised, but what somebody does.
_NOT_PENALISED = re.compile(
    "造成|导致|致使|负有|他人|聘用|使用|招用|录用|明知|雇用|允许|任用|委托|期间|后|仍|继续|未|不(?!服)"
)
_ALWAYS = _SEVERITY | {Branch.CONVICTED}


def open_branch(
    number: int, text: str, parts: list[Words], state: Standing, *, opens: bool, first: bool = True
) -> None:
    """Conditions among the pieces before a measure; what is no condition describes conduct.

    例: 情節嚴重的 puts what follows into the branch ``serious``; 違法所得不足二萬元的 is a test on the gain.
    """
    if not parts:
        return
    conduct: list[Words] = []
    branches: list[tuple[Words, Condition]] = []
    for n, piece in enumerate(parts):
        words = text[piece.start : piece.end]
        found = read_condition(text, piece.start, piece.end)
        if found.gain and (not conduct or not words.startswith("违反")):
            _test_gain(number, found.gain, Words(found.start, found.end), state, goes_on=n == 0 and first)
            continue
        case = subject_case(words)
        if case:
            state.subject, state.subject_at = (
                case,
                Place(number, subject_words(text, piece.start, piece.end, case)),
            )
        alone = opens and len(parts) == 1 and state.conduct is None and {*found.cond} <= _DESCRIBING
        head = opens and n == 0 and len(parts) > 1
        if found.cond and not alone and _pure(text, piece, found.start, found.cond, opens=opens, head=head):
            branches.append((Words(found.start, found.end), found))
            if found.start - piece.start > 6 and not _STANDING & {*found.cond}:
                conduct.append(piece)
        elif not _NO_CONDUCT.match(words) and (not case or opens):
            conduct.append(piece)
    closed = [piece for piece in conduct if text[piece.start : piece.end].endswith(("的", "之一"))]
    if closed:  # ……犯罪活動的，對其犯罪所得: what follows is no conduct any more
        conduct = conduct[: conduct.index(closed[-1]) + 1]
    if conduct and (opens or closed):
        state.conduct = Place(number, Words(conduct[0].start, conduct[-1].end))
    if branches:
        _enter(number, branches, state, first=first)


def _test_gain(number: int, gain: Gain, at: Words, state: Standing, *, goes_on: bool) -> None:
    """``goes_on``: the test opens its limb, and so stays in the branch of the test in the limb before."""
    of = gain.of or state.gain_of
    state.gain_of = of
    state.gain = replace(gain, of=of)
    state.gain_at = Place(number, at)
    if goes_on and not state.cond:
        state.cond, state.cond_all, state.cond_at = state.before


def _enter(number: int, branches: list[tuple[Words, Condition]], state: Standing, *, first: bool) -> None:
    codes = tuple(dict.fromkeys(code for _, found in branches for code in found.cond))
    if Branch.CONVICTED in codes:  # 構成犯罪，被判處刑罰的
        codes = tuple(code for code in codes if code is not Branch.CRIME)
    both = len(codes) > 1 and (len(branches) > 1 or branches[0][1].cond_all)
    if not first and state.cond and not (_SEVERITY & {*state.cond} and _SEVERITY & {*codes}):
        # 造成損失的，處罰款，逾期不賠償的，吊銷: within the branch another
        codes, both = tuple(dict.fromkeys((*state.cond, *codes))), True
    state.cond, state.cond_all = codes, both and len(codes) > 1
    state.cond_at = Place(number, Words(branches[0][0].start, branches[-1][0].end))
    if state.alone and _SEVERITY & {*codes} and state.subject is Subject.VIOLATOR:
        state.subject, state.subject_at = state.alone


def _pure(text: str, piece: Words, start: int, cond: tuple[Branch, ...], *, opens: bool, head: bool) -> bool:
    """Is the piece a condition, not conduct in which the words happen to stand?"""
    codes = {*cond}
    if _ALWAYS & codes:
        return True
    words, before = text[piece.start : piece.end], text[piece.start : start]
    if Branch.PENALISED in codes and words.endswith("的") and not _NOT_PENALISED.search(words):
        return True
    if _STANDING & codes and (not opens or (before.startswith("对") and len(before) <= 10)):
        return True  # 對經限期治理逾期未完成治理任務的拆船單位
    if head:
        return False
    harmed = ("对", "给", "因") if text[: piece.start].endswith(",") else ("给", "因")
    if Branch.CONSEQUENCE in codes and before.startswith(harmed):
        return True  # ……，對存款人造成財產損害的
    if before.endswith("责任人员") and not opens:
        return True
    return len(before) <= 3 or before.startswith("经") or before.endswith("且")
