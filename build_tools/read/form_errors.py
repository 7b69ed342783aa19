"""What is wrong with the form of law.toml, and what is left open in it, in words a maintainer can act on."""

from __future__ import annotations

import difflib
import re
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from build_tools.model.issue import Issue, Severity, issue_at
from build_tools.read.law_form import LawForm
from build_tools.read.places import STRING, KeyPath
from build_tools.read.toml_text import TomlText, key_name

_KINDS = {
    "string_type": "words in quotation marks",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list in square brackets",
    "model_type": "a table",
    "dict_type": "a table",
}
_MARK = re.compile(rf"{STRING.pattern}|(?P<mark>#[ \t]*CHECK\b[^\r\n]*)|#[^\n]*", re.DOTALL)
_PLACEHOLDER = re.compile(r"(?:[來来]源|作者)?未[註注]明|（[標标][題题]）")


def fill_form(text: TomlText) -> tuple[LawForm | None, tuple[Issue, ...]]:
    """The form filled with what law.toml says, or None and everything that is wrong with it.

    例: ``languge = "Hant"`` → E103 unknown key, with the nearest key.
    """
    try:
        return LawForm.model_validate(dict(text.values)), ()
    except ValidationError as error:
        return None, tuple(_issue(text, details) for details in error.errors())


def _issue(text: TomlText, details: ErrorDetails) -> Issue:
    key: KeyPath = details["loc"]
    kind, name = details["type"], key_name(details["loc"])
    example = _example(key)
    if kind == "extra_forbidden":
        return text.issue(key, "E103", f"unknown key {name}", _nearest_key(key))
    if kind in {"missing", "too_short"}:
        return text.issue(key, "E104", f"{name} is missing", f"add: {key[-1]} = {example}")
    hint = f"write: {key[-1]} = {example}" if isinstance(key[-1], str) else f"write: {example}"
    shown = _shown(details["input"])
    if kind.startswith("E"):
        return text.issue(key, kind, f"{name}: {shown} {details['msg']}", hint)
    if kind.startswith("date"):
        return text.issue(key, "E107", f"{name}: {shown} is not a date", f"{hint}, without quotation marks")
    if kind == "literal_error":
        return text.issue(key, "E106", *_not_listed(name, details))
    if kind in _KINDS:
        return text.issue(key, "E105", f"{name}: {shown} is not {_KINDS[kind]}", hint)
    return text.issue(key, "E106", f"{name}: {shown}: {details['msg']}", hint)


def _not_listed(name: str, details: ErrorDetails) -> tuple[str, str]:
    expected = str(details.get("ctx", {}).get("expected", "")).replace("'", '"')
    values = [value.strip(' "') for value in expected.replace(" or ", ", ").split(",")]
    near = difflib.get_close_matches(str(details["input"]), values, 1, 0.6)
    hint = f'did you mean "{near[0]}"?' if near else f"take one of {expected}"
    return f"{name}: {_shown(details['input'])} is none of {expected}", hint


def _nearest_key(key: KeyPath) -> str:
    valid = sorted(_fields(key[:-1]))
    near = difflib.get_close_matches(str(key[-1]), valid, 1, 0.6)
    return f"did you mean {near[0]}?" if near else f"the keys of this table are: {', '.join(valid)}"


def _example(key: KeyPath) -> str:
    names = [part for part in key if isinstance(part, str)]
    if not names or names[-1] != key[-1]:
        key = key[: max(i for i, part in enumerate(key) if isinstance(part, str)) + 1]
    field = _fields(key[:-1]).get(str(key[-1]))
    return str(field.examples[0]) if field is not None and field.examples else "…"


def _fields(key: KeyPath) -> Mapping[str, FieldInfo]:
    """Keys of the table that stands at this place of the form."""
    form: type[BaseModel] = LawForm
    for name in key:
        if isinstance(name, str) and name in form.model_fields:
            form = next(_forms(form.model_fields[name].annotation), form)
    return form.model_fields


def _forms(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - annotations have no type of their own
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _forms(inner)


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    text = text.lower() if isinstance(value, bool) else text
    return text if len(text) <= 60 else text[:59] + "…"


def check_unfinished(text: TomlText) -> Iterator[Issue]:
    """Warn of what `duizhao new` guessed: placeholders (W122), other lines with a comment CHECK (W121).

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
