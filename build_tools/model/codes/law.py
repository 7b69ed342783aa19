"""Codes 200-299: the text of a law."""

from __future__ import annotations

from build_tools.model.codes.entry import Code

CODES: tuple[Code, ...] = ()
