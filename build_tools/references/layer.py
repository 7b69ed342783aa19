"""The layer of references beside a law, and beside what people wrote about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.model.feedback import Fragment, FragmentKind, Submission
from build_tools.model.ids import ProvisionId
from build_tools.model.issue import IssueLog
from build_tools.model.law import BlockKind, Item, LawText, Paragraph, SpanClass, walk_items
from build_tools.model.reference import Reference
from build_tools.model.source import SourceFile
from build_tools.references.find.names import law_names
from build_tools.references.resolve.law_index import outline_of
from build_tools.references.resolve.line_context import LineKind
from build_tools.references.resolve.references import CitedLine, resolve_references
from build_tools.text.script import fold_script

_PROSE = (SpanClass.NOTICE, SpanClass.PREAMBLE, SpanClass.EXPLANATION, SpanClass.UNCLASSIFIED)
_SENTENCE = re.compile("[。，；：,;:]")
_NO_TEXT = (BlockKind.TITLE, BlockKind.SIGNATURE, BlockKind.DATE, BlockKind.MARKER)


def references_of_law(
    law: LawText, log: IssueLog | None = None, source: SourceFile | None = None
) -> tuple[Reference, ...]:
    """References in all 款, 項 and 目 of a law, and in its notice, preamble, explanation and annexes.

    ``Reference.at`` is a provision's or a block's id, in document order. Lines that an amending text quotes from
    another law are left out.
    """
    lines = sorted(_lines_of_law(law), key=lambda line: line.span.start)
    return resolve_references(lines, outline_of(law), law_names(), log, source)


def references_of_feedback(
    submission: Submission, law: LawText, log: IssueLog | None = None, source: SourceFile | None = None
) -> tuple[Reference, ...]:
    """References in the opinions of a submission; ``Reference.at`` is a fragment's id.

    An opinion on an article is read with that article in mind: 第六项 under 第十四条 is its sixth 项. The
    provisions that it quotes in full, and the headings that only say which article follows, are left out.
    """
    lines = sorted(_lines_of_feedback(submission), key=lambda line: line.span.start)
    return resolve_references(lines, outline_of(law), law_names(), log, source)


def _lines_of_law(law: LawText) -> Iterator[CitedLine]:
    for article in law.articles:
        for paragraph in article.paragraphs:
            if paragraph.quoted:
                continue
            lines: list[Paragraph | Item] = [paragraph, *walk_items(paragraph.items)]
            for line in lines:
                folded = fold_script(line.text)
                yield CitedLine(str(line.id), line.text, folded, line.span, line.id, article.heading)
    for part in law.parts:
        if part.kind not in (*_PROSE, SpanClass.ANNEX):
            continue
        kind = LineKind.ANNEX if part.kind is SpanClass.ANNEX else LineKind.PROSE
        for block in part.blocks:
            # What is not known to be law is linked only where it is a sentence: not a piece of the title or of a history
            # that was broken into lines (〈…代表法〉的决定》第六次修正), nor a line of a site (第一章总则有哪些变化).
            unsure = part.kind is SpanClass.UNCLASSIFIED and not _SENTENCE.search(block.text)
            if block.kind not in _NO_TEXT and not unsure:
                yield CitedLine(block.id, block.text, fold_script(block.text), block.span, kind=kind)


def _lines_of_feedback(submission: Submission) -> Iterator[CitedLine]:
    found: list[tuple[Fragment, ProvisionId | None]] = [(f, None) for f in submission.front]
    found += [(s.heading, None) for s in submission.general if s.heading]
    found += [(f, None) for s in submission.general for comment in s.comments for f in comment.fragments]
    found += [(f, b.article) for b in submission.blocks for comment in b.comments for f in comment.fragments]
    for f, article in found:
        if f.kind is not FragmentKind.CODE:
            yield CitedLine(f.id, f.text, fold_script(f.text), f.span, article, kind=LineKind.PROSE)
