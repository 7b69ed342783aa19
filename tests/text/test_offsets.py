"""Offset maps: from one text into one made from it."""

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.offsets import OffsetMap


@given(st.integers(0, 50))
def test_identity(length: int) -> None:
    """A text maps to itself step by step."""
    same = OffsetMap.identity(length)
    assert [same.map(i) for i in range(length + 1)] == list(range(length + 1))
