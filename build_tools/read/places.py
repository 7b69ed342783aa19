"""Where each key of a TOML file stands: tomllib reads values but forgets their places."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

#: A way to a value: ``("edition", 0, "source", "sha256")``.
KeyPath = tuple[str | int, ...]

_BLANK = re.compile(r"[ \t]*")
_FILLER = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_VALUE = re.compile(r"[^,\]}\n#]*")
_KEY = re.compile(r'[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)


@dataclass(slots=True)
class Places:
    """Offsets in the text of a TOML file: of keys (and array members) and of their values."""

    keys: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    values: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)

    def of(self, path: KeyPath) -> tuple[int, int]:
        """Start and end of the key; of the nearest table above it if the key itself is not there."""
        while path and path not in self.keys:
            path = path[:-1]
        return self.keys.get(path, (0, 0))


def find_places(text: str) -> Places:
    """Places of all keys of a text that tomllib has read without error.

    例: ``title = "某法"`` has the key ``("title",)`` at 0-5 and its value at 8-12.
    """
    return _Scan(text).document()


class _Scan:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.places = Places()
        self.lengths: dict[KeyPath, int] = {}

    def document(self) -> Places:
        table: KeyPath = ()
        while True:
            self._skip(_FILLER)
            if self.at >= len(self.text):
                return self.places
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> KeyPath:
        start = self.at
        array = self.text.startswith("[[", self.at)
        self.at += 2 if array else 1
        names = [name for name, _, _ in self._dotted()]
        self.at = self.text.index("]", self.at) + (2 if array else 1)
        path = (*self._inside(tuple(names[:-1])), names[-1])
        if array:
            number = self.lengths.get(path, 0)
            self.lengths[path] = number + 1
            self.places.keys.setdefault(path, (start, self.at))
            path = (*path, number)
        self.places.keys[path] = (start, self.at)
        return path

    def _inside(self, names: tuple[str, ...]) -> KeyPath:
        """The way through tables and the last member of each array of tables."""
        path: KeyPath = ()
        for name in names:
            path = (*path, name)
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
        return path

    def _pair(self, table: KeyPath) -> None:
        path = table
        for name, start, end in self._dotted():
            path = (*path, name)
            self.places.keys.setdefault(path, (start, end))
        self._skip(_BLANK)
        self.at += 1  # the sign =
        self._skip(_BLANK)
        self._value(path)

    def _dotted(self) -> list[tuple[str, int, int]]:
        found = []
        while True:
            self._skip(_BLANK)
            match = _KEY.match(self.text, self.at)
            if match is None:
                raise ValueError(f"no key at {self.at}: the text is not what tomllib read")
            found.append((_name(match.group()), match.start(), match.end()))
            self.at = match.end()
            self._skip(_BLANK)
            if self.text[self.at] != ".":
                return found
            self.at += 1

    def _value(self, path: KeyPath) -> None:
        start = self.at
        first = self.text[start]
        if first in "\"'":
            self._skip(STRING)
        elif first == "[":
            self._members(path)
        elif first == "{":
            self._inline_table(path)
        else:
            self._skip(_BARE_VALUE)
        end = start + len(self.text[start : self.at].rstrip())
        self.places.values[path] = (start, end)

    def _members(self, path: KeyPath) -> None:
        self.at += 1
        number = 0
        while True:
            self._skip(_FILLER)
            if self.text[self.at] == "]":
                break
            if self.text[self.at] == ",":
                self.at += 1
                continue
            start = self.at
            self._value((*path, number))
            self.places.keys[*path, number] = (start, self.places.values[*path, number][1])
            number += 1
        self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while True:
            self._skip(_FILLER)
            if self.text[self.at] == "}":
                break
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._pair(path)
        self.at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()


def _name(key: str) -> str:
    if key[0] in "\"'":
        return next(iter(tomllib.loads(f"{key} = 1")))
    return key
