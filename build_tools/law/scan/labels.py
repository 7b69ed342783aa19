"""第五十七條, 第三章: labels at the beginning of a line, told from citations that stand there too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from build_tools.grammar.numerals import NUMERAL_CLASS, parse_numeral
from build_tools.law.scan.lines import Line

_N = NUMERAL_CLASS
# 第五十七条, 第 57 条, 第57-1条, 第五十七之一条, 第五十七条之一, 第三章, 第一分编
_LABEL = re.compile(
    rf"第 {{0,9}}(?P<number>[{_N}](?:[{_N} ]{{0,30}}[{_N}])?)(?: {{0,3}}[-之] {{0,3}}(?P<inner>[{_N}]{{1,5}}))?"
    rf" {{0,9}}(?P<unit>条|分编|编|章|节|篇|部分|款|目)(?: ?[-之] ?(?P<outer>[{_N}]{{1,5}}))?"
)
_SAME = MappingProxyType({"篇": "编", "部分": "编"})
# 第××条, 第十二O条, 第一O五条: meant as labels, not readable
_UNREADABLE = re.compile(
    rf"第 {{0,9}}(?P<number>[{_N}A-Za-z×*□?_. -]{{1,14}}?) {{0,9}}(?P<unit>条|章|节)(?= |$)"
)

# What follows the label of a citation, with or without a blank before it: 第三十六条第一款…, 第五十八条、第五十九条…
_CITED = re.compile(
    rf"第[{_N} ]{{1,9}}[条款项目章节编]|、 ?[第本前{_N}]|[,;。)”》~～-]"
    rf"|[和与或及至到](?=第|本|前|其他)|[或以][者及]第|[至到][{_N}]|规定的|的|之"
)
# What follows the label of a citation at once: 第十条规定…, 第七节相应改为…
_CITED_GLUED = re.compile(
    rf"规定|所[规列称指述定涉]|以[上下内外前后]|前[款项]|后的|后增|等(?!级)|及其|或者|和其他|与其他|相应|修改[为的]|改为|增[写加][{_N}两“]"
    rf"|删[去除]|作为|约定|内容|情形|[{_N}]{{1,3}}[款项]|[款项](?!目)|适用[于本的]|除外(?:[的。,;]|$)|中(?=[的关有规所,，“第增删将])"
    r"|关于.*的(?:规定|内容)"
)
_CITED_HEADING = re.compile(
    rf"规定|所[规列称]|以[上下内外]|相应|修改为|改为|增[写加][{_N}两]|删[去除]|作为|除外|中(?=[的关有规所,“第增删])|各[条款项]"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it stands at the beginning of a line."""

    unit: str
    """条, 编, 分编, 章, 节, 款, 目 (plain form; 篇 and 部分 are read as 编)."""
    number: tuple[int, ...] | None
    """(57,) or (57, 1) for 第五十七条之一; None if it cannot be read."""
    length: int
    """How many characters of the line it takes."""
    blank: bool
    """True if a blank or nothing follows."""
    arabic: bool
    rest: str
    """Plain form of what follows, without the blanks before it; may be cut off."""

    cites: bool
    """True if what follows makes it a citation: 第十条规定的… is one, 第十条 国家… is none."""
    doubtful: bool
    """True if it looks so only because no blank stands between: 第十条规定… may be either."""


@dataclass(frozen=True, slots=True)
class LabelledLines:
    """Lines with what their beginnings say."""

    lines: Sequence[Line]
    labels: Sequence[Label | None]
    """The label of each line, None where there is none."""
    quoted: Sequence[bool]
    """Whether a quotation mark that an earlier line opened is still open before each line."""


def label_lines(lines: Sequence[Line]) -> LabelledLines:
    """The lines with their labels, and where a quotation is open.

    A doubtful label is no citation where labels are glued to their text throughout and no other line has its number;
    nor is one with a blank before the citation (第三条　第一条规定的…) that fills the place after its neighbour.
    """
    labels = [read_label(line) if line.plain[0] == "第" else None for line in lines]
    _take_fillers(labels)
    sure = [label for label in labels if label and label.unit == "条" and not label.cites]
    if any(label and label.doubtful for label in labels) and 2 * sum(not one.blank for one in sure) > len(
        sure
    ):
        numbers = {label.number for label in sure}
        for i, label in enumerate(labels):
            if label and label.doubtful and label.number and label.number not in numbers:
                numbers.add(label.number)
                labels[i] = replace(label, cites=False)
    return LabelledLines(lines, labels, _open_quotations(lines))


def _take_fillers(labels: list[Label | None]) -> None:
    """An article may begin with a citation: 第三条　第一条规定的情形…, if no other line is 第三条 and one is 第二条."""
    numbers = {label.number for label in labels if label and label.unit == "条" and not label.cites}
    for i, label in enumerate(labels):
        if not (label and label.cites and label.blank and label.number and label.rest.startswith("第")):
            continue
        before = (*label.number[:-1], label.number[-1] - 1)
        if label.unit == "条" and label.number not in numbers and before in numbers:
            numbers.add(label.number)
            labels[i] = replace(label, cites=False)


def read_label(line: Line) -> Label | None:
    """The label that a line begins with, or None.

    A readable or unreadable number alike: ``第二十百條 為了`` has number None. A label that a citation begins
    with is returned too (``cites`` is true): whether it counts is for the caller to say.
    """
    plain = line.plain
    if not plain.startswith("第"):
        return None
    found = _LABEL.match(plain)
    if not found:
        found = _UNREADABLE.match(plain)
        return found and _label(plain, found, found["unit"], None)
    return _label(plain, found, _SAME.get(found["unit"], found["unit"]), _number(found))


def _open_quotations(lines: Sequence[Line]) -> list[bool]:
    found, is_open = [], False
    for line in lines:
        found.append(is_open)
        opened = max(map(line.text.rfind, "“「『"))
        closed = max(map(line.text.rfind, "”」』"))
        if opened != closed:
            is_open = opened > closed
    return found


def _label(plain: str, found: re.Match[str], unit: str, number: tuple[int, ...] | None) -> Label:
    after = plain[found.end() :]
    rest = after.lstrip(" ")
    blank = rest != after or not rest
    cited = bool(_CITED.match(rest))
    glued = not blank and bool((_CITED_GLUED if unit == "条" else _CITED_HEADING).match(rest))
    doubtful = glued and not cited and unit == "条"
    return Label(
        unit, number, found.end(), blank, found["number"][0].isascii(), rest, cited or glued, doubtful
    )


def _number(found: re.Match[str]) -> tuple[int, ...] | None:
    main = parse_numeral(found["number"].replace(" ", ""))
    if not main or (found["inner"] and found["outer"]):
        return None
    insert = found["inner"] or found["outer"]
    if not insert:
        return (main,)
    second = parse_numeral(insert)
    return (main, second) if second else None


def shown(number: tuple[int, ...]) -> str:
    """A number for messages.

    >>> shown((57,)), shown((120, 1))
    ('57', '120-1')
    """
    return "-".join(map(str, number))


def continues(number: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """True if ``number`` follows ``before`` in a run: 12 after 11, 120之一 after 120, 121 after 120之三."""
    if len(number) == 1:
        return number[0] == before[0] + 1
    inserted = before[1] if len(before) > 1 else 0
    return number[0] == before[0] and number[1] == inserted + 1
