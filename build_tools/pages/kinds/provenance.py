"""Where the text comes from: files, digests, what was set aside and why, what was converted and by which rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model.law import LawText, LedgerSpan, SpanClass
from build_tools.model.manifest import SourceFacts
from build_tools.model.runs import Run, Texts
from build_tools.model.site import EditionRecord, FeedbackRecord, LawRecord
from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script
from build_tools.pages.edition import note_id, stands_on_front
from build_tools.pages.found import Document, found_words
from build_tools.pages.links import article_of
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.notes import Note
from build_tools.pages.outline import top_headings
from build_tools.pages.page import Entry, PageKind, PageView, page_head
from build_tools.pages.urls import relative
from build_tools.text.script import versions

_SHOWN_ELSEWHERE = (SpanClass.SEPARATOR, SpanClass.MARKUP, SpanClass.SET_ASIDE)


@dataclass(frozen=True, slots=True)
class ClassCount:
    """How much of a file is of one class."""

    name: str
    spans: int
    characters: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line of the file that is not part of law or opinion, and why."""

    line: int
    reason: str
    run: Run


@dataclass(frozen=True, slots=True)
class Substitution:
    """One mark that is shown instead of another one."""

    written: str
    shown: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """One source file."""

    id: str
    kind: str
    name: str
    path: str
    sha256: str
    script: str
    characters: int
    lines: int
    origin: str
    url: str
    retrieved: str
    author: str
    licence: str
    href: str
    """The file as received."""
    classes: tuple[ClassCount, ...]
    set_aside: tuple[SetAside, ...]
    unplaced: tuple[SetAside, ...]
    """What has no place on any other page of the tree."""
    substitutions: tuple[Substitution, ...]
    rule: str


@dataclass(frozen=True, kw_only=True)
class ProvenanceView(PageView):
    """What the provenance page shows."""

    files: tuple[FileView, ...]
    ledger: str
    versions: tuple[tuple[str, str], ...]
    notes: tuple[tuple[Note, Link], ...]


def provenance_views(tree: LocalizedEdition) -> Iterator[ProvenanceView]:
    """The one page of this kind."""
    description = tree.words("provenance.description", law=tree.law_title)
    yield ProvenanceView(
        **page_head(tree, "provenance", tree.words("nav.provenance"), description),
        files=tuple(_file(tree, record) for record in tree.edition.record.records()),
        ledger=relative(tree.urls.ledger, tree.urls.page("provenance")),
        versions=tuple(sorted(versions().items())),
        notes=tuple(_notes(tree)),
    )


def provenance_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """One line and one card."""
    yield Entry("provenance", tree.words("nav.provenance"), note=tree.words("front.card.provenance"), card=9)


def _file(tree: LocalizedEdition, record: EditionRecord | FeedbackRecord) -> FileView:
    if isinstance(record, FeedbackRecord):
        name, kind, title = record.facts.slug, "feedback", record.facts.title.in_script(tree.script)
        author, licence = record.facts.author, record.facts.licence.in_script(tree.script)
        homes = record.submission.shown_spans()
    else:
        name, kind, title = "law", "law", tree.law_title
        author, licence = tree.edition.law.manifest.issuer.in_script(tree.script), ""
        homes = record.text.shown_spans()
    source, facts, ledger = record.source, record.facts.source, record.ledger
    aside = [(r.span, _reason(tree, facts, r.reason or "")) for r in ledger if r.kind is SpanClass.SET_ASIDE]
    lost = unplaced(source, ledger, homes)
    return FileView(
        id=name, kind=tree.words(f"provenance.kind.{kind}"), name=title, author=author, licence=licence,
        path=source.path, sha256=source.sha256,
        script=tree.words("site.hant" if facts.script is Script.HANT else "site.hans"),
        characters=len(source.text),
        lines=len(source.line_starts) - (1 if source.text.endswith(("\n", "\r")) else 0),
        origin=facts.origin.in_script(tree.script), url=facts.url,
        retrieved=facts.retrieved.isoformat() if facts.retrieved else "",
        href=relative(tree.urls.source_file(source), tree.urls.page("provenance")),
        classes=_classes(tree, ledger),
        set_aside=tuple(_set_aside(source, record.texts, span, reason) for span, reason in aside),
        unplaced=tuple(_set_aside(source, record.texts, span, "") for span in lost),
        substitutions=_substitutions(record), rule=record.variants.rule,
    )  # fmt: skip


