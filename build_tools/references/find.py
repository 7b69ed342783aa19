"""Citations in a string: 本法第十四条、第十五条, 《刑法》第二百八十六条之一, 前两款, 民法典."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from build_tools.model.reference import Anaphor, Citation, Doubt, Lead, Unit
from build_tools.references.anaphora import read_first, read_pointer, stands_in_a_word
from build_tools.references.marks import compact, number_at, quotations, sentence_starts
from build_tools.references.names import LawNames, law_names
from build_tools.references.provisions import Address, counts_things, read_addresses
from build_tools.references.titles import NamedLaw, marked_law, unmarked_law
from build_tools.text.fold import is_blank

#: 本法, 本条例, 本暂行规定: what a text calls itself; only before an address is it part of a citation.
_OWN = re.compile(
    r"本《?(?:实施|施行|暂行|试行|管理|议事|补充|若干|修正)?(?:法典|法|条例|办法|规定|解释|细则|规则|决定|守则|准则"
    r"|章程(?!序)|公约|协定|规程|通则|意见|通知|决议|批复|标准|规范|指引|方案|制度|草案|修正案|征求意见稿|公告"
    r"|安排|纪要|纲要|须知|命令|指导意见|实施意见|补充规定)》?"
)
_DRAFT = re.compile(r"(?:修订|修正|修改|本次)?(?:草案|征求意见稿|送审稿|审议稿|讨论稿|审查稿)(?:》|\))?")
_THAT_LAW = re.compile(
    r"[该同](?:法典|法|条例|办法|规定|解释|细则|规则|决定|公约|协定|准则|守则|章程|决议|批复)(?=的?[第(])"
)
_ABOVE = re.compile(r"(?:上述|前述|上列|前列)(?=[第(])")
_BEHIND = re.compile(r"的?(?:之)?(?=[第(])")
#: An article straight after such a word is that document's, not this law's: 省实施办法第五条, 合同第三条.
_DOCUMENT = re.compile(
    r"(?:(?P<norm>[^方办司执立违守普非合依无民]法|条例|办法|规定|细则|规则|决定|解释|准则|守则|公约|议定书|修正案|法典|通则|条约|宪章|安排)"
    r"|合同|协议|章程|方案|通知|意见|标准|清单|目录|指南|手册|声明|法例|[图表证书]|附[件录表][一二三四五六七八九十0-9]*)[的之]?\Z"
)
_FIRM = re.compile(r"的?规定|所[列称规述指]")
#: 本条例规定第三十二条 is still this law's.
_OWN_RULE = re.compile(r"本(?:法|条例|办法|规定|细则|规则|解释|决定)的?规定\Z")
_CITED = re.compile(
    r"[规所、和及与至到关第的中以或另之也已对是将仅明并,，。;；:：“”（）()]|确定|提及|适用|应当|前[两二三]|相应|改|修改|删"
)
_LINK = re.compile(
    r"(?:“[^“”]{0,80}”|\([^()]{0,80}\))?(?:、|和|及|以及|或者|或|与|并|,|/|、和|,以及|、以及|和其|及其)"
)
#: 第七节改为第八节，第九节改为第十节: two changes, not a list.
_CHANGES = ("改为", "作为")
_DIGITS = frozenset("一二三四五六七八九十0123456789")
_TRIGGERS = "第前本该同上以《(草征送审讨修"


def find_citations(text: str, names: LawNames | None = None) -> tuple[Citation, ...]:
    """All citations in one line of text, in order; knows only the string, not what exists.

    ``text`` is folded to Simplified one character for one (`fold_script`); ``names`` are the law names that count
    without 《》, folded likewise. Width and blanks do not matter. Rules: docs/references.md.

    >>> [c.text for c in find_citations("违反本法第十四条、第十五条和前款规定")]
    ['第十四条', '第十五条', '前款']
    """
    small, places = compact(text)
    drafts = list(_scan(small, names or law_names()))
    if not drafts:
        return ()
    found = _in_context(small, drafts)
    if places is not None:
        found = (_at_home(c, places) for c in found)
    return tuple(replace(c, text=text[c.start : c.end], label=_is_label(text, c)) for c in found)


def _in_context(text: str, drafts: list[Citation]) -> Iterator[Citation]:
    """Say of each citation in which sentence, clause and quotation it stands, and whether a list goes on."""
    quotes = quotations(text)
    sentences, clauses = sentence_starts(text, quotes)
    before: Citation | None = None
    for draft in drafts:
        begin = draft.lead_start
        joined = _goes_on(text, before, draft)
        quote = next((q for q in quotes if q.start <= begin < q.end), None)
        yield replace(
            draft,
            joined=joined,
            loose=draft.loose and not joined,
            sentence=number_at(sentences, begin),
            clause=number_at(clauses, begin),
            opens=not begin or text[begin - 1] in ",;。:",
            quoted="" if quote is None else "new" if quote.new else "plain",
        )
        before = draft


def _goes_on(text: str, before: Citation | None, citation: Citation) -> bool:
    """True if only 、 和 或 … stands between two citations; a comma must join two of one level to be a list."""
    if before is None:
        return False
    if before.end == citation.lead_start:
        return text[before.end - 1 : before.end + 1] in ("》《", ")(")
    if not _LINK.fullmatch(text, before.end, citation.lead_start):
        return False
    comma = text[citation.lead_start - 1] == ","
    if not comma or not before.path or not citation.path:
        return not comma
    changes = text.endswith(_CHANGES, 0, before.lead_start)
    return before.path[0].unit is citation.path[0].unit and not changes


def _is_label(text: str, citation: Citation) -> bool:
    """True for the number of an article or chapter that stands where it begins, not where it is cited.

    例: 第五条 first in the line before a blank; 第十八条 after a full stop before 继续教育实行登记制度.
    """
    if citation.lead is not Lead.NONE or len(citation.path) > 1 or citation.until or not citation.path:
        return False
    if citation.path[0].unit.rank > Unit.ARTICLE.rank:
        return False
    before = text[: citation.start].rstrip()[-1:]
    behind = text[citation.end : citation.end + 2]
    if before not in ("", "。") or not behind:
        return False
    return is_blank(behind[0]) or not _CITED.match(behind)


def _at_home(citation: Citation, places: list[int]) -> Citation:
    """The citation in the text as given, blanks counted."""
    return replace(
        citation,
        start=places[citation.start],
        end=places[citation.end - 1] + 1,
        lead_start=places[citation.lead_start],
    )


def _scan(text: str, names: LawNames) -> Iterator[Citation]:
    """Read from left to right; what one rule has read, no other reads again."""
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


def _read(text: str, place: int, since: int, names: LawNames) -> tuple[list[Citation], int]:
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
    draft = _DRAFT.match(text, place) if char in "草征送审讨修" else None
    if draft:
        return _of_lead(text, place, draft.end(), Lead.OWN, draft[0])
    if char in names.last:
        law = unmarked_law(text, place + 1, since, names)
        if law:
            return _of_law(text, law)
    return [], place + 1


def _of_law(text: str, law: NamedLaw) -> tuple[list[Citation], int]:
    """《刑法》第…条 as that law's articles, 《刑法》 as the law; nothing for a title that is no norm."""
    if law.article >= 0:
        addresses = _addresses(text, law.article)
        if addresses and not law.norm:
            return [], addresses[-1].end
        if addresses:
            lead = _lead_of(law)
            return _citations(addresses, lead), addresses[-1].end
    if not law.norm:
        return [], law.end
    return [replace(_lead_of(law), end=law.end)], law.beyond


