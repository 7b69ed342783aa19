"""Names of laws: which words name a law, and what its target is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from build_tools.text.script import convert, fold_script

_FILE = Path(__file__).parent / "laws.tsv"
#: 中华人民共和国 before a law's name (政府采购法 too); not before its author's: 中华人民共和国政府关于领海的声明.
_OF_THE_STATE = re.compile(
    r"(?:(?<=〈)|\A)中华人民共和国"
    r"(?!(?:政府|国务院|主席|外交部|国防部)(?:关于|[和与令]|公告|通告|声明)|[和与][^〈〉]{1,12}国)"
)

#: A title in 《》 names a norm if it ends so: 《城市市容和环境卫生管理条例》. Not: 《受理通知书》《…税目税额表》.
_NORM = re.compile(
    r"(?:法|法典|条例|规定|办法|解释|规则|细则|决定|准则|守则|章程|公约|协定|通则|总则|规程|决议|条约"
    r"|议定书|宪章|批复|修正案)\Z"
)
#: These too, if the title says whose or about what: 《最高人民法院关于……的通知》《中华人民共和国政府关于领海的声明》.
_NORM_ABOUT = re.compile(r"(?:关于|公布).*(?:意见|通知|答复|声明|命令|纪要)\Z")
#: Ends of titles that never are norms, though an article may follow them: 《租赁合同》第五条.
_NOT_A_LAW = re.compile(r"(?:合同|协议|协议书|表|清单|目录|通知书|证|报告|名单|方案|说明|书)\Z")
_WIDE = str.maketrans("(),:;", "（），：；")
_TAIL = re.compile(r"\(([^()]*)\)\Z")
#: What stands in parentheses after a title and tells the edition, not the law: (2018年修正) (征求意见稿).
_EDITION = re.compile(
    r"[(\[【]?(?:(?:19|20)\d\d年?.*|第?[一二三]?次?.*(?:稿|草案)|草案.*|修订版?|修正版?|修正文本|公告)[)\]】]?\Z"
)


@dataclass(frozen=True, slots=True)
class LawNames:
    """Names that count as a law without 《》; ``tree`` is read from the last character backwards.

    ``canonical`` gives the name of the target for each name in use: 民诉法 -> 民事诉讼法.
    """

    canonical: Mapping[str, str]
    tree: Mapping[str, Any]
    last: frozenset[str]
    """Last characters of all names."""
    more: LawNames | None = None
    """Names of one text only."""

    @classmethod
    def of(cls, canonical: Mapping[str, str]) -> LawNames:
        """Build from name in use -> name of the target, both folded as the text is."""
        tree: dict[str, Any] = {}
        for name in canonical:
            node = tree
            for char in reversed(name):
                node = node.setdefault(char, {})
            node[""] = name
        return cls(
            MappingProxyType(dict(canonical)), MappingProxyType(tree), frozenset(n[-1] for n in canonical)
        )

    def ending_at(self, text: str, end: int) -> str | None:
        """The longest name that ends just before ``end``; None if there is none."""
        node, found, at = self.tree, None, end - 1
        while at >= 0 and isinstance(below := node.get(text[at]), dict):
            node, found, at = below, below.get("", found), at - 1
        other = self.more.ending_at(text, end) if self.more else None
        return max(filter(None, (found, other)), key=len, default=None)

    def with_aliases(self, aliases: Mapping[str, str], general: frozenset[str] = frozenset()) -> LawNames:
        """These names and the aliases that a text defines (以下简称…); ``general`` ones count in 《》 only."""
        spoken = LawNames.of({a: t for a, t in aliases.items() if a not in general})
        canonical = MappingProxyType({**self.canonical, **aliases})
        return replace(self, canonical=canonical, last=self.last | spoken.last, more=spoken)

    def target(self, title: str) -> str:
        """The name as its target says it, of a title in either script: 中華人民共和國民訴法 -> 民事诉讼法."""
        name = canonical_title(simplified(title))
        return self.canonical.get(fold_script(name)) or name


@cache
def law_names() -> LawNames:
    """The names of laws.tsv, compared in the folded form (著作权法 becomes 着作权法), shown in their own."""
    names: dict[str, str] = {}
    for name, others in _rows():
        names.setdefault(fold_script(name), name)
        for other in others:
            names.setdefault(fold_script(other), name)
    return LawNames.of(names)


def _rows() -> Iterable[tuple[str, list[str]]]:
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, others = line.partition("\t")
            yield name.strip(), [o.strip() for o in others.split("、") if o.strip()]


@cache
def simplified(name: str) -> str:
    """A name in Simplified as it is written, where folding would go too far: 著作權 -> 著作权, not 着作权."""
    return name if fold_script(name) == name else convert(name, "t2s")


def canonical_title(title: str) -> str:
    """A title in the form of targets but for its script: without blanks, 中华人民共和国 and the edition's year.

    >>> canonical_title("中华人民共和国立法法(2023年修正)"), canonical_title("民事诉讼法(试行)")
    ('立法法', '民事诉讼法（试行）')
    """
    name = (
        re.sub(r"\s+", "", title).replace("（", "(").replace("）", ")").replace("<", "〈").replace(">", "〉")
    )
    name = name.replace("《", "〈").replace("》", "〉")
    tail = _TAIL.search(name)
    while tail and tail.start() and _EDITION.match(tail[1]):
        name = name[: tail.start()]
        tail = _TAIL.search(name)
    return _OF_THE_STATE.sub("", name).translate(_WIDE)


def is_norm(title: str) -> bool:
    """True if a title in 《》 names a law, rule, decision or treaty; False for a form, table, book or newspaper.

    >>> is_norm("刑法修正案(八)"), is_norm("受理通知书"), is_norm("关于审理…问题的意见")
    (True, False, True)
    """
    bare = _bare(title)
    if bare.endswith(("方法", "做法", "看法", "操作规程", "技术规程")):
        return False
    return bool(_NORM.search(bare) or _NORM_ABOUT.search(bare))


def may_hold_articles(title: str) -> bool:
    """False for a contract, form or table, whose 第五条 is no article of a law."""
    return is_norm(title) or not _NOT_A_LAW.search(_bare(title))


def _bare(title: str) -> str:
    bare = title.replace("（", "(").replace("）", ")")
    while tail := _TAIL.search(bare):
        bare = bare[: tail.start()]
    return bare
