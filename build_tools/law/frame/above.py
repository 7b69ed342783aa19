"""What stands above the title of a law: orders, notices and circulars, an explanation, history, lines of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.law.frame.annexes import is_annex_heading, read_annex_marker
from build_tools.law.scan import shapes
from build_tools.law.scan.boilerplate import site_line
from build_tools.law.scan.lines import Line
from build_tools.law.scan.markers import read_marker

_NOTICE_WORDS = re.compile(
    "现予公布|现予发布|征求意见|印发|现将|现发布|予以公布|特此|反馈|意见建议|公告如下|通知如下"
)
# What belongs to the page even in the middle of a notice
_NO_NOTICE = (
    "navigation", "counter", "origin of the copy", "people of the site", "date of the copy", "buttons", "sharing",
)  # fmt: skip
_LONG = 20


@dataclass(slots=True)
class Above:
    """The lines above the title, told apart."""

    history: list[Line] = field(default_factory=list)
    notices: list[list[Line]] = field(default_factory=list)
    explanations: list[list[Line]] = field(default_factory=list)
    site: list[tuple[Line, str]] = field(default_factory=list)
    unknown: list[Line] = field(default_factory=list)


def read_above(lines: Sequence[Line], edge: dict[int, str], title: str) -> Above:
    """Tell apart the lines above the title; ``edge`` names those that belong to the site, by index.

    First comes what repeats the title or tells of its history. If anything in the rest speaks like a notice (现予公布,
    征求意见, 附件1), the rest is notices and explanations; else each line is judged alone.
    """
    above = Above()
    rest = [(line, edge.get(i)) for i, line in enumerate(lines)]
    while rest:
        line, site = rest[0]
        reason = site or (None if line.last in "。;" else site_line(line))
        if reason:
            above.site.append((line, reason))
        elif (
            _repeats(line, title)
            or shapes.is_history(line)
            or (above.history and shapes.is_document_number(line))
        ):
            above.history.append(line)
        else:
            break
        rest.pop(0)
    if any(site is None and _speaks_like_notice(line) for line, site in rest):
        _take_documents(above, rest)
    else:
        _take_loose(above, rest, title)
    return above


def _take_documents(above: Above, lines: Sequence[tuple[Line, str | None]]) -> None:
    """Notices, and explanations from their title to the next notice or 附件1."""
    group: list[Line] | None = None
    for line, site in lines:
        found = None if line.last in "。;" else site_line(line)
        reason = site or (found if found in _NO_NOTICE else None)
        explaining = any(group is one for one in above.explanations)
        if reason:
            above.site.append((line, reason))
        elif (
            shapes.is_explanation_title(line)
            and not read_marker(line.plain)
            and not (explaining and group and len(group) < 3)
        ):
            group = _explanation(above, group)
            group.append(line)
        elif group is None or (explaining and (shapes.is_notice_title(line) or is_annex_heading(line))):
            group = [line]
            above.notices.append(group)
        else:
            group.append(line)


def _explanation(above: Above, group: list[Line] | None) -> list[Line]:
    """A new explanation; 附件2 just above its title belongs to it."""
    if group and any(group is one for one in above.notices) and is_annex_heading(group[-1]):
        marker = group.pop()
        if not group:
            above.notices.pop()
        above.explanations.append([marker])
    else:
        above.explanations.append([])
    return above.explanations[-1]


def _take_loose(above: Above, lines: Sequence[tuple[Line, str | None]], title: str) -> None:
    for line, site in lines:
        reason = site or site_line(line)
        if reason:
            above.site.append((line, reason))
        elif _repeats(line, title) or shapes.is_note(line):
            above.history.append(line)
        else:
            above.unknown.append(line)


def _repeats(line: Line, title: str) -> bool:
    """True for the title, or half of it, printed once more."""
    core = shapes.title_core(line)[0]
    if not core or not title:
        return False
    alike = core in title or (title in core and "关于" not in core)
    return core == title or (alike and shapes.is_title(line))


def _speaks_like_notice(line: Line) -> bool:
    return (
        shapes.is_notice_title(line)
        or shapes.is_explanation_title(line)
        or bool(_NOTICE_WORDS.search(line.plain))
        or read_annex_marker(line) is not None
        or (shapes.ends_sentence(line) and len(line.text) > _LONG)
    )
