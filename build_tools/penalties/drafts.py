"""What the reader hands on: the rows of one 款 before they are placed in the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.model.penalty import Branch, Gain, Modality, Subject
from build_tools.penalties.bearers import Words
from build_tools.penalties.measures_found import Measure


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one line of a 款, by the line's number."""

    line: int
    words: Words


@dataclass(slots=True)
class Draft:
    """One row before it is placed in the file."""

    line: int
    measure: Measure
    cond: tuple[Branch, ...] = ()
    cond_all: bool = False
    cond_at: Place | None = None
    gain: Gain | None = None
    gain_at: Place | None = None
    subject: Subject = Subject.VIOLATOR
    subject_at: Place | None = None
    modality: Modality = Modality.SHALL
    cumulative: bool = False
    choice: str = ""
    authority: Place | None = None
    authority_stated: bool = False
    conduct: Place | None = None
    joint: str = ""
    """To the measure before it in its limb: list, or, comma-or, with (one more of such an arm), comma, none."""
    shares_arm: bool = False
    """It stands in an arm that goes on over commas: ，或者由公安機關給予警告，沒收違法所得."""


@dataclass(slots=True)
class ParagraphReading:
    """What was read in one 款."""

    drafts: list[Draft] = field(default_factory=list)
    spoken: list[tuple[int, Measure, str]] = field(default_factory=list)
    """Measures that are only spoken of: line, measure, reason."""
