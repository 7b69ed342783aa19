"""What was put in later, 第三章之一, is no part of what stands before it."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model.locale import Localized
from build_tools.model.manifest import EditorsNote
from build_tools.pages.nav import navigation
from build_tools.pages.notes import notes_for
from build_tools.pages.registry import entries
from tests.pages.small_law import small_law, small_tree

TEXT = "第三章 甲\n第一條 甲。\n第三章之一 乙\n第二條 乙。\n"


def test_a_chapter_put_in_later_does_not_open_the_one_before() -> None:
    """On a page of 第三章之一 the navigation opens that chapter only."""
    tree = small_tree(small_law(TEXT))
    nodes = navigation(tree, entries(tree), tree.urls.page("art-2"), "ch-3-z1").nodes
    assert [node.open for node in nodes] == [False, True]


def test_a_note_stands_on_the_page_of_its_own_chapter() -> None:
    """A note on 第三章之一 is not shown on the page of 第三章."""
    law = small_law(TEXT)
    note = EditorsNote("draft", "ch-3-z1", "乙", Localized("註", "注"))
    tree = small_tree(replace(law, manifest=replace(law.manifest, notes=(note,))))
    assert [len(notes_for(tree, page)) for page in ("ch-3", "ch-3-z1")] == [0, 1]
