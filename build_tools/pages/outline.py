"""The headings of a law as a tree, with the articles that stand directly below each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.law import Article, Heading, HeadingKind, LawText

#: Articles without a heading above them are shown in groups of this size in the navigation.
GROUP = 20


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """One heading (None for articles that stand before or without any), what it holds, and its place."""

    heading: Heading | None
    articles: tuple[Article, ...]
    """Articles directly below this heading."""
    children: tuple[OutlineNode, ...]
    path: tuple[Heading, ...]
    """Headings above it, the outermost first."""

    @property
    def is_division(self) -> bool:
        """True for 編 and 分編 that hold chapters: their page lists chapters and repeats no text."""
        kinds = (HeadingKind.PART, HeadingKind.SUBPART)
        return self.heading is not None and self.heading.kind in kinds and bool(self.children)

    def all_articles(self) -> Iterator[Article]:
        """Articles below this heading, at any depth, in the order of the law."""
        yield from self.articles
        for child in self.children:
            yield from child.all_articles()

    def walk(self) -> Iterator[OutlineNode]:
        """This node and all below it, in the order of the law."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline(law: LawText) -> tuple[OutlineNode, ...]:
    """The law's top level: headings in order; articles before the first heading come as a node without one."""
    below: dict[str | None, list[Article]] = {}
    for article in law.articles:
        below.setdefault(article.heading, []).append(article)
    children: dict[str | None, list[Heading]] = {}
    for heading in law.headings:
        children.setdefault(heading.parent, []).append(heading)

    def node(heading: Heading, path: tuple[Heading, ...]) -> OutlineNode:
        inner = tuple(node(h, (*path, heading)) for h in children.get(heading.id, ()))
        return OutlineNode(heading, tuple(below.get(heading.id, ())), inner, path)

    top = tuple(node(h, ()) for h in children.get(None, ()))
    loose = tuple(below.get(None, ()))
    return (OutlineNode(None, loose, (), ()), *top) if loose else top


def top_headings(law: LawText) -> dict[str, str]:
    """For each heading and each article below one, by id: the outermost heading it stands under.

    第二條 in 第一編第三章 stands under 第一編: ``{"part-1-ch-3": "part-1", "art-2": "part-1", …}``.
    """
    found: dict[str, str] = {}
    for heading in law.headings:  # a heading comes after the one it stands under
        found[heading.id] = found[heading.parent] if heading.parent else heading.id
    for article in law.articles:
        if article.heading:
            found[str(article.id)] = found[article.heading]
    return found


def walk_outline(nodes: tuple[OutlineNode, ...]) -> Iterator[OutlineNode]:
    """All nodes in the order of the law."""
    for node in nodes:
        yield from node.walk()
