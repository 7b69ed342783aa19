"""An article's page: its rows, the facts about it, the opinions on it, who cites it, its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.feedback import MENTIONS
from build_tools.model.law import Article, walk_lines
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.pages.citations import ArticleCites, article_cites
from build_tools.pages.consequence import Consequence, consequence
from build_tools.pages.found import Document, found_line
from build_tools.pages.links import article_of
from build_tools.pages.localized import ColumnHead, Link, LocalizedEdition, column_heads
from build_tools.pages.nav import group_of
from build_tools.pages.notes import Note, notes_for
from build_tools.pages.outline import top_headings
from build_tools.pages.page import PageKind, PageView, page_head
from build_tools.pages.provisions import ArticleText
from build_tools.pages.quotes import QuotedProvision, quoted_provisions
from build_tools.pages.submission import Opinion, SubmissionText


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the box above the text; ``tone`` is ``ok``, ``bad`` or "" for what is neither."""

    name: str
    links: tuple[Link, ...]
    verdict: str = ""
    tone: str = ""


@dataclass(frozen=True, kw_only=True)
class ArticleView(PageView):
    """What an article's page shows."""

    text: ArticleText
    heads: tuple[ColumnHead, ...]
    facts: tuple[Fact, ...]
    opinions: tuple[Opinion, ...]
    quotes: tuple[QuotedProvision, ...]
    notes: tuple[Note, ...]
    cites: ArticleCites
    consequence: Consequence | None
    citation: str


def article_views(tree: LocalizedEdition) -> Iterator[ArticleView]:
    """The page of each article in one tree."""
    articles = tree.edition.record.text.articles
    links = [None, *map(tree.article_link, articles), None]
    for previous, article, following in zip(links, articles, links[2:], strict=False):
        yield _view(tree, article, previous, following)


def _view(
    tree: LocalizedEdition, article: Article, previous: Link | None, following: Link | None
) -> ArticleView:
    edition, key, name = tree.edition, str(article.id), tree.article(article)
    text = edition.articles[key]
    opinions = tuple(o for s in edition.submissions for o in s.by_article.get(key, ()))
    quotes = tuple(q for s in edition.submissions for q in quoted_provisions(tree, s, key))
    node = edition.nodes.get(article.heading or "")
    above = (*node.path, node.heading) if node else ()
    cites = article_cites(tree, key)
    return ArticleView(
        **page_head(
            tree, key, name, _description(tree, text), kind="article",
            above=(tree.heading_link(h) for h in above if h),
        ),
        previous=previous, next=following, opened=group_of(tree, article), text=text,
        heads=column_heads(edition.texts, tree.locale), facts=_facts(tree, key, opinions, quotes),
        opinions=opinions, quotes=quotes, notes=notes_for(tree, key), cites=cites,
        consequence=consequence(tree, key, cites), citation=_citation(tree, name),
    )  # fmt: skip


def _facts(
    tree: LocalizedEdition, key: str, opinions: tuple[Opinion, ...], quotes: tuple[QuotedProvision, ...]
) -> tuple[Fact, ...]:
    """Opinions and how their quotes fare, general opinions that name the article, articles that cite it."""
    edition = tree.edition
    facts = []
    if edition.submissions:
        facts.append(_opinions(tree, opinions, quotes))
    mentions = tuple(m for s in edition.submissions for m in _mentions(tree, s, key))
    if mentions:
        facts.append(Fact(tree.words("article.fact.general"), mentions))
    citing = tuple(map(tree.article_link, edition.citations.citing_articles(key)))
    if citing:
        facts.append(Fact(tree.words("article.fact.cited-by"), citing))
    return tuple(facts)


def _opinions(
    tree: LocalizedEdition, opinions: tuple[Opinion, ...], quotes: tuple[QuotedProvision, ...]
) -> Fact:
    name = tree.words("article.fact.opinions")
    if not opinions:
        return Fact(name, (), tree.words("article.no-opinions"))
    count = Link("#opinions", tree.words("article.opinion-count", count=len(opinions)))
    verdicts = dict.fromkeys(q.verdict for q in quotes)
    tone = ("ok" if all(q.agrees for q in quotes) else "bad") if verdicts else ""
    return Fact(name, (count,), "；".join(verdicts), tone)


def _description(tree: LocalizedEdition, text: ArticleText) -> str:
    """The beginning of the article, for search engines and link previews."""
    words = "".join(r.body.in_script(tree.script).text for r in text.rows)
    return words if len(words) <= 110 else f"{words[:109]}…"


def _mentions(tree: LocalizedEdition, doc: SubmissionText, article: str) -> tuple[Link, ...]:
    """Sections of the general opinions that name the article, and opinions on other articles that do."""
    links: dict[str, Link] = {}
    for mention in doc.record.layers[MENTIONS].items:
        if article_of(str(mention.article)) != article:
            continue
        opinion = doc.opinions.get(mention.place)
        section = opinion.section if opinion else mention.place
        found = next((s for s in doc.sections if s.id == section), None)
        if found is None:
            continue
        heading = found.heading
        title = heading.body.in_script(tree.script).text if heading else tree.words("opinions.general")
        links[section] = Link(tree.edition.links.page("general", f"{doc.record.facts.slug}-{section}"), title)
    return tuple(links.values())


def _citation(tree: LocalizedEdition, name: str) -> str:
    """《網絡犯罪防治法（徵求意見稿）》第十二條，公安部，2026年1月31日公布。."""
    facts = tree.edition.record.facts
    issuer = tree.edition.law.manifest.issuer.in_script(tree.script)
    out = f"《{tree.law_title}》{name}" + (f"，{issuer}" if issuer else "")
    if facts.published:
        d = facts.published
        out += "，" + tree.words("article.published", year=d.year, month=d.month, day=d.day)
    return f"{out}。"


def documents(_law: LawRecord, record: EditionRecord) -> Iterator[Document]:
    """Each article: its label with its caption, then each 款, 項 and 目."""
    within = top_headings(record.text)
    for article in record.text.articles:
        spans = [s for s in (article.label_span, article.caption_span) if s is not None]
        lines = [found_line(record.texts, line.id.fragment, line.span) for line in walk_lines(article)]
        head = found_line(record.texts, "", *spans)
        yield Document(
            kind="provision", page=str(article.id), lines=(head, *lines), head=True,
            within=within.get(str(article.id), ""),
        )  # fmt: skip


KIND = PageKind(
    template="article", order=30, views=article_views, documents=documents,
    search_kinds=(("provision", "search.kind.provision"),),
)  # fmt: skip
