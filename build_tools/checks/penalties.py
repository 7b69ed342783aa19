"""Every word of a sanction in a law is accounted for: under a row, spoken of, or told as not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.check import Check
from build_tools.model.issue import Issue, Severity, issue_at
from build_tools.model.law import walk_lines
from build_tools.model.penalty import PENALTIES, SANCTION_WORDS, Mention
from build_tools.model.site import EditionRecord

#: Written out in both scripts, so that nothing of the extractor takes part in the recount.
_WORDS = re.compile("罚款|罰款|没收(?<!罚没收)|沒收(?<!罰沒收)|吊销|吊銷|拘留|警告|暂扣|暫扣")


class PenaltyCheck(Check):
    """Findings E535: a 罰款, 沒收, 吊銷, 拘留, 警告 or 暫扣 that no row holds and no list tells."""

    def start(self) -> Iterator[Issue]:
        """Count the words of each edition anew."""
        for _, record in self.inputs.site.editions():
            for at, message in _unaccounted(record):
                yield issue_at(record.source, at, at + 2, "E535", Severity.ERROR, message)


def _unaccounted(record: EditionRecord) -> Iterator[tuple[int, str]]:
    told = {word.words.span.start: word.mention for word in record.layers[SANCTION_WORDS].items}
    held = [p.span for row in record.layers[PENALTIES].items for p in (row.span, row.amount_words) if p]
    for article in record.text.articles:
        quoted = {paragraph.id.paragraph for paragraph in article.paragraphs if paragraph.quoted}
        for line in walk_lines(article):
            for word in () if line.id.paragraph in quoted else _WORDS.finditer(line.text):
                start, end = line.span.start + word.start(), line.span.start + word.end()
                mention = told.get(start)
                if mention is None:
                    yield start, f"penalties: {word[0]} is neither read nor told as not read"
                elif mention is Mention.ROW and not any(s.start <= start and end <= s.end for s in held):
                    yield start, f"penalties: {word[0]} is said to be read, but no row holds it"
