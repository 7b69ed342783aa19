"""From an address to what exists: the provision or heading that 第十七条第三款 or 第二章第三节 means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_tools.model.ids import ProvisionId
from build_tools.model.reference import Doubt, Step, Unit
from build_tools.model.target import Target
from build_tools.references.resolve.law_index import Outline

_LONGEST_RANGE = 400
"""Articles of another law that one range may name; more is a slip of the pen."""
_MARKS = {Unit.PART: "pt", Unit.SUBPART: "sp", Unit.CHAPTER: "ch", Unit.SECTION: "s"}
_HEADING_STEP = re.compile(r"(pt|sp|ch|s)-?\d+")


@dataclass(frozen=True, slots=True)
class Found:
    """What an address means: no places and a doubt if it means nothing here."""

    places: tuple[Target, ...] = ()
    doubt: Doubt | None = None


def walk(outline: Outline, start: Target, path: tuple[Step, ...], *, prose: bool = False) -> Found:
    """The place that a path leads to from ``start``.

    ``prose`` lets people who write about a law call an item a paragraph, with a doubt: 第二款 of an article that
    has one 款 with items.
    """
    place, doubt = start, None
    for step in path:
        found = _step(outline, place, step)
        if not found.places and prose and step.unit is Unit.PARAGRAPH and place.law is None:
            found = _as_item(outline, place, step)
        if not found.places:
            return found
        place, doubt = found.places[0], doubt or found.doubt
    return Found((place,), doubt)


def stretch(
    outline: Outline, start: Target, path: tuple[Step, ...], until: tuple[Step, ...], *, prose: bool = False
) -> Found:
    """All places from a path to the far end of its range, both included; the one place if it is no range.

    例: 第十九条至第三十三条 are fifteen articles; 第三十三条至第十九条 is none, and doubtful.
    """
    if not until:
        return walk(outline, start, path, prose=prose)
    near = walk(outline, start, path, prose=prose)
    far_path = (*(s for s in path if s.unit.rank < until[0].unit.rank), *until)
    far = walk(outline, start, far_path, prose=prose)
    if not near.places or not far.places:
        return Found((), near.doubt or far.doubt)
    first, last = near.places[0], far.places[0]
    doubt = near.doubt or far.doubt
    if first.provision is None or last.provision is None:
        return _headings_between(outline, first, last)
    if first.law is not None:
        return _counted(first, last, doubt)
    return _between(outline, first.provision, last.provision, doubt)


def shared_head(outline: Outline, place: Target, top: Unit) -> Target | None:
    """What a list member that begins with ``top`` shares with the member before: its article, for 第二款.

    None if the member before is not that deep: 第十条、第二款.
    """
    if top.rank < Unit.ARTICLE.rank:
        if place.law is not None:
            return Target(place.law, heading=_above(place.heading or "", top))
        here = outline.heading(place.heading)
        return Target(heading=here.parent) if here and here.unit is top else Target()
    if top is Unit.ARTICLE:
        return Target(place.law)
    if top is Unit.PARAGRAPH:
        return enclosing(place, Unit.ARTICLE) if place.provision and place.provision.paragraph else None
    if top is Unit.ITEM:
        return enclosing(place, Unit.PARAGRAPH) or enclosing(place, Unit.ARTICLE)
    return enclosing(place, Unit.ITEM)


def enclosing(place: Target, unit: Unit) -> Target | None:
    """The provision itself or the article, paragraph or item that holds it; None if it is not that deep.

    例: 第十条 for 第十条第二款 and the unit 条.
    """
    p = place.provision
    if p is None:
        return None
    if unit is Unit.ARTICLE:
        return replace(place, provision=ProvisionId(p.article))
    if unit is Unit.PARAGRAPH:
        return replace(place, provision=ProvisionId(p.article, p.paragraph)) if p.paragraph else None
    if unit is Unit.ITEM:
        whole = ProvisionId(p.article, p.paragraph, p.item, item_insert=p.item_insert)
        return replace(place, provision=whole) if p.item else None
    return place if p.subitem else None


def _above(heading: str, unit: Unit) -> str | None:
    """The part of a heading's id that lies above a unit: ``pt-2`` of ``pt-2-ch-3`` for 章."""
    ranks = {mark: level.rank for level, mark in _MARKS.items()}
    steps = [step[0] for step in _HEADING_STEP.finditer(heading) if ranks[step[1]] < unit.rank]
    return "-".join(steps) or None


