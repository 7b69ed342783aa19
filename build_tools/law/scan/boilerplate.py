"""Lines that a web page puts around a text: breadcrumbs, counters, editors, buttons, notices of the platform."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.law.scan import shapes
from build_tools.law.scan.lines import Line
from build_tools.text.patterns import read_patterns

_LONGEST = 400
_WEAK_LONGEST = 40
_WEAK_RUN = 6
_ARTICLE = re.compile(rf"第[{NUMERAL_CLASS} ]{{1,12}}条")

_REASONS = read_patterns(Path(__file__).with_suffix(".toml"), re.IGNORECASE, numeral=NUMERAL_CLASS)
_STRONG = ("statement of the platform", "publisher of the site", "sharing", "picture")
_ANY = re.compile("|".join(pattern.pattern for pattern in _REASONS.values()), re.IGNORECASE)


def site_line(line: Line) -> str | None:
    """Why a line seems to belong to a web page and not to the text; None if it does not.

    Never for a line that names an article (第…条).
    """
    if len(line.text) > _LONGEST:
        return None
    compact = line.compact
    if not _ANY.match(compact) or names_article(line):
        return None
    return next(reason for reason, pattern in _REASONS.items() if pattern.match(compact))


def names_article(line: Line) -> bool:
    """True if 第…条 stands anywhere in the line's beginning."""
    return bool(_ARTICLE.search(line.plain))


def misplaced_site_line(line: Line) -> str | None:
    """The reason as for `site_line`, for lines among the articles: there running text needs stronger signs."""
    reason = site_line(line)
    return reason if reason in _STRONG or line.last not in "。;" else None


def edge_site_lines(lines: Sequence[Line], stop: int) -> dict[int, str]:
    """Site lines at the head of a file down to index ``stop``, or at its foot if ``stop`` counts from there.

    By index, with the reason. Short lines between two site lines go with them; what stands outside the outermost or
    inside the innermost one stays. A negative ``stop`` (-n) looks at the last n lines.
    """
    indexes = range(stop) if stop >= 0 else range(len(lines) - 1, len(lines) - 1 + stop, -1)
    found: dict[int, str] = {}
    waiting: list[int] = []
    for i in indexes:
        reason = site_line(lines[i])
        if reason:
            found.update(dict.fromkeys(waiting, "between lines of the site") if found else {})
            found[i] = reason
            waiting = []
        elif len(waiting) < _WEAK_RUN and _may_stand_between(lines[i]):
            waiting.append(i)
        else:
            break
    return found


def _may_stand_between(line: Line) -> bool:
    if len(line.text) > _WEAK_LONGEST or line.last in "。;:,、" or line.plain[0] in "第附":
        return False
    return not (names_article(line) or any(is_shape(line) for is_shape in _OF_THE_TEXT))


_OF_THE_TEXT = (
    shapes.is_title, shapes.is_history, shapes.is_signature, shapes.is_contents, shapes.is_document_number,
    shapes.is_notice_title, shapes.is_preamble,
)  # fmt: skip
