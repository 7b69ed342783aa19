"""Which characters count as one when words are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_ALSO = Path(__file__).parent / "same_word.tsv"


def fold_pairs(characters: Iterable[str], character_pairs: Mapping[str, str]) -> str:
    """Pairs for the search box: 範范圍围 says that 範 counts as 范 and 圍 as 围.

    ``characters`` are all that the site's texts hold, in both scripts: pairs that none of them can meet are
    left out. ``character_pairs`` come from the converter; same_word.tsv adds to them. Only characters of one
    UTF-16 unit, for which the browser has a table; text with others is found in the script it is typed in.

    >>> fold_pairs("范圍", {"範": "范", "圍": "围", "網": "网"})
    '圍围範范'
    """
    known = {a: b for a, b in {**character_pairs, **_also()}.items() if max(a + b) <= "\uffff"}
    table = {a: _end(a, known) for a in known}
    wanted = {table.get(c, c) for c in characters}
    return "".join(a + b for a, b in sorted(table.items()) if a != b and b in wanted)


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
