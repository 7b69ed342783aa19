"""Navigation of one law: its parts and headings, and the articles of the one heading that is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from build_tools.model.law import Article
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.outline import GROUP, OutlineNode
from build_tools.pages.urls import relative

if TYPE_CHECKING:
    from build_tools.pages.page import Entry


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


def navigation(tree: LocalizedEdition, entries: Iterable[Entry], page: str, opened: str) -> Navigation:
    """Navigation as seen from the page at ``page``; ``opened`` is the id of the group whose articles are shown.

    The page itself is marked as current if it is one of those listed. ``entries`` are the pages that stand before
    and after the law's headings.
    """
    return _Navigator(tree, page, opened).navigation(entries)


@dataclass(frozen=True)
class _Navigator:
    tree: LocalizedEdition
    page: str
    opened: str

    @cached_property
    def front(self) -> str:
        """The way to the edition's front page."""
        return relative(self.tree.urls.front, self.page).removeprefix("./")

    def navigation(self, entries: Iterable[Entry]) -> Navigation:
        """All of it."""
        outline = self.tree.edition.outline
        nodes = [n for node in outline for n in ((self.node(node),) if node.heading else self.loose(node))]
        entries = tuple(entries)
        before, after = (
            tuple(self.link(self.tree.urls.page(e.page), e.title) for e in entries if e.group == group)
            for group in ("before", "after")
        )
        return Navigation(before, tuple(nodes), after)

    def link(self, target: str, title: str, note: str = "") -> Link:
        """A link to a page at or below the front page."""
        within = target.removeprefix(self.tree.urls.front)
        return Link(self.front + within or "./", title, note, target == self.page)

    def article(self, article: Article) -> Link:
        """An article with the number of opinions on it."""
        count = self.tree.edition.opinion_counts.get(str(article.id), 0)
        target = self.tree.urls.target(str(article.id))
        return self.link(target, self.tree.article(article), str(count) if count else "")

    def node(self, node: OutlineNode) -> NavNode:
        """A heading; open if it is, or holds, the open group."""
        assert node.heading is not None  # nodes without a heading are stretches
        here = node.heading.id
        is_open = any(n.heading is not None and n.heading.id == self.opened for n in node.walk())
        return NavNode(
            self.link(self.tree.urls.page(here), self.tree.heading(node.heading)),
            is_open,
            tuple(map(self.article, node.articles)) if self.opened == here else (),
            tuple(map(self.node, node.children)) if is_open or node.is_division else (),
        )

    def loose(self, node: OutlineNode) -> Iterator[NavNode]:
        """Articles without a heading, in stretches; all of them if there is nothing else."""
        parts = stretches(node.articles)
        only = len(self.tree.edition.outline) == len(parts) == 1
        for name, part in parts:
            is_open = only or self.opened == name
            first = self.link(self.tree.urls.target(str(part[0].id)), _stretch_name(self.tree, part))
            yield NavNode(first, is_open, tuple(map(self.article, part)) if is_open else (), ())


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