def _lead_of(law: NamedLaw) -> Citation:
    doubt = Doubt.OTHER_EDITION if law.other_edition else None
    return Citation(
        law.start, law.end, "", law.start, Lead.LAW, law.target, alias=law.alias, doubt=doubt, title=law.title
    )


def _of_pointing_word(text: str, place: int) -> tuple[list[Citation], int]:
    """本法第十四条, 前款第二项, 本条前三款, 该法第五条, 上述第三项."""
    for pattern, lead in ((_OWN, Lead.OWN), (_THAT_LAW, Lead.THAT), (_ABOVE, Lead.ABOVE)):
        word = pattern.match(text, place)
        if word and not stands_in_a_word(text, place):
            return _of_lead(text, place, word.end(), lead, word[0])
    pointer = read_pointer(text, place)
    if pointer is None:
        return [], place + 1
    head = Citation(
        place, pointer.end, "", place, anaphor=pointer.anaphor, unit=pointer.unit, count=pointer.count
    )
    first = read_first(text, pointer.end, pointer.unit)
    if first and pointer.anaphor is not Anaphor.PREVIOUS:
        end, near, far = first
        return [replace(head, end=end, count=far.number, path=(near,), until=(far,))], end
    behind = _BEHIND.match(text, pointer.end)
    addresses = read_addresses(text, behind.end(), pointer.unit) if behind else ()
    if not addresses:
        return [head], pointer.end
    return _citations(addresses, head), addresses[-1].end


def _of_lead(text: str, place: int, end: int, lead: Lead, word: str) -> tuple[list[Citation], int]:
    """Addresses behind 本法, 该法, 上述 or 草案; the word alone is no citation."""
    behind = _BEHIND.match(text, end)
    addresses = _addresses(text, behind.end()) if behind else _without_ordinal(text, end)
    if not addresses:
        return [], end
    return _citations(addresses, Citation(place, end, "", place, lead, word)), addresses[-1].end


def _of_bare_address(text: str, place: int) -> tuple[list[Citation], int]:
    """第十四条 with nothing before it, unless it counts things or belongs to some document."""
    addresses = _addresses(text, place)
    if not addresses:
        return [], place + 1
    unit = addresses[0].path[0].unit
    last = addresses[-1]
    if text[place] == "(" and unit is not Unit.ITEM:
        return [], place + 1
    alone = len(last.path) == 1
    if alone and counts_things(text, last.end, last.path[0].unit):
        return [], last.end
    below = unit.rank > Unit.ARTICLE.rank
    document = None if below else _DOCUMENT.search(text, max(0, place - 8), place)
    if document and _OWN_RULE.search(text, max(0, place - 8), place):
        document = None
    if document and not document["norm"]:
        return [], last.end
    loose = below and not _FIRM.match(text, last.end)
    head = Citation(place, place, "", place, loose=loose)
    if document:
        head = replace(head, lead=Lead.OTHER, law=document["norm"])
    return _citations(addresses, head), last.end


def _addresses(text: str, start: int) -> tuple[Address, ...]:
    """The addresses that begin at ``start``; 前两款 behind an article is part of it: 第十条前两款."""
    found = read_addresses(text, start)
    if not found or found[-1].until or found[-1].path[-1].unit is not Unit.ARTICLE:
        return found
    first = read_first(text, found[-1].end, Unit.ARTICLE)
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


def _citations(addresses: tuple[Address, ...], head: Citation) -> list[Citation]:
    """One citation an address; the first carries the lead or the pointing word."""
    found = []
    for i, address in enumerate(addresses):
        base = head if not i else Citation(address.start, address.end, "", address.start)
        start = head.start if not i and head.anaphor is not Anaphor.NONE else address.start
        found.append(
            replace(
                base,
                start=start,
                end=address.end,
                path=address.path,
                until=address.until,
                count=address.first or base.count,
                doubt=base.doubt or address.doubt,
            )
        )
    return found
