"""Offset maps: monotone, and true to what was kept."""

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.fold import fold, fold_width, is_blank
from build_tools.text.offsets import OffsetMap

TEXTS = st.text("甲乙，,  \u3000\u00a0“”\u200bＡa１1(（", max_size=30)


@given(TEXTS)
def test_fold_maps_each_kept_character_to_its_fold(text: str) -> None:
    """The character at i stands at map(i) in the folded text; blanks vanish."""
    folded = fold(text)
    wide = fold_width(text)
    assert len(wide) == len(text)
    assert folded.text == "".join(w for c, w in zip(text, wide, strict=True) if not is_blank(c))
    for i, char in enumerate(text):
        start, end = folded.offsets.map_span(i, i + 1)
        assert folded.text[start:end] == ("" if is_blank(char) else wide[i])


@given(TEXTS)
def test_inverse_returns_to_the_character(text: str) -> None:
    """From a folded character back to a range of the original that holds it."""
    folded = fold(text)
    back = folded.offsets.invert()
    for j, char in enumerate(folded.text):
        start, end = back.map_span(j, j + 1)
        assert char in fold_width(text[start:end])
        assert sum(not is_blank(c) for c in text[start:end]) == 1


@given(st.integers(0, 50))
def test_identity(length: int) -> None:
    """A text maps to itself step by step."""
    same = OffsetMap.identity(length)
    assert [same.map(i) for i in range(length + 1)] == list(range(length + 1))


@given(TEXTS)
def test_monotone(text: str) -> None:
    """Later stays later, both ways; both ends meet."""
    folded = fold(text)
    there = [folded.offsets.map(i) for i in range(len(text) + 1)]
    assert there == sorted(there)
    assert (there[0], there[-1]) == (0, len(folded.text))
    inverse = folded.offsets.invert()
    back = [inverse.map(i) for i in range(len(folded.text) + 1)]
    assert back == sorted(back)
