"""Files that law.toml names: inside the law's folder, there, and none left unmentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from build_tools.model.issue import Issue, Severity
from build_tools.read.law_form import LawForm
from build_tools.read.places import KeyPath
from build_tools.read.sources import read_bytes_issue
from build_tools.read.toml_text import TomlText, key_name

#: To be put behind the hint of any error about one opinion.
LEAVE_OUT = (
    "; to leave this opinion out, write publish = false below its slug in law.toml, or build --without-broken"
)
_FOLDERS = ("editions", "feedback")
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\:]")


def check_files(text: TomlText, form: LawForm, folder: Path, content: Path) -> Iterator[Issue]:
    """Yield what is wrong with the files of one law; nothing of a file outside ``content`` is read.

    例: ``file = "../../etc/passwd"`` → E113.
    """
    first: dict[str, KeyPath] = {}
    for key, file, wanted in _declared(form):
        yield from _check(text, key, file, folder, content, wanted=wanted)
        name = PurePosixPath(file).as_posix()
        if name in first:
            message = f"{key_name(key)}: {file} is declared already on line {text.position(first[name]).line}"
            yield text.issue(key, "E111", message, "give each edition and opinion a file of its own")
        first.setdefault(name, key)
    for path in _lying_there(folder):
        if path not in first:
            shown = f"{PurePosixPath(text.source.path).parent}/{path}"
            message = "law.toml does not mention this file, so it is not on the site"
            hint = f'add an [[edition]] or [[feedback]] table with file = "{path}"'
            yield Issue("W120", Severity.WARNING, shown, 0, 0, message, hint)


def _declared(form: LawForm) -> Iterator[tuple[KeyPath, str, bool]]:
    """Each file with its key; and if it is wanted, as that of an opinion with ``publish = false`` is not."""
    for number, edition in enumerate(form.edition):
        yield ("edition", number, "source", "file"), edition.source.file, True
    for number, feedback in enumerate(form.feedback):
        yield ("feedback", number, "source", "file"), feedback.source.file, feedback.publish


def is_inside(path: Path, folder: Path) -> bool:
    """True if a path, all links followed, lies in a folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a circle of links
        return False


def _check(
    text: TomlText, key: KeyPath, file: str, folder: Path, content: Path, *, wanted: bool
) -> Iterator[Issue]:
    name, path = key_name(key), PurePosixPath(file)
    hint = "put the file into the law's folder and name it from there, with forward slashes"
    if _FORBIDDEN.search(file):
        yield text.issue(key, "E113", f"{name} holds a character that no path may have here", hint)
    elif path.is_absolute() or ".." in path.parts:
        yield text.issue(key, "E113", f"{name}: {file} leads out of the law's folder", hint)
    elif not is_inside(folder / path, content):
        yield text.issue(key, "E113", f"{name}: {file} is a link that leads out of content/", hint)
    elif wanted and (trouble := read_bytes_issue(folder / path)):
        hint = trouble[2] + (LEAVE_OUT if key[0] == "feedback" else "")
        yield text.issue(key, "E114", f"{name}: {file}: {trouble[1]}", hint)


def _lying_there(folder: Path) -> list[str]:
    """What a law's folders hold, but for hidden files and the copies that editors leave."""
    paths = (path for name in _FOLDERS for path in sorted((folder / name).rglob("*")) if path.is_file())
    return [
        p.relative_to(folder).as_posix() for p in paths if not p.name.startswith(".") and p.name[-1] != "~"
    ]
