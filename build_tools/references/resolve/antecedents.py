"""What 前款, 前两款, 本条, 本章, 该条 point to, from where they stand."""

from __future__ import annotations

from build_tools.model.ids import ProvisionId
from build_tools.model.reference import Anaphor, Citation, Unit
from build_tools.model.target import Target
from build_tools.references.resolve.addresses import enclosing
from build_tools.references.resolve.law_index import Outline
from build_tools.references.resolve.line_context import LineKind, Thread


def antecedents(outline: Outline, thread: Thread, citation: Citation) -> tuple[Target, ...] | None:
    """The places that a pointing word means, in order; empty if nothing stands there, None if it points not here.

    前款 of an 项 is the 款 before the one it belongs to; 前项 is the 项 before. In prose only 本条 and 该条 point,
    to the article that the prose speaks of; in an annex nothing does.
    """
    if citation.anaphor is Anaphor.THAT:
        return _that(thread, citation.unit)
    this = citation.anaphor is Anaphor.THIS
    if thread.kind is not LineKind.LAW:
        speaks = thread.prose and this and citation.unit is Unit.ARTICLE
        return _one(thread.context and ProvisionId(thread.context.article)) if speaks else None
    if this:
        return _this(outline, thread, citation.unit)
    if citation.unit is Unit.ITEM and (thread.context is None or not thread.context.item):
        # 前三项污染物 counts things; 前项 alone is at least a slip.
        return () if citation.count == 1 and not citation.path else None
    before = _before(outline, thread, citation.unit)
    count = citation.count or len(before)
    if 0 < count <= len(before):
        return tuple(before[-count:])
    return None if citation.unit is Unit.ITEM and count > 1 else ()


def _that(thread: Thread, unit: Unit | None) -> tuple[Target, ...] | None:
    """该条 is what the line cited last; in prose that cites nothing, the article it speaks of."""
    last = thread.last_in_line
    if last is not None and unit is not None:
        place = enclosing(last, unit)
        return (place,) if place else None
    if unit is Unit.ARTICLE and thread.prose and thread.context is not None:
        return _one(ProvisionId(thread.context.article))
    return None


def _this(outline: Outline, thread: Thread, unit: Unit | None) -> tuple[Target, ...] | None:
    """本条, 本款, 本项 of the line; 本节, 本章, 本编 of its headings. 本项 in a 款 is a word like any other."""
    if unit is None or thread.context is None:
        return None
    if unit.rank >= Unit.ARTICLE.rank:
        place = enclosing(Target(provision=thread.context), unit)
        return (place,) if place else None
    heading = next((h for h in outline.above(thread.heading) if h.unit is unit), None)
    return (Target(heading=heading.id),) if heading else ()


def _before(outline: Outline, thread: Thread, unit: Unit | None) -> list[Target]:
    """All places of a level that stand before the line's own, in order."""
    here = thread.context
    if unit is None or here is None:
        return []
    if unit.rank < Unit.ARTICLE.rank:
        own = next((h for h in outline.above(thread.heading) if h.unit is unit), None)
        mates = [h for h in outline.headings if own and (h.unit, h.parent) == (unit, own.parent)]
        return [Target(heading=h.id) for h in mates[: mates.index(own)]] if own else []
    article = ProvisionId(here.article)
    paragraph = ProvisionId(here.article, here.paragraph)
    if unit is Unit.ARTICLE:
        known, mine = outline.articles, article
    elif unit is Unit.PARAGRAPH:
        known, mine = outline.below(article), paragraph
    else:
        mine = ProvisionId(here.article, here.paragraph, here.item, item_insert=here.item_insert)
        known = outline.below(paragraph)
    return [Target(provision=p) for p in known[: known.index(mine)]] if mine in known else []


def _one(provision: ProvisionId | None) -> tuple[Target, ...] | None:
    return (Target(provision=provision),) if provision else None
