"""How much of a line comes from the law: asked when quotes are told from opinions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from build_tools.feedback.parse.words import OPINED
from build_tools.model.law import LawText, walk_lines
from build_tools.text.fold import fold

ALIKE = 0.85
"""So much of a line must stand in the law if nothing but that makes it a quote."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """A folded text, its pairs of neighbouring characters, and its characters without punctuation."""

    text: str
    pairs: frozenset[str]
    letters: str


@dataclass(slots=True)
class LawWords:
    """The words of each article, for asking how much of a line comes from it; each text is folded once."""

    law: LawText | None
    articles: dict[tuple[int, ...], _Compared] = field(default_factory=dict)
    lines: dict[str, _Compared] = field(default_factory=dict)

    def share(self, text: str, articles: Iterable[tuple[int, ...]]) -> float:
        """How much of a text (0 to 1, by pairs of characters) stands in these articles."""
        pairs = self._line(text).pairs
        own = [self._article(article).pairs for article in articles]
        return sum(any(pair in words for words in own) for pair in pairs) / (len(pairs) or 1)

    def adds_opinion(self, text: str, articles: Sequence[tuple[int, ...]]) -> bool:
        """True if a text holds words of opinion, or quotation marks, that the articles themselves do not have."""
        line, own = self._line(text), "".join(self._article(article).text for article in articles)
        return ('"' in line.text and '"' not in own) or any(w not in own for w in OPINED.findall(line.text))

    def repeats(self, text: str, articles: Sequence[tuple[int, ...]]) -> bool:
        """True if a text is the articles' own from its first words to its last, with hardly a change between."""
        if not self.law or self.share(text, articles) < ALIKE or self.adds_opinion(text, articles):
            return False
        words, own = self._line(text).letters, "".join(self._article(article).letters for article in articles)
        return len(words) >= 5 and words[:4] in own and words[-4:] in own

    def _line(self, text: str) -> _Compared:
        if text not in self.lines:
            self.lines[text] = _compared(text)
        return self.lines[text]

    def _article(self, number: tuple[int, ...]) -> _Compared:
        if number not in self.articles:
            found = self.law and next((a for a in self.law.articles if a.id.article == number), None)
            lines = [found.label, *(line.text for line in walk_lines(found))] if found else []
            self.articles[number] = _compared("".join(lines))
        return self.articles[number]


def _compared(text: str) -> _Compared:
    plain = fold(text).text
    letters = "".join([char for char in plain if char.isalnum()])
    return _Compared(plain, frozenset(map("".join, pairwise(plain))), letters)
