"""All codes of findings: one TOML file a stage, one table a code, each documented in docs/errors.md."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Code:
    """``code`` such as E012 (error), W031 (warning) or N004 (note); ``meaning`` and ``remedy`` fill docs/errors.md.

    ``exit_status`` is what the command line ends with if this is an error: 1 for content, 2 for configuration,
    3 for a file that cannot be read or written.
    """

    code: str
    stage: str
    """Name of its file: ``source``, ``manifest``, ``law``, ``feedback``, ``reference``, ``site``."""
    name: str
    """kebab-case, ``duplicate-article``."""
    meaning: str
    remedy: str
    exit_status: int = 1


@cache
def codes() -> dict[str, Code]:
    """Every code by itself, in the order of the stages' numbers. 例: ``codes()["E201"].name``."""
    found = {
        code: Code(code, path.stem, **entry)
        for path in Path(__file__).parent.glob("*.toml")
        for code, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }
    return dict(sorted(found.items(), key=lambda row: row[0][1:]))
