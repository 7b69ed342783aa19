"""What a reader waits for before the first result."""

from __future__ import annotations

import pytest

from benchmarks.search import TEXT_RATIO, first_result, search_sizes
from build_tools.model.issue import IssueLog
from build_tools.pipeline import load_site
from tests.conftest import LAW, ROOT, Built

pytestmark = pytest.mark.site


def test_the_data_of_the_first_law_is_small(built: Built) -> None:
    """Its text with both scripts, what orders it, the list of laws, and lunr; in bytes after gzip."""
    parts = first_result(built.site)
    assert parts[f"{LAW}.rank.js"] <= 5000
    assert parts["laws.js"] <= 6200
    assert parts["lunr.js"] <= 9800
    assert sum(parts[name] for name in (f"{LAW}.js", f"{LAW}.rank.js", "laws.js", "lunr.js")) <= 39_000


def test_text_index_and_engine_come_in_sixty_thousand_bytes(built: Built) -> None:
    """What finds and orders the first result: text, list of laws, ranked index, engine and lunr."""
    parts = first_result(built.site)
    names = (f"{LAW}.js", f"{LAW}.rank.js", "laws.js", "lunr.js", "search-engine.js")
    assert sum(parts[name] for name in names) <= 60_000, parts


def test_all_that_comes_before_the_first_result(built: Built) -> None:
    """The same with the box and its words."""
    parts = first_result(built.site)
    assert {"search-engine.js", "search-box.js", "interface.zh-hant.js"} <= set(parts)
    assert sum(parts.values()) <= 68_000, parts


def test_a_laws_file_costs_a_tenth_more_than_its_text() -> None:
    """The law of this repository, with its opinions, as it is built."""
    sizes = search_sizes(load_site(ROOT / "content", IssueLog()))
    assert sizes.ratios[-1] <= TEXT_RATIO
