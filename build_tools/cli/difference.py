"""What has changed in a source that is accepted: its former text, if it is to be had, beside the present one."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

from build_tools.cli.report import visible
from build_tools.text.diff import compare

#: Lines that are shown; characters of a line that is compared within; of equal text that are shown beside a change.
_MOST_LINES, _LONGEST, _BESIDE = 200, 5_000, 20
_COMMITS = "50"


def difference(path: Path, former: str, site: Path) -> list[str]:
    """Lines that show how a source differs from the one with the SHA-256 ``former``; says so if that is not at hand.

    例: ``   3: 第一條 [-不得-]{+可以+}收取費用。``, and ``<U+200B>`` for what is invisible.
    """
    found = _former_text(path, former, site)
    if found is None:
        return [
            f"{path.as_posix()}: its former text is not at hand, neither in git nor in {site.as_posix()}: "
            "compare the file with a copy of your own"
        ]
    where, before = found
    rows = list(_rows(before.decode("utf-8", "replace"), path.read_bytes().decode("utf-8", "replace")))
    more = [f"… and {len(rows) - _MOST_LINES:,} more lines"] if len(rows) > _MOST_LINES else []
    head = f"{path.as_posix()}: compared with the text of SHA-256 {former[:12]}… from {where}"
    return [head, *rows[:_MOST_LINES], *more]


def _rows(before: str, after: str) -> Iterator[str]:
    old, new = before.split("\n"), after.split("\n")
    for kind, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            continue
        pairs = [] if kind != "replace" else list(zip(old[a:b], new[c:d], strict=False))
        if any(max(map(len, pair)) > _LONGEST for pair in pairs):
            pairs = []
        for number, (was, now) in enumerate(pairs, c + 1):
            yield f" {number:>4}: {_marked(was, now)}"
        for sign, lines, first, last in (("-", old, a, b), ("+", new, c, d)):
            for number in range(first + len(pairs), last):
                yield f"{sign}{number + 1:>4}: {visible(lines[number])}"


def _marked(before: str, after: str) -> str:
    """One line as ``git diff --word-diff`` writes it, long stretches that are equal cut short."""
    shown = ""
    for change in compare(before, after):
        text = visible(change.text)
        if change.operation == "delete":
            shown += f"[-{text}-]"
        elif change.operation == "insert":
            shown += f"{{+{text}+}}"
        else:
            shown += text if len(text) <= 2 * _BESIDE else f"{text[:_BESIDE]}…{text[-_BESIDE:]}"
    return shown


def _former_text(path: Path, former: str, site: Path) -> tuple[str, bytes] | None:
    """Where a file with this SHA-256 was found, and its bytes; the hash is what makes it the right one."""
    for commit in ("", *_git(path, "log", f"-{_COMMITS}", "--format=%H", "--", path.name).decode().split()):
        data = _git(path, "cat-file", "blob", f"{commit}:./{path.name}")
        if sha256(data).hexdigest() == former:
            return f"git ({commit[:12] or 'staged'})", data
    for file in site.glob("*/*/*/provenance/*.txt"):
        data = file.read_bytes()
        if sha256(data).hexdigest() == former:
            return file.as_posix(), data
    return None


def _git(path: Path, *arguments: str) -> bytes:
    """What git prints; nothing if there is no git, or no repository here."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=path.parent, capture_output=True, check=False, timeout=20
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""
