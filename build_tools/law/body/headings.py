"""編, 分編, 章, 節 and the 一、 of judicial interpretations: their numbers, titles, ids and places in the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.grammar.labels import continues
from build_tools.law.report import Report
from build_tools.law.scan.labels import Label
from build_tools.law.scan.lines import Line
from build_tools.model.law import Heading, HeadingKind

KINDS = {
    "编": HeadingKind.PART, "分编": HeadingKind.SUBPART, "章": HeadingKind.CHAPTER, "节": HeadingKind.SECTION,
    "款": HeadingKind.SUBSECTION, "目": HeadingKind.DIVISION,
}  # fmt: skip
_ORDER = tuple(KINDS.values())
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
    ended = title[-1:] in tuple("。;:,、!?") or "。" in title or ";" in title
    return len(title) <= _TITLE_LONGEST and not ended


def is_bare_title(line: Line) -> bool:
    """True for a line that may be the title of a heading whose number stands on the line before."""
    return len(line.text) <= 40 and line.last not in "。;:,、!?" and line.plain[0] not in "(“"


class HeadingNumbers:
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
        for lower in _ORDER[_ORDER.index(kind) + 1 :]:
            self._last.pop(lower, None)


def build_headings(
    raw: Sequence[RawHeading], accepted: frozenset[str], report: Report
) -> tuple[Heading, ...]:
    """Headings with ids and parents; numbers that skip or repeat are reported, unless ``accepted`` names them (``ch-2``).

    Chapters that begin anew in each 編 are named with it (``pt-2-ch-1``); those that run through are not (``ch-12``).
    """
    builder = _Builder(_restarting(raw), accepted, report)
    return tuple(builder.add(heading) for heading in raw)


class _Builder:
    """Gives headings their places one after the other; holds those that are open."""

    def __init__(self, restart: dict[HeadingKind, bool], accepted: frozenset[str], report: Report) -> None:
        self.restart, self.accepted, self.report = restart, accepted, report
        self.numbers = HeadingNumbers()
        self.above: dict[HeadingKind, str] = {}
        self.before: dict[HeadingKind, RawHeading] = {}
        self.topics: list[str] = []
        self.topic = 0
        self.seen: dict[str, int] = {}

    def add(self, heading: RawHeading) -> Heading:
        kind = heading.kind
        if kind is HeadingKind.TOPIC:
            parent, name = self._topic(heading)
            name = self._unused(name)
            self.topics[max(heading.level, 1) - 1 :] = [name]
        else:
            parent, stem = self._stem(kind)
            name = stem + "-z".join(map(str, heading.number))
            self._check(heading, stem)
            name = self._unused(name)
            self.topics.clear()
            for lower in _ORDER[_ORDER.index(kind) :]:
                self.above.pop(lower, None)
                self.before.pop(lower, None)
            self.above[kind], self.before[kind] = name, heading
        label, title = heading.label, heading.title
        spans = self.report.span_of(label), self.report.span_of(title)
        return Heading(name, kind, heading.number, label.text, title.text, *spans, parent)

    def _stem(self, kind: HeadingKind) -> tuple[str | None, str]:
        """Parent, and the id up to the number."""
        part, subpart, chapter = (self.above.get(kind) for kind in _ORDER[:3])
        parent = subpart or part
        if kind is HeadingKind.PART:
            return None, "pt-"
        if kind is HeadingKind.SUBPART:
            return part, f"{part}-sp-" if part else "sp-"
        if kind is HeadingKind.CHAPTER:
            if subpart and self.restart[HeadingKind.SUBPART]:
                return parent, f"{subpart}-ch-"
            named = part and (self.restart[HeadingKind.PART] or self.restart[HeadingKind.SUBPART])
            return parent, f"{part}-ch-" if named else "ch-"
        if kind is HeadingKind.SECTION:
            if chapter:
                return chapter, f"{chapter}-s"
            return parent, f"{parent}-s-" if parent else "s-"
        higher = [self.above[k] for k in _ORDER[: _ORDER.index(kind)] if k in self.above]
        letter = "k" if kind is HeadingKind.SUBSECTION else "m"
        return (higher[-1], f"{higher[-1]}-{letter}") if higher else (None, f"{letter}-")

    def _topic(self, heading: RawHeading) -> tuple[str | None, str]:
        if heading.level == 2 and self.topics:
            return self.topics[0], f"{self.topics[0]}-{heading.number[0]}"
        self.topic = heading.number[0] if heading.number else self.topic + 1
        return None, f"h-{self.topic}"

    def _unused(self, name: str) -> str:
        """The name, or another one if a heading with the same number (which was reported) has it already."""
        self.seen[name] = count = self.seen.get(name, 0) + 1
        return name if count == 1 else f"{name}-r{count}"

    def _check(self, heading: RawHeading, stem: str) -> None:
        fits = self.numbers.fits(heading.kind, heading.number)
        last = self.numbers.last(heading.kind)
        self.numbers.enter(heading.kind, heading.number)
        if fits:
            return
        expected = last[0] + 1 if last else 1
        missing = [f"{stem}{n}" for n in range(expected, min(heading.number[0], expected + 50))]
        if missing and self.accepted.issuperset(missing):
            return
        before = self.before.get(heading.kind)
        place = "is the first of its kind here"
        if before:
            place = f"follows {before.label.text} (line {before.label.number})"
        words = f"{', '.join(missing)} missing" if missing else "its number repeats or falls back"
        self.report.at(heading.label, "E208", f"heading {heading.label.text} {place}: {words}",
                       "compare with the original; if it is numbered so, name what is missing in accepted_gaps")  # fmt: skip


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
