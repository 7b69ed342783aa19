"""One code of a finding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """``code`` such as E012 (error), W031 (warning) or N004 (note); ``meaning`` and ``remedy`` fill docs/errors.md.

    ``exit_status`` is what the command line ends with if this is an error: 1 for content, 2 for configuration,
    3 for a file that cannot be read or written.
    """

    code: str
    name: str
    """kebab-case, ``duplicate-article``."""
    meaning: str
    remedy: str
    exit_status: int = 1