def _reason(tree: LocalizedEdition, facts: SourceFacts, reason: str) -> str:
    """Why a line was set aside, in the tree's script: as the maintainer says it, or by the parser's own name for it."""
    said = {lines.reason.hant: lines.reason for lines in facts.set_aside}
    if reason in said:
        return said[reason].in_script(tree.script) or reason
    key = f"provenance.reason.{reason.replace(' ', '-')}"
    return tree.words(key) if key in tree.words.words else reason


def unplaced(source: SourceFile, ledger: Iterable[LedgerSpan], homes: Iterable[Span]) -> list[Span]:
    """Stretches of a file, without the blanks around them, that no element of the tree shows."""
    shown = bytearray(len(source.text))
    for home in homes:
        shown[home.start : home.end] = b"\x01" * (home.end - home.start)
    found = []
    for row in ledger:
        if row.kind in _SHOWN_ELSEWHERE:
            continue
        at = row.span.start
        while (start := shown.find(0, at, row.span.end)) >= 0:
            end = shown.find(1, start, row.span.end)
            at = end if end >= 0 else row.span.end
            found += _lines(source, Span(source.id, start, at))
    return found


def _lines(source: SourceFile, span: Span) -> list[Span]:
    """The lines of a span, each without the blanks around it; blank ones left out."""
    found, start = [], span.start
    for piece in source.slice(span).splitlines(keepends=True):
        text = piece.strip()
        if text:
            at = start + piece.index(text[0])
            found.append(Span(source.id, at, at + len(text)))
        start += len(piece)
    return found


def _classes(tree: LocalizedEdition, ledger: tuple[LedgerSpan, ...]) -> tuple[ClassCount, ...]:
    sizes = {kind: [r.span.end - r.span.start for r in ledger if r.kind is kind] for kind in SpanClass}
    return tuple(
        ClassCount(tree.words(f"provenance.class.{kind.value}"), len(found), sum(found))
        for kind, found in sizes.items()
        if found
    )


def _set_aside(source: SourceFile, texts: Texts, span: Span, reason: str) -> SetAside:
    return SetAside(source.position(span.start).line, reason, texts.pair(span).source)


def _substitutions(record: EditionRecord | FeedbackRecord) -> tuple[Substitution, ...]:
    counts = Counter((record.source.text[at], shown) for at, shown in record.variants.substitutions)
    ordered = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return tuple(Substitution(written, shown, count) for (written, shown), count in ordered)


def _notes(tree: LocalizedEdition) -> Iterable[tuple[Note, Link]]:
    for number, note in enumerate(tree.edition.notes, 1):
        href = tree.edition.links.href(note.provision)
        name = _name(tree, note.provision)
        yield Note(note_id(number), href, note.words, note.text.in_script(tree.script)), Link(href, name)


def _name(tree: LocalizedEdition, provision: str) -> str:
    """第六十四條, 第一章 總則, 起草說明: what an editor's note is about."""
    edition = tree.edition
    if provision.startswith("art-"):
        article = article_of(provision)
        return tree.article(article) if article in edition.articles else provision
    if provision in edition.nodes:
        return tree.heading(provision)
    part = next((p for p in edition.record.text.parts if f"{provision}-".startswith(f"{p.id}-")), None)
    return tree.part(part) if part else provision


def documents(law: LawRecord, record: EditionRecord) -> Iterator[Document]:
    """Each editors' note, on the page of the text it is about; here, if that text has no page of its own."""
    within = top_headings(record.text)
    notes = [note for note in law.manifest.notes if note.edition == record.facts.slug]
    for number, note in enumerate(notes, 1):
        page = _page_of(note.provision, record.text)
        line = found_words(record.texts, note_id(number) if page else "", note.text)
        yield Document(kind="note", page=page or "provenance", lines=(line,), within=within.get(page, ""))


def _page_of(place: str, text: LawText) -> str:
    """The page that shows the notes on a place: ``art-57`` for ``art-57-p2``; "" if none does."""
    if place.startswith("art-"):
        return article_of(place)
    if any(place == heading.id for heading in text.headings):
        return place
    parts = (part.id for part in text.parts if part.blocks and not stands_on_front(part))
    return next((part for part in parts if f"{place}-".startswith(f"{part}-")), "")


KIND = PageKind(
    template="provenance", order=90, views=provenance_views, entries=provenance_entries, documents=documents,
    search_kinds=(("note", "search.kind.note"),),
)  # fmt: skip
