"""The lines of one article become 款, each with its 項, 目 and what stands below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.law.body.inline_items import Piece, split_inline, split_whole
from build_tools.law.body.item_ids import Node, number_items
from build_tools.law.report import Report
from build_tools.law.scan.lines import Line, next_known
from build_tools.law.scan.markers import Marker, read_marker
from build_tools.model.ids import ProvisionId
from build_tools.model.law import Paragraph


@dataclass(slots=True)
class _Level:
    """A running list: its style of marker and the items so far."""

    style: str
    nodes: list[Node]
    last: tuple[int, int]


@dataclass(slots=True)
class _Paragraph:
    line: Line
    quoted: bool
    items: list[Node] = field(default_factory=list)
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
    following = next_known(markers)
    paragraphs: list[_Paragraph] = []
    for (line, quoted), marker, after in zip(lines, markers, following, strict=True):
        current = paragraphs[-1] if paragraphs else None
        if marker and _place(paragraphs, line, marker, report, quoted=quoted):
            continue
        if current and after and _goes_on(current, line, after):
            _continue_item(current, line, after, report)
            continue
        paragraphs.append(_Paragraph(line, quoted))
    for paragraph in paragraphs:
        whole = None if paragraph.items or paragraph.quoted else split_whole(paragraph.line)
        if whole:
            _open_inline(paragraph, whole, report)
    numbered = enumerate(paragraphs, 1)
    return tuple(_paragraph(ProvisionId(article, number), p, report) for number, p in numbered)


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
    return _begin_late(paragraphs, line, marker, report)


def _depth(paragraph: _Paragraph, marker: Marker) -> int | None:
    """Which running list the marker goes on with: one of its style, or one whose next number it has."""
    levels = [*enumerate(paragraph.levels)][::-1]
    alike = [depth for depth, level in levels if level.style == marker.style]
    before = [depth for depth, level in levels if level.last[0] + 1 == marker.number > 1]
    return next(iter(alike + before), None)


def _append(level: _Level, line: Line, marker: Marker, report: Report) -> None:
    number = (marker.number, marker.insert)
    before = level.nodes[-1]
    expected = level.last[0] + 1
    split = split_inline(before.line, marker, expected) if marker.number > expected else None
    if split and before.marker:
        # （一）…；（二）…； on one line, （三） on the next
        before.line = split[0]
        level.nodes.extend(Node(*piece) for piece in split[1])
        level.last = (marker.number - 1, 0)
        report.at(split[1][0][0], "W233", "an item stands on the line of the one before",
                  "it is read as an item; put each item on a line of its own", split[1][0][1].length)  # fmt: skip
    elif number not in ((expected, 0), (level.last[0], level.last[1] + 1)):
        words = f"{_shown_marker(before)} (line {before.line.number})"
        report.at(line, "W231", f"item {line.text[: marker.length]} follows {words}",
                  "compare with the original; the text is kept as it is", marker.length)  # fmt: skip
    elif marker.style != level.style:
        report.at(line, "W232", f"item {line.text[: marker.length]} changes the style of its list",
                  "compare with the original; it is read as the next item", marker.length)  # fmt: skip
    level.nodes.append(Node(line, marker))
    level.last = number


def _open(paragraph: _Paragraph, line: Line, marker: Marker) -> None:
    nodes = paragraph.levels[-1].nodes[-1].below if paragraph.levels else paragraph.items
    nodes.append(Node(line, marker))
    paragraph.levels.append(_Level(marker.style, nodes, (marker.number, marker.insert)))


def _begin_late(paragraphs: list[_Paragraph], line: Line, marker: Marker, report: Report) -> bool:
    """A list whose first items stand within the text of the 款 (…文件：（一）申请书；), or lost their numbers."""
    paragraph = paragraphs[-1]
    split = split_inline(paragraph.line, marker)
    if split:
        _open_inline(paragraph, split, report)
        _append(paragraph.levels[0], line, marker, report)
        return True
    if marker.style != "(一)":
        if not marker.doubtful:
            report.at(line, "W231", f"{line.text[: marker.length]} goes on with no list; it is read as text",
                      "compare with the original; is a line missing before it?", marker.length)  # fmt: skip
        return False
    unnumbered = _unnumbered(paragraphs, marker.number - 1)
    if unnumbered:
        paragraph = paragraphs[-1 - len(unnumbered)]
        del paragraphs[len(paragraphs) - len(unnumbered) :]
        nodes = [Node(one.line, None) for one in unnumbered]
        shown = line.text[: marker.length]
        report.at(nodes[0].line, "W231", f"the first {len(nodes)} of the items before {shown} have no number",
                  "compare with the original; they are read as items, since their count fits")  # fmt: skip
        paragraph.items.extend(nodes)
        paragraph.levels.append(_Level(marker.style, paragraph.items, (marker.number - 1, 0)))
        _append(paragraph.levels[0], line, marker, report)
        return True
    report.at(line, "W231", f"the list begins with {line.text[: marker.length]}",
              "compare with the original; the text is kept as it is", marker.length)  # fmt: skip
    _open(paragraph, line, marker)
    return True


def _open_inline(paragraph: _Paragraph, split: tuple[Line, list[Piece]], report: Report) -> None:
    """The text of the 款, and the items that stand on its line."""
    paragraph.line, pieces = split
    (line, marker), (_, last) = pieces[0], pieces[-1]
    paragraph.items.extend(Node(*piece) for piece in pieces)
    paragraph.levels.append(_Level(marker.style, paragraph.items, (last.number, last.insert)))
    report.at(line, "W233", f"item {line.text[: marker.length]} stands on the line of its 款",
              "it is read as an item; put each item on a line of its own", marker.length)  # fmt: skip


def _unnumbered(paragraphs: Sequence[_Paragraph], count: int) -> list[_Paragraph]:
    """The lines since the last colon, if there are just ``count`` of them and each ends as an item does."""
    lines = list(paragraphs[max(0, len(paragraphs) - count) :])
    above = paragraphs[len(paragraphs) - count - 1] if len(paragraphs) > count else None
    if not above or above.line.last != ":" or above.items:
        return []
    return lines if all(p.line.last == ";" and not p.items for p in lines) else []


def _goes_on(paragraph: _Paragraph, line: Line, following: Marker) -> bool:
    """True if a list of this 款 goes on after the line, with its next number: the line stands within the list."""
    if following.number == 1 or line.last == ":":
        return False
    return any(following.style == e.style and following.number == e.last[0] + 1 for e in paragraph.levels)


def _continue_item(paragraph: _Paragraph, line: Line, following: Marker, report: Report) -> None:
    depth = next(d for d, level in enumerate(paragraph.levels) if level.style == following.style)
    item = paragraph.levels[depth].nodes[-1]
    del paragraph.levels[depth + 1 :]
    item.below.append(Node(line, None))
    report.at(line, "W234", f"this line stands within item {_shown_marker(item)} (line {item.line.number}), without a number",
              "it is read as part of that item, since the list goes on after it")  # fmt: skip


def _shown_marker(node: Node) -> str:
    return node.line.text[: node.marker.length] if node.marker else node.line.text[:6]


def _paragraph(provision: ProvisionId, paragraph: _Paragraph, report: Report) -> Paragraph:
    line = paragraph.line
    items = number_items(provision, paragraph.items, report)
    return Paragraph(provision, line.text, report.span_of(line), items, paragraph.quoted)
