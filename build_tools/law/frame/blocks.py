"""Lines of notice, preamble, explanation and annex as blocks: their form, level and number."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.law.frame.annexes import read_annex_marker
from build_tools.law.report import Report
from build_tools.law.scan import shapes
from build_tools.law.scan.labels import read_label
from build_tools.law.scan.lines import Line
from build_tools.law.scan.markers import read_marker
from build_tools.model.law import Block, BlockKind, Part, SpanClass

_HEADING_LONGEST = 45
_LEVELS = {"一、": 1, "(一)": 2, "一)": 2}
_ITEM_LEVELS = {"1.": 3, "(1)": 4, "①": 4, "1)": 4, "(a)": 4, "a.": 4}


def make_part(
    part_id: str, kind: SpanClass, lines: Sequence[Line], report: Report, *, title: str = "", titles: int = 0
) -> Part:
    """A part of these lines; the first ``titles`` lines (after annex markers) are its title."""
    blocks = []
    left = titles
    for n, line in enumerate(lines, 1):
        block_kind, level, number = classify(line, kind)
        if block_kind is not BlockKind.MARKER and left and n <= titles + 2:
            block_kind, level, number, left = BlockKind.TITLE, 0, 0, left - 1
        blocks.append(Block(f"{part_id}-{n}", block_kind, line.text, report.span_of(line), level, number))
    title = title or "".join(b.text for b in blocks if b.kind is BlockKind.TITLE)
    return Part(part_id, kind, title or (blocks[0].text if blocks else ""), tuple(blocks))


def classify(line: Line, kind: SpanClass) -> tuple[BlockKind, int, int]:
    """Form, level and number of a line: 一、起草过程 is a heading of level 1, (一)明确…制度。在… an item of level 2."""
    if kind is SpanClass.UNCLASSIFIED:
        return BlockKind.PARAGRAPH, 0, 0
    if "\t" in line.text:
        return BlockKind.TABLE_ROW, 0, 0
    annex = read_annex_marker(line)
    if annex and annex.rest >= len(line.text):
        return BlockKind.MARKER, 0, 0
    if shapes.is_contents(line) or shapes.is_preamble(line):
        return BlockKind.HEADING, 1, 0
    marker = read_marker(line.plain)
    if marker and not marker.doubtful:
        level = _LEVELS.get(marker.style) or _ITEM_LEVELS.get(marker.style, 4)
        heading = marker.style in _LEVELS and _may_be_heading(line)
        return (BlockKind.HEADING if heading else BlockKind.ITEM), level, marker.number
    label = read_label(line)
    if label and label.unit != "条" and not label.cites and _may_be_heading(line):
        number = label.number[0] if label.number else 0
        return BlockKind.HEADING, 1 if label.unit != "节" else 2, number
    if shapes.is_date(line):
        return BlockKind.DATE, 0, 0
    if kind in _WITH_TITLES and any(is_shape(line) for is_shape in _TITLES):
        return BlockKind.TITLE, 0, 0
    if kind is not SpanClass.ANNEX and (shapes.is_organ(line) or shapes.is_person(line)):
        return BlockKind.SIGNATURE, 0, 0
    return BlockKind.PARAGRAPH, 0, 0


_WITH_TITLES = (SpanClass.NOTICE, SpanClass.HISTORY)
_TITLES = (shapes.is_explanation_title, shapes.is_notice_title, shapes.is_title)


def _may_be_heading(line: Line) -> bool:
    return len(line.text) <= _HEADING_LONGEST and line.last not in "。;:,、”"
