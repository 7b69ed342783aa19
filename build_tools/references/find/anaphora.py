"""Words that point instead of counting: 前款, 前两款, 前条第一款, 本条第二款, 本章, 该条, 上述第三项."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.grammar.numerals import parse_numeral
from build_tools.model.reference import Anaphor, Step, Unit

_WORD = re.compile(
    r"(?P<this>本)(?:分编|[编章节条款项])"
    r"|(?P<previous>前)(?P<count>[一二两三四五六七八九2-9]|各)?[章节条款项]"
    r"|(?P<above>以上)(?P<count2>[两二三四五])[条款项](?=的?规定|所)"
    r"|(?P<last>上)一?[条款项](?=的?规定|所|各[款项]|第|情形|行为)"
    r"|(?P<that>[该同])[条款项]"
)
#: What follows 条, 款, 项 … in words that point to nothing: 本条例, 前款项, 本项目, 本章程, 本节能.
_GOES_ON = re.compile(
    r"条[件例款约幅令理]|款[项型式额]|款物(?![品资业权件体质料证流价])|项[目下]|章(?:程(?!序)|鱼)|节[目日约能假气水省点电课]|编(?:[制辑号写码队者外纂]|委(?!托))"
)
#: What stands before in such words: 基本款, 资本项下, 应该项, 合同条, 以上条, 目前款.
_BEFORE = {
    "本": "基文样资日根剧版课副抄",
    "该": "应活各",
    "同": "合共相不连如等会协胡",
    "上": "以网线路",
    "前": "目",
}
#: 该条, 该款, 该项 count things unless a provision can follow: 该条道路, 该项决议.
_AFTER_THAT = {
    "条": re.compile(r"第|的?规定|所|[中与和对将应可之内也既并仅未的就是]|[,。、;:\"“]|文(?:字|规定|中)"),
    "款": re.compile(r"第|的?规定|所|中|其他|[、,。之]"),
    "项": re.compile(r"第|的?规定|所列|所称"),
}
_FIRST = re.compile(r"前([两二三四五六七八九2-9])([款项])")


@dataclass(frozen=True, slots=True)
class Pointer:
    """An anaphor as written; ``count`` 0 stands for 各."""

    end: int
    anaphor: Anaphor
    unit: Unit
    count: int = 1


def read_pointer(text: str, start: int) -> Pointer | None:
    """The pointing word at ``start``; None for words that only look so: 本条例, 前项目, 该条道路.

    >>> read_pointer("前两款规定", 0)
    Pointer(end=3, anaphor=<Anaphor.PREVIOUS: '前'>, unit=<Unit.PARAGRAPH: '款'>, count=2)
    """
    word = _WORD.match(text, start)
    if not word:
        return None
    end = word.end()
    unit = Unit.SUBPART if text.endswith("分编", start, end) else Unit(text[end - 1])
    if _GOES_ON.match(text, end - 1) or stands_in_a_word(text, start):
        return None
    if word["that"]:
        after = _AFTER_THAT[unit.value]
        return Pointer(end, Anaphor.THAT, unit) if after.match(text, end) else None
    if word["this"]:
        return Pointer(end, Anaphor.THIS, unit)
    written = word["count"] or word["count2"]
    count = 0 if written == "各" else parse_numeral(written) or 1 if written else 1
    return Pointer(end, Anaphor.PREVIOUS, unit, count)


def read_first(text: str, start: int, above: Unit) -> tuple[int, Step, Step] | None:
    """前三款 after 本条 or 第十条: where it ends, and its first and last step; None if it is not there."""
    found = _FIRST.match(text, start)
    if not found or Unit(found[2]).rank <= above.rank:
        return None
    unit = Unit(found[2])
    return found.end(), Step(unit, 1), Step(unit, parse_numeral(found[1]) or 1)


def stands_in_a_word(text: str, start: int) -> bool:
    """True if 本, 该, 同 … at ``start`` is the end of a word: 劳动合同法, 基本条例, 资本项下.

    >>> stands_in_a_word("劳动合同法第三十条", 3), stands_in_a_word("依照本法第三十条", 2)
    (True, False)
    """
    return bool(start) and text[start - 1] in _BEFORE.get(text[start], "")
