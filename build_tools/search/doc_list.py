"""What can be found in one edition, and where, in a few hundred characters: most of it follows from what stands before.

A capital letter tells of a document, small letters of its lines, one each; names that do not follow are a list of their
own. overrides/assets/javascripts/search/shard.js reads it:

    K  kind, heading and script: two characters say which   h  the page itself               p  the next 款
    W  the heading above it is the next of the names        l  it, and the line is 第一條     i  the next 項
    V  its number, and one                                  e  the same as the line before   s  the next 目
    X  the page is the next of the names                    n  its number, and one
    N  its number, and one                                  f  the first of the page: notice-1
    M  N and then l                                         x  the next of the names
    S  the same page as before                              t  the page itself, and the line is the title of the law
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.grammar.numerals import to_chinese
from build_tools.model.locale import Localized
from build_tools.pages.found import Document, FoundLine
from build_tools.pages.registry import search_kinds

_LINES = "hpisen"
_NUMBER = re.compile(r"(.*?)(\d+)")
_PARAGRAPH = re.compile(r"p(\d+)")
_ITEM = re.compile(r"(p\d+)(?:-i(\d+))?")
_SUBITEM = re.compile(r"(p\d+-i\d+)(?:-s(\d+))?")
_ARTICLE = re.compile(r"art-([1-9]\d{0,3})(?:-z([1-9]\d?))?")


def doc_list(found: Iterable[Document], title: Localized) -> tuple[str, str, list[str]]:
    """Marks and names of these documents, and the text of the lines that the marks do not tell.

    第一條 with two 款, then 第二條 with one, are ``Ka1MppMp``: a is the first kind of the site, and 1 says that the
    first line is a heading (plus 2: in Simplified). ``title`` is that of the law in the list of laws.
    """
    writer = _Writer(title)
    for document in found:
        writer.add(document)
    return "".join(writer.marks).replace("Nl", "M"), " ".join(writer.names), writer.texts


def kind_names() -> tuple[str, ...]:
    """The kinds of documents, in the order of the letters that stand for them."""
    return tuple(search_kinds())


def label_of(page: str, *, hans: bool) -> str:
    """How an article is usually headed: 第一百二十條之一 for ``art-120-z1``; "" for other pages."""
    found = _ARTICLE.fullmatch(page)
    if not found:
        return ""
    insert = f"之{to_chinese(int(found[2]))}" if found[2] else ""
    return f"第{to_chinese(int(found[1]))}{'条' if hans else '條'}{insert}"


def is_labelled(document: Document) -> bool:
    """Does its first line say no more than the number of the article does?"""
    line = document.lines[0]
    return not line.at and line.texts.written == label_of(document.page, hans=line.texts.hans)


def step(mark: str, before: str) -> str | None:
    """What follows by this mark; None if nothing does.

    >>> step("i", "p2"), step("i", "p2-i3-s1"), step("n", "notice-9"), step("n", ""), step("p", "")
    ('p2-i1', 'p2-i4', 'notice-10', 'art-1', 'p1')
    """
    if mark == "h":
        return ""
    if mark == "e":
        return before
    if mark == "n":
        found = _NUMBER.fullmatch(before)
        return f"{found[1]}{int(found[2]) + 1}" if found else None if before else "art-1"
    if mark == "p":
        found = _PARAGRAPH.match(before)
        return f"p{int(found[1]) + 1 if found else 1}"
    found = (_ITEM if mark == "i" else _SUBITEM).match(before)
    return f"{found[1]}-{mark}{int(found[2] or 0) + 1}" if found else None


class _Writer:
    """What has been told so far, and what the next document is compared with."""

    def __init__(self, title: Localized) -> None:
        self._title = title
        self.marks: list[str] = []
        self.names: list[str] = []
        self.texts: list[str] = []
        self._kinds = {kind: chr(ord("a") + number) for number, kind in enumerate(kind_names())}
        self._kind = self._within = self._page = self._line = ""

    def add(self, document: Document) -> None:
        hans = document.lines[0].texts.hans
        kind = f"K{self._kinds[document.kind]}{document.head + 2 * hans}"
        if kind != self._kind:
            self._kind = kind
            self.marks.append(kind)
        if document.within != self._within:
            self._name("V" if step("n", self._within) == document.within else "W", document.within)
            self._within = document.within
        next_page = "N" if step("n", self._page) == document.page else "X"
        self._name("S" if document.page == self._page else next_page, document.page)
        self._page = document.page
        first = document.lines[0]
        titled = not first.at and first.texts.written == self._title[hans]
        known = "l" if is_labelled(document) else "t" * titled
        if known:
            self._line = ""
            self.marks.append(known)
        for line in document.lines[len(known) :]:
            self._add_line(line)

    def _add_line(self, line: FoundLine) -> None:
        other = "f" if line.at == f"{self._page}-1" else "x"
        self._name(next((m for m in _LINES if step(m, self._line) == line.at), other), line.at)
        self._line = line.at
        self.texts.append(line.texts.written)

    def _name(self, mark: str, name: str) -> None:
        self.marks.append(mark)
        self.names += [name] * (mark in "WXx")
