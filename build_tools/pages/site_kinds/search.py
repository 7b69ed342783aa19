"""The page of results: its field and filters work by scripts; without them it leads to lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.grammar.numerals import NUMERAL_CLASS, parse_numeral, to_chinese
from build_tools.model.law import Article
from build_tools.model.locale import Locale
from build_tools.model.site import LawRecord, Site
from build_tools.model.variant import Script
from build_tools.pages.localized import Link
from build_tools.pages.messages import catalogue
from build_tools.pages.site_page import SitePageKind, SitePageView, site_head
from build_tools.pages.urls import EditionUrls, relative
from build_tools.terms.find import TERMS
from build_tools.text.script import convert

#: With more laws than this, the list of laws is a page of its own.
_MOST = 60
_MYRIADS = re.compile(rf"([{NUMERAL_CLASS}]+)[万萬]元")


@dataclass(frozen=True, slots=True)
class Example:
    """A query that finds something here; ``note`` is said beside it."""

    query: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LawLinks:
    """The lists of one law, for readers without scripts."""

    front: Link
    terms: Link | None


@dataclass(frozen=True, kw_only=True)
class SearchView(SitePageView):
    """What the page shows before a search."""

    examples: tuple[tuple[Example, ...], ...]
    verify: str
    """The way to the page that checks quotations; "" if the site has none."""
    laws: tuple[LawLinks, ...]
    """None if there are too many."""


def search_view(site: Site, locale: Locale, links: tuple[Link, ...]) -> SearchView:
    """The page in one tree."""
    head = site_head(locale, "search", links)
    return SearchView(
        **head,
        examples=tuple(_examples(site, locale)),
        verify=next((link.href for link in links if link.href == "../verify/"), ""),
        laws=tuple(_lists(law, locale, head["path"]) for law in site.laws if len(site.laws) <= _MOST),
    )


def _lists(law: LawRecord, locale: Locale, page: str) -> LawLinks:
    record = law.editions[0]
    urls = EditionUrls(locale.tag, law.manifest.slug, record.facts.slug)
    front = Link(relative(urls.front, page), law.manifest.title.in_script(locale.script))
    has_terms = bool(record.layers[TERMS].items)
    terms = Link(relative(urls.page("terms"), page), catalogue(locale)("search.page.terms"))
    return LawLinks(front, terms if has_terms else None)


def _examples(site: Site, locale: Locale) -> Iterator[tuple[Example, ...]]:
    """What can be asked of the law with most articles: a 款 and an 項 in short, a range, a term, a sum of money."""
    if not site.laws:
        return
    law = max(site.laws, key=lambda one: len(one.editions[0].text.articles))
    record = law.editions[0]
    articles = record.text.articles

    def written(text: str) -> str:
        return convert(text, "t2s") if locale.script is Script.HANS else text

    plain = [a for a in articles if len(a.id.article) == 1]
    places = [
        *(Example(f"{a.id.article[0]}(2)") for a in plain[::-1] if len(a.paragraphs) > 1),
        *(Example(written(f"{to_chinese(a.id.article[0])}條（二）")) for a in plain[::-1] if _many_items(a)),
    ]
    short = [e for e in places if "(" in e.query][:1] + [e for e in places if "（" in e.query][:1]
    if short:
        yield tuple(short)
    if len(plain) > 2:
        first, last = (to_chinese(plain[i].id.article[0]) for i in (len(plain) // 6, len(plain) // 6 + 2))
        yield (Example(written(f"第{first}條至第{last}條")),)
    if len(site.laws) > 1:
        name = (law.manifest.short or law.manifest.title).in_script(locale.script)
        yield (Example(f"{name}{written('第一條')}"),)
    for term in record.layers[TERMS].items[:1]:
        pair = record.texts.pair(term.span)
        yield (Example(f"「{pair.in_script(locale.script).text}」"),)
    yield from _sums(articles, locale, written("萬元"))


def _many_items(article: Article) -> bool:
    return sum(len(p.items) > 1 for p in article.paragraphs) == 1


def _sums(articles: tuple[Article, ...], locale: Locale, unit: str) -> Iterator[tuple[Example, ...]]:
    """50萬元, with how the law writes it."""
    for article in articles[::-1]:
        for paragraph in article.paragraphs:
            for found in _MYRIADS.finditer(paragraph.text):
                if number := parse_numeral(found[1]):
                    note = catalogue(locale)("search.page.same-amount", words=f"{found[1]}{unit}")
                    yield (Example(f"{number}{unit}", note),)
                    return


KIND = SitePageKind(name="search", template="search", order=10, view=search_view)
