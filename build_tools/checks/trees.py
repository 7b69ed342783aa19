"""A published site as a folder or a zip, read the same way."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol


class Tree(Protocol):
    """Files of a site by their path with forward slashes."""

    def names(self) -> list[str]:
        """Paths of all files, in order."""

    def read(self, name: str) -> bytes:
        """Bytes of one file; OSError or KeyError if there is none, zipfile.BadZipFile if it is damaged."""


@contextmanager
def open_tree(path: Path) -> Iterator[Tree]:
    """The site at ``path``; OSError or zipfile.BadZipFile if it cannot be read."""
    if path.is_dir():
        yield _Folder(path)
        return
    with zipfile.ZipFile(path) as archive:
        yield _Archive(archive)


class _Folder:
    def __init__(self, root: Path) -> None:
        self._root = root

    def names(self) -> list[str]:
        found = [Path(folder, name) for folder, _, names in os.walk(self._root) for name in names]
        return sorted(path.relative_to(self._root).as_posix() for path in found)

    def read(self, name: str) -> bytes:
        return (self._root / name).read_bytes()


class _Archive:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def names(self) -> list[str]:
        return sorted(i.filename for i in self._archive.infolist() if not i.is_dir())

    def read(self, name: str) -> bytes:
        return self._archive.read(name)
