"""The lines of a file with the labels that they begin with, and where a quotation is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_tools.law.scan.damaged import find_damaged
from build_tools.law.scan.labels import Label, read_label
from build_tools.law.scan.lines import Line


@dataclass(frozen=True, slots=True)
class LabelledLines:
    """Lines with what their beginnings say."""

    lines: Sequence[Line]
    labels: Sequence[Label | None]
    """The label of each line, None where there is none."""
    quoted: Sequence[bool]
    """Whether a quotation mark that an earlier line opened is still open before each line."""


def label_lines(lines: Sequence[Line]) -> LabelledLines:
    """The lines with their labels, and where a quotation is open.

    A doubtful label is no citation where labels are glued to their text throughout and no other line has its number;
    nor is one with a blank before the citation (第三条　第一条规定的…) that fills the place after its neighbour. Lines that
    seem to begin an article although they have no label are given one without a number (`damaged`).
    """
    labels = [read_label(line) if line.plain[0] == "第" else None for line in lines]
    _take_fillers(labels)
    sure = [label for label in labels if label and label.is_article]
    glued = 2 * sum(not label.blank for label in sure) > len(sure)
    if glued and any(label and label.doubtful for label in labels):
        numbers = {label.number for label in sure}
        for i, label in enumerate(labels):
            if label and label.doubtful and label.number and label.number not in numbers:
                numbers.add(label.number)
                labels[i] = replace(label, cites=False)
    quoted = _open_quotations(lines)
    find_damaged(lines, labels, quoted)
    return LabelledLines(lines, labels, quoted)


def _take_fillers(labels: list[Label | None]) -> None:
    """An article may begin with a citation: 第三条　第一条规定的情形…, if no other line is 第三条 and one is 第二条."""
    numbers = {label.number for label in labels if label and label.is_article}
    for i, label in enumerate(labels):
        if not (label and label.cites and label.blank and label.number and label.rest.startswith("第")):
            continue
        before = (*label.number[:-1], label.number[-1] - 1)
        if label.unit == "条" and label.number not in numbers and before in numbers:
            numbers.add(label.number)
            labels[i] = replace(label, cites=False)


def _open_quotations(lines: Sequence[Line]) -> list[bool]:
    found, is_open = [], False
    for line in lines:
        found.append(is_open)
        opened = max(map(line.text.rfind, "“「『"))
        closed = max(map(line.text.rfind, "”」』"))
        if opened != closed:
            is_open = opened > closed
    return found
