"""The lines of one article become 款, each with its 項, 目 and what stands below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Item, Paragraph
from build_tools.parse.inline import split_inline
from build_tools.parse.lines import Line
from build_tools.parse.markers import Marker, read_marker
from build_tools.parse.report import Report

_DEPTHS = 3  # 項, 目 and one division below have numbers of their own in an address


@dataclass(slots=True)
class _Node:
    """An item that is being read; ``marker`` is None for a line that goes on under the item above it."""

    line: Line
    marker: Marker | None
    below: list[_Node] = field(default_factory=list)


@dataclass(slots=True)
class _Level:
    """A running list: its style of marker and the items so far."""

    style: str
    nodes: list[_Node]
    last: tuple[int, int]


@dataclass(slots=True)
class _Paragraph:
    line: Line
    quoted: bool
    items: list[_Node] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    """The lists that may go on, outermost first."""


def read_paragraphs(
    article: tuple[int, ...], lines: Sequence[tuple[Line, bool]], report: Report
) -> tuple[Paragraph, ...]:
    """The 款 of an article; ``lines`` are its lines without the label, each with whether it is quoted.

    Rule: an item belongs to the 款 before it, text after a list is the next 款. Any style of marker may be
    the first level; a list begins with 1 and goes on by one, whatever departs is reported. Example: （一）… 1. …
    （1）… gives 項, 目 and a division.
    """
    markers = [read_marker(line.plain) for line, _ in lines]
    following = _next_markers(markers)
    paragraphs: list[_Paragraph] = []
    for i, (line, quoted) in enumerate(lines):
        marker = markers[i]
        current = paragraphs[-1] if paragraphs else None
        if marker and _place(paragraphs, line, marker, report, quoted=quoted):
            continue
        if current and current.levels and _goes_on(current, line, following[i]):
            _continue_item(current, line, following[i], report)
            continue
        paragraphs.append(_Paragraph(line, quoted))
    numbered = enumerate(paragraphs, 1)
    return tuple(_paragraph(ProvisionId(article, number), p, report) for number, p in numbered)


def _next_markers(markers: Sequence[Marker | None]) -> list[Marker | None]:
    """For each line the marker of the next line that has one."""
    found: list[Marker | None] = []
    following = None
    for marker in reversed(markers):
        found.append(following)
        following = marker or following
    return found[::-1]


def _place(paragraphs: list[_Paragraph], line: Line, marker: Marker, report: Report, *, quoted: bool) -> bool:
    """Put a line with a marker where it belongs; False if its marker is no marker here."""
    if not paragraphs:
        if marker.number != 1 or marker.doubtful:
            return False
        # 第五条 （一）…: the 款 has no text of its own
        paragraphs.append(_Paragraph(line.part(0, 0), quoted))
    paragraph = paragraphs[-1]
    depth = _depth(paragraph, marker)
    if depth is not None:
        del paragraph.levels[depth + 1 :]
        _append(paragraph.levels[depth], line, marker, report)
        return True
    if marker.number == 1 and not marker.insert and not marker.doubtful:
        _open(paragraph, line, marker)
        return True
    if paragraph.levels or marker.number == 1:
        return False
    return _begin_late(paragraph, line, marker, report)


def _depth(paragraph: _Paragraph, marker: Marker) -> int | None:
    """Which running list the marker goes on with: one of its style, or one whose next number it has."""
    for depth in range(len(paragraph.levels) - 1, -1, -1):
        if paragraph.levels[depth].style == marker.style:
            return depth
    if marker.number > 1:
        for depth in range(len(paragraph.levels) - 1, -1, -1):
            if paragraph.levels[depth].last[0] + 1 == marker.number:
                return depth
    return None


def _append(level: _Level, line: Line, marker: Marker, report: Report) -> None:
    number = (marker.number, marker.insert)
    expected = (level.last[0] + 1, 0)
    if number not in (expected, (level.last[0], level.last[1] + 1)):
        before = level.nodes[-1].line
        report.at(
            line,
            "W231",
            f"item {line.text[: marker.length]} follows {_shown_marker(level.nodes[-1])} (line {before.number})",
            "compare with the original; the text is kept as it is",
            marker.length,
        )
    elif marker.style != level.style:
        report.at(line, "W232", f"item {line.text[: marker.length]} changes the style of its list",
                  "compare with the original; it is read as the next item", marker.length)  # fmt: skip
    level.nodes.append(_Node(line, marker))
    level.last = number


def _open(paragraph: _Paragraph, line: Line, marker: Marker) -> None:
    nodes = paragraph.levels[-1].nodes[-1].below if paragraph.levels else paragraph.items
    nodes.append(_Node(line, marker))
    paragraph.levels.append(_Level(marker.style, nodes, (marker.number, marker.insert)))


def _begin_late(paragraph: _Paragraph, line: Line, marker: Marker, report: Report) -> bool:
    """A list whose first lines stand within the text of the 款 (…文件：（一）申请书；), or are missing."""
    split = split_inline(paragraph.line, marker)
    if split:
        text, first = split
        paragraph.line = text
        nodes = [_Node(*piece) for piece in first]
        paragraph.items.extend(nodes)
        last = first[-1][1]
        paragraph.levels.append(_Level(marker.style, paragraph.items, (last.number, last.insert)))
        report.at(first[0][0], "W233", f"item {first[0][0].text[: first[0][1].length]} stands on the line of its 款",
                  "it is read as an item, since the next line goes on with the list", first[0][1].length)  # fmt: skip
        _append(paragraph.levels[0], line, marker, report)
        return True
    if paragraph.line.last != ":" or marker.style not in ("(一)", "㈠"):
        return False
    report.at(line, "W231", f"the list begins with {line.text[: marker.length]}",
              "compare with the original; the text is kept as it is", marker.length)  # fmt: skip
    _open(paragraph, line, marker)
    return True


def _goes_on(paragraph: _Paragraph, line: Line, following: Marker | None) -> bool:
    """True if a list of this 款 goes on after the line, with its next number: the line stands within the list."""
    if following is None or following.number == 1 or line.last == ":":
        return False
    return any(
        level.style == following.style and level.last[0] + 1 == following.number for level in paragraph.levels
    )


def _continue_item(paragraph: _Paragraph, line: Line, following: Marker | None, report: Report) -> None:
    assert following is not None  # _goes_on has looked
    depth = next(d for d, level in enumerate(paragraph.levels) if level.style == following.style)
    item = paragraph.levels[depth].nodes[-1]
    del paragraph.levels[depth + 1 :]
    item.below.append(_Node(line, None))
    report.at(line, "W234", f"this line stands within item {_shown_marker(item)} (line {item.line.number}), without a number",
              "it is read as part of that item, since the list goes on after it")  # fmt: skip


def _shown_marker(node: _Node) -> str:
    return node.line.text[: node.marker.length] if node.marker else node.line.text[:6]


def _paragraph(provision: ProvisionId, paragraph: _Paragraph, report: Report) -> Paragraph:
    line = paragraph.line
    items = _items(provision, paragraph.items, 0, report)
    return Paragraph(provision, line.text, report.span_of(line), items, paragraph.quoted)


def _items(above: ProvisionId, nodes: list[_Node], depth: int, report: Report) -> tuple[Item, ...]:
    numbers = _numbers(nodes, depth)
    if depth == _DEPTHS - 1 and any(node.below for node in nodes):
        return _flattened(above, nodes, report)
    return tuple(
        _item(_below(above, number, depth), node, depth, report)
        for number, node in zip(numbers, nodes, strict=True)
    )


def _item(provision: ProvisionId, node: _Node, depth: int, report: Report) -> Item:
    line, marker = node.line, node.marker
    length, body = (marker.length, min(marker.body, len(line.text))) if marker else (0, 0)
    return Item(
        provision,
        line.text[:length],
        line.text,
        report.span_of(line),
        report.span(line.start, line.start + length),
        report.span(line.start + body, line.end),
        _items(provision, node.below, depth + 1, report) if node.below else (),
    )


def _numbers(nodes: list[_Node], depth: int) -> list[tuple[int, int]]:
    """Printed numbers where they rise strictly, else positions: an address is never given twice."""
    printed: list[tuple[int, int]] = []
    for node in nodes:
        before = printed[-1] if printed else (0, 0)
        printed.append((node.marker.number, node.marker.insert) if node.marker else (before[0] + 1, 0))
    rising = all(a < b for a, b in zip(printed, printed[1:], strict=False))
    if rising and (depth == 0 or not any(insert for _, insert in printed)):
        return printed
    return [(position, 0) for position in range(1, len(nodes) + 1)]


def _below(above: ProvisionId, number: tuple[int, int], depth: int) -> ProvisionId:
    if depth == 0:
        return ProvisionId(above.article, above.paragraph, item=number[0], item_insert=number[1])
    if depth == 1:
        return ProvisionId(above.article, above.paragraph, above.item, number[0], 0, above.item_insert)
    return ProvisionId(
        above.article, above.paragraph, above.item, above.subitem, number[0], above.item_insert
    )


def _flattened(above: ProvisionId, nodes: list[_Node], report: Report) -> tuple[Item, ...]:
    """A fourth level and more: all divisions below one 目 are counted through, in reading order."""
    count = 0

    def build(node: _Node) -> Item:
        nonlocal count
        count += 1
        item = _item(_below(above, (count, 0), _DEPTHS - 1), _Node(node.line, node.marker), 0, report)
        below = tuple(build(child) for child in node.below)
        return Item(item.id, item.marker, item.text, item.span, item.marker_span, item.body_span, below)

    first = next(node.below[0] for node in nodes if node.below)
    report.at(first.line, "W235", "a list below the third level",
              "its lines and those of the level above are counted through in their addresses")  # fmt: skip
    return tuple(build(node) for node in nodes)
