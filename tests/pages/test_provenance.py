"""Nothing of a source is without a place: what no page shows is listed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.law import LedgerSpan, SpanClass
from build_tools.model.source import SourceFile, Span
from build_tools.pages.kinds.provenance import unplaced


def _spans(text: str, *pairs: tuple[int, int]) -> tuple[SourceFile, list[Span]]:
    source = SourceFile.of_text("xf/draft", "draft.txt", text)
    return source, [Span(source.id, a, b) for a, b in pairs]


def test_a_line_that_no_element_shows_is_found_without_its_blanks() -> None:
    """Two lines lie between what is shown; each is listed by itself."""
    text = "第一條 甲。\n　來路不明\n第二行 \n"
    source, homes = _spans(text, (0, 3), (4, 6))
    ledger = [LedgerSpan(Span(source.id, 0, len(text)), SpanClass.LAW)]
    assert [source.slice(s) for s in unplaced(source, ledger, homes)] == ["來路不明", "第二行"]


def test_separators_markup_and_what_was_set_aside_are_shown_elsewhere() -> None:
    """These classes have a place of their own, or need none."""
    source, homes = _spans("甲乙丙")
    kinds = (SpanClass.SEPARATOR, SpanClass.MARKUP, SpanClass.SET_ASIDE)
    ledger = [LedgerSpan(Span(source.id, i, i + 1), kind) for i, kind in enumerate(kinds)]
    assert unplaced(source, ledger, homes) == []


@given(
    st.text(alphabet="甲乙 \n\u3000", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5),
)
def test_shown_and_unplaced_together_are_everything_but_blanks(
    text: str, pairs: list[tuple[int, int]]
) -> None:
    """No character is in neither, none in both."""
    pairs = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs]
    source, homes = _spans(text, *pairs)
    ledger = [LedgerSpan(Span(source.id, 0, len(text)), SpanClass.UNCLASSIFIED)] if text else []
    shown = {i for h in homes for i in range(h.start, h.end)}
    listed = [i for s in unplaced(source, ledger, homes) for i in range(s.start, s.end)]
    assert len(listed) == len(set(listed))
    assert not shown & set(listed)
    assert all(i in shown or i in listed for i, c in enumerate(text) if not c.isspace())
