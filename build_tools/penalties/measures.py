"""Every measure in one folded line: fines, and what wording.toml lists."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from build_tools.model.penalty import Unit
from build_tools.penalties.amounts import Range, UnreadableError, term_in
from build_tools.penalties.fines import find_fines
from build_tools.penalties.kinds import KINDS
from build_tools.penalties.measures_found import Measure
from build_tools.penalties.surcharges import find_surcharges
from build_tools.text.patterns import pattern_texts
from build_tools.text.script import in_either_script

_LISTED = {"confiscate_list", "revoke"}
_BANS = ("ban", "industry_ban_life", "plain_ban")
_KIND_OF = {
    "revoke_permit_own": "revoke_permit",
    "industry_ban_life": "industry_ban",
    "plain_ban": "industry_ban",
}
#: Modal words stand before a measure, not in it.
_MODAL = re.compile("(?:可以|应当)+")
_JOINT = re.compile("、|和|以及|及|或者|与")
_GAINS = re.compile(
    "(?:违法|非法|不法)(?:所得|收入|获利|财产收入)|(?:所得|收入|收益|获利)(?:及孳息)?\\Z|租金收入"
)
_DOCUMENT = re.compile("证|照|许可(?!持有)|资格|文号|注册|登记|牌|文件|科目|资质|批件")
_LICENCE = re.compile("营业执照")
_WITH_TERM = {
    *(
        "detention",
        "industry_ban",
        "position_ban",
        "reapply_ban",
        "exit_ban",
        "entry_ban",
        "suspend_business",
    ),
    *("suspend_operation", "suspend_permit", "suspend_service", "restrict_business"),
}
_TERM_AT_END = re.compile(
    "[零一二三四五六七八九十0-9]+(?:个月|年)以上[零一二三四五六七八九十0-9]+(?:个月|年)以下\\Z"
)
#: Characters with which a measure begins: most places of a line are passed over by this alone.
_FIRST = (
    "依责勒给予以处警通批训没收追关停歇暂中缩限禁取吊扣降撤注宣记终自零一二三四五六七八九十两0-9驱遣不阻列纳载录计归向在公查冻申约强代恢消赔退销补召"
    "引永将从要解重补修更返拆减加免移承负提治执开辞组进按适由采可应还并其当考成拘行"
)
#: No article without one of these holds a measure.
_STRONG_WORDS = (
    "罚|没收|吊销|拘留|警告|通报批评|责令|勒令|取缔|暂扣|处分|刑事|法律责任|赔偿|治安管理处|公益诉讼|开除|撤职|滞纳金|出境"
    "|收缴|追缴|训诫|批评教育|从轻|从重|民事责任|黑名单"
)
#: Nor without one of these and a conduct.
_SOFT_WORDS = (
    "限期|停|关闭|撤销|注销|降低|不得|禁止|不准|不予|不受理|入境|取消|减轻|列入|纳入|记入|计入|公告|公示|公布|公开|限制"
    "|约谈|查封|扣|冻结|强制|代为|责任|辞"
)


def _firsts(words: str) -> str:
    return "".join(dict.fromkeys(word[0] for word in words.split("|")))


_STRONG, _SOFT = (re.compile(f"(?=[{_firsts(w)}])(?:{w})") for w in (_STRONG_WORDS, _SOFT_WORDS))


@cache
def _unfolded() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _words_of(_STRONG_WORDS), _words_of(_SOFT_WORDS)


def _words_of(words: str) -> re.Pattern[str]:
    """Any of the words in either script; most places are passed over by their first character alone."""
    first = in_either_script(_firsts(words))
    return re.compile(f"(?=[{first.replace('[', '').replace(']', '')}])(?:{in_either_script(words)})")


def may_hold_measures(text: str) -> bool:
    """A cheap look at a line as received, in either script: False if it surely holds no measure."""
    strong, soft = _unfolded()
    if strong.search(text):
        return True
    return ("的，" in text or "的," in text) and soft.search(text) is not None


def find_measures(text: str) -> tuple[Measure, ...]:
    """All measures of a folded line in order, none overlapping another; spoken of or threatened alike."""
    if not (_STRONG.search(text) or _SOFT.search(text)):
        return ()
    found = sorted([*find_fines(text), *find_surcharges(text)], key=lambda m: m.start)
    taken = [(m.start, m.end) for m in found]
    for start, end in _gaps(taken, len(text)):
        found += _listed(text, start, end)
    return _under_one_verb(text, sorted(found, key=lambda m: m.start))


def _under_one_verb(text: str, found: list[Measure]) -> tuple[Measure, ...]:
    """代为采取防火措施、消除火灾隐患: whoever acts in the offender's place does all that the list names."""
    for n, (before, measure) in enumerate(itertools.pairwise(found), 1):
        joined = text[before.end : measure.start] in ("、", "和", "或者", "或")
        ordered = re.match("责令|限期", text[measure.start : measure.end])
        if joined and before.kind == "substitute" and measure.kind == "order_other" and not ordered:
            found[n] = replace(measure, kind="substitute")
    return tuple(found)


