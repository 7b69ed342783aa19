"""罰則總表: every penalty of a law in one table, each cell with the words it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.locale import Localized, writes
from build_tools.model.penalty import PENALTIES, SANCTION_WORDS, Mention, Rank, SanctionWord
from build_tools.model.runs import Mark, MarkKind, Pair
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.model.source import Span
from build_tools.model.variant import Script
from build_tools.pages.consequence import status_words
from build_tools.pages.duty_names import duty_articles
from build_tools.pages.found import Document, found_words
from build_tools.pages.localized import ColumnHead, Link, LocalizedEdition, column_heads
from build_tools.pages.messages import catalogue
from build_tools.pages.page import Entry, PageKind, PageView, page_head
from build_tools.pages.penalty_groups import ChipGroup, TableGroup, chip_groups, table_groups
from build_tools.pages.place_names import line_name
from build_tools.pages.sentence import sentence_around
from build_tools.pages.yuan_scale import YuanScale, YuanTick

#: Other pages about penalties, in the order of their tabs; shown where an edition has them.
_TABS = ("penalty-coverage", "penalty-calculator", "penalty-comparison")
#: Pages that show another law's penalties beside these: this and that law's slug.
LAWS_PAGE = "penalty-comparison-"
#: Files beside the page.
_FILES = ("csv", "json")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A word of sanction that threatens nobody, or that could not be read."""

    place: Link
    sentence: Pair
    reason: str


@dataclass(frozen=True, kw_only=True)
class PenaltiesView(PageView):
    """What the page shows."""

    status: str
    law: str
    published: str
    heads: tuple[ColumnHead, ...]
    tabs: tuple[Link, ...]
    files: tuple[Link, ...]
    filters: tuple[ChipGroup, ...]
    groups: tuple[TableGroup, ...]
    liabilities: tuple[TableGroup, ...]
    rows: int
    duties: int
    """How many articles are named as violated."""
    ticks: tuple[YuanTick, ...]
    unread: tuple[Mentioned, ...]
    spoken_of: tuple[Mentioned, ...]


def penalties_views(tree: LocalizedEdition) -> Iterator[PenaltiesView]:
    """The one page of this kind, if the law threatens with anything or has words that could not be read."""
    if _has_page(tree.edition.record):
        yield _view(tree)


def penalties_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """One line and one card."""
    rows = [row for row in tree.edition.penalties.rows if row.rank is not Rank.LIABILITY]
    if _has_page(tree.edition.record):
        articles = len({row.provision.at.article for row in rows})
        note = tree.words("penalties.card.note", articles=articles, rows=len(rows))
        yield Entry("penalties", tree.words("penalties.title"), note=note, card=3)


def _has_page(record: EditionRecord) -> bool:
    unread = (w for w in record.layers[SANCTION_WORDS].items if w.mention is Mention.UNREAD)
    return bool(record.layers[PENALTIES].items) or next(unread, None) is not None


def _view(tree: LocalizedEdition) -> PenaltiesView:
    words, facts = tree.words, tree.edition.record.facts
    every = tree.edition.penalties.rows
    rows = tuple(row for row in every if row.rank is not Rank.LIABILITY)
    scale = YuanScale.of(row.amount for row in rows)
    groups = table_groups(tree, rows, scale)
    shown = [r.row for group in groups for part in group.parts for r in part.rows]
    mentioned = tree.edition.record.layers[SANCTION_WORDS].items
    return PenaltiesView(
        **page_head(tree, "penalties", words("penalties.title"), words("penalties.description", law=tree.law_title)),
        status=status_words(tree), law=tree.law_title,
        published=facts.published.isoformat() if facts.published else "",
        heads=column_heads(tree.edition.texts, tree.locale), tabs=penalty_tabs(tree, "penalties"),
        files=tuple(Link(f"penalties.{kind}", kind.upper()) for kind in _FILES if every),
        filters=chip_groups(tree, shown), groups=groups, rows=len(rows),
        liabilities=table_groups(tree, (r for r in every if r.rank is Rank.LIABILITY), scale),
        duties=len(duty_articles(d for row in rows for d in row.duties)), ticks=scale.ticks(words),
        unread=tuple(_mentioned(tree, w) for w in mentioned if w.mention is Mention.UNREAD),
        spoken_of=tuple(_mentioned(tree, w) for w in mentioned if w.mention is Mention.SPOKEN_OF),
    )  # fmt: skip


def penalty_tabs(tree: LocalizedEdition, here: str) -> tuple[Link, ...]:
    """The pages about penalties that the edition has, this one marked; none if it is the only one."""
    found = [name for name in ("penalties", *_TABS) if name in tree.pages]
    tabs = {name: tree.words(f"penalties.tab.{name}") for name in found}
    tabs |= {name: title for name, title in tree.pages.items() if name.startswith(LAWS_PAGE)}
    links = (Link(f"../{name}/", title, current=name == here) for name, title in tabs.items())
    return tuple(links) if len(tabs) > 1 else ()


def _mentioned(tree: LocalizedEdition, word: SanctionWord) -> Mentioned:
    texts, at, span = tree.edition.texts, word.words.at, word.words.span
    line = tree.edition.record.lines()[str(at)]
    sentence = sentence_around(
        texts.shown[line.start : line.end], span.start - line.start, span.end - line.start
    )
    shown = Span(line.source, line.start + sentence.start, line.start + sentence.end)
    mark = Mark(span.start, span.end, MarkKind.MEASURE)
    reason = tree.words(f"penalties.spoken.{word.reason}") if word.reason else ""
    return Mentioned(
        Link(tree.edition.links.href(str(at)), line_name(tree, at)), texts.pair(shown, (mark,)), reason
    )


def documents(_law: LawRecord, record: EditionRecord) -> Iterator[Document]:
    """The page by its name; what it says is found where the law says it."""
    if _has_page(record):
        title = Localized(*(catalogue(writes(s))("penalties.title") for s in (Script.HANT, Script.HANS)))
        line = found_words(record.texts, "", title)
        yield Document(kind="penalty", page="penalties", lines=(line,), head=True)


KIND = PageKind(
    template="penalties", order=52, views=penalties_views, entries=penalties_entries, documents=documents,
    search_kinds=(("penalty", "penalties.search"),),
)  # fmt: skip
