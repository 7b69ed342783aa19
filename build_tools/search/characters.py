"""The characters of a site as its list of laws tells them: which count as one, and which stand for each other."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.search.fold_table import folds_of
from build_tools.search.other_script import Counterparts


def character_tables(characters: set[str], usual: Counterparts) -> Mapping[str, object]:
    """``fold``, ``both`` and ``other`` of laws.js.

    ``fold`` are pairs: 範范圍围 says that 範 counts as 范 and 圍 as 围, which is the usual counterpart too. The first
    ``both`` of them hold in the other direction as well; ``other`` are the pairs that this does not give, from
    Traditional and from Simplified. ``characters`` are all of the site, in both scripts.
    """
    folds = folds_of(characters)
    hant, hans = usual
    back = {a: b for a, b in folds.items() if hans.get(b) == a}
    known = {b: a for a, b in back.items()}
    mixed = {a: hant.get(a, a) for a in characters if hant.get(a, a) != folds.get(a, a)}
    pairs = [*back.items(), *((a, b) for a, b in folds.items() if a not in back)]
    return {
        "fold": _written(dict(pairs)),
        "both": len(back),
        "other": [
            _written(dict(sorted(mixed.items()))),
            _written({a: b for a, b in sorted(hans.items()) if known.get(a) != b}),
        ],
    }


def _written(pairs: Mapping[str, str]) -> str:
    return "".join(a + b for a, b in pairs.items())
