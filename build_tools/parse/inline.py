"""A list that begins on the line of its 款: …应当提交下列文件： （一）登记申请书；"""

from __future__ import annotations

import re

from build_tools.parse.lines import Line, plain_form
from build_tools.parse.markers import Marker, read_marker

_LONGEST = 3000
_BEFORE = re.compile(r"[:;,。] *(?=[(0-9一二三四五六七八九十①-⒛㈠-㈩a-zA-Z])")


def split_inline(line: Line, following: Marker) -> tuple[Line, list[tuple[Line, Marker]]] | None:
    """The text of the 款 and the items that stand on its line, if the list of ``following`` begins there.

    All numbers from 1 up to the one before ``following`` must stand in the line, in order and in its style, the
    first after a colon; else None and the line is left whole.
    """
    if len(line.text) > _LONGEST:
        return None
    plain = plain_form(line.text)
    starts: list[int] = []
    for found in _BEFORE.finditer(plain):
        marker = read_marker(plain[found.end() : found.end() + 40])
        if not marker or marker.style != following.style or marker.number != len(starts) + 1:
            continue
        if starts or plain[found.start()] == ":":
            starts.append(found.end())
    if len(starts) != following.number - 1:
        return None
    ends = [*starts[1:], len(plain)]
    pieces = []
    for start, end in zip(starts, ends, strict=True):
        piece = line.part(start, end)
        marker = read_marker(piece.plain)
        if marker is None:
            return None
        pieces.append((piece, marker))
    return line.part(0, starts[0]), pieces
