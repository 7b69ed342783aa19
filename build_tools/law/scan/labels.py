"""第五十七條, 第三章: labels at the beginning of a line, told from citations that stand there too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from build_tools.grammar.labels import INSERT, NUMBER, label_number
from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.law.scan.lines import Line

_N = NUMERAL_CLASS
# 第五十七条, 第 57 条, 第57-1条, 第五十七之一条, 第五十七条之一, 第三章, 第一分编
_LABEL = re.compile(
    rf"第 {{0,9}}(?P<number>{NUMBER})(?P<inner>{INSERT})? {{0,9}}(?P<unit>条|分编|编|章|节|篇|部分|款|目)"
    rf"(?P<outer>{INSERT})?"
)
_SAME = MappingProxyType({"篇": "编", "部分": "编"})
# 第××条, 第十二O条, 第⑤条: meant as labels, not readable
_UNREADABLE = re.compile(
    r"第 {0,9}(?P<number>[^,。;:、“”《》!]{1,14}?) {0,9}(?P<unit>条)(?= |$)"
    rf"|第 {{0,9}}(?P<number2>[{_N}A-Za-z×*□?_. -]{{1,14}}?) {{0,9}}(?P<unit2>章|节)(?= |$)"
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


@dataclass(frozen=True, slots=True, kw_only=True)
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
    damaged: bool = False
    """True if it is not written as a label and yet seems to be one: 笫五条, **第五条**."""

    @property
    def is_article(self) -> bool:
        """True if it begins an article, readable or not."""
        return self.unit == "条" and not self.cites


def read_label(line: Line) -> Label | None:
    """The label that a line begins with, or None.

    A readable or unreadable number alike: ``第二十百條 為了`` has number None. A label that a citation begins
    with is returned too (``cites`` is true): whether it counts is for the caller to say.
    """
    plain = line.plain
    if not plain.startswith("第"):
        return None
    found = _LABEL.match(plain)
    if found:
        number = None
        if not (found["inner"] and found["outer"]):
            number = label_number(found["number"], found["inner"] or found["outer"])
        return make_label(plain, found.end(), _SAME.get(found["unit"], found["unit"]), number)
    found = _UNREADABLE.match(plain)
    return make_label(plain, found.end(), found["unit"] or found["unit2"], None) if found else None


def make_label(plain: str, length: int, unit: str, number: tuple[int, ...] | None) -> Label:
    """The label that takes the first ``length`` characters of a line; what follows says whether it is a citation."""
    after = plain[length:]
    rest = after.lstrip(" ")
    blank = rest != after or not rest
    cited = bool(_CITED.match(rest))
    glued = not blank and bool((_CITED_GLUED if unit == "条" else _CITED_HEADING).match(rest))
    return Label(
        unit=unit,
        number=number,
        length=length,
        blank=blank,
        arabic=bool(re.search("[0-9]", plain[:length])),
        rest=rest,
        cites=cited or glued,
        doubtful=glued and not cited and unit == "条",
    )
