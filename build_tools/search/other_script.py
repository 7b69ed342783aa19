"""The other script of many lines, written down as how it differs: most characters have one counterpart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_tools.model.variant import Script
from build_tools.pages.found import TwoScripts
from build_tools.text.script import convert
from build_tools.variants.convert import RULES

Counterparts = tuple[Mapping[str, str], Mapping[str, str]]
"""From Traditional and from Simplified; a character that neither has is its own."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What turns lines as written into the other script, exactly, where the usual counterparts are known.

    ``own`` are pairs of characters, from Traditional and from Simplified, that these lines use instead of the
    usual ones; ``fixes`` name line, offset (in code points) and character where the other script has another one
    still; ``full`` gives whole lines of another length.
    """

    own: tuple[str, str]
    fixes: tuple[tuple[int, int, str], ...]
    full: tuple[tuple[int, str], ...]


def usual_counterparts(hant: Iterable[str], hans: Iterable[str]) -> Counterparts:
    """What the converter makes of each of these characters alone: 发 becomes 發, though 理发 is 理髮.

    It depends on no text, so a new law changes nothing for the others.
    """
    made = []
    for script, characters in ((Script.HANT, hant), (Script.HANS, hans)):
        alone = sorted({c for c in characters if not c.isspace()})
        converted = convert("\n".join(alone), RULES[script]).split("\n") if alone else []
        made.append({a: b for a, b in zip(alone, converted, strict=True) if len(b) == 1 and a != b})
    return made[0], made[1]


def differences(lines: Sequence[TwoScripts], usual: Counterparts) -> Differences:
    """List every departure from the usual counterparts; one that comes again and again is listed once.

    The browser puts both together (overrides/assets/javascripts/search/shard.js), so nothing is lost and little
    is sent.
    """
    own = tuple(_own([t for t in lines if t.hans is hans], usual[hans]) for hans in (False, True))
    tables = [str.maketrans({**usual[hans], **own[hans]}) for hans in (False, True)]
    fixes: list[tuple[int, int, str]] = []
    full: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        made = line.written.translate(tables[line.hans])
        if made == line.other:
            continue
        wrong = [(number, i, b) for i, (a, b) in enumerate(zip(made, line.other, strict=False)) if a != b]
        if len(made) != len(line.other) or any(char.isdigit() for _, _, char in wrong):
            full.append((number, line.other))
        else:
            fixes += wrong
    hant, hans = ("".join(a + b for a, b in sorted(table.items())) for table in own)
    return Differences((hant, hans), tuple(fixes), tuple(full))


def _own(lines: Sequence[TwoScripts], usual: Mapping[str, str]) -> dict[str, str]:
    """Counterparts that are more frequent in these lines than the usual one, by two or more."""
    same = [t for t in lines if len(t.written) == len(t.other)]
    pairs = zip("".join(t.written for t in same), "".join(t.other for t in same), strict=True)
    counts = Counter(pairs)
    own: dict[str, str] = {}
    most: dict[str, int] = {}
    for (a, b), count in sorted(counts.items()):
        known = usual.get(a, a)
        if b != known and count > max(most.get(a, 0), counts[a, known] + 1):
            own[a], most[a] = b, count
    return own
