"""Finds the words of the law that an opinion puts in quotation marks: word for word or not at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from build_tools.feedback.compare.mentions import Belongs, NamedArticle, find_named_articles
from build_tools.feedback.compare.words import LawIndex, LawLine, PlacedText, visible_words
from build_tools.grammar.numerals import NUMERAL_CLASS, parse_numeral
from build_tools.model.feedback import Anchor, Comment, Fragment, FragmentKind
from build_tools.model.ids import ProvisionId
from build_tools.model.source import SourceFile, Span
from build_tools.text.fold import fold_characters, is_blank
from build_tools.text.script import fold_script

_N = rf"[{NUMERAL_CLASS}]{{1,6}}"
_PAIRS = {"“": "”", "「": "」", "『": "』"}
_STRAIGHT = '"＂'
_ELLIPSIS = re.compile(r"[…⋯]+|\.{3,}|。{3,}")
_EDGES = "，。；：、！？,.;:!? \t\u3000\u00a0"
_REACH = 300
# 第二款, 第一款第（三）项, 第六项
_PLACE = re.compile(rf"第({_N})款(?:第?[（(]?({_N})[)）]?项)?|第[（(]?({_N})[)）]?项")
# What may stand between the number of an article and the words quoted from it: 第十二条中的“…”, 第十六条规定：“…”
_LINK = re.compile(r"[^。；;，,、“”「」《》（）()]{0,8}[：:，,]?\s*\Z")
_OTHER_TITLE = re.compile(r"《([^《》]{1,60})》[^。；;，,、“”「」《》]{0,12}[：:，,]?\s*\Z")
_PROPOSING = re.compile(
    r"(?:改为|改成|改作|替换为|替换成|表述为|调整为|修订为|限定为|界定为|明确为|规定为|定义为|限于|写为|增加|补充|增写|加上|增设)"
    r"(?:规定|表述|内容|以下|下列|如下)?\s*[：:]?\s*\Z"
)


@dataclass(frozen=True, slots=True)
class CommentText:
    """One fragment of an opinion, in Simplified characters, with the articles that it names."""

    words: PlacedText
    plain: str
    named: tuple[NamedArticle, ...]


def read_comment(comment: Comment, index: LawIndex) -> tuple[CommentText, ...]:
    """The lines of an opinion that are its own words: no block quotes and no code."""
    return tuple(
        read_words(fragment, index)
        for fragment in comment.fragments
        if fragment.kind not in (FragmentKind.QUOTE, FragmentKind.CODE)
    )


def read_words(fragment: Fragment, index: LawIndex) -> CommentText:
    """One line with the articles that it names."""
    words = visible_words(fragment)
    plain = fold_script(words.text)
    return CommentText(words, plain, find_named_articles(plain, index.titles, index.lines.keys()))


def find_anchors(
    comment: Comment,
    texts: Sequence[CommentText],
    index: LawIndex,
    source: SourceFile,
    law_source: SourceFile,
) -> Iterator[Anchor]:
    """All quoted words of an opinion in order, each found in one place of the law or listed with a reason.

    Where the number of an article stands right before the words (第十一条“开立”) they are looked for there and
    nowhere else; otherwise in the articles that the opinion is filed under, then in those that its sentence has
    named. A general opinion may quote any article. Equal are the same characters once script and width are
    folded. Where they stand in several places the opinion must name the 款 or 項.
    """
    finder = _Finder(comment, texts, index, source, law_source)
    for text in texts:
        for phrase in quoted_phrases(text.plain):
            inner = [at for at in range(*phrase) if not is_blank(text.plain[at])]
            if inner:
                yield finder.anchor(text, inner[0], inner[-1] + 1)


def quoted_phrases(text: str) -> list[tuple[int, int]]:
    r"""Ranges of words in quotation marks without the marks; the outer marks count, an unclosed one does not.

    >>> [text[a:b] for text in ["将“甲「乙」”改为\"丙\""] for a, b in quoted_phrases(text)]
    ['甲「乙」', '丙']
    """
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if char in _PAIRS:
            stack.append((_PAIRS[char], at))
        elif char in _STRAIGHT and not any(closing == char for closing, _ in stack[-1:]):
            stack.append((char, at))
        elif stack and any(closing == char for closing, _ in stack[-8:]):
            while stack[-1][0] != char:
                stack.pop()
            pairs.append((stack.pop()[1] + 1, at))
    outer: list[tuple[int, int]] = []
    for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return outer


@dataclass(frozen=True, slots=True)
class _Hit:
    line: LawLine
    start: int
    end: int


@dataclass(slots=True)
class _Finder:
    comment: Comment
    texts: Sequence[CommentText]
    index: LawIndex
    source: SourceFile
    law_source: SourceFile
    every_place: frozenset[tuple[int, int]] | None = None
    """All 款 and 項 that the opinion names, once asked for."""

    def anchor(self, text: CommentText, start: int, end: int) -> Anchor:
        if sum(not is_blank(c) and c not in _EDGES for c in text.plain[start:end]) < 2:
            return self._lost(text, start, end, "short")
        before = text.plain[max(0, start - _REACH) : start].rstrip(" \t").rstrip('“「『"＂')
        if _PROPOSING.search(before):
            return self._lost(text, start, end, "proposed")
        named = self._named_before(text, start)
        title = _OTHER_TITLE.search(before)
        other = not named and title and not self.index.titles.is_own(title[1])
        if other or any(n.belongs in (Belongs.OTHER, Belongs.UNSURE) for n in named):
            return self._lost(text, start, end, "other-law")
        for stop in dict.fromkeys((end, start + len(text.plain[start:end].rstrip(_EDGES)))):
            if hits := self._hits(text, start, stop, named):
                return self._chosen(text, start, stop, hits)
        return self._lost(text, start, end, "absent")

    def _named_before(self, text: CommentText, start: int) -> tuple[NamedArticle, ...]:
        """The articles whose number stands right before the quoted words."""
        at = bisect_left(text.named, start, key=lambda n: n.stop)
        stop = text.named[at - 1].stop if at else None
        if stop is None or not _LINK.match(text.plain[stop : start - 1][-40:]) or start - stop > 24:
            return ()
        first = bisect_left(text.named, stop, key=lambda n: n.stop)
        return text.named[first:at]

    def _hits(self, text: CommentText, start: int, end: int, named: tuple[NamedArticle, ...]) -> list[_Hit]:
        words = fold_characters(text.words.text[start:end])
        pieces = [piece.strip(_EDGES) for piece in _ELLIPSIS.split(words)]
        if len(pieces) == 1 or words in self.index.whole:
            pieces = [words]
        elif len(pieces[0]) < 2 or not all(pieces):
            return []
        for scope in self._scopes(text, start, named):
            if hits := list(_find(pieces, self.index.of(scope))):
                return hits
        if self.comment.articles or named or not all(piece in self.index.whole for piece in pieces):
            return []
        return list(_find(pieces, self.index.of(self.index.lines)))

    def _scopes(
        self, text: CommentText, start: int, named: tuple[NamedArticle, ...]
    ) -> Iterator[tuple[tuple[int, ...], ...]]:
        """Sets of articles to look in, the nearest first; a number right before the words leaves no other."""
        if named:
            yield tuple(n.number for n in named if n.number and n.belongs is Belongs.OWN)
            return
        if self.comment.articles:
            yield tuple(a.article for a in self.comment.articles)
            first = start - len(_sentence_before(text.plain, start))
            at = bisect_left(text.named, first, key=lambda n: n.start)
            near = takewhile(lambda n: n.start < start, text.named[at:])
            yield tuple(n.number for n in near if n.number and n.belongs is Belongs.OWN)

    def _chosen(self, text: CommentText, start: int, end: int, hits: list[_Hit]) -> Anchor:
        """The only place, or the one in the 款 or 項 that the opinion names."""
        for place in self._named_places(text, start) if len(hits) > 1 else ():
            within = [hit for hit in hits if _stands_in(hit.line.id, place)]
            hits = within if len(within) == 1 else hits
        if len(hits) > 1:
            return self._lost(text, start, end, "ambiguous")
        hit = hits[0]
        anchor = self._lost(text, start, end, "")
        span = Span(self.law_source.id, hit.line.start + hit.start, hit.line.start + hit.end)
        same = self.law_source.slice(span) == anchor.words
        return replace(anchor, target=hit.line.id, law_span=span, reason="exact" if same else "folded")

    def _named_places(self, text: CommentText, start: int) -> Iterator[tuple[int, int]]:
        """The 款 or 項 named last before the words in their sentence, else the only one in the opinion."""
        yield from list(_places(_sentence_before(text.plain, start)))[-1:]
        if self.every_place is None:
            self.every_place = frozenset(place for t in self.texts for place in _places(t.plain))
        if len(self.every_place) == 1:
            yield from self.every_place

    def _lost(self, text: CommentText, start: int, end: int, reason: str) -> Anchor:
        span = text.words.span(self.source.id, start, end)
        return Anchor(self.comment.id, span, text.words.text[start:end], None, None, reason)


def _find(pieces: Sequence[str], lines: Sequence[LawLine]) -> Iterator[_Hit]:
    """Every place where the pieces stand in one line, in order; of …… the nearest end, if it is the only one."""
    for line in lines:
        at = -1
        while (at := line.folded.find(pieces[0], at + 1)) >= 0:
            yield from (_Hit(line, at, end) for end in _ends(pieces, line.folded, at + len(pieces[0])))


def _ends(pieces: Sequence[str], text: str, at: int) -> Iterator[int]:
    if len(pieces) == 1:
        yield at
        return
    for piece in pieces[1:-1]:
        found = text.find(piece, at)
        if found < 0:
            return
        at = found + len(piece)
    last = at - 1
    while (last := text.find(pieces[-1], last + 1)) >= 0:
        yield last + len(pieces[-1])


def _places(text: str) -> Iterator[tuple[int, int]]:
    """款 and 項 named in a text: (2, 0) for 第二款, (1, 3) for 第一款第三项, (0, 6) for 第六项."""
    for found in _PLACE.finditer(text):
        paragraph = parse_numeral(found[1]) if found[1] else 0
        item = parse_numeral(found[2] or found[3]) if found[2] or found[3] else 0
        if paragraph is not None and item is not None and (paragraph or item):
            yield paragraph, item


def _stands_in(provision: ProvisionId, place: tuple[int, int]) -> bool:
    paragraph, item = place
    return (not paragraph or provision.paragraph == paragraph) and (not item or provision.item == item)


def _sentence_before(text: str, at: int) -> str:
    """The part of the sentence before a place; full stops inside quotation marks end none."""
    depth, first = 0, max(0, at - _REACH)
    for i in range(at - 1, first - 1, -1):
        if text[i] in "”」』":
            depth += 1
        elif text[i] in "“「『":
            depth = max(0, depth - 1)
        elif text[i] in "。！？\n" and not depth:
            return text[i + 1 : at]
    return text[first:at]
