"""How well marked articles are read: `python -m tests.penalties.measure sample-development` prints what docs/penalties.md says.

Behind the line for the table stand all differences. Without a name all of `SAMPLES` are measured.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.fixture_cases import Case, read_cases
from tests.penalties.notation import Marked, differences, find_rows, read_marks, score

FOLDER = Path(__file__).parent
#: Files of marked articles that are measured in every run of the tests. The sealed halves (`sample-sealed`, `traps-sealed`)
#: are added when they have been run, once, with the program that is finished.
SAMPLES = ("sample-development", "traps-development")


@dataclass(frozen=True)
class Measured:
    """One file: counts of rows and of sanction words that are no rows."""

    name: str
    articles: int
    marked: int
    found: int
    right: int
    """At the place that was marked, with every field as marked."""
    kind_and_amount: int
    mentions_marked: int
    mentions_found: int
    mentions_right: int

    def row(self) -> str:
        """The line of the table in docs/penalties.md."""
        cells = (
            f"`{self.name}.txt`", self.articles, self.marked, self.found, self.right,
            f"{self.right / self.marked:.3f}", f"{self.right / self.found:.3f}", self.kind_and_amount,
            f"{self.mentions_right} of {self.mentions_marked}, {self.mentions_found} told",
        )  # fmt: skip
        return "| " + " | ".join(map(str, cells)) + " |"


def cases_of(name: str) -> list[Case]:
    """The articles of one file beside this one."""
    return read_cases(f"../penalties/{name}.txt")


def measure(name: str) -> tuple[Measured, list[str]]:
    """The counts, and each difference in a line."""
    pairs, told = [], []
    for case in cases_of(name):
        expected, found = read_marks(case.input, case.expected), find_rows("測試法", case.input)[0]
        pairs.append((expected, found))
        told += [f"{case.id} {case.title}: {line}" for line in _lines(case, expected, found)]
    counts = score(pairs)
    mentions: Counter[str] = Counter()
    for expected, found in pairs:
        mentions["marked"] += len(expected.mentions)
        mentions["found"] += len(found.mentions)
        mentions["right"] += len({*expected.mentions} & {*found.mentions})
    both = sum(_same_amounts(expected, found) for expected, found in pairs)
    made = Measured(
        name, len(pairs), counts["expected"], counts["found"], counts["right"], both,
        mentions["marked"], mentions["found"], mentions["right"],
    )  # fmt: skip
    return made, told


def _same_amounts(expected: Marked, found: Marked) -> int:
    mine = {row.start: (row.kind, row.amount, row.unreadable) for row in found.rows}
    return sum(mine.get(row.start) == (row.kind, row.amount, row.unreadable) for row in expected.rows)


def _lines(case: Case, expected: Marked, found: Marked) -> Iterable[str]:
    yield from differences(expected, found)
    for at in sorted({*expected.mentions} - {*found.mentions}):
        yield f"not told as a mention: {case.input[at : at + 2]} at {at}"
    for at in sorted({*found.mentions} - {*expected.mentions}):
        yield f"told as a mention: {case.input[at : at + 2]} at {at}"


def main() -> None:
    """The table, then the differences."""
    results = [measure(name) for name in sys.argv[1:] or SAMPLES]
    print("\n".join(made.row() for made, _ in results))  # noqa: T201
    print("\n".join(line for _, told in results for line in told))  # noqa: T201


if __name__ == "__main__":
    main()
