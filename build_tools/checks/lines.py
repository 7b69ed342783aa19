"""No line break inside Chinese text: a browser shows it as a blank between two characters."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.check import Check
from build_tools.model.issue import Issue, file_error

_EXCERPT = 200
_FIRST = "\u2e80"


class LineCheck(Check):
    """Findings E532: places where a line ends and the next one begins with a Chinese character or mark."""

    def piece(self, path: str, html: str) -> Iterator[Issue]:
        """Findings of one stretch of a page. 例: ``<p>任何個人⏎和組織</p>``."""
        before = ""
        for line in html.split("\n"):
            if before and before[-1] >= _FIRST:
                after = line.lstrip()
                if after and after[0] >= _FIRST:
                    message = f"a line break stands between {before[-1]!r} and {after[0]!r}"
                    yield file_error("E532", path, message, excerpt=f"{before}\n{line}"[-_EXCERPT:])
            before = line
