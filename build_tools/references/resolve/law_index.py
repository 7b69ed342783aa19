"""What exists in a law: its articles down to 目, its headings, its own names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from build_tools.model.ids import ProvisionId
from build_tools.model.law import HeadingKind, LawText, SpanClass, walk_items
from build_tools.model.reference import Unit
from build_tools.references.find.names import canonical_title, simplified
from build_tools.text.script import fold_script

_UNITS = {
    HeadingKind.PART: Unit.PART, HeadingKind.SUBPART: Unit.SUBPART, HeadingKind.CHAPTER: Unit.CHAPTER,
    HeadingKind.SECTION: Unit.SECTION,
}  # fmt: skip
#: How a text may call itself, by the end of its title.
_OWN = re.compile(
    r"(?:法典|法|条例|办法|规定|解释|细则|规则|决定|守则|准则|章程|公约|协定|规程|通则|意见|通知|决议|批复|规范|方案|修正案|公告|安排|纪要|纲要)\Z"
)
_TAIL = re.compile(r"（[^（）]*）\Z")
#: 关于修改〈X〉的决定, X修正案, X实施细则, 实施〈X〉办法: the law that such a text amends or implements.
_AMENDS = re.compile(
    r"(?:修改|修正|修订|废止)〈([^〈〉]+)〉|\A([^〈〉]+?)修正案\Z|(?:修改|修正|修订)([^〈〉]+?法)的(?:决定|决议)\Z"
)
_IMPLEMENTS = re.compile(r"\A(.+?(?:法|条例))(?:实施条例|实施细则|实施办法|施行细则)\Z|实施〈([^〈〉]+)〉")


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """A heading by kind and number, with its parent."""

    id: str
    unit: Unit
    number: int
    insert: int
    parent: str | None


@dataclass(frozen=True, slots=True)
class Outline:
    """What exists in one law. ``children`` holds what lies directly below each id."""

    articles: tuple[ProvisionId, ...]
    children: Mapping[ProvisionId, tuple[ProvisionId, ...]]
    headings: tuple[OutlineHeading, ...]
    names: frozenset[str]
    """Own titles in the form of targets."""
    own_words: frozenset[str]
    """Ends of the own title: 本法 is this text if 法 is among them; empty if the title does not tell."""
    annexes: frozenset[str]
    amends: str | None = None
    """The law that this text amends, as targets name it; "" if it amends several."""
    implements: str | None = None

    def article(self, number: int, insert: int = 0) -> ProvisionId | None:
        """The article with this number, or None."""
        found = ProvisionId((number, insert) if insert else (number,))
        return found if found in self.children else None

    def below(self, provision: ProvisionId) -> tuple[ProvisionId, ...]:
        """款 of an article, 项 of a 款, 目 of a 项."""
        return self.children.get(provision, ())

    def heading(self, heading_id: str | None) -> OutlineHeading | None:
        """The heading with this id, or None."""
        return next((h for h in self.headings if h.id == heading_id), None)

    def above(self, heading_id: str | None) -> tuple[OutlineHeading, ...]:
        """The heading and all above it, innermost first."""
        found = []
        heading = self.heading(heading_id)
        while heading:
            found.append(heading)
            heading = self.heading(heading.parent)
        return tuple(found)


def outline_of(law: LawText) -> Outline:
    """The outline of a parsed law; the first of two articles with one number counts.

    例: 《中华人民共和国刑法修正案（十一）》 amends 刑法.
    """
    children: dict[ProvisionId, tuple[ProvisionId, ...]] = {}
    articles = []
    for article in law.articles:
        if article.id in children:
            continue
        articles.append(article.id)
        children[article.id] = tuple(p.id for p in article.paragraphs if not p.quoted)
        for paragraph in article.paragraphs:
            children[paragraph.id] = tuple(i.id for i in paragraph.items)
            children |= {i.id: tuple(s.id for s in i.subitems) for i in walk_items(paragraph.items)}
    title = canonical_title(simplified(law.title or _first_line(law)))
    plain = _TAIL.sub("", title)
    own_word = _OWN.search(plain)
    annexes = (p.title for p in law.parts if p.kind is SpanClass.ANNEX and p.title)
    implements = _IMPLEMENTS.search(plain)
    return Outline(
        articles=tuple(articles),
        children=MappingProxyType(children),
        headings=_headings(law),
        names=frozenset({title} - {""}),
        own_words=frozenset({own_word[0]} if own_word else ()),
        annexes=frozenset(canonical_title(fold_script(annex)) for annex in annexes),
        amends=_amended(plain),
        implements=canonical_title(implements[1] or implements[2]) if implements else None,
    )


def own_title(outline: Outline, title: str) -> bool:
    """True if a title, as a folded text names it, is this law's own: 《网络犯罪防治法(征求意见稿)》."""
    return canonical_title(title) in {fold_script(name) for name in outline.names}


def own_annex(outline: Outline, title: str) -> bool:
    """True if a title is that of an annex of this law: 《香港特别行政区行政长官的产生办法》."""
    name = canonical_title(title)
    return any(annex.endswith(name) for annex in outline.annexes)


def _first_line(law: LawText) -> str:
    """What stands first in a text without articles (一、将刑法第一百四十五条修改为…), if it is like a title."""
    part = law.part("unclassified")
    first = part.blocks[0].text if part and part.blocks else ""
    return first if _OWN.search(_TAIL.sub("", canonical_title(first))) else ""


def _headings(law: LawText) -> tuple[OutlineHeading, ...]:
    return tuple(
        OutlineHeading(h.id, _UNITS[h.kind], h.number[0], h.number[1] if len(h.number) > 1 else 0, h.parent)
        for h in law.headings
        if h.kind in _UNITS and h.number
    )


def _amended(title: str) -> str | None:
    """刑法 of 刑法修正案; "" for 关于修改〈A〉等八部法律的决定, where each place names its law."""
    found = _AMENDS.search(title)
    if found:
        several = "等" in title[found.end() :]
        return "" if several else canonical_title(found[1] or found[2] or found[3])
    return "" if re.search(r"关于修改.*的(?:决定|决议)\Z", title) else None
