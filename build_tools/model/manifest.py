"""What a maintainer declares in law.toml; made by `build_tools.read.manifest`, checked there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from build_tools.model.locale import NO_WORDS, Localized
from build_tools.model.source import Position
from build_tools.model.variant import Script


class Status(StrEnum):
    """Where the edition stands in its life."""

    DRAFT = "draft"
    IN_FORCE = "in-force"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class LineRange:
    """Lines first..last of a source (from 1, both included) and why they are treated so."""

    first: int
    last: int
    reason: Localized = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """Where a file came from and what the maintainer says of its bytes."""

    path: str
    """Relative to the law's folder, with forward slashes."""
    sha256: str
    script: Script
    origin: Localized
    """In words: who published it and by which way it came here."""
    url: str
    retrieved: date | None
    set_aside: tuple[LineRange, ...] = ()
    parts: tuple[tuple[str, LineRange], ...] = ()
    """("notice" | "law" | "explanation", lines) where the parser needs help."""
    punctuation: bool = False
    """Show full-width punctuation for half-width, one character for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFacts:
    """[[edition]] of law.toml."""

    slug: str
    status: Status
    label: Localized
    """征求意見稿: zh-Hant, zh-Hans."""
    published: date | None
    comments_until: date | None
    effective: date | None
    source: SourceFacts
    accepted_gaps: tuple[str, ...] = ()
    """Articles and headings that the maintainer knows to be missing: ``art-6``, ``ch-2``."""
    first_article: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionFacts:
    """[[feedback]] of law.toml."""

    slug: str
    edition: str
    publish: bool
    """False takes the opinion off the site; the line ``publish = false`` is all it needs."""
    title: Localized
    author: str
    licence: Localized
    """What is known of the rights, in both scripts; 未知 if nothing is."""
    written: date | None
    source: SourceFacts


@dataclass(frozen=True, slots=True)
class EditorsNote:
    """[[note]]: a remark of the editors on words of the text, shown beside them, never in them."""

    edition: str
    provision: str
    words: str
    text: Localized
    places: tuple[Position, Position] = (Position(0, 0), Position(0, 0))
    """Where ``at`` and ``words`` stand in law.toml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One law.toml."""

    slug: str
    path: str
    """Of law.toml, from the folder that holds content/: ``content/laws/some-law/law.toml``."""
    title: Localized
    """zh-Hant, zh-Hans."""
    short: Localized
    issuer: Localized
    kind: str
    editions: tuple[EditionFacts, ...]
    submissions: tuple[SubmissionFacts, ...]
    notes: tuple[EditorsNote, ...] = ()
    compare_penalties_with: tuple[str, ...] = ()
    """Slugs of other laws of the site whose penalties are shown beside those of this one."""
