"""Every page of the site, one after the other: a pure function of the site, the templates and our own prose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_tools.model.site import Site
from build_tools.pages.edition import prepare_edition
from build_tools.pages.messages import catalogue
from build_tools.pages.names import Tree
from build_tools.pages.references_laws import shelf_of
from build_tools.pages.site_front import PROSE, choices, law_groups, site_links
from build_tools.pages.urls import LOCALES
from build_tools.render.cells import Cells
from build_tools.render.law_pages import LawPages
from build_tools.render.page import Page
from build_tools.render.prose import render_prose
from build_tools.render.templates import Templates


def render_pages(site: Site, templates_dir: Path, content: Path) -> Iterator[Page]:
    """All pages of both trees, the root page and 404.html; links are relative to each page's path.

    ``templates_dir`` holds ``law/``; ``content`` holds ``pages/{name}.{hant,hans}.md``. Each law's newest edition
    is also shown at the law's own address.
    """
    templates = Templates(templates_dir)
    yield _root(templates)
    yield _not_found(templates)
    for locale in LOCALES:
        yield _site_front(site, templates, locale)
        for name in PROSE:
            yield _prose(templates, content, locale, name)
    shelf = shelf_of(site)
    for law in site.laws:
        for record in law.editions:
            edition = prepare_edition(law, record, shelf)
            shared = Cells(templates)
            for locale in LOCALES:
                pages = LawPages(templates, Tree(edition, locale), shared, site)
                if record is law.editions[0]:
                    yield pages.front(f"{locale}/{law.manifest.slug}/")
                yield from pages.pages()


def _root(templates: Templates) -> Page:
    body = templates.render("root", choices=choices(""))
    words = catalogue(LOCALES[0])
    title = " ".join(dict.fromkeys(catalogue(locale)("site.title") for locale in LOCALES))
    return Page("", "root", title, words("site.lead"), words("site.title"), "", body, has_alternate=False)


def _not_found(templates: Templates) -> Page:
    hant, hans = (catalogue(locale) for locale in LOCALES)
    body = templates.render("not_found", hant=hant, hans=hans, choices=choices(""))
    title = f"{hant('site.not-found')} {hans('site.not-found')}"
    return Page(
        "404.html",
        "404",
        title,
        hant("site.not-found-words"),
        hant("site.not-found"),
        "",
        body,
        has_alternate=False,
    )


def _site_front(site: Site, templates: Templates, locale: str) -> Page:
    path, words = f"{locale}/", catalogue(locale)
    body = templates.render("site", t=words, groups=law_groups(site, locale))
    nav = templates.render("site_nav", t=words, links=site_links(locale, path))
    return Page(path, "site", words("site.title"), words("site.lead"), words("site.title"), nav, body)


def _prose(templates: Templates, content: Path, locale: str, name: str) -> Page:
    path, words = f"{locale}/{name}/", catalogue(locale)
    script = locale.removeprefix("zh-")
    prose = render_prose((content / "pages" / f"{name}.{script}.md").read_text(encoding="utf-8"))
    body = templates.render("prose", html=prose.html)
    nav = templates.render("site_nav", t=words, links=site_links(locale, path))
    title = f"{prose.title} - {words('site.title')}"
    return Page(path, name, title, prose.summary[:150], prose.title, nav, body)
