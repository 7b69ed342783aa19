"""Line ranges that the manifest declares: set aside, notice, law, explanation; they go before what is recognised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.law.report import Report, first_words
from build_tools.law.scan.lines import Line
from build_tools.model.law import SpanClass
from build_tools.model.manifest import LineRange

_ARTICLE = re.compile(rf"第\s*[{NUMERAL_CLASS}\s]{{1,12}}[条條]")
_LAW = "law"
_NAMES = frozenset(("notice", "history", "contents", "preamble", "explanation", "annex", "signature"))
_DEFAULT_REASON = "declared by the editors"


@dataclass(slots=True)
class Division:
    """The lines of a file by what the manifest says of them."""

    lines: list[Line] = field(default_factory=list)
    """Where the law is to be looked for."""
    before: list[Line] = field(default_factory=list)
    """Undeclared lines above the lines declared as law."""
    after: list[Line] = field(default_factory=list)
    """Undeclared lines below them."""
    set_aside: list[tuple[Line, str]] = field(default_factory=list)
    parts: list[tuple[SpanClass, list[Line]]] = field(default_factory=list)
    has_law: bool = False
    """True if the manifest says where the law is."""


def divide(
    lines: Sequence[Line],
    set_aside: Sequence[LineRange],
    parts: Sequence[tuple[str, LineRange]],
    report: Report,
) -> Division:
    """Sort lines into what is declared and what is left to recognise.

    A set-aside range that covers 第…條 is an error and is not obeyed; a range without any text is a warning.
    """
    division = Division()
    taken: set[int] = set()
    for declared in set_aside:
        covered = _covered(lines, declared, taken)
        if not _is_usable(covered, declared, "set_aside", report) or _hits_law(covered, declared, report):
            continue
        taken.update(line.start for line in covered)
        division.set_aside.extend((line, declared.reason.hant or _DEFAULT_REASON) for line in covered)
    law: LineRange | None = None
    for name, declared in parts:
        covered = _covered(lines, declared, taken)
        if not _is_usable(covered, declared, name, report):
            continue
        if name == _LAW:
            law = declared
            continue
        taken.update(line.start for line in covered)
        base = name.split("-", maxsplit=1)[0]
        division.parts.append((SpanClass(base) if base in _NAMES else SpanClass.UNCLASSIFIED, covered))
    rest = [line for line in lines if line.start not in taken]
    division.has_law = law is not None
    division.before = [line for line in rest if law and line.number < law.first]
    division.lines = [line for line in rest if not law or law.first <= line.number <= law.last]
    division.after = [line for line in rest if law and line.number > law.last]
    return division


def _covered(lines: Sequence[Line], declared: LineRange, taken: set[int]) -> list[Line]:
    free = (line for line in lines if line.start not in taken)
    return [line for line in free if declared.first <= line.number <= declared.last]


def _is_usable(covered: Sequence[Line], declared: LineRange, name: str, report: Report) -> bool:
    if not covered:
        report.whole("W226", f"{name}: lines {declared.first} to {declared.last} hold no text",
                     "the file has changed since law.toml was written: correct the range or take it out")  # fmt: skip
    return bool(covered)


def _hits_law(covered: Sequence[Line], declared: LineRange, report: Report) -> bool:
    hit = next((line for line in covered if _ARTICLE.search(line.text)), None)
    if hit:
        lines = f"set_aside lines {declared.first} to {declared.last}"
        report.at(hit, "E209", f"{lines} cover text of the law: {first_words(hit.text)}",
                  "the file has changed since law.toml was written, or the range is wrong; it was not obeyed")  # fmt: skip
    return hit is not None
