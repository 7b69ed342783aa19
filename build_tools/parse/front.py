"""What stands before the first article: notice, title, history, contents, preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.parse.annexes import read_annex_marker
from build_tools.parse.boilerplate import site_line
from build_tools.parse.contents import Opening, find_opening
from build_tools.parse.labels import Label
from build_tools.parse.lines import Line
from build_tools.parse.shapes import (
    ends_sentence,
    is_date,
    is_document_number,
    is_explanation_title,
    is_history,
    is_notice_title,
    is_organ,
    is_preamble,
    is_signature,
    is_title,
    is_title_suffix,
    name_field,
    title_core,
)

_NOTICE_WORDS = re.compile(
    "现予公布|现予发布|征求意见|印发|现将|现发布|予以公布|特此|反馈|意见建议|公告如下|通知如下"
)
_HALF_TITLE = re.compile(r"中华人民共和国[^。;:,]*\Z")
_SECOND_HALF = re.compile("关于|实施|贯彻|办理|适用|审理")


@dataclass(slots=True)
class Front:
    """The lines before the first article, told apart."""

    opening: Opening
    title: list[Line] = field(default_factory=list)
    history: list[Line] = field(default_factory=list)
    preamble: list[Line] = field(default_factory=list)
    notices: list[list[Line]] = field(default_factory=list)
    explanations: list[list[Line]] = field(default_factory=list)
    site: list[tuple[Line, str]] = field(default_factory=list)
    unknown: list[Line] = field(default_factory=list)


def read_front(
    lines: Sequence[Line], labels: Sequence[Label | None], first: int, edge: dict[int, str]
) -> Front:
    """Tell apart lines 0 to ``first``; ``edge`` names site lines at the head of the file.

    From the first heading upwards: contents, preamble, history, title; what stands above the title is notice or
    explanation, or history if it repeats the title.
    """
    opening = find_opening(lines, labels, first)
    front = Front(opening)
    top = opening.contents.start if opening.contents else opening.headings
    begin, after = _title(lines, top, edge)
    for i in range(after, top):
        _take_below(front, lines[i], edge.get(i))
    for i in range(opening.contents.stop if opening.contents else top, opening.headings):
        _take_below(front, lines[i], edge.get(i))
    _take_title(front, lines[begin:after])
    _take_above(front, [(lines[i], edge.get(i)) for i in range(begin)])
    front.history.sort(key=lambda line: line.start)
    return front


def read_above(lines: Sequence[Line], edge: dict[int, str]) -> Front:
    """The same for lines of which the manifest says that the law begins only after them."""
    front = Front(Opening(None, len(lines)))
    _take_above(front, [(line, edge.get(i)) for i, line in enumerate(lines)])
    return front


def _title(lines: Sequence[Line], top: int, edge: dict[int, str]) -> tuple[int, int]:
    """Range of the title's lines above index ``top``; empty at 0 if there is none."""
    fallback = None
    for i in range(top - 1, -1, -1):
        line = lines[i]
        if i in edge:
            continue
        if is_title(line) or name_field(line):
            return _whole_title(lines, i, top)
        if fallback is None and not _is_known(line):
            fallback = i
    return (fallback, fallback + 1) if fallback is not None else (0, 0)


def _is_known(line: Line) -> bool:
    """True for what may stand near a title but is none."""
    return (
        len(line.text) > 60
        or ends_sentence(line)
        or is_history(line)
        or is_signature(line)
        or is_document_number(line)
        or is_preamble(line)
        or is_title_suffix(line)
        or is_notice_title(line)
        or is_explanation_title(line)
        or site_line(line) is not None
        or read_annex_marker(line) is not None
    )


def _whole_title(lines: Sequence[Line], i: int, top: int) -> tuple[int, int]:
    """A title may be printed over two lines, and have （试行） on a line of its own."""
    begin, after = i, i + 1
    while after < top and is_title_suffix(lines[after]) and not is_date(lines[after]):
        after += 1
    if i:
        above = lines[i - 1]
        core = title_core(lines[i])[0]
        whole = is_organ(above) and not is_history(above) and _SECOND_HALF.match(core)
        half = len(above.text) <= 40 and _HALF_TITLE.match(above.compact) and len(core) <= 20
        if (
            (whole or half)
            and not is_title(above)
            and not is_notice_title(above)
            and not core.startswith("中华人民")
        ):
            begin = i - 1
    return begin, after


