"""A TOML file with the place of each key, so that a finding names line and column."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from build_tools.model.issue import Issue, IssueLog, Severity, issue_at
from build_tools.model.source import Position, SourceFile
from build_tools.read.places import KeyPath, Places, find_places
from build_tools.read.sources import read_source

#: Bytes of law.toml, tables within tables, and bits of a number: far more than any law needs.
_SIZE_LIMIT, _DEEPEST, _LONGEST_NUMBER = 1_000_000, 40, 64
_KEY_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
#: tomllib takes minutes for a key of 100,000 parts, so it is looked for before.
_DEEP_KEY = re.compile(rf"""(?<![A-Za-z0-9_-]){_KEY_PART}(?:\.[ \t]*+{_KEY_PART}){{{_DEEPEST}}}""")
_LONG_NUMBER = re.compile(r"\d[\d_]{999,}")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate inline")
_CHINESE_QUOTES = "“”‘’「」『』＂＇"


@dataclass(frozen=True)
class TomlText:
    """What a TOML file says and where it says it."""

    source: SourceFile
    values: Mapping[str, object]

    @cached_property
    def places(self) -> Places:
        """Looked for only when something is to be said of a key."""
        return find_places(_without_mark(self.source.text))

    def issue(
        self, key: KeyPath, code: str, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> Issue:
        """A finding at a key; at the table above it if the key is not there."""
        start, end = self.places.of(key)
        return issue_at(self.source, start, end, code, severity, message, hint)

    def position(self, key: KeyPath) -> Position:
        """Line and column at which a key stands; of the table above it if the key is not there."""
        return self.source.position(self.places.of(key)[0])


def read_toml(path: Path, source_id: str, shown_path: str, log: IssueLog) -> TomlText | None:
    """Read a TOML file; None if it is not well-formed, with the place in ``log``.

    例: 標題行寫成 ``title = “某法”`` → E101 at the first quotation mark.
    """
    source = read_source(path, source_id, shown_path, log, most=_SIZE_LIMIT)
    if source is None:
        return None
    text = _without_mark(source.text)
    if deep := _DEEP_KEY.search(text):
        log.add(_too_deep(source, deep.start()))
        return None
    try:
        read = TomlText(source, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        log.add(_syntax(source, str(error)))
    except ValueError:  # Python converts no more than 4,300 digits
        found = _LONG_NUMBER.search(text)
        start, end = found.span() if found else (0, 1)
        message, hint = f"a number of {end - start:,} digits", "no key of law.toml takes a number this long"
        log.add(issue_at(source, start, end, "E101", Severity.ERROR, message, hint))
    except RecursionError:
        log.add(_too_deep(source, 0))
    else:
        excess = _excess(read.values)
        if excess is None:
            return read
        message = f"{key_name(excess)[:60]} is nested too deeply or too large"
        log.add(read.issue(excess, "E101", message, "write it shorter"))
    return None


def _without_mark(text: str) -> str:
    """A byte order mark, which some editors write, becomes a blank: offsets stay as they are."""
    return " " + text[1:] if text.startswith("\ufeff") else text


def _too_deep(source: SourceFile, at: int) -> Issue:
    message = f"tables or keys are nested more than {_DEEPEST} deep"
    return issue_at(source, at, at + 1, "E101", Severity.ERROR, message, "flatten them")


def _excess(values: Mapping[str, object]) -> KeyPath | None:
    """The first key whose value lies too deep, or is a number that cannot be printed."""
    waiting: list[tuple[KeyPath, object]] = [((), values)]
    while waiting:
        key, value = waiting.pop()
        if len(key) > _DEEPEST or (isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER):
            return key
        if isinstance(value, dict):
            waiting += [((*key, name), inner) for name, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*key, number), inner) for number, inner in enumerate(value)]
    return None


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
        message, hint = f"{date[0]} is not a date", "write year, month and day: 2026-01-31"
        return _at(source, line, date.start(), "E107", message, hint, len(date[0]))
    hint = 'see docs/add-a-law.md; text stands in straight quotation marks: "…"'
    if text[column : column + 1] in tuple(_CHINESE_QUOTES):
        hint = 'write straight quotation marks: "…"'
    return _at(source, line, column, "E101", f"not well-formed TOML: {message}", hint)


def _at(
    source: SourceFile, line: int, column: int, code: str, message: str, hint: str, length: int = 1
) -> Issue:
    return Issue(code, Severity.ERROR, source.path, line, column, message, hint, source.line(line), length)
