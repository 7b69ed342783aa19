"""Fines: each 罰款 with its verb, base, unit it counts for, and amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from build_tools.model.penalty import Unit
from build_tools.penalties.amounts import Range, UnreadableError, amount_after, amount_before
from build_tools.penalties.measures_found import Measure
from build_tools.text.patterns import last_match

_FINE = re.compile("(?<!加处)罚款(?!(?:数额|金额|总额)(?!,?为))")
#: 罰款金額，為一千元以上三萬元以下: the amount in a clause of its own.
_STATED = re.compile("罚款(?:的)?,?(?:(?P<most>最高额)|金额|数额|额),?(?:为|是)(?P<rest>[^,;。:]{2,40})")
_PIECE = re.compile("[,;。:](?![0-9]{3})")
_VERB = re.compile(
    r"(?:单处|处以|科处|科以|课以|课处|罚以|处(?!理|罚|置|分|所(?:[,;。、的]|$)|长|级)|给予|予以|给以)"
)
_PER = re.compile(
    r"(?:按照|按|以)?(?:每(?:一|个)?(?P<per>(?:日|天|月|年)(?=[^度内])|[^,;。处每0-9零一二三四五六七八九十百千万]{1,10})|(?P<day>按日)|(?P<each>按次))"
)
_OTHER_MEASURE = re.compile(
    "(?:警告|没收|拘留|吊销|通报批评|训诫|责令[^,;。]{1,12})[^,;。]{0,24}?(?:或者|或|、|并|和)"
)
#: 按每人一百元以上五百元以下的標準計算，處以罰款
_BY_STANDARD = re.compile("的标准(?:计算)?,(?:并)?(?:可以)?\\Z")
#: Before an amount no sign may stand, and before yuan no figure either: 处一|百元以上.
_BROKEN = re.compile(r"[^\u4e00-\u9fff)》”,、][,、]?\Z")
_FIGURES = re.compile("[0-9零〇○一二两三四五六七八九十百千万亿](?![^,;。]{0,3}(?:年|次|平方米|日|级|倍))")
_OR = re.compile("(?:的罚款)?(?:或者|或)")
_BARE = re.compile(r"(?:并|可以|可|或者|或|、|和|以及)\Z")
_FRAME = re.compile(r"\A(?:其|按照?|以|相当于|与|相应的|一定数额的|并)+|(?:的|相|相当)+\Z")


def find_fines(text: str) -> Iterator[Measure]:
    """Every fine that a folded line threatens or speaks of, in order; those in an or-list of one 罰款 each.

    例: 處五十萬元以下或者違法所得十倍以下罰款 are two: 處五十萬元以下, 違法所得十倍以下罰款.
    """
    low = 0
    for word in _FINE.finditer(text):
        found = list(_fines_of(text, low, word))
        yield from found
        low = found[-1].end if found else word.end()


def _fines_of(text: str, low: int, word: re.Match[str]) -> Iterator[Measure]:
    stated = _STATED.match(text, word.start())
    if stated:
        yield from _stated_apart(text, stated)
        return
    after = amount_after(text, word.end())
    try:
        before = amount_before(text, low, word.start())
    except UnreadableError:
        start = _verb_start(text, _piece_start(text, low, word.start()), word.start())
        yield Measure(start, word.end(), "fine", unreadable=True)
        return
    if before is None:
        yield from _without_amount(text, low, word, after)
        return
    low = _piece_start(text, low, before.start)
    verb = last_match(_VERB, text, low, before.start)
    base_start = verb.end() if verb else _after_joint(text, low, before.start)
    start = verb.start() if verb else base_start
    other = last_match(_OTHER_MEASURE, text, base_start, before.start)
    if other:  # 處警告或者五百元以下罰款: the verb is the warning's
        start = base_start = other.end()
    earlier = _earlier_arm(text, base_start, before.start)
    if earlier:
        first, joint = earlier
        yield _fine(text, low, start, base_start, first, first.end)
        start = base_start = joint
    yield _fine(text, low, start, base_start, before, word.end())


def _earlier_arm(text: str, start: int, end: int) -> tuple[Range, int] | None:
    """In 處五十萬元以下或者違法所得十倍以下罰款 the first amount, and where the second begins."""
    for joint in _OR.finditer(text, start, end):
        try:
            first = amount_before(text, start, joint.start())
        except UnreadableError:
            return None
        if first:
            return first, joint.end()
    return None


def _fine(text: str, low: int, start: int, base_start: int, amount: Range, end: int) -> Measure:
    words = text[base_start : amount.start]
    per = _PER.search(words)
    counted = ""
    if per:
        counted = _counted(per)
        words = words[per.end() :] or words[: per.start()]
    elif (ahead := _PER.search(text, low, start)) and ahead.end() >= start - 1:
        counted = _counted(ahead)
    counted = counted.rstrip("的,")
    if _BROKEN.search(words if amount.unit is not Unit.YUAN else words[-8:]) or (
        amount.unit is Unit.YUAN and _FIGURES.search(words)
    ):
        return Measure(start, end, "fine", unreadable=True)
    base = "" if amount.unit is Unit.YUAN else _FRAME.sub("", words)
    return Measure(start, end, "fine", range=replace(amount), base=base, per=counted, doubts=amount.doubts)


def _counted(per: re.Match[str]) -> str:
    return "日" if per["day"] else "次" if per["each"] else per["per"]


def _stated_apart(text: str, stated: re.Match[str]) -> Iterator[Measure]:
    start, end = stated.span("rest")
    try:
        amount = amount_before(text, start, end)
    except UnreadableError:
        yield Measure(stated.start(), end, "fine", unreadable=True)
        return
    if amount is None:
        return
    if stated["most"]:
        amount = replace(amount, min=None)
    yield _fine(text, start, stated.start(), start, amount, end)


def _without_amount(text: str, low: int, word: re.Match[str], after: Range | None) -> Iterator[Measure]:
    piece = _piece_start(text, low, word.start())
    verb = last_match(_VERB, text, piece, word.start())
    start = verb.start() if verb and word.start() - verb.end() <= 6 else word.start()
    if after:
        yield Measure(start, after.end, "fine", range=after, doubts=after.doubts)
        return
    if verb and word.start() - verb.end() <= 6:
        if _OTHER_MEASURE.search(text, verb.end(), word.start()):
            yield Measure(word.start(), word.end(), "fine")  # 處警告、罰款
        else:
            yield _amount_before_verb(text, low, verb, word)
    elif _BARE.search(text, max(0, word.start() - 3), word.start()):
        yield Measure(word.start(), word.end(), "fine")


def _amount_before_verb(text: str, low: int, verb: re.Match[str], word: re.Match[str]) -> Measure:
    """每平方米六百元處以罰款: the amount stands before the verb."""
    try:
        joint = _BY_STANDARD.search(text, low, verb.start())
        amount = amount_before(text, low, joint.start() if joint else verb.start())
    except UnreadableError:
        return Measure(verb.start(), word.end(), "fine", unreadable=True)
    if amount is None:
        return Measure(verb.start(), word.end(), "fine")
    piece = _piece_start(text, low, amount.start)
    per = last_match(_PER, text, piece, amount.start)
    counted = _counted(per) if per else ""
    base = "" if amount.unit is Unit.YUAN else _FRAME.sub("", text[piece : amount.start])
    return Measure(
        verb.start(),
        word.end(),
        "fine",
        amount,
        base,
        counted,
        doubts=amount.doubts,
        amount_at=(amount.start, amount.end),
    )


def _verb_start(text: str, low: int, end: int) -> int:
    verb = last_match(_VERB, text, low, end)
    return verb.start() if verb else _after_joint(text, low, end)


def _after_joint(text: str, low: int, end: int) -> int:
    joint = last_match(re.compile("或者|或|、|并|可以|可|和"), text, low, end)
    return joint.end() if joint else low


def _piece_start(text: str, low: int, end: int) -> int:
    """Behind the last mark before ``end``; the comma of 10,000 is none, so its three digits are looked at too."""
    marks = [mark.end() for mark in _PIECE.finditer(text, low, end + 3) if mark.end() <= end]
    for mark in reversed(marks):
        if text.count(")", mark, end) <= text.count("(", mark, end):  # not the comma in （……，下同）
            return mark
    return low
