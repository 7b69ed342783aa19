"""A stretch of a source in both scripts, with its marks carried over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.runs import Mark, MarkKind, Texts
from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script
from build_tools.variants.convert import make_variants

LINE = "徵求意見稿,後果自負"


def _texts(text: str, *spans: tuple[int, int]) -> Texts:
    source = SourceFile.of_text("xf/draft", "draft.txt", text)
    units = [Span(source.id, a, b) for a, b in spans or [(0, len(text))]]
    return Texts.of(source, make_variants(source, units, Script.HANT, punctuation=True))


def test_source_in_display_form_and_the_other_script() -> None:
    """The source shows full-width punctuation, the conversion too."""
    pair = _texts(LINE).pair(Span("xf/draft", 0, len(LINE)))
    assert (pair.source.text, pair.source.rule) == ("徵求意見稿，後果自負", "")
    assert pair.derived
    assert (pair.derived.text, pair.derived.rule, pair.derived.script) == (
        "征求意见稿，后果自负",
        "t2s",
        Script.HANS,
    )


def test_a_part_of_a_unit_is_taken_from_it() -> None:
    """後果 within a line is converted as part of the line, not by itself."""
    pair = _texts(LINE).pair(Span("xf/draft", 6, 8))
    assert pair.derived
    assert (pair.source.text, pair.derived.text) == ("後果", "后果")


def test_marks_are_cut_to_the_stretch_and_carried_over() -> None:
    """A mark over 稿,後 lies on 稿，后 there; its number stands only where it ends."""
    texts = _texts(LINE)
    mark = Mark(4, 7, MarkKind.QUOTED, "#c", "1")
    whole = texts.pair(Span("xf/draft", 0, len(LINE)), [mark])
    assert whole.derived
    assert whole.derived.text[4:7] == "稿，后"
    assert whole.derived.marks == (mark,)
    head = texts.pair(Span("xf/draft", 0, 5), [mark])
    assert head.source.marks == (Mark(4, 5, MarkKind.QUOTED, "#c", ""),)


def test_text_that_was_not_converted_stands_alone() -> None:
    """Outside all units there is only the source."""
    pair = _texts("甲乙丙", (0, 1)).pair(Span("xf/draft", 1, 3))
    assert pair.derived is None
    assert pair.same
    assert pair.ordered(Script.HANS) == (pair.source,)


@given(st.text(alphabet="徵求發表後,乾 。一", min_size=1, max_size=20), st.data())
def test_marks_never_leave_their_run(text: str, data: st.DataObject) -> None:
    """Whatever is marked, both runs hold their marks."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    a = data.draw(st.integers(0, len(text)))
    b = data.draw(st.integers(a, len(text)))
    pair = _texts(text).pair(Span("xf/draft", start, end), [Mark(a, b, MarkKind.QUOTED)])
    assert pair.source.text == _texts(text).shown[start:end]
    for run in (pair.source, pair.derived):
        assert run is None or all(0 <= m.start <= m.end <= len(run.text) for m in run.marks)


def test_what_nobody_sees_is_said() -> None:
    """A zero width space within a line is marked with its code, in both scripts."""
    pair = _texts("甲\u200b乙").pair(Span("xf/draft", 0, 3))
    assert pair.source.marks == (Mark(1, 2, MarkKind.INVISIBLE, "", "U+200B"),)
    assert pair.derived
    assert pair.derived.marks == pair.source.marks
