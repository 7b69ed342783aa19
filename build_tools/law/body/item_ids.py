"""Items that were read get their numbers and addresses: 項, 目 and what stands below them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from build_tools.law.report import Report
from build_tools.law.scan.lines import Line
from build_tools.law.scan.markers import Marker
from build_tools.model.ids import ProvisionId
from build_tools.model.law import Item

_DEPTHS = 3  # 項, 目 and one division below have numbers of their own in an address


@dataclass(slots=True)
class Node:
    """An item that is being read; ``marker`` is None for a line that goes on under the item above it."""

    line: Line
    marker: Marker | None
    below: list[Node] = field(default_factory=list)


def number_items(above: ProvisionId, nodes: list[Node], report: Report, depth: int = 0) -> tuple[Item, ...]:
    """The items of a 款 with their addresses: printed numbers where they rise, else positions."""
    numbers = _numbers(nodes, depth)
    if depth == _DEPTHS - 1 and any(node.below for node in nodes):
        return _flattened(above, nodes, report)
    return tuple(
        _item(_below(above, number, depth), node, depth, report)
        for number, node in zip(numbers, nodes, strict=True)
    )


def _item(provision: ProvisionId, node: Node, depth: int, report: Report) -> Item:
    line, marker = node.line, node.marker
    length, body = (marker.length, min(marker.body, len(line.text))) if marker else (0, 0)
    return Item(
        provision,
        line.text[:length],
        line.text,
        report.span_of(line),
        report.span(line.start, line.start + length),
        report.span(line.start + body, line.end),
        number_items(provision, node.below, report, depth + 1) if node.below else (),
    )


def _numbers(nodes: list[Node], depth: int) -> list[tuple[int, int]]:
    """Printed numbers where they rise strictly, else positions: an address is never given twice."""
    printed: list[tuple[int, int]] = []
    for node in nodes:
        before = printed[-1] if printed else (0, 0)
        printed.append((node.marker.number, node.marker.insert) if node.marker else (before[0] + 1, 0))
    rising = all(a < b for a, b in pairwise(printed))
    if rising and (depth == 0 or not any(insert for _, insert in printed)):
        return printed
    return [(position, 0) for position in range(1, len(nodes) + 1)]


def _below(above: ProvisionId, number: tuple[int, int], depth: int) -> ProvisionId:
    if depth == 0:
        return replace(above, item=number[0], item_insert=number[1])
    return replace(above, subitem=number[0]) if depth == 1 else replace(above, division=number[0])


def _flattened(above: ProvisionId, nodes: list[Node], report: Report) -> tuple[Item, ...]:
    """A fourth level and more: all divisions below one 目 are counted through, in reading order."""
    count = 0

    def build(node: Node) -> Item:
        nonlocal count
        count += 1
        item = _item(_below(above, (count, 0), _DEPTHS - 1), Node(node.line, node.marker), 0, report)
        return replace(item, subitems=tuple(build(child) for child in node.below))

    first = next(node.below[0] for node in nodes if node.below)
    report.at(first.line, "W235", "a list below the third level",
              "its lines and those of the level above are counted through in their addresses")  # fmt: skip
    return tuple(build(node) for node in nodes)
