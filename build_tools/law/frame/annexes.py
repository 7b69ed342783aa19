"""附件1, 附表二, 附录: lines that announce what is attached to a law."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.law.scan.lines import Line
from build_tools.law.scan.shapes import is_title

_N = NUMERAL_CLASS
_MARKER = re.compile(
    rf"[(\[【]?附 ?(?:件|表|录|图|注|文|件目录)? {{0,6}}(?:之)?(?P<number>[{_N}]{{1,3}}(?![{_N}、年]))?[)\]】]?"
    r"(?P<after> ?: ?| +|\.|、|$|(?=《))"
)
_NOT_TITLE = re.compile(r"[规所的中列和、,内及与]")
_LIST = re.compile(r" *(?:[0-9]{1,2} ?[.、]|[一二三四五六七八九十] ?、|附件)")


@dataclass(frozen=True, slots=True)
class AnnexMarker:
    """附件1 by itself, or with a title or a list after it."""

    rest: int
    """Where the title or list begins in the line; its length if there is none."""
    lists: bool
    """True for 附件：1. …, which lists what is attached, and does not attach it yet."""
    numbered: bool
    """True if the line says which annex it is."""


def read_annex_marker(line: Line) -> AnnexMarker | None:
    """The announcement that a line is, or None.

    附表一　环境保护税税目税额表 and 附件： are announcements; 附件所列…。 and 附則 are not.
    """
    plain = line.plain
    if not plain.startswith(("附", "(附", "[附", "【附")) or not line.is_short:
        return None
    found = _MARKER.match(plain)
    if not found:
        return None
    rest = plain[found.end() :]
    stripped = rest.lstrip(" ")
    colon = ":" in found["after"]
    bare = found[0].strip(" :()[]【】.、") == "附"
    if bare and not colon and stripped:
        return None
    if stripped and not colon and (_NOT_TITLE.match(stripped) or stripped[-1] in "。;,"):
        return None
    if stripped[:1] in "则則" and bare:
        return None
    start = found.end() + len(rest) - len(stripped)
    lists = colon and not found["number"] and bool(_LIST.match(rest))
    return AnnexMarker(start, lists, bool(found["number"]))


def annexed_title(line: Line) -> tuple[Line, Line] | None:
    """附件1：测试法（征求意见稿）: the marker and the title after it; None for other lines."""
    marker = read_annex_marker(line)
    if marker is None or marker.lists or marker.rest >= len(line.text):
        return None
    title = line.part(marker.rest, len(line.text))
    return (line.part(0, marker.rest), title) if is_title(title) else None


def is_annex_heading(line: Line) -> bool:
    """True for a line that is 附件1 and nothing else."""
    marker = read_annex_marker(line)
    return marker is not None and marker.rest >= len(line.text)
