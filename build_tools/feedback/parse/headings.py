"""Which labels of articles can be headings in this document: it has one manner of naming articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from build_tools.feedback.parse.labels import LabelForm
from build_tools.feedback.parse.lines import FeedbackLine, part_of
from build_tools.model.feedback import FragmentKind

_RUNS_ON = re.compile(
    r"(?:[,，、]|\b(?:and|or|of|in|to|under|with|by|the|see|per|from|than|both|that|for|on|at|as|this|said|draft|also))"
    r"\s*\Z",
    re.IGNORECASE,
)
_ENGLISH_STOP = re.compile(r"[.!?;:。！？；：][\"'”’）)*_\s]*\Z")
_WRAPPED = 50
"""A line of English so long that has no full stop probably goes on in the next one."""
_SENTENCE_END = re.compile(r"[。！？!?.；;：:”」』）)】*_\s]\Z|[：:]")


@dataclass(frozen=True, slots=True)
class HeadingRules:
    """The lines of a document with what holds for its labels as a whole."""

    lines: Sequence[FeedbackLine]
    is_own_law: Callable[[str], bool]
    glued_only: bool = False
    """True if labels stand only as beginnings of sentences, so that opinions are filed by these."""
    quoted_only: bool = False
    """True if labels stand only in block quotes of the provisions, which do as headings then."""

    @classmethod
    def of(cls, lines: Sequence[FeedbackLine], is_own_law: Callable[[str], bool]) -> HeadingRules:
        """Look at all lines once: a document has one manner of naming articles."""
        labels = cls(lines, is_own_law)
        forms = {line.label.form for line in lines if line.label and labels.may_head(line)}
        quoted = any(labels.is_quoted(line) for line in lines)
        glued = forms == {LabelForm.GLUED}
        return replace(labels, glued_only=glued and not quoted, quoted_only=quoted and (glued or not forms))

    def may_head(self, line: FeedbackLine) -> bool:
        """True if a line begins with the label of an article of this law, outside quotes and code."""
        return line.line.kind not in (FragmentKind.QUOTE, FragmentKind.CODE) and self._is_own(line)

    def is_quoted(self, line: FeedbackLine) -> bool:
        """True for a line of a block quote such as 第三条　任何组织…."""
        glued = line.label is not None and line.label.form is LabelForm.GLUED
        return line.line.kind is FragmentKind.QUOTE and not glued and self._is_own(line)

    def _is_own(self, line: FeedbackLine) -> bool:
        if not line.label or line.label.form is LabelForm.DOUBTFUL:
            return False
        return not line.label.title or self.is_own_law(line.label.title)

    def quote_heads_block(self, at: int) -> bool:
        """True for the first line of a block quote that does as a heading."""
        first = not at or self.lines[at - 1].line.kind is not FragmentKind.QUOTE
        return self.quoted_only and first and self.is_quoted(self.lines[at])

    def begins_paragraph(self, at: int) -> bool:
        """True if the line does not go on a sentence of the line before."""
        if at == 0 or self.lines[at].gap or self.lines[at].is_item:
            return True
        before, label = self.lines[at - 1], self.lines[at].label
        if label and label.english:
            wraps = len(before.text) >= _WRAPPED and not _ENGLISH_STOP.search(before.text)
            return not wraps and not _RUNS_ON.search(before.text)
        marked = part_of(before) or before.heading or before.label
        return bool(marked or _SENTENCE_END.search(before.text[-1:]))

    def is_doubtful(self, at: int) -> bool:
        """True if a line looks like the heading of an article, in English, but cannot be read as one for sure."""
        line, label = self.lines[at], self.lines[at].label
        if not label or not label.english or line.line.kind in (FragmentKind.QUOTE, FragmentKind.CODE):
            return False
        before = self.lines[at - 1].text if at and not line.gap and not line.is_item else ""
        if label.form is LabelForm.GLUED or _RUNS_ON.search(before):
            return False
        after = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if label.form is not LabelForm.DOUBTFUL or not after or after.gap or after.is_item:
            return True
        return not after.text[:1].islower() and not _RUNS_ON.search(line.text)

    def is_title(self, at: int) -> bool:
        """True if the line can be the title of the document, standing first."""
        line = self.lines[at]
        if part_of(line) or line.is_item or (line.role and re.search("[：:]", line.text)):
            return False
        if line.line.kind is FragmentKind.HEADING:
            return line.line.level == 1
        text = line.text.rstrip(" *_\u3000\u00a0")
        return len(text) <= 80 and not text.endswith(tuple("。；！？;!?：:，,"))
