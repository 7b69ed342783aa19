"""Addresses of provisions: ``art-57-p2-i3-s1``; free of script, region and URL."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_FORM = re.compile(r"art-(\d+)(?:-z(\d+))?(?:-p(\d+))?(?:-i(\d+)(?:-z(\d+))?)?(?:-s(\d+))?(?:-d(\d+))?\Z")


@dataclass(frozen=True, slots=True, order=True)
class ProvisionId:
    """Address of an article (條), paragraph (款), item (項), subitem (目) or a division below it.

    ``article`` is (120,) for 第一百二十條 and (120, 1) for 第一百二十條之一. A zero means: not that deep.
    Rule: 立法法 第六十五條 (編 章 節 條 款 項 目). Ids are in the order of the text: 第三項, its 目, （三）之一, 第四項.
    """

    article: tuple[int, ...]
    paragraph: int = 0
    item: int = 0
    item_insert: int = field(default=0, kw_only=True)
    """1 for （三）之一, an item that was put in later."""
    subitem: int = 0
    division: int = 0
    _printed: str = field(default="", init=False, repr=False, compare=False)
    """The printed form once it was asked for: it is asked for dozens of times a page."""

    def __str__(self) -> str:
        """``art-120-z1-p2-i3-s1``."""
        if not self._printed:
            object.__setattr__(self, "_printed", self._print())
        return self._printed

    def _print(self) -> str:
        out = f"art-{self.article[0]}"
        if len(self.article) > 1:
            out += f"-z{self.article[1]}"
        if self.paragraph:
            out += f"-p{self.paragraph}"
        if self.item:
            out += f"-i{self.item}" + (f"-z{self.item_insert}" if self.item_insert else "")
        if self.subitem:
            out += f"-s{self.subitem}"
        return out + (f"-d{self.division}" if self.division else "")

    @classmethod
    def parse(cls, text: str) -> ProvisionId:
        """Read the printed form; ValueError if it is none."""
        found = _FORM.match(text)
        if not found:
            raise ValueError(f"not the id of a provision: {text!r}")
        number, insert, paragraph, item, item_insert, subitem, division = found.groups()
        article = (int(number), int(insert)) if insert else (int(number),)
        return cls(
            article, int(paragraph or 0), int(item or 0), int(subitem or 0), int(division or 0),
            item_insert=int(item_insert or 0),
        )  # fmt: skip

    @property
    def fragment(self) -> str:
        """The part below the article, ``p2-i3``; empty for an article."""
        return str(self)[len(str(ProvisionId(self.article))) + 1 :]

    def contains(self, other: ProvisionId) -> bool:
        """True if ``other`` is this provision or lies within it: （三）之一 does not lie within 第三項."""
        if self.article != other.article:
            return False
        mine, theirs = self._below_article(), other._below_article()
        depth = 5 if self.division else 4 if self.subitem else 3 if self.item else 1 if self.paragraph else 0
        return mine[:depth] == theirs[:depth]

    def _below_article(self) -> tuple[int, ...]:
        return self.paragraph, self.item, self.item_insert, self.subitem, self.division