def _gaps(taken: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in taken:
        if start > at:
            yield at, start
        at = max(at, end)
    yield at, length


def _listed(text: str, start: int, end: int) -> Iterator[Measure]:
    for found in _pattern().finditer(text, start, end):
        name = found.lastgroup or ""
        if name == "confiscate_list":
            yield from _confiscations(text, *found.span())
        elif name == "revoke":
            yield from _revocations(text, *found.span())
        elif name in _BANS:
            yield _ban(text, *found.span())
        else:
            kind = _KIND_OF.get(name, name)
            modal = _MODAL.match(text, found.start(), found.end())
            yield _with_term(text, modal.end() if modal else found.start(), found.end(), kind)


def _with_term(text: str, start: int, end: int, kind: str) -> Measure:
    if kind == "order_stop":  # 責令停止參加考試二年以上五年以下, but not 停止三日內到期的業務
        closing = _TERM_AT_END.search(text[start:end])
        return (
            _with_term_of(text, start, end, kind, start + closing.start())
            if closing
            else Measure(start, end, kind)
        )
    if kind not in _WITH_TERM:
        return Measure(start, end, kind)
    if "直至终身" in text[start:end]:
        least = term_in(text, start, end)
        return Measure(start, end, kind, range=replace(least, max=None) if least else None)
    if re.search("终身不|终身禁|永久", text[start:end]):
        return Measure(start, end, kind, range=Range(start, start + 2, None, None, Unit.LIFE))
    return _with_term_of(text, start, end, kind, start)


def _with_term_of(text: str, start: int, end: int, kind: str, low: int) -> Measure:
    try:
        return Measure(start, end, kind, range=term_in(text, low, end))
    except UnreadableError:
        return Measure(start, end, kind, unreadable=True)


def _ban(text: str, start: int, end: int) -> Measure:
    words = text[start:end]
    if "出境" in words or "入境" in words:
        kind = "exit_ban" if "出境" in words else "entry_ban"
    elif re.search(
        "(?<!或者)申请|申报|受理|报考|参加[^,;。]{0,12}(?:考试|招标|投标|评标|采购)|报名|核发|颁发|办理|批准",
        words,
    ):
        kind = "reapply_ban"
    elif re.search("担任|任职|成为[^,;。]{0,16}(?:负责人|校长|成员)", words) and "从事" not in words:
        kind = "position_ban"
    else:
        kind = "industry_ban"
    return _with_term(text, start, end, kind)


def _confiscations(text: str, start: int, end: int) -> Iterator[Measure]:
    """沒收違法所得和非法財物: one measure for the gains, one for each run of goods."""
    runs: list[tuple[int, int, str]] = []
    for a, b in _members(text, text.index("没收", start) + 2, end):
        kind = "confiscate_gains" if _GAINS.search(text[a:b]) else "confiscate_goods"
        if runs and runs[-1][2] == kind == "confiscate_goods":
            runs[-1] = (runs[-1][0], b, kind)
        else:
            runs.append((a, b, kind))
    for n, (a, b, kind) in enumerate(runs):
        yield Measure(start if n == 0 else a, b, kind)


def _revocations(text: str, start: int, end: int) -> Iterator[Measure]:
    """吊銷業務許可或者營業執照: one measure for each document."""
    runs: list[tuple[int, int, str]] = []
    for a, b in _documents(text, text.index("吊销", start) + 2, end):
        kind = "revoke_licence" if _LICENCE.search(text[a:b]) else "revoke_permit"
        if runs and runs[-1][2] == kind:
            runs[-1] = (runs[-1][0], b, kind)
        else:
            runs.append((a, b, kind))
    for n, (a, b, kind) in enumerate(runs):
        yield Measure(start if n == 0 else a, b, kind)


def _documents(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Members of a list that each end with a document: 生產企業、經營企業營業執照 is one."""
    at = start
    for a, b in _members(text, start, end):
        if _DOCUMENT.search(text, a, b) or b == end:
            yield at, b
            at = b
            joint = _JOINT.match(text, at, end)
            at = joint.end() if joint else at


def _members(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for joint in _JOINT.finditer(text, start, end):
        if joint.start() > at:
            yield at, joint.start()
        at = joint.end()
    if at < end:
        yield at, end


@cache
def _pattern() -> re.Pattern[str]:
    patterns = pattern_texts(Path(__file__).parent / "wording.toml")
    names = [name for name in patterns if name in KINDS or name in _LISTED | {*_KIND_OF, "ban"}]
    alternatives = "|".join(f"(?P<{name}>{patterns[name]})" for name in names)
    return re.compile(f"(?=[{_FIRST}])(?:{alternatives})")
