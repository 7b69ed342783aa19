"""Elements of a built page that say where their text comes from, found without a parser.

The pages are our own: attributes in double quotes, ``>`` never inside one, end tags never left out. What does not
have this form is not found, and then the text it holds is missed by `build_tools.checks.texts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

#: Where a place may be given.
HOLDS_TEXT = re.compile(r' data-(?:src|from)="')
_PLACE = re.compile(r'[ \n]data-(src|from)="([^":]*):(\d+)-(\d+)"')
_ADDED = re.compile(r"<([a-z0-9]+)\b[^>]*[ \n]data-added\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_NAME = re.compile(r"<([a-z0-9]+)")
_LANG = re.compile(r'[ \n]lang="([^"]*)"')
_RULE = re.compile(r'[ \n]data-derived="([^"]*)"')


class Element(NamedTuple):
    """``rule`` is "" for a home element and the converter's rule for a derived one; ``text`` is as a reader sees it."""

    source: str
    start: int
    end: int
    rule: str
    lang: str
    text: str
    at: int
    """Where its tag begins in the page."""


class Malformed(NamedTuple):
    """Something that claims a place but is no element: where it stands in the page."""

    at: int


def elements(html: str) -> Iterator[Element | Malformed]:
    """All home and derived elements of a page in order of their tags.

    例: ``<p lang="zh-Hant" data-src="a/b:3-6">甲<sup data-added>1</sup>乙丙</p>`` gives 甲乙丙 at 3 to 6.
    """
    for place in _PLACE.finditer(html):
        begin = html.rfind("<", 0, place.start())
        if html.find(">", begin, place.start()) >= 0:
            continue  # stands in the text, not in a tag
        name = _NAME.match(html, begin)
        head_end = html.find(">", place.end())
        stop = html.find("<", place.end()) if head_end < 0 else head_end
        inner_end = _end(html, name[1], head_end + 1) if name and stop == head_end else -1
        if inner_end < 0:
            yield Malformed(place.start())
            continue
        head = html[begin:head_end]
        lang = _LANG.search(head)
        rule = _RULE.search(head) if place[1] == "from" else None
        if rule is None and (place[1] == "from" or "data-derived" in head):
            yield Malformed(place.start())
            continue
        inner = html[head_end + 1 : inner_end]
        yield Element(
            place[2], int(place[3]), int(place[4]), rule[1] if rule else "", lang[1] if lang else "",
            visible_text(inner), begin,
        )  # fmt: skip


def visible_text(inner: str) -> str:
    """The text of HTML without what carries ``data-added``: tags cut out, entities read."""
    if "<" in inner:
        while added := _ADDED.search(inner):
            end = _end(inner, added[1], added.end())
            if end < 0:
                return inner  # not well formed: differs from any source
            inner = inner[: added.start()] + inner[end + len(added[1]) + 3 :]
        inner = _TAG.sub("", inner)
    return unescape(inner) if "&" in inner else inner


def _end(html: str, name: str, start: int) -> int:
    """Where the end tag of the element begins whose content starts at ``start``; -1 if there is none."""
    close = f"</{name}>"
    end = html.find(close, start)
    if end < 0 or html.find(f"<{name}", start, end) < 0:
        return end
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b[^>]*>").finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return -1
