"""What of an edition can be found: its articles, headings, parts and opinions as lines with their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.feedback import Comment
from build_tools.model.law import Article, BlockKind, Heading, Part, SpanClass, walk_lines
from build_tools.model.manifest import Manifest
from build_tools.model.site import EditionRecord, FeedbackRecord
from build_tools.model.source import Span
from build_tools.model.variant import Script
from build_tools.pages.links import article_of
from build_tools.pages.messages import catalogue
from build_tools.pages.names import tidy
from build_tools.pages.runs import Texts
from build_tools.pages.urls import LOCALES
from build_tools.search.other_script import TwoScripts

_KINDS = {SpanClass.NOTICE: "notice", SpanClass.EXPLANATION: "explanation"}
_LONGEST_HEADING = 40
_LINE_ENDS = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line and its fragment on the page; "" is the page itself."""

    at: str
    texts: TwoScripts


@dataclass(frozen=True, slots=True)
class Document:
    """What several words must stand in together: an article, an opinion, a section, a part.

    ``page`` is a name below the edition's front page, "" that page itself; ``head`` says that the first line is
    the heading. Kinds are those of overrides/assets/javascripts/shard.js.
    """

    kind: str
    page: str
    lines: tuple[FoundLine, ...]
    head: bool = False


def edition_documents(manifest: Manifest, record: EditionRecord) -> tuple[Document, ...]:
    """Everything of one edition that the search box finds: the law in its order, then the opinions.

    The contents (目錄) repeat the headings, and the provisions that opinions quote repeat the law: both are left
    out, so that a word is found once, where it stands.
    """
    reader = _Reader(Texts.of(record.source, record.variants))
    made = [_title(manifest, record)]
    made += [reader.heading(h) for h in record.text.headings]
    made += [reader.article(a) for a in record.text.articles]
    made += [reader.part(p) for p in record.text.parts if p.kind is not SpanClass.CONTENTS]
    for feedback in record.feedback:
        made += _submission(feedback)
    return tuple(d for d in made if d.lines)


def _title(manifest: Manifest, record: EditionRecord) -> Document:
    """網絡犯罪防治法（徵求意見稿）, as the site calls the law."""
    hant, hans = (
        f"{title}（{label}）" if label and label not in title else title
        for title, label in zip(manifest.title, record.facts.label, strict=True)
    )
    return Document("law", "", (FoundLine("", TwoScripts(hant, hans, hans=False)),), head=True)


@dataclass(frozen=True, slots=True)
class _Reader:
    """The texts of one source file."""

    texts: Texts

    def line(self, at: str, *spans: Span) -> FoundLine:
        """Spans of the file as one line in both scripts, with a blank between them."""
        pairs = [self.texts.pair(span) for span in spans]
        written, other = (
            " ".join(_LINE_ENDS.sub(" ", run.text).strip() for run in runs)
            for runs in ([p.source for p in pairs], [p.derived or p.source for p in pairs])
        )
        return FoundLine(at, TwoScripts(written, other, hans=self.texts.script is Script.HANS))

    def heading(self, heading: Heading) -> Document:
        """第一章 總則, without the blanks that spread 總　則."""
        spans = [s for s in (heading.label_span, heading.title_span) if s.end > s.start]
        return Document("heading", heading.id, (_tidied(self.line("", *spans)),), head=True)

    def article(self, article: Article) -> Document:
        """Its label with its caption, then each 款, 項 and 目."""
        spans = [s for s in (article.label_span, article.caption_span) if s is not None]
        lines = [self.line(line.id.fragment, line.span) for line in walk_lines(article)]
        return Document("provision", str(article.id), (self.line("", *spans), *lines), head=True)

    def part(self, part: Part) -> Document:
        """A part around the law; an annex is called by its own first line, others as the site calls them."""
        front = _stands_on_front(part)
        lines = tuple(self.line("" if front else b.id, b.span) for b in part.blocks)
        kind, page = _KINDS.get(part.kind, "annex"), "" if front else part.id
        if part.kind is SpanClass.ANNEX:
            head = bool(lines) and len(lines[0].texts.written) <= _LONGEST_HEADING
            return Document(kind, page, lines, head)
        name = self._part_name(part)
        return Document(kind, page, (name, *lines) if name and lines else lines, bool(name))

    def _part_name(self, part: Part) -> FoundLine | None:
        hant, hans = (catalogue(locale).words.get(f"part.{part.kind.value}", "") for locale in LOCALES)
        if not hant or not hans:
            return None
        simple = self.texts.script is Script.HANS
        return FoundLine("", TwoScripts(hans, hant, simple) if simple else TwoScripts(hant, hans, simple))


def _stands_on_front(part: Part) -> bool:
    """History, signature and lines that only announce the law (附件1) have no page of their own."""
    return part.id in ("history", "signature") or all(b.kind is BlockKind.MARKER for b in part.blocks)


def _tidied(line: FoundLine) -> FoundLine:
    texts = line.texts
    label, _, title = texts.written.partition(" ")
    other_label, _, other_title = texts.other.partition(" ")
    return FoundLine(
        line.at,
        TwoScripts(
            f"{label} {tidy(title)}".strip(), f"{other_label} {tidy(other_title)}".strip(), texts.hans
        ),
    )


def _submission(record: FeedbackRecord) -> Iterator[Document]:
    """General sections with all they say, opinions on articles one by one, and what stands around them."""
    reader = _Reader(Texts.of(record.source, record.variants))
    submission, slug = record.submission, record.facts.slug
    for section in submission.general:
        heading = section.heading
        lines = [reader.line(f"{slug}-{section.id}", heading.span)] if heading else []
        lines += [line for c in section.comments for line in _said(reader, c)]
        yield Document("general", "general", tuple(lines), head=heading is not None)
    for comment in submission.comments:
        if comment.general is None:
            page = article_of(str(comment.articles[0])) if comment.articles else "opinions"
            yield Document("opinion", page, tuple(_said(reader, comment)))
    around = [f for f in (submission.title, *submission.front) if f is not None]
    yield Document("general", "opinions", tuple(reader.line("", f.span) for f in around))


def _said(reader: _Reader, comment: Comment) -> Iterator[FoundLine]:
    for fragment in comment.fragments:
        yield reader.line(comment.id, fragment.span)
