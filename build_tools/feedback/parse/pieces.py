"""The pieces that lines are cut into, and the stretches of a feedback file that they form."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.feedback.parse.labels import ArticleLabel
from build_tools.feedback.parse.lines import FeedbackLine
from build_tools.feedback.parse.words import Role
from build_tools.model.feedback import FragmentKind


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A stretch of a line that becomes one fragment."""

    line: FeedbackLine
    start: int
    end: int
    kind: FragmentKind
    gap: bool
    role: Role | None = None
    """What the head of its column says, for the cell of a table."""
    illustrates: bool = False
    """True for the cell of a table whose heads speak neither of opinions nor of the provision."""
    filed: ArticleLabel | None = None
    """The label that an opinion begins with in a document without headings of articles."""
    number: FeedbackLine | None = None
    """The cell that holds nothing but the number of the row."""

    @property
    def text(self) -> str:
        """The characters of the stretch."""
        return self.line.text[self.start : self.end]

    @property
    def plain(self) -> str:
        """The same in Simplified characters."""
        return self.line.plain[self.start : self.end]


class StretchKind(StrEnum):
    """What a stretch of the file is."""

    TITLE = "title"
    FRONT = "front"
    GENERAL = "general"
    ARTICLE = "article"


@dataclass(slots=True)
class Stretch:
    """A stretch of the file; ``head`` is its heading, ``pieces`` what follows it.

    ``unheaded`` marks opinions that stand before any heading.
    """

    kind: StretchKind
    head: LinePiece | None = None
    label: ArticleLabel | None = None
    pieces: list[LinePiece] = field(default_factory=list)
    unheaded: bool = False
    doubtful: bool = False
    """True if the heading looks like that of an article, but of which is not clear."""


def whole(line: FeedbackLine) -> LinePiece:
    """A line as one piece."""
    return LinePiece(line, 0, len(line.text), text_kind(line), line.gap)


def as_heading(piece: LinePiece) -> LinePiece:
    """The same stretch as a heading."""
    return LinePiece(piece.line, piece.start, piece.end, FragmentKind.HEADING, piece.gap)


def text_kind(line: FeedbackLine) -> FragmentKind:
    """The kind of a line's text: a numbered line of plain text is a suggestion, as an item of Markdown is."""
    if line.line.kind is FragmentKind.PARAGRAPH and line.numbering:
        return FragmentKind.SUGGESTION
    return line.line.kind
