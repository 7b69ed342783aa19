"""The provisions that a penalty names, folded for a caption: 第十一條至第十三條, 第十七條第一款、第二款."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.ids import ProvisionId
from build_tools.model.penalty import Duty
from build_tools.model.target import Target
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.place_names import target_name, unit_name

#: So many articles in a row are said by the first and the last.
_RANGE = 3


@dataclass(frozen=True, slots=True)
class DutyName:
    """One provision, or the first and last of a range."""

    first: Link
    last: Link | None = None
    ref: str = ""
    """For the preview of a range: ``art-19 art-33 15``."""


def duty_names(tree: LocalizedEdition, duties: Iterable[Duty]) -> tuple[DutyName, ...]:
    """What is violated, each provision once, in the order of the law; chapters after the articles."""
    targets = {d.target for d in duties if d.target.law is None}
    numbers = {str(a.id): n for n, a in enumerate(tree.edition.record.text.articles)}
    places = sorted((t.provision for t in targets if t.provision and t.page in numbers), key=lambda p: p)
    out: list[DutyName] = []
    run: list[ProvisionId] = []
    for at in places:
        if run and (at.fragment or numbers[str(at)] != numbers[str(run[-1])] + 1):
            out += _run(tree, run)
            run = []
        if at.fragment:
            out.append(DutyName(_part(tree, at, places)))
        else:
            run.append(at)
    out += _run(tree, run)
    headings = sorted((t.heading for t in targets if t.heading in tree.edition.nodes), key=str)
    return (*out, *(DutyName(tree.heading_link(h)) for h in headings if h))


def duty_articles(duties: Iterable[Duty]) -> frozenset[str]:
    """Articles that are named, or whose parts are."""
    return frozenset(d.target.page for d in duties if d.target.law is None and d.target.provision)


def _run(tree: LocalizedEdition, run: list[ProvisionId]) -> list[DutyName]:
    if len(run) >= _RANGE:
        first, last = (tree.article_link(str(at)) for at in (run[0], run[-1]))
        return [DutyName(first, last, f"{run[0]} {run[-1]} {len(run)}")]
    return [DutyName(tree.article_link(str(at))) for at in run]


def _part(tree: LocalizedEdition, at: ProvisionId, places: list[ProvisionId]) -> Link:
    """第十七條第一款, and behind another part of the same article 第二款."""
    before = places[: places.index(at)]
    follows = bool(before) and before[-1].article == at.article and before[-1].fragment
    name = unit_name(tree, at) if follows else target_name(tree, Target(provision=at))
    return Link(tree.edition.links.href(str(at)), name)
