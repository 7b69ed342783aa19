"""What every build checks before any page: layers fit their files, the other script is what the converter makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.checks.check import CheckInputs
from build_tools.checks.records import LayerCheck, VariantCheck
from build_tools.model.issue import Issue, IssueLog
from build_tools.model.layer import Layer, LayerKey, Layers
from build_tools.model.reference import REFERENCES, Reference
from build_tools.model.site import EditionRecord, LawRecord, Site
from build_tools.model.source import Span
from build_tools.model.target import Target
from build_tools.pipeline import load_site
from build_tools.terms.find import TERMS, DefinedTerm

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site() -> Site:
    """The first law with its opinion."""
    return load_site(ROOT / "content", IssueLog())


def _with_edition(site: Site, change: Callable[[EditionRecord], EditionRecord]) -> Site:
    law = site.laws[0]
    return replace(site, laws=(LawRecord(law.manifest, (change(law.editions[0]), *law.editions[1:])),))


def _with_first(site: Site, key: LayerKey, change: Callable) -> Site:
    def changed(record: EditionRecord) -> EditionRecord:
        first, *rest = record.layers[key].items
        layer = Layer.of((change(first), *rest), lambda _: "art-1")
        return replace(record, layers=Layers({**record.layers.found, key.name: layer}))

    return _with_edition(site, changed)


def _found(check: type, site: Site) -> list[Issue]:
    return list(check(CheckInputs(site)).start())


@pytest.mark.parametrize("check", [LayerCheck, VariantCheck])
def test_the_first_law_is_sound(site: Site, check: type) -> None:
    """Nothing is found in what the stages made."""
    assert not _found(check, site)


def _other_words(reference: Reference) -> Reference:
    return replace(reference, text="第九十九條")


def _other_target(reference: Reference) -> Reference:
    return replace(reference, targets=(Target.parse("art-999"),))


def _shifted(term: DefinedTerm) -> DefinedTerm:
    return replace(term, span=Span(term.span.source, term.span.start + 1, term.span.end + 1))


def _unknown_line(term: DefinedTerm) -> DefinedTerm:
    return replace(term, scope="ch-99")


@pytest.mark.parametrize(
    ("key", "change", "words"),
    [
        (REFERENCES, _other_words, "does not stand at"),
        (REFERENCES, _other_target, "there is no art-999"),
        (TERMS, _shifted, "does not stand at"),
        (TERMS, _unknown_line, "there is no ch-99"),
    ],
)
def test_a_layer_that_does_not_fit(site: Site, key: LayerKey, change: Callable, words: str) -> None:
    """E535 with the place in the file."""
    (issue,) = _found(LayerCheck, _with_first(site, key, change))
    assert issue.code == "E535" and words in issue.message and issue.line


def test_a_variant_that_the_converter_did_not_make(site: Site) -> None:
    """E526: one character of the other script is exchanged."""

    def changed(record: EditionRecord) -> EditionRecord:
        units = dict(record.variants.units)
        span, unit = next((s, u) for s, u in units.items() if "网" in u.text)
        units[span] = replace(unit, text=unit.text.replace("网", "罔", 1))
        return replace(record, variants=replace(record.variants, units=units))

    issues = _found(VariantCheck, _with_edition(site, changed))
    assert [issue.code for issue in issues] == ["E526"]
