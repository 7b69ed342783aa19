"""Lines that a web page puts around a text: breadcrumbs, counters, editors, buttons, notices of the platform."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.law.scan.lines import Line
from build_tools.law.scan.shapes import (
    is_contents,
    is_document_number,
    is_history,
    is_notice_title,
    is_preamble,
    is_signature,
    is_title,
)

_LONGEST = 400
_WEAK_LONGEST = 40
_WEAK_RUN = 6
_ARTICLE = re.compile(rf"第[{NUMERAL_CLASS} ]{{1,12}}条")

# Each row: the reason shown on the provenance page, and how such lines begin (plain form, without blanks).
_ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("navigation", (
        r"(?:您|你)?(?:当前|现在)?(?:的|所在|所处)*(?:的)?位置是?[:]|导航[:]",
        r"(?:网站)?首页$|.{0,14}首页[>»›|/-]|.{0,12}>.{1,20}>",
    )),
    ("counter", (
        r"(?:浏览|阅读|点击|访问|查看|点赞|评论)(?:次数|数|量|人数|率)?[:][0-9]*",
        r"(?:阅读|浏览|点击|访问)[0-9]+次?$|已阅",
    )),
    ("origin of the copy", (
        r"(?:信息|文章|稿件|内容|新闻|资料|文件|本文|数据)?来源(?:于|自)?[:]",
        r"(?:转载自|转自)|原文(?:链接|地址|标题)|原标题[:]|供稿",
        r"[(]?本文(?:转自|来自|摘自|有删减)",
    )),
    ("people of the site", (
        r"(?:责任?|本期|值班|执行|微信|文字|网络|新媒体)?(?:编辑|责编|编审|美编|编校)[:|/]",
        r"(?:监审|监制|终审|初审|复审|三审|二审|一审|审核|审签|校对|校审|排版|策划|统筹|主编|总编辑?)[:|/]",
        r"(?:作者|记者|通讯员|摄影|供图|制图|录入|发布人|发布者|签发|撰稿|翻译)[:|/]",
    )),
    ("date of the copy", (
        r"(?:发布|更新|发表|录入|上传|创建|生成|添加|修改|转载)(?:时间|日期|于)[:]",
        r"(?:时间|日期)[:][0-9]|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}[0-9]{1,2}:[0-9]{2}",
    )),
    ("buttons", (
        r"[【\[(<]?(?:字体|字号)[:大中小]|[【\[(<]?(?:大中小)[】\])>]?$",
        r"[【\[(<]?(?:我要)?(?:打印|关闭|收藏|返回|纠错|分享|转发|点赞|下载|复制链接)"
        r"(?:(?:本页|窗口|页面|顶部|上一页|首页|列表|全文|附件)|[】\])>|/打关收返分字下大]|$)",
        r"(?:全文|附件)下载|下载地址[:]|回到顶部",
    )),
    ("sharing", (
        r"(?:一键)?分享(?:到|至|给|按钮|此|本|文章|让)|分享[:]|转发到",
        r"(?:请|打开|使用)?(?:微信|手机)?(?:扫一扫|扫描?二维码|扫码|扫描下方)",
        r"长按(?:识别|二维码|图片)|识别(?:图中|下方)?二维码|二维码$",
    )),
    ("other pages", (
        r"(?:上|下)一(?:篇|条|页|则)(?:[:]|$)",
        r"相关(?:附件|链接|阅读|新闻|文章|稿件|推荐|文档|解读|报道|信息|政策|法规|内容|专题)(?:[:]|$)",
        r"(?:延伸|推荐|热门|精彩|更多)(?:阅读|推荐|文章|内容|新闻|精彩)",
        r"点击(?:查看|阅读|进入|下载|这里|此处|右上角|上方|蓝字|标题下)",
        # titles of pages about a chapter; no heading asks or promises to explain
        rf"第[{NUMERAL_CLASS}]{{1,9}}[编章节].{{0,24}}(?:有哪些|哪几|什么|怎么|怎样|如何|为何|解读|详解|图解|亮点|看点|问答)[^。;]{{0,16}}[?]?$"
        rf"|第[{NUMERAL_CLASS}]{{1,9}}[编章节].{{0,36}}[?]$",
        r"阅读原文|了解更多|查看更多|友情链接|标签[:]|关键词[:]",
    )),
    ("publisher of the site", (
        r"版权(?:所有|声明|归)|copyright|©|\(c\)[0-9]{4}|.{0,8}icp(?:备|证)|.{0,6}公网安备",
        r"(?:主办|承办|协办|指导)(?:单位)?[:]|技术支持[:]",
        r"网站(?:地图|标识码|声明|简介)(?:[:|]|$)|网站(?:管理|维护)[:]|网站地图",
        r"联系我们|关于我们|(?:快来|欢迎)?关注(?:我们|公众号|微信)|法律声明$|隐私(?:声明|政策|保护)",
        r"(?:微信公众号|官方微信|官方微博|政务微信|政务微博)(?:[:|]|$)|客户端下载",
        r"(?:手机|电脑|无障碍|繁体|简体)(?:版|浏览)|建议使用|网站无障碍",
    )),
    ("statement of the platform", (
        r"(?:特别|免责|郑重|重要|版权)声明[:]|声明[:](?:本|该|以上|转载|此)|免责(?:声明|条款)",
        r"以上(?:内容|文章).{0,12}(?:自媒体|平台|用户)|转载(?:请|须)注明|notice:|disclaimer",
        r"本文仅代表|侵权.{0,6}(?:删除|联系)|如有侵权|举报(?:电话|邮箱|中心|热线|入口)",
    )),
    ("picture", (r"!\[|\[图片\]|\[?image|<img|\(?图片(?:来源)?\)?[:]?$",)),
    ("data fields of the page", (
        r"(?:索引号|主题分类|主题词|公开(?:类别|方式|形式|范围|日期|责任)|体裁分类|组配分类|服务对象)[:]",
        r"(?:信息(?:分类|类别|索引|名称|公开|有效性)|有效性|生命周期|公文种类|内容概述|网页标题)[:]",
        r"【?法宝引证码|(?:分类|类别|栏目|法规分类|法律部门|发布(?:文号|来源)|所属(?:类别|栏目|分类)|受理机关)[:]",
    )),
    ("rule", (r"[-=_*#~·.。—|+＊※★☆◆●■]{3,}$|[|/]+$",)),
    ("page number", (r"[-~·]{0,2}[0-9]{1,4}[-~·]{0,2}$|第[0-9]{1,4}页(?:[,/|]?共[0-9]{1,4}页)?$|[0-9]{1,4}/[0-9]{1,4}$",)),
)  # fmt: skip
_PATTERNS = tuple((reason, re.compile("|".join(forms), re.IGNORECASE)) for reason, forms in _ROWS)
_STRONG = ("statement of the platform", "publisher of the site", "sharing", "picture")
_ANY = re.compile("|".join(form for _, forms in _ROWS for form in forms), re.IGNORECASE)


def site_line(line: Line) -> str | None:
    """Why a line seems to belong to a web page and not to the text; None if it does not.

    Never for a line that names an article (第…条).
    """
    if len(line.text) > _LONGEST:
        return None
    compact = line.compact
    if not _ANY.match(compact) or names_article(line):
        return None
    return next(reason for reason, pattern in _PATTERNS if pattern.match(compact))


def names_article(line: Line) -> bool:
    """True if 第…条 stands anywhere in the line's beginning."""
    return bool(_ARTICLE.search(line.plain))


