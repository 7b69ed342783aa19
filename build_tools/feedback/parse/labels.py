"""Labels of articles at the beginnings of lines: which can be headings in this document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from build_tools.feedback.parse.lines import FeedbackLine, LabelForm, part_of
from build_tools.model.feedback import FragmentKind

_SENTENCE_END = re.compile(r"[。！？!?；;：:”」』）)】*_\s]\Z|[：:]")


@dataclass(frozen=True, slots=True)
class Labels:
    """The lines of a document with what holds for its labels as a whole."""

    lines: Sequence[FeedbackLine]
    is_own_law: Callable[[str], bool]
    glued_only: bool = False
    """True if labels stand only as beginnings of sentences, so that opinions are filed by these."""
    quoted_only: bool = False
    """True if labels stand only in block quotes of the provisions, which do as headings then."""

    @classmethod
    def of(cls, lines: Sequence[FeedbackLine], is_own_law: Callable[[str], bool]) -> Labels:
        """Look at all lines once: a document has one manner of naming articles."""
        labels = cls(lines, is_own_law)
        forms = {line.label.form for line in lines if line.label and labels.may_head(line)}
        quoted = any(labels.is_quoted(line) for line in lines)
        glued = forms == {LabelForm.GLUED}
        return replace(labels, glued_only=glued and not quoted, quoted_only=quoted and (glued or not forms))

    def may_head(self, line: FeedbackLine) -> bool:
        """True if a line begins with the label of an article of this law, outside quotes and code."""
        label = line.label
        if not label or line.line.kind in (FragmentKind.QUOTE, FragmentKind.CODE):
            return False
        return not label.title or self.is_own_law(label.title)

    def is_quoted(self, line: FeedbackLine) -> bool:
        """True for a line of a block quote such as 第三条　任何组织…."""
        label = line.label
        if not label or line.line.kind is not FragmentKind.QUOTE or label.form is LabelForm.GLUED:
            return False
        return not label.title or self.is_own_law(label.title)

    def quote_heads_block(self, at: int) -> bool:
        """True for the first line of a block quote that does as a heading."""
        first = not at or self.lines[at - 1].line.kind is not FragmentKind.QUOTE
        return self.quoted_only and first and self.is_quoted(self.lines[at])

    def begins_paragraph(self, at: int) -> bool:
        """True if the line does not go on a sentence of the line before."""
        if at == 0 or self.lines[at].gap or self.lines[at].is_item:
            return True
        before = self.lines[at - 1]
        return before.heading or before.label is not None or bool(_SENTENCE_END.search(before.text[-1:]))

    def is_title(self, at: int) -> bool:
        """True if the line can be the title of the document, standing first."""
        line = self.lines[at]
        if part_of(line) or line.is_item or (line.role and re.search("[：:]", line.text)):
            return False
        if line.line.kind is FragmentKind.HEADING:
            return line.line.level == 1
        text = line.text.rstrip(" *_\u3000\u00a0")
        return len(text) <= 80 and not text.endswith(tuple("。；！？;!?：:，,"))
