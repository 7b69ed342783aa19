"""Differences between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.diff import compare

TEXTS = st.text("不得可以收取甲，😀", max_size=20)


@given(TEXTS, TEXTS)
def test_both_texts_come_back(before: str, after: str) -> None:
    """The stretches of a comparison give both texts back, and say where they stand."""
    changes = compare(before, after)
    assert "".join(c.text for c in changes if c.operation != "insert") == before
    assert "".join(c.text for c in changes if c.operation != "delete") == after
    for change in changes:
        if change.operation != "insert":
            assert before[change.before : change.before + len(change.text)] == change.text
        if change.operation != "delete":
            assert after[change.after : change.after + len(change.text)] == change.text


def test_one_word() -> None:
    """不得 and 可以 are never taken for each other."""
    assert [(c.operation, c.text) for c in compare("不得收取费用", "可以收取费用")] == [
        ("delete", "不得"),
        ("insert", "可以"),
        ("equal", "收取费用"),
    ]
