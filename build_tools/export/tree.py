"""The new site on disk: each file written once, under a safe path, with its checksum."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from build_tools.model.issue import Issue, file_error
from build_tools.text.checksums import SUMS, write_sums

_SAFE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\Z")
_LONGEST = 100


@dataclass(slots=True)
class TreeWriter:
    """Writes below ``root``; ``sums`` holds path and SHA-256 of all that was written."""

    root: Path
    sums: dict[str, str] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    _lower: set[str] = field(default_factory=set)
    _folders: set[str] = field(default_factory=set)

    def write(self, path: str, data: bytes) -> bool:
        """Write one file and say so; a path that is unsafe or taken becomes an issue (E511, E512), and is not written."""
        if not _SAFE.match(path) or len(path) > _LONGEST:
            self.issues.append(file_error("E512", path, f"unsafe path {path!r}"))
            return False
        if path.lower() in self._lower:
            self.issues.append(file_error("E511", path, "this path is taken by another file"))
            return False
        self._lower.add(path.lower())
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(f"{self.root}/{folder}", exist_ok=True)  # noqa: PTH103 - half the time of Path, for each page
            self._folders.add(folder)
        with open(f"{self.root}/{path}", "wb") as file:  # noqa: PTH123 - the same
            file.write(data)
        self.sums[path] = sha256(data).hexdigest()
        return True

    def finish(self) -> None:
        """Write SHA256SUMS; nothing may be written after it."""
        (self.root / SUMS).write_bytes(write_sums(self.sums))
