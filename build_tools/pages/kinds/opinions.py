"""Pages of what people said: the general opinions with their claims checked, and all opinions in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.feedback import CLAIMS, ArticleBlock, Claim, Comment
from build_tools.model.locale import Localized
from build_tools.model.runs import Texts
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.pages.found import Document, FoundLine, found_line, found_words
from build_tools.pages.links import article_of
from build_tools.pages.localized import ColumnHead, Link, LocalizedEdition, column_heads
from build_tools.pages.outline import top_headings
from build_tools.pages.page import Entry, PageKind, PageView, page_head
from build_tools.pages.quotes import QuotedProvision, quoted_in
from build_tools.pages.submission import Line, Opinion, SubmissionText

#: The list at the end of a claim, （第4/16/36條: its articles follow as links.
_LIST = re.compile(r"[（(]?\s*第?[0-9０-９][^“”「」]*\Z")


@dataclass(frozen=True, slots=True)
class NamedArticle:
    """An article that a claim names; ``holds`` if what is claimed is found there."""

    link: Link
    holds: bool


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A list of articles with what it is a list of, held against the law."""

    text: str
    holds: bool
    named: tuple[NamedArticle, ...]
    others: tuple[Link, ...]
    """Articles that the claim leaves out though the same is found there."""


@dataclass(frozen=True, slots=True)
class Said:
    """An opinion in full, with the claims in it."""

    opinion: Opinion
    articles: tuple[Link, ...]
    claims: tuple[tuple[str, tuple[ClaimView, ...]], ...]
    """Claims by the id of the line they stand in."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a submission in its own order: a line, a general section, or what it says of an article."""

    kind: str
    """``line``, ``section`` or ``article``."""
    id: str
    line: Line | None
    href: str = ""
    name: str = ""
    quotes: tuple[QuotedProvision, ...] = ()
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """One submission from its first line to its last."""

    id: str
    name: str
    author: str
    written: str
    url: str
    heads: tuple[ColumnHead, ...]
    title: Line | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One opinion in the table."""

    id: str
    href: str
    articles: tuple[Link, ...]
    opinion: Opinion


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Opinions on the articles of one chapter, or the general ones."""

    id: str
    name: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, kw_only=True)
class FeedbackView(PageView):
    """What the page of general opinions, or that of all opinions, shows."""

    submissions: tuple[SubmissionView, ...]
    groups: tuple[TableGroup, ...]
    total: int


def feedback_views(tree: LocalizedEdition) -> Iterator[FeedbackView]:
    """The general opinions section by section; then every submission in full, below a table of all opinions."""
    documents = [(doc, tuple(_passages(tree, doc))) for doc in tree.edition.submissions]
    sections = [(doc, tuple(p for p in found if p.kind == "section")) for doc, found in documents]
    totals = {
        "general": sum(len(found) for _, found in sections),
        "opinions": sum(len(doc.opinions) for doc, _ in documents),
    }
    for page, shown in (("general", [row for row in sections if row[1]]), ("opinions", documents)):
        if shown:
            total = totals[page]
            description = tree.words(f"opinions.description.{page}", law=tree.law_title, count=total)
            yield FeedbackView(
                **page_head(tree, page, tree.words(f"nav.{page}"), description),
                submissions=tuple(_submission(tree, doc, found) for doc, found in shown),
                groups=_groups(tree) if page == "opinions" else (), total=total,
            )  # fmt: skip


def feedback_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """General opinions and all opinions, where there are any."""
    words, documents = tree.words, tree.edition.submissions
    sections = sum(len(d.sections) for d in documents)
    if sections:
        yield Entry("general", words("nav.general"), note=words("front.card.general", count=sections), card=1)
    if documents:
        note = words("front.card.opinions", count=sum(len(d.opinions) for d in documents))
        yield Entry("opinions", words("nav.opinions"), note=note, card=2)


def _submission(tree: LocalizedEdition, doc: SubmissionText, passages: tuple[Passage, ...]) -> SubmissionView:
    facts, heads = doc.record.facts, column_heads(doc.texts, tree.locale)
    title, written = facts.title.in_script(tree.script), facts.written.isoformat() if facts.written else ""
    return SubmissionView(
        facts.slug, title, facts.author, written, facts.source.url, heads, doc.title, passages
    )


def _passages(tree: LocalizedEdition, doc: SubmissionText) -> list[Passage]:
    """The document in its own order; what the order does not name comes at the end, so nothing is left out."""
    submission = doc.record.submission
    slug = doc.record.facts.slug
    sections = {s.id: s for s in doc.sections}
    blocks = {b.heading.id: b for b in submission.blocks}
    first = {str(b.article): name for name, b in reversed(blocks.items())}
    out: list[Passage] = []
    for name in dict.fromkeys((*submission.order, *doc.front, *sections, *blocks)):
        if name in doc.front:
            out.append(Passage("line", name, doc.front[name]))
        elif name in sections:
            section = sections[name]
            said = tuple(_said(tree, doc, o) for o in section.opinions)
            out.append(Passage("section", f"{slug}-{name}", section.heading, said=said))
        elif name in blocks:
            article = str(blocks[name].article)
            place = article if first[article] == name else name  # a second block: an id of its own
            out.append(_block(tree, doc, blocks[name], f"{slug}-{place}"))
    return out


