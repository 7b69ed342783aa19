"""What became of each 罰款, 沒收, 吊銷, 拘留, 警告 of a law: under a row, spoken of, or not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.model.law import LawText, walk_lines
from build_tools.model.penalty import Mention, Passage, PenaltyRow, SanctionWord
from build_tools.model.source import Span
from build_tools.text.script import fold_script

_WORDS = re.compile("罚款|没收|吊销|拘留|警告|暂扣")


def sanction_words(law: LawText, rows: Iterable[PenaltyRow]) -> tuple[SanctionWord, ...]:
    """Every sanction word in the articles of a law, in order, with what became of it."""
    held = sorted((row.span.span.start, row.span.span.end) for row in rows)
    found = []
    for article in law.articles:
        for line in walk_lines(article):
            for word in _WORDS.finditer(fold_script(line.text)):
                start, end = line.span.start + word.start(), line.span.start + word.end()
                inside = any(a <= start and end <= b for a, b in held)
                mention = Mention.ROW if inside else Mention.SPOKEN_OF
                passage = Passage(line.id, Span(line.span.source, start, end))
                found.append(SanctionWord(words=passage, mention=mention))
    return tuple(found)
