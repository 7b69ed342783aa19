"""No line break inside Chinese text: a browser shows it as a blank between two characters."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.issue import Issue, Severity

_EXCERPT = 200
_FIRST = "\u2e80"


def check_lines(path: str, html: str) -> Iterator[Issue]:
    """Findings of one page: places where a line ends and the next one begins with a Chinese character or mark.

    例: ``<p>任何個人⏎和組織</p>``.
    """
    before = ""
    for line in html.split("\n"):
        if before and before[-1] >= _FIRST:
            after = line.lstrip()
            if after and after[0] >= _FIRST:
                message = f"a line break stands between {before[-1]!r} and {after[0]!r}"
                yield Issue("E532", Severity.ERROR, path, 0, 0, message, "", f"{before}\n{line}"[-_EXCERPT:])
        before = line
