"""The label of an article that a line begins with: 关于第十二条, 【第12條】, Re Article 12(1) of the draft.

All patterns read text folded to Simplified characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from build_tools.feedback.parse.words import ADORNED
from build_tools.grammar.article_lists import ArticleList, read_article_list
from build_tools.grammar.english_lists import read_english_list
from build_tools.text.fold import is_blank

_LEAD = re.compile(
    rf"{ADORNED}(?:(?:涉及|针对|修改|意见)?(?:条款|条文|条号|条目|章节)(?:序号|号)?\s?[：:]\s?)?[【〔［\[（(]?"
    r"(?:建议|拟|应当?)?(?:关于|对于|针对|有关|涉及|修改|完善|细化|明确|删除|删去|对|就|将|把)?"
    r"(?:《(?P<title>[^《》]{1,60})》(?:[（(][^（）()]{1,12}[)）])?|(?:法律)?草案|征求意见稿|意见稿|送审稿|本法|该法|法律)?"
    r"(?:[（(][^（）()]{1,12}[)）])?[的中]?\s?"
)
_CAPTION = re.compile(r"\s*(?:[（(【\[〔“][^（）()【】\[\]〔〕“”]{1,60}[)）】\]〕”])")
_CLOSING = re.compile(r"[\s】〕\]］）)*_]*")
_OF_OPINIONS = re.compile(
    r"(?:[的之]|中)?(?:具体|修改|主要|几点|相关|立法|完善|部分|条文|条款|规定|内容)*的?"
    r"(?:意见和建议|意见及建议|意见建议|意见|建议|问题|评论|评析|分析|看法|部分|条文|规定|内容|原文(?:如下)?|修改|完善|补充)(?:及理由|和理由)?[：:]?[\s*_]*\Z"
)
_STOPS = tuple("。；！？;!?")
_COLON = re.compile(r"[\s*_]*(?:[：:]|[-—–－]{1,2})[\s*_]*")
_COMMA = re.compile(r"[,，]")
_DEMANDING = re.compile(r"[,，][ \u3000]*(?=建议|应|不[应宜]|删|改|增|明确)")
_ENGLISH_LEAD = re.compile(
    rf"{ADORNED}[【〔［\[（(]?(?:(?:[ivxlc]{{1,6}}|[a-z]|[0-9]{{1,3}}(?:\.[0-9]{{1,3}})*)[.)]?\s+)?"
    r"(?:(?:(?:general|specific|detailed|our|further|proposed|suggested)\s+){0,2}"
    r"(?:comments?|remarks?|observations?|opinions?|views?|suggestions?|proposals?|recommendations?|amendments?|changes?)"
    r"\s*(?:[:–—-]\s*|\s(?:on|to|about|regarding|concerning|for)\s+)"
    r"|(?:re|on|about|regarding|concerning|as\s+to|with\s+(?:regard|respect)\s+to|delete|remove|amend|keep|clarify)\b[:.]?\s*)?"
    r"(?:the\s+)?(?:draft\s+)?",
    re.IGNORECASE,
)
_LIKE_NUMBER = (
    r"(?:[0-9０-９〇一二三四五六七八九十百][0-9０-９〇一二三四五六七八九十百条之a-z()/–-]*(?:\.[0-9]+)*|[ivxlc]+(?![a-z])"
    r"|[a-z]*(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty)(?![a-z]))条?"
)
_LIKE_ENGLISH = re.compile(
    r"(?:articles?|arts?\b\.?|sections?|sec\b\.|§+)\s*(?:nos?\b\.?|numbers?\b|[#№])?\s*"
    rf"{_LIKE_NUMBER}(?:\s?(?:,|&|-|–|\band\b|\bor\b|\bto\b)\s?(?:and\s)?{_LIKE_NUMBER})*",
    re.IGNORECASE,
)
_OF_DRAFT = re.compile(
    r",?\s+(?:of|in)\s+(?:the|this)\s+(?:proposed\s+|consultation\s+)?(?:draft|bill)"
    r"(?:\s+(?:law|bill|act|regulations?|measures|provisions|rules))?(?=\s*(?:[:：.,–—*_)\]】-]|\Z))",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"\s+(?:ff?\b|et\s+seq|onwards?\b|and\s+(?:following|onwards?)\b)", re.IGNORECASE)
_STOP = re.compile(r"\.(?=\s)[\s*_]*|\.\Z")
_TEXT = re.compile(
    r"[\s*_]+(?!(?:Directive|Regulation|Convention|Covenant|Treaty|Charter|Constitution|Code|Law|Act)\b)"
    r"(?=[A-Z]?[a-z]*[A-Z][a-z]|[AI]\s|[^\x00-\x7f])"
)
_ENGLISH_END = re.compile(r"[.!?;:。！？；：][\s*_\"'”’)\]]*\Z")
_CLOSING_MARK = re.compile(r"[】〕\]］）)*_]+")
_OTHER_LAW = re.compile(r"\s+(?:of|in)\b|\s+[A-Z]")
_LONGEST_HEADING = 80


class LabelForm(StrEnum):
    """How an article's label stands at the beginning of a line."""

    ALONE = "alone"
    """第十二条, 关于第十二条, 第十二条（实名制）, 对第十二条的意见: nothing else on the line."""
    INLINE = "inline"
    """第十二条 …, 第十二条：…: text follows after a blank or colon."""
    GLUED = "glued"
    """第十二条规定的…: the beginning of a sentence."""
    DOUBTFUL = "doubtful"
    """Article XII, Article 12 of the Telecommunications Act: like a heading, but of which article is not clear."""


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """The articles that a line begins with; its text goes on at ``rest``."""

    listed: ArticleList
    start: int
    rest: int
    form: LabelForm
    captioned: bool = False
    """True if a short text after the label may be its caption as well as an opinion."""
    title: str = ""
    """Name of the law that stands before the label: 《网络犯罪防治法》第十二条."""
    english: bool = False


