"""Who decides a measure and on whom it falls, read from the words before it (folded text)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.penalty import Subject
from build_tools.text.patterns import last_match, read_patterns
from build_tools.text.script import fold_script

_P = read_patterns(Path(__file__).parent / "bearers.toml")
_BODY_END = re.compile(rf"{_P['body'].pattern}(?:等)?(?=(?P<next>{_P['body_ends'].pattern}|\Z))")
_ORDER = (Subject.PERSON_OR_ORG, Subject.RESPONSIBLE_PERSONS, Subject.SUPERVISOR, Subject.OFFICIAL, Subject.PRINCIPAL,
          Subject.INDIVIDUAL, Subject.UNIT, Subject.FOREIGN)  # fmt: skip
_ON = re.compile(
    r"对(?P<who>[^,;。]{1,60}?)(?P<rest>(?:,|分别|各|均|也|还|一律|可以|可|应当|并|依法|由[^,;。]{2,40}|按照[^,;。]{2,20})*)\Z"
)
#: 對應當吊銷許可證的單位未予吊銷 describes what an official did.
_UNDONE = re.compile("应当|应予|未|不")
_FINDS = re.compile("(?P<body>[^,;。]{3,60}?)(?:在[^,;。]{2,16}中)?发现")
#: 發現違法行為不予查處的 describes what the body itself did wrong.
_NEGLECTED = re.compile("未|不(?!安全|合格|符合|再具备)|拒|隐瞒")
_BEFORE_BAN = re.compile(
    r"(?:(?<=的,)|(?<![^,;。]))(?P<who>(?!对)[^,;。]{2,60}?)(?:,?自[^,;。]{2,40}之日起,?)?\Z"
)
_ASKING = re.compile("(?:必要时)?(?:可以)?(?:同时)?(?:将案件)?(?:报请|提请|建议|申请|通知|移送)")
_HANDED = re.compile("(?:报请|提请|移送)")
_CASES = tuple(
    (subject, _P[f"{subject.value}_case"])
    for subject in (Subject.UNIT, Subject.INDIVIDUAL, Subject.OFFICIAL, Subject.FOREIGN)
)
#: A condition without any of these names nobody.
_SOMEBODY = re.compile("单位|法人|企业|公司|组织|合作社|个人|公民|自然人|人员|外国人|境外|公职|公务员")
_LEAD = re.compile("(?:并|,|对|其|该单位|该|有关单位)+")
_SPLIT = re.compile("、|和|或者|以及|及(?!其)|会同|与|或")
_NAME_ENDS = re.compile(rf"{_P['body'].pattern}(?:等)?\Z")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a folded line."""

    start: int
    end: int


def authority_in(text: str, start: int, end: int, *, bare: bool) -> Words | None:
    """The body that decides, as named in ``text[start:end]``: 由公安機關, or with ``bare`` at its very beginning.

    例: 由县级以上人民政府环境保护主管部门按照权限 names 县级以上人民政府环境保护主管部门.
    """
    by = _P["by"].search(text, start, end)
    handed = last_match(_HANDED, text, start, end)
    if (
        handed
        and (body := _body(text, handed.end(), end, short=True))
        and text[body.end : body.end + 2] not in ("批准", "同意")
    ):
        return body
    if by:
        return _body(text, by.end(), end, short=True)
    return _body(text, start, end, short=False) if bare else None


def _body(text: str, start: int, end: int, *, short: bool) -> Words | None:
    """The name that begins at ``start``: up to the first body after which something else begins."""
    lead = _ASKING.match(text, start, end)
    start = lead.end() if lead else start
    if text[start : start + 1] in tuple("对将把向"):
        return None
    for found in _BODY_END.finditer(text, start, end):
        words = text[start : found.end()]
        if "," in words or "的," in words:
            return None
        if short or found.start() > start or len(found[0]) > 2 or found[0] in ("海关", "法院"):
            return Words(start, found.end())
    return None


def finding_body(text: str, start: int, end: int) -> Words | None:
    """The body that finds what it then answers. 例: 檔案主管部門發現……存在安全隱患的，應當責令限期整改."""
    found = _FINDS.match(text, start, end)
    if found is None or _NEGLECTED.search(text, found.end(), end):
        return None
    body = _body(text, start, found.end("body"), short=False)
    return body if body and body.end == found.end("body") else None


