"""Folding: one character for one, blanks dropped, each character with its place."""

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.fold import fold, fold_characters, is_blank

TEXTS = st.one_of(
    st.text("甲乙網总，,  \u3000\u00a0“”\u200bＡa１1(（。ﬁ…", max_size=30), st.text(max_size=30)
)


@given(TEXTS)
def test_each_kept_character_knows_its_place(text: str) -> None:
    """Blanks vanish; every other character is the fold of the one at its place, in rising order."""
    folded, wide = fold(text), fold_characters(text)
    assert len(wide) == len(text)
    assert list(folded.places) == [i for i, char in enumerate(text) if not is_blank(char)]
    assert folded.text == "".join(wide[i] for i in folded.places)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own fold."""
    assert fold_characters(fold_characters(text)) == fold_characters(text)


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_a_part_keeps_its_places(text: str, start: int, end: int) -> None:
    """A part is as long as its places, and places may be given."""
    part = fold(text, range(100, 100 + len(text))).part(start, end)
    assert len(part.text) == len(part.places)
    assert [fold_characters(text[at - 100]) for at in part.places] == list(part.text)