def _step(outline: Outline, place: Target, step: Step) -> Found:
    if step.unit.rank < Unit.ARTICLE.rank:
        return _heading(outline, place, step)
    if place.law is not None:
        return Found((_elsewhere(place, step),))
    if step.unit is Unit.ARTICLE:
        article = outline.article(step.number, step.insert)
        return _only([article] if article else [])
    if place.provision is None:
        return Found((), Doubt.NO_ANTECEDENT)
    return _below(outline, place.provision, step)


def _below(outline: Outline, provision: ProvisionId, step: Step) -> Found:
    """款 of an article, 项 of a 款 (or of the only 款 that has such an item), 目 of an 项."""
    if step.unit is Unit.PARAGRAPH:
        wanted = ProvisionId(provision.article, step.number)
        return _only([p for p in outline.below(ProvisionId(provision.article)) if p == wanted])
    if step.unit is Unit.SUBITEM:
        return _only([s for s in outline.below(provision) if s.subitem == step.number][:1])
    paragraph = ProvisionId(provision.article, provision.paragraph)
    holders = [paragraph] if paragraph.paragraph else outline.below(provision)
    items = (i for holder in holders for i in outline.below(holder))
    return _only([i for i in items if (i.item, i.item_insert) == (step.number, step.insert)])


def _only(provisions: Sequence[ProvisionId]) -> Found:
    """The place, if there is just one."""
    if len(provisions) == 1:
        return Found(_places(provisions))
    return Found((), Doubt.AMBIGUOUS if provisions else Doubt.TARGET_MISSING)


def _elsewhere(place: Target, step: Step) -> Target:
    """In another law nothing can be looked up; 第十条第四项 without 款 is by custom of an article with one 款."""
    p = place.provision
    if step.unit is Unit.ARTICLE or p is None:
        number = (step.number, step.insert) if step.insert else (step.number,)
        return replace(place, provision=ProvisionId(number), heading=None)
    if step.unit is Unit.PARAGRAPH:
        return replace(place, provision=ProvisionId(p.article, step.number))
    if step.unit is Unit.ITEM:
        item = ProvisionId(p.article, p.paragraph or 1, step.number, item_insert=step.insert)
        return replace(place, provision=item)
    return replace(place, provision=replace(p, subitem=step.number))


def _as_item(outline: Outline, place: Target, step: Step) -> Found:
    if place.provision is None:
        return Found((), Doubt.NO_ANTECEDENT)
    found = _below(outline, ProvisionId(place.provision.article), Step(Unit.ITEM, step.number))
    return replace(found, doubt=Doubt.ITEM_CALLED_PARAGRAPH if found.places else Doubt.TARGET_MISSING)


def _heading(outline: Outline, place: Target, step: Step) -> Found:
    """The heading by its number: below the one reached so far, else the only one in the whole law."""
    if place.law is not None:
        mark = f"{_MARKS[step.unit]}-{step.number}" if step.unit is not Unit.SECTION else f"s{step.number}"
        return Found((replace(place, heading=f"{place.heading}-{mark}" if place.heading else mark),))
    wanted = (step.unit, step.number, step.insert)
    fits = [h for h in outline.headings if (h.unit, h.number, h.insert) == wanted]
    if place.heading:
        fits = [h for h in fits if any(a.id == place.heading for a in outline.above(h.parent))]
    if len(fits) > 1:
        return Found((), Doubt.AMBIGUOUS)
    return Found((Target(heading=fits[0].id),)) if fits else Found((), Doubt.TARGET_MISSING)


