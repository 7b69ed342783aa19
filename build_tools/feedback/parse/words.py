"""The words by which people show the structure of an opinion: 原文：, 建议修改为：, 总体意见, 此致.

All patterns read text folded to Simplified characters, so each is written once for both scripts.
"""

from __future__ import annotations

import re
from enum import StrEnum

from build_tools.grammar.numerals import NUMERAL_CLASS

_N = rf"[{NUMERAL_CLASS}]"
BLANKS = r"\s\u00ad\u200b-\u200d\u2060\ufeff"
"""Blanks and invisible characters, for use inside a regular expression's class."""
ADORNED = r"[\s#＃*_~◆◇■□▲△►▶➤※☆★]*"
"""Marks that people put before a heading, as part of a pattern."""


class Role(StrEnum):
    """What a line that begins with a word and a colon announces."""

    QUOTE = "quote"
    OPINION = "opinion"
    PROPOSAL = "proposal"
    """修改后：, 建议修改为：: the words that the writer would put into the law."""
    REASON = "reason"


_QUOTE_WORDS = (
    r"(?:征求意见稿|草案|现行|法律|送审稿|本条|该条)*的?"
    r"(?:原文|条文内容|原条文|条文原文|条文|原条款|条款原文|条款内容|原规定|现行规定|规定内容|原内容|草案内容|草案规定|引用原文|引文)"
)
_PROPOSAL_WORDS = (
    r"(?:(?:建议|拟)?(?:修改为|改为|修改后的?(?:条文|内容)?|修改方案|修改稿)"
    r"|建议(?:条文|表述|稿|文本|修改稿))"
)
_OPINION_WORDS = (
    r"(?:修改|具体|主要|我们的|本人|个人|立法|完善|反馈|公众|存在的?)*"
    r"(?:意见和建议|意见及建议|意见与建议|意见建议|意见|建议|问题分析|问题|分析|评析|评论|看法|观点|反馈|疑问)"
)
_REASON_WORDS = (
    r"(?:修改|具体|主要|相关|法律|法理|立法|参考)*"
    r"(?:理由和依据|理由及依据|理由与依据|理由依据|理由说明|理由|依据|原因|说明|备注|参考|论证)"
)
ROLE_MARK = re.compile(
    rf"{ADORNED}(?P<open>[【〔［\[])?(?:(?P<quote>{_QUOTE_WORDS})|(?P<proposal>{_PROPOSAL_WORDS})"
    rf"|(?P<reason>{_REASON_WORDS})|(?P<opinion>{_OPINION_WORDS}))(?:{_N}{{1,2}})?"
    rf"(?P<close>[】〕］\]])?[*_]*(?P<end>\s*[：:][{BLANKS}*_]*|\s*\Z)?"
)


def role_of_column(head: str) -> Role | None:
    """What a column of a table holds, by its folded head: 原文, 修改意见, 理由; None if the head does not say."""
    words = re.sub(r"[\s*_：:（(].*", "", head.strip().strip("*_ "))
    for role, pattern in (
        (Role.PROPOSAL, _PROPOSAL_WORDS),
        (Role.QUOTE, _QUOTE_WORDS + r"|现行|草案|征求意见稿|原条文表述|规定"),
        (Role.REASON, _REASON_WORDS),
        (Role.OPINION, _OPINION_WORDS + r"|.{0,8}(?:意见|建议)(?:和|及|与|、)?(?:理由|建议)?"),
    ):
        if re.fullmatch(pattern, words):
            return role
    return None


class OpinionPart(StrEnum):
    """The parts that opinions are divided into."""

    GENERAL = "general"
    SPECIFIC = "specific"
    OTHER = "other"
    CHAPTER = "chapter"


_OPINIONS = r"(?:意见|建议|评价|看法|评论|观点|判断|问题|评析|反馈|印象|分析|说明)"
_ENGLISH_NUMBER = r"(?:(?:(?:section|part|chapter)\s+)?(?:[ivxlc]{1,5}|[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-z])(?:\s?[.):–—-]|\s)\s?)?"
_ENGLISH_OPINIONS = (
    r"\s?(?:comments?|remarks?|observations?|opinions?|views?|suggestions?|recommendations?|concerns?|issues?|points)"
    r"(?: and (?:comments?|remarks?|suggestions?|recommendations?|conclusions?))?"
)
_PARTS = {
    OpinionPart.GENERAL: re.compile(
        r"(?:(?:对|关于|就).{1,40}?)?(?:总体|整体|总的|综合|宏观|一般性?|全局性?|原则性?|基本|概括性?|共性|普遍性?)(?:性|方面)?的?"
        rf"(?:修改|立法|完善|反馈)?{_OPINIONS}(?:(?:和|与|及|、|或)?{_OPINIONS})?|总评|总论|总体|总述"
        rf"|(?i:{_ENGLISH_NUMBER}(?:general|overall|overarching|cross-cutting)(?:{_ENGLISH_OPINIONS})?)"
    ),
    OpinionPart.SPECIFIC: re.compile(
        r"(?:(?:对|关于|就|针对).{0,24}?)?(?:具体|逐条|分条|逐项|分项|各条|条文|条款|章节|个别)(?:的|性)?(?:具体|修改|完善|条款|条文|内容|规定|制度|方面)*的?"
        rf"(?:修改|完善|具体|反馈)?{_OPINIONS}(?:(?:和|与|及|、)?(?:{_OPINIONS}|理由))*"
        rf"|(?i:{_ENGLISH_NUMBER}(?:(?:specific|detailed|particular|individual|article-by-article)(?:{_ENGLISH_OPINIONS})?"
        r"|comments (?:on|by) (?:specific |individual |particular )?(?:articles?|provisions)))"
    ),
    OpinionPart.OTHER: re.compile(
        rf"(?:其他|其它|另外|补充|附带|最后|结语|结束语|总结|小结|结论|附言)(?:的|性|方面|立法|修改)*(?:{_OPINIONS}|事项)?(?:(?:和|与|及|、)?{_OPINIONS})?"
        rf"|引言|前言|导言|(?i:{_ENGLISH_NUMBER}(?:introduction|preface|foreword|executive summary|(?:in )?conclusions?"
        rf"|annex|appendix|contact|about us"
        rf"|(?:other|additional|further|final|closing|concluding){_ENGLISH_OPINIONS}))"
    ),
    OpinionPart.CHAPTER: re.compile(
        rf"(?:关于|对于|对|针对)?第\s?{_N}{{1,4}}\s?[编章节](?:[\s（(《“].{{0,40}}|[^，,的]{{0,20}}|的?{_OPINIONS})"
        r"|(?:[Cc]omments? on |[Oo]n )?(?:Chapters?|CHAPTERS?) (?:[0-9]{1,2}|[IVXLC]+)"
        r"(?:(?:\s?[:.–—-]\s?| (?=[A-Z(]))[^.]{0,40})?"
    ),
}


