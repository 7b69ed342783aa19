"""Is a copy of the site the one that was built? Each file against SHA256SUMS."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from build_tools.checks.trees import Tree
from build_tools.model.issue import Issue, Severity
from build_tools.text.checksums import SUMS, read_sums


def check_sums(path: Path, tree: Tree) -> Iterator[Issue]:
    """Files of a folder or zip that are missing, changed or extra."""
    names = tree.names()
    try:
        sums = read_sums(tree.read(SUMS))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zlib.error):
        sums = {}
    if not sums:
        yield _issue("E543", path, SUMS, "is not there, or not as it was written")
        return
    twice = {name for name in names if names.count(name) > 1} if len(set(names)) != len(names) else set()
    for name in sorted(twice):
        yield _issue("E542", path, name, "stands in the archive twice")
    present = set(names) - {SUMS}
    for name in sorted(sums.keys() | present):
        if name not in present:
            yield _issue("E540", path, name, "is missing")
        elif name not in sums:
            yield _issue("E542", path, name, f"is not listed in {SUMS}")
        elif _hash(tree, name) != sums[name]:
            yield _issue("E541", path, name, "is not the file that was built")


def _hash(tree: Tree, name: str) -> str:
    try:
        return sha256(tree.read(name)).hexdigest()
    except (OSError, zipfile.BadZipFile, zlib.error):
        return ""


def _issue(code: str, path: Path, name: str, message: str) -> Issue:
    return Issue(code, Severity.ERROR, (path / name).as_posix(), 0, 0, message)
