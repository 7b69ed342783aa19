"""What became of each 罰款, 沒收, 吊銷, 拘留, 警告 of a law: under a row, only spoken of, or not understood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.penalty import Mention, PenaltyRow, SanctionWord, passage_in
from build_tools.model.source import Span
from build_tools.penalties.lines import Line
from build_tools.text.patterns import read_patterns
from build_tools.text.script import fold_script

_WORDS = re.compile("罚款|没收(?<!罚没收)|吊销|拘留|警告|暂扣")
_FIGURE = re.compile("(?:的)?(?:金额|数额|期限|最高额|额)[,，]?(?:为|是|在)")
_P = read_patterns(Path(__file__).parent / "sanction_words.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """What was read in one article."""

    rows: tuple[PenaltyRow, ...]
    spoken: tuple[tuple[Span, str], ...]
    """Measures that threaten nobody, with the reason."""
    liability: bool
    """It stands in a chapter on liability or punishes: each of its sanction words must be accounted for."""


def is_sanction_word(text: str) -> bool:
    """True for 罰款, 沒收, 吊銷, 拘留, 警告, 暫扣 in either script."""
    return _WORDS.fullmatch(fold_script(text)) is not None


def sanction_words(paragraphs: Sequence[Sequence[Line]], read: ReadArticle) -> Iterator[SanctionWord]:
    """Each sanction word of an article with what became of it.

    例: in 罰款決定 the word is spoken of. In an article on liability a word that no row holds and no rule explains is UNREAD.
    """
    held = sorted((span.start, span.end) for row in read.rows for span in _spans(row))
    spoken = [(span.start, span.end, reason) for span, reason in read.spoken]
    spoken += [(span.start, span.end, "within-conduct") for row in read.rows for span in _described(row)]
    for line in (line for lines in paragraphs for line in lines):
        for word in _WORDS.finditer(line.folded):
            start, end = line.span.start + word.start(), line.span.start + word.end()
            mention, reason = Mention.ROW, ""
            if not _inside(held, start, end):
                reason = next((why for a, b, why in spoken if a <= start and end <= b), "")
                reason = reason or _explained(line.folded, word)
                if not reason and not read.liability and not _FIGURE.match(line.folded, word.end()):
                    reason = "elsewhere"
                mention = Mention.SPOKEN_OF if reason else Mention.UNREAD
            passage = passage_in(line.at, line.written, line.span, *word.span())
            yield SanctionWord(words=passage, mention=mention, reason=reason)


def _spans(row: PenaltyRow) -> Iterator[Span]:
    yield row.span.span
    if row.amount_words is not None:
        yield row.amount_words.span


def _described(row: PenaltyRow) -> Iterator[Span]:
    """Where the conduct and the branch of a row are described: 被吊銷執照的 threatens nobody with it again."""
    for words in (row.cond_words, row.gain_words, row.conduct):
        if words is not None:
            yield words.span


def _inside(held: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    last = bisect_right(held, (start, 1 << 60))
    return any(a <= start and end <= b for a, b in held[max(0, last - 12) : last])


def _explained(folded: str, word: re.Match[str]) -> str:
    if _FIGURE.match(folded, word.end()):
        return ""  # 罰款金額，為一千元以上三萬元以下: an amount that no row holds
    before, after = folded[max(0, word.start() - 30) : word.start()], folded[word.end() : word.end() + 30]
    for name, pattern in _P.items():
        found = pattern.search(before) if name.startswith("before_") else pattern.match(after)
        if found:
            return name
    return ""
