"""The exports of every build: each is registered here and nowhere else. The bundle holds what they and the pages are."""

from __future__ import annotations

from build_tools.export.ledger import ledger_files
from build_tools.export.penalty_files import penalty_files
from build_tools.export.preview_text import preview_files
from build_tools.export.search_interface import interface_files
from build_tools.export.sitemap import sitemap_files
from build_tools.model.export import Export
from build_tools.search.files import search_files

EXPORTS: tuple[Export, ...] = (
    Export("previews", preview_files, before_pages=True),
    Export("search interface", interface_files, before_pages=True),
    Export("ledger", ledger_files),
    Export("penalties", penalty_files),
    Export("search", search_files),
    Export("sitemap", sitemap_files),
)
