"""The tree of one law text as parsed: frozen, every node with its span; facts about it are layers beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.ids import ProvisionId
from build_tools.model.source import Span


class SpanClass(StrEnum):
    """What a stretch of a source file is; each character belongs to exactly one span of the ledger."""

    LAW = "law"
    TITLE = "title"
    CHAPTER = "chapter"
    CONTENTS = "contents"
    HISTORY = "history"
    PREAMBLE = "preamble"
    NOTICE = "notice"
    EXPLANATION = "explanation"
    ANNEX = "annex"
    SIGNATURE = "signature"
    FEEDBACK_GENERAL = "feedback-general"
    FEEDBACK_ARTICLE = "feedback-article"
    QUOTE = "quote"
    MARKUP = "markup"
    SET_ASIDE = "set-aside"
    UNCLASSIFIED = "unclassified"
    SEPARATOR = "separator"


@dataclass(frozen=True, slots=True)
class LedgerSpan:
    """One row of the ledger; ``reason`` is given where text was set aside or is markup."""

    span: Span
    kind: SpanClass
    reason: str | None = None


class HeadingKind(StrEnum):
    """編, 分編, 章, 節; 款 and 目 where they are headings below a section (Taiwan's codes).

    TOPIC is 一、 of a judicial interpretation that has no chapters, or 附則 without a number.
    """

    PART = "part"
    SUBPART = "subpart"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    DIVISION = "division"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the law: 第一章總 則 has label 第一章 and title 總 則 (spans are trimmed)."""

    id: str
    """``ch-3``, ``ch-3-s2``, ``pt-1``, ``pt-1-sp-1``, ``h-1``; chapters that restart in each part: ``pt-2-ch-1``."""
    kind: HeadingKind
    number: tuple[int, ...]
    label: str
    title: str
    label_span: Span
    title_span: Span
    parent: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """項 （一）, 目 1. or a division below it; ``text`` starts with its own ``marker``.

    ``body_span`` is the text after the marker and the blanks that follow it.
    """

    id: ProvisionId
    marker: str
    text: str
    span: Span
    marker_span: Span
    body_span: Span
    subitems: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """款: text without the article's label; the items that follow it belong to it."""

    id: ProvisionId
    text: str
    span: Span
    items: tuple[Item, ...] = ()
    quoted: bool = False
    """True for lines of another law's text that an amending article cites in full (第五十二条 … 内容如下：)."""


@dataclass(frozen=True, slots=True)
class Article:
    """條 with its 款; ``heading`` is the id of the innermost heading above it."""

    id: ProvisionId
    label: str
    label_span: Span
    paragraphs: tuple[Paragraph, ...]
    heading: str | None = None
    caption: str = ""
    """【…】 or （…） between label and text, as some laws print it; "" if none."""
    caption_span: Span | None = None


class BlockKind(StrEnum):
    """Form of a line outside the articles."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE_ROW = "table-row"
    SIGNATURE = "signature"
    DATE = "date"
    MARKER = "marker"
    """附件1, a line that only announces what follows."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of notice, preamble, explanation or annex; ``level`` 1 for 一、, 2 for (一), 0 for none."""

    id: str
    """``notice-3``, ``explanation-7``, ``annex-1-4``: the part's id and the running number in it."""
    kind: BlockKind
    text: str
    span: Span
    level: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of front or back matter: ``notice``, ``history``, ``preamble``, ``explanation``, ``annex-1``."""

    id: str
    kind: SpanClass
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class LawText:
    """What one source file says: the law's tree, the parts around it, and the ledger of the whole file."""

    source: str
    title: str
    title_spans: tuple[Span, ...]
    headings: tuple[Heading, ...]
    articles: tuple[Article, ...]
    parts: tuple[Part, ...]
    ledger: tuple[LedgerSpan, ...]

    def part(self, part_id: str) -> Part | None:
        """The part with this id, or None."""
        return next((p for p in self.parts if p.id == part_id), None)

    def article(self, article_id: ProvisionId) -> Article | None:
        """The article that holds this provision, or None."""
        return next((a for a in self.articles if a.id.article == article_id.article), None)


def walk_items(items: tuple[Item, ...]) -> Iterator[Item]:
    """Items and all below them, in reading order."""
    for item in items:
        yield item
        yield from walk_items(item.subitems)


def walk_lines(article: Article) -> Iterator[Paragraph | Item]:
    """Each 款, 項 and 目 of an article in reading order."""
    for paragraph in article.paragraphs:
        yield paragraph
        yield from walk_items(paragraph.items)


def line_spans(law: LawText) -> dict[str, Span]:
    """Span of each line that may cite something, by its id: ``art-3-p1-i2``, ``explanation-7``."""
    lines = {str(line.id): line.span for article in law.articles for line in walk_lines(article)}
    return lines | {block.id: block.span for part in law.parts for block in part.blocks}
