"""Tokenizer: finds citation candidates left to right: laws, pointing words, addresses with what leads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from build_tools.grammar.addresses import Address, beyond_long_list, counts_things, read_addresses
from build_tools.model.reference import Anaphor, Doubt, Lead, Step, Unit
from build_tools.references.find.anaphora import read_first, read_pointer, stands_in_a_word
from build_tools.references.find.names import LawNames
from build_tools.references.find.titles import NamedLaw, marked_law, unmarked_law
from build_tools.text.patterns import read_patterns

_P = read_patterns(Path(__file__).with_suffix(".toml"))
_DIGITS = frozenset("一二三四五六七八九十0123456789")
_TRIGGERS = "第前本该同上以《(草征送审讨修"


@dataclass(slots=True)
class Draft:
    """A citation candidate; places count in the compact text. Fields as in `Citation`."""

    start: int
    end: int
    lead_start: int
    lead: Lead = Lead.NONE
    law: str = ""
    anaphor: Anaphor = Anaphor.NONE
    unit: Unit | None = None
    count: int = 1
    path: tuple[Step, ...] = ()
    until: tuple[Step, ...] = ()
    mark: tuple[int, int] | None = None
    doubt: Doubt | None = None
    alias: str = ""
    title: str = ""
    loose: bool = False

    def at(self, address: Address) -> Draft:
        """This head with the address behind it; a pointing word is part of the citation, a lead is not."""
        self.start = self.start if self.anaphor is not Anaphor.NONE else address.start
        self.end, self.path, self.until, self.mark = address.end, address.path, address.until, address.mark
        self.count = address.first or self.count
        self.doubt = self.doubt or address.doubt
        return self


def scan(text: str, names: LawNames) -> Iterator[Draft]:
    """Citation candidates of a compact text, in order; text that one rule has read is not read again.

    例: 违反本法第十四条、第十五条 gives two, the first led by 本法.
    """
    at = since = 0
    triggers = _triggers(names.last)
    while (trigger := triggers.search(text, at)) is not None:
        place = trigger.start()
        found, beyond = _read(text, place, since, names)
        yield from found
        at = max(beyond, place + 1)
        since = at if found or beyond > place + 1 else since


@cache
def _triggers(last: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{_TRIGGERS}{''.join(sorted(last))}]")


def _read(text: str, place: int, since: int, names: LawNames) -> tuple[list[Draft], int]:
    """What begins at ``place``, or the law whose name ends there, and where to go on.

    A name does not reach before ``since``, the end of what was read before.
    """
    char = text[place]
    if char == "《":
        law = marked_law(text, place, names)
        return _of_law(text, law) if law else ([], place + 1)
    if char == "第" or (char == "(" and place):
        return _of_bare_address(text, place)
    if char in "本该同上前以":
        return _of_pointing_word(text, place)
    draft = _P["draft"].match(text, place) if char in "草征送审讨修" else None
    if draft:
        return _of_lead(text, place, draft.end(), Lead.OWN, draft[0])
    if char in names.last:
        law = unmarked_law(text, place + 1, since, names)
        if law:
            return _of_law(text, law)
    return [], place + 1


def _of_law(text: str, law: NamedLaw) -> tuple[list[Draft], int]:
    """《刑法》第…条 as that law's articles, 《刑法》 as the law; nothing for a title that is no norm."""
    head = Draft(law.start, law.end, law.start, Lead.LAW, law.target, alias=law.alias, title=law.title)
    head.doubt = Doubt.OTHER_EDITION if law.other_edition else None
    addresses = _addresses(text, law.article) if law.article >= 0 else ()
    if addresses:
        return (_drafts(addresses, head) if law.norm else []), addresses[-1].end
    return ([head], law.beyond) if law.norm else ([], law.end)


