"""An article's page: its rows, the facts about it, the opinions on it, its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.law import Article
from build_tools.pages.edition import note_id
from build_tools.pages.links import article_of
from build_tools.pages.names import Link, Tree
from build_tools.pages.opinions import Document, Opinion
from build_tools.pages.provisions import ArticleText
from build_tools.pages.quotes import QuotedProvision, quoted_provisions


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's note."""

    id: str
    href: str
    """The row it is about."""
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What an article's page shows; links are relative to it."""

    path: str
    name: str
    """第十二條 in the tree's script."""
    description: str
    crumbs: tuple[Link, ...]
    text: ArticleText
    opinions: tuple[Opinion, ...]
    quotes: tuple[QuotedProvision, ...]
    mentions: tuple[Link, ...]
    """General opinions that name this article."""
    cited_by: tuple[Link, ...]
    notes: tuple[Note, ...]
    previous: Link | None
    next: Link | None
    citation: str


def article_view(
    tree: Tree, article: Article, previous: Article | None, following: Article | None
) -> ArticleView:
    """The page of one article in one tree."""
    edition = tree.edition
    key = str(article.id)
    text = edition.articles[key]
    name = tree.article(article)
    siblings = edition.siblings
    path = tree.urls.target(key)
    documents = edition.documents
    return ArticleView(
        path,
        name,
        _description(tree, text),
        _crumbs(tree, article),
        text,
        tuple(o for d in documents for o in d.by_article.get(key, ())),
        tuple(q for d in documents for q in quoted_provisions(tree, d, key)),
        tuple(m for d in documents for m in _mentions(tree, d, key)),
        tuple(Link(siblings.href(a), tree.article(a)) for a in edition.cited_by.get(key, ())),
        notes_for(tree, key),
        Link(siblings.href(str(previous.id)), tree.article(previous)) if previous else None,
        Link(siblings.href(str(following.id)), tree.article(following)) if following else None,
        _citation(tree, name),
    )


def notes_for(tree: Tree, page: str) -> tuple[Note, ...]:
    """Editors' notes on the article or part with this id."""
    found = []
    node = tree.edition.nodes.get(page)
    headings = {n.heading.id for n in node.walk() if n.heading} if node else set()
    for number, note in enumerate(tree.edition.notes, 1):
        place = note.provision
        article = place.startswith("art-")
        here = place in headings if node else (article_of(place) if article else place) == page
        if not here and (article or node or not place.startswith(f"{page}-")):
            continue
        fragment = place[len(page) + 1 :] if article else place if place != page else ""
        href = f"#{fragment}" if fragment and place in tree.edition.siblings.hrefs else ""
        found.append(Note(note_id(number), href, note.words, tree.choose(note.text)))
    return tuple(found)


def _description(tree: Tree, text: ArticleText) -> str:
    """The beginning of the article, for search engines and link previews."""
    words = "".join(r.body.in_script(tree.script).text for r in text.rows)
    return words if len(words) <= 110 else f"{words[:109]}…"


def _crumbs(tree: Tree, article: Article) -> tuple[Link, ...]:
    edition = tree.edition
    crumbs = [Link("../", tree.short_title)]
    node = edition.nodes.get(article.heading or "")
    if node and node.heading:
        above = (*node.path, node.heading)
        crumbs += [Link(edition.siblings.href(h.id), tree.heading(h)) for h in above]
    return tuple(crumbs)


def _mentions(tree: Tree, doc: Document, article: str) -> tuple[Link, ...]:
    """Sections of the general opinions that name the article, and opinions on other articles that do."""
    links: dict[str, Link] = {}
    for where, provision, _ in doc.record.findings.mentions:
        if article_of(str(provision)) != article:
            continue
        opinion = doc.opinions.get(where)
        section = opinion.section if opinion else where
        found = next((s for s in doc.sections if s.id == section), None)
        if found is None:
            continue
        title = (
            found.heading.body.in_script(tree.script).text
            if found.heading
            else tree.words("opinions.general")
        )
        links[section] = Link(
            tree.edition.siblings.page("general", f"{doc.record.facts.slug}-{section}"), title
        )
    return tuple(links.values())


def _citation(tree: Tree, name: str) -> str:
    """《網絡犯罪防治法（徵求意見稿）》第十二條，公安部，2026年1月31日公布。."""
    facts = tree.edition.record.facts
    issuer = tree.choose(tree.edition.law.manifest.issuer)
    out = f"《{tree.law_title}》{name}" + (f"，{issuer}" if issuer else "")
    if facts.published:
        d = facts.published
        out += "，" + tree.words("article.published", year=d.year, month=d.month, day=d.day)
    return f"{out}。"
