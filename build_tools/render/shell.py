"""The host's page as a form: rendered once per interface language and depth, filled once per page.

All pages at one directory depth share their relative addresses of styles and scripts, so the host need not
render each of them. This module knows no host: it gets finished HTML with slots in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from build_tools.model.locale import LOCALES, Locale, in_tree, locale_of
from build_tools.pages.messages import catalogue
from build_tools.pages.urls import relative
from build_tools.render.page import Page, Piece

#: Every slot of the shell and how often it must be found.
SLOTS: Mapping[str, int] = dict.fromkeys(
    ("attributes", "description", "links", "styles", "title", "law", "heading", "nav", "body", "provenance"),
    1,
)
#: Slots of the links to the same page in another tree: ``switch-zh-hans``.
_SWITCH = "switch-"
_SLOT = re.compile(r"\[\[slot:([a-z-]+)\]\]")
#: A slot with the tag that it stands in, so that a piece of the page never begins within a tag.
_SLOT_IN_TAG = re.compile(r"(<[^<>]*)\[\[slot:([a-z-]+)\]\]([^<>]*>)|\[\[slot:([a-z-]+)\]\]")
_HTML_TAG = re.compile(r'<html lang="[^"]*" class="no-js">')
_RELATIVE = re.compile(r'([ \n](?:href|src)=")(?:\./)?(?![/#]|[a-z]+:)')
#: A style sheet that only pages of some kinds need.
_KIND_STYLE = re.compile(r'(<link rel="stylesheet" href="[^"]*") data-kinds="([a-z -]+)">\n?')
_INDENT = re.compile(r"\n\s*")


class SlotError(ValueError):
    """The shell does not have the form that it must have; says what was looked for and how often it was found."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The law and edition a page belongs to, as header and footer name them: paths from the site's root."""

    title: str
    front: str
    provenance: str
    previews: str = ""
    """The file with the texts of its previews; "" if it has none."""


