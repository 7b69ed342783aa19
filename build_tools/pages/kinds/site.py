"""Pages above the laws: the list of laws by kind, and what the root page offers."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.site import LawRecord, Site
from build_tools.pages.messages import catalogue
from build_tools.pages.localized import LANGUAGES, Link
from build_tools.pages.urls import LOCALES, relative

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
    """One of the two trees, named in its own words."""

    href: str
    lang: str
    name: str
    words: str


def law_groups(site: Site, locale: str) -> tuple[LawGroup, ...]:
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


def choices(page: str) -> tuple[Choice, ...]:
    """The two trees as seen from the page at ``page``."""
    return tuple(
        Choice(
            relative(f"{locale}/", page), LANGUAGES[locale], catalogue(locale)("site.language"),
            catalogue(locale)("site.lead"),
        )
        for locale in LOCALES
    )  # fmt: skip


def site_links(locale: str, page: str) -> tuple[Link, ...]:
    """Navigation of the pages that belong to no law."""
    words = catalogue(locale)
    named = [(f"{locale}/", words("nav.laws"))]
    named += [(f"{locale}/{name}/", words(f"nav.{name}")) for name in PROSE]
    return tuple(Link(relative(target, page), title, "", target == page) for target, title in named)


def _listed(law: LawRecord, locale: str) -> ListedLaw:
    at = LOCALES.index(locale)
    words, newest = catalogue(locale), law.editions[0]
    facts = newest.facts
    told = [law.manifest.issuer[at]]
    if facts.published:
        told.append(words("site.published", day=facts.published.isoformat()))
    told.append(words("site.articles", count=len(newest.text.articles)))
    opinions = sum(len(f.submission.comments) for f in newest.feedback)
    if opinions:
        told.append(words("site.opinions", count=opinions))
    return ListedLaw(
        relative(f"{locale}/{law.manifest.slug}/{facts.slug}/", f"{locale}/"),
        law.manifest.title[at],
        facts.status.value,
        facts.label[at] or words(f"front.status.{facts.status.value}"),
        " · ".join(t for t in told if t),
    )
