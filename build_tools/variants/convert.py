"""The other script of a text; the only file that knows opencc."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from types import MappingProxyType

import opencc

from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script, Variant, Variants
from build_tools.text.offsets import OffsetMap
from build_tools.variants.display import widen

#: OpenCC configuration by the script that the source is written in. Hant is given in the characters that are
#: standard in Taiwan and usual in Hong Kong; the phrase sets (s2twp) change words and are never used for law.
RULES: Mapping[Script, str] = MappingProxyType({Script.HANT: "t2s", Script.HANS: "s2tw"})

#: Traditional characters that OpenCC keeps where its Simplified texts write the other one, so that both sides
#: of a comparison meet: 覆蓋/复盖, 瞭解/了解, 憑藉/凭借, 執著/执着, 乾燥/干燥.
_ALSO = str.maketrans("覆瞭藉揹著衞枱乾", "复了借背着卫台干")
_PIECE = re.compile(r"[^，。；：、,;:\s]+|[，。；：、,;:\s]+")
_RANGES = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))


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
    converted = _converter(rule).convert("\n".join(originals)).split("\n") if units else []
    made: dict[Span, Variant] = {}
    changed = dict(substitutions)
    for span, original, other in zip(units, originals, converted, strict=True):
        offsets = _align(original, other, rule)
        text = other
        if changed:
            text = _show(span, original, other, offsets, changed)
        shown = shown_text[span.start : span.end]
        made[span] = Variant(span, script.other, rule, shown, text, offsets)
    return Variants(source.id, script, rule, MappingProxyType(made), substitutions)


def convert(text: str, rule: str) -> str:
    """The whole of a text by one OpenCC configuration, as ``t2s``."""
    return str(_converter(rule).convert(text))


def fold_script(text: str) -> str:
    """Traditional to Simplified one character for one character: for comparing and finding, never for showing.

    >>> fold_script("網絡犯罪防治范圍")
    '网络犯罪防治范围'
    """
    return text.translate(_fold_table())


@cache
def character_pairs() -> Mapping[str, str]:
    """Each Traditional (or variant) character that folds to another one, with that one."""
    characters = [chr(code) for first, last in _RANGES for code in range(first, last + 1)]
    simple = _converter("t2s").convert("\n".join(characters)).split("\n")
    pairs = {a: b for a, b in zip(characters, simple, strict=True) if a != b and len(b) == 1}
    for code, to in _ALSO.items():
        pairs[chr(code)] = chr(to)
    return MappingProxyType({a: pairs.get(b, b) for a, b in pairs.items()})


def versions() -> dict[str, str]:
    """Name and version of the converter, for the provenance page."""
    return {"opencc": version("opencc")}


@cache
def _converter(rule: str) -> opencc.OpenCC:
    return opencc.OpenCC(rule)


@cache
def _fold_table() -> Mapping[int, str]:
    return {ord(a): b for a, b in character_pairs().items()}


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
        made = _converter(rule).convert(piece)
        joined += made
        a, b = a + len(piece), b + len(made)
        anchors.append((a, b))
    if joined != other:
        return OffsetMap(((0, 0), (len(original), len(other))))
    return OffsetMap(tuple(anchors))
