"""SHA256SUMS: one line a file, as ``sha256sum -c`` reads it, so that a copy can be checked without this program."""

from __future__ import annotations

import re
from collections.abc import Mapping

SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)\Z")


def write_sums(sums: Mapping[str, str]) -> bytes:
    r"""The file for these paths and hashes, in order of path.

    >>> write_sums({"index.html": "0" * 64})[-13:]
    b'  index.html\n'
    """
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode("ascii")


def read_sums(data: bytes) -> dict[str, str]:
    """Paths and hashes; ValueError if a line has another form or a path comes twice."""
    sums: dict[str, str] = {}
    for number, line in enumerate(data.decode("ascii").splitlines(), 1):
        found = _LINE.match(line)
        if not found or found[2] in sums:
            raise ValueError(f"{SUMS}:{number}: not a line of checksums")
        sums[found[2]] = found[1]
    return sums
