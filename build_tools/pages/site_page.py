"""A page above the laws, of which each tree has one: the search, the quote verifier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict

from build_tools.model.locale import Locale
from build_tools.model.site import Site
from build_tools.pages.localized import Link
from build_tools.pages.messages import catalogue
from build_tools.pages.page import PageView


class SiteHead(TypedDict):
    """The first fields of the view of such a page."""

    path: str
    kind: str
    name: str
    title: str
    description: str
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class SitePageView(PageView):
    """What every page above the laws shows; ``links`` are the navigation beside it."""

    links: tuple[Link, ...]


def site_head(locale: Locale, name: str, links: tuple[Link, ...]) -> SiteHead:
    """For the page with this name below the tree; its words are ``{name}.title`` and ``{name}.description``."""
    words = catalogue(locale)
    title = words(f"{name}.title")
    return SiteHead(
        path=f"{locale.tag}/{name}/", kind=name, name=title, title=f"{title} - {words('site.title')}",
        description=words(f"{name}.description"), links=links,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class SitePageKind:
    """One kind of page above the laws. A module in ``pages/site_kinds`` that has a ``KIND`` is its registration."""

    name: str
    """Its folder below the tree (``zh-hant/search/``); no law may have it as slug. ``nav.{name}`` is its line in
    the navigation."""
    template: str
    """``overrides/law/{template}.html``, which gets the view as ``v``."""
    order: int
    """Among the pages above the laws, in navigation and sitemap."""
    view: Callable[[Site, Locale, tuple[Link, ...]], SitePageView]
    """The page in one tree; the links are the navigation beside it."""
