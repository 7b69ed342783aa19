"""The two scripts of Chinese, character by character and text by text; the only file that knows opencc."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from types import MappingProxyType
from unicodedata import normalize

import opencc

#: Traditional characters that OpenCC keeps where its Simplified texts write the other one, so that both sides
#: of a comparison meet: 覆蓋/复盖, 瞭解/了解, 憑藉/凭借, 執著/执着, 乾燥/干燥.
_ALSO = str.maketrans("覆瞭藉揹著衞枱乾", "复了借背着卫台干")
_RANGES = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))


def convert(text: str, rule: str) -> str:
    """The whole of a text by one OpenCC configuration, as ``t2s``."""
    return str(_converter(rule).convert(text))


def fold_script(text: str) -> str:
    """Traditional to Simplified one character for one character: for comparing and finding, never for showing.

    >>> fold_script("網絡犯罪防治范圍")
    '网络犯罪防治范围'
    """
    return text.translate(_fold_table()) if _folding().search(text) else text


@cache
def character_pairs() -> Mapping[str, str]:
    """Each Traditional (or variant) character that folds to another one, with that one."""
    characters = [chr(code) for first, last in _RANGES for code in range(first, last + 1)]
    simple = convert("\n".join(characters), "t2s").split("\n")
    pairs = {a: b for a, b in zip(characters, simple, strict=True) if a != b and len(b) == 1}
    for code, to in _ALSO.items():
        pairs[chr(code)] = chr(to)
    return MappingProxyType({a: pairs.get(b, b) for a, b in pairs.items()})


def in_either_script(pattern: str) -> str:
    """A regular expression of Simplified words that also finds them unfolded: 罚款 as [罚罰]款; no class may stand in it.

    >>> in_either_script("罚|责令")
    '[罚罰]|[责責]令'
    """
    variants: dict[str, str] = {}
    for char, simple in character_pairs().items():
        if simple in pattern and char == normalize("NFKC", char):  # not a second code of one character
            variants[simple] = variants.get(simple, simple) + char
    return "".join(f"[{variants[c]}]" if c in variants else c for c in pattern)


def versions() -> dict[str, str]:
    """Name and version of the converter, for the provenance page."""
    return {"opencc": version("opencc")}


@cache
def _converter(rule: str) -> opencc.OpenCC:
    return opencc.OpenCC(rule)


@cache
def _folding() -> re.Pattern[str]:
    """A character that folds to another one; beyond the first plane, where hardly any stands, any character."""
    first = "".join(char for char in character_pairs() if char <= "\uffff")
    return re.compile(f"[{first}\U00010000-\U0010ffff]")


@cache
def _fold_table() -> Mapping[int, str]:
    return {ord(a): b for a, b in character_pairs().items()}
