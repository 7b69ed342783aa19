"""Regular expressions that are lists of words more than anything else: they stand in TOML files beside the code."""

from __future__ import annotations

import re
import tomllib
from collections import deque
from pathlib import Path

_PART = re.compile(r"\{([a-z_]+)\}")


def pattern_texts(path: Path, **parts: str) -> dict[str, str]:
    """The entries of a file as texts of regular expressions, with ``parts`` and other entries put in, in its order."""
    found = dict(parts)
    for name, written in tomllib.loads(path.read_text(encoding="utf-8")).items():
        whole = written if isinstance(written, str) else f"(?:{'|'.join(written)})"
        found[name] = _PART.sub(lambda part: found[part[1]], whole)
    return {name: pattern for name, pattern in found.items() if name not in parts}


def read_patterns(path: Path, flags: re.RegexFlag = re.NOFLAG, **parts: str) -> dict[str, re.Pattern[str]]:
    """The patterns of a file in its order; a list holds alternatives, and ``{name}`` is an entry above or one of ``parts``.

    例: ``year = '[0-9]{4}年'`` and ``date = '{year}[0-9]{1,2}月'``. Raises KeyError for a name that is not given.
    """
    return {name: re.compile(pattern, flags) for name, pattern in pattern_texts(path, **parts).items()}


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match that lies in ``text[start:end]``; None if there is none."""
    return next(iter(deque(pattern.finditer(text, start, end), maxlen=1)), None)
