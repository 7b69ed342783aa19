"""The page of a part around the law's own text: notice, preamble, explanation, annex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.feedback import CLAIMS, Claim
from build_tools.model.law import Block, BlockKind, Part, SpanClass
from build_tools.model.locale import Localized, writes
from build_tools.model.runs import Mark, MarkKind, Pair, Texts
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.model.variant import Script
from build_tools.pages.edition import stands_on_front
from build_tools.pages.explanation import explained_headings
from build_tools.pages.found import Document, found_line, found_words
from build_tools.pages.localized import ColumnHead, Link, LocalizedEdition, column_heads, tidy
from build_tools.pages.messages import catalogue
from build_tools.pages.notes import Note, notes_for
from build_tools.pages.page import Entry, PageKind, PageView, page_head

#: Parts of the file that stand before the law's own text.
_BEFORE = (SpanClass.NOTICE, SpanClass.CONTENTS, SpanClass.PREAMBLE)
_SEARCH_KINDS = {SpanClass.NOTICE: "notice", SpanClass.EXPLANATION: "explanation"}
_LONGEST_HEADING = 40
#: A first sentence up to this length reads as the paragraph's heading.
_SHORT = 32


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A figure that the text names, held against the law: 共7章68條."""

    text: str
    holds: bool
    found: str


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line of a part; ``about`` are the chapters that it explains, ``claims`` what it says and is checked."""

    id: str
    kind: str
    level: int
    body: Pair
    about: tuple[Link, ...]
    claims: tuple[CheckedClaim, ...]


@dataclass(frozen=True, kw_only=True)
class PartView(PageView):
    """What the page of a part shows."""

    heads: tuple[ColumnHead, ...]
    lines: tuple[PartLine, ...]
    notes: tuple[Note, ...]


def part_views(tree: LocalizedEdition) -> Iterator[PartView]:
    """The page of each part in one tree; neighbours are the parts before and after it in the file."""
    parts = tree.edition.parts_with_pages
    links = [None, *(Link(tree.edition.links.page(p.id), tree.part(p)) for p in parts), None]
    for previous, part, following in zip(links, parts, links[2:], strict=False):
        name = tree.part(part)
        description = tree.words("part.description", law=tree.law_title, part=name)
        yield PartView(
            **page_head(tree, part.id, name, description, kind=part.kind.value),
            previous=previous, next=following, heads=column_heads(tree.edition.texts, tree.locale),
            lines=part_lines(tree, part), notes=notes_for(tree, part.id),
        )  # fmt: skip


def part_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """Each part: what stands before the law's own text before its headings, and so in the file."""
    for part in tree.edition.parts_with_pages:
        key = f"front.card.{part.kind.value}"
        note = tree.words(key) if key in tree.words.words else ""
        yield Entry(part.id, tree.part(part), "before" if part.kind in _BEFORE else "after", note, card=3)


def part_lines(tree: LocalizedEdition, part: Part) -> tuple[PartLine, ...]:
    """Lines of a part in both scripts."""
    edition = tree.edition
    lines = []
    for block in part.blocks:
        marks = (*edition.reference_marks.get(block.id, ()), *_opening(block))
        explained = explained_headings(tree, block) if part.kind is SpanClass.EXPLANATION else ()
        claims = tuple(_claim(tree, c) for c in edition.record.layers[CLAIMS].at(block.id))
        body, about = edition.texts.pair(block.span, marks), tuple(map(tree.heading_link, explained))
        lines.append(PartLine(block.id, block.kind.value, block.level, body, about, claims))
    return tuple(lines)


def _opening(block: Block) -> tuple[Mark, ...]:
    """The first sentence of a numbered paragraph, which says what it is about (（一）明確網絡基礎資源管理制度)."""
    if block.kind is BlockKind.HEADING or block.level not in (1, 2):
        return ()
    end = block.text.find("。") + 1
    if not 0 < end <= _SHORT or end == len(block.text):
        return ()
    return (Mark(block.span.start, block.span.start + end, MarkKind.POINT),)


def _claim(tree: LocalizedEdition, claim: Claim) -> CheckedClaim:
    said = tidy(tree.edition.texts.say(claim.span, tree.script))
    return CheckedClaim(said, claim.holds, "、".join(claim.found))


def documents(_law: LawRecord, record: EditionRecord) -> Iterator[Document]:
    """Each part around the law; contents repeat the headings, and a word is found once, where it stands."""
    for part in record.text.parts:
        if part.kind is not SpanClass.CONTENTS:
            yield _document(part, record.texts)


def _document(part: Part, texts: Texts) -> Document:
    """An annex is called by its own first line, other parts as the site calls them."""
    front = stands_on_front(part)
    lines = tuple(found_line(texts, "" if front else b.id, b.span) for b in part.blocks)
    kind, page = _SEARCH_KINDS.get(part.kind, "annex"), "" if front else part.id
    if part.kind is SpanClass.ANNEX:
        named = bool(lines) and len(lines[0].texts.written) <= _LONGEST_HEADING
        return Document(kind=kind, page=page, lines=lines, head=named)
    key = f"part.{part.kind.value}"
    names = [catalogue(writes(script)).words.get(key, "") for script in (Script.HANT, Script.HANS)]
    if not all(names) or not lines:
        return Document(kind=kind, page=page, lines=lines)
    head = found_words(texts, "", Localized(*names))
    return Document(kind=kind, page=page, lines=(head, *lines), head=True)


KIND = PageKind(
    template="part", order=40, views=part_views, entries=part_entries, documents=documents,
    search_kinds=(("notice", "search.kind.notice"), ("explanation", "search.kind.explanation"), ("annex", "search.kind.annex"),),
)  # fmt: skip
