"""How much of a line comes from the law: asked when quotes are told from opinions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from build_tools.feedback.parse.words import OPINED, plain_words
from build_tools.model.law import LawText, walk_lines
from build_tools.text.fold import fold
from build_tools.text.script import fold_script

ALIKE = 0.85
"""So much of a line must stand in the law if nothing but that makes it a quote."""
_MARKS = '“”「」『』"'


def _letters(text: str) -> str:
    """The text without blanks and punctuation, width folded."""
    return "".join(char for char in fold(text).text if char.isalnum())


@dataclass(slots=True)
class LawWords:
    """The words of each article, for asking how much of a line comes from it."""

    law: LawText | None
    known: dict[tuple[int, ...], tuple[str, frozenset[str]]] = field(default_factory=dict)

    def share(self, text: str, articles: Iterable[tuple[int, ...]]) -> float:
        """How much of a text (0 to 1, by pairs of characters) stands in these articles."""
        pairs = self._pairs(text)
        if not pairs:
            return 0.0
        own = [self._article(article)[1] for article in articles]
        return sum(any(pair in words for words in own) for pair in pairs) / len(pairs)

    def adds_opinion(self, text: str, articles: Sequence[tuple[int, ...]]) -> bool:
        """True if a text holds words of opinion, or quotation marks, that the articles themselves do not have."""
        provision = "".join(self._article(article)[0] for article in articles)
        if any(mark in text for mark in _MARKS) and not any(mark in provision for mark in _MARKS):
            return True
        return any(fold_script(found) not in provision for found in OPINED.findall(plain_words(text)))

    def repeats(self, text: str, articles: Sequence[tuple[int, ...]]) -> bool:
        """True if a text is the articles' own from its first words to its last, with hardly a change between."""
        if not self.law or self.share(text, articles) < ALIKE or self.adds_opinion(text, articles):
            return False
        words = _letters(fold_script(text))
        provision = "".join(_letters(self._article(article)[0]) for article in articles)
        return len(words) >= 5 and words[:4] in provision and words[-4:] in provision

    def _pairs(self, text: str) -> frozenset[str]:
        plain = fold(fold_script(text)).text
        return frozenset(map("".join, pairwise(plain)))

    def _article(self, number: tuple[int, ...]) -> tuple[str, frozenset[str]]:
        if number not in self.known:
            found = self.law and next((a for a in self.law.articles if a.id.article == number), None)
            text = "\n".join([found.label, *(line.text for line in walk_lines(found))]) if found else ""
            self.known[number] = (fold_script(text), self._pairs(text))
        return self.known[number]
