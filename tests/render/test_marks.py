"""Marks: the text stays as it is, whatever is marked in it, and the HTML is well nested."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.runs import Mark, MarkKind, Run
from build_tools.model.variant import Script
from build_tools.render.marks import mark_text, render_run
from tests.fixture_cases import Case, read_cases

CASES = read_cases("render/marks.txt")


def _mark(line: str) -> Mark:
    start, end, kind, href, note = line.split(" ")
    return Mark(
        int(start), int(end), MarkKind(kind), "" if href == "-" else href, "" if note == "-" else note
    )


@pytest.mark.parametrize("case", CASES, ids=[c.id for c in CASES])
def test_marks_as_html(case: Case) -> None:
    """Each case of the fixture gives the HTML that stands below it."""
    text, *lines = case.input.split("\n")
    assert str(mark_text(text, tuple(map(_mark, lines)))) == case.expected


TEXTS = st.text(alphabet=st.sampled_from("第十四條，。<>&\"' \u00a0\u3000一二A1"), max_size=24)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    """A text with up to six marks anywhere, also beyond its ends."""
    text = draw(TEXTS)
    places = st.integers(0, len(text) + 2)
    found = []
    for _ in range(draw(st.integers(0, 6))):
        start, end = sorted((draw(places), draw(places)))
        href = draw(st.sampled_from(["../art-1/", '"><b>', "#p1"]))
        found.append(
            Mark(
                start,
                end,
                draw(st.sampled_from(list(MarkKind))),
                href,
                draw(st.sampled_from(["", "1", "<2>"])),
            )
        )
    return text, tuple(found)


def _plain(element) -> str:
    """What a reader sees, added numbers and remarks left out."""
    out = "" if "data-added" in element.attrib else element.text or ""
    if "data-added" not in element.attrib:
        out += "".join(_plain(child) for child in element)
    return out + (element.tail or "")


@given(marked())
def test_text_is_unchanged_and_well_nested(given_: tuple[str, tuple[Mark, ...]]) -> None:
    """A strict parser finds no fault, the characters are those of the text, and no link lies in a link."""
    text, marks = given_
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parseFragment(f"<p>{mark_text(text, marks)}</p>")
    (paragraph,) = tree
    assert _plain(paragraph) == text
    assert not [a for a in paragraph.iter("a") if list(a.iter("a")) != [a]]


@given(marked())
def test_no_character_is_marked_that_was_not_meant(given_: tuple[str, tuple[Mark, ...]]) -> None:
    """Of the quoted words exactly those within a mark of that kind stand in an element for it."""
    text, marks = given_
    meant = {
        i for m in marks if m.kind is MarkKind.QUOTED and m.end <= len(text) for i in range(m.start, m.end)
    }
    tree = html5lib.parseFragment(f"<p>{mark_text(text, marks)}</p>", namespaceHTMLElements=False)
    found: set[int] = set()
    at = 0

    def walk(element, inside: bool) -> None:
        nonlocal at
        if "data-added" in element.attrib:
            return
        inside = inside or element.get("class") == "quoted"
        pieces = [element.text, *(child for child in element)]
        for piece in pieces:
            if piece is None:
                continue
            if not isinstance(piece, str):
                walk(piece, inside)
                piece = piece.tail or ""  # noqa: PLW2901
            if inside:
                found.update(range(at, at + len(piece)))
            at += len(piece)

    walk(tree[0], inside=False)
    assert found == meant


def test_an_element_says_its_language_and_place() -> None:
    """A source carries data-src, what was converted data-derived and data-from; both their script."""
    source = Run("徵求意見", Script.HANT, "xf/draft:3-7")
    derived = Run("征求意见", Script.HANS, "xf/draft:3-7", "t2s")
    assert (
        render_run(source, "p") == '<p lang="zh-Hant" data-script="hant" data-src="xf/draft:3-7">徵求意見</p>'
    )
    assert (
        render_run(derived)
        == '<span lang="zh-Hans" data-script="hans" data-derived="t2s" data-from="xf/draft:3-7">征求意见</span>'
    )
    assert (
        render_run(source, switched=False) == '<span lang="zh-Hant" data-src="xf/draft:3-7">徵求意見</span>'
    )
