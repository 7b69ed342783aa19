"""Cases as text: a title line, ``.``, the input, ``.``, what is expected, ``.``; any words may stand before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True, slots=True)
class Case:
    """One case; ``id`` is ``file:line`` of its title."""

    id: str
    title: str
    input: str
    expected: str


def read_cases(name: str) -> list[Case]:
    """All cases of ``tests/fixtures/{name}``; ValueError at a case that is not complete.

    >>> read_cases("read/characters.txt")[0].title
    '零寬空格在條號中'
    """
    lines = (FIXTURES / name).read_text(encoding="utf-8").split("\n")
    dots = [number for number, line in enumerate(lines) if line == "."]
    if len(dots) % 3:
        raise ValueError(f"{name}:{dots[-1] + 1}: a case has three lines with a single full stop")
    cases = []
    for first, second, third in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
        title = first - 1
        if title < 0 or not lines[title].strip():
            raise ValueError(f"{name}:{first + 1}: a title stands before the first full stop")
        given, expected = lines[first + 1 : second], lines[second + 1 : third]
        cases.append(Case(f"{name}:{title + 1}", lines[title], "\n".join(given), "\n".join(expected)))
    return cases
