"""The text of one edition as the browser gets it."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model.manifest import Manifest
from build_tools.pages.found import Document
from build_tools.search.doc_list import doc_list
from build_tools.search.folding import Folded
from build_tools.search.other_script import Counterparts, differences
from build_tools.search.packing import gaps


def shard_data(
    law: Manifest, edition: str, found: Sequence[Document], folded: Folded, usual: Counterparts
) -> list[object]:
    """The form that overrides/assets/javascripts/search/shard.js reads, where each place is described.

    Each line is there once, in the script it was written in, but for headings that follow from the number of an
    article. The last place holds the lines whose other script folds to something else, by their distance from
    the one before: 乾 in one script, 干 in the other.
    """
    texts = [line.texts for document in found for line in document.lines]
    other = differences(texts, usual)
    marks, names, lines = doc_list(found, law.title)
    places = gaps([number for number, _, _ in other.fixes])
    fix = "".join(f"{line}.{at}{char}" for line, (_, at, char) in zip(places, other.fixes, strict=True))
    text = "".join(f"{line}\n" for line in lines)
    data: list[object] = [law.slug, edition, marks, names, *other.own, fix, text]
    rest = [dict(other.full), gaps(list(folded.odd))]
    return data + (rest if folded.odd else rest[:1] if other.full else [])
