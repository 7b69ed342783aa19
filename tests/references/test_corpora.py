"""References of real laws: the labelled example, the hand-marked sample, every script, and the time it takes."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText
from build_tools.model.reference import Doubt, Reference
from build_tools.model.source import SourceFile
from build_tools.model.target import Target
from build_tools.references.layer import references_of_law
from build_tools.text.script import convert
from tests.references.measure import ROOT, measure, report, starts_of

DEV = sorted((ROOT / "tests" / "corpus").glob("*.txt"))
SCALE = sorted((ROOT / "benchmarks" / "corpus").glob("*.txt"))
SEED = ROOT / "content/laws/wangluo-fanzui-fangzhi/editions/draft-2026-01-31.hant.txt"
EXAMPLE = json.loads((ROOT / "tests" / "corpus" / "xref-example.json").read_text(encoding="utf-8"))


def _law(path: Path, rule: str = "") -> tuple[SourceFile, LawText]:
    text = path.read_bytes().decode("utf-8")
    source = SourceFile.of_text("t/t", path.name, convert(text, rule) if rule else text)
    return source, parse_law(source, IssueLog())


def test_labelled_example() -> None:
    """All 17 labelled references of the draft, with words, places, kinds, targets and lists; nothing else there."""
    source, law = _law(SEED)
    starts = starts_of(law)
    found = []
    for r in references_of_law(law):
        article = int(r.at.split("-")[1]) if r.at.startswith("art-") else 0
        if 1 <= article <= 30 or 57 <= article <= 66:
            place = source.position(starts[r.at] + r.start)
            lead = r.start - r.lead_start
            found.append(
                (
                    place.line,
                    place.column,
                    r.start,
                    r.end,
                    lead,
                    r.text,
                    r.kind.value,
                    tuple(map(str, r.targets)),
                    r.group,
                )
            )
    expected = [
        (r["line"], r["col"], r["start"], r["end"], r["start"] - r["lead_start"], r["text"], r["kind"],
         tuple(r["targets"]), r["group"])
        for r in EXAMPLE["refs"]
    ]  # fmt: skip
    assert found == expected
    assert len(found) == 17


def test_labelled_doubt() -> None:
    """The one labelled doubt, the second 第 that is missing, is the only one."""
    _, law = _law(SEED)
    doubts = [(r.at, r.doubt) for r in references_of_law(law) if r.doubt]
    assert doubts == [("art-57-p1", Doubt.ORDINAL_MISSING.value)]


def test_hand_marked_sample() -> None:
    """Precision at least 0.99 and recall at least 0.97 on the references that were marked by reading."""
    result = measure()
    assert len(result.right) >= 200
    assert result.precision >= 0.99, report(result)
    assert result.recall >= 0.97, report(result)


def _facts(references: tuple[Reference, ...]) -> list[tuple[object, ...]]:
    return [(r.at, r.start, r.end, r.lead_start, r.kind, r.targets, r.group, r.doubt) for r in references]


@pytest.mark.parametrize("path", [*DEV, SEED, *SCALE[::6]], ids=lambda path: path.stem)
@pytest.mark.parametrize("rule", ["s2t", "s2tw", "s2hk", "t2s"])
def test_same_targets_in_every_script(path: Path, rule: str) -> None:
    """A law that was converted by a machine has the same references as the law as received."""
    expected = _facts(references_of_law(_law(path)[1]))
    assert _facts(references_of_law(_law(path, rule)[1])) == expected


@pytest.mark.parametrize("path", [*DEV, SEED, *SCALE], ids=lambda path: path.stem)
def test_every_target_exists(path: Path) -> None:
    """No dead link: a target in this law is one of its provisions or headings; without a target there is a doubt."""
    _, law = _law(path)
    known = {str(a.id) for a in law.articles} | {h.id for h in law.headings} | set(starts_of(law))
    for reference in references_of_law(law):
        assert all(Target.parse(str(t)) == t for t in reference.targets), reference
        own = [str(t) for t in reference.targets if t.law is None]
        assert set(own) <= known, reference
        assert reference.targets or reference.doubt, reference


def test_fifty_laws_in_two_seconds() -> None:
    """All references of the 50 laws of the scale corpus take at most 2 s of CPU."""
    laws = [_law(path)[1] for path in SCALE]
    before = time.process_time()
    count = sum(len(references_of_law(law)) for law in laws)
    seconds = time.process_time() - before
    assert len(laws) == 50
    assert count > 700
    assert seconds < 2
