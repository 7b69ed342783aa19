"""All pages of one edition in one tree, in the order: front, parts, headings, articles, opinions, provenance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup

from build_tools.model.law import Article, Part
from build_tools.model.site import Site
from build_tools.model.variant import Script
from build_tools.pages.arcs import arcs_view
from build_tools.pages.kinds.article import article_view
from build_tools.pages.columns import column_heads
from build_tools.pages.facts import article_facts
from build_tools.pages.kinds.opinions import FeedbackView, general_view, opinions_view
from build_tools.pages.kinds.front import front_view
from build_tools.pages.kinds.heading import ChapterArticle, HeadingText, heading_view
from build_tools.pages.localized import Link, LocalizedEdition, heading_gap
from build_tools.pages.nav import group_of, navigation
from build_tools.pages.outline import OutlineNode
from build_tools.pages.kinds.part import explanations, part_view
from build_tools.pages.kinds.provenance import provenance_view
from build_tools.pages.citations import article_cites
from build_tools.pages.kinds.references import references_view
from build_tools.pages.urls import relative
from build_tools.render.cells import Cells, cells, pair
from build_tools.render.marks import render_run
from build_tools.render.page import Page, PageLink
from build_tools.render.templates import Templates

#: Text that is shown once, whichever script the reader has chosen.
_show = partial(render_run, switched=False)


@dataclass(frozen=True)
class LawPages:
    """Renders one edition in one tree; ``shared`` holds what is the same in both."""

    templates: Templates
    tree: LocalizedEdition
    shared: Cells
    site: Site

    def pages(self) -> Iterator[Page]:
        """All pages of the edition."""
        yield self.front(self.tree.urls.front)
        yield from self._parts()
        yield from self._headings()
        yield from self._articles()
        if self.tree.edition.documents:
            if any(d.sections for d in self.tree.edition.documents):
                yield self._feedback(general_view(self.tree), "general")
            yield self._feedback(opinions_view(self.tree), "opinions")
        yield self._references()
        yield self._provenance()

    def front(self, path: str) -> Page:
        """The front page, at the edition's address or at the law's."""
        view = front_view(self.tree, path)
        articles = self.tree.edition.record.text.articles
        body = self._render(
            "front",
            v=view,
            arcs=arcs_view(self.tree, path),
            titles=[pair(t, self._first) for t in view.titles],
            markers=[pair(line.body, self._first) for line in view.markers],
            history=[cells(line.body, self._first, "span") for line in view.history],
            signature=[cells(line.body, self._first, "span") for line in view.signature],
            jump_base=relative(self.tree.urls.front, path),
            jump_articles=_ranges([a.id.article for a in articles]),
            first_name=self.tree.article(articles[0]) if articles else "",
        )
        following = (
            PageLink(self.tree.urls.target(str(articles[0].id)), self.tree.article(articles[0]))
            if articles
            else None
        )
        return self._page(
            path, "front", view.name, view.name, view.description, self._nav(path, ""), body, None, following
        )

    def _articles(self) -> Iterator[Page]:
        articles = self.tree.edition.record.text.articles
        around: dict[str, tuple[str, Markup]] = {}
        for i, article in enumerate(articles):
            before = articles[i - 1] if i else None
            after = articles[i + 1] if i + 1 < len(articles) else None
            view = article_view(self.tree, article, before, after)
            cites = article_cites(self.tree, str(article.id))
            group = group_of(self.tree, article)
            if group not in around:
                crumbs = self.templates.piece("parts/page", "crumbs", view.crumbs, self.tree.words)
                around[group] = (self._nav(self.tree.urls.page("-"), group), crumbs)
            here = f'href="{self.tree.edition.siblings.href(str(article.id))}"'
            nav = around[group][0].replace(here, f'{here} aria-current="page"', 1)
            body = self._render(
                "article",
                v=view,
                crumbs=around[group][1],
                label=pair(view.text.label, self._first),
                caption=pair(view.text.caption, self._first) if view.text.caption else "",
                rows=self.shared.rows(view.text, self._first, many=False, cited=self._cited(cites.rows)),
                cites=cites,
                facts=article_facts(self.tree, view),
                show=_show,
                first=self._first,
            )
            yield self._page(
                view.path, "article", self.tree.page_title(view.name), view.name, view.description, nav, body,
                self._neighbour(before, view.previous), self._neighbour(after, view.next),
            )  # fmt: skip

    def _headings(self) -> Iterator[Page]:
        explained = explanations(self.tree)
        nodes = list(self.tree.edition.nodes.values())
        for node in nodes:
            assert node.heading is not None  # nodes by id have a heading
            peers = [n for n in nodes if n.heading and n.heading.kind is node.heading.kind]
            i = peers.index(node)
            before, after = peers[i - 1] if i else None, peers[i + 1] if i + 1 < len(peers) else None
            view = heading_view(self.tree, node, before, after, explained.get(node.heading.id, ()))
            body = self._render(
                "chapter",
                v=view,
                heading=self._heading(view.heading),
                cites=article_cites(self.tree, node.heading.id),
                show=_show,
                first=self._first,
                content=[self._content(c) for c in view.content],
            )
            nav = self._nav(view.path, node.heading.id)
            title = self.tree.page_title(" ".join([*(c.title for c in view.crumbs[1:]), view.name]))
            yield self._page(
                view.path, "chapter", title, view.name, view.description, nav, body,
                self._neighbour(before, view.previous),
                self._neighbour(after, view.next),
            )  # fmt: skip

    def _parts(self) -> Iterator[Page]:
        parts = self.tree.edition.parts_with_pages
        for i, part in enumerate(parts):
            before = parts[i - 1] if i else None
            after = parts[i + 1] if i + 1 < len(parts) else None
            view = part_view(self.tree, part, before, after)
            body = self._render("part", v=view, cells=partial(cells, first=self._first))
            nav = self._nav(view.path, "")
            yield self._page(
                view.path, view.kind, self.tree.page_title(view.name), view.name, view.description, nav, body,
                self._neighbour(before, view.previous), self._neighbour(after, view.next),
            )  # fmt: skip

    def _feedback(self, view: FeedbackView, kind: str) -> Page:
        heads = {d.record.facts.slug: column_heads(d.texts, self.tree) for d in self.tree.edition.documents}
        body = self._render(
            "feedback",
            v=view,
            heads_of=heads,
            cells=partial(cells, first=self._first),
            spans=partial(cells, first=self._first, tag="span"),
            pair=partial(pair, first=self._first),
            point=partial(pair, first=self._first),
            show=_show,
        )
        title = self.tree.page_title(view.name)
        return self._page(view.path, kind, title, view.name, view.description, self._nav(view.path, ""), body)

    def _references(self) -> Page:
        view = references_view(self.tree)
        body = self._render("references", v=view)
        title = self.tree.page_title(view.name)
        return self._page(
            view.path, "references", title, view.name, view.description, self._nav(view.path, ""), body
        )

    def _provenance(self) -> Page:
        view = provenance_view(self.tree, self.site)
        body = self._render("provenance", v=view, show=_show)
        title = self.tree.page_title(view.name)
        return self._page(
            view.path, "provenance", title, view.name, view.description, self._nav(view.path, ""), body
        )

    @property
    def _first(self) -> Script:
        return self.tree.script

    @cached_property
    def _fixed(self) -> dict[str, Markup]:
        """Pieces that are the same on every page of this tree."""
        piece = partial(self.templates.piece, "parts/page")
        words = self.tree.words
        return {
            "view_control": piece("view_control", words),
            "copy_link": piece("copy_link", words),
            "copy_status": piece("copy_status"),
            "column_heads": piece("column_heads", column_heads(self.tree.edition.texts, self.tree)),
        }

    def _cited(self, rows: Mapping[str, int]) -> dict[str, str]:
        """被引用 2 處 for each row that is cited by itself."""
        return {row: self.tree.words("references.cites.row", count=count) for row, count in rows.items()}

    def _content(self, content: HeadingText | ChapterArticle) -> dict[str, object]:
        if isinstance(content, HeadingText):
            return {
                "id": content.id,
                "href": content.href,
                "level": content.level,
                "heading": self._heading(content),
            }
        caption = content.text.caption
        return {
            "id": content.text.id,
            "href": content.href,
            "level": content.level,
            "label": pair(content.text.label, self._first),
            "caption": pair(caption, self._first) if caption else "",
            "opinions": content.opinions,
            "rows": self.shared.rows(content.text, self._first, many=True),
        }

    def _heading(self, heading: HeadingText) -> Markup:
        """第二章 網絡基礎資源管理, whole in one script and then in the other."""
        pairs = [p for p in (heading.label, heading.title) if p.source.text]
        gap = heading_gap(heading.label.source.text)
        if all(p.same for p in pairs):
            return Markup(gap).join(pair(p, self._first) for p in pairs)
        scripts = (self._first, self._first.other)
        groups = [(s, Markup(gap).join(_show(p.in_script(s)) for p in pairs)) for s in scripts]
        return Markup(self._render("parts/heading", groups=groups))

    def _neighbour(self, thing: Article | Part | OutlineNode | None, link: Link | None) -> PageLink | None:
        if thing is None or link is None:
            return None
        named = thing.heading if isinstance(thing, OutlineNode) else thing
        return PageLink(self.tree.urls.target(str(named.id)), link.title) if named else None

    def _nav(self, page: str, opened: str) -> str:
        nav = navigation(self.tree, page, opened)
        return self._render("nav", nav=nav, title=self.tree.law_title)

    def _render(self, name: str, **values: object) -> str:
        return self.templates.render(name, t=self.tree.words, fixed=self._fixed, **values)

    def _page(
        self, path: str, kind: str, title: str, heading: str, description: str, nav: str, body: str,
        previous: PageLink | None = None, following: PageLink | None = None,
    ) -> Page:  # fmt: skip
        manifest = self.tree.edition.law.manifest
        return Page(
            path, kind, title, description, heading, nav, body, previous, following,
            manifest.slug, self.tree.edition.record.facts.slug,
        )  # fmt: skip


def _ranges(articles: list[tuple[int, ...]]) -> str:
    """Ids of all articles for the jump box: art-1..art-119 art-120 art-120-z1."""
    out: list[list[int]] = []
    names: list[str] = []
    for article in articles:
        if len(article) > 1:
            names.append(f"art-{article[0]}-z{article[1]}")
        elif out and out[-1][1] + 1 == article[0]:
            out[-1][1] = article[0]
        else:
            out.append([article[0], article[0]])
    return " ".join([f"art-{a}..art-{b}" if a != b else f"art-{a}" for a, b in out] + names)
