"""Pages above the laws: their names, and what they show of a site."""

from __future__ import annotations

from build_tools.grammar.wording import read_wording
from build_tools.model.locale import LOCALES
from build_tools.model.site import Site
from build_tools.model.variant import Script
from build_tools.pages.kinds.site import PROSE
from build_tools.pages.registry import site_page_kinds
from build_tools.pages.site_kinds.search import search_view
from build_tools.pages.site_kinds.wording import wording_view
from build_tools.read.law_form import RESERVED
from tests.search.small_site import edition_of, law_record, site_of

LAW = """第一章 總則
第一條 為了防治網絡犯罪，制定本法。
第二條 應當登記。
不得擾亂實名制。
第三條 本條所稱登記，是指實名登記。
第四條 處五十萬元以下罰款。
"""


def test_no_law_can_take_the_address_of_such_a_page() -> None:
    """A law's slug stands where the names of these pages stand."""
    assert {kind.name for kind in site_page_kinds()} | set(PROSE) <= RESERVED


def test_examples_are_made_from_the_laws_of_the_site() -> None:
    """Whatever is proposed can be found; a site without laws proposes nothing."""
    site = site_of(law_record(edition_of(LAW, Script.HANT)))
    for locale, expected in zip(LOCALES, (["2(2)", "50萬元"], ["2(2)", "50万元"]), strict=True):
        shown = search_view(site, locale, ())
        queries = [one.query for row in shown.examples for one in row]
        assert [q for q in queries if q in expected] == expected
        assert search_view(Site(laws=()), locale, ()).examples == ()


def test_every_wording_is_shown_once_in_the_script_of_the_tree() -> None:
    """With an anchor of its own; words of Taiwan and Hong Kong as they are written there."""
    for locale in LOCALES:
        view = wording_view(Site(laws=()), locale, ())
        rows = [row for group in view.groups for row in group.rows]
        assert len(rows) == len(read_wording()) == view.count
        assert len({row.id for row in rows}) == len(rows)
        assert not any(" " in row.id for row in rows)
        named = {row.word: row for row in rows}
        assert named["網路"].law[0] == ("網絡" if locale.script is Script.HANT else "网络")
        assert named["網路"].lang == "zh-Hant"
