"""The index that orders what was found in one edition: lunr's, of what an order depends on. The only user of lunr."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lunr.builder import Builder
from lunr.token import Token

from build_tools.pages.found import Document
from build_tools.search.doc_list import is_labelled
from build_tools.search.folding import Folded
from build_tools.search.grams import grams_of
from build_tools.search.packing import PairList, packed, steps

_FIELD = "text"
#: In so many documents of its kind a gram stands at least.
_FEWEST = 4


def rank_data(law: str, edition: str, found: Sequence[Document], folded: Folded) -> list[object]:
    """The form that overrides/assets/javascripts/search/rank.js reads, where each place is described.

    Neither positions are in it, since the text is at hand, nor scores: lunr's own formula gives them again from
    how often each gram stands in each document.
    """
    builder = lunr_builder(found, folded)
    documents = {term: [*map(int, row[_FIELD])] for term, row in builder.inverted_index.items()}  # they rise
    pairs = PairList([term for term in documents if not _is_word(term)])
    words = sorted(term for term in documents if _is_word(term))
    terms = [*pairs.in_order, *words]
    counts = [builder.field_term_frequencies[f"{_FIELD}/{number}"] for number in range(len(found))]
    return [
        law,
        edition,
        len(found),
        *pairs.packed,
        " ".join(words),
        packed(len(documents[term]) - 2 for term in terms),
        packed(gap for term in terms for gap in steps(documents[term])),
        packed(counts[number][term] - 1 for term in terms for number in documents[term]),
    ]


def lunr_builder(found: Sequence[Document], folded: Folded) -> Builder:
    """Lunr's index of these documents by their place in the list, before scores are made of it.

    A document is found only if it holds every word. So a gram that at most three documents of a kind have (告誡)
    can only order these three, which stand together at the top in any case: it is left out there, as are nine of ten.
    """
    builder = Builder()
    builder.ref("id")
    builder.field(_FIELD)
    builder.pipeline.add(_Cutter(found, folded))
    for number in range(len(found)):
        builder.add({"id": number, _FIELD: [str(number)]})
    return builder


class _Cutter:
    """Where lunr would cut a text into words: it is given the number of a document and gives the grams of its lines.

    Lunr's own way knows no Chinese. The index that is published names no such function, as nothing is cut there.
    """

    label = "grams"

    def __init__(self, found: Sequence[Document], folded: Folded) -> None:
        self._grams = [
            [gram for line in lines[is_labelled(document) :] for gram in grams_of(line)]
            for document, lines in zip(found, folded.by_document(found), strict=True)
        ]
        self._kinds = [document.kind for document in found]
        self._counts: dict[str, Counter[str]] = {}
        for kind, own in zip(self._kinds, self._grams, strict=True):
            self._counts.setdefault(kind, Counter()).update(set(own))

    def __call__(self, token: Token, _number: int, _tokens: list[Token]) -> list[str]:
        number = int(token.string)
        count = self._counts[self._kinds[number]]
        return [gram for gram in self._grams[number] if count[gram] >= _FEWEST]


def _is_word(term: str) -> bool:
    return term[0].isascii() or "\xc0" <= term[0] < "\u0530"
