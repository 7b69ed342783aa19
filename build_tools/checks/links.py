"""Links lead somewhere, ids are unique, nothing is asked of another host, no code stands in a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from posixpath import normpath
from sys import intern
from typing import NamedTuple

from build_tools.checks.check import Check, CheckInputs
from build_tools.model.issue import Issue, file_error
from build_tools.pages.urls import NOT_FOUND

#: An attribute of a tag: behind its name the next angle bracket closes the tag. In the text of a page, where every
#: bracket is escaped and something may look like an attribute and be none, the next one opens a tag.
_ATTRIBUTE = re.compile(
    r'[ \n](id|href|src|srcset|action|poster|data|xlink:href|style|on[a-z]+)="([^"<>]*+)"(?=[^<>]*+>)'
)
_LOADING = ("src", "srcset", "action", "poster", "data", "xlink:href")
_LINKING = re.compile(r"<link\b[^>]*>")
_ADDRESS = re.compile(r'[ \n]href="([^"]*)"')
_NOT_LOADED = re.compile(r'[ \n]rel="(?:canonical|alternate|license)"')
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_INLINE = re.compile(r'<script(?![^>]*[ \n]src=)(?![^>]*[ \n]type="application/)[^>]*>|<style\b[^>]*>')
_REFUSED = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_MOST_KEPT = 300
_DEEPEST = 9
_STYLE_LOADS = re.compile(r"""(?:@import\s+|url\()\s*["']?\s*((?:[a-z]+:)?//[^"')\s]*)""")


class _Read(NamedTuple):
    """What a piece of a page says: ids, links upwards (``../…``), all other links and sources, findings."""

    ids: tuple[str, ...]
    upwards: tuple[str, ...]
    others: tuple[str, ...]
    faults: tuple[tuple[str, str], ...]


class LinkCheck(Check):
    """Looks at each page once; `finish` knows all pages and says which links are dead."""

    def __init__(self, inputs: CheckInputs) -> None:
        """Links that begin with a slash are counted from the site's path on its host."""
        super().__init__(inputs)
        self._ids: dict[str, tuple[str, ...]] = {}
        self._wanted: dict[str, str] = {}
        """``page#fragment`` -> the first page that links there."""
        self._lasting: dict[str, _Read] = {}
        self._followed: set[tuple[str, str]] = set()
        """Folder and lasting piece whose links upwards were taken note of: they lead to the same pages."""

    def page(self, path: str, own: str, lasting: Sequence[str] = ()) -> Iterator[Issue]:
        """Findings of one page, given by the path of its file: double ids, foreign requests, code in the page.

        ``own`` is what only this page has, ``lasting`` what it shares with many.
        """
        bases = _bases(path)
        mine = _read(own)
        for href in mine.upwards:
            self._wanted.setdefault(self._resolve(bases, href), path)
        ids, here, faults = [*mine.ids], [*mine.others], [*mine.faults]
        for html in lasting:
            read = self._lasting.get(html)
            if read is None:
                if len(self._lasting) > _MOST_KEPT:  # those of an edition come together: old ones are done
                    self._lasting.clear()
                    self._followed.clear()
                read = self._lasting[html] = _read(html)
            if (bases[1], html) not in self._followed:
                self._followed.add((bases[1], html))
                for href in read.upwards:
                    self._wanted.setdefault(self._resolve(bases, href), path)
            ids += read.ids
            here += read.others
            faults += read.faults
        for code, message in faults:
            yield file_error(code, path, message)
        unique = set(ids)
        if len(unique) != len(ids):
            for twice in sorted({i for i in unique if ids.count(i) > 1}):
                yield file_error("E522", path, f"id {twice!r} stands {ids.count(twice)} times")
        self._ids[path] = tuple(map(intern, ids))
        for href in here:
            if not href.startswith("#"):
                self._wanted.setdefault(self._resolve(bases, href), path)
            elif href != "#" and href[1:] not in unique:
                yield file_error("E521", path, f"no place {href!r} on this page")

    def style(self, path: str, css: str) -> Iterator[Issue]:
        """Findings of one style sheet."""
        for address in _STYLE_LOADS.findall(css):
            yield file_error("E524", path, f"loads {address!r}")

    def finish(self, files: Iterable[str]) -> Iterator[Issue]:
        """Dead links and fragments; ``files`` are the paths of all files of the site."""
        known = set(files)
        for target, page in self._wanted.items():
            path, _, fragment = target.partition("#")
            path = path.partition("?")[0]
            if not path or path.endswith("/"):
                path += "index.html"
            if path not in known:
                yield file_error("E520", page, f"links to {target}, which is not there")
            elif fragment and fragment not in self._ids.get(path, ()):
                yield file_error("E521", page, f"links to {target}, a place that is not there")

    def _resolve(self, bases: list[str], href: str) -> str:
        """From the site's root; ``../`` beyond it stays, and is found dead. ``bases[n]`` is n folders up."""
        up = 0
        while href.startswith("../", 3 * up):
            up += 1
        rest = href[3 * up :]
        if up >= len(bases) or rest.startswith((".", "/")) or "/." in rest:
            rooted = href.startswith("/")
            return href.removeprefix(self.inputs.root) if rooted else _resolve_slowly(bases[0], href)
        return bases[up] + rest


def _bases(path: str) -> list[str]:
    """The folder of a page and all above it; the site's root stands twice, so that there is always one above.

    404.html is shown at any depth, and asks for one script by every way up.
    """
    if path == NOT_FOUND:
        return [""] * _DEEPEST
    folders = path.split("/")[:-1]
    found = ["".join(f"{name}/" for name in folders[:n]) for n in range(len(folders), -1, -1)]
    return found if folders else ["", ""]


def _read(html: str) -> _Read:
    attributes: dict[str, dict[str, None]] = {}  # each value once, in the order of the page
    ids: list[str] = []
    for name, value in _ATTRIBUTE.findall(html):
        if name == "id":
            ids.append(value)
        else:
            attributes.setdefault(name, {})[value] = None
    upwards, others, faults = [], [], []
    outside = False
    for href in attributes.pop("href", ()):
        if href.startswith("../"):
            upwards.append(href)
        elif href.startswith("#"):
            others.append(href)
        elif not _FOREIGN.match(address := unescape(href).strip()):
            others.append(address)
        elif _REFUSED.match(address):
            faults.append(("E533", f"a link that runs code: {address[:40]!r}"))
        else:
            outside = True
    for name in _LOADING:
        for address in attributes.pop(name, ()):
            if _FOREIGN.match(address.strip()):
                faults.append(("E524", f"loads {address!r}"))
            elif name != "srcset":
                (upwards if address.startswith("../") else others).append(address)
    faults += [("E533", f"code in the page: {name}=") for name in attributes]
    faults += [("E533", f"code in the page: {code[:80]}") for code in _INLINE.findall(html)]
    if outside:
        faults += _foreign_links(html)
    return _Read(tuple(ids), tuple(upwards), tuple(others), tuple(faults))


def _foreign_links(html: str) -> Iterator[tuple[str, str]]:
    """A style sheet or icon from elsewhere; a link that a reader may follow is none."""
    for tag in _LINKING.findall(html):
        address = _ADDRESS.search(tag)
        if address and _FOREIGN.match(address[1]) and not _NOT_LOADED.search(tag):
            yield "E524", f"loads from another host: {tag[:80]}"


def _resolve_slowly(base: str, href: str) -> str:
    path, mark, fragment = href.partition("#")
    resolved = normpath(base + path)
    is_folder = path.endswith(("/", ".")) or not path
    return ("" if resolved == "." else resolved + "/" * is_folder) + mark + fragment
