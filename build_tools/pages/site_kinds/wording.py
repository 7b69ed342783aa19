"""The table of wordings: what readers call a thing, what laws call it, and why the search takes one for the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.grammar.wording import WordingRow, fold_word, read_wording
from build_tools.model.locale import Locale
from build_tools.model.site import Site
from build_tools.model.variant import Script
from build_tools.pages.localized import Link
from build_tools.pages.messages import catalogue
from build_tools.pages.site_page import SitePageKind, SitePageView, site_head
from build_tools.text.script import convert

#: Whose words are shown as they are written there, in Traditional in both trees.
_IN_HANT = ("tw", "hk")
_ORDER = ("tw", "hk", "cn-everyday", "short", "latin")


@dataclass(frozen=True, slots=True)
class Wording:
    """One row, in the script of the tree."""

    id: str
    word: str
    lang: str
    law: tuple[str, ...]
    only_proposed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Readers:
    """The rows of one kind of readers."""

    key: str
    name: str
    rows: tuple[Wording, ...]


@dataclass(frozen=True, kw_only=True)
class WordingView(SitePageView):
    """The whole table."""

    groups: tuple[Readers, ...]
    count: int
    lang: str


def wording_view(site: Site, locale: Locale, links: tuple[Link, ...]) -> WordingView:  # noqa: ARG001 - the table is that of every site
    """The page in one tree."""
    words = catalogue(locale)
    rows = read_wording()
    groups = (
        Readers(of, words(f"wording.of.{of}"), tuple(_shown([r for r in rows if r.of == of], locale)))
        for of in _ORDER
    )
    return WordingView(
        **site_head(locale, "wording", links),
        groups=tuple(group for group in groups if group.rows),
        count=len(rows),
        lang=locale.lang,
    )


def _shown(rows: list[WordingRow], locale: Locale) -> Iterator[Wording]:
    is_hans = locale.script is Script.HANS
    for row in rows:
        as_written = row.of in _IN_HANT
        word = row.word if as_written or is_hans else convert(row.word, "s2t")
        yield Wording(
            id="w-" + "-".join(fold_word(row.word).split()),
            word=word,
            lang=Script.HANT.lang if as_written else locale.lang,
            law=row.law if is_hans else tuple(convert(one, "s2t") for one in row.law),
            only_proposed=row.stretch,
            reason=convert(row.reason, "t2s") if is_hans else row.reason,
        )


KIND = SitePageKind(name="wording", template="wording", order=30, view=wording_view)
