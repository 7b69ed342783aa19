"""The exports of every build: each is registered here and nowhere else. The bundle holds what they and the pages are.

``EXPORTS`` are made from the whole site, ``BESIDE_PAGES`` from one edition in one tree, right after its pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from build_tools.export.ledger import ledger_files
from build_tools.export.penalty_files import penalty_files
from build_tools.export.preview_text import preview_files
from build_tools.export.search_interface import interface_files
from build_tools.export.sitemap import sitemap_files
from build_tools.model.export import Export, ExportedFile
from build_tools.pages.localized import LocalizedEdition
from build_tools.search.files import search_files

EXPORTS: tuple[Export, ...] = (
    Export("previews", preview_files, before_pages=True),
    Export("search interface", interface_files, before_pages=True),
    Export("ledger", ledger_files),
    Export("search", search_files),
    Export("sitemap", sitemap_files),
)

BESIDE_PAGES: tuple[Callable[[LocalizedEdition, str], Iterable[ExportedFile]], ...] = (penalty_files,)


def files_beside_pages(tree: LocalizedEdition, site_url: str) -> Iterator[ExportedFile]:
    """The files that lie beside the pages of an edition in one tree; ``site_url`` goes before addresses in them."""
    for files in BESIDE_PAGES:
        yield from files(tree, site_url)
