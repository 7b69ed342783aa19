"""A TOML file with the place of each key, so that a finding names line and column."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.issue import Issue, IssueLog, Severity, issue_at
from build_tools.model.source import SourceFile
from build_tools.read.places import KeyPath, Places, find_places
from build_tools.read.sources import read_source

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate inline")
_CHINESE_QUOTES = "“”‘’「」『』＂＇"


@dataclass(frozen=True, slots=True)
class TomlText:
    """What a TOML file says and where it says it."""

    source: SourceFile
    values: Mapping[str, object]
    places: Places

    def issue(
        self, key: KeyPath, code: str, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> Issue:
        """A finding at a key; at the table above it if the key is not there."""
        start, end = self.places.of(key)
        return issue_at(self.source, start, end, code, severity, message, hint)

    def line_of(self, key: KeyPath) -> int:
        """Number of the line on which a key stands."""
        return self.source.position(self.places.of(key)[0]).line


def read_toml(path: Path, source_id: str, shown_path: str, log: IssueLog) -> TomlText | None:
    """Read a TOML file; None if it is not well-formed, with the place in ``log``.

    例: 標題行寫成 ``title = “某法”`` → E101 at the first quotation mark.
    """
    source = read_source(path, source_id, shown_path, log)
    if source is None:
        return None
    # A byte order mark, which some editors write, becomes a blank: offsets stay as they are.
    text = " " + source.text[1:] if source.text.startswith("\ufeff") else source.text
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        log.add(_syntax(source, str(error)))
        return None
    except RecursionError:
        log.add(
            Issue("E101", Severity.ERROR, shown_path, 0, 0, "tables are nested too deeply", "flatten them")
        )
        return None
    return TomlText(source, values, find_places(text))


def key_name(key: KeyPath) -> str:
    """As written in messages: ``edition[0].source.sha256``."""
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in key)
    return name.removeprefix(".")


def _syntax(source: SourceFile, told: str) -> Issue:
    found = _PLACE.search(told)
    message = told[: found.start()] if found else told
    if found and found[1]:
        line, column = int(found[1]), int(found[2]) - 1
    else:
        line, column = len(source.line_starts), len(source.line(len(source.line_starts)))
    text = source.line(line)
    if message.startswith(_TWICE):
        column = len(text) - len(text.lstrip())
        return _at(source, line, column, "E102", f"this key or table is given twice: {message}", "keep one")
    date = _DATE.search(text)
    if date and date.start() <= column <= date.end() and "=" in text[: date.start()]:
        hint = "write year, month and day: 2026-01-31"
        return _at(
            source, line, date.start(), "E107", f"{date.group()} is not a date", hint, len(date.group())
        )
    hint = 'see docs/add-a-law.md; text stands in straight quotation marks: "…"'
    if text[column : column + 1] in tuple(_CHINESE_QUOTES):
        hint = 'write straight quotation marks: "…"'
    return _at(source, line, column, "E101", f"not well-formed TOML: {message}", hint)


def _at(
    source: SourceFile, line: int, column: int, code: str, message: str, hint: str, length: int = 1
) -> Issue:
    return Issue(code, Severity.ERROR, source.path, line, column, message, hint, source.line(line), length)
