"""Addresses as written: 第十七條第一款第（三）項, their lists with one unit word, and their ranges.

All functions read a compact text: Simplified, half-width, without blanks. They look ahead a bounded number of
characters and never go back, so a text of any shape is read in linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.grammar.numerals import parse_numeral
from build_tools.model.reference import Doubt, Step, Unit
from build_tools.text.patterns import read_patterns

#: 两 is left out on purpose: 第一、二两款 counts the members, 第两条 is never written.
NUMBER = "〇零○一二三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾佰仟0-9"
#: 第十四, 第(三), (三); the bare number 十三 only where a list goes on.
_ORDINAL = re.compile(rf"(第?)(?:\(([{NUMBER}]{{1,12}})\)|([{NUMBER}]{{1,12}}))")
_UNIT = re.compile(r"分编|[编章节条款项目]")
#: 之一 of 第一百二十条之一; not 之一切.
_INSERT = re.compile(r"之([一二三四五六七八九十]{1,3})(?![一二三四五六七八九十切])")
#: Between members that share one unit word: 第(一)、(二)项, 第4/16/36条.
_BETWEEN = re.compile(r"、|和|及|以及|或者|或|与|/|至|到|[-~～—–－]{1,2}")
_AND = re.compile(r"[、和及或与]")
_RANGE = re.compile(r"至|到|[-~～—–－]{1,2}")
_HOLD_ITEMS = (Unit.ARTICLE, Unit.PARAGRAPH)
#: (三) and 、(四) that no 项 closes.
_BARE_ITEM = re.compile(r"(?:(?<=\))[、和或与及])?\(([一二三四五六七八九十]{1,4})\)(?![项目款条])")
#: The far end of a range that is no number: 第九亿条, 第二十百条.
_NO_NUMBER = re.compile(rf"第?[{NUMBER}两万亿兆]{{1,40}}[条款项章节]")
#: 两 in 第(一)、(二)两项 says how many there are.
_TALLY = re.compile(r"[两二三四五六七八九](?=[款项条])")
_MOST = 64
"""Members of one list; more than any law has, few enough to stay linear."""
_LONG = re.compile(rf"(?:第?(?:\([{NUMBER}]{{1,12}}\)|[{NUMBER}]{{1,12}})(?:{_BETWEEN.pattern})?){{{_MOST}}}")

#: By unit word, what follows one that counts things: 第一条道路, 第二款产品, 第三项工作, 第一目标, 第二节课.
_COUNTING = read_patterns(Path(__file__).with_name("counting.toml"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a list with a shared unit word; ``last`` is the far end if it is a range."""

    start: int
    end: int
    number: int
    insert: int = 0
    last: int = 0
    bare: bool = False
    """Written without 第 and without parentheses."""
    bracketed: bool = False
    mark: tuple[int, int] | None = None
    """Where 至 stands, if it is a range."""


