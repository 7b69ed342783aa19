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
_ATTRIBUTE = re.compile(r'[ \n](id|href|src|style|on[a-z]+)="([^"]*)"(?=[^<>]*>)')
_LOADING = (
    "link",
    "object",
    "embed",
    "iframe",
    "form",
    "base",
    "video",
    "audio",
    "source",
    "track",
    "image",
    "use",
)
_LOADED = re.compile(r'[ \n](?:href|data|action|poster|xlink:href|srcset)="(?:[a-z]+:)?//[^"]*"')
_NOT_LOADED = re.compile(r'[ \n]rel="(?:canonical|alternate|license)"')
_INLINE = re.compile(r'<script(?![^>]*[ \n]src=)(?![^>]*[ \n]type="application/)[^>]*>|<style\b[^>]*>')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
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
        attributes: dict[str, list[str]] = {"id": [], "href": [], "src": []}
        for name, value in _ATTRIBUTE.findall(html):
            attributes.setdefault(name, []).append(value)
        ids = attributes.pop("id")
        unique = set(ids)
        if len(unique) != len(ids):
            for twice in sorted({i for i in unique if ids.count(i) > 1}):
                yield _issue("E522", path, f"id {twice!r} stands {ids.count(twice)} times")
        self._ids[path] = tuple(map(intern, ids))
        folders = path.split("/")[:-1]
        for href in set(attributes.pop("href")):
            if href.startswith("#"):
                if href != "#" and href[1:] not in unique:
                    yield _issue("E521", path, f"no place {href!r} on this page")
                continue
            address = unescape(href).strip() if "&" in href or href.strip() != href else href
            if not _SCHEME.match(address):
                self._wanted.setdefault(self._resolve(folders, address), path)
            elif _REFUSED.match(address):
                yield _issue("E533", path, f"a link that runs code: {address[:40]!r}")
        for src in set(attributes.pop("src")):
            if _SCHEME.match(src):
                yield _issue("E524", path, f"loads {src!r}")
            else:
                self._wanted.setdefault(self._resolve(folders, src), path)
        for name in attributes:
            yield _issue("E533", path, f"code in the page: {name}=")
        yield from _code_and_requests(path, html)

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

    def _resolve(self, folders: list[str], href: str) -> str:
        """From the site's root; ``../`` beyond it stays, and is found dead."""
        if href.startswith("/"):
            return href.removeprefix(self.root)
        up = 0
        while href.startswith("../", 3 * up):
            up += 1
        rest = href[3 * up :]
        if up > len(folders) or rest.startswith(".") or "/." in rest:
            return _resolve_slowly(folders, href)
        return "/".join([*folders[: len(folders) - up], rest])


def _resolve_slowly(folders: list[str], href: str) -> str:
    path, mark, fragment = href.partition("#")
    resolved = normpath("/".join([*folders, path]))
    is_folder = path.endswith(("/", ".")) or not path
    return ("" if resolved == "." else resolved + "/" * is_folder) + mark + fragment


def _code_and_requests(path: str, html: str) -> Iterator[Issue]:
    for name in _LOADING:
        at = html.find(f"<{name}")
        while at >= 0:
            end = html.find(">", at)
            tag = html[at : end + 1]
            if _LOADED.search(tag) and not _NOT_LOADED.search(tag):
                yield _issue("E524", path, f"loads from another host: {tag[:80]}")
            at = html.find(f"<{name}", end)
    for code in _INLINE.findall(html):
        yield _issue("E533", path, f"code in the page: {code[:80]}")


def _issue(code: str, path: str, message: str) -> Issue:
    return Issue(code, Severity.ERROR, path, 0, 0, message)
