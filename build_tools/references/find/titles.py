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
    r"规(?!定)|律|院|官|庭|警|医|学|制(?!定|裁)|治(?!安)|令|案(?!件)|系(?!统)|人(?!民)|定(?!为|罪)|典|纪|盲|理学|务(?!必)"
    r"|委员会|和法律委员会|法律委员会|宣誓|日|\(?(?:修订|修正)?草案|\(?征求意见稿"
)
_FOREIGN = re.compile(
    r"(?:美国|英国|德国|法国|日本|韩国|瑞士|意大利|俄罗斯|欧盟|香港|澳门|台湾|外国|该国|所在国|其本国)(?:的|联邦)?\Z"
)
#: What may not stand before a short name, since it makes a longer one: 社会保险法, 再销售价格法, 总公司法务, 排水法.
_LONGER = re.compile(
    r"(?:[本该此非准总分子类级]|社会|军人|失业|养老|工伤|生育|医疗|海上|人身|财产|商业|农业|存款|信用|人寿"
    r"|执业|经济|技术|买卖|租赁|购销|承揽|服务|涉外|国际|比较|外国|各国|行政|民事|军事|单行|附属|暂行|试行|少年"
    r"|义务|职业|高等|国防|学前|主义|家庭|成人|民族|特殊|继续|老年|初等|中等|终身|健康"
    r"|节约|再生|新型|石油|调解|海事|商事|人事|体育|劳动|争议|受控|销售|清算|成本|计划|市场|协议|政府"
    r"|内部|企业|管理|单位|民间|农村|城市|高速|抽样|人口|部门|电子|商用|商业|农用|林木|内河|沿海"
    r"|建设|道路|城镇|农产品|绿色|古|控制|抵押|竞价|共产)\Z"
)
#: Characters that make another word with the first one of a name: 排水, 减刑.
_OTHER_WORD = {
    "水法": frozenset("排污废供节治饮洪雨海淡咸脱潜引取放蓄蒸抽灌温冷热泉汽风山地下用流香给浇储净软硬"),
    "刑法": frozenset("减量死徒缓酷服判处"),
}
#: A rule that is still to be made: 军队医疗机构的医疗事故处理办法，由…制定.
_TO_BE_MADE = re.compile(r"[办规细条][法定则例],?(?:由[^。;]{1,60}?|另行)(?:制定|规定)")
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
    if _names_a_rule(text, start, end) or (
        text.endswith("的", 0, start) and _TO_BE_MADE.match(text, end - 2)
    ):
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
    """True for 排水法, 美国证券法: before a short name no word may stand that makes it longer, unless an article follows."""
    before = text[max(0, start - 8) : start]
    if _FOREIGN.search(before):
        return True
    if length > 3 or article >= 0:
        return False
    joins = _OTHER_WORD.get(text[start : start + length], frozenset())
    return bool(_LONGER.search(before)) or before[-1:] in joins
