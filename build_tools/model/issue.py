"""What is wrong or doubtful in a source: a coded message with a place, never a traceback, never silence."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from build_tools.model.source import SourceFile


class Severity(StrEnum):
    """An error stops publication; a warning is shown (and stops under ``--strict``); a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding; ``line`` from 1 and ``column`` from 0 in code points, 0 and 0 if the file as a whole.

    ``code`` is an entry of `build_tools.model.codes.codes`; ``message`` and ``hint`` are for the maintainer at
    the command line and never shown on the site.
    """

    code: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    excerpt: str = ""
    """The offending line as it stands in the file; "" if there is none."""
    length: int = 1
    """How many code points the caret underlines."""

    @property
    def words(self) -> str:
        """The words that the caret underlines."""
        return self.excerpt[self.column : self.column + self.length]


@dataclass(slots=True)
class IssueLog:
    """Findings of one run in the order met; passed to each stage, which only appends."""

    issues: list[Issue] = field(default_factory=list)

    def add(self, issue: Issue) -> None:
        """Append one finding."""
        self.issues.append(issue)

    @property
    def errors(self) -> list[Issue]:
        """Those that stop publication."""
        return [i for i in self.issues if i.severity is Severity.ERROR]


def file_error(code: str, path: Path | str, message: str, hint: str = "", excerpt: str = "") -> Issue:
    """An error of a file or folder as a whole, or whose place there a caller finds by the ``excerpt``."""
    name = path.as_posix() if isinstance(path, Path) else path
    return Issue(code, Severity.ERROR, name, 0, 0, message, hint, excerpt)


def issue_at(
    source: SourceFile, start: int, end: int, code: str, severity: Severity, message: str, hint: str = ""
) -> Issue:
    """An issue about the characters ``start`` to ``end`` of a source file, with its line quoted."""
    place = source.position(start)
    line = source.line(place.line)
    length = max(1, min(end - start, len(line) - place.column))
    return Issue(code, severity, source.path, place.line, place.column, message, hint, line, length)
