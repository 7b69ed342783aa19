"""Pages of what people said: the general opinions with their claims checked, and all opinions in a table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.model.feedback import ArticleBlock, Claim
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.submission import Document, Line, Opinion, Section, Table
from build_tools.pages.quotes import QuotedProvision, quoted_in

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
    href: str
    name: str
    quotes: tuple[QuotedProvision, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """One submission from its first line to its last."""

    id: str
    name: str
    author: str
    written: str
    url: str
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


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """What the page of general opinions, or that of all opinions, shows."""

    path: str
    name: str
    description: str
    crumbs: tuple[Link, ...]
    submissions: tuple[SubmissionView, ...]
    groups: tuple[TableGroup, ...]
    total: int


def general_view(tree: LocalizedEdition) -> FeedbackView:
    """The general opinions of all submissions, section by section."""
    submissions = []
    for doc in tree.edition.documents:
        passages = [p for p in _passages(tree, doc) if p.kind == "section"]
        if passages:
            submissions.append(_submission(tree, doc, tuple(passages)))
    total = sum(len(s.passages) for s in submissions)
    return _view(tree, "general", tuple(submissions), (), total)


def opinions_view(tree: LocalizedEdition) -> FeedbackView:
    """Every submission in full, in its own order, below a table of all opinions."""
    documents = tree.edition.documents
    submissions = tuple(_submission(tree, d, tuple(_passages(tree, d))) for d in documents)
    return _view(tree, "opinions", submissions, _groups(tree), sum(len(d.opinions) for d in documents))


def _view(
    tree: LocalizedEdition, page: str, submissions: tuple[SubmissionView, ...], groups: tuple[TableGroup, ...], total: int
) -> FeedbackView:
    return FeedbackView(
        tree.urls.page(page),
        tree.words(f"nav.{page}"),
        tree.words(f"opinions.description.{page}", law=tree.law_title, count=total),
        (Link("../", tree.short_title),),
        submissions,
        groups,
        total,
    )


def _submission(tree: LocalizedEdition, doc: Document, passages: tuple[Passage, ...]) -> SubmissionView:
    facts = doc.record.facts
    return SubmissionView(
        facts.slug,
        tree.choose(facts.title),
        facts.author,
        facts.written.isoformat() if facts.written else "",
        facts.source.url,
        doc.title,
        passages,
    )


def _passages(tree: LocalizedEdition, doc: Document) -> list[Passage]:
    """The document in its own order; what the order does not name comes at the end, so nothing is left out."""
    submission = doc.record.submission
    slug = doc.record.facts.slug
    sections = {s.id: s for s in doc.sections}
    blocks = {b.heading.id: b for b in submission.blocks}
    first = {str(b.article): name for name, b in reversed(blocks.items())}
    out: list[Passage] = []
    for name in dict.fromkeys((*submission.order, *doc.front, *sections, *blocks)):
        if name in doc.front:
            out.append(Passage("line", name, doc.front[name], "", "", (), ()))
        elif name in sections:
            out.append(_section(tree, doc, sections[name], f"{slug}-{name}"))
        elif name in blocks:
            article = str(blocks[name].article)
            place = (
                article if first[article] == name else name
            )  # a second block on one article: an id of its own
            out.append(_block(tree, doc, blocks[name], f"{slug}-{place}"))
    return out


def _block(tree: LocalizedEdition, doc: Document, block: ArticleBlock, name: str) -> Passage:
    article = str(block.article)
    said = tuple(_said(tree, doc, doc.opinions[c.id]) for c in block.comments)
    href = tree.edition.siblings.href(article)
    title = tree.article(article) if article in tree.edition.articles else ""
    return Passage(
        "article", name, doc.headings[block.heading.id], href, title, quoted_in(tree, doc, block), said
    )


def _section(tree: LocalizedEdition, doc: Document, section: Section, name: str) -> Passage:
    said = tuple(_said(tree, doc, o) for o in section.opinions)
    return Passage("section", name, section.heading, "", "", (), said)


def _said(tree: LocalizedEdition, doc: Document, opinion: Opinion) -> Said:
    spans = {}
    for comment in doc.record.submission.comments:
        if comment.id == opinion.id:
            spans = {f.id: f.span for f in comment.fragments}
    claims: dict[str, list[ClaimView]] = {}
    for claim in doc.record.findings.claims:
        for name, span in spans.items():
            if span.start <= claim.span.start < span.end:
                claims.setdefault(name, []).append(_claim(tree, doc, claim))
    articles = tuple(Link(tree.edition.siblings.href(a), tree.article(a)) for a in opinion.articles)
    return Said(opinion, articles, tuple((name, tuple(found)) for name, found in claims.items()))


def _claim(tree: LocalizedEdition, doc: Document, claim: Claim) -> ClaimView:
    """The claim with each article it names as a link; what is no article's id is shown as it stands."""
    named = tuple(NamedArticle(_name(tree, a), a in claim.found) for a in claim.claimed)
    others = tuple(_name(tree, a) for a in claim.found if a not in claim.claimed)
    text = _LIST.sub("", doc.texts.say(claim.span, tree.script))
    return ClaimView(text, claim.holds, named, others)


def _name(tree: LocalizedEdition, provision: str) -> Link:
    if provision in tree.edition.articles:
        return Link(tree.edition.siblings.href(provision), tree.article(provision))
    return Link("", provision)


def _groups(tree: LocalizedEdition) -> tuple[TableGroup, ...]:
    """Opinions by the outermost heading of their first article, in the order of the law; general ones first."""
    groups: dict[str, tuple[str, list[TableRow]]] = {"general": (tree.words("nav.general"), [])}
    for node in tree.edition.outline:
        name = node.heading.id if node.heading else "loose"
        title = tree.heading(node.heading) if node.heading else tree.words("opinions.loose")
        rows = [_row(tree, o) for a in node.all_articles() for o in _first_filed(tree, str(a.id))]
        groups[name] = (title, rows)
    for doc in tree.edition.documents:
        groups["general"][1].extend(_row(tree, o) for o in doc.opinions.values() if not o.articles)
    return tuple(TableGroup(f"of-{key}", name, tuple(rows)) for key, (name, rows) in groups.items() if rows)


def _first_filed(tree: LocalizedEdition, article: str) -> list[Opinion]:
    found = [o for d in tree.edition.documents for o in d.by_article.get(article, ())]
    return [o for o in found if o.articles[0] == article]


def _row(tree: LocalizedEdition, opinion: Opinion) -> TableRow:
    articles = tuple(Link(tree.edition.siblings.href(a), tree.article(a)) for a in opinion.articles)
    return TableRow(f"row-{opinion.id}", f"#{opinion.id}", articles, opinion)


__all__ = ["FeedbackView", "Line", "Table", "general_view", "opinions_view"]
