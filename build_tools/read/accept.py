"""A source that was changed on purpose: its new SHA-256 goes into law.toml, and nothing else is touched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.read.law_files import is_inside
from build_tools.read.places import KeyPath
from build_tools.read.sources import read_bytes_issue
from build_tools.read.toml_text import TomlText, key_name, read_toml


@dataclass(frozen=True, slots=True)
class Accepted:
    """What law.toml is to be; ``files`` are the sources whose SHA-256 is new: path, former, present."""

    after: str
    files: tuple[tuple[str, str, str], ...]


def accept_sources(folder: Path, shown: str, log: IssueLog) -> Accepted | None:
    """What law.toml is to be so that it names the sources as they are now; None if one cannot be read.

    ``shown`` is the path of law.toml in messages. Only the digits of each ``sha256`` change; a line is added
    where there is none. Opinions that are not published may be missing. Writes nothing.
    """
    text = read_toml(folder / "law.toml", "law.toml", shown, log)
    if text is None:
        return None
    edits: list[tuple[int, int, str]] = []
    files: list[tuple[str, str, str]] = []
    troubled = False
    for key, source, wanted in _sources(text):
        path = folder / str(source["file"])
        if not is_inside(path, folder):
            message = f"{source['file']} leads out of the law's folder"
            log.add(text.issue((*key, "file"), "E113", message, "put the file into the law's folder"))
            troubled = True
            continue
        if trouble := read_bytes_issue(path):
            message = f"{key_name((*key, 'file'))}: {source['file']}: {trouble[1]}"
            if wanted:
                log.add(text.issue((*key, "file"), "E114", message, trouble[2]))
                troubled = True
            continue
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        former = str(source.get("sha256", ""))
        if former != found:
            files.append((str(source["file"]), former, found))
            edits.append(_edit(text, key, found))
    if troubled:
        return None
    after = text.source.text
    for start, end, new in sorted(edits, reverse=True):
        after = after[:start] + new + after[end:]
    return Accepted(after, tuple(files))


def no_law(shown: str) -> Issue:
    """There is no such law to accept sources of."""
    hint = "name a folder under content/laws/, or run: duizhao new LAW --from FILE"
    return Issue("E116", Severity.ERROR, shown, 0, 0, "there is no law.toml here", hint)


def _sources(text: TomlText) -> Iterator[tuple[KeyPath, Mapping[str, object], bool]]:
    """Each [edition.source] and [feedback.source] that names a file, with its key; others are for `check` to tell."""
    for name in ("edition", "feedback"):
        tables = text.values.get(name)
        for number, table in enumerate(tables if isinstance(tables, list) else []):
            source = table.get("source") if isinstance(table, dict) else None
            if isinstance(source, dict) and isinstance(source.get("file"), str):
                yield (name, number, "source"), source, table.get("publish", True) is not False


def _edit(text: TomlText, key: KeyPath, digest: str) -> tuple[int, int, str]:
    """Start, end and new text: of the value of sha256, or of a line to be put below ``file``."""
    places = text.places.values
    if (*key, "sha256") in places:
        start, end = places[*key, "sha256"]
        return start, end, f'"{digest}"'
    end = places[*key, "file"][1]
    if key in places:  # source = { file = … }
        return end, end, f', sha256 = "{digest}"'
    body = text.source.text
    newline = "\r\n" if "\r\n" in body else "\n"
    row = body[body.rfind("\n", 0, end) + 1 : end]
    added = f'{row[: len(row) - len(row.lstrip())]}sha256 = "{digest}"{newline}'
    at = body.find("\n", end) + 1
    return (at, at, added) if at else (len(body), len(body), newline + added)