def read_label(plain: str, begin: int) -> ArticleLabel | None:
    """The label that begins at an offset of a folded line (``一、关于第十二条``: 2); None if none does."""
    lead = _LEAD.match(plain, begin)
    start = lead.end() if lead else begin
    listed = read_article_list(plain, start)
    if not listed:
        return _read_english(plain, begin)
    title = (lead["title"] or "") if lead else ""
    announced = lead is not None and plain[begin:start].strip(" \t\u3000#*_【[〔（(") != ""
    after = _CLOSING.match(plain, listed.end)
    rest = after.end() if after else listed.end
    closed = rest > listed.end
    again = read_english_list(plain, rest)
    if again and [a.first for a in again.articles] == [a.first for a in listed.articles]:
        rest = again.end  # 第十二条 Article 12
    caption = _CAPTION.match(plain, rest)
    if caption and (caption.end() == len(plain) or plain[caption.end()] in "：: \t\u3000\u00a0*_"):
        rest, closed = caption.end(), True
    tail = _bare(plain[rest:])
    if not tail or _OF_OPINIONS.match(plain, rest):
        return ArticleLabel(listed, start, len(plain), LabelForm.ALONE, title=title)
    short = announced and len(tail) <= 40 and not plain.rstrip().endswith(_STOPS) and not _COMMA.search(tail)
    if short and (closed or plain[rest] not in "规中第与和以款项"):
        return ArticleLabel(listed, start, len(plain), LabelForm.ALONE, title=title)
    colon = _COLON.match(plain, rest)
    if colon:
        return ArticleLabel(listed, start, colon.end(), LabelForm.INLINE, title=title)
    form = LabelForm.INLINE if closed else LabelForm.GLUED
    if form is LabelForm.GLUED and (comma := _DEMANDING.match(plain, rest)):
        return ArticleLabel(listed, start, comma.end(), LabelForm.INLINE, title=title)
    few = len(tail) <= 30 and not plain.rstrip().endswith((*_STOPS, "：", ":"))
    return ArticleLabel(listed, start, rest, form, few and form is LabelForm.INLINE, title)


def _bare(text: str) -> str:
    """The text without blanks, colons and marks of emphasis around it."""
    return "".join(" " if is_blank(char) else char for char in text).strip(" ：:*_")


def _read_english(plain: str, begin: int) -> ArticleLabel | None:
    """The English label; a sentence on an article of another law has none."""
    lead = _ENGLISH_LEAD.match(plain, begin)
    start = lead.end() if lead else begin
    like = _LIKE_ENGLISH.match(plain, start)
    if not like:
        return None
    stops = bool(_ENGLISH_END.search(plain))
    heading_like = not stops and len(plain) <= _LONGEST_HEADING
    listed = read_english_list(plain, start)
    if not listed or plain[listed.end : listed.end + 1].isalnum():
        end = like.end()
        heading_like = heading_like or any(p.match(plain, end) for p in (_COLON, _STOP, _OPEN_END))
        unread = ArticleList((), (), end)
        return ArticleLabel(unread, start, end, LabelForm.DOUBTFUL, english=True) if heading_like else None
    rest = listed.end
    for pattern in (_OF_DRAFT, _CLOSING_MARK, _CAPTION):
        if (found := pattern.match(plain, rest)) and "“" not in found[0]:
            rest = found.end()
    if not _bare(plain[rest:]).strip("."):
        return ArticleLabel(listed, start, len(plain), LabelForm.ALONE, english=True)
    text = _COLON.match(plain, rest) or _STOP.match(plain, rest) or _TEXT.match(plain, rest)
    if text:
        few = heading_like and len(plain) - text.end() <= 60
        return ArticleLabel(listed, start, text.end(), LabelForm.INLINE, few, english=True)
    if heading_like or _OPEN_END.match(plain, rest):
        return ArticleLabel(listed, start, rest, LabelForm.DOUBTFUL, english=True)
    glued = not _OTHER_LAW.match(plain, rest)
    return ArticleLabel(listed, start, rest, LabelForm.GLUED, english=True) if glued else None
