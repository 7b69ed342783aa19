"""A published site as a folder or a zip, read the same way."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple


class Tree(NamedTuple):
    """Files of a site by their path with forward slashes."""

    names: list[str]
    """Paths of all files, in order."""
    read: Callable[[str], bytes]
    """Bytes of one file; OSError or KeyError if there is none, zipfile.BadZipFile if it is damaged."""


@contextmanager
def open_tree(path: Path) -> Iterator[Tree]:
    """The site at ``path``; OSError or zipfile.BadZipFile if it cannot be read."""
    if path.is_dir():
        found = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
        names = sorted(file.relative_to(path).as_posix() for file in found)
        yield Tree(names, lambda name: (path / name).read_bytes())
        return
    with zipfile.ZipFile(path) as archive:
        yield Tree(sorted(i.filename for i in archive.infolist() if not i.is_dir()), archive.read)
