"""What a line outside the articles looks like: title, history, date, signature, notice, explanation.

Each question is asked of one line alone, in its plain form; what follows from the answer is for the caller to say.
"""

from __future__ import annotations

import re

from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.law.scan.lines import Line

_N = NUMERAL_CLASS
_YEAR = (
    r"(?:[12][0-9]{3}|[一二][〇○零一二三四五六七八九0Oo]{3}|(?:中?华?民国)[0-9一二三四五六七八九十百]{1,5})"
)
_DATE = rf"{_YEAR}年(?:[0-9XX×一二三四五六七八九十]{{1,3}}月)?(?:[0-9X×一二三四五六七八九十廿]{{1,3}}日)?"
_DATE_LINE = re.compile(
    rf"[(]?(?:{_DATE}|[12][0-9]{{3}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}|[X×]{{2,4}}年[X×]{{1,2}}月[X×]{{1,2}}日|年月日)(?:印发|发布)?[)]?\Z"
)
_DATED_END = re.compile(rf"(?P<organ>.{{2,30}}?){_DATE}\Z")
_DATED = re.compile(rf"{_YEAR}年[0-9一二三四五六七八九十]{{1,3}}月")
_IN_BRACKETS = re.compile(rf"{_YEAR}年(?:[0-9一二三四五六七八九十]{{1,3}}月|.*(?:通过|批准|公布|发布))")
_ENACTED = re.compile(
    "通过|批准|公布|发布|颁布|印发|修正|修订|修改|施行|实施|生效|废止|制定|议决|三读|增订|令第|令修正|令公布|审议"
)
_PASSED = re.compile("通过|批准|公布|发布|颁布|施行|实施|令第|公告|[0-9一二三四五六七八九十]号")
_HISTORY_FIELD = re.compile(
    "(?:公布|发布|颁布|颁发|通过|批准|施行|实施|生效|修正|修订|修改|废止|成文|印发)(?:日期|时间)[:]"
    "|(?:发文字号|文号|令号|制定机关|发布机关|颁布机关|发布单位|颁布单位|发布部门|发文机关|发文单位|公布机关|时效性|效力级别"
    "|效力位阶|法律性质|法律效力位阶|施行状态|法规类别|生效状态)[:]"
)
_NAME_FIELD = re.compile(r"(?:法规|法律|条例|规章|文件|法令)?(?:名称|标题)[:]")
_NUMBERED = re.compile(
    rf"[(]?(?:[^\s,。;:()]{{0,24}})(?:[〔\[(【]?(?:[12][0-9]{{3}}|[一二][〇○零一二三四五六七八九]{{3}})[〕\])】]?)?第?[{_N}]{{1,9}}号(?:公布|发布)?[)]?\Z"
)
_NUMBERED_LAW = re.compile(r"第[0-9]{1,4}/[0-9]{4}号.{0,8}\Z")
_KINDS = (
    "法|法典|条例|规定|办法|细则|规则|决定|解释|修正案|守则|规程|准则|章程|通则|总则|公约|条约|协定|协议|议定书|纲要|意见|批复|标准|规范"
    "|制度|方案|决议|指引|指南|程序|大纲|草案|征求意见稿|送审稿|讨论稿|审议稿|修订稿|修正稿|基准|目录|名录|清单|措施|答复|安排|要点|问题|宪法"
    "|补充规定|若干规定|法律|例|规约|公报|宣言|声明|计划|规划|要求|原则|须知|条款|约法|律"
)
_TITLE_END = re.compile(rf"(?:{_KINDS})\Z")
_SUFFIX = re.compile(r"(?:\([^()]*\)|\[[^\[\]]*\]|〔[^〔〕]*〕)\Z")
_SUFFIX_WORDS = re.compile(
    "草案|征求意见|送审|审议|修订|修正|修改|试行|暂行|稿|[0-9一二三四五六七八九〇]{4}年|文本|全文|公开|节选|摘录|废止|失效"
)
_SUFFIX_LINE = re.compile(r"\([^()]{1,24}\)\Z|草案\Z|征求意见稿\Z|公开征求意见稿\Z")
_NOTICE_END = re.compile(r"(?:通知|公告|通告|函|启事|通报|启示|消息|令|公开征求意见)\Z")
_EXPLANATION = re.compile(
    "(?:说明|起草情况|编制情况|解读|问答|答记者问|论证报告|情况的?汇报|情况的?报告|审议结果的?报告|审议意见的?报告)\\Z"
)
_CONTENTS = re.compile(r"[【\[(]?目(?:录|次)[】\])]?[:]?\Z")
_PREAMBLE = re.compile(r"[【\[(]?(?:序言|总纲|前言|引言|弁言|绪言|序)[】\])]?[:]?\Z")
_ORGAN = re.compile(
    r"(?:部|院|委|委员会|会|局|署|厅|办公室|办公厅|政府|中心|法院|检察院|司|处|站|大会|主席团|秘书处|联合会|协会|总行|银行|总署|研究所|大学|学会|公司|国务院|集团|所|馆)\Z"
)
_PERSON = re.compile(
    r"(?:(?:中华人民共和国)?(?:国家)?主席|总理|委员长|总统|行政院院长|部长|院长|局长|署长|主任|省长|市长|州长|县长|区长|检察长|行长|秘书长|会长|盟长|旗长|代?总督|行政长官)[:]?[\u4e00-\u9fff·]{2,8}\Z"
)
_ENDS = frozenset("。;:,、!?…")
_FULL_STOPS = frozenset("。;:!?…")


