"""Pages above the laws: the list of laws by kind, and what the root page offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.model.locale import LOCALES, Locale
from build_tools.model.site import LawRecord, LeftOut, Site
from build_tools.pages.localized import Link
from build_tools.pages.messages import catalogue
from build_tools.pages.page import PageView
from build_tools.pages.registry import site_page_kinds
from build_tools.pages.site_page import SitePageView
from build_tools.pages.urls import NOT_FOUND, EditionUrls, relative

#: Kinds of law by rank (立法法), as law.toml names them.
KINDS = ("constitution", "law", "regulation", "local-regulation", "rule", "interpretation", "other")
#: Our own pages, by the name of their file in content/pages and of their folder in the site.
PROSE = ("about", "add-a-law")


@dataclass(frozen=True, slots=True)
class ListedLaw:
    """One law in the list."""

    href: str
    title: str
    status: str
    badge: str
    facts: str


@dataclass(frozen=True, slots=True)
class LawGroup:
    """Laws of one kind."""

    kind: str
    name: str
    laws: tuple[ListedLaw, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the trees, named in its own words."""

    href: str
    lang: str
    title: str
    name: str
    words: str
    explained: str
    """On 404.html: that there is no such page."""


@dataclass(frozen=True, slots=True)
class Prose:
    """One of our own pages: its title, the text of its first paragraph, and all of it as HTML."""

    title: str
    summary: str
    html: str


@dataclass(frozen=True, kw_only=True)
class ChoiceView(PageView):
    """The way into each tree, in its own words: the root page and 404.html."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class SiteView(SitePageView):
    """All laws of the site in one tree."""

    groups: tuple[LawGroup, ...]
    left_out: tuple[str, ...]
    """Laws and opinions that the build left out because of errors in them, in words."""


@dataclass(frozen=True, kw_only=True)
class ProseView(SitePageView):
    """One of our own pages."""

    html: str


def root_view() -> ChoiceView:
    """The root page, in the words of the first locale."""
    return _choice_view("", "root", "site.title", "site.lead")


def not_found_view() -> ChoiceView:
    """404.html, which is shown at any depth."""
    return _choice_view(NOT_FOUND, "404", "site.not-found", "site.not-found-words")


def _choice_view(path: str, kind: str, name: str, description: str) -> ChoiceView:
    words = catalogue(LOCALES[0])
    title = " ".join(dict.fromkeys(catalogue(locale)(name) for locale in LOCALES))
    keys = ("site.title", "site.language", "site.lead", "site.not-found-words")
    return ChoiceView(
        path=path, kind=kind, name=words(name), title=title, description=words(description),
        choices=tuple(Choice(f"{x.tag}/", x.lang, *map(catalogue(x), keys)) for x in LOCALES),
    )  # fmt: skip


def tree_views(site: Site, locale: Locale, prose: Mapping[str, Prose]) -> Iterator[tuple[str, SitePageView]]:
    """Template and view of the pages above the laws in one tree: the list of laws, each kind, our own pages by name."""
    path, words = f"{locale.tag}/", catalogue(locale)
    yield "site", SiteView(
        path=path, kind="site", name=words("site.title"), title=words("site.title"),
        description=words("site.lead"), links=_site_links(locale, path), groups=_law_groups(site, locale),
        left_out=tuple(_left_out(one, locale) for one in site.left_out),
    )  # fmt: skip
    for kind in site_page_kinds():
        yield kind.template, kind.view(site, locale, _site_links(locale, f"{locale.tag}/{kind.name}/"))
    for name, text in prose.items():
        path = f"{locale.tag}/{name}/"
        yield "prose", ProseView(
            path=path, kind=name, name=text.title, title=f"{text.title} - {words('site.title')}",
            description=text.summary[:150], links=_site_links(locale, path), html=text.html,
        )  # fmt: skip


def _left_out(one: LeftOut, locale: Locale) -> str:
    key = "site.left-out.opinion" if one.submission else "site.left-out.law"
    titles = [title.in_script(locale.script) for title in one.titles]
    law, opinion = (*titles, *(one.law, one.submission)[len(titles) :])
    return catalogue(locale)(key, law=law, opinion=opinion)


def _law_groups(site: Site, locale: Locale) -> tuple[LawGroup, ...]:
    """All laws in one tree, by kind in order of rank, each kind in order of title."""
    groups = []
    kinds = [*KINDS, *sorted({law.manifest.kind for law in site.laws} - set(KINDS))]
    words = catalogue(locale)
    for kind in kinds:
        laws = [_listed(law, locale) for law in site.laws if law.manifest.kind == kind]
        if laws:
            key = f"site.kind.{kind}" if kind in KINDS else "site.kind.other"
            groups.append(LawGroup(kind, words(key), tuple(sorted(laws, key=lambda law: law.title))))
    return tuple(groups)


def _site_links(locale: Locale, page: str) -> tuple[Link, ...]:
    """Navigation of the pages that belong to no law."""
    words = catalogue(locale)
    named = [(f"{locale.tag}/", words("nav.laws"))]
    names = (*(kind.name for kind in site_page_kinds()), *PROSE)
    named += [(f"{locale.tag}/{name}/", words(f"nav.{name}")) for name in names]
    return tuple(Link(relative(target, page), title, "", target == page) for target, title in named)


def _listed(law: LawRecord, locale: Locale) -> ListedLaw:
    words, newest, script = catalogue(locale), law.editions[0], locale.script
    facts = newest.facts
    told = [law.manifest.issuer.in_script(script)]
    if facts.published:
        told.append(words("site.published", day=facts.published.isoformat()))
    told.append(words("site.articles", count=len(newest.text.articles)))
    opinions = sum(len(f.submission.comments) for f in newest.feedback)
    if opinions:
        told.append(words("site.opinions", count=opinions))
    front = EditionUrls(locale.tag, law.manifest.slug, facts.slug).front
    return ListedLaw(
        relative(front, f"{locale.tag}/"),
        law.manifest.title.in_script(script),
        facts.status.value,
        facts.label.in_script(script) or words(f"front.status.{facts.status.value}"),
        " · ".join(t for t in told if t),
    )
