"""Where each key of a TOML file stands: tomllib reads values but forgets their places."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

#: A way to a value: ``("edition", 0, "source", "sha256")``.
KeyPath = tuple[str | int, ...]

STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
_FILLER = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_BARE_VALUE = re.compile(r"[^,\]}\n#]*")
_KEY = re.compile(r"""[ \t]*([A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*(\.?)""")


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
        brackets = 2 if self.text.startswith("[[", self.at) else 1
        self.at += brackets
        *above, last = (name for name, _, _ in self._dotted())
        path: KeyPath = ()
        for name in above:  # through tables, and the last member of each array of tables
            path = (*path, name)
            path = (*path, self.lengths[path] - 1) if path in self.lengths else path
        path = (*path, last)
        self.at += brackets
        if brackets == 2:
            number = self.lengths.get(path, 0)
            self.lengths[path] = number + 1
            self.places.keys.setdefault(path, (start, self.at))
            path = (*path, number)
        self.places.keys[path] = (start, self.at)
        return path

    def _pair(self, path: KeyPath) -> None:
        for name, start, end in self._dotted():
            path = (*path, name)
            self.places.keys.setdefault(path, (start, end))
        self._skip(_EQUALS)
        self._value(path)

    def _dotted(self) -> list[tuple[str, int, int]]:
        """The parts of a key, each with its start and end."""
        found = []
        while match := _KEY.match(self.text, self.at):
            found.append((_name(match[1]), match.start(1), match.end(1)))
            self.at = match.end()
            if not match[2]:
                return found
        raise ValueError(f"no key at {self.at}: the text is not what tomllib read")

    def _value(self, path: KeyPath) -> None:
        start = self.at
        first = self.text[start]
        if first in "[{":
            self.at += 1
            self._members(path, first)
            self.at += 1
        else:
            self._skip(STRING if first in "\"'" else _BARE_VALUE)
        self.places.values[path] = (start, start + len(self.text[start : self.at].rstrip()))

    def _members(self, path: KeyPath, bracket: str) -> None:
        number = 0
        while self._skip(_FILLER) not in "]}":
            if bracket == "{":
                self._pair(path)
            else:
                start = self.at
                self._value((*path, number))
                self.places.keys[*path, number] = (start, self.places.values[*path, number][1])
                number += 1

    def _skip(self, pattern: re.Pattern[str]) -> str:
        """Go to the end of what matches, and return the character there."""
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.text[self.at : self.at + 1]


def _name(key: str) -> str:
    return next(iter(tomllib.loads(f"{key} = 1"))) if key[0] in "\"'" else key
