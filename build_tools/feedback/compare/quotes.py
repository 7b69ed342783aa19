"""Compares the provision that an opinion quotes with the law, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from build_tools.feedback.compare.changes import Changes, differences, small_changes
from build_tools.feedback.compare.words import PlacedText, share_of_pairs, visible_words
from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.model.feedback import FragmentKind, Match, Quote, QuoteCheck
from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, LawText, walk_lines
from build_tools.model.source import SourceFile
from build_tools.text.fold import FoldedText, fold, fold_characters, is_blank

_N = rf"[{NUMERAL_CLASS}]"
_LABEL = re.compile(rf"[\s*_【〔]*第\s?{_N}{{1,12}}\s?[条條](?:\s?之\s?{_N}{{1,3}})?[】〕]?[\s：:]*")
_ELLIPSIS = re.compile(r"[…⋯]+|\.{3,}|。{3,}|·{3,}")
_EDGE = 16
"""So many characters tell in which line a quote begins or ends."""
_OPENING, _CLOSING = '“"「『', '”"」』'
_SENTENCE_END = ".;:!?"


@dataclass(frozen=True, slots=True)
class CheckedQuote:
    """The result, and how much of the quote (0 to 1, by pairs of characters) stands in the article."""

    check: QuoteCheck
    likeness: float


def check_quote(
    block: ProvisionId, quote: Quote, source: SourceFile, law: LawText, law_source: SourceFile
) -> CheckedQuote:
    """Compare one quote with its article.

    Compared is the stretch of the law from the line in which the quote begins to that in which it ends; line
    ends are layout. So a quote of one 款 or one 項 is compared with these alone, but an opening sentence with
    some of its 項 lacks the others, and half a sentence lacks the rest. Words left out with …… are no
    difference. Places are in the feedback file; in `Change`, ``before`` is the offset in the law's source and
    ``after`` that in the feedback file: a delete is what the law has more, an insert what the quote has more.
    """
    article = law.article(quote.article)
    if article is None:
        return CheckedQuote(QuoteCheck(block, quote, Match.MISSING, ()), 0.0)
    provision = _Provision.of(article)
    words, labelled = _quoted_words(quote, article)
    folded = fold(words.text, words.places)
    likeness = share_of_pairs(folded.text, provision.folded.text)
    whole = provision.whole_place(folded.text)
    pieces = [(words, whole)] if whole else provision.places_between_ellipses(words)
    if not folded.text or pieces is None:
        stretch = provision.nearest(folded.text, labelled)
        found = differences(folded, stretch, source, law_source) if folded.text else []
        return CheckedQuote(QuoteCheck(block, quote, Match.DIFFERS, tuple(found)), likeness)
    changes: Changes = []
    for piece, stretch in pieces:
        changes += small_changes(piece, stretch, source, law_source)
    match = Match.BLANKS if changes else _grade(pieces, law_source)
    return CheckedQuote(QuoteCheck(block, quote, match, tuple(changes)), likeness)


_Pieces = list[tuple[PlacedText, FoldedText]]


def _grade(pieces: _Pieces, law_source: SourceFile) -> Match:
    """Exact if the very characters agree, else equal but for script."""
    own = "".join(law_source.text[at] for _, stretch in pieces for at in stretch.places)
    quoted = "".join(char for piece, _ in pieces for char in piece.text if not is_blank(char))
    return Match.EXACT if own == quoted else Match.SCRIPT


def _quoted_words(quote: Quote, article: Article) -> tuple[PlacedText, bool]:
    """The quoted text without label, caption and marks around the whole; and whether it had the label."""
    parts = [visible_words(f) for f in quote.fragments if f.kind is not FragmentKind.HEADING]
    text = "".join(part.text for part in parts)
    places = [place for part in parts for place in part.places]
    start, end = 0, len(text)
    if _is_enclosed(text.strip()):
        start = len(text) - len(text.lstrip()) + 1
        end = len(text.rstrip()) - 1
    if label := _LABEL.match(text, start, end):
        start = label.end()
        caption = article.caption
        if caption and fold_characters(text[start:end]).startswith(fold_characters(caption)):
            start += len(caption)
            start += len(text[start:]) - len(text[start:].lstrip())
    return PlacedText(text[start:end], tuple(places[start:end])), label is not None


def _is_enclosed(text: str) -> bool:
    """True if the first mark is closed by the last one, not earlier."""
    if len(text) < 3 or text[0] not in _OPENING or text[-1] != _CLOSING[_OPENING.index(text[0])]:
        return False
    if text[0] == text[-1]:
        return text.count(text[0]) == 2
    depths = list(accumulate((char == text[0]) - (char == text[-1]) for char in text))
    return 0 in depths and depths.index(0) == len(text) - 1


@dataclass(frozen=True, slots=True)
class _Provision:
    """The folded lines of an article as one text, and where its lines and 款 lie in it."""

    folded: FoldedText
    lines: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int, int], ...]
    """(start, end of the opening sentence, end with all 項) of each 款."""

    @classmethod
    def of(cls, article: Article) -> _Provision:
        text, places, lines = "", list[int](), list[tuple[int, int]]()
        starts: dict[int, list[tuple[int, int]]] = {}
        for line in walk_lines(article):
            span = line.span
            folded = fold(line.text, range(span.start, span.end))
            lines.append((len(text), len(text) + len(folded.text)))
            starts.setdefault(line.id.paragraph, []).append(lines[-1])
            text += folded.text
            places += folded.places
        paragraphs = tuple((own[0][0], own[0][1], own[-1][1]) for own in starts.values())
        return cls(FoldedText(text, tuple(places)), tuple(lines), paragraphs)

    def whole_place(self, quoted: str) -> FoldedText | None:
        """Where the quote stands word for word, if it begins and ends with sentences and lacks no 項."""
        at = -1
        while quoted and (at := self.folded.text.find(quoted, at + 1)) >= 0:
            end = at + len(quoted)
            if self._is_whole(at, end) and self._with_items(at, end) == end:
                return self.folded.part(at, end)
        return None

    def _is_whole(self, start: int, end: int) -> bool:
        text = self.folded.text
        begins = any(start == line for line, _ in self.lines) or text[start - 1] in _SENTENCE_END
        return begins and (any(end == line for _, line in self.lines) or text[end - 1] in _SENTENCE_END)

    def _with_items(self, start: int, end: int) -> int:
        """The end, moved behind the last 項 if the range takes in the opening sentence and some of the 項."""
        for first, opening, last in self.paragraphs:
            if start <= first < opening < end < last:
                return last
        return end

    def places_between_ellipses(self, words: PlacedText) -> _Pieces | None:
        """The pieces between …… with where they stand, in order; None if one is not there."""
        if not _ELLIPSIS.search(words.text):
            return None
        found: _Pieces = []
        at = 0
        for piece in _split(words):
            folded = fold(piece.text).text
            place = self.folded.text.find(folded, at)
            if place < 0:
                return None
            at = place + len(folded)
            if folded:
                found.append((piece, self.folded.part(place, at)))
        return found or None

    def nearest(self, quoted: str, labelled: bool) -> FoldedText:
        """From the line in which the quote begins to that in which it ends, by the words they share."""
        if not self.lines:
            return self.folded
        head, tail = quoted[:_EDGE], quoted[-_EDGE:]
        starts = [self.folded.text[a : min(b, a + 2 * _EDGE)] for a, b in self.lines]
        ends = [self.folded.text[max(a, b - 2 * _EDGE) : b] for a, b in self.lines]
        count = range(len(self.lines))
        first = 0 if labelled else max(count, key=lambda i: (share_of_pairs(head, starts[i]), -i))
        last = max(count[first:], key=lambda i: (share_of_pairs(tail, ends[i]), i))
        start, end = self.lines[first][0], self.lines[last][1]
        return self.folded.part(start, self._with_items(start, end))


def _split(words: PlacedText) -> Iterator[PlacedText]:
    gaps = [(0, 0), *(found.span() for found in _ELLIPSIS.finditer(words.text)), (len(words.text), 0)]
    for (_, start), (end, _) in pairwise(gaps):
        yield PlacedText(words.text[start:end], words.places[start:end])
