"""Findings as a person, a program or a code host reads them; with the rest of `cli` the only room that knows rich."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from os import environ
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from build_tools.model.codes import codes
from build_tools.model.issue import Issue, Severity

if TYPE_CHECKING:
    from rich.console import Console

#: Findings that are shown in full; the rest are counted.
CAP = 50
#: Terminal cells of a quoted line on either side of the place it is quoted for.
_BEFORE, _AFTER = 40, 60
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}
#: Fillers and variation selectors, which count as printable.
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def render_issues(issues: Iterable[Issue]) -> Iterator[tuple[str, str]]:
    """All findings in order of file and place, each with its line, a caret and a hint; at most 50 of them.

    Errors come first if there are more than that. Yields pieces of text, each with its style on a terminal.

    例: ``content/laws/x/editions/y.hant.txt:57:0: error E201 duplicate article 第五十七條``.
    """
    ordered = sort_issues(issues)
    shown = ordered
    if len(ordered) > CAP:
        shown = sort_issues(sorted(ordered, key=lambda issue: list(Severity).index(issue.severity))[:CAP])
    for issue in shown:
        yield from _render(issue)
    if len(ordered) > CAP:
        yield f"… and {len(ordered) - CAP} more findings\n", "bold"


def terminal(stream: IO[str]) -> Console | None:
    """The terminal that a stream leads to; None if it is a pipe or file. Only then is rich loaded."""
    if not stream.isatty() and not environ.get("FORCE_COLOR"):
        return None
    from rich.console import Console  # noqa: PLC0415 - a build in a pipe need not wait for it

    return Console(file=stream, soft_wrap=True, highlight=False)


def summary(issues: Sequence[Issue]) -> str:
    """``2 errors, 1 warning``; "" without findings."""
    counts = [(s, sum(issue.severity is s for issue in issues)) for s in Severity]
    return ", ".join(f"{n} {s}{'s' if n > 1 else ''}" for s, n in counts if n)


def sort_issues(issues: Iterable[Issue]) -> list[Issue]:
    """By file, line, column and code; what is said twice, once."""
    return sorted(dict.fromkeys(issues), key=lambda i: (i.path, i.line, i.column, i.code, i.message))


def issues_json(issues: Iterable[Issue]) -> str:
    """All findings as a JSON list, each with its path."""
    from build_tools.export.inspect import issue_json  # noqa: PLC0415 - the stages are not loaded to tell findings

    rows = [{"path": issue.path, **issue_json(issue)} for issue in sort_issues(issues)]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def issues_github(issues: Iterable[Issue]) -> str:
    """All findings as annotations of GitHub's workflow commands, whose columns count from 1."""
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    lines = []
    for issue in sort_issues(issues):
        place = f"file={_property(issue.path)}"
        if issue.line:
            place += f",line={issue.line},col={issue.column + 1}"
        message = f"{issue.message}\n{issue.hint}" if issue.hint else issue.message
        lines.append(f"::{kinds[issue.severity]} {place},title={issue.code}::{_data(message)}")
    return "\n".join(lines)


def exit_status(issues: Iterable[Issue], *, strict: bool = False) -> int:
    """0 ok, 1 content, 2 configuration, 3 input or output: the gravest of the errors; warnings too if ``strict``."""
    status = 0
    for issue in issues:
        if issue.severity is Severity.ERROR:
            status = max(status, _status_of(issue))
        elif issue.severity is Severity.WARNING and strict:
            status = max(status, 1)
    return status


def visible(text: str) -> str:
    """Text with every invisible or harmful character as ``<U+200B>``, so that a terminal shows what is there."""
    return "".join(map(_visible, text))


def _status_of(issue: Issue) -> int:
    """What is wrong with law.toml is configuration, whichever stage finds it."""
    known = codes().get(issue.code)
    least = 2 if PurePosixPath(issue.path).name == "law.toml" else 1
    return max(least, known.exit_status if known else 1)


def _render(issue: Issue) -> Iterator[tuple[str, str]]:
    place = f"{issue.path}:{issue.line}:{issue.column}:" if issue.line else f"{issue.path}:"
    yield visible(place), "bold"
    yield f" {issue.severity.value} {issue.code} ", _STYLES[issue.severity]
    yield visible(issue.message) + "\n", ""
    if issue.line and issue.excerpt.strip():
        line, before, width = _excerpt(issue)
        yield f"    {line}\n    {' ' * before}", ""
        yield "^" * width + "\n", _STYLES[issue.severity]
    if issue.hint:
        yield "    hint: ", "bold"
        yield visible(issue.hint) + "\n", ""


def _excerpt(issue: Issue) -> tuple[str, int, int]:
    """The line cut to the neighbourhood of the place; cells before the caret, and cells it underlines."""
    column = min(issue.column, len(issue.excerpt))
    before = _cut(issue.excerpt[max(0, column - _BEFORE) : column][::-1], _BEFORE)[::-1]
    rest = issue.excerpt[column : column + _AFTER]
    marked = _cut(rest[: issue.length], _AFTER)
    after = _cut(rest[len(marked) :], max(0, _AFTER - _cells(marked)))
    lead = "…" if len(before) < column else ""
    trail = "…" if column + len(marked) + len(after) < len(issue.excerpt) else ""
    shown_before = lead + visible(before)
    line = shown_before + visible(marked) + visible(after) + trail
    return line.rstrip(), _cells(shown_before), max(1, _cells(marked))


def _cut(text: str, cells: int) -> str:
    """As much of the beginning as fits, one character at least."""
    used = 0
    for i, char in enumerate(text):
        used += _cells(char)
        if used > cells and i:
            return text[:i]
    return text


def _cells(text: str) -> int:
    from rich.cells import cell_len  # noqa: PLC0415 - only when there is something to tell

    return cell_len(visible(text))


def _visible(char: str) -> str:
    if char in "\t\u00a0":
        return " "
    if char == "\u3000" or (char.isprintable() and not _UNSEEN.match(char)):
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    return f"<U+{ord(char):04X}>"


def _data(text: str) -> str:
    return "\n".join(map(visible, text.split("\n"))).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