def subject_before_ban(text: str, start: int, end: int) -> tuple[Subject, Words] | None:
    """Who must not, named before the term. 例: ……的，其法定代表人自處罰決定作出之日起（五年內不得）."""
    found = _BEFORE_BAN.search(text, start, end)
    if found is None:
        return None
    subject = subject_of(found["who"])
    if subject not in (Subject.PRINCIPAL, Subject.SUPERVISOR, Subject.RESPONSIBLE_PERSONS):
        return None
    return subject, Words(found.start("who"), found.end("who"))


def subject_within(text: str, start: int, end: int) -> tuple[Subject, Words] | None:
    """On whom, where a measure's own words say so. 例: 給予直接責任人員行政處分, 吊銷有關醫務人員的執業證書."""
    found = _P["inner"].search(text, start, end) or _P["owner"].match(text, start, end)
    if found is None:
        return None
    who = next(name for name in ("who", "whose") if name in found.re.groupindex)
    subject = Subject.PERSON_OR_ORG if _P["persons_and_bodies"].search(found[who]) else subject_of(found[who])
    return subject, Words(found.start(who), found.end(who))


def bodies(words: str) -> tuple[str, ...]:
    """The members of a list of bodies, as written: 公安機關、網信部門; 工業和信息化主管部門 is one."""
    folded, found, start = fold_script(words), [], 0
    for joint in _SPLIT.finditer(folded):
        if joint[0] == "、" or _NAME_ENDS.search(folded, start, joint.start()):
            found.append(words[start : joint.start()])
            start = joint.end()
    return tuple(part for part in (*found, words[start:]) if part)


def subject_in(text: str, start: int, end: int) -> tuple[Subject, Words] | None:
    """On whom a measure falls, by 對…處 directly before it or 直接負責的主管人員… at the beginning of its piece."""
    found = None
    for at in re.finditer("(?<![反面绝相应针])对(?!外(?!国)|象|方|策|待|比)", text[start:end]):
        found = _ON.match(text, start + at.start(), end)
        if found:
            break
    if not found or _UNDONE.search(found["who"]):
        return None
    who = Words(found.start("who"), found.end("who"))
    acted = _P["acted_on"].search(text, who.start, who.end)
    if acted:  # 對實施者發布告誡書，責令其停止
        who = Words(who.start, acted.start())
    return subject_of(text[who.start : who.end]), who


def subject_of(words: str) -> Subject:
    """The code for words that name somebody; VIOLATOR if they only say who the provision is about."""
    responsible = _P["responsible_persons"].search(words) or _P["mixed_persons"].search(words)
    if (
        _P["supervisor"].search(words)
        and not re.search("直接责任|责任人|责任者", words)
        and not _P["mixed_persons"].search(words)
    ):
        return Subject.SUPERVISOR
    if _P["official"].search(words) and not responsible:
        return Subject.OFFICIAL
    if (
        _P["principal"].search(words)
        and not re.search("直接责任", words)
        and not re.search("直接负责", words)
    ):
        return Subject.PRINCIPAL
    if responsible:
        return Subject.RESPONSIBLE_PERSONS
    for subject in (
        Subject.VEHICLE_DRIVER,
        Subject.PERSON_OR_ORG,
        Subject.INDIVIDUAL,
        Subject.UNIT,
        Subject.FOREIGN,
    ):
        if _P[subject.value].search(words):
            return subject
    return Subject.VIOLATOR


def subject_words(text: str, start: int, end: int, subject: Subject) -> Words:
    """The words that name the subject, without 其 before them or what is said about them: 個人和組織."""
    if subject in (Subject.PERSON_OR_ORG, Subject.INDIVIDUAL, Subject.UNIT):
        found = last_match(_P[subject.value], text, start, end)
        return Words(found.start(), found.end()) if found else Words(start, end)
    if subject is Subject.FOREIGN and (found := _P["foreign"].search(text, start, end)):
        return Words(*found.span())
    lead = _LEAD.match(text, start, end)
    return Words(lead.end() if lead else start, end)


def names_somebody(words: str) -> bool:
    """True if the words end with a person or body: 對實施者; not 對資產, 對……行為."""
    return _P["somebody"].search(words) is not None


def subject_case(words: str) -> Subject | None:
    """On whom by a condition: 單位有前款行為的, 經營者是個人的; None if it says nothing of that."""
    persons = _P["persons_case"].match(words)
    if persons:
        return subject_of(persons["who"])
    for subject, pattern in _CASES if _SOMEBODY.search(words) else ():
        if pattern.search(words):
            return subject
    return None
