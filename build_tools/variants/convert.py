"""Each unit of a source file in the other script, with its display form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script, Variant, Variants
from build_tools.text.offsets import OffsetMap
from build_tools.text.script import convert
from build_tools.variants.display import widen

#: OpenCC configuration by the script that the source is written in. Hant is given in the characters that are
#: standard in Taiwan and usual in Hong Kong; the phrase sets (s2twp) change words and are never used for law.
RULES: Mapping[Script, str] = MappingProxyType({Script.HANT: "t2s", Script.HANS: "s2tw"})

_PIECE = re.compile(r"[^，。；：、,;:\s]+|[，。；：、,;:\s]+")


def make_variants(
    source: SourceFile, spans: Iterable[Span], script: Script, *, punctuation: bool
) -> Variants:
    """Convert each unit (a span without line end) of a source file to the script it was not written in.

    ``punctuation`` switches the display form on: full-width marks for half-width ones, one for one.
    Returns the units keyed by their span. 例: 「徵求意見」→「征求意见」.
    """
    rule = RULES[script]
    units = sorted(set(spans))
    substitutions = widen(source.text) if punctuation else ()
    shown_text = _apply(source.text, substitutions)
    originals = [source.text[s.start : s.end] for s in units]
    converted = convert("\n".join(originals), rule).split("\n") if units else []
    made: dict[Span, Variant] = {}
    changed = dict(substitutions)
    for span, original, other in zip(units, originals, converted, strict=True):
        offsets = _align(original, other, rule)
        text = other
        if changed:
            text = _show(span, original, other, offsets, changed)
        shown = shown_text[span.start : span.end]
        made[span] = Variant(span, script.other, rule, shown, text, offsets)
    return Variants(source.id, script, rule, made, substitutions)


def _apply(text: str, substitutions: tuple[tuple[int, str], ...]) -> str:
    if not substitutions:
        return text
    characters = list(text)
    for offset, shown in substitutions:
        characters[offset] = shown
    return "".join(characters)


def _show(span: Span, original: str, other: str, offsets: OffsetMap, changed: Mapping[int, str]) -> str:
    """Put the display form's marks into the converted text, where the same mark stands there too."""
    characters = list(other)
    for i, mark in enumerate(original):
        shown = changed.get(span.start + i)
        if shown is not None:
            place = offsets.map(i)
            if place < len(characters) and characters[place] == mark:
                characters[place] = shown
    return "".join(characters)


def _align(original: str, other: str, rule: str) -> OffsetMap:
    """Same length: step by step. Else piece by piece between punctuation, each piece as one."""
    if len(original) == len(other):
        return OffsetMap.identity(len(original))
    anchors, a, b = [(0, 0)], 0, 0
    joined = ""
    for piece in _PIECE.findall(original):
        made = convert(piece, rule)
        joined += made
        a, b = a + len(piece), b + len(made)
        anchors.append((a, b))
    if joined != other:
        return OffsetMap(((0, 0), (len(original), len(other))))
    return OffsetMap(tuple(anchors))
