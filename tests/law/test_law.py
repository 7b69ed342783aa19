"""Laws as text become trees: cases that a lawyer can read and add to, one file of them for each kind of matter."""

from __future__ import annotations

import pytest

from tests.fixture_cases import Case, read_cases
from tests.law.law_outline import outline, parse_text, problems, unescape

FILES = ("articles", "items", "headings", "front", "back", "amending", "faults", "pages")
CASES = [case for name in FILES for case in read_cases(f"law/law-{name}.txt")]


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_tree_and_findings(case: Case) -> None:
    """The tree, the parts around it and the findings are those written below the text."""
    source, law, log = parse_text(unescape(case.input))
    assert "\n".join(outline(source, law, log)) == case.expected


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_every_character_is_in_the_ledger(case: Case) -> None:
    """The ledger covers the text without gap or overlap, and each node's text is its span's."""
    source, law, _ = parse_text(unescape(case.input))
    assert problems(source, law) == []
