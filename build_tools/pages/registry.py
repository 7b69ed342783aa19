"""The kinds of pages there are: the folder ``kinds`` is the list, each module in it one kind."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from build_tools.model.site import EditionRecord, LawRecord
from build_tools.pages import kinds, site_kinds
from build_tools.pages.found import Document
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.page import Entry, PageKind
from build_tools.pages.site_page import SitePageKind


@cache
def page_kinds() -> tuple[PageKind, ...]:
    """The kinds of pages of an edition, in order."""
    modules = (import_module(f"{kinds.__name__}.{m.name}") for m in pkgutil.iter_modules(kinds.__path__))
    found: Iterator[PageKind] = (module.KIND for module in modules if hasattr(module, "KIND"))
    return tuple(sorted(found, key=lambda kind: kind.order))


@cache
def site_page_kinds() -> tuple[SitePageKind, ...]:
    """The kinds of pages above the laws, in order: the folder ``site_kinds`` is their list."""
    names = (f"{site_kinds.__name__}.{m.name}" for m in pkgutil.iter_modules(site_kinds.__path__))
    found: Iterator[SitePageKind] = (import_module(name).KIND for name in names)
    return tuple(sorted(found, key=lambda kind: kind.order))


def entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """How every page of an edition that has a line of its own is reached, in the order of the navigation."""
    for kind in page_kinds():
        yield from kind.entries(tree)


def documents(law: LawRecord, record: EditionRecord) -> Iterator[Document]:
    """Everything of an edition that the search finds: a word is found once, where it stands."""
    for kind in page_kinds():
        yield from (document for document in kind.documents(law, record) if document.lines)


def search_kinds() -> dict[str, str]:
    """Every kind of thing that a search finds, with the key of the words for it."""
    return dict(row for kind in page_kinds() for row in kind.search_kinds)
