"""Every message about feedback files has a case that brings it about."""

from __future__ import annotations

import re

from build_tools.model.codes import codes
from tests.fixture_cases import read_cases

FILES = (
    "feedback/plain.txt", "feedback/markdown.txt", "feedback/form.txt", "feedback/english.txt",
    "feedback/quotes.txt", "feedback/mentions.txt", "feedback/claims.txt",
)  # fmt: skip


def test_every_code_has_a_case() -> None:
    """Each code of the stage is expected in a fixture, and none that does not exist."""
    expected = "\n".join(case.expected for name in FILES for case in read_cases(name))
    assert set(re.findall(r"^([EWN]\d{3}) ", expected, re.MULTILINE)) == {
        c.code for c in codes().values() if c.stage == "feedback"
    }
