"""What is said of labels of articles that cannot be read: the character that stands for 第, the number that is none."""

from __future__ import annotations

from build_tools.law.report import Report
from build_tools.law.scan.damaged import LOOKS_ALIKE
from build_tools.law.scan.labels import Label
from build_tools.law.scan.lines import Line

_BELOW = "the text below it is not part of any article now"


def report_unreadable(line: Line, label: Label, report: Report) -> None:
    """E211 for a line that lacks the label of an article (笫五条), E206 for a label without a number (第二十百条)."""
    written = line.text[: label.length]
    if label.damaged:
        other = next((f": U+{ord(c):04X} for 第" for c in written if c in LOOKS_ALIKE), "")
        report.at(line, "E211", f"{written} stands where an article begins, and is not written as its label{other}",
                  f"compare with the original and write the label as 第…条; {_BELOW}", label.length)  # fmt: skip
    else:
        report.at(line, "E206", f"the number of {written} cannot be read",
                  f"compare with the original and correct the number; {_BELOW}", label.length)  # fmt: skip
