"""One finished page, before it is put into the shell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from build_tools.pages.localized import Link


class Piece(NamedTuple):
    """A stretch of a page that begins and ends between tags.

    ``lasting`` says that it is the same on many pages (the shell itself, the navigation of a chapter): whatever is
    done to it need be done once.
    """

    html: str
    lasting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the shell needs to show a page; ``body`` and ``nav`` are HTML with links relative to ``path``."""

    path: str
    """``zh-hant/{law}/{edition}/art-57/``: a folder; written as its index.html. ``404.html`` is a file."""
    kind: str
    """front, chapter, article, notice, explanation, general, opinions, provenance, annex, references, about…"""
    title: str
    """For the <title>: 第五十七條 - 網絡犯罪防治法(徵求意見稿)."""
    description: str = ""
    heading: str = ""
    """For the bar that stays on top on a phone: 第五十七條."""
    nav: tuple[Piece, ...] = ()
    body: str
    previous: Link | None = None
    next: Link | None = None
    law: str = ""
    """Slug of the law, for the search box to begin with; "" on pages outside any law."""
    edition: str = ""
