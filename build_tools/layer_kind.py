"""What a layer is to the program: what it is computed from, how it is computed, checked, exported and marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from build_tools.feedback.compare.findings import compare_feedback
from build_tools.model.feedback import FeedbackFindings, Submission
from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText
from build_tools.model.layer import Layer, LayerKey
from build_tools.model.penalty import Passage
from build_tools.model.reference import Reference
from build_tools.model.source import SourceFile, Span
from build_tools.penalties.find import Penalties, find_penalties
from build_tools.references.layer import references_of_law
from build_tools.text.fold import fold

T = TypeVar("T")
_ELLIPSIS = re.compile(r"(?:…|\.{3})+")
Json = dict[str, object]
Lines = dict[str, Span]
"""Where each line of a file stands, by the id of its provision, block or fragment."""
Sources = dict[str, SourceFile]
"""Files by their id."""


@dataclass(frozen=True)
class LawInputs:
    """What layers of a law are computed from."""

    source: SourceFile
    law: LawText
    log: IssueLog = field(default_factory=IssueLog)

    @cached_property
    def lines(self) -> Lines:
        """Where each line stands."""
        return self.law.lines()

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The references of the law, which other layers build on."""
        return references_of_law(self.law, log=self.log, source=self.source)

    @cached_property
    def penalties(self) -> Penalties:
        """Rows and sanction words, which are two layers."""
        return find_penalties(self.law, self.references)


@dataclass(frozen=True)
class SubmissionInputs:
    """What layers of a submission are computed from."""

    source: SourceFile
    submission: Submission
    law: LawText
    law_source: SourceFile
    log: IssueLog = field(default_factory=IssueLog)

    @cached_property
    def lines(self) -> Lines:
        """Where each fragment stands."""
        return self.submission.lines()

    @cached_property
    def findings(self) -> FeedbackFindings:
        """The comparison with the law, which several layers are parts of."""
        return compare_feedback(self.submission, self.source, self.law, self.law_source, self.log)


def nothing(*_inputs: object) -> Iterable[Any]:
    """Of what a layer does not have."""
    return ()


@dataclass(frozen=True, kw_only=True)
class LayerKind(Generic[T]):
    """One layer: what is found in a law or submission, what must hold of it, and how it is told."""

    key: LayerKey[T]
    of_law: Callable[[LawInputs], Iterable[T]] = nothing
    of_submission: Callable[[SubmissionInputs], Iterable[T]] = nothing
    span: Callable[[T, Lines], Span]
    """The characters of an item in its own file."""
    place: Callable[[T], str] | None = None
    """Id of what an item stands in; None: of the line that holds its first character."""
    words: Callable[[T], Iterable[tuple[Span | None, str]]] = nothing
    """Words that must stand in a file, script and width apart, and where; None: at the item's own span."""
    points_to: Callable[[T], Iterable[str]] = nothing
    """Ids of provisions and headings of the same edition that an item names: each must exist."""
    holds: Callable[[T, Callable[[Passage], str]], Iterable[str]] = nothing
    """What else must hold of an item and does not, in words; it may ask for the characters at a passage."""
    export: Callable[[T], Json] | None = None
    """One row of ``duizhao inspect --json``, to which line and column are added; None: not in the schema."""
    inside_comments: bool = False
    """True if rows stand within the comment that is their place, not at the top of the document."""
    marks: Callable[[T], Iterable[tuple[Span, str]]] | None = None
    """Words of the law that a reader may have marked, with the id of the row of the layer's page about them."""

    def layer(self, items: Iterable[T], lines: Lines) -> Layer[T]:
        """The items as a layer."""
        return Layer.of(items, self.place or (lambda item: _line_at(self.span(item, lines).start, lines)))

    def faults(self, item: T, span: Span, sources: Sources, known: Callable[[str], bool]) -> Iterator[str]:
        """What is wrong with an item: words that do not stand where it says, ids that do not exist."""
        for place, words in self.words(item):
            at = place or span
            found = sources[at.source].slice(at) if at.source in sources else ""
            if not _stands(words, found):
                yield f"{self.key.name}: {words!r} does not stand at {at}"
        yield from self.holds(item, lambda passage: sources[passage.span.source].slice(passage.span))
        for name in self.points_to(item):
            if not known(name):
                yield f"{self.key.name}: there is no {name}"


def _stands(words: str, found: str) -> bool:
    """Are the words those that were found, script, width and blanks apart? …… stands for any in between."""
    pieces = [re.escape(fold(piece).text) for piece in _ELLIPSIS.split(words)]
    return re.fullmatch(".*".join(pieces), fold(found).text, re.DOTALL) is not None


def _line_at(offset: int, lines: Lines) -> str:
    return next((name for name, span in lines.items() if span.start <= offset < span.end), "")