@dataclass(frozen=True, slots=True)
class Shell:
    """``parts`` and ``slots`` alternate, beginning and ending with a part; a slot has its name between what surrounds it."""

    locale: Locale
    parts: tuple[Piece, ...]
    slots: tuple[tuple[str, str, str], ...]
    base: str
    """From a page of this depth to the site's root: ``../../``, or ``/`` where pages are shown at any depth."""
    site_url: str
    """Where the site will stand, ending in a slash; "" if that is not known."""
    styles: tuple[tuple[str, str], ...] = ()
    """A kind of page, and the link of a style sheet that only pages of some kinds need."""
    search_words: str = ""
    """The file with what the search says in this tree, from the site's root."""

    @classmethod
    def of_html(
        cls, html: str, locale: Locale, base: str, site_url: str = "", leftovers: Sequence[str] = ()
    ) -> Shell:
        """Split the host's page at its slots.

        ``leftovers`` are patterns of what the host's page carries for scripts that are not loaded; each must be
        found exactly once and is cut out. Raises SlotError if one is not, or if a slot is missing or repeated.
        """
        for pattern in leftovers:
            html, found = re.subn(pattern, "", html, flags=re.DOTALL)
            if found != 1:
                raise SlotError(f"the host's page holds {pattern!r} {found} times, once expected")
        html, found = _HTML_TAG.subn(
            f'<html lang="{locale.lang}" class="no-js" data-base="{base}"{slot("attributes")}>', html
        )
        if found != 1:
            raise SlotError(f"the host's page holds <html> {found} times, once expected")
        html = _INDENT.sub("\n", html.strip())
        styles = tuple((kind, f"{m[1]}>") for m in _KIND_STYLE.finditer(html) for kind in m[2].split())
        html = _KIND_STYLE.sub("", html)
        names = _SLOT.findall(html)
        expected = {**SLOTS, **{f"{_SWITCH}{other.tag}": 1 for other in LOCALES if other is not locale}}
        for name in sorted(expected.keys() | set(names)):
            if names.count(name) != expected.get(name, 0):
                wanted = expected.get(name, 0)
                raise SlotError(f"slot {name!r} found {names.count(name)} times, {wanted} expected")
        found_slots = list(_SLOT_IN_TAG.finditer(html))
        ends = [0, *(f.end() for f in found_slots)]
        starts = [*(f.start() for f in found_slots), len(html)]
        parts = tuple(Piece(html[a:b], True) for a, b in zip(ends, starts, strict=True))
        slots = tuple((f[1] or "", f[2] or f[4], f[3] or "") for f in found_slots)
        return cls(locale, parts, slots, base, site_url, styles)

    def fill(self, page: Page, around: Surroundings | None = None) -> str:
        """The finished page; ``around`` is None outside any law."""
        return "".join(piece.html for piece in self.pieces(page, around))

    def pieces(self, page: Page, around: Surroundings | None = None) -> list[Piece]:
        """The finished page in pieces, which joined are the page."""
        path = page.path if page.path.endswith("/") else ""
        values = {
            "attributes": _attributes(page, around, self),
            "description": escape(page.description),
            "links": self._links(page, path, around.front if around and page.kind == "front" else ""),
            "styles": "\n".join(link for kind, link in self.styles if kind == page.kind),
            "title": escape(page.title, quote=False),
            "law": self._law(around, path),
            "heading": escape(page.heading, quote=False),
            "body": self._rooted(page.body),
            "provenance": self._provenance(around, path),
        }
        for other in LOCALES:
            target = in_tree(path, other) if locale_of(page.path) else f"{other.tag}/"
            values[f"{_SWITCH}{other.tag}"] = self._to(target, path)
        out = [self.parts[0]]
        for (before, name, after), part in zip(self.slots, self.parts[1:], strict=True):
            if name == "nav":
                out += page.nav
            else:
                out.append(Piece(f"{before}{values[name]}{after}" if before else values[name], False))
            out.append(part)
        return out

    def _to(self, target: str, path: str) -> str:
        return self.base + target if self.base.startswith("/") else relative(target, path)

    def _rooted(self, html: str) -> str:
        """Links of a page that is shown at any depth begin at the site's root, as those of its shell do."""
        return _RELATIVE.sub(rf"\1{self.base}", html) if self.base.startswith("/") else html

    def _links(self, page: Page, path: str, front: str) -> str:
        """``front`` is the address of a front page in its edition, as the newest is shown at the law's address too."""
        out = []
        if self.site_url and not self.base.startswith("/"):
            out.append(f'<link rel="canonical" href="{escape(self.site_url + (front or path))}">')
        for name, neighbour in (("prev", page.previous), ("next", page.next)):
            if neighbour:
                out.append(f'<link rel="{name}" href="{neighbour.href}">')
        if locale_of(page.path):
            for locale in (self.locale, *(other for other in LOCALES if other is not self.locale)):
                target = in_tree(path, locale)
                address = escape(self.site_url + target) if self.site_url else relative(target, path)
                out.append(f'<link rel="alternate" hreflang="{locale.lang}" href="{address}">')
        return "\n".join(out)

    def _law(self, around: Surroundings | None, path: str) -> str:
        if around is None:
            return f'<span class="site-law">{catalogue(self.locale)("shell.site-title")}</span>'
        return f'<a class="site-law" href="{self._to(around.front, path)}">{escape(around.title, quote=False)}</a>'

    def _provenance(self, around: Surroundings | None, path: str) -> str:
        if around is None:
            return ""
        words = catalogue(self.locale)("shell.provenance")
        return f'<a href="{self._to(around.provenance, path)}">{words}</a>'


def slot(name: str) -> str:
    """The mark that a template puts where a slot is; KeyError for a slot that is not known.

    >>> slot("title")
    '[[slot:title]]'
    """
    if name not in SLOTS and not name.startswith(_SWITCH):
        raise KeyError(name)
    return f"[[slot:{name}]]"


def _attributes(page: Page, around: Surroundings | None, shell: Shell) -> str:
    locale = shell.locale
    out = f' data-kind="{page.kind}" data-tree="{locale.tag}" data-first="{locale.script.value}"'
    if shell.search_words:
        out += f' data-search-words="{shell.search_words}"'
    if page.law:
        out += f' data-law="{page.law}"'
    if page.edition:
        out += f' data-edition="{page.edition}"'
    if around and around.previews:
        out += f' data-previews="{around.previews}"'
    return out
