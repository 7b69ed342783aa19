"""Gaps, repeats and disorder in the numbers of articles, and labels that cannot be read: reported, never repaired."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from build_tools.grammar.labels import continues
from build_tools.law.body.articles import Draft
from build_tools.law.report import Report
from build_tools.law.scan.damaged import LOOKS_ALIKE
from build_tools.law.scan.labels import Label
from build_tools.law.scan.lines import Line

_Number = tuple[int, ...]


def check_numbers(
    articles: Sequence[Draft], accepted: frozenset[str], first: int, *, amending: bool, report: Report
) -> None:
    """Report what departs from ``first``, +1, +1…; 120之一 may follow 120.

    ``accepted`` names articles that are known to be missing (``art-6``). An amending text (修正案) may begin with any
    number: that is a warning only.
    """
    if not articles:
        return
    lines: dict[_Number, int] = {}
    present = {a.number for a in articles}
    known = sorted({n[0] for n in present if len(n) == 1} | {_accepted_number(name) for name in accepted})
    highest = articles[0]
    _check_first(highest, known, first, amending=amending, report=report)
    for before, article in zip([None, *articles], articles, strict=False):
        number = article.number
        if number in lines:
            report.at(article.label, "E204", f"duplicate article {article.label.text} (first at line {lines[number]})",
                      "compare with the original: one of the two is misnumbered or stands here twice")  # fmt: skip
            continue
        lines[number] = article.label.number
        if before is None:
            continue
        above = f"{highest.label.text} (line {highest.label.number})"
        if number < highest.number:
            if not continues(number, before.number):
                report.at(article.label, "E205", f"article {article.label.text} stands after {above}",
                          "compare with the original: put the articles in their order, or correct the number")  # fmt: skip
            continue
        missing = _missing(highest.number, number, present, known, accepted)
        if missing and article.unreadable != missing[1]:
            report.at(article.label, "E203", f"article {article.label.text} follows {above}: {missing[0]} missing",
                      "put the text in, or accept the gap: accepted_gaps in law.toml")  # fmt: skip
        highest = article


def _check_first(article: Draft, known: Sequence[int], first: int, *, amending: bool, report: Report) -> None:
    number = article.number
    if number == (first,):
        return
    if amending:
        report.at(article.label, "W230", f"the text begins with {article.label.text}",
                  f"if this is right, say so in law.toml: first_article = {number[0]}")  # fmt: skip
        return
    if number[0] < first:
        words, count = f"begins with {article.label.text}, not with article {first}", 1
    else:
        words, count = _gap(first, number[0] - 1, known)
        words = f"begins with {article.label.text}: {words} missing"
    if count and count != article.unreadable:
        report.at(article.label, "E203", f"the text {words}",
                  f"put the text in, or say that it begins so: first_article = {number[0]} in law.toml")  # fmt: skip


def _missing(
    before: _Number, number: _Number, present: set[_Number], known: Sequence[int], accepted: frozenset[str]
) -> tuple[str, int] | None:
    """What lies between two numbers and is neither present nor accepted, in words, and how much."""
    if continues(number, before):
        return None
    words, count = "", 0
    if number[0] > before[0] + 1 or (number[0] == before[0] + 1 and len(number) > 1):
        last = number[0] if len(number) > 1 else number[0] - 1
        words, count = _gap(before[0] + 1, last, known)
    if len(number) > 1 and number[1] > 1:
        start = before[1] + 1 if len(before) > 1 and before[0] == number[0] else 1
        between = [(number[0], k) for k in range(start, min(number[1], start + 100))]
        absent = [(n, k) for n, k in between if (n, k) not in present]
        inserted = [f"{n}-{k}" for n, k in absent if f"art-{n}-z{k}" not in accepted]
        words = ", ".join(filter(None, [words, *inserted]))
        count += len(inserted)
    return (words, count) if count else None


def _gap(first: int, last: int, known: Sequence[int]) -> tuple[str, int]:
    """Numbers first to last less those known (rising), as 6 or 6 to 9, and their count; never spelled out one by one."""
    ranges, start, count = [], first, 0
    for stop in [*known[bisect_left(known, first) : bisect_right(known, last)], last + 1]:
        if stop > start:
            ranges.append(f"{start}" if stop == start + 1 else f"{start} to {stop - 1}")
            count += stop - start
        start = stop + 1
    return ", ".join(ranges), count


def _accepted_number(name: str) -> int:
    digits = name.removeprefix("art-")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0


def report_unreadable(line: Line, label: Label, report: Report) -> None:
    """E211 for a line that lacks the label of an article (笫五条), E206 for a label without a number (第二十百条)."""
    written, below = line.text[: label.length], "the text below it is not part of any article now"
    if label.damaged:
        other = next((f": U+{ord(c):04X} for 第" for c in written if c in LOOKS_ALIKE), "")
        report.at(line, "E211", f"{written} stands where an article begins, and is not written as its label{other}",
                  f"compare with the original and write the label as 第…条; {below}", label.length)  # fmt: skip
    else:
        report.at(line, "E206", f"the number of {written} cannot be read",
                  f"compare with the original and correct the number; {below}", label.length)  # fmt: skip