@dataclass(frozen=True, slots=True)
class Ordinals:
    """第十四 … 条: numbers that share a unit word."""

    unit: Unit
    entries: tuple[Entry, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Address:
    """One member of what was read: where it stands, its steps, the far end of a range."""

    start: int
    end: int
    path: tuple[Step, ...]
    until: tuple[Step, ...] = ()
    mark: tuple[int, int] | None = None
    """Where 至 stands between the two ends of a range."""
    doubt: Doubt | None = None
    head_end: int = 0
    """Where its first step ends: behind 条 in 第十条第二款."""
    first: int = 0
    """3 for 前三款 behind an article: its first three."""


def read_addresses(
    text: str, start: int, above: Unit | None = None, *, bare: bool = False
) -> tuple[Address, ...]:
    """The addresses that begin at ``start``: one, or several that share a unit word; empty if none.

    ``above`` is the unit of a word such as 前款 before it, below which all must lie; ``bare`` allows the first 第
    to be missing, where a list goes on.

    >>> [(a.start, a.end, [s.number for s in a.path]) for a in read_addresses("第十、十八、二十六条", 0)]
    [(0, 2, [10]), (3, 5, [18]), (6, 10, [26])]
    """
    found: list[Address] = []
    prefix: tuple[Step, ...] = ()
    begin, end, unit, doubt, head_end = start, start, above, None, 0
    group = read_ordinals(text, start, bare=bare)
    if group is None and above in _HOLD_ITEMS:
        group = _bare_items(text, start)
    if group is None or (above is not None and group.unit.rank <= above.rank):
        return ()
    while group is not None:
        if unit is not None and group.unit.rank < unit.rank:
            doubt = Doubt.UNIT_ORDER
        *others, last = group.entries
        head_end = head_end or last.end
        for entry in others:
            found.append(_address(entry, group.unit, prefix, begin, head_end))
            prefix, begin = (), 0
        begin = last.start if others else begin
        if last.last:
            found.append(_address(last, group.unit, prefix, begin, head_end))
            return tuple(found)
        prefix, end, unit = (*prefix, _step(last, group.unit)), group.end, group.unit
        group = _below(text, end, unit)
    found.append(_with_far_end(text, Address(begin, end, prefix, doubt=doubt, head_end=head_end)))
    return tuple(found) if bare else (*found, *_more(text, found[-1]))


def read_ordinals(text: str, start: int, *, bare: bool = False) -> Ordinals | None:
    """第十四条, 第(一)、(二)项, 第4/16/36条, 第十四至第十七项; None if no unit word closes the numbers.

    ``bare`` allows the first number to stand without 第 and parentheses.
    """
    entries: list[Entry] = []
    at, closing = start, False
    while len(entries) < _MOST:
        m = _ORDINAL.match(text, at)
        if not m:
            return None
        number = parse_numeral(m[2] or m[3])
        naked = not m[1] and not m[2]
        if number is None or (naked and not entries and not bare):
            return None
        entry = Entry(at, m.end(), number, bare=naked, bracketed=bool(m[2]))
        if closing:
            before = entries.pop()
            entry = replace(before, end=m.end(), last=number, mark=(before.end, m.start()))
        entries.append(entry)
        at = m.end()
        tally = _TALLY.match(text, at) if len(entries) > 1 or entry.last else None
        unit = _UNIT.match(text, tally.end() if tally else at)
        if unit:
            kind = Unit(unit[0])
            end = unit.end()
            insert = _INSERT.match(text, end) if kind in (Unit.ARTICLE, Unit.ITEM) else None
            if insert:
                end = insert.end()
                entry = replace(entry, insert=parse_numeral(insert[1]) or 0)
            entries[-1] = replace(entry, end=end)
            return Ordinals(kind, tuple(entries), end)
        between = _BETWEEN.match(text, at)
        if between:
            closing = bool(_RANGE.match(between[0])) and not entry.last
            at = between.end()
        elif not text.startswith(")(", at - 1):
            return None
    return None


def beyond_long_list(text: str, start: int) -> int:
    """Where to go on behind an address that could not be read: past a list that is too long to be one."""
    long = _LONG.match(text, start)
    return long.end() if long else start + 1


def counts_things(text: str, end: int, unit: Unit) -> bool:
    """True if what follows shows that the unit word counts things: 第一条 before 道路."""
    return unit is not Unit.SUBPART and bool(_COUNTING[unit].match(text, end))


def _below(text: str, at: int, unit: Unit) -> Ordinals | None:
    """The next step down, 第二款 after 第十四条; also 第二款 after 第一项, an order to be doubted."""
    at += unit is Unit.ARTICLE and text.startswith("的第", at)
    if text[at : at + 1] not in ("第", "("):
        return None
    found = read_ordinals(text, at)
    if found is None or found.unit is unit:
        return _bare_items(text, at) if unit in _HOLD_ITEMS else None
    if found.unit.rank < unit.rank and (unit, found.unit) != (Unit.ITEM, Unit.PARAGRAPH):
        return None
    return None if found.unit is Unit.SUBITEM and counts_things(text, found.end, found.unit) else found


def _bare_items(text: str, at: int) -> Ordinals | None:
    """(三)、(四) behind 第十五条: items though 项 is missing."""
    entries: list[Entry] = []
    while (m := _BARE_ITEM.match(text, at)) is not None and len(entries) < _MOST:
        number = parse_numeral(m[1])
        if number is None:
            break
        entries.append(Entry(m.start() + m[0].index("("), m.end(), number, bracketed=True))
        at = m.end()
    return Ordinals(Unit.ITEM, tuple(entries), at) if entries else None


def _step(entry: Entry, unit: Unit) -> Step:
    return Step(unit, entry.number, entry.insert)


def _address(entry: Entry, unit: Unit, head: tuple[Step, ...], begin: int, head_end: int) -> Address:
    """One member; ``begin`` is where its head begins, 0 or less than its own start if it has one."""
    until = (Step(unit, entry.last),) if entry.last else ()
    step = Step(unit, entry.number, 0 if until else entry.insert)
    start = begin if head else entry.start
    return Address(
        start, entry.end, (*head, step), until, entry.mark, head_end=head_end if head else entry.end
    )


def _with_far_end(text: str, near: Address) -> Address:
    """第十九条至第三十三条, 第十一条至十三条, 第一款至第三款; the address alone if no range follows."""
    mark = _RANGE.match(text, near.end)
    if not mark:
        return near
    at = mark.end()
    if text.startswith(("本法", "本条"), at) and text.startswith("第", at + 2):
        at += 2
    far = read_ordinals(text, at, bare=True)
    if far is None:
        odd = _NO_NUMBER.match(text, at)
        return replace(near, end=odd.end(), mark=(near.end, at), doubt=Doubt.RANGE_UNCLEAR) if odd else near
    if len(far.entries) > 1 or far.entries[0].last:
        return replace(near, end=far.end, mark=(near.end, at), doubt=Doubt.RANGE_UNCLEAR)
    entry, end = far.entries[0], far.end
    units = {s.unit for s in near.path}
    if far.unit not in units or (entry.bare and far.unit is not near.path[-1].unit):
        return near
    until: tuple[Step, ...] = (_step(entry, far.unit),)
    while (below := _below(text, end, until[-1].unit)) is not None and len(below.entries) == 1:
        until, end = (*until, _step(below.entries[0], below.unit)), below.end
    doubt = near.doubt or (Doubt.ORDINAL_MISSING if entry.bare else None)
    return replace(near, end=end, until=until, mark=(near.end, at), doubt=doubt)


def _more(text: str, before: Address) -> list[Address]:
    """第十条、十二条 (the second 第 is missing) and 第二百八十七条之一、之二."""
    found: list[Address] = []
    while len(found) < _MOST:
        mark = _AND.match(text, before.end)
        last = (before.until or before.path)[-1]
        if not mark:
            break
        insert = _INSERT.match(text, mark.end()) if last.insert else None
        if insert:
            step = Step(last.unit, last.number, parse_numeral(insert[1]) or 0)
            before = Address(mark.end(), insert.end(), (step,), head_end=insert.end())
        else:
            group = read_ordinals(text, mark.end(), bare=True)
            if group is None or not group.entries[0].bare or not _same_level(text, group, before):
                break
            *_, last_one = read_addresses(text, mark.end(), bare=True)
            before = replace(last_one, doubt=Doubt.ORDINAL_MISSING)
        found.append(before)
    return found


def _same_level(text: str, group: Ordinals, before: Address) -> bool:
    """第十条、十二条 goes on; 第十条、三条以上 and 第十条、三条道路 do not."""
    unit = group.unit
    if unit is not Unit.ARTICLE or before.path[0].unit is not unit or len(group.entries) > 1:
        return False
    return not text.startswith(("以上", "以下"), group.end) and not counts_things(text, group.end, unit)
