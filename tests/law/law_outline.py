"""A parsed law as lines that a lawyer can read, for comparing with what a fixture expects."""

from __future__ import annotations

import re

from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.law import Article, Heading, Item, LawText, SpanClass, walk_lines
from build_tools.model.source import SourceFile
from build_tools.text.invisible import INVISIBLE

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def parse_text(text: str, **options) -> tuple[SourceFile, LawText, IssueLog]:
    """Parse a text as a file of its own."""
    source = SourceFile.of_text("law/edition", "law.txt", text)
    log = IssueLog()
    return source, parse_law(source, log, **options), log


def unescape(text: str) -> str:
    r"""Write \u00a0 in a fixture for characters that cannot be seen."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def outline(source: SourceFile, law: LawText, log: IssueLog) -> list[str]:
    """All nodes in the order of the file, then the findings.

    ``art-1 第一条 < ch-1`` is an article below chapter 1; its 款, 項 and 目 follow with one more blank each; ``>`` marks
    a quoted 款.
    """
    rows: list[tuple[int, int, list[str]]] = []
    if law.title:
        rows.append((law.title_spans[0].start, 0, [f"title: {law.title}"]))
    rows += [(h.label_span.start, 0, [_heading(h)]) for h in law.headings]
    for article in law.articles:
        rows.append((article.label_span.start, 1, _article(article)))
    for part in law.parts:
        for block in part.blocks:
            level = f" {block.level}" if block.level else ""
            number = f" no. {block.number}" if block.number else ""
            rows.append((block.span.start, 0, [f"{block.id} {block.kind}{level}{number}: {block.text}"]))
    rows += [
        (row.span.start, 0, [f"set aside ({row.reason}): {_visible(source.slice(row.span))}"])
        for row in law.ledger
        if row.kind is SpanClass.SET_ASIDE
    ]
    lines = [line for _, _, group in sorted(rows, key=lambda r: r[:2]) for line in group]
    lines += [f"! {i.code} {i.line}:{i.column} {i.message}" for i in log.issues]
    return lines


def _heading(heading: Heading) -> str:
    above = f" < {heading.parent}" if heading.parent else ""
    return f"{heading.id}: {heading.label}｜{heading.title}{above}"


def _visible(text: str) -> str:
    return "".join(f"\\u{ord(c):04x}" if c in INVISIBLE else c for c in text)


def _article(article: Article) -> list[str]:
    above = f" < {article.heading}" if article.heading else ""
    lines = [f"{article.id} {article.label}{above}"]
    if article.caption:
        lines.append(f" caption {article.caption}")
    for paragraph in article.paragraphs:
        mark = "> " if paragraph.quoted else ""
        lines.append(f" {paragraph.id.fragment} {mark}{paragraph.text}".rstrip())
        for item in paragraph.items:
            lines.extend(_item(item, 2))
    return lines


def _item(item: Item, depth: int) -> list[str]:
    mark = f"[{item.marker}] " if item.marker else "[] "
    line = (
        " " * depth
        + item.id.fragment.split("-", 1)[1]
        + " "
        + mark
        + item.text[item.body_span.start - item.span.start :]
    )
    return [line] + [one for below in item.subitems for one in _item(below, depth + 1)]


def problems(source: SourceFile, law: LawText) -> list[str]:
    """What must hold of any parse and does not: partition, spans, texts, ids; no page shows a character of the law."""
    found, at = [], 0
    shown = {i for span in _shown(law) for i in range(span.start, span.end)}
    for row in law.ledger:
        if row.span.start != at or row.span.end <= row.span.start:
            found.append(f"span {row.span} follows {at}")
        at = row.span.end
        piece = source.slice(row.span)
        if row.kind is SpanClass.SEPARATOR and piece.strip().strip("\ufeff").strip():
            found.append(f"separator holds {piece!r}")
        if row.kind not in (SpanClass.SEPARATOR, SpanClass.SET_ASIDE):
            hidden = [i for i in range(row.span.start, row.span.end) if i not in shown]
            found += [f"{source.text[i]!r} at {i} is shown on no page" for i in hidden[:1]]
    if at != len(source.text) or "".join(source.slice(r.span) for r in law.ledger) != source.text:
        found.append(f"ledger ends at {at} of {len(source.text)}")
    for text, span in _texts(law):
        if source.slice(span) != text:
            found.append(f"{span}: {text!r} is not {source.slice(span)!r}")
    ids = (
        [str(b.id) for p in law.parts for b in p.blocks]
        + [h.id for h in law.headings]
        + [p.id for p in law.parts]
    )
    lines = [str(i) for a in law.articles for p in a.paragraphs for i in _ids(p)] if _distinct(law) else []
    found += [f"id {i} twice" for i in {i for i in ids if ids.count(i) > 1}] if len(ids) < 500 else []
    if len(set(lines)) != len(lines):
        found.append("an address is given twice")
    return found


def _texts(law: LawText):
    for heading in law.headings:
        yield heading.label, heading.label_span
        yield heading.title, heading.title_span
    for article in law.articles:
        yield article.label, article.label_span
        if article.caption_span:
            yield article.caption, article.caption_span
        for paragraph in article.paragraphs:
            yield paragraph.text, paragraph.span
            stack = list(paragraph.items)
            while stack:
                item = stack.pop()
                yield item.text, item.span
                yield item.marker, item.marker_span
                stack.extend(item.subitems)
    for part in law.parts:
        for block in part.blocks:
            yield block.text, block.span


def _shown(law: LawText):
    """What the pages of a law show, span by span: the homes of its characters."""
    yield from law.title_spans
    for heading in law.headings:
        yield from (heading.label_span, heading.title_span)
    for article in law.articles:
        yield article.label_span
        if article.caption_span:
            yield article.caption_span
        for line in walk_lines(article):
            yield from (line.marker_span, line.body_span) if isinstance(line, Item) else (line.span,)
    yield from (block.span for part in law.parts for block in part.blocks)


def _distinct(law: LawText) -> bool:
    numbers = [a.id for a in law.articles]
    return len(set(numbers)) == len(numbers)


def _ids(paragraph):
    yield paragraph.id
    stack = list(paragraph.items)
    while stack:
        item = stack.pop()
        yield item.id
        stack.extend(item.subitems)
