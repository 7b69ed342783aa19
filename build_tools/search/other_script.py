"""The other script of many lines, written down as how it differs: most characters have one counterpart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.pages.found import TwoScripts


@dataclass(frozen=True, slots=True)
class Differences:
    """What turns lines as written into the other script, exactly.

    ``usual`` are pairs of characters, from Traditional and from Simplified; ``fixes`` name line, offset (in code
    points) and character where the other script has another one; ``full`` gives whole lines of another length.
    """

    usual: tuple[str, str]
    fixes: tuple[tuple[int, int, str], ...]
    full: tuple[tuple[int, str], ...]


def differences(lines: Sequence[TwoScripts]) -> Differences:
    """Find the usual counterpart of each character in these lines, and list every departure from it.

    ``发`` is 發 in most places and 髮 in 理发: the first is usual, the second a fix. The browser puts both
    together again (overrides/assets/javascripts/search/shard.js), so nothing is lost and little is sent.
    """
    tables = (_usual(lines, hans=False), _usual(lines, hans=True))
    fixes: list[tuple[int, int, str]] = []
    full: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if len(line.written) != len(line.other):
            full.append((number, line.other))
            continue
        table = tables[line.hans]
        pairs = enumerate(zip(line.written, line.other, strict=True))
        fixes += [(number, i, b) for i, (a, b) in pairs if table.get(a, a) != b]
    hant, hans = ("".join(a + b for a, b in sorted(t.items())) for t in tables)
    return Differences((hant, hans), tuple(fixes), tuple(full))


def _usual(lines: Sequence[TwoScripts], *, hans: bool) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {}
    for a, b in _pairs(lines, hans=hans):
        counts.setdefault(a, Counter())[b] += 1
    usual = {a: min(found, key=lambda b: (-found[b], b)) for a, found in counts.items()}
    return {a: b for a, b in usual.items() if a != b}


def _pairs(lines: Sequence[TwoScripts], *, hans: bool) -> Iterator[tuple[str, str]]:
    for line in lines:
        if line.hans is hans and len(line.written) == len(line.other):
            yield from zip(line.written, line.other, strict=True)
