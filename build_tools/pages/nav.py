"""Navigation of one law: its parts and headings, and the articles of the one heading that is open."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.law import Article, SpanClass
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.outline import GROUP, OutlineNode
from build_tools.pages.urls import relative

#: Parts of the file that stand before the law's own text.
_BEFORE = (SpanClass.NOTICE, SpanClass.CONTENTS, SpanClass.PREAMBLE)


@dataclass(frozen=True, slots=True)
class NavNode:
    """A heading (or, in a law without headings, a stretch of articles) with what is shown below it."""

    link: Link
    open: bool
    articles: tuple[Link, ...]
    children: tuple[NavNode, ...]


@dataclass(frozen=True, slots=True)
class Navigation:
    """Links before the text, the text's headings, links after it."""

    before: tuple[Link, ...]
    nodes: tuple[NavNode, ...]
    after: tuple[Link, ...]


def navigation(tree: LocalizedEdition, page: str, opened: str) -> Navigation:
    """Navigation as seen from the page at ``page``; ``opened`` is the id of the group whose articles are shown.

    The page itself is marked as current if it is one of those listed.
    """
    edition, urls = tree.edition, tree.urls
    front = relative(urls.front, page).removeprefix("./")

    def link(target: str, title: str, note: str = "") -> Link:
        within = target.removeprefix(urls.front)  # every target lies at or below the front page
        return Link(front + within or "./", title, note, target == page)

    def article(a: Article) -> Link:
        count = edition.opinion_counts.get(str(a.id), 0)
        return link(urls.target(str(a.id)), tree.article(a), str(count) if count else "")

    def node(n: OutlineNode) -> NavNode:
        assert n.heading is not None  # nodes without a heading are stretches
        is_open = _holds(n, opened)
        return NavNode(
            link(urls.page(n.heading.id), tree.heading(n.heading)),
            is_open,
            tuple(map(article, n.articles)) if opened == n.heading.id else (),
            tuple(node(c) for c in n.children) if is_open or n.is_division else (),
        )

    nodes: list[NavNode] = []
    for n in edition.outline:
        if n.heading:
            nodes.append(node(n))
        else:
            parts_of = stretches(n.articles)
            only = len(edition.outline) == len(parts_of) == 1
            nodes += [
                NavNode(
                    link(urls.target(str(part[0].id)), _stretch_name(tree, part)),
                    only or opened == name,
                    tuple(map(article, part)) if only or opened == name else (),
                    (),
                )
                for name, part in parts_of
            ]
    parts = edition.parts_with_pages
    before = [link(urls.front, tree.words("nav.front"))]
    before += [link(urls.page(p.id), tree.part(p)) for p in parts if p.kind in _BEFORE]
    after = [link(urls.page(p.id), tree.part(p)) for p in parts if p.kind not in _BEFORE]
    if edition.documents:
        if any(d.sections for d in edition.documents):
            after.append(link(urls.page("general"), tree.words("nav.general")))
        after.append(link(urls.page("opinions"), tree.words("nav.opinions")))
    after.append(link(urls.page("references"), tree.words("references.nav")))
    after.append(link(urls.page("provenance"), tree.words("nav.provenance")))
    return Navigation(tuple(before), tuple(nodes), tuple(after))


def stretches(articles: tuple[Article, ...]) -> list[tuple[str, tuple[Article, ...]]]:
    """Articles without a heading in groups, each with a name (``loose-0``, ``loose-1``)."""
    if len(articles) <= GROUP * 3 // 2:
        return [("loose-0", articles)] if articles else []
    return [(f"loose-{i // GROUP}", articles[i : i + GROUP]) for i in range(0, len(articles), GROUP)]


def group_of(tree: LocalizedEdition, article: Article) -> str:
    """Name of the group that is open on an article's page."""
    if article.heading:
        return article.heading
    loose = next((n for n in tree.edition.outline if n.heading is None), None)
    for name, part in stretches(loose.articles if loose else ()):
        if article in part:
            return name
    return ""


def _stretch_name(tree: LocalizedEdition, part: tuple[Article, ...]) -> str:
    if len(part) == 1:
        return tree.article(part[0])
    return tree.words("nav.stretch", first=tree.article(part[0]), last=tree.article(part[-1]))


def _holds(node: OutlineNode, opened: str) -> bool:
    return any(n.heading is not None and n.heading.id == opened for n in node.walk())
