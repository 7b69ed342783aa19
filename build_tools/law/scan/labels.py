"""第五十七條, 第三章: labels at the beginning of a line, told from citations that stand there too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from build_tools.grammar.labels import INSERT, NUMBER, label_number
from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.law.scan.lines import Line
from build_tools.text.patterns import read_patterns

_P = read_patterns(Path(__file__).with_suffix(".toml"), number=NUMBER, insert=INSERT, numeral=NUMERAL_CLASS)
_N = NUMERAL_CLASS
_SAME = MappingProxyType({"篇": "编", "部分": "编"})


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
    found = _P["label"].match(plain)
    if found:
        twice = found["inner"] and found["outer"]
        number = None if twice else label_number(found["number"], found["inner"] or found["outer"])
        return make_label(plain, found.end(), _SAME.get(found["unit"], found["unit"]), number)
    found = _P["unreadable"].match(plain)
    return make_label(plain, found.end(), found["unit"] or found["unit2"], None) if found else None


def make_label(plain: str, length: int, unit: str, number: tuple[int, ...] | None) -> Label:
    """The label that takes the first ``length`` characters of a line; what follows says whether it is a citation."""
    after = plain[length:]
    rest = after.lstrip(" ")
    blank = rest != after or not rest
    cited = bool(_P["cited"].match(rest))
    glued = not blank and bool((_P["cited_glued"] if unit == "条" else _P["cited_heading"]).match(rest))
    return Label(
        unit=unit, number=number, length=length, blank=blank, arabic=bool(re.search("[0-9]", plain[:length])),
        rest=rest, cites=cited or glued, doubtful=glued and not cited and unit == "条",
    )  # fmt: skip