def _take_title(front: Front, lines: Sequence[Line]) -> None:
    for line in lines:
        length = name_field(line)
        if length and length < len(line.text):
            front.site.append((line.part(0, length), "name of a data field"))
            line = line.part(length, len(line.text))
        front.title.append(line)


def _take_below(front: Front, line: Line, site: str | None) -> None:
    """A line between title and first heading."""
    reason = site or site_line(line)
    if is_preamble(line) or (front.preamble and ends_sentence(line)):
        front.preamble.append(line)
    elif reason:
        front.site.append((line, reason))
    elif front.notices and not is_history(line):
        front.notices[-1].append(line)
    elif is_notice_title(line):
        front.notices.append([line])
    elif is_history(line) or is_document_number(line) or is_signature(line) or _goes_on(front.history, line):
        front.history.append(line)
    elif ends_sentence(line):
        front.preamble.append(line)
    else:
        front.unknown.append(line)


def _goes_on(history: list[Line], line: Line) -> bool:
    """True within a note （… that an earlier line opened and none has closed."""
    if not history or history[-1].number < line.number - 2:
        return False
    text = "".join(h.text for h in history[-12:])
    opened = text.count("（") + text.count("(")
    return text.lstrip()[:1] in ("（", "(") and opened > text.count("）") + text.count(")")


def _take_above(front: Front, lines: Sequence[tuple[Line, str | None]]) -> None:
    """Lines above the title: history that stands there with the title, then notices and explanations."""
    title = "".join(title_core(line)[0] for line in front.title)
    rest = list(lines)
    while rest:
        line, site = rest[0]
        reason = site or site_line(line)
        if reason and not (line.last in "。;" and site is None):
            front.site.append((line, reason))
        elif _repeats(line, title) or is_history(line) or (front.history and is_document_number(line)):
            front.history.append(line)
        else:
            break
        rest.pop(0)
    if rest and not any(site is None and _is_notice(line) for line, site in rest):
        for line, site in rest:
            _take_loose(front, line, site or site_line(line), title)
        return
    group: list[Line] | None = None
    for n, (line, site) in enumerate(rest):
        reason = site or (site_line(line) if line.last not in "。;" else None)
        following = rest[n + 1][0] if n + 1 < len(rest) else None
        if reason:
            front.site.append((line, reason))
            continue
        if is_explanation_title(line) and line.plain[0] not in "(一二三四五六七八九十0123456789":
            if group and all(read_annex_marker(g) for g in group):
                front.notices.remove(group)
                front.explanations.append(group)
            elif group not in front.explanations or group is None or len(group) > 1:
                group = []
                front.explanations.append(group)
        elif group is None or _begins_notice(line, following, group in front.explanations):
            group = []
            front.notices.append(group)
        group.append(line)


def _begins_notice(line: Line, following: Line | None, explaining: bool) -> bool:
    if is_notice_title(line) and not (following and is_notice_title(following)):
        return explaining or not is_date(line)
    marker = read_annex_marker(line)
    return explaining and marker is not None and marker.rest >= len(line.text)


def _take_loose(front: Front, line: Line, reason: str | None, title: str) -> None:
    if reason:
        front.site.append((line, reason))
    elif _repeats(line, title) or is_history(line) or is_document_number(line) or is_signature(line):
        front.history.append(line)
    else:
        front.unknown.append(line)


def _repeats(line: Line, title: str) -> bool:
    core = title_core(line)[0]
    return (
        bool(core)
        and bool(title)
        and (core == title or (is_title(line) and (core in title or title in core)))
    )


def _is_notice(line: Line) -> bool:
    return (
        is_notice_title(line)
        or is_explanation_title(line)
        or bool(_NOTICE_WORDS.search(line.plain))
        or read_annex_marker(line) is not None
        or (ends_sentence(line) and len(line.text) > 20)
    )
