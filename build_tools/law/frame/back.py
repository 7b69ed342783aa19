"""What stands after the last article: signature, annexes, explanation, lines of the site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.law.frame.annexes import AnnexMarker, is_annex_heading, read_annex_marker
from build_tools.law.scan.boilerplate import site_line
from build_tools.law.scan.lines import Line
from build_tools.law.scan.markers import read_marker
from build_tools.law.scan.shapes import ends_sentence, is_explanation_title, is_notice_title, is_signature
from build_tools.model.law import SpanClass

_TITLE_LONGEST = 70


@dataclass(slots=True)
class Group:
    """Lines of one part: annex, list of annexes, explanation, notice or signature."""

    kind: SpanClass
    lines: list[Line] = field(default_factory=list)
    titles: int = 0
    title: str = ""
    lists: bool = False
    """True for the list of what is attached (附件：1. … 2. …)."""


@dataclass(slots=True)
class Back:
    """The lines after the last article, told apart."""

    groups: list[Group] = field(default_factory=list)
    site: list[tuple[Line, str]] = field(default_factory=list)
    unknown: list[Line] = field(default_factory=list)


def read_back(lines: Sequence[Line], edge: dict[int, str]) -> Back:
    """Tell apart the lines after the last article; ``edge`` names site lines at the foot of the file."""
    back = Back()
    group: Group | None = None
    for i, line in enumerate(lines):
        if i in edge:
            back.site.append((line, edge[i]))
            continue
        marker = read_annex_marker(line)
        if marker and not (group and group.lists and not marker.numbered) and _announces(marker, line, group):
            group = Group(_attached_kind(line, marker), [line], lists=marker.lists)
            back.groups.append(group)
        elif _explains(line, group):
            group = _explanation(back, group, line)
        elif group and group.kind is not SpanClass.SIGNATURE:
            group.lines.append(line)
        elif is_signature(line):
            if group is None:
                group = Group(SpanClass.SIGNATURE)
                back.groups.append(group)
            group.lines.append(line)
        elif reason := site_line(line):
            back.site.append((line, reason))
        elif is_notice_title(line):
            group = Group(SpanClass.NOTICE, [line])
            back.groups.append(group)
        else:
            back.unknown.append(line)
    return back


def _explains(line: Line, group: Group | None) -> bool:
    if read_marker(line.plain):
        return False
    may_begin = group is None or group.kind is SpanClass.SIGNATURE
    return is_explanation_title(line) or (may_begin and line.compact == "说明")


def _attached_kind(line: Line, marker: AnnexMarker) -> SpanClass:
    """附件2：起草说明 is an explanation, whatever else is attached an annex."""
    title = line.part(marker.rest, len(line.text))
    explains = is_explanation_title(title) or title.compact == "说明"
    return SpanClass.EXPLANATION if explains and not marker.lists else SpanClass.ANNEX


def find_title(group: Group) -> None:
    """The title of an annex or explanation: on the line of 附件1, or the short line after it."""
    if group.titles or group.lists:
        return
    first = read_annex_marker(group.lines[0])
    if first and first.rest < len(group.lines[0].text) and not first.lists:
        rest = group.lines[0].part(first.rest, len(group.lines[0].text))
        group.titles = int(_is_title(rest))
        group.title = rest.text if _is_title(rest) else group.lines[0].text[: first.rest].strip(" ：:\u3000")
        return
    following = group.lines[1:2] if first else group.lines[:1]
    for line in following:
        if _is_title(line) and (first or is_explanation_title(line) or line.compact == "说明"):
            group.titles, group.title = 1, line.text


def _announces(marker: AnnexMarker, line: Line, group: Group | None) -> bool:
    """Within an annex 附件： names what the annex itself attaches, unless it has a number."""
    within = group is not None and group.kind is SpanClass.ANNEX
    return not within or marker.numbered or marker.rest >= len(line.text)


def _explanation(back: Back, group: Group | None, line: Line) -> Group:
    """附件2 above the title of an explanation belongs to it."""
    if group and group.kind is SpanClass.ANNEX and len(group.lines) == 1 and is_annex_heading(group.lines[0]):
        group.kind = SpanClass.EXPLANATION
    else:
        group = Group(SpanClass.EXPLANATION)
        back.groups.append(group)
    group.lines.append(line)
    return group


def _is_title(line: Line) -> bool:
    if len(line.text) > _TITLE_LONGEST or "\t" in line.text or line.last in ",、":
        return False
    return not ends_sentence(line) and read_marker(line.plain) is None
