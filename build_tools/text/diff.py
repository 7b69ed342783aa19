"""What differs between two texts; the only file that knows diff-match-patch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import diff_match_patch

Operation = Literal["equal", "delete", "insert"]
_OPERATIONS: dict[int, Operation] = {-1: "delete", 0: "equal", 1: "insert"}


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of a comparison; ``before`` and ``after`` are where it begins in either text."""

    operation: Operation
    text: str
    before: int
    after: int


def compare(before: str, after: str) -> tuple[Change, ...]:
    """All stretches from ``before`` to ``after`` in order, equal ones too.

    No time limit is set, so a slow machine finds the same differences as a fast one.

    >>> [(c.operation, c.text) for c in compare("不得收取", "可以收取")]
    [('delete', '不得'), ('insert', '可以'), ('equal', '收取')]
    """
    engine = diff_match_patch.diff_match_patch()
    engine.Diff_Timeout = 0
    rows = engine.diff_main(before, after, False)
    engine.diff_cleanupSemantic(rows)
    changes, a, b = [], 0, 0
    for code, text in rows:
        operation = _OPERATIONS[code]
        changes.append(Change(operation, text, a, b))
        a += len(text) if operation != "insert" else 0
        b += len(text) if operation != "delete" else 0
    return tuple(changes)
