"""Laws that a text names: 《中华人民共和国刑法》, 民法典, 《网络安全法》（以下简称网安法）."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.references.find.names import LawNames, canonical_title, is_norm, may_hold_articles

_LONGEST = 160
_STATE = "中华人民共和国"
_DEFINED = re.compile(
    r"\((?:[^()]{0,40}[,;])?(?:以?下(?:简|统)?称|简称|下文简称)[为:]?[“\"《〈]?([^()“”\"《》]{1,40})[”\"》〉]?(?:,下同)?\)"
)
#: (2018年修正), (法释〔2020〕17号), (以下简称…) between a law and its article.
_ASIDE = re.compile(
    r"(?:\((?:[^()]|\([^()]{0,30}\)){0,80}\)|\[[^\[\]]{0,20}\]){0,3}(?:[总分]则)?(?:的|之|中的?)?(?=第)"
)
#: A title within (以下分别简称《森林法》《森林法实施条例》) defines and cites nothing.
_DEFINES = re.compile(r"以?下(?:分别)?[简统合]?称为?[^()。;]{0,50}\Z")
_COMPOSITE = re.compile(
    r"实施条例|实施细则|实施办法|施行细则|施行条例|修正案(?:\([一二三四五六七八九十]{1,3}\))?"
)
#: After a law's name: the word goes on and names no law: 土地管理法规, 公司法人, 宪法和法律委员会.
_GOES_ON = re.compile(
    r"规(?!定)|律|院|官|庭|警|医|学|制(?!定|裁)|治(?!安)|令|案(?!件)|系(?!统)|人(?!民)|定(?!为|罪)|典|纪|盲|理学"
    r"|委员会|和法律委员会|法律委员会|宣誓|日|\(?(?:修订|修正)?草案|\(?征求意见稿"
)
_FOREIGN = re.compile(
    r"(?:美国|英国|德国|法国|日本|韩国|瑞士|意大利|俄罗斯|欧盟|香港|澳门|台湾|外国|该国|所在国|其本国)(?:的|联邦)?\Z"
)
#: What may stand before a short name; 排水法 and 抽样统计法 are no laws.
_BOUNDARY = frozenset(
    "照据反按依合用守及和与或由对在除将把从有以因为了是施改订定遵国受入违新旧现原即含如至给"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_EDITION_BEFORE = re.compile(r"(?:现行的?|原来?的?|旧|修[订正改]前的?|已?废止的)\Z")
#: A law of this name that goes or went: 《行政复议条例》同时废止.
_REPEALED = re.compile(r"(?:\([^()]{0,60}\))?(?:、《[^》]{1,80}》|和《[^》]{1,80}》)*同时废止")


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


#: 省实施《道路交通安全法》办法 is the name of the rule, not of the law.
_RULE_BEHIND = re.compile(r"(?:若干)?(?:办法|细则|条例|规定(?!的))")


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
    norm = norm and not _DEFINES.search(text, max(0, start - 60), start)
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
    more = _COMPOSITE.match(text, end)
    whole = text[start : more.end()] if more else ""
    if more and (target[-1] in "法典" or whole in names.canonical):
        end = more.end()
        target = names.canonical.get(whole, canonical_title(target + more[0]))
    elif _GOES_ON.match(text, end):
        return None
    if _names_a_rule(text, start, end):
        return None
    article = _article(text, end)
    if text.endswith(_STATE, start_from, start):
        start -= len(_STATE)
    elif _stands_in_a_word(text, start, len(name), article):
        return None
    return _named(text, start, end, text[start:end], target, article, True)


def _names_a_rule(text: str, start: int, end: int) -> bool:
    return text.endswith("实施", 0, start) and bool(_RULE_BEHIND.match(text, end))


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
    aside = _ASIDE.match(text, end)
    return aside.end() if aside else -1


def _named(text: str, start: int, end: int, title: str, target: str, article: int, norm: bool) -> NamedLaw:
    defined = _DEFINED.match(text, end)
    old = bool(_EDITION_BEFORE.search(text[max(0, start - 6) : start]) or _REPEALED.match(text, end))
    return NamedLaw(
        start, end, title, target, article, norm,
        defined[1] if defined and norm else "", old, defined.end() if defined else end,
    )  # fmt: skip


def _stands_in_a_word(text: str, start: int, length: int, article: int) -> bool:
    """True for 排水法, 美国证券法: a short name needs a boundary before it, or an article behind."""
    before = text[start - 1 : start]
    if not before or not _HAN.match(before):
        return False
    if _FOREIGN.search(text[max(0, start - 8) : start]):
        return True
    return length <= 3 and article < 0 and before not in _BOUNDARY
