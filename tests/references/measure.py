"""How the engine does on the hand-marked sample: what it found, missed and invented."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText, walk_lines
from build_tools.model.source import SourceFile
from build_tools.references.layer import references_of_law

ROOT = Path(__file__).parent.parent.parent
SAMPLE = Path(__file__).parent / "sample.json"


@dataclass(frozen=True)
class Mark:
    """A reference with its place in the file: line from 1, columns in code points."""

    file: str
    line: int
    column: int
    text: str
    targets: tuple[str, ...]
    kind: str
    group: str | None = None
    optional: bool = False

    @property
    def end(self) -> int:
        return self.column + len(self.text)

    def overlaps(self, other: Mark) -> bool:
        return self.line == other.line and self.column < other.end and other.column < self.end


@dataclass(frozen=True)
class Result:
    """Right: pairs of mark and finding; missed and wrong (other target); false: where no reference is."""

    right: tuple[tuple[Mark, Mark], ...]
    missed: tuple[Mark, ...]
    wrong: tuple[tuple[Mark, Mark], ...]
    false: tuple[Mark, ...]

    @property
    def precision(self) -> float:
        bad = len(self.wrong) + len(self.false)
        return len(self.right) / (len(self.right) + bad)

    @property
    def recall(self) -> float:
        return len(self.right) / (len(self.right) + len(self.missed) + len(self.wrong))


def measure() -> Result:
    """Precision and recall by the rules of SAMPLE.md."""
    right: list[tuple[Mark, Mark]] = []
    missed: list[Mark] = []
    wrong: list[tuple[Mark, Mark]] = []
    false: list[Mark] = []
    for record in json.loads(SAMPLE.read_text(encoding="utf-8"))["files"]:
        marks = list(_marked(record))
        annexes = list(_annexes(record))
        stretches = record["lines"]
        found = [m for m in _found(record) if any(a <= m.line <= b for a, b in stretches)]
        for mark in marks:
            hits = [f for f in found if f.overlaps(mark)]
            same = [f for f in hits if f.targets == mark.targets]
            if mark.optional:
                continue
            if same:
                right.append((mark, same[0]))
            elif hits:
                wrong.append((mark, hits[0]))
            else:
                missed.append(mark)
        places = marks + annexes
        false += [f for f in found if not any(f.overlaps(m) for m in places)]
    return Result(tuple(right), tuple(missed), tuple(wrong), tuple(false))


def _marked(record: dict) -> Iterator[Mark]:
    for r in record["references"]:
        yield Mark(
            record["file"], r["line"], r["column"], r["text"], tuple(r["targets"]), r["kind"], r["group"],
            r["optional"],
        )  # fmt: skip


def _annexes(record: dict) -> Iterator[Mark]:
    for r in record["annexes"]:
        yield Mark(record["file"], r["line"], r["column"], r["text"], (), "annex")


def _found(record: dict) -> Iterator[Mark]:
    path = ROOT / record["path"]
    source = SourceFile.of_text("sample/sample", record["path"], path.read_bytes().decode("utf-8"))
    law = parse_law(source, IssueLog())
    starts = starts_of(law)
    for r in references_of_law(law):
        place = source.position(starts[r.at] + r.start)
        yield Mark(
            record["file"],
            place.line,
            place.column,
            r.text,
            tuple(map(str, r.targets)),
            r.kind.value,
            r.group,
        )


def starts_of(law: LawText) -> dict[str, int]:
    """Where the text of each line begins in the file."""
    starts = {str(n.id): n.span.start for a in law.articles for n in walk_lines(a)}
    return starts | {b.id: b.span.start for p in law.parts for b in p.blocks}


def report(result: Result) -> str:
    """The figures, then each difference on a line; run ``python -m tests.references.measure`` to read it."""
    rows = [f"right {len(result.right)}, precision {result.precision:.4f}, recall {result.recall:.4f}"]
    rows += [f"missed {m}" for m in result.missed]
    rows += [f"wrong {m} {f}" for m, f in result.wrong]
    rows += [f"false {f}" for f in result.false]
    for m, f in result.right:
        if (m.kind, m.column, m.text, m.group is None) != (f.kind, f.column, f.text, f.group is None):
            rows.append(
                f"differs {m.file} {m.line} {m.text} {m.kind} {m.group} | {f.text} {f.kind} {f.group}"
            )
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.stdout.write(report(measure()))