def _headings_between(outline: Outline, first: Target, last: Target) -> Found:
    if first.law is not None:
        return _counted_headings(first, last)
    near, far = outline.heading(first.heading), outline.heading(last.heading)
    if near is None or far is None or near.unit is not far.unit:
        return Found((), Doubt.RANGE_UNCLEAR)
    order = [h.id for h in outline.headings if h.unit is near.unit]
    a, b = order.index(near.id), order.index(far.id)
    if a >= b:
        return Found((), Doubt.RANGE_REVERSED)
    return Found(tuple(Target(heading=i) for i in order[a : b + 1]))


def _counted_headings(first: Target, last: Target) -> Found:
    """第二编至第七编 of another law, by number."""
    stem, _, low = (first.heading or "").rpartition("-")
    other, _, high = (last.heading or "").rpartition("-")
    if stem != other or not low.isdigit() or not high.isdigit():
        return Found((), Doubt.RANGE_UNCLEAR)
    if int(low) >= int(high):
        return Found((), Doubt.RANGE_REVERSED)
    numbers = range(int(low), int(high) + 1)
    return Found(tuple(replace(first, heading=f"{stem}-{n}") for n in numbers))


def _counted(first: Target, last: Target, doubt: Doubt | None) -> Found:
    """A range in another law, member by member by number."""
    a, b = first.provision, last.provision
    if a is None or b is None:
        return Found((), Doubt.RANGE_UNCLEAR)
    if a.paragraph or b.paragraph:
        if not b.paragraph or _number(a, None) != _number(b, None):
            return Found((), Doubt.RANGE_UNCLEAR)
        low, high = _lowest(a), _lowest(b)
        inner = [_number(a, n) for n in range(low, high + 1)] if high - low <= _LONGEST_RANGE else []
    else:
        low, high = a.article[0], b.article[0]
        inner = [ProvisionId((n,)) for n in range(low, high + 1)] if high - low <= _LONGEST_RANGE else []
        inner = [a, *inner[1:]] + ([b] if len(b.article) > 1 else [])
    if a >= b:
        return Found((), Doubt.RANGE_REVERSED)
    if high - low > _LONGEST_RANGE or (low == high and a.article == b.article):
        return Found((), Doubt.RANGE_UNCLEAR)
    return Found(tuple(replace(first, provision=m) for m in inner), doubt)


def _lowest(provision: ProvisionId) -> int:
    """Number on the lowest level that is named."""
    return provision.subitem or provision.item or provision.paragraph


def _number(provision: ProvisionId, number: int | None) -> ProvisionId:
    """The same place with another number on its lowest level; without one for None."""
    n = number or 0
    if provision.subitem:
        return replace(provision, subitem=n)
    if provision.item:
        return replace(provision, item=n, item_insert=0)
    return replace(provision, paragraph=n)


def _between(outline: Outline, a: ProvisionId, b: ProvisionId, doubt: Doubt | None) -> Found:
    """Members of a range of this law; what was put in between (第十二条之一) is a member too."""
    if a >= b:
        return Found((), Doubt.RANGE_REVERSED)
    if a.article == b.article:
        siblings = _siblings(outline, a)
        if b not in siblings:
            return Found((), Doubt.RANGE_UNCLEAR)
        return Found(_places(siblings[siblings.index(a) : siblings.index(b) + 1]), doubt)
    order = outline.articles
    i, j = order.index(ProvisionId(a.article)), order.index(ProvisionId(b.article))
    if i >= j:
        return Found((), Doubt.RANGE_REVERSED)
    head = _siblings(outline, a)[_siblings(outline, a).index(a) :] if a.paragraph else (a,)
    tail = _siblings(outline, b)[: _siblings(outline, b).index(b) + 1] if b.paragraph else (b,)
    return Found(_places((*head, *order[i + 1 : j], *tail)), doubt)


def _siblings(outline: Outline, provision: ProvisionId) -> tuple[ProvisionId, ...]:
    if provision.subitem:
        return outline.below(replace(provision, subitem=0, division=0))
    if provision.item:
        return outline.below(ProvisionId(provision.article, provision.paragraph))
    return outline.below(ProvisionId(provision.article)) if provision.paragraph else outline.articles


def _places(provisions: Sequence[ProvisionId]) -> tuple[Target, ...]:
    return tuple(Target(provision=p) for p in provisions)
