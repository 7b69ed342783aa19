"""Defined terms: fixtures, both scripts, and what must hold of them in real laws."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.law.parse import parse_law
from build_tools.layer_kind import LawInputs
from build_tools.layers import layer_faults, layers_of_law
from build_tools.model.issue import IssueLog
from build_tools.model.source import SourceFile
from build_tools.terms.find import DefinedTerm, find_terms
from build_tools.text.script import convert
from tests.fixture_cases import Case, read_cases

ROOT = Path(__file__).parents[2]
CASES = read_cases("terms/terms.txt")
REAL = sorted([*(ROOT / "tests" / "corpus").glob("*.txt"), *(ROOT / "benchmarks" / "corpus").glob("*.txt")])


def _read(text: str) -> tuple[SourceFile, tuple[DefinedTerm, ...]]:
    source = SourceFile.of_text("x/y", "y.txt", text)
    return source, find_terms(parse_law(source, IssueLog()))


def _told(term: DefinedTerm) -> str:
    uses = " ".join(str(use.at) for use in term.uses)
    return f"{term.words} | {term.by.value} | {term.scope or 'law'} | {term.at} | {uses}"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_terms(case: Case) -> None:
    """Each definition with its scope and its uses."""
    _, terms = _read(case.input)
    assert [_told(term) for term in terms] == case.expected.split("\n") or not (terms or case.expected)


@pytest.mark.parametrize("rule", ["s2tw", "s2hk", "t2s"])
@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_the_same_terms_in_each_script(case: Case, rule: str) -> None:
    """Places, scopes and uses do not depend on the script."""
    given, made = _read(case.input)[1], _read(convert(case.input, rule))[1]
    assert [(t.at, t.scope, t.by, t.uses) for t in given] == [(t.at, t.scope, t.by, t.uses) for t in made]


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_terms_of_real_laws_stand_where_they_say(path: Path) -> None:
    """Each term and each use is verbatim, uses lie outside the definition, ids run from 1."""
    source = SourceFile.of_text("x/y", path.name, path.read_text(encoding="utf-8"))
    law = parse_law(source, IssueLog())
    layers = layers_of_law(LawInputs(source, law))
    assert not list(layer_faults(layers, law.lines(), {source.id: source}, law.ids().__contains__))
    terms = find_terms(law)
    assert [t.id for t in terms] == [f"term-{n}" for n in range(1, len(terms) + 1)]
    for term in terms:
        assert source.slice(term.span) == term.words == term.words.strip()
        assert term.definition.start <= term.span.start < term.span.end <= term.definition.end
        assert "\n" not in source.slice(term.definition)
        assert all(source.slice(use.span) == term.words for use in term.uses)
    places = [use.span for term in terms for use in term.uses]
    assert len(set(places)) == len(places)
