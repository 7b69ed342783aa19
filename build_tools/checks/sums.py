"""Is a copy of the site the one that was built? Each file against SHA256SUMS."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from build_tools.checks.trees import Tree
from build_tools.model.issue import Issue, file_error
from build_tools.text.checksums import SUMS, read_sums


def check_sums(path: Path, tree: Tree) -> Iterator[Issue]:
    """Files of a folder or zip that are missing, changed or extra."""
    names = tree.names
    try:
        sums = read_sums(tree.read(SUMS))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zlib.error):
        sums = {}
    if not sums:
        yield file_error("E543", path / SUMS, "is not there, or not as it was written")
        return
    for name in sorted(name for name, count in Counter(names).items() if count > 1):
        yield file_error("E542", path / name, "stands in the archive twice")
    present = set(names) - {SUMS}
    for name in sorted(sums.keys() | present):
        if name not in present:
            yield file_error("E540", path / name, "is missing")
        elif name not in sums:
            yield file_error("E542", path / name, f"is not listed in {SUMS}")
        elif _hash(tree, name) != sums[name]:
            yield file_error("E541", path / name, "is not the file that was built")


def _hash(tree: Tree, name: str) -> str:
    try:
        return sha256(tree.read(name)).hexdigest()
    except (OSError, zipfile.BadZipFile, zlib.error):
        return ""
