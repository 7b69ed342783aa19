"""Words of an opinion and of the law in one comparable form, each character with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from build_tools.feedback.compare.mentions import LawTitles
from build_tools.model.feedback import Fragment
from build_tools.model.ids import ProvisionId
from build_tools.model.law import LawText, walk_lines
from build_tools.model.source import Span
from build_tools.text.fold import fold_characters

_LINK = re.compile(r"\[(?P<words>.*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)\Z", re.DOTALL)
_TICKS = re.compile(r"`+")


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text without inline markup; ``places`` are the offsets of its characters in the source."""

    text: str
    places: tuple[int, ...]

    def span(self, source: str, start: int, end: int) -> Span:
        """Where the characters ``start`` to ``end`` stand in the source."""
        return Span(source, self.places[start], self.places[end - 1] + 1)


def visible_words(fragment: Fragment) -> PlacedText:
    """The words of a fragment: the `**` of bold type, the address of a link and the like are left out."""
    hidden = {at for mark in fragment.emphasis for at in _markup(fragment.text, *mark)}
    kept = [i for i in range(len(fragment.text)) if i not in hidden]
    start = fragment.span.start
    return PlacedText("".join(fragment.text[i] for i in kept), tuple(start + i for i in kept))


def _markup(text: str, start: int, end: int, style: str) -> Iterator[int]:
    if style in ("em", "strong", "code"):
        ticks = _TICKS.match(text, start, end) if style == "code" else None
        width = len(ticks[0]) if ticks else {"em": 1, "strong": 2}.get(style, 0)
        yield from (*range(start, start + width), *range(end - width, end))
    elif text[start] == "<":
        yield from (start, end - 1)
    elif found := _LINK.match(text[start:end]):
        yield from (start, *range(start + found.end("words"), end))


@dataclass(frozen=True, slots=True)
class LawLine:
    """One 款, 項 or 目: its folded text is as long as the text, so offsets are the same."""

    id: ProvisionId
    folded: str
    start: int
    """Where it begins in the law's source."""


@dataclass(slots=True)
class LawIndex:
    """The lines of a law by article, and all of them as one text."""

    law: LawText
    titles: LawTitles = field(init=False)
    lines: dict[tuple[int, ...], tuple[LawLine, ...]] = field(default_factory=dict)
    whole: str = ""

    def __post_init__(self) -> None:
        self.titles = LawTitles(self.law.title)
        for article in self.law.articles:
            found = walk_lines(article)
            lines = tuple(LawLine(line.id, fold_characters(line.text), line.span.start) for line in found)
            self.lines[article.id.article] = self.lines.get(article.id.article, ()) + lines
        self.whole = "\n".join(line.folded for lines in self.lines.values() for line in lines)

    def articles_with(self, words: str) -> tuple[tuple[int, ...], ...]:
        """Articles whose text holds these folded words in one line."""
        if words not in self.whole:
            return ()
        return tuple(a for a, lines in self.lines.items() if any(words in line.folded for line in lines))

    def of(self, articles: Iterable[tuple[int, ...]]) -> tuple[LawLine, ...]:
        """The lines of these articles, in order, each once."""
        return tuple(line for article in dict.fromkeys(articles) for line in self.lines.get(article, ()))


def share_of_pairs(text: str, own: str) -> float:
    """How many of the pairs of neighbouring characters of a text stand in another one, from 0 to 1."""
    pairs, others = ({words[i : i + 2] for i in range(len(words) - 1)} for words in (text, own))
    return len(pairs & others) / (len(pairs) or 1)