def _block(tree: LocalizedEdition, doc: SubmissionText, block: ArticleBlock, name: str) -> Passage:
    article = str(block.article)
    said = tuple(_said(tree, doc, doc.opinions[c.id]) for c in block.comments)
    href, quotes = tree.edition.links.href(article), quoted_in(tree, doc, block)
    title = tree.article(article) if article in tree.edition.articles else ""
    return Passage("article", name, doc.headings[block.heading.id], href, title, quotes, said)


def _said(tree: LocalizedEdition, doc: SubmissionText, opinion: Opinion) -> Said:
    claims = doc.record.layers[CLAIMS]
    found = [(b.id, tuple(_claim(tree, doc, c) for c in claims.at(b.id))) for b in opinion.blocks]
    articles = tuple(map(tree.article_link, opinion.articles))
    return Said(opinion, articles, tuple((name, views) for name, views in found if views))


def _claim(tree: LocalizedEdition, doc: SubmissionText, claim: Claim) -> ClaimView:
    """The claim with each article it names as a link; what is no article's id is shown as it stands."""
    named = tuple(NamedArticle(_name(tree, a), a in claim.found) for a in claim.claimed)
    others = tuple(_name(tree, a) for a in claim.found if a not in claim.claimed)
    text = _LIST.sub("", doc.texts.say(claim.span, tree.script))
    return ClaimView(text, claim.holds, named, others)


def _name(tree: LocalizedEdition, provision: str) -> Link:
    return tree.article_link(provision) if provision in tree.edition.articles else Link("", provision)


def _groups(tree: LocalizedEdition) -> tuple[TableGroup, ...]:
    """Opinions by the outermost heading of their first article, in the order of the law; general ones first."""
    groups: dict[str, tuple[str, list[TableRow]]] = {"general": (tree.words("nav.general"), [])}
    for node in tree.edition.outline:
        name = node.heading.id if node.heading else "loose"
        title = tree.heading(node.heading) if node.heading else tree.words("opinions.loose")
        rows = [_row(tree, o) for a in node.all_articles() for o in _first_filed(tree, str(a.id))]
        groups[name] = (title, rows)
    for doc in tree.edition.submissions:
        groups["general"][1].extend(_row(tree, o) for o in doc.opinions.values() if not o.articles)
    return tuple(TableGroup(f"of-{key}", name, tuple(rows)) for key, (name, rows) in groups.items() if rows)


def _first_filed(tree: LocalizedEdition, article: str) -> list[Opinion]:
    found = [o for d in tree.edition.submissions for o in d.by_article.get(article, ())]
    return [o for o in found if o.articles[0] == article]


def _row(tree: LocalizedEdition, opinion: Opinion) -> TableRow:
    articles = tuple(map(tree.article_link, opinion.articles))
    return TableRow(f"row-{opinion.id}", f"#{opinion.id}", articles, opinion)


def documents(_law: LawRecord, record: EditionRecord) -> Iterator[Document]:
    """Title and author, general sections with all they say, opinions on articles one by one, and what stands around.

    The provisions that opinions quote repeat the law, and are left out.
    """
    within = top_headings(record.text)
    for feedback in record.feedback:
        submission, facts, texts = feedback.submission, feedback.facts, feedback.texts
        slug = facts.slug
        title = found_words(texts, f"s-{slug}", facts.title)
        author = found_words(texts, f"s-{slug}", Localized(facts.author, facts.author))
        yield Document(kind="submission", page="opinions", lines=(title, author), head=True)
        for section in submission.general:
            heading = section.heading
            lines = [found_line(texts, f"{slug}-{section.id}", heading.span)] if heading else []
            lines += [line for comment in section.comments for line in _lines(texts, comment)]
            yield Document(kind="general", page="general", lines=tuple(lines), head=heading is not None)
        for comment in submission.comments:
            if comment.general is None:
                page = article_of(str(comment.articles[0])) if comment.articles else "opinions"
                lines = list(_lines(texts, comment))
                yield Document(kind="opinion", page=page, lines=tuple(lines), within=within.get(page, ""))
        around = [f for f in (submission.title, *submission.front) if f is not None]
        lines = [found_line(texts, f"s-{slug}-{f.id}", f.span) for f in around]
        yield Document(kind="general", page="opinions", lines=tuple(lines))


def _lines(texts: Texts, comment: Comment) -> Iterator[FoundLine]:
    for fragment in comment.fragments:
        yield found_line(texts, comment.id, fragment.span)


KIND = PageKind(
    template="feedback", order=50, views=feedback_views, entries=feedback_entries, documents=documents,
    search_kinds=tuple((kind, f"search.kind.{kind}") for kind in ("opinion", "general", "submission")),
)  # fmt: skip