def part_named(words: str) -> OpinionPart | None:
    """The part whose heading these plain words are: 总体意见, 具体条款意见, 其他意见, 第二章 …; None if they are none."""
    if len(words) > 44:
        return None
    return next((part for part, pattern in _PARTS.items() if pattern.fullmatch(words)), None)


OPINED = re.compile(r"建议|修改为|改为|不妥|歧义|过于|过宽|删去|不明确|应予?明确|认为")
"""Words that the text of a law hardly has."""
CRITICISES = re.compile(
    r"建议(?:[将把删改修增明对补调在规细取进参为，,：:]|$)|不妥|歧义|过于[宽笼模严原抽含]|过宽|不明确|应予?明确|口袋|泛化|兜底"
)
"""Words of an opinion where there is no law to compare with: 认为 and 修改为 stand in laws too."""
POSITION = re.compile(
    r"建议(?!如下|稿)|应[当予]|不[应宜]|删[除去]|修改为|改为|反对|不同意|认为|过于|过宽|希望|呼吁|担[忧心]|质疑|风险"
    r"|(?i:\b(?:should|must|we (?:propose|recommend|suggest|urge|believe|ask|oppose|object)|too (?:broad|vague))\b)"
)
"""Words of somebody who takes a position; a law has some of them too."""
DEMANDS = re.compile(
    r"建议|删[除去]|修改|增加|改为|取消|缩短|延长|应|不[宜妥当明清]|过[宽于长短]|“[^”]*”|「[^」]*」|合并|保留"
    r"|(?i:\b(?:should|must|shall not|delete|remove|replace|add|amend|clarify|insert|define|too|unclear|vague)\b)"
)
"""Words that make a short text an opinion, not the caption of an article."""
BEGINS_OPINION = re.compile(r"[\s*_]*(?:建议|意见|理由|[该此]条|笔者|我们?认为|评[论析])")
LEADS_IN = re.compile(r"(?:如下|以下|下列|下面)[^。]{0,12}[。：:]?\s*\Z")
"""以下建议。 at the end of an introduction."""
ANNOUNCES = re.compile(r"[：:][\s*_”」]*\Z|(?:如下|以下[^。]{0,8}|下列[^。]{0,8})[。：:\s*_]*\Z")
"""A line that what stands below it belongs to."""
PROPOSES = re.compile(
    r"(?:[为作]|如下|规定|增加|增设|新增|补充)[^。；]{0,20}[：:][\s*_]*\Z"
    r"|(?i:\b(?:propos|amend|replac|insert|add|read|follow|redraft)[^.;]{0,40}:[\s*_]*\Z)"
)
"""A line that announces words for the law: 建议改为：, 增加一条，作为第九条："""
GENERAL_ROW = re.compile(r"[\s*_]*(?:总体|整体|全文|全篇|其他|其它|综合|第.{1,4}[章节编])")
"""The first cell of a row that is about no single article."""
WITHIN_ARTICLE = re.compile(
    rf"[\s*_]*(?:第?\s?[（(]?{_N}{{1,4}}[)）]?\s?(?:[款项目]|[、.．)）]|\Z)|[（(]{_N}{{1,3}}[)）]|同上|[\"〃]|(?i:sub-?para|para|item|point|ditto))"
)
"""The first cell of a row that goes on the article of the row before: 第二款, （三）, 同上."""
CLOSING = re.compile(
    r"(?:此致|敬礼|特此|顺祝|谢谢|以上[^。]{0,12}[。.]?\Z|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\Z"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}\Z|[二〇○零一]{4}年.{2,6}日\Z"
    r"|(?:建议人|提交人|反馈人|意见人|作者|署名|姓名|单位|联[系络][人方电]?[式话]?|电话|邮[箱编]|地址|日期|时间|手机)\s*[：:])"
)
"""A line of a letter's end."""
_BRACKETS = re.compile(r"[（(【\[〔].*?[)）】\]〕]")
DRAFT = re.compile(r"(?:修订)?(?:草案|征求意见稿|[送报]审稿|[一二三]审稿)\Z")
"""The end of a title of a law not yet made."""


def bare_title(title: str) -> str:
    """A Simplified title without brackets, blanks, 中华人民共和国 and 草案.

    >>> bare_title("中华人民共和国网络犯罪防治法（征求意见稿）")
    '网络犯罪防治法'
    """
    return DRAFT.sub("", _BRACKETS.sub("", "".join(title.split())).removeprefix("中华人民共和国"))
