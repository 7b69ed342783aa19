"""Everything that is known before a page is made. All of it is frozen and can be pickled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.feedback import Submission
from build_tools.model.issue import Issue
from build_tools.model.law import LawText, LedgerSpan
from build_tools.model.layer import Layers
from build_tools.model.locale import Localized
from build_tools.model.manifest import EditionFacts, Manifest, SubmissionFacts
from build_tools.model.runs import Texts
from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Variants


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackRecord:
    """One published submission with its layers."""

    facts: SubmissionFacts
    source: SourceFile
    submission: Submission
    variants: Variants
    texts: Texts
    layers: Layers

    @property
    def ledger(self) -> tuple[LedgerSpan, ...]:
        """What became of each character of the file."""
        return self.submission.ledger

    def lines(self) -> dict[str, Span]:
        """Where each fragment stands, by its id."""
        return self.submission.lines()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRecord:
    """One edition of a law with its layers."""

    facts: EditionFacts
    source: SourceFile
    text: LawText
    variants: Variants
    texts: Texts
    layers: Layers
    feedback: tuple[FeedbackRecord, ...]

    @property
    def ledger(self) -> tuple[LedgerSpan, ...]:
        """What became of each character of the file."""
        return self.text.ledger

    def lines(self) -> dict[str, Span]:
        """Where each line stands, by the id of its provision or block."""
        return self.text.lines()

    def records(self) -> Iterator[EditionRecord | FeedbackRecord]:
        """The law itself, then each submission: every source file of the edition."""
        yield self
        yield from self.feedback


@dataclass(frozen=True, slots=True)
class LawRecord:
    """One law with its editions, newest first."""

    manifest: Manifest
    editions: tuple[EditionRecord, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A law or submission that a build leaves out because of errors in it; ``law`` is the folder's name."""

    law: str
    submission: str
    path: str
    """Of the file with the first error."""
    titles: tuple[Localized, ...] = ()
    """Of the law and the submission, as far as they could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All laws in order of slug, and every finding of the run."""

    laws: tuple[LawRecord, ...]
    issues: tuple[Issue, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def editions(self) -> Iterator[tuple[LawRecord, EditionRecord]]:
        """Every edition with its law, in the order of the site."""
        for law in self.laws:
            for record in law.editions:
                yield law, record

    def records(self) -> Iterator[EditionRecord | FeedbackRecord]:
        """Every source file of the site."""
        for _, edition in self.editions():
            yield from edition.records()
