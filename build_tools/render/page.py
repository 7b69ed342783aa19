"""One finished page, before it is put into the shell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLink:
    """A neighbour: its path from the site's root and its title."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """What the shell needs to show a page; ``body`` and ``nav`` are HTML with links relative to ``path``."""

    path: str
    """``zh-hant/{law}/{edition}/art-57/``: a folder; written as its index.html. ``404.html`` is a file."""
    kind: str
    """front, chapter, article, notice, explanation, general, opinions, provenance, annex, references, about…"""
    title: str
    """For the <title>: 第五十七條 - 網絡犯罪防治法(徵求意見稿)."""
    description: str
    heading: str
    """For the bar that stays on top on a phone: 第五十七條."""
    nav: str
    body: str
    previous: PageLink | None = None
    next: PageLink | None = None
    law: str = ""
    """Slug of the law, for the search box to begin with; "" on pages outside any law."""
    edition: str = ""
    has_alternate: bool = True
    """False for the root page, which belongs to no tree."""
