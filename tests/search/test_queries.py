"""What the search answers to queries that were marked by reading before anything was run (queries/README.md)."""

from __future__ import annotations

from functools import cache

import pytest

from tests.search.query_set import Verdict, judged
from tests.search.ranking import placed

#: Kinds whose rows ask for another word than was typed: the table of wordings is a choice, and measured apart.
WORDED = ("region-wording", "everyday-wording")


@cache
def _verdicts() -> tuple[Verdict, ...]:
    return (*judged("queries-dev"), *judged("queries-sealed"))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def test_what_is_asked_for_is_found_and_nothing_else() -> None:
    """Recall at least 0.99, precision of the first ten at least 0.98, over 426 queries in six laws."""
    some = [v for v in _verdicts() if v.row.kind not in WORDED]
    assert len(some) > 400
    assert _mean([v.recall for v in some]) >= 0.99
    assert _mean([v.precision for v in some]) >= 0.98


def test_citations_come_first() -> None:
    """Provisions, ranges and headings in every form, alone and with words; articles that do not exist are said not to."""
    kinds = ("citation", "range", "heading", "citation-with-words", "beyond")
    wrong = [v.row for v in _verdicts() if v.row.kind in kinds and not v.first_is_right]
    assert not wrong


def test_nothing_found_stays_nothing() -> None:
    """Words that are nowhere, and loose associations, of which one is a wording in the table (電信詐騙)."""
    kinds = ("nothing", "stretch")
    found = [v.row.query for v in _verdicts() if v.row.kind in kinds and v.found]
    assert found == ["電信詐騙"]


def test_readers_words_lead_to_words_of_law() -> None:
    """Words of Taiwan and Hong Kong nearly all; everyday words where a lawyer would sign, else they are proposed only."""
    for kind, least in (("region-wording", 0.9), ("everyday-wording", 0.25)):
        some = [v for v in _verdicts() if v.row.kind == kind]
        assert _mean([v.recall for v in some]) >= least, kind
        assert _mean([v.precision for v in some]) >= 0.98, kind
    assert all(v.first_is_right for v in _verdicts() if v.row.kind in WORDED), (
        "a wording that is not disclosed"
    )


@pytest.mark.parametrize(("half", "least"), [("dev", 30), ("sealed", 28)])
def test_the_article_that_a_lawyer_wants_is_among_the_first_three(half: str, least: int) -> None:
    """Two words; 32 and 31 rows."""
    assert sum(0 < row.place <= 3 for row in placed(half)) >= least
