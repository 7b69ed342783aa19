"""Which laws hold a word: an index over all laws of a site that has too many of them to open each for every query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from build_tools.search.folding import Folded
from build_tools.search.grams import grams_of
from build_tools.search.packing import packed, steps

#: The index is cut into files by first characters, one for so many laws: then each has some 10 to 20 kB (gzip).
LAWS_PER_FILE = 6


def law_grams(laws: Sequence[Folded]) -> list[list[str]]:
    """The files of the index, in the form that overrides/assets/javascripts/search/law-grams.js reads.

    Each has rows, in how many laws each entry of a row stands, and in which. The first entry of a row is a
    character, the others are what follows it: 络站 after 网 are 网络 and 网站. A row of Latin words has blanks
    between. ``laws`` are in the order of the list of laws.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number, law in enumerate(laws):
        lines = (*law.written, *law.odd.values())
        for entry in {entry for line in lines for entry in _entries(line)}:
            found[entry].append(number)
    count = -(-len(laws) // LAWS_PER_FILE)
    buckets: list[dict[str, list[str]]] = [{} for _ in range(count)]
    for entry in sorted(found):
        buckets[ord(entry[0]) % count].setdefault(entry[0], []).append(entry[1:])
    return [_file(rows, found) for rows in buckets]


def _entries(line: str) -> Iterator[str]:
    """What can be asked for: grams, and characters one by one."""
    yield from grams_of(line)
    yield from line.replace(" ", "")


def _file(rows: dict[str, list[str]], found: dict[str, list[int]]) -> list[str]:
    entries = [first + rest for first, follows in rows.items() for rest in follows]
    return [
        "\n".join(_row(first, follows) for first, follows in rows.items()),
        packed(len(found[entry]) - 1 for entry in entries),
        packed(step for entry in entries for step in steps(found[entry])),
    ]


def _row(first: str, follows: Iterable[str]) -> str:
    is_latin = first.isascii() or "\xc0" <= first < "\u0530"
    return first + (" " if is_latin else "").join(follows)
