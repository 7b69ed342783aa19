"""Where the text comes from: files, digests, what was set aside and why, what was converted and by which rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.law import LedgerSpan, SpanClass, walk_lines
from build_tools.model.manifest import SourceFacts
from build_tools.model.site import EditionRecord, FeedbackRecord, Site
from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script
from build_tools.pages.kinds.article import Note
from build_tools.pages.edition import note_id
from build_tools.pages.links import article_of
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.submission import Document
from build_tools.model.runs import Run, Texts
from build_tools.pages.urls import relative

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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class ProvenanceView:
    """What the provenance page shows."""

    path: str
    name: str
    description: str
    crumbs: tuple[Link, ...]
    files: tuple[FileView, ...]
    ledger: str
    versions: tuple[tuple[str, str], ...]
    notes: tuple[tuple[Note, Link], ...]


def provenance_view(tree: LocalizedEdition, site: Site) -> ProvenanceView:
    """The page in one tree."""
    edition = tree.edition
    path = tree.urls.page("provenance")
    files = [_law_file(tree)]
    files += [_submission_file(tree, d) for d in edition.documents]
    return ProvenanceView(
        path,
        tree.words("nav.provenance"),
        tree.words("provenance.description", law=tree.law_title),
        (Link("../", tree.short_title),),
        tuple(files),
        relative(tree.urls.ledger, path),
        tuple(sorted(site.versions.items())),
        tuple(_notes(tree)),
    )


def _law_file(tree: LocalizedEdition) -> FileView:
    record, words = tree.edition.record, tree.words
    return _file(
        tree, record, record.facts.source, tree.edition.texts, record.text.ledger, _homes_of_law(record),
        ("law", words("provenance.kind.law"), tree.law_title, tree.choose(tree.edition.law.manifest.issuer), ""),
    )  # fmt: skip


def _submission_file(tree: LocalizedEdition, doc: Document) -> FileView:
    facts, record = doc.record.facts, doc.record
    title, licence = tree.choose(facts.title), tree.choose(facts.licence)
    return _file(
        tree, record, facts.source, doc.texts, record.submission.ledger, _homes_of_feedback(record),
        (facts.slug, tree.words("provenance.kind.feedback"), title, facts.author, licence),
    )  # fmt: skip


def _file(
    tree: LocalizedEdition,
    record: EditionRecord | FeedbackRecord,
    facts: SourceFacts,
    texts: Texts,
    ledger: tuple[LedgerSpan, ...],
    homes: Iterable[Span],
    named: tuple[str, str, str, str, str],
) -> FileView:
    name, kind, title, author, licence = named
    source = record.source
    aside = [(r.span, _reason(tree, facts, r.reason or "")) for r in ledger if r.kind is SpanClass.SET_ASIDE]
    lost = [(s, "") for s in unplaced(source, ledger, homes)]
    return FileView(
        name,
        kind,
        title,
        source.path,
        source.sha256,
        tree.words("site.hant" if facts.script is Script.HANT else "site.hans"),
        len(source.text),
        len(source.line_starts) - (1 if source.text.endswith(("\n", "\r")) else 0),
        tree.choose((facts.origin, facts.origin_hans or facts.origin)),
        facts.url,
        facts.retrieved.isoformat() if facts.retrieved else "",
        author,
        licence,
        relative(tree.urls.source_file(source), tree.urls.page("provenance")),
        _classes(tree, ledger),
        tuple(_set_aside(source, texts, span, reason) for span, reason in aside),
        tuple(_set_aside(source, texts, span, reason) for span, reason in lost),
        _substitutions(record),
        record.variants.rule,
    )


def _reason(tree: LocalizedEdition, facts: SourceFacts, reason: str) -> str:
    """Why a line was set aside, in the tree's script: as the maintainer says it, or by the parser's own name for it."""
    said = {lines.reason: (lines.reason, lines.reason_hans) for lines in facts.set_aside}
    if reason in said:
        return tree.choose(said[reason]) or reason
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


def _homes_of_law(record: EditionRecord) -> Iterable[Span]:
    law = record.text
    yield from law.title_spans
    for heading in law.headings:
        yield heading.label_span
        yield heading.title_span
    for article in law.articles:
        yield article.label_span
        if article.caption_span:
            yield article.caption_span
        for line in walk_lines(article):
            yield getattr(line, "marker_span", line.span)
            yield getattr(line, "body_span", line.span)
    yield from (b.span for p in law.parts for b in p.blocks)


def _homes_of_feedback(record: FeedbackRecord) -> Iterable[Span]:
    submission = record.submission
    fragments = [submission.title] if submission.title else []
    fragments += submission.front
    fragments += [s.heading for s in submission.general if s.heading]
    fragments += [b.heading for b in submission.blocks]
    fragments += [f for b in submission.blocks for q in b.quotes for f in q.fragments]
    fragments += [f for c in submission.comments for f in c.fragments]
    for fragment in fragments:
        yield fragment.span
        if fragment.marker_span:
            yield fragment.marker_span


def _classes(tree: LocalizedEdition, ledger: tuple[LedgerSpan, ...]) -> tuple[ClassCount, ...]:
    spans: Counter[SpanClass] = Counter(r.kind for r in ledger)
    sizes: Counter[SpanClass] = Counter()
    for row in ledger:
        sizes[row.kind] += row.span.end - row.span.start
    return tuple(
        ClassCount(tree.words(f"provenance.class.{kind.value}"), spans[kind], sizes[kind])
        for kind in SpanClass
        if spans[kind]
    )


def _set_aside(source: SourceFile, texts: Texts, span: Span, reason: str) -> SetAside:
    return SetAside(source.position(span.start).line, reason, texts.pair(span).source)


def _substitutions(record: EditionRecord | FeedbackRecord) -> tuple[Substitution, ...]:
    counts = Counter((record.source.text[at], shown) for at, shown in record.variants.substitutions)
    ordered = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return tuple(Substitution(written, shown, count) for (written, shown), count in ordered)


def _notes(tree: LocalizedEdition) -> Iterable[tuple[Note, Link]]:
    for number, note in enumerate(tree.edition.notes, 1):
        href = tree.edition.siblings.href(note.provision)
        name = _name(tree, note.provision)
        yield Note(note_id(number), href, note.words, tree.choose(note.text)), Link(href, name)


def _name(tree: LocalizedEdition, provision: str) -> str:
    """第六十四條, 第一章 總則, 起草說明: what an editor's note is about."""
    edition = tree.edition
    if provision.startswith("art-"):
        article = article_of(provision)
        return tree.article(article) if article in edition.articles else provision
    node = edition.nodes.get(provision)
    if node and node.heading:
        return tree.heading(node.heading)
    part = next((p for p in edition.record.text.parts if f"{provision}-".startswith(f"{p.id}-")), None)
    return tree.part(part) if part else provision