def is_date(line: Line) -> bool:
    """True for a line that is a date and nothing else: 2026年1月31日, 二〇二六年一月三十一日."""
    return line.is_short and bool(_DATE_LINE.match(line.compact))


def is_organ(line: Line) -> bool:
    """True for a short line that ends like the name of an authority: 公 安 部, 最高人民法院."""
    compact = line.compact
    return len(compact) <= 30 and bool(_ORGAN.search(compact)) and not any(c in _ENDS for c in compact)


def is_person(line: Line) -> bool:
    """True for an office with a name: 总理 李克强, 中华人民共和国主席　习近平."""
    compact = line.compact
    return len(compact) <= 24 and bool(_PERSON.match(compact))


def is_signature(line: Line) -> bool:
    """True for what stands below a document: authority, office with name, date."""
    if is_date(line) or is_organ(line) or is_person(line):
        return True
    dated = _DATED_END.match(line.compact) if len(line.text) <= 50 else None
    return dated is not None and bool(_ORGAN.search(dated["organ"]))


def is_history(line: Line) -> bool:
    """True for a note of passing, publication or amendment: 2018年3月11日第十三届…通过, （2009年修正）."""
    plain = line.plain
    if _HISTORY_FIELD.match(_field(line)):
        return True
    if plain.startswith("(") and line.last == ")" and len(plain) <= 60 and _IN_BRACKETS.search(line.compact):
        return True
    if not (_DATED.search(line.compact[:60]) and _ENACTED.search(plain)):
        return False
    return (
        plain.startswith("(") or line.last != "。" or bool(_DATED.match(line.compact) and "制定" not in plain)
    )


def _field(line: Line) -> str:
    """The beginning of a line; 【公布日期】2021.1.1 is read as 公布日期:2021.1.1."""
    compact = line.compact[:14]
    return compact[1:].replace("】", ":", 1) if compact.startswith("【") else compact


def is_document_number(line: Line) -> bool:
    """True for 法释〔2023〕11号, 国令第717号, 第十八号, 第11/2009號法律."""
    if len(line.text) > 40:
        return False
    return bool(_NUMBERED.match(line.compact) or _NUMBERED_LAW.match(line.compact))


def is_title(line: Line) -> bool:
    """True for what may be the title of a law: 网络犯罪防治法(征求意见稿), 《稀土管理条例》."""
    core, suffix = title_core(line)
    if not 2 <= len(core) <= 90 or not line.is_short or _has_stop(core):
        return False
    if core[0] in "第(0123456789“" or core.startswith(("附件", "附录", "附表")) or is_document_number(line):
        return False
    if is_notice_title(line) or is_explanation_title(line):
        return False
    return bool(_TITLE_END.search(core)) or bool(suffix and _SUFFIX_WORDS.search(suffix) and len(core) > 3)


def is_title_suffix(line: Line) -> bool:
    """True for （试行） or （2018年修正） on a line of its own, below a title."""
    compact = line.compact
    if not _SUFFIX_LINE.match(compact) or _PASSED.search(compact) or is_document_number(line):
        return False
    return bool(_SUFFIX_WORDS.search(compact)) and not is_date(line)


def is_notice_title(line: Line) -> bool:
    """True for 关于《…》公开征求意见的通知, 中华人民共和国主席令."""
    core, _ = title_core(line)
    return 2 <= len(core) <= 120 and line.is_short and bool(_NOTICE_END.search(core)) and not _has_stop(core)


def is_explanation_title(line: Line) -> bool:
    """True for 关于《…（草案）》的说明, 起草说明."""
    core, _ = title_core(line)
    if not (4 <= len(core) <= 120 and line.is_short and _EXPLANATION.search(core)) or _has_stop(core):
        return False
    return (
        core.startswith("关于")
        or "起草" in core
        or "编制" in core
        or "修订" in core
        or "立法" in core
        or "《" in core
    )


def is_contents(line: Line) -> bool:
    """True for 目录, 目　次."""
    return len(line.text) <= 12 and bool(_CONTENTS.match(line.compact))


def is_preamble(line: Line) -> bool:
    """True for 序言, 前　言."""
    return len(line.text) <= 12 and bool(_PREAMBLE.match(line.compact))


def ends_sentence(line: Line) -> bool:
    """True if the line ends as running text ends."""
    return line.last in _FULL_STOPS or (line.last in "”)》" and any(c in "。;:,!?" for c in line.plain))


def name_field(line: Line) -> int:
    """Length of 法規名稱： at the head of a line that holds the title after it; 0 if there is none."""
    found = _NAME_FIELD.match(line.plain) or (
        _NAME_FIELD.match(line.plain.replace(" ", "", 1)) if line.plain[1:2] == " " else None
    )
    if not found:
        return 0
    return line.plain.index(":") + 1


def title_core(line: Line) -> tuple[str, str]:
    """A title without blanks, title marks and （…） at its end, and what was taken off there."""
    core, suffix = line.compact, ""
    for _ in range(3):
        found = _SUFFIX.search(core)
        if not found or not found.start():
            break
        core, suffix = core[: found.start()], found[0] + suffix
    if core.startswith("《") and core.endswith("》") and "《" not in core[1:]:
        core = core[1:-1]
        inner = _SUFFIX.search(core)
        if inner and inner.start():
            core, suffix = core[: inner.start()], inner[0] + suffix
    return core, suffix


def _has_stop(core: str) -> bool:
    """Stops of a sentence outside 《…》 and （…）; a title may hold 、 but hardly a comma."""
    depth = 0
    for c in core:
        depth += (c in "《(") - (c in "》)")
        if depth <= 0 and c in "。;:!?,":
            return True
    return False
