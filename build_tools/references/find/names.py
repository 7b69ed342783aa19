"""Names of laws: which words name a law, and what its target is called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from build_tools.text.patterns import read_patterns
from build_tools.text.script import convert, fold_script

_P = read_patterns(Path(__file__).with_suffix(".toml"))
_FILE = Path(__file__).parent / "laws.tsv"

_BRACKETS = str.maketrans("（）<>《》", "()〈〉〈〉")
_WIDE = str.maketrans("(),:;", "（），：；")


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
        last = frozenset(name[-1] for name in canonical)
        return cls(MappingProxyType(dict(canonical)), MappingProxyType(tree), last)

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
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        name, _, others = line.partition("\t")
        for written in (name, *others.split("、")):
            if written.strip() and not line.startswith("#"):
                names.setdefault(fold_script(written.strip()), name.strip())
    return LawNames.of(names)


@cache
def simplified(name: str) -> str:
    """A name in Simplified as it is written, where folding would go too far: 著作權 -> 著作权, not 着作权."""
    return name if fold_script(name) == name else convert(name, "t2s")


def canonical_title(title: str) -> str:
    """A title in the form of targets but for its script: without blanks, 中华人民共和国 and the edition's year.

    >>> canonical_title("中华人民共和国立法法(2023年修正)"), canonical_title("民事诉讼法(试行)")
    ('立法法', '民事诉讼法（试行）')
    """
    name = re.sub(r"\s+", "", title).translate(_BRACKETS)
    tail = _P["tail"].search(name)
    while tail and tail.start() and _P["edition"].match(tail[1]):
        name = name[: tail.start()]
        tail = _P["tail"].search(name)
    return _P["of_the_state"].sub("", name).translate(_WIDE)


def is_norm(title: str) -> bool:
    """True if a title in 《》 names a law, rule, decision or treaty; False for a form, table, book or newspaper.

    >>> is_norm("刑法修正案(八)"), is_norm("受理通知书"), is_norm("关于审理…问题的意见")
    (True, False, True)
    """
    bare = _bare(title)
    if bare.endswith(("方法", "做法", "看法", "操作规程", "技术规程")):
        return False
    return bool(_P["norm"].search(bare) or _P["norm_about"].search(bare))


def may_hold_articles(title: str) -> bool:
    """False for a contract, form or table, whose 第五条 is no article of a law."""
    return is_norm(title) or not _P["not_a_law"].search(_bare(title))


def _bare(title: str) -> str:
    bare = title.replace("（", "(").replace("）", ")")
    while tail := _P["tail"].search(bare):
        bare = bare[: tail.start()]
    return bare
