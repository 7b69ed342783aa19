"""Which chapters a drafting explanation explains, by the titles that its numbered lines begin with."""

from __future__ import annotations

import re

from build_tools.model.law import Block, BlockKind, SpanClass
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.text.fold import fold

_SENTENCE_END = re.compile(r"[。；：;:]")
#: A chapter's title shorter than this (總則, 附則) stands in too many sentences to tell what one is about.
_TELLING = 4


def explanations(tree: LocalizedEdition) -> dict[str, tuple[Link, ...]]:
    """For each heading the lines of the drafting explanation that explain it, as links."""
    found: dict[str, list[Link]] = {}
    for part in tree.edition.record.text.parts:
        for block in part.blocks if part.kind is SpanClass.EXPLANATION else ():
            for heading in explained_headings(tree, block):
                title = _SENTENCE_END.split(tree.edition.texts.say(block.span, tree.script), 1)[0]
                link = Link(tree.edition.links.page(part.id, block.id), title)
                found.setdefault(heading, []).append(link)
    return {heading: tuple(links) for heading, links in found.items()}


def explained_headings(tree: LocalizedEdition, block: Block) -> tuple[str, ...]:
    """Headings whose whole title stands in the first sentence of a numbered line: (二)明確網絡犯罪生態治理制度。.

    Of titles that lie within each other the longest counts.
    """
    if not block.level and block.kind is not BlockKind.HEADING:
        return ()
    sentence = fold(_SENTENCE_END.split(block.text, 1)[0]).text
    titles = {h.id: fold(h.title).text for n in tree.edition.nodes.values() if (h := n.heading)}
    held = {name: t for name, t in titles.items() if len(t) >= _TELLING and t in sentence}
    return tuple(n for n, t in held.items() if not any(t != other and t in other for other in held.values()))
