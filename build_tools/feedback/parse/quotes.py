"""Which lines below an article's heading quote the provision: by their form, and by the law if it is at hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from build_tools.feedback.parse.labels import LabelForm
from build_tools.feedback.parse.likeness import ALIKE, LawWords
from build_tools.feedback.parse.lines import LinePiece
from build_tools.feedback.parse.words import BEGINS_OPINION, CRITICISES, Role
from build_tools.grammar.article_lists import read_article_list
from build_tools.model.feedback import FragmentKind
from build_tools.text.fold import is_blank

_OPENING, _CLOSING = '“"「『', ("”", '"', "」", "』", "”。", "」。", "』。")
_MOSTLY, _RATHER, _FAIRLY, _UNLIKE = 0.7, 0.6, 0.4, 0.25
_MARKED_LABEL = re.compile(r"[“\"「『]\s*第.{1,12}?条")
_ITEM_STYLES = ("paren-han", "paren-digit")


@dataclass(frozen=True, slots=True)
class QuotedPieces:
    """One quoted provision; ``article`` is the one its own label names, None if it has no label."""

    pieces: tuple[LinePiece, ...]
    article: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class DividedBlock:
    """The lines of a block, told apart; ``unsure`` are opinions that may be quotes."""

    quotes: tuple[QuotedPieces, ...]
    opinions: tuple[LinePiece, ...]
    unsure: tuple[LinePiece, ...]


def divide(pieces: Sequence[LinePiece], articles: Sequence[tuple[int, ...]], words: LawWords) -> DividedBlock:
    """Tell quoted provisions from opinions in the lines below the heading of these articles.

    Quotes come before the first opinion, or below 原文：. A line that begins with the article's own label, a
    block quote, and words in quotation marks that begin with the label are quotes by form; with the law at
    hand, so are lines that repeat it, and what does not resemble it is none. In doubt a line is an opinion.
    """
    reader = _QuoteReader(list(pieces), tuple(articles), words)
    quotes: list[QuotedPieces] = []
    opinions: list[LinePiece] = []
    at = 0
    while at < len(reader.pieces):
        may_quote = not opinions or reader.announced(at) or reader.quotes_law(at)
        end = reader.quote_end(at) if may_quote else at
        if end > at:
            quotes.append(reader.quoted(at, end))
        else:
            opinions.append(reader.pieces[at])
        at = max(end, at + 1)
    return DividedBlock(tuple(quotes), tuple(opinions), tuple(reader.unsure))


@dataclass(slots=True)
class _QuoteReader:
    pieces: list[LinePiece]
    articles: tuple[tuple[int, ...], ...]
    words: LawWords
    unsure: list[LinePiece] = field(default_factory=list)
    last_gap: int = 0
    """The last piece before which a blank line stands, not counting those in quotes of Markdown."""

    def __post_init__(self) -> None:
        self.last_gap = max((i for i, p in enumerate(self.pieces) if i and p.gap), default=0)

    def announced(self, at: int) -> bool:
        """True at 原文： and in the column of a table that holds the provision."""
        piece = self.pieces[at]
        return (piece.role or (piece.mark and piece.mark.role)) is Role.QUOTE

    def quotes_law(self, at: int) -> bool:
        """True for a block quote between opinions that is surely the provision, not one proposed."""
        piece, before = self.pieces[at], self.pieces[at - 1]
        if piece.kind is not FragmentKind.QUOTE or before.kind is FragmentKind.QUOTE:
            return False
        if before.text.rstrip().endswith(("：", ":")) or not self.words.law:
            return False
        text = "".join(p.plain for p in self.pieces[at : self._same_kind_end(at)])
        return self.words.share(text, self.articles) >= ALIKE

    def quote_end(self, at: int) -> int:
        """Where the quote that begins here ends; ``at`` itself if none begins."""
        piece = self.pieces[at]
        if self.announced(at):
            return self._announced_end(at)
        if piece.role or piece.mark or piece.kind is FragmentKind.HEADING:
            return at
        if piece.kind is FragmentKind.QUOTE:
            return self._block_quote_end(at)
        if piece.text[:1] in _OPENING and (end := self._marked_end(at)) > at:
            return end
        return self._run_end(at) if self._begins(at) else at

    def quoted(self, start: int, end: int) -> QuotedPieces:
        """The pieces of a quote, with the article that its own label names."""
        pieces = [replace(p, kind=FragmentKind.QUOTE) for p in self.pieces[start:end]]
        mark = self.pieces[start].line.role
        if mark and self.announced(start) and not self.pieces[start].role:
            pieces[0] = replace(pieces[0], kind=FragmentKind.HEADING)
            if mark.end < pieces[0].end:
                rest = replace(pieces[0], start=mark.end, kind=FragmentKind.QUOTE, gap=False)
                pieces[:1] = [replace(pieces[0], end=mark.end), rest]
        first = next(piece for piece in pieces if piece.kind is FragmentKind.QUOTE)
        return QuotedPieces(tuple(pieces), _article_of(first.plain))

    def _announced_end(self, at: int) -> int:
        piece = self.pieces[at]
        if piece.role:
            return self._end_of_run(at, lambda i: self.pieces[i].role is Role.QUOTE)
        mark = piece.line.role
        if mark and mark.end < len(piece.text):
            return self._run_end(at, announced=True)
        follows = at + 1
        if follows == len(self.pieces) or self.pieces[follows].line.role:
            return at
        if self.pieces[follows].kind is FragmentKind.QUOTE:
            return self._same_kind_end(follows)
        return self._run_end(follows, announced=True)

    def _end_of_run(self, at: int, goes_on: Callable[[int], bool]) -> int:
        """The first piece behind ``at`` that does not go on."""
        rest = range(at + 1, len(self.pieces))
        return next((end for end in rest if not goes_on(end)), len(self.pieces))

    def _same_kind_end(self, at: int) -> int:
        return self._end_of_run(at, lambda i: self.pieces[i].kind is self.pieces[at].kind)

    def _block_quote_end(self, at: int) -> int:
        end = self._same_kind_end(at)
        text = "".join(piece.plain for piece in self.pieces[at:end])
        least = _UNLIKE if self._own_label(at) else _RATHER
        return at if self.words.law and self.words.share(text, self._candidates(at)) < least else end

    def _marked_end(self, at: int) -> int:
        """“第十二条 …”: closed within the run of lines, with the label inside or the law's own words."""
        no_gap_end = self._end_of_run(at, lambda i: not self.pieces[i].gap)
        for end in range(at + 1, min(no_gap_end, at + 60) + 1):
            if self.pieces[end - 1].text.rstrip().endswith(_CLOSING):
                text = "".join(piece.plain for piece in self.pieces[at:end])
                inner = text.strip().strip("".join((_OPENING, *_CLOSING)))
                if self.words.law:
                    quotes = self.words.repeats(inner, self.articles)
                else:
                    quotes = bool(_MARKED_LABEL.match(text)) and not CRITICISES.search(text)
                return end if quotes else at
        return at

    def _candidates(self, at: int) -> tuple[tuple[int, ...], ...]:
        label = self.pieces[at].line.label
        own = tuple(a.first for a in label.listed.articles) if label else ()
        return self.articles + own

    def _own_label(self, at: int) -> bool:
        """True if the line begins with the label of an article of the heading."""
        piece = self.pieces[at]
        label = piece.line.label
        return bool(
            label
            and piece.start <= label.start
            and not label.english
            and label.form is not LabelForm.GLUED
            and label.rest < len(piece.line.text)
            and any(a.first in self.articles for a in label.listed.articles)
        )

    def _begins(self, at: int) -> bool:
        """True if a line of plain text begins a quote."""
        piece = self.pieces[at]
        labelled = self._own_label(at)
        if self.words.law:
            share = self.words.share(piece.plain, self.articles)
            if self.words.adds_opinion(piece.plain, self.articles):
                return False
            if labelled and share >= _UNLIKE:
                self.unsure += [piece] if share < _FAIRLY else []
                return share >= _FAIRLY
            return self.words.repeats(piece.plain, self.articles)
        label = piece.line.label
        after = max(0, label.rest - piece.start) if label else 0
        if CRITICISES.search(piece.plain) or BEGINS_OPINION.match(piece.plain, after):
            return False
        if labelled or piece.start == 0:
            return labelled
        items = self._item_follows(at)
        if not items and len(piece.text) >= 15 and piece.text.rstrip().endswith(("。", "：", ":", "；", ";")):
            self.unsure.append(piece)
        return items

    def _item_follows(self, at: int) -> bool:
        """True if the line ends in a colon and （一） comes next."""
        if at + 1 >= len(self.pieces) or not self.pieces[at].text.rstrip().endswith(("：", ":")):
            return False
        numbering = self.pieces[at + 1].line.numbering
        return numbering is not None and numbering.style in _ITEM_STYLES and numbering.number == 1

    def _run_end(self, at: int, *, announced: bool = False) -> int:
        """The lines that go on a quote of plain text: to the blank line, and across it only for sure."""
        return self._end_of_run(at, lambda i: self._goes_on(i, announced))

    def _goes_on(self, at: int, announced: bool) -> bool:
        piece, before = self.pieces[at], self.pieces[at - 1]
        if piece.kind in (FragmentKind.QUOTE, FragmentKind.HEADING) or piece.line.role or piece.role:
            return False
        numbering, previous = piece.line.numbering, before.line.numbering
        next_item = self._item_follows(at - 1) or bool(
            numbering
            and previous
            and numbering.style == previous.style
            and numbering.style in _ITEM_STYLES
            and numbering.number == previous.number + 1
        )
        if self._own_label(at):
            return False
        if self.words.law:
            share = self.words.share(piece.plain, self.articles)
            if self.words.adds_opinion(piece.plain, self.articles):
                return False
            if piece.gap:
                return share >= ALIKE or (next_item and share >= _RATHER)
            return share >= _MOSTLY or next_item
        if piece.gap:
            return next_item and not CRITICISES.search(piece.plain)
        # Without a blank line below it nothing shows where the quote ends, but for its 項.
        return next_item or ((announced or at <= self.last_gap) and not BEGINS_OPINION.match(piece.plain))


_LABELLED = re.compile(r"[\s*_“\"「『【〔]*(?=第)")


def _article_of(text: str) -> tuple[int, ...] | None:
    """The article whose label a quote begins with; None if it has none, or several."""
    begin = _LABELLED.match(text)
    listed = read_article_list(text, begin.end()) if begin else None
    if not listed or len(listed.articles) != 1 or listed.articles[0].first != listed.articles[0].last:
        return None
    after = text[listed.end : listed.end + 1]
    return listed.articles[0].first if not after or after in "】〕：:*_（(" or is_blank(after) else None
