"""Codes 500-599: building, checking and publishing the site."""

from __future__ import annotations

from build_tools.model.codes.entry import Code

CODES: tuple[Code, ...] = ()