def _of_pointing_word(text: str, place: int) -> tuple[list[Draft], int]:
    """本法第十四条, 前款第二项, 本条前三款, 该法第五条, 上述第三项."""
    for pattern, lead in ((_P["own"], Lead.OWN), (_P["that_law"], Lead.THAT), (_P["above"], Lead.ABOVE)):
        word = pattern.match(text, place)
        if word and not stands_in_a_word(text, place):
            return _of_lead(text, place, word.end(), lead, word[0])
    pointer = read_pointer(text, place)
    if pointer is None:
        return [], place + 1
    if (pointer.anaphor, pointer.unit) == (Anaphor.THIS, Unit.ARTICLE):
        # 本条前款 is 前款.
        further = read_pointer(text, pointer.end)
        if further and further.anaphor is Anaphor.PREVIOUS and further.count < 2:
            pointer = further
    end, unit = pointer.end, pointer.unit
    if pointer.count > 1 and counts_things(text, end, unit):
        return [], end
    head = Draft(place, end, place, anaphor=pointer.anaphor, unit=unit, count=pointer.count)
    first = read_first(text, end, unit) if pointer.anaphor is not Anaphor.PREVIOUS else None
    if first:
        address = Address(place, first[0], (first[1],), (first[2],), first=first[2].number)
        return [head.at(address)], first[0]
    behind = _P["behind"].match(text, end)
    addresses = read_addresses(text, behind.end(), unit) if behind else ()
    return (_drafts(addresses, head), addresses[-1].end) if addresses else ([head], end)


def _of_lead(text: str, place: int, end: int, lead: Lead, word: str) -> tuple[list[Draft], int]:
    """Addresses behind 本法, 该法, 上述 or 草案; the word alone is no citation."""
    behind = _P["behind"].match(text, end)
    addresses = _addresses(text, behind.end()) if behind else _without_ordinal(text, end)
    if not addresses:
        return [], end
    head = Draft(place, end, place, lead, word, loose=lead is Lead.ABOVE)
    return _drafts(addresses, head), addresses[-1].end


def _of_bare_address(text: str, place: int) -> tuple[list[Draft], int]:
    """第十四条 with nothing before it, unless it counts things or belongs to some document."""
    addresses = _addresses(text, place)
    if not addresses:
        return [], beyond_long_list(text, place)
    unit = addresses[0].path[0].unit
    last = addresses[-1]
    if text[place] == "(" and unit is not Unit.ITEM:
        return [], place + 1
    if len(last.path) == 1 and counts_things(text, last.end, last.path[0].unit):
        return [], last.end
    below = unit.rank > Unit.ARTICLE.rank
    head = Draft(place, place, place, loose=below and not _P["firm"].match(text, last.end))
    document = None if below else _P["document"].search(text, max(0, place - 8), place)
    if document and not _P["own_rule"].search(text, max(0, place - 8), place):
        if not document["norm"]:
            return [], last.end
        head.lead, head.law, head.lead_start = Lead.OTHER, document["norm"], document.start("norm")
    return _drafts(addresses, head), last.end


def _addresses(text: str, start: int) -> tuple[Address, ...]:
    """The addresses that begin at ``start``; 前两款 behind one is part of it: 第十条前两款."""
    found = read_addresses(text, start)
    if not found or found[-1].until or found[-1].path[-1].unit not in (Unit.ARTICLE, Unit.PARAGRAPH):
        return found
    first = read_first(text, found[-1].end, found[-1].path[-1].unit)
    if first is None:
        return found
    end, near, far = first
    last = found[-1]
    return (*found[:-1], replace(last, end=end, path=(*last.path, near), until=(far,), first=far.number))


def _without_ordinal(text: str, start: int) -> tuple[Address, ...]:
    """六十条第四款 behind 本条例: the first 第 is missing."""
    found = read_addresses(text, start, bare=True) if text[start : start + 1] in _DIGITS else ()
    if not found or found[0].path[0].unit is not Unit.ARTICLE or found[0].path[0].number < 2:
        return ()
    return tuple(replace(a, doubt=Doubt.ORDINAL_MISSING) for a in found)


def _drafts(addresses: tuple[Address, ...], head: Draft) -> list[Draft]:
    """One draft an address; the first carries the lead or the pointing word."""
    others = [Draft(a.start, a.end, a.start).at(a) for a in addresses[1:]]
    return [head.at(addresses[0]), *others]
