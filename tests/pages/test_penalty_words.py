"""Every code that a row may carry has words: kinds, branches, subjects, doubts, reasons, states of the map."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from build_tools.model.locale import LOCALES, Locale
from build_tools.model.penalty import Branch, GainTest, Rank, Subject, Unit
from build_tools.pages.measure_tables import GROUPS
from build_tools.pages.messages import catalogue
from build_tools.pages.penalty_cover import CoverState
from build_tools.penalties.kinds import KINDS

PENALTIES = Path("build_tools/penalties")


def _codes() -> set[str]:
    code = "\n".join(path.read_text(encoding="utf-8") for path in PENALTIES.glob("*.py"))
    tables = (tomllib.loads(path.read_text(encoding="utf-8")) for path in PENALTIES.glob("*.toml"))
    rules = [name for table in tables for name in table if name.startswith(("after_", "before_"))]
    rules += re.findall(r'return "([a-z_]+)"', (PENALTIES / "mentions.py").read_text(encoding="utf-8"))
    return {
        *(f"kind.{kind}" for kind in KINDS),
        *(f"branch.{branch.value}" for branch in Branch),
        *(f"subject.{subject.value}" for subject in Subject),
        *(f"amount.{unit.value}" for unit in Unit),
        *(f"gain.{test.value}" for test in GainTest),
        *(f"group.{group}" for group in GROUPS.values()),
        *(f"doubt.{name}" for name in re.findall(r'doubts\.append\("([a-z-]+)"\)', code)),
        *(
            f"spoken.{name}"
            for name in (*rules, *re.findall(r'"(within-conduct|no-consequence|elsewhere)"', code))
        ),
    }


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_every_code_has_words(locale: Locale) -> None:
    """In each catalogue."""
    words = catalogue(locale).words
    assert not [code for code in sorted(_codes()) if not words.get(f"penalties.{code}", "").strip()]
    states = [f"penalty_coverage.state.{state.value}" for state in CoverState]
    assert not [name for name in states if not words.get(name, "").strip()]


def test_every_kind_that_is_no_liability_has_a_chip() -> None:
    """So that no row is beyond the filter."""
    assert {kind for kind, rank in KINDS.items() if rank is not Rank.LIABILITY} == set(GROUPS)
