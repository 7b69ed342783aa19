"""What `duizhao new` guessed or left open in law.toml, told until a maintainer has settled it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.model.issue import Issue, Severity, issue_at
from build_tools.read.places import STRING, KeyPath
from build_tools.read.toml_text import TomlText, key_name

_MARK = re.compile(rf"{STRING.pattern}|(?P<mark>#[ \t]*CHECK\b[^\r\n]*)|#[^\n]*", re.DOTALL)
_PLACEHOLDER = re.compile(r"(?:[來来]源|作者)?未[註注]明|（[標标][題题]）")


def check_unfinished(text: TomlText) -> Iterator[Issue]:
    """Warn of each placeholder (W122), and of each other line with a comment that begins with CHECK (W121).

    例: ``issuer = { hant = "未註明", hans = "未注明" } # CHECK`` → W122 at ``issuer``.
    """
    source = text.source
    told: set[int] = set()
    for key, words in _strings(text.values, ()):
        if _PLACEHOLDER.fullmatch(words) and key[0] != "note":
            place = key[:-1] if key[-1] in {"hant", "hans"} else key
            if text.position(place).line not in told:
                told.add(text.position(place).line)
                message = f"{key_name(place)} still says “{words}”, and readers would see it"
                hint = "write what is so; if nobody knows, say so in other words"
                yield text.issue(place, "W122", message, hint, Severity.WARNING)
    for found in _MARK.finditer(source.text):
        if found["mark"] and source.position(found.start()).line not in told:
            message = "this line is marked CHECK: it was guessed, and nobody has said that it is right"
            hint = "compare it with the original, correct it, and take the mark away"
            yield issue_at(source, *found.span(), "W121", Severity.WARNING, message, hint)


def _strings(value: object, key: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """All strings of a TOML value with their keys."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, (*key, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _strings(inner, (*key, number))
