"""A site made from a few lines, without parser: what the search files are made of."""

from __future__ import annotations

import re

from build_tools.grammar.numerals import parse_numeral
from build_tools.model.feedback import (
    ArticleBlock,
    Comment,
    Fragment,
    FragmentKind,
    GeneralSection,
    Submission,
)
from build_tools.model.ids import ProvisionId
from build_tools.model.law import (
    Article,
    Block,
    BlockKind,
    Heading,
    HeadingKind,
    Item,
    LawText,
    Paragraph,
    Part,
    SpanClass,
)
from build_tools.model.locale import Localized
from build_tools.model.site import EditionRecord, FeedbackRecord, LawRecord, Site
from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script
from tests.small_records import SOME_LAW, edition_record, feedback_record, small_manifest

_HEADING = re.compile(r"(第(.+?)章)\s*(.+)")
_ARTICLE = re.compile(r"(第(.+?)[條条](?:之(.+?))?)[\s\u3000]+(.+)")
_ITEM = re.compile(r"([（(](.+?)[）)])(.+)")


def law_of(text: str, source: str = "law/draft") -> tuple[SourceFile, LawText]:
    """A law whose lines are 第一章 …, 第一條 …, （一）…, more 款, and 公告：…, 說明：… for the parts around it."""
    file = SourceFile.of_text(source, f"{source}.txt", text)
    headings: list[Heading] = []
    articles: list[Article] = []
    blocks: dict[SpanClass, list[Block]] = {}
    for start, line in _lines(text):
        if found := _HEADING.match(line):
            label, title = (Span(source, start + found.start(n), start + found.end(n)) for n in (1, 3))
            number = parse_numeral(found[2]) or 0
            kind = HeadingKind.CHAPTER
            headings.append(Heading(f"ch-{number}", kind, (number,), found[1], found[3], label, title, None))
        elif found := _ARTICLE.match(line):
            numbers = tuple(parse_numeral(n) or 0 for n in (found[2], found[3]) if n)
            body = Span(source, start + found.start(4), start + found.end(4))
            first = Paragraph(ProvisionId(numbers, 1), found[4], body)
            label = Span(source, start, start + found.end(1))
            heading = headings[-1].id if headings else None
            articles.append(Article(ProvisionId(numbers), found[1], label, (first,), heading))
        elif line.startswith(("公告", "說明", "说明")):
            kind = SpanClass.NOTICE if line[0] == "公" else SpanClass.EXPLANATION
            part = blocks.setdefault(kind, [])
            span = Span(source, start, start + len(line))
            part.append(Block(f"{kind.value}-{len(part) + 1}", BlockKind.PARAGRAPH, line, span))
        else:
            articles[-1] = _longer(articles[-1], line, Span(source, start, start + len(line)))
    parts = tuple(Part(kind.value, kind, "", tuple(found)) for kind, found in blocks.items())
    return file, LawText(source, "", (), tuple(headings), tuple(articles), parts, ())


def edition_of(
    text: str,
    script: Script,
    slug: str = "draft",
    law: str = "law",
    feedback: tuple[FeedbackRecord, ...] = (),
) -> EditionRecord:
    """An edition of such a law in display form."""
    source, tree = law_of(text, f"{law}/{slug}")
    label = Localized("征求意見稿", "征求意见稿")
    return edition_record(source, tree, script, feedback=feedback, label=label, punctuation=True)


def feedback_of(text: str, script: Script, slug: str = "wang") -> FeedbackRecord:
    """A submission: a line ``# 標題`` opens a general section, ``第二条：…`` is an opinion on article 2."""
    source = SourceFile.of_text(f"law/{slug}", f"{slug}.txt", text)
    general: list[GeneralSection] = []
    blocks: list[ArticleBlock] = []
    number = 0
    for start, line in _lines(text):
        span = Span(source.id, start, start + len(line))
        fragment = Fragment(f"f{start}", FragmentKind.PARAGRAPH, line, span)
        if line.startswith("# "):
            heading = Fragment(
                fragment.id, FragmentKind.HEADING, line[2:], Span(source.id, start + 2, span.end)
            )
            general.append(GeneralSection(f"g{len(general) + 1}", heading, ()))
            continue
        number += 1
        name = f"c-{slug}-{number}"
        if found := re.match(r"第(.+?)[條条]：", line):
            article = ProvisionId((parse_numeral(found[1]) or 0,))
            comment = Comment(name, number, (article,), (fragment,), span, span)
            blocks.append(ArticleBlock(article, fragment, (), (comment,)))
        else:
            last = general[-1]
            comment = Comment(name, number, (), (fragment,), span, span, last.id)
            general[-1] = GeneralSection(last.id, last.heading, (*last.comments, comment))
    submission = Submission(slug, source.id, None, (), tuple(general), tuple(blocks), (), ())
    return feedback_record(source, submission, script, punctuation=True)


def law_record(*editions: EditionRecord, slug: str = "law", title: Localized = SOME_LAW) -> LawRecord:
    """A law with these editions, newest first."""
    return LawRecord(small_manifest(slug, title), editions)


def site_of(*laws: LawRecord) -> Site:
    """A site of these laws."""
    return Site(laws=laws)


def _lines(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start, line.rstrip("\r\n")))
        start += len(line)
    return found


def _longer(article: Article, line: str, span: Span) -> Article:
    last = article.paragraphs[-1]
    if item := _ITEM.match(line):
        address = ProvisionId(article.id.article, last.id.paragraph, len(last.items) + 1)
        marker = Span(span.source, span.start, span.start + item.end(1))
        body = Span(span.source, marker.end, span.end)
        made = Item(address, item[1], line, span, marker, body)
        longer = Paragraph(last.id, last.text, last.span, (*last.items, made))
        return Article(
            article.id, article.label, article.label_span, (*article.paragraphs[:-1], longer), article.heading
        )
    following = Paragraph(ProvisionId(article.id.article, last.id.paragraph + 1), line, span)
    return Article(
        article.id, article.label, article.label_span, (*article.paragraphs, following), article.heading
    )
