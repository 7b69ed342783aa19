"""Editors' notes beside the text they are about."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.pages.edition import note_id
from build_tools.pages.links import article_of
from build_tools.pages.localized import LocalizedEdition


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's note."""

    id: str
    href: str
    """The row it is about."""
    words: str
    text: str


def notes_for(tree: LocalizedEdition, page: str) -> tuple[Note, ...]:
    """Editors' notes on the article or part with this id."""
    found = []
    node = tree.edition.nodes.get(page)
    headings = {n.heading.id for n in node.walk() if n.heading} if node else set()
    for number, note in enumerate(tree.edition.notes, 1):
        place = note.provision
        article = place.startswith("art-")
        here = place in headings if node else (article_of(place) if article else place) == page
        if not here and (article or node or not place.startswith(f"{page}-")):
            continue
        fragment = place[len(page) + 1 :] if article else place if place != page else ""
        href = f"#{fragment}" if fragment and place in tree.edition.links.hrefs else ""
        found.append(Note(note_id(number), href, note.words, note.text.in_script(tree.script)))
    return tuple(found)
