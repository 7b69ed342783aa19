"""A law of a few lines built by hand, without any parser: what the views of references are tested on."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.grammar.numerals import parse_numeral
from build_tools.model.feedback import (
    ArticleBlock,
    Comment,
    Fragment,
    FragmentKind,
    GeneralSection,
    Quote,
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
from build_tools.model.locale import LOCALES, Locale, Localized
from build_tools.model.reference import Reference, ReferenceKind
from build_tools.model.site import FeedbackRecord, LawRecord
from build_tools.model.source import SourceFile, Span
from build_tools.model.target import Target
from build_tools.model.variant import Script
from build_tools.pages.edition import prepare_edition
from build_tools.pages.localized import LocalizedEdition
from build_tools.pipeline import link_site
from tests.small_records import SOME_LAW, edition_record, feedback_record, small_manifest

_ARTICLE = re.compile(r"(第([一二三四五六七八九十百零]+)條(?:之([一二三]))?) ")
_CHAPTER = re.compile(r"(第([一二三四五六七八九十]+)章(?:之([一二三]))?) (.+)")
_ITEM = re.compile(r"（([一二三四五六七八九十]+)）")


def small_law(
    text: str,
    references: tuple[Reference, ...] = (),
    feedback: tuple[FeedbackRecord, ...] = (),
    slug: str = "fa",
    title: Localized = SOME_LAW,
) -> LawRecord:
    """One line a 款, 項, chapter or (after a line ``說明``) a line of the explanation; Traditional as received."""
    source = SourceFile.of_text(f"{slug}/draft", f"laws/{slug}/draft.txt", text)
    record = edition_record(source, _law(source), Script.HANT, references=references, feedback=feedback)
    return LawRecord(small_manifest(slug, title, title, (record.facts,)), (record,))


def small_tree(law: LawRecord, *others: LawRecord, locale: Locale = LOCALES[0]) -> LocalizedEdition:
    """The only edition of a law in one tree of a site that also holds the others."""
    directory = link_site((law, *others))
    return LocalizedEdition(prepare_edition(law, law.editions[0], directory), locale)


def opinion(
    number: int, text: str, articles: tuple[str, ...] = (), general: bool = False
) -> tuple[str, str, tuple[str, ...], bool]:
    """One opinion for `small_feedback`; its only fragment is ``f{number}``."""
    return f"c-li-{number}", text, articles, general


def small_feedback(
    opinions: tuple[tuple[str, str, tuple[str, ...], bool], ...],
    references: tuple[Reference, ...],
    quote: str = "",
) -> FeedbackRecord:
    """A submission in Simplified: general opinions in one section 总体 (``g1``), the others in blocks.

    ``quote`` is a provision quoted at the end of the file, fragment ``q1``, in a block of 第一條 with heading ``h1``.
    """
    lines = ["总体", *(text for _, text, _, _ in opinions), "第一条", quote]
    text = "\n".join(lines) + "\n"
    source = SourceFile.of_text("fa/li", "laws/fa/li.txt", text)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(source.id, at, at + len(line)))
        at += len(line) + 1
    comments = tuple(
        Comment(name, n, tuple(map(ProvisionId.parse, articles)),
                (Fragment(f"f{n}", FragmentKind.PARAGRAPH, said, spans[n]),), spans[n], spans[n], "g1" if general else None)
        for n, (name, said, articles, general) in enumerate(opinions, 1)
    )  # fmt: skip
    heading = Fragment("g1-h", FragmentKind.HEADING, lines[0], spans[0])
    section = GeneralSection("g1", heading, tuple(c for c in comments if c.general))
    first = ProvisionId((1,))
    quoted = Quote(first, (Fragment("q1", FragmentKind.QUOTE, quote, spans[-1]),), spans[-1])
    block = ArticleBlock(
        first, Fragment("h1", FragmentKind.HEADING, "第一条", spans[-2]), (quoted,) if quote else (),
        tuple(c for c in comments if not c.general),
    )  # fmt: skip
    submission = Submission("li", source.id, None, (), (section,), (block,), ("g1", "art-1"), ())
    return feedback_record(source, submission, Script.HANS, references=references, author="李")


def cite(
    line: str,
    at: str,
    words: str,
    targets: str,
    kind: str = "article",
    lead: str = "",
    doubt: str | None = None,
) -> Reference:
    """The reference that ``words`` make in ``line`` (its text, given whole), with ``lead`` directly before them."""
    start = line.index(lead + words) + len(lead)
    middle = start + words.find("至")
    mark = (middle, middle + 1) if kind == "range" else None
    return Reference(
        at, start, start + len(words), words, ReferenceKind(kind),
        tuple(map(Target.parse, targets.split())), None, doubt, start - len(lead), mark,
    )  # fmt: skip


def _law(source: SourceFile) -> LawText:
    headings: list[Heading] = []
    articles: list[Article] = []
    blocks: list[Block] = []
    explaining = False
    at = 0
    for line in source.text.split("\n"):
        span = Span(source.id, at, at + len(line))
        at += len(line) + 1
        if line == "說明":
            explaining = True
        elif explaining and line:
            blocks.append(Block(f"explanation-{len(blocks) + 1}", BlockKind.PARAGRAPH, line, span))
        elif found := _CHAPTER.match(line):
            number = tuple(parse_numeral(n) or 0 for n in found.groups()[1:3] if n)
            label = Span(source.id, span.start, span.start + found.end(1))
            title = Span(source.id, span.start + found.start(4), span.end)
            headings.append(
                Heading(
                    "ch-" + "-z".join(map(str, number)),
                    HeadingKind.CHAPTER,
                    number,
                    found[1],
                    found[4],
                    label,
                    title,
                    None,
                )
            )
        elif line:
            _article_line(line, span, articles, headings[-1].id if headings else None)
    parts = (Part("explanation", SpanClass.EXPLANATION, "說明", tuple(blocks)),) if blocks else ()
    return LawText(source.id, "某法", (), tuple(headings), tuple(articles), parts, ())


def _article_line(line: str, span: Span, articles: list[Article], heading: str | None) -> None:
    found = _ARTICLE.match(line)
    if found:
        number = (parse_numeral(found[2]) or 0, *((parse_numeral(found[3]) or 0,) if found[3] else ()))
        body = Span(span.source, span.start + found.end(), span.end)
        first = Paragraph(ProvisionId(number, 1), line[found.end() :], body)
        label = Span(span.source, span.start, span.start + found.end(1))
        articles.append(Article(ProvisionId(number), found[1], label, (first,), heading))
        return
    article = articles[-1]
    last = article.paragraphs[-1]
    if marker := _ITEM.match(line):
        name = ProvisionId(article.id.article, last.id.paragraph, parse_numeral(marker[1]) or 0)
        cut = span.start + marker.end()
        item = Item(
            name, marker[0], line, span, Span(span.source, span.start, cut), Span(span.source, cut, span.end)
        )
        last = replace(last, items=(*last.items, item))
        articles[-1] = replace(article, paragraphs=(*article.paragraphs[:-1], last))
    else:
        added = Paragraph(ProvisionId(article.id.article, last.id.paragraph + 1), line, span)
        articles[-1] = replace(article, paragraphs=(*article.paragraphs, added))
