"""What stands before the first article: notice, title, history, contents, preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.law.frame.above import Above, read_above
from build_tools.law.frame.annexes import annexed_title, read_annex_marker
from build_tools.law.frame.contents import Opening, find_opening
from build_tools.law.scan import shapes
from build_tools.law.scan.boilerplate import names_article, site_line
from build_tools.law.scan.labelled import LabelledLines
from build_tools.law.scan.lines import Line

_HALF_TITLE = re.compile(r"中华人民共和国[^。;:,]*\Z")
_SECOND_HALF = re.compile("关于|实施|贯彻|办理|适用|审理")


@dataclass(slots=True)
class Front:
    """The lines before the first article, told apart."""

    opening: Opening
    title: list[Line] = field(default_factory=list)
    preamble: list[Line] = field(default_factory=list)
    around: Above = field(default_factory=Above)
    """Everything else: history, notices, explanations, lines of the site, unknown lines."""
    notice: list[Line] | None = None
    """A notice that stands below the title and has not yet come to its date."""


def read_front(text: LabelledLines, first: int, edge: dict[int, str]) -> Front:
    """Tell apart lines 0 to ``first``; ``edge`` names site lines at the head of the file.

    From the first heading upwards: contents, preamble, history, title; what stands above the title is read by
    `build_tools.law.frame.above`.
    """
    lines = text.lines
    opening = find_opening(text, first)
    front = Front(opening)
    top = opening.contents.start if opening.contents else opening.headings
    begin, after = _title(lines, top, edge)
    markers = _take_title(front, lines[begin:after])
    title = "".join(shapes.title_core(line)[0] for line in front.title)
    fields = front.around.site
    front.around = read_above([*lines[:begin], *markers], edge, title)
    front.around.site.extend(fields)
    below = [*range(after, top), *range(opening.contents.stop if opening.contents else top, opening.headings)]
    for i in below:
        _take_below(front, lines[i], edge.get(i))
    return front


def _title(lines: Sequence[Line], top: int, edge: dict[int, str]) -> tuple[int, int]:
    """Range of the title's lines above index ``top``; empty at 0 if there is none."""
    fallback = None
    for i in range(top - 1, -1, -1):
        line = lines[i]
        if i in edge:
            continue
        if shapes.is_title(line) or shapes.name_field(line) or annexed_title(line):
            return _whole_title(lines, i, top)
        if fallback is None and not _is_known(line):
            fallback = i
    return (fallback, fallback + 1) if fallback is not None else (0, 0)


def _is_known(line: Line) -> bool:
    """True for what may stand near a title but is none."""
    return (
        len(line.text) > 60
        or names_article(line)
        or shapes.ends_sentence(line)
        or shapes.is_note(line)
        or shapes.is_preamble(line)
        or shapes.is_title_suffix(line)
        or shapes.is_notice_title(line)
        or shapes.is_explanation_title(line)
        or site_line(line) is not None
        or read_annex_marker(line) is not None
    )


def _whole_title(lines: Sequence[Line], i: int, top: int) -> tuple[int, int]:
    """A title may be printed over two lines, and have （试行） on a line of its own."""
    begin, after = i, i + 1
    while after < top and shapes.is_title_suffix(lines[after]) and not shapes.is_date(lines[after]):
        after += 1
    if i:
        above = lines[i - 1]
        core = shapes.title_core(lines[i])[0]
        whole = shapes.is_organ(above) and not shapes.is_history(above) and _SECOND_HALF.match(core)
        half = len(above.text) <= 40 and _HALF_TITLE.match(above.compact) and len(core) <= 20
        taken = shapes.is_title(above) or shapes.is_notice_title(above) or core.startswith("中华人民")
        if not taken and (whole or half or _is_named(lines[: i - 1], above, core)):
            begin = i - 1
    return begin, after


def _is_named(lines: Sequence[Line], above: Line, core: str) -> bool:
    """True if a line further up writes both halves as one: 现将《…》印发给你们."""
    if len(above.text) > 40 or shapes.ends_sentence(above):
        return False
    name = shapes.title_core(above)[0] + core
    return any(name in line.compact for line in lines)


def _take_title(front: Front, lines: Sequence[Line]) -> list[Line]:
    """Note the title, and 法規名稱： on its line; returns 附件1： that stands there."""
    markers: list[Line] = []
    for line in lines:
        annexed, length = annexed_title(line), shapes.name_field(line)
        if annexed:
            markers.append(annexed[0])
            front.title.append(annexed[1])
        elif 0 < length < len(line.text):
            front.title.append(line.part(length, len(line.text)))
            front.around.site.append((line.part(0, length), "name of a data field"))
        else:
            front.title.append(line)
    return markers


def _take_below(front: Front, line: Line, site: str | None) -> None:
    """A line between title and first heading."""
    around = front.around
    reason = site or site_line(line)
    if shapes.is_preamble(line) or (front.preamble and shapes.ends_sentence(line)):
        front.preamble.append(line)
    elif reason:
        around.site.append((line, reason))
    elif shapes.is_notice_title(line):
        around.notices.append([line])
        front.notice = around.notices[-1]
    elif front.notice and not shapes.is_history(line):
        front.notice.append(line)
        front.notice = None if shapes.is_date(line) else front.notice
    elif shapes.is_note(line) or _goes_on(around.history, line):
        around.history.append(line)
    elif shapes.ends_sentence(line):
        front.preamble.append(line)
    else:
        around.unknown.append(line)


def _goes_on(history: list[Line], line: Line) -> bool:
    """True within a note （… that an earlier line opened and none has closed."""
    if not history or history[-1].number < line.number - 2:
        return False
    text = "".join(h.text for h in history[-12:])
    opened = text.count("（") + text.count("(")
    return text.lstrip()[:1] in ("（", "(") and opened > text.count("）") + text.count(")")
