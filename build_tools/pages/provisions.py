"""Articles as rows: one row for each 款, 項 and 目, in both scripts, with its address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from build_tools.grammar.numerals import to_chinese
from build_tools.model.law import Article, Item, Paragraph
from build_tools.model.runs import Mark, Pair, Texts


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an article.

    ``ordinal`` (第二款) is counted, not written in the law: it is shown beside a 款 that has no marker of its
    own, and only where the article has more than one.
    """

    id: str
    """Fragment on the article's own page: ``p1-i3``."""
    place: str
    """Fragment on a page of many articles: ``art-57-p1-i3``."""
    depth: int
    """0 for 款, 1 for 項, 2 for 目, 3 for a division below it."""
    marker: Pair | None
    ordinal: str
    body: Pair
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article's own words: label, caption, rows."""

    id: str
    number: str
    """For a small space: 12, or 120-1 for 第一百二十條之一."""
    label: Pair
    caption: Pair | None
    rows: tuple[Row, ...]


def article_text(article: Article, texts: Texts, marks_at: Callable[[str], tuple[Mark, ...]]) -> ArticleText:
    """The rows of one article; ``marks_at`` gives the marks of a line by its address (``art-57-p1-i3``)."""
    many = len(article.paragraphs) > 1
    rows: list[Row] = []
    for paragraph in article.paragraphs:
        rows.append(_paragraph(paragraph, texts, marks_at, many=many))
        for item in paragraph.items:
            _items(item, 1, texts, marks_at, rows)
    label, number = texts.pair(article.label_span), article_number(article.id.article)
    caption = texts.pair(article.caption_span) if article.caption_span else None
    return ArticleText(str(article.id), number, label, caption, tuple(rows))


def article_number(article: tuple[int, ...]) -> str:
    """12 for 第十二條, 120-1 for 第一百二十條之一: what fits into a cell of the map."""
    return "-".join(map(str, article))


def _paragraph(
    paragraph: Paragraph, texts: Texts, marks_at: Callable[[str], tuple[Mark, ...]], *, many: bool
) -> Row:
    place = str(paragraph.id)
    ordinal = f"第{to_chinese(paragraph.id.paragraph)}款" if many and not paragraph.quoted else ""
    body = texts.pair(paragraph.span, marks_at(place))
    return Row(paragraph.id.fragment, place, 0, None, ordinal, body, paragraph.quoted)


def _items(
    item: Item, depth: int, texts: Texts, marks_at: Callable[[str], tuple[Mark, ...]], rows: list[Row]
) -> None:
    place = str(item.id)
    body = texts.pair(item.body_span, marks_at(place))
    rows.append(Row(item.id.fragment, place, depth, texts.pair(item.marker_span), "", body))
    for subitem in item.subitems:
        _items(subitem, depth + 1, texts, marks_at, rows)
