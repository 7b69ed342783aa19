"""Links lead somewhere, ids are unique, nothing is asked of another host, no code stands in a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from posixpath import normpath
from sys import intern

from build_tools.model.issue import Issue, Severity

#: An attribute of a tag: the next angle bracket behind it closes the tag. In the text of a page, where something may
#: look like an attribute and be none, the next one opens a tag.
_ATTRIBUTE = re.compile(
    r'[ \n](id|href|src|srcset|action|poster|data|xlink:href|style|on[a-z]+)="([^"]*)"(?=[^<>]*>)'
)
_LOADING = ("src", "srcset", "action", "poster", "data", "xlink:href")
_LINKING = re.compile(r"<link\b[^>]*>")
_ADDRESS = re.compile(r'[ \n]href="([^"]*)"')
_NOT_LOADED = re.compile(r'[ \n]rel="(?:canonical|alternate|license)"')
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_INLINE = re.compile(r'<script(?![^>]*[ \n]src=)(?![^>]*[ \n]type="application/)[^>]*>|<style\b[^>]*>')
_REFUSED = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_STYLE_LOADS = re.compile(r"""(?:@import\s+|url\()\s*["']?\s*((?:[a-z]+:)?//[^"')\s]*)""")


@dataclass(slots=True)
class LinkCheck:
    """Looks at each page once; `finish` knows all pages and says which links are dead."""

    root: str = "/"
    """Path of the site on its host, from which links that begin with a slash are counted."""
    _ids: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _wanted: dict[str, str] = field(default_factory=dict)
    """``page#fragment`` -> the first page that links there."""

    def page(self, path: str, html: str) -> Iterator[Issue]:
        """Findings of one page, given by the path of its file: double ids, foreign requests, code in the page."""
        attributes: dict[str, set[str]] = {}
        ids: list[str] = []
        for name, value in _ATTRIBUTE.findall(html):
            if name == "id":
                ids.append(value)
            elif name in attributes:
                attributes[name].add(value)
            else:
                attributes[name] = {value}
        unique = set(ids)
        if len(unique) != len(ids):
            for twice in sorted({i for i in unique if ids.count(i) > 1}):
                yield _issue("E522", path, f"id {twice!r} stands {ids.count(twice)} times")
        self._ids[path] = tuple(map(intern, ids))
        folders = path.split("/")[:-1]
        bases = ["".join(f"{name}/" for name in folders[:n]) for n in range(len(folders), -1, -1)]
        outside = False
        for href in attributes.pop("href", ()):
            if href.startswith("../"):
                self._wanted.setdefault(self._resolve(bases, href), path)
            elif href.startswith("#"):
                if href != "#" and href[1:] not in unique:
                    yield _issue("E521", path, f"no place {href!r} on this page")
            else:
                address = unescape(href).strip()
                if not _FOREIGN.match(address):
                    self._wanted.setdefault(self._resolve(bases, address), path)
                elif _REFUSED.match(address):
                    yield _issue("E533", path, f"a link that runs code: {address[:40]!r}")
                else:
                    outside = True
        for name in _LOADING:
            for address in attributes.pop(name, ()):
                if _FOREIGN.match(address.strip()):
                    yield _issue("E524", path, f"loads {address!r}")
                elif name != "srcset":
                    self._wanted.setdefault(self._resolve(bases, address), path)
        for name in attributes:
            yield _issue("E533", path, f"code in the page: {name}=")
        for code in _INLINE.findall(html):
            yield _issue("E533", path, f"code in the page: {code[:80]}")
        if outside:
            yield from _foreign_links(path, html)

    def style(self, path: str, css: str) -> Iterator[Issue]:
        """Findings of one style sheet."""
        for address in _STYLE_LOADS.findall(css):
            yield _issue("E524", path, f"loads {address!r}")

    def finish(self, files: Iterable[str]) -> Iterator[Issue]:
        """Dead links and fragments; ``files`` are the paths of all files of the site."""
        known = set(files)
        for target, page in self._wanted.items():
            path, _, fragment = target.partition("#")
            path = path.partition("?")[0]
            if not path or path.endswith("/"):
                path += "index.html"
            if path not in known:
                yield _issue("E520", page, f"links to {target}, which is not there")
            elif fragment and fragment not in self._ids.get(path, ()):
                yield Issue(
                    "E521", Severity.ERROR, page, 0, 0, f"links to {target}, a place that is not there"
                )

    def _resolve(self, bases: list[str], href: str) -> str:
        """From the site's root; ``../`` beyond it stays, and is found dead. ``bases[n]`` is n folders up."""
        up = 0
        while href.startswith("../", 3 * up):
            up += 1
        rest = href[3 * up :]
        if up >= len(bases) or rest.startswith((".", "/")) or "/." in rest:
            return href.removeprefix(self.root) if href.startswith("/") else _resolve_slowly(bases[0], href)
        return bases[up] + rest


def _resolve_slowly(base: str, href: str) -> str:
    path, mark, fragment = href.partition("#")
    resolved = normpath(base + path)
    is_folder = path.endswith(("/", ".")) or not path
    return ("" if resolved == "." else resolved + "/" * is_folder) + mark + fragment


def _foreign_links(path: str, html: str) -> Iterator[Issue]:
    """A style sheet or icon from elsewhere; a link that a reader may follow is none."""
    for tag in _LINKING.findall(html):
        address = _ADDRESS.search(tag)
        if address and _FOREIGN.match(address[1]) and not _NOT_LOADED.search(tag):
            yield _issue("E524", path, f"loads from another host: {tag[:80]}")


def _issue(code: str, path: str, message: str) -> Issue:
    return Issue(code, Severity.ERROR, path, 0, 0, message)
