"""The stretches that a feedback file is divided into, before their lines are looked at closely."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.feedback.parse.labels import ArticleLabel
from build_tools.feedback.parse.lines import FeedbackLine, Piece
from build_tools.model.feedback import FragmentKind


class GroupKind(StrEnum):
    """What a stretch of the file is."""

    TITLE = "title"
    FRONT = "front"
    GENERAL = "general"
    ARTICLE = "article"


@dataclass(slots=True)
class Group:
    """A stretch of the file; ``head`` is its heading, ``pieces`` what follows it.

    ``unheaded`` marks opinions that stand before any heading.
    """

    kind: GroupKind
    head: Piece | None = None
    label: ArticleLabel | None = None
    pieces: list[Piece] = field(default_factory=list)
    unheaded: bool = False
    doubtful: bool = False
    """True if the heading looks like that of an article, but of which is not clear."""


def whole(line: FeedbackLine) -> Piece:
    """A line as one piece."""
    return Piece(line, 0, len(line.text), text_kind(line), line.gap)


def as_heading(piece: Piece) -> Piece:
    """The same stretch as a heading."""
    return Piece(piece.line, piece.start, piece.end, FragmentKind.HEADING, piece.gap)


def text_kind(line: FeedbackLine) -> FragmentKind:
    """The kind of a line's text: a numbered line of plain text is a suggestion, as an item of Markdown is."""
    if line.line.kind is FragmentKind.PARAGRAPH and line.numbering:
        return FragmentKind.SUGGESTION
    return line.line.kind
