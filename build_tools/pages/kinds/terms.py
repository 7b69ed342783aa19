"""The page of defined terms: each with its definition, its scope, and the articles that use it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from build_tools.model.runs import Mark, MarkKind, Pair
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.model.target import Target
from build_tools.pages.found import Document, found_line
from build_tools.pages.links import article_of
from build_tools.pages.localized import ColumnHead, Link, LocalizedEdition, column_heads
from build_tools.pages.page import Entry, PageKind, PageView, page_head
from build_tools.pages.place_names import line_name, target_name
from build_tools.terms.find import TERMS, DefinedTerm


@dataclass(frozen=True, slots=True)
class TermRow:
    """One definition."""

    id: str
    words: Pair
    definition: Pair
    """The sentence that defines the term, with the term marked in it."""
    place: Link
    scope: Link | None
    """The chapter, section or article in which it holds; None for the whole law."""
    uses: tuple[Link, ...]
    """Articles that use the term, each once; ``note`` says how often if more than once."""
    count: int


@dataclass(frozen=True, kw_only=True)
class TermsView(PageView):
    """What the page shows."""

    heads: tuple[ColumnHead, ...]
    rows: tuple[TermRow, ...]


def terms_views(tree: LocalizedEdition) -> Iterator[TermsView]:
    """The one page of this kind, if the law defines anything."""
    terms = tree.edition.record.layers[TERMS].items
    if terms:
        description = tree.words("terms.description", law=tree.law_title, count=len(terms))
        yield TermsView(
            **page_head(tree, "terms", tree.words("terms.title"), description),
            heads=column_heads(tree.edition.texts, tree.locale),
            rows=tuple(_row(tree, term) for term in terms),
        )


def terms_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """One line and one card, if the law defines anything."""
    count = len(tree.edition.record.layers[TERMS].items)
    if count:
        yield Entry("terms", tree.words("terms.nav"), note=tree.words("terms.card", count=count), card=5)


def _row(tree: LocalizedEdition, term: DefinedTerm) -> TermRow:
    texts, links = tree.edition.texts, tree.edition.links
    counts = Counter(article_of(str(use.at)) for use in term.uses)
    scope = target_name(tree, Target.parse(term.scope)) if term.scope else ""
    times = partial(tree.words, "terms.times")
    mark = Mark(term.span.start, term.span.end, MarkKind.CITING)
    return TermRow(
        id=term.id,
        words=texts.pair(term.span),
        definition=texts.pair(term.definition, (mark,)),
        place=Link(links.href(str(term.at)), line_name(tree, term.at)),
        scope=Link(links.href(term.scope), scope) if term.scope else None,
        uses=tuple(tree.article_link(a, times(count=n) if n > 1 else "") for a, n in counts.items()),
        count=len(term.uses),
    )


def documents(_law: LawRecord, record: EditionRecord) -> Iterator[Document]:
    """Each term with its definition; its uses are found where they stand."""
    for term in record.layers[TERMS].items:
        lines = (found_line(record.texts, term.id, span) for span in (term.span, term.definition))
        yield Document(kind="term", page="terms", lines=tuple(lines), head=True)


KIND = PageKind(
    template="terms", order=55, views=terms_views, entries=terms_entries, documents=documents,
    search_kinds=(("term", "terms.search"),),
)  # fmt: skip
