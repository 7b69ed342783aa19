"""編, 分編, 章, 節 and the 一、 of judicial interpretations: their numbers, titles, ids and places in the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.model.law import Heading, HeadingKind
from build_tools.parse.labels import Label, continues, shown
from build_tools.parse.lines import Line
from build_tools.parse.report import Report

KINDS = {
    "编": HeadingKind.PART, "分编": HeadingKind.SUBPART, "章": HeadingKind.CHAPTER, "节": HeadingKind.SECTION,
}  # fmt: skip
_UNITS = {kind: unit for unit, kind in KINDS.items()} | {HeadingKind.TOPIC: "、"}
_ORDER = (HeadingKind.PART, HeadingKind.SUBPART, HeadingKind.CHAPTER, HeadingKind.SECTION)
_TITLE_LONGEST = 70


@dataclass(slots=True)
class RawHeading:
    """A heading as found; its id and parent follow once all are known."""

    kind: HeadingKind
    number: tuple[int, ...]
    level: int
    """Of a topic: 1 for 一、, 2 for （一）; 0 for other kinds and for headings without a number."""
    label: Line
    title: Line


def may_be_heading(line: Line, label: Label) -> bool:
    """True if a line with the label of a heading has the form of one: short, and no running text."""
    if not line.is_short or label.cites or label.unit not in KINDS:
        return False
    title = line.plain[label.length :].strip()
    return (
        len(title) <= _TITLE_LONGEST
        and title[-1:] not in tuple("。;:,、!?")
        and "。" not in title
        and ";" not in title
    )


def split_heading(line: Line, label: Label) -> tuple[Line, Line]:
    """Label and title of a heading's line: 第一章 and 總 則."""
    return line.part(0, label.length), line.part(label.length, len(line.text))


def is_bare_title(line: Line) -> bool:
    """True for a line that may be the title of a heading whose number stands on the line before."""
    return len(line.text) <= 40 and line.last not in "。;:,、!?" and line.plain[0] not in "第(“"


class Numbering:
    """Numbers of headings as they come: says what fits, and keeps what was read."""

    def __init__(self) -> None:
        self._last: dict[HeadingKind, tuple[int, ...]] = {}
        self._through: dict[HeadingKind, tuple[int, ...]] = {}

    def fits(self, kind: HeadingKind, number: tuple[int, ...]) -> bool:
        """True for the next number, for 1 where counting begins anew, and where it runs through instead."""
        last = self._last.get(kind)
        if last is not None:
            return continues(number, last)
        through = self._through.get(kind)
        return number == (1,) or (through is not None and continues(number, through))

    def last(self, kind: HeadingKind) -> tuple[int, ...] | None:
        """The number before in the same run; None at its beginning."""
        return self._last.get(kind)

    def enter(self, kind: HeadingKind, number: tuple[int, ...]) -> None:
        """Take a heading's number; below it counting may begin anew."""
        self._last[kind] = self._through[kind] = number
        if kind in _ORDER:
            for lower in _ORDER[_ORDER.index(kind) + 1 :]:
                self._last.pop(lower, None)


def build_headings(raw: Sequence[RawHeading], report: Report) -> tuple[Heading, ...]:
    """Headings with ids and parents; numbers that skip or repeat are reported.

    Chapters that begin anew in each 編 are named with it (``pt-2-ch-1``); those that run through are not (``ch-12``).
    """
    restart = _restarting(raw)
    numbering = Numbering()
    above: dict[HeadingKind, str] = {}
    topics: list[str] = []
    seen: dict[str, Line] = {}
    found = []
    for heading in raw:
        kind = heading.kind
        if kind is not HeadingKind.TOPIC:
            if not numbering.fits(kind, heading.number):
                _report_number(heading, numbering.last(kind), report)
            numbering.enter(kind, heading.number)
        if kind is HeadingKind.TOPIC:
            parent, name = _topic(heading, topics, above)
        else:
            topics.clear()
            parent, name = _place(heading, above, restart)
        if name in seen:
            name = _unused(name, seen)
        seen[name] = heading.label
        if kind is HeadingKind.TOPIC:
            topics[max(heading.level, 1) - 1 :] = [name]
        else:
            for lower in _ORDER[_ORDER.index(kind) :]:
                above.pop(lower, None)
            above[kind] = name
        found.append(_heading(heading, name, parent, report))
    return tuple(found)


def _heading(heading: RawHeading, name: str, parent: str | None, report: Report) -> Heading:
    label, title = heading.label, heading.title
    return Heading(
        name,
        heading.kind,
        heading.number,
        label.text,
        title.text,
        report.span_of(label),
        report.span_of(title),
        parent,
    )


def _restarting(raw: Sequence[RawHeading]) -> dict[HeadingKind, bool]:
    """Whether chapters begin anew below parts, and below subparts."""
    found = {HeadingKind.PART: False, HeadingKind.SUBPART: False}
    since: HeadingKind | None = None
    chapters = 0
    for heading in raw:
        if heading.kind in found:
            since = heading.kind if since is not HeadingKind.PART else since
        elif heading.kind is HeadingKind.CHAPTER:
            if heading.number == (1,) and chapters and since:
                found[since] = True
            chapters += 1
            since = None
    return found


def _place(
    heading: RawHeading, above: dict[HeadingKind, str], restart: dict[HeadingKind, bool]
) -> tuple[str | None, str]:
    number = f"{heading.number[0]}" + (f"-z{heading.number[1]}" if len(heading.number) > 1 else "")
    part, subpart, chapter = (above.get(kind) for kind in _ORDER[:3])
    if heading.kind is HeadingKind.PART:
        return None, f"pt-{number}"
    if heading.kind is HeadingKind.SUBPART:
        return part, f"{part}-sp-{number}" if part else f"sp-{number}"
    if heading.kind is HeadingKind.CHAPTER:
        parent = subpart or part
        if subpart and restart[HeadingKind.SUBPART]:
            return parent, f"{subpart}-ch-{number}"
        if part and (restart[HeadingKind.PART] or restart[HeadingKind.SUBPART]):
            return parent, f"{part}-ch-{number}"
        return parent, f"ch-{number}"
    if chapter:
        return chapter, f"{chapter}-s{number}"
    parent = subpart or part
    return parent, f"{parent}-s-{number}" if parent else f"s-{number}"


def _topic(heading: RawHeading, topics: list[str], above: dict[HeadingKind, str]) -> tuple[str | None, str]:
    if heading.level == 2 and topics:
        return topics[0], f"{topics[0]}-{heading.number[0]}"
    return None, f"h-{heading.number[0]}" if heading.number else "h-0"


def _unused(name: str, seen: dict[str, Line]) -> str:
    """A name for a heading whose number was used before: the error has been reported."""
    count = 2
    while f"{name}-r{count}" in seen:
        count += 1
    return f"{name}-r{count}"


def _report_number(heading: RawHeading, last: tuple[int, ...] | None, report: Report) -> None:
    expected = (last[0] + 1,) if last else (1,)
    unit = _UNITS[heading.kind]
    words = f"after {shown(last)}" if last else "at the beginning"
    report.at(
        heading.label,
        "E208",
        f"heading {heading.label.text} does not continue its run: number {shown(heading.number)} {words}, "
        f"{shown(expected)} expected ({unit})",
        "compare with the original: a heading is missing, repeated or misnumbered",
    )
