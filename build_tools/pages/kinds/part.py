"""The page of a part around the law's own text: notice, preamble, explanation, annex."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.model.feedback import Claim
from build_tools.model.law import Block, BlockKind, Part, SpanClass
from build_tools.pages.kinds.article import Note, notes_for
from build_tools.pages.localized import Link, LocalizedEdition, tidy
from build_tools.model.runs import Mark, MarkKind, Pair
from build_tools.text.fold import fold

_SENTENCE = re.compile(r"[^。；：;:]*")
#: A chapter's title shorter than this (總則, 附則) stands in too many sentences to tell what one is about.
_TELLING = 4
#: A first sentence up to this length reads as the paragraph's heading.
_SHORT = 32


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A figure that the text names, held against the law: 共7章68條."""

    text: str
    holds: bool
    found: str


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line of a part; ``about`` are the chapters that it explains, ``claims`` what it says and is checked."""

    id: str
    kind: str
    level: int
    body: Pair
    about: tuple[Link, ...]
    claims: tuple[CheckedClaim, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """What the page of a part shows."""

    path: str
    id: str
    kind: str
    name: str
    description: str
    crumbs: tuple[Link, ...]
    lines: tuple[PartLine, ...]
    notes: tuple[Note, ...]
    previous: Link | None
    next: Link | None


def part_view(tree: LocalizedEdition, part: Part, previous: Part | None, following: Part | None) -> PartView:
    """The page of one part in one tree; neighbours are the parts before and after it in the file."""
    name = tree.part(part)
    return PartView(
        tree.urls.page(part.id),
        part.id,
        part.kind.value,
        name,
        tree.words("part.description", law=tree.law_title, part=name),
        (Link("../", tree.short_title),),
        part_lines(tree, part),
        notes_for(tree, part.id),
        _neighbour(tree, previous),
        _neighbour(tree, following),
    )


def part_lines(tree: LocalizedEdition, part: Part) -> tuple[PartLine, ...]:
    """Lines of a part in both scripts."""
    edition = tree.edition
    lines = []
    for block in part.blocks:
        claims = edition.record.claims if part.kind is SpanClass.EXPLANATION else ()
        marks = (*edition.reference_marks.get(block.id, ()), *_opening(block))
        inside = [c for c in claims if block.span.start <= c.span.start < block.span.end]
        lines.append(
            PartLine(
                block.id,
                block.kind.value,
                block.level,
                edition.texts.pair(block.span, marks),
                _about(tree, part, block),
                tuple(_claim(tree, c) for c in inside),
            )
        )
    return tuple(lines)


def explanations(tree: LocalizedEdition) -> dict[str, tuple[Link, ...]]:
    """For each heading the lines of the drafting explanation that explain it, as links."""
    found: dict[str, list[Link]] = {}
    for part in tree.edition.record.text.parts:
        for block in part.blocks if part.kind is SpanClass.EXPLANATION else ():
            for heading in _explained(tree, block):
                first = _SENTENCE.match(tree.edition.texts.say(block.span, tree.script))
                title = first.group() if first else ""
                link = Link(tree.edition.siblings.page(part.id, block.id), title)
                found.setdefault(heading, []).append(link)
    return {heading: tuple(links) for heading, links in found.items()}


def _opening(block: Block) -> tuple[Mark, ...]:
    """The first sentence of a numbered paragraph, which says what it is about (（一）明確網絡基礎資源管理制度)."""
    if block.kind is BlockKind.HEADING or block.level not in (1, 2):
        return ()
    end = block.text.find("。") + 1
    if not 0 < end <= _SHORT or end == len(block.text):
        return ()
    return (Mark(block.span.start, block.span.start + end, MarkKind.POINT),)


def _about(tree: LocalizedEdition, part: Part, block: Block) -> tuple[Link, ...]:
    if part.kind is not SpanClass.EXPLANATION:
        return ()
    nodes = tree.edition.nodes
    found = []
    for name in _explained(tree, block):
        heading = nodes[name].heading
        if heading:
            found.append(Link(tree.edition.siblings.href(name), tree.heading(heading)))
    return tuple(found)


def _explained(tree: LocalizedEdition, block: Block) -> tuple[str, ...]:
    """Headings whose whole title stands in the first sentence of a numbered line: (二)明確網絡犯罪生態治理制度。.

    Of titles that lie within each other the longest counts.
    """
    if not block.level and block.kind is not BlockKind.HEADING:
        return ()
    first = _SENTENCE.match(block.text)
    sentence = fold(first.group()).text if first else ""
    titles = {
        name: fold(node.heading.title).text for name, node in tree.edition.nodes.items() if node.heading
    }
    held = {name: t for name, t in titles.items() if len(t) >= _TELLING and t in sentence}
    return tuple(n for n, t in held.items() if not any(t != other and t in other for other in held.values()))


def _claim(tree: LocalizedEdition, claim: Claim) -> CheckedClaim:
    said = tidy(tree.edition.texts.say(claim.span, tree.script))
    return CheckedClaim(said, claim.holds, "、".join(claim.found))


def _neighbour(tree: LocalizedEdition, part: Part | None) -> Link | None:
    return Link(tree.edition.siblings.page(part.id), tree.part(part)) if part else None
