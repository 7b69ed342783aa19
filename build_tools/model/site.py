"""Everything that is known before a page is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.model.feedback import Claim, FeedbackFindings, Submission
from build_tools.model.issue import Issue
from build_tools.model.law import LawText
from build_tools.model.manifest import EditionFacts, Manifest, SubmissionFacts
from build_tools.model.reference import Reference
from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Variants


@dataclass(frozen=True, slots=True)
class FeedbackRecord:
    """One published submission with its layers."""

    facts: SubmissionFacts
    source: SourceFile
    submission: Submission
    variants: Variants
    findings: FeedbackFindings
    references: tuple[Reference, ...]
    """``at`` is a fragment's id."""


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """One edition of a law with its layers."""

    facts: EditionFacts
    source: SourceFile
    text: LawText
    variants: Variants
    references: tuple[Reference, ...]
    """``at`` is a provision's id, or a block's id (``explanation-7``)."""
    claims: tuple[Claim, ...]
    """The explanation's own claims (共7章68條), checked."""
    feedback: tuple[FeedbackRecord, ...]


@dataclass(frozen=True, slots=True)
class LawRecord:
    """One law with its editions, newest first."""

    manifest: Manifest
    editions: tuple[EditionRecord, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """All laws in order of slug, and every finding of the run."""

    laws: tuple[LawRecord, ...]
    issues: tuple[Issue, ...]
    versions: Mapping[str, str]
    """Names and versions of the converters: {"opencc": "1.4.2"}."""


def spans_of(record: EditionRecord | FeedbackRecord) -> tuple[Span, ...]:
    """Spans of all units that have a variant, in order."""
    return tuple(sorted(record.variants.units))
