"""The other script of a text, and the form in which the source is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.source import Span
from build_tools.text.offsets import OffsetMap


class Script(StrEnum):
    """ISO 15924; as a language tag ``zh-Hant`` or ``zh-Hans``."""

    HANT = "Hant"
    HANS = "Hans"

    @property
    def lang(self) -> str:
        """Language tag for the ``lang`` attribute."""
        return f"zh-{self.value}"

    @property
    def other(self) -> Script:
        """The script it is converted to."""
        return Script.HANS if self is Script.HANT else Script.HANT


@dataclass(frozen=True, slots=True)
class Variant:
    """One unit of text in the script it was not written in: derived, never a source.

    ``shown`` is the source in display form (same length as the source span); ``text`` the conversion in
    display form; ``offsets`` maps boundaries of the source unit to boundaries of ``text``.
    """

    span: Span
    script: Script
    rule: str
    """OpenCC configuration, ``t2s`` or ``s2tw``."""
    shown: str
    text: str
    offsets: OffsetMap


@dataclass(frozen=True, slots=True)
class Variants:
    """All units of one source file: keyed by their span."""

    source: str
    script: Script
    rule: str
    units: Mapping[Span, Variant]
    substitutions: tuple[tuple[int, str], ...]
    """(offset in the source, character shown instead), rising; empty if the display form is off."""
