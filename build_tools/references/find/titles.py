"""Laws that a text names: 《中华人民共和国刑法》, 民法典, 《网络安全法》（以下简称网安法）."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_tools.references.find.names import LawNames, canonical_title, is_norm, may_hold_articles
from build_tools.text.patterns import read_patterns

_P = read_patterns(Path(__file__).with_suffix(".toml"))
_LONGEST = 160
_STATE = "中华人民共和国"
#: Characters that make another word with the first one of a name: 排水, 减刑.
_OTHER_WORD = {
    "水法": frozenset("排污废供节治饮洪雨海淡咸脱潜引取放蓄蒸抽灌温冷热泉汽风山地下用流香给浇储净软硬"),
    "刑法": frozenset("减量死徒缓酷服判处"),
}


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law as named: where, by which title, and where an article of it would begin."""

    start: int
    end: int
    title: str
    """As written, folded, without 《》."""
    target: str
    article: int
    """Where its article may begin, behind 的 and parentheses; -1 if none follows."""
    norm: bool
    alias: str = ""
    other_edition: bool = False
    beyond: int = 0
    """Where reading goes on: behind the definition of a short name."""


def marked_law(text: str, start: int, names: LawNames) -> NamedLaw | None:
    """The title in 《》 that begins at ``start``; None if it is not closed. What is no norm says so.

    >>> marked_law("《民法典》第七条", 0, law_names()).target
    '民法典'
    """
    end = _closing(text, start)
    if end < 0:
        return None
    title = text[start + 1 : end - 1]
    article = _article(text, end)
    norm = is_norm(title) or (article >= 0 and may_hold_articles(title))
    norm = norm and not _names_a_rule(text, start, end)
    norm = norm and not _P["defines"].search(text, max(0, start - 60), start)
    return _named(text, start, end, title, names.target(title), article, norm)


def unmarked_law(text: str, end: int, start_from: int, names: LawNames) -> NamedLaw | None:
    """The law whose name without 《》 ends at ``end`` and does not reach before ``start_from``; None if none.

    例: 依照海关法的规定; not: 土地管理法规, 公司法人, 排水法.
    """
    name = names.ending_at(text, end)
    if name is None or end - len(name) < start_from:
        return None
    start = end - len(name)
    target = names.canonical[name]
    more = _P["composite"].match(text, end)
    whole = text[start : more.end()] if more else ""
    if more and (target[-1] in "法典" or whole in names.canonical):
        end = more.end()
        target = names.canonical.get(whole, canonical_title(target + more[0]))
    elif _P["goes_on"].match(text, end):
        return None
    to_be_made = text.endswith("的", 0, start) and _P["to_be_made"].match(text, end - 2)
    if to_be_made or _names_a_rule(text, start, end):
        return None
    article = _article(text, end)
    if text.endswith(_STATE, start_from, start):
        start -= len(_STATE)
    elif _stands_in_a_word(text, start, len(name), article):
        return None
    return _named(text, start, end, text[start:end], target, article, True)


def _names_a_rule(text: str, start: int, end: int) -> bool:
    return text.endswith("实施", 0, start) and bool(_P["rule_behind"].match(text, end))


def _closing(text: str, start: int) -> int:
    """Behind the 》 that closes the 《 at ``start``; titles within titles are counted."""
    first = text.find("》", start, start + _LONGEST)
    if first < 0:
        return -1
    depth = 0
    for i in range(start, min(len(text), start + _LONGEST)):
        if text[i] == "《":
            depth += 1
        elif text[i] == "》":
            depth -= 1
            if not depth:
                return i + 1
    return first + 1


def _article(text: str, end: int) -> int:
    aside = _P["aside"].match(text, end)
    return aside.end() if aside else -1


def _named(text: str, start: int, end: int, title: str, target: str, article: int, norm: bool) -> NamedLaw:
    defined = _P["defined"].match(text, end)
    before = text[max(0, start - 6) : start]
    old = bool(_P["edition_before"].search(before) or _P["repealed"].match(text, end))
    return NamedLaw(
        start, end, title, target, article, norm,
        defined[1] if defined and norm else "", old, defined.end() if defined else end,
    )  # fmt: skip


def _stands_in_a_word(text: str, start: int, length: int, article: int) -> bool:
    """True for 排水法, 美国证券法: before a short name no word may stand that makes it longer, unless an article follows."""
    before = text[max(0, start - 8) : start]
    if _P["foreign"].search(before):
        return True
    if length > 3 or article >= 0:
        return False
    joins = _OTHER_WORD.get(text[start : start + length], frozenset())
    return bool(_P["longer"].search(before)) or before[-1:] in joins
