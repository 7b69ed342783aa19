"""一、 and （一） as headings of judicial interpretations, told from items of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.law.scan.labels import Label
from build_tools.law.scan.lines import Line
from build_tools.law.scan.markers import Marker, read_marker

_LONGEST = 50
_UNNUMBERED = frozenset(("总则", "通则", "分则", "附则", "罚则"))


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading without 第: level 1 for 一、, 2 for （一）, 0 for 附則 without a number."""

    level: int
    number: tuple[int, ...]
    marker: int
    """Length of the marker."""
    body: int


def find_topics(
    lines: Sequence[Line], labels: Sequence[Label | None], start: int, end: int, first: int
) -> dict[int, Topic]:
    """Headings without 第 between two indexes, by index.

    Such a line is short, ends like no sentence, and an article (or the first （一） below it) follows at once; the
    一、 among them must run 1, 2, 3…, the first standing before the first article or not alone. No such lines are
    sought where the law has chapters.
    """
    found = {
        i: Topic(0, (), 0, 0)
        for i in range(start, end - 1)
        if len(lines[i].text) <= 8 and lines[i].compact in _UNNUMBERED and _is_article(labels[i + 1])
    }
    if any(label and label.unit == "章" and not label.cites for label in labels[start:end]):
        return found
    markers = {i: m for i in range(start, end) if (m := _heading_marker(lines, i))}
    chain = _chain(labels, markers, end)
    if len(chain) == 1 and chain[0] > first:
        return found
    for number, i in enumerate(chain, 1):
        found[i] = Topic(1, (number,), markers[i].length, markers[i].body)
        stop = chain[number] if number < len(chain) else end
        below = 0
        for j in range(i + 1, stop):
            marker = markers.get(j)
            if marker and (marker.style, marker.number) == ("(一)", below + 1) and _heads(labels, j, end):
                below += 1
                found[j] = Topic(2, (below,), marker.length, marker.body)
    return found


def _heading_marker(lines: Sequence[Line], i: int) -> Marker | None:
    line = lines[i]
    if len(line.text) > _LONGEST or line.last in "。;:,、!?":
        return None
    marker = read_marker(line.plain) if line.plain[0] in "(一二三四五六七八九十㈠" else None
    if not marker or marker.style not in ("一、", "(一)") or marker.body >= len(line.text):
        return None
    before = lines[i - 1] if i else None
    return None if before and before.last in ":;" else marker


def _chain(labels: Sequence[Label | None], markers: dict[int, Marker], end: int) -> list[int]:
    chain: list[int] = []
    for i, marker in markers.items():
        if marker.style != "一、" or marker.number != len(chain) + 1:
            continue
        below = markers.get(i + 1)
        is_above = below is not None and (below.style, below.number) == ("(一)", 1)
        if _heads(labels, i, end) or (is_above and _heads(labels, i + 1, end)):
            chain.append(i)
    return chain


def _heads(labels: Sequence[Label | None], i: int, end: int) -> bool:
    return i + 1 < end and _is_article(labels[i + 1])


def _is_article(label: Label | None) -> bool:
    return label is not None and label.is_article
