"""Ids of provisions and targets: order, what lies within what, and that the printed form reads back."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.ids import ProvisionId
from build_tools.model.target import Target

SMALL = st.integers(0, 120)
IDS = st.builds(
    lambda number, insert, p, i, z, s, d: ProvisionId(
        (number + 1, insert) if insert else (number + 1,), p, i, s, d, item_insert=z if i else 0
    ),
    SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL,
)  # fmt: skip
HEADINGS = st.sampled_from(
    ["ch-3", "pt-1-sp-2-ch-3-s4", "ch-3-z1", "s2", "s-2", "ch-2-s1-r2", "pt-1-ch-1-s1-k2"]
)


@given(IDS)
def test_a_printed_id_reads_back(provision: ProvisionId) -> None:
    """``art-120-z1-p2-i3-z1-s4-d5``."""
    assert ProvisionId.parse(str(provision)) == provision


@given(st.one_of(IDS, HEADINGS, st.none()), st.sampled_from([None, "刑法", "民事诉讼法（试行）"]))
def test_a_printed_target_reads_back(place: ProvisionId | str | None, law: str | None) -> None:
    """``law:刑法#art-286-z1``; a target can be pickled and hashed."""
    target = Target(law, *((place, None) if isinstance(place, ProvisionId) else (None, place)))
    if law or place:
        assert Target.parse(str(target)) == target
    assert pickle.loads(pickle.dumps(target)) == target
    assert hash(target) == hash(pickle.loads(pickle.dumps(target)))


@pytest.mark.parametrize(
    "text", ["law:刑法#ch-ch-5", "law:刑法#", "law:", "", "ch", "art-", "explanation-3", "law:#art-1"]
)
def test_what_is_no_target_is_refused(text: str) -> None:
    """A list of chapters of another law once made ``law:刑法#ch-ch-5``."""
    with pytest.raises(ValueError, match="not the"):
        Target.parse(text)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("art-120", "art-120-z1"), ("art-5-p1-i3", "art-5-p1-i3-z1"), ("art-1", "art-12"), ("art-5-p1", "art-5-p12"),
     ("art-5-p1-i3-s1", "art-5-p1-i3"), ("art-5-p1-i3-z1", "art-5-p1-i3-s1")],
)  # fmt: skip
def test_what_does_not_lie_within(outer: str, inner: str) -> None:
    """第一百二十條 does not hold 第一百二十條之一, nor 第三項 （三）之一."""
    assert not ProvisionId.parse(outer).contains(ProvisionId.parse(inner))


@given(IDS)
def test_a_provision_lies_in_all_that_it_is_part_of(provision: ProvisionId) -> None:
    """Its article, its 款, its 項 and itself, which all come before it."""
    p = provision
    above = [ProvisionId(p.article), ProvisionId(p.article, p.paragraph)]
    above.append(ProvisionId(p.article, p.paragraph, p.item, item_insert=p.item_insert))
    assert all(outer.contains(provision) for outer in (*above, provision))
    assert all(outer <= provision for outer in above)


def test_ids_are_in_the_order_of_the_text() -> None:
    """第三項, its 目, （三）之一, 第四項; 第一百二十條, its 款, 第一百二十條之一."""
    for row in (
        "art-5-p1-i3 art-5-p1-i3-s1 art-5-p1-i3-s2-d1 art-5-p1-i3-z1 art-5-p1-i3-z1-s1 art-5-p1-i4",
        "art-120 art-120-p1 art-120-p2-i1 art-120-z1 art-120-z1-p1 art-121",
    ):
        ids = [ProvisionId.parse(text) for text in row.split()]
        assert ids == sorted(ids)
