"""Codes 001-099: bytes and characters of a source file."""

from __future__ import annotations

from build_tools.model.codes.entry import Code

CODES: tuple[Code, ...] = ()
