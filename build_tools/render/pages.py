"""Every page of the site, one after the other: a pure function of the site, the templates and our own prose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from build_tools.model.directory import LawDirectory
from build_tools.model.export import ExportedFile
from build_tools.model.locale import LOCALES, Locale
from build_tools.model.site import Site
from build_tools.pages.edition import prepare_edition
from build_tools.pages.kinds.site import PROSE, Prose, not_found_view, root_view, tree_views
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.messages import catalogue
from build_tools.pages.page import PageView
from build_tools.pages.registry import page_kinds
from build_tools.render.cells import Cells
from build_tools.render.law_pages import LawPages
from build_tools.render.page import Page, Piece
from build_tools.render.prose import render_prose
from build_tools.render.templates import Templates


def render_pages(
    site: Site,
    directory: LawDirectory,
    templates_dir: Path,
    content: Path,
    beside: Callable[[LocalizedEdition], Iterable[ExportedFile]] = lambda _tree: (),
) -> Iterator[Page | ExportedFile]:
    """All pages of all trees, the root page and 404.html; links are relative to each page's path.

    ``templates_dir`` holds ``law/``; ``content`` holds ``pages/{name}.{script}.md``. Each law's newest edition
    is also shown at the law's own address. ``beside`` makes files that lie beside the pages of an edition in one
    tree; they come right after them, while the edition is at hand.
    """
    templates = Templates(templates_dir)
    for name, choice in (("root", root_view()), ("not_found", not_found_view())):
        yield _site_page(templates, name, choice, LOCALES[0], has_nav=False)
    for locale in LOCALES:
        for name, view in tree_views(site, locale, _prose(content, locale)):
            yield _site_page(templates, name, view, locale)
    for law, record in site.editions():
        edition = prepare_edition(law, record, directory)
        shared = Cells(templates)
        for locale in LOCALES:
            pages = LawPages(templates, LocalizedEdition(edition, locale), shared)
            for kind in page_kinds():
                for shown in kind.views(pages.tree):
                    yield pages.page(kind.template, shown)
            yield from beside(pages.tree)


def _site_page(
    templates: Templates, template: str, view: PageView, locale: Locale, *, has_nav: bool = True
) -> Page:
    words = catalogue(locale)
    nav = (Piece(templates.render("site_nav", t=words, v=view), True),) if has_nav else ()
    return Page(
        path=view.path, kind=view.kind, title=view.title, description=view.description, heading=view.name,
        nav=nav, body=templates.render(template, t=words, v=view),
    )  # fmt: skip


def _prose(content: Path, locale: Locale) -> dict[str, Prose]:
    """Our own pages in the words of a locale: ``about.hant.md``, or else in those of its script."""
    found = {}
    for name in PROSE:
        file = content / "pages" / f"{name}.{locale.tag}.md"
        if not file.is_file():
            file = file.with_name(f"{name}.{locale.script.value.lower()}.md")
        found[name] = render_prose(file.read_text(encoding="utf-8"))
    return found