def misplaced_site_line(line: Line) -> str | None:
    """The reason as for `site_line`, for lines among the articles: there running text needs stronger signs."""
    reason = site_line(line)
    return reason if reason in _STRONG or line.last not in "。;" else None


def edge_site_lines(lines: Sequence[Line], stop: int) -> dict[int, str]:
    """Site lines at the head of a file down to index ``stop``, or at its foot if ``stop`` counts from there.

    By index, with the reason. Short lines between two site lines go with them; what stands outside the outermost or
    inside the innermost one stays. A negative ``stop`` (-n) looks at the last n lines.
    """
    indexes = range(stop) if stop >= 0 else range(len(lines) - 1, len(lines) - 1 + stop, -1)
    found: dict[int, str] = {}
    waiting: list[int] = []
    for i in indexes:
        reason = site_line(lines[i])
        if reason:
            found.update(dict.fromkeys(waiting, "between lines of the site") if found else {})
            found[i] = reason
            waiting = []
        elif len(waiting) < _WEAK_RUN and _may_stand_between(lines[i]):
            waiting.append(i)
        else:
            break
    return found


def _may_stand_between(line: Line) -> bool:
    if (
        len(line.text) > _WEAK_LONGEST
        or line.last in "。;:,、"
        or line.plain[0] in "第附"
        or names_article(line)
    ):
        return False
    shapes = (
        is_title,
        is_history,
        is_signature,
        is_contents,
        is_document_number,
        is_notice_title,
        is_preamble,
    )
    return not any(is_shape(line) for is_shape in shapes)
