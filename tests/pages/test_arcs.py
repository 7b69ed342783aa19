"""The arc diagram: every pair of articles once, inside its picture, labels that do not meet."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.grammar.numerals import to_chinese
from build_tools.pages.arcs import LABEL, ROW, TALLEST, arcs_view
from tests.pages.small_law import cite, opinion, small_feedback, small_law, small_tree


def _view(count: int, pairs: list[tuple[int, int]], **more):
    text = "".join(f"第{to_chinese(n)}條 依照某條。\n" for n in range(1, count + 1))
    references = tuple(cite("依照某條。", f"art-{a}-p1", "某條", f"art-{b}") for a, b in pairs)
    tree = small_tree(small_law(text, references, **more))
    return arcs_view(tree, tree.urls.page("references"))


def test_a_law_without_references_has_no_diagram() -> None:
    """Nor has one whose articles cite only themselves."""
    assert _view(3, []) is None
    assert _view(3, [(2, 2)]) is None


def test_each_pair_has_one_arc_named_by_both_articles() -> None:
    """Two references of one article to another are one arc; there and back are two."""
    view = _view(9, [(7, 2), (7, 2), (2, 7)])
    assert [(a.start, a.end, a.title) for a in view.arcs] == [
        ("1", "6", "第二條引用第七條"),
        ("6", "1", "第七條引用第二條"),
    ]


def test_a_range_is_drawn_to_each_member_and_another_law_is_not_drawn() -> None:
    """第二條至第四條: three arcs."""
    text = "第一條 一。\n第二條 二。\n第三條 三。\n第四條 四。\n第五條 甲，乙，丙。\n"
    line = "甲，乙，丙。"
    references = (
        cite(line, "art-5-p1", "甲", "art-2 art-3 art-4", "range"),
        cite(line, "art-5-p1", "乙", "law:刑法#art-3", "law-article"),
        cite(line, "art-5-p1", "丙", "ch-1", "chapter"),
    )
    tree = small_tree(small_law(text, references))
    view = arcs_view(tree, tree.urls.page("references"))
    assert [(a.start, a.end) for a in view.arcs] == [("4", "1"), ("4", "2"), ("4", "3")]


def test_a_tick_tells_what_the_arcs_show() -> None:
    """How many articles it cites, how many cite it, how many opinions it drew; it leads to the article."""
    feedback = small_feedback((opinion(1, "太宽。", ("art-2",)),), ())
    view = _view(4, [(3, 2), (4, 2)], feedback=(feedback,))
    tick = view.ticks[1]
    assert tick.title == "第二條：引用 0 條，被 2 條引用，1 則意見"
    assert (tick.href, tick.number, tick.shade) == ("../art-2/", "2", 1)
    assert view.ticks[2].title == "第三條：引用 1 條，被 0 條引用"


@settings(max_examples=25, deadline=None)
@given(count=st.integers(2, 400), data=st.data())
def test_nothing_leaves_the_picture_and_no_labels_meet(count: int, data: st.DataObject) -> None:
    """Whatever cites whatever: arcs above the axis and below the upper edge, labels at least 24 px and apart."""
    ends = st.integers(1, count)
    pairs = data.draw(st.lists(st.tuples(ends, ends).filter(lambda p: p[0] != p[1]), min_size=1, max_size=6))
    view = _view(count, [*pairs, (1, count)])
    width, height, axis = float(view.width), float(view.height), float(view.axis)
    for arc in view.arcs:
        x1, y1, _, ry, x2, y2 = map(
            float, re.fullmatch(r"M(\S+) (\S+)A(\S+) (\S+) 0 0 1 (\S+) (\S+)", arc.path).groups()
        )
        assert 0 < x1 < x2 < width
        assert y1 == y2 == axis
        assert 0 < ry <= min(axis - 1, TALLEST)
    boxes = [(float(t.left), float(t.label)) for t in view.ticks]
    for i, (x, y) in enumerate(boxes):
        assert 0 <= x <= width - LABEL
        assert axis < y <= height - ROW
        for a, b in boxes[i + 1 : i + 8]:
            assert abs(a - x) >= 24 or abs(b - y) >= 24
