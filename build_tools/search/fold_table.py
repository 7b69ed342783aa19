"""Which characters count as one when words are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from unicodedata import normalize

from build_tools.text.script import character_pairs

_ALSO = Path(__file__).parent / "same_word.tsv"


@cache
def all_folds() -> Mapping[str, str]:
    """Each character that counts as another one, with that one, which counts as itself: 範 with 范, 帳 with 账.

    The pairs come from the converter; same_word.tsv adds to them. Only characters of one UTF-16 unit, for which
    the browser has a table; text with others is found in the script it is typed in.
    """
    known = {a: b for a, b in {**character_pairs(), **_also()}.items() if max(a + b) <= "\uffff"}
    ends = ((a, _end(a, known)) for a in known)
    return MappingProxyType({a: b for a, b in ends if a != b})


def folds_of(characters: Iterable[str]) -> dict[str, str]:
    """Those of the pairs, in order, that a text of these characters can meet, whoever asks it for whatever.

    ``characters`` are all that the site's texts hold, in both scripts.

    >>> folds_of("范")
    {'範': '范'}
    """
    folds = all_folds()
    plain = {n for c in set(characters) for n in (c, normalize("NFKC", c))}  # ⾴ is looked for as 頁 and 页
    wanted = {folds.get(c, c) for c in plain}
    return {a: b for a, b in sorted(folds.items()) if b in wanted}


def _end(char: str, pairs: Mapping[str, str]) -> str:
    """Where a chain of pairs leads: 帳 to 帐 to 账; a ring ends where it closes."""
    seen = {char}
    while (following := pairs.get(char, char)) not in seen:
        seen.add(following)
        char = following
    return char


@cache
def _also() -> Mapping[str, str]:
    rows = [line.split("\t") for line in _ALSO.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return MappingProxyType({row[0]: row[1] for row in rows})
