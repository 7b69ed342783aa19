"""Findings of one parse: places of lines turned into coded issues."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.law.scan.lines import Line
from build_tools.model.issue import Issue, IssueLog, Severity, issue_at
from build_tools.model.source import SourceFile, Span

_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}
_SHOWN = 16

#: What to do with a file that holds two laws.
ONE_LAW = "one file holds one law: split it, or say in law.toml which lines are the law (parts)"


@dataclass(frozen=True, slots=True)
class Report:
    """Where the stage's findings go; the first letter of a code is its severity."""

    source: SourceFile
    log: IssueLog

    def at(self, line: Line, code: str, message: str, hint: str = "", length: int = 0) -> None:
        """A finding about a line, or about its first ``length`` characters."""
        end = line.start + length if length else line.end
        self.log.add(issue_at(self.source, line.start, end, code, _SEVERITIES[code[0]], message, hint))

    def whole(self, code: str, message: str, hint: str = "") -> None:
        """A finding about the file as a whole."""
        self.log.add(Issue(code, _SEVERITIES[code[0]], self.source.path, 0, 0, message, hint))

    def span(self, start: int, end: int) -> Span:
        """A span in this source."""
        return Span(self.source.id, start, end)

    def span_of(self, line: Line) -> Span:
        """Where a line stands."""
        return Span(self.source.id, line.start, line.end)


def first_words(text: str) -> str:
    """The beginning of a line, for messages.

    >>> first_words("第七條 公安機關依托國家網絡與信息安全信息通報機制")
    '第七條 公安機關依托國家網絡與信…'
    """
    return text if len(text) <= _SHOWN + 2 else text[:_SHOWN] + "…"
