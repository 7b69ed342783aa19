"""The pages of one edition in one tree: each a pure function of its view, the templates and the navigation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, partial

from markupsafe import Markup

from build_tools.pages.localized import Link, LocalizedEdition, column_heads
from build_tools.pages.nav import Navigation, NavNode, navigation
from build_tools.pages.page import PageView
from build_tools.pages.registry import entries
from build_tools.render.cells import Cells, cells, pair
from build_tools.render.marks import render_run
from build_tools.render.page import Page, Piece
from build_tools.render.templates import Templates

_ARTICLES = "[[articles]]"


@dataclass(frozen=True)
class _OpenNavigation:
    """Navigation with the articles of one group, as all pages of that group show it."""

    before: str
    after: str
    lines: dict[str, tuple[Link, str]]
    """Each article by its address: its link, and its line as other pages show it."""


class LawPages:
    """Renders one edition in one tree; ``shared`` holds what is the same in all trees."""

    def __init__(self, templates: Templates, tree: LocalizedEdition, shared: Cells) -> None:
        self.tree = tree
        self._templates = templates
        self._shared = shared
        self._entries = tuple(entries(tree))
        self._article_line = partial(templates.piece, "nav", "article_line")
        self._open: dict[str, _OpenNavigation] = {}

    def page(self, template: str, view: PageView) -> Page:
        """One page; ``template`` gets the view as ``v`` and what writes texts with their marks."""
        manifest = self.tree.edition.law.manifest
        body = self._templates.render(template, v=view, t=self.tree.words, **self._writers)
        return Page(
            path=view.path, kind=view.kind, title=view.title, description=view.description,
            heading=view.name, nav=self._nav(view), body=body, previous=view.previous, next=view.next,
            law=manifest.slug, edition=self.tree.edition.record.facts.slug,
        )  # fmt: skip

    @cached_property
    def _writers(self) -> dict[str, object]:
        """What templates write texts with, the tree's own script first, and pieces that every page has."""
        first, heads = self.tree.script, column_heads(self.tree.edition.texts, self.tree.locale)
        piece = partial(self._templates.piece, "parts/page")
        return {
            "first": first,
            "show": partial(render_run, switched=False),
            "pair": partial(pair, first=first),
            "cells": partial(cells, first=first),
            "spans": partial(cells, first=first, tag="span"),
            "rows": partial(self._shared.rows, first=first),
            "crumbs": cache(lambda links: piece("crumbs", links, self.tree.words)),
            "fixed": {
                "view_control": piece("view_control", self.tree.words),
                "layer_switches": piece("layer_switches", self.tree.edition.marking_layers, self.tree.words),
                "copy_link": piece("copy_link", self.tree.words),
                "copy_status": piece("copy_status"),
                "column_heads": piece("column_heads", heads),
            },
        }

    def _nav(self, view: PageView) -> tuple[Piece, ...]:
        if view.kind != "article":
            nav = navigation(self.tree, self._entries, view.path, view.opened)
            return (Piece(self._render_nav(nav), False),)
        opened = self._open.get(view.opened) or self._opened(view)
        here = self.tree.edition.links.href(view.path.removeprefix(self.tree.urls.front).rstrip("/"))
        lines = (
            str(self._article_line(link, self.tree.words, here=True)) if href == here else line
            for href, (link, line) in opened.lines.items()
        )
        return Piece(opened.before, True), Piece("".join(lines), False), Piece(opened.after, True)

    def _opened(self, view: PageView) -> _OpenNavigation:
        """The navigation around the articles of a group; the same for all of its pages, one folder deep each."""
        nav = navigation(self.tree, self._entries, self.tree.urls.page("-"), view.opened)
        before, _, after = self._render_nav(nav, articles=_ARTICLES).partition(_ARTICLES)
        lines = {
            link.href: (link, str(self._article_line(link, self.tree.words)))
            for link in _open_articles(nav.nodes)
        }
        self._open[view.opened] = _OpenNavigation(before, after, lines)
        return self._open[view.opened]

    def _render_nav(self, nav: Navigation, articles: str = "") -> str:
        return self._templates.render(
            "nav", nav=nav, t=self.tree.words, title=self.tree.law_title, articles=Markup(articles)
        )


def _open_articles(nodes: tuple[NavNode, ...]) -> tuple[Link, ...]:
    for node in nodes:
        if found := node.articles or _open_articles(node.children):
            return found
    return ()
