"""One code of a finding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """``code`` such as E012 (error), W031 (warning) or N004 (note); ``meaning`` and ``remedy`` fill docs/errors.md."""

    code: str
    name: str
    """kebab-case, ``duplicate-article``."""
    meaning: str
    remedy: str
