"""A list that begins on the line of its 款, as in …应当提交下列文件： （一）登记申请书； (the list goes on below)."""

from __future__ import annotations

import re

from build_tools.law.scan.lines import Line, plain_form
from build_tools.law.scan.markers import Marker, read_marker

_LONGEST = 3000
_BEFORE = re.compile(r"[:;,。] *(?=[(0-9一二三四五六七八九十①-⒛㈠-㈩a-zA-Z])")
_WHOLE = re.compile(r"[：:]\s*[（(]\s*一\s*[）)]")

Piece = tuple[Line, Marker]


def split_inline(line: Line, following: Marker, first: int = 1) -> tuple[Line, list[Piece]] | None:
    """The text before and the items that stand on a line, if the list of ``following`` begins there.

    All numbers from ``first`` up to the one before ``following`` must stand in the line, in order and in its style;
    number 1 after a colon. Else None, and the line is left whole.
    """
    starts = _starts(line, following.style, first) if len(line.text) <= _LONGEST else []
    if not starts or len(starts) != following.number - first:
        return None
    return _cut(line, starts)


def split_whole(line: Line) -> tuple[Line, list[Piece]] | None:
    """The same for a list that stands on the line of its 款 from beginning to end.

    Example: 下列情形除外：（一）甲；（二）乙。

    Only if nothing else can be meant: every item but the last ends with a semicolon, the last with the line, and
    no quotation mark stands in the line.
    """
    if not _WHOLE.search(line.text) or len(line.text) > _LONGEST or any(c in line.text for c in "“”「」"):
        return None
    starts = _starts(line, "(一)", 1)
    if len(starts) < 2 or line.last not in "。;":
        return None
    cut = _cut(line, starts)
    if cut is None or any(piece.last != ";" or "。" in piece.text for piece, _ in cut[1][:-1]):
        return None
    return cut if "。" not in cut[1][-1][0].text[:-1] else None


def _starts(line: Line, style: str, first: int) -> list[int]:
    plain = plain_form(line.text)
    starts: list[int] = []
    for found in _BEFORE.finditer(plain):
        marker = read_marker(plain[found.end() : found.end() + 40])
        if not marker or marker.style != style or marker.number != first + len(starts):
            continue
        if starts or first > 1 or plain[found.start()] == ":":
            starts.append(found.end())
    return starts


def _cut(line: Line, starts: list[int]) -> tuple[Line, list[Piece]] | None:
    pieces = []
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        piece = line.part(start, end)
        marker = read_marker(piece.plain)
        if marker is None:
            return None
        pieces.append((piece, marker))
    return line.part(0, starts[0]), pieces
