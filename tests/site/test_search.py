"""The search of the whole site: one law with chapters, opinions and words of its own."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import EDITION, LAW, Built

pytestmark = [pytest.mark.site, pytest.mark.browser]
ARTICLE = f"zh-hant/{LAW}/{EDITION}/art-12/"
HITS = "#search-results a"
COUNT = re.compile(r"條文 (\d+) 條")


def _results(page: Page, address: str, query: str, more: str = "", tree: str = "zh-hant") -> None:
    page.goto(f"{address}{tree}/search/?q={quote(query)}{more}")
    expect(page.locator("#search-status")).to_contain_text(re.compile("查得|已找到|已找到"))


def test_the_laws_own_wording_is_told_apart(page: Page, address: str) -> None:
    """網路 stands in no provision: what is found by 網絡 says so, is counted by itself, and can be switched off."""
    _results(page, address, "網路")
    notice = page.locator("#search-results .search-notice")
    expect(notice).to_contain_text("條文中沒有「網路」。以本法用語「網絡」查得條文")
    articles = int(COUNT.search(notice.inner_text())[1])  # type: ignore[index]
    assert page.locator("#search-results ol").first.locator("a").count() == articles
    expect(page.locator("#search-uses li")).to_contain_text("臺灣用語")
    page.locator("#search-uses a").click()
    page.wait_for_url("**/wording/#*")
    expect(page.locator("tr:target th")).to_have_text("網路")
    page.go_back()
    page.locator("#search-results .search-notice button").click()
    expect(page.locator("#search-input")).to_have_value("「網路」")
    expect(page.locator(HITS)).to_have_count(0)
    expect(page.locator("#search-proposals")).to_contain_text("沒有查得")


def test_chapters_narrow_the_hits(page: Page, address: str) -> None:
    """The counts beside the chapters are those of the lists behind them; the choice stands in the address."""
    _results(page, address, "網絡")
    chapters = page.locator("#search-filters button.facet:visible")
    counts = [int(text) for text in chapters.locator(".chip-count").all_text_contents()]
    assert len(counts) == 7
    for at in (1, 6):
        chapters.nth(at).click()
        expect(chapters.nth(at)).to_have_attribute("aria-pressed", "true")
        expect(page.locator(HITS)).to_have_count(counts[at])
        chapters.nth(at).click()
    chapters.nth(6).click()
    expect(page).to_have_url(re.compile("within=ch-7"))
    page.reload()
    expect(page.locator(HITS)).to_have_count(counts[6])


def test_every_hit_is_one_link_and_leads_to_a_place_that_is_there(
    page: Page, address: str, built: Built
) -> None:
    """No two hits share a place; each page and fragment exists."""
    _results(page, address, "實名")
    hrefs = page.locator(HITS).evaluate_all("all => all.map(a => [a.pathname, a.hash])")
    assert len(hrefs) == len({tuple(h) for h in hrefs})
    for path, fragment in hrefs:
        html = built.page(path.lstrip("/"))
        assert not fragment or f'id="{fragment[1:]}"' in html, (path, fragment)


def test_a_paragraph_is_named_and_reached(page: Page, address: str) -> None:
    """57(2) is 第五十七條第二款 in both trees, with its chapter."""
    for tree, label in (("zh-hant", "第五十七條第二款"), ("zh-hans", "第五十七条第二款")):
        page.goto(f"{address}{tree}/search/?q=57(2)")
        expect(page.locator(f"{HITS} b").first).to_have_text(label)
        expect(page.locator(f"{HITS} .hit-beside").nth(1)).to_contain_text(re.compile("第六章 法律[責责]任"))
    page.locator(HITS).first.click()
    page.wait_for_url("**/art-57/#p2")


def test_what_the_law_does_not_have(page: Page, address: str) -> None:
    """69: the law has 68; 57-2: there is none, but there is a second 款."""
    page.goto(f"{address}zh-hant/search/?q=69")
    expect(page.locator("#search-notices")).to_have_text("本法只有 68 條。最後一條： 第六十八條")
    page.goto(f"{address}zh-hant/search/?q=57-2")
    expect(page.locator("#search-notices")).to_have_text(
        "本法沒有「第五十七條之二」。若指下列一處： 第五十七條第二款"
    )
    expect(page.locator(HITS)).to_have_count(0)


def test_the_box_leads_to_all_results(page: Page, address: str) -> None:
    """With the query; its own list shows the first of each kind."""
    page.goto(address + ARTICLE)
    page.keyboard.press("/")
    page.keyboard.insert_text("網絡")
    expect(page.locator("[data-search-results] [role=group]").first.locator("[role=option]")).to_have_count(8)
    page.locator("[data-search-all]").click()
    page.wait_for_url("**/zh-hant/search/?q=*")
    assert page.locator("#search-input").input_value() == "網絡"
    expect(page.locator("#search-last a")).to_have_text(["網絡"])


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_nothing_is_wider_than_the_window(page: Page, address: str, width: int) -> None:
    """Results, none, a long word without blanks, the table of wordings, the box."""
    page.set_viewport_size({"width": width, "height": 844})
    wide = "document.documentElement.scrollWidth > innerWidth"
    for query in ("第12條 網路", "翻牆 個人", "A" * 300, "99"):
        page.goto(f"{address}zh-hant/search/?q={quote(query)}")
        expect(page.locator("#search-status")).not_to_have_text(re.compile("^$|正在"))
        assert not page.evaluate(wide), query
        page.goto(f"{address}{ARTICLE}?q={quote(query)}")
        expect(page.locator("[data-search-status]")).not_to_have_text(re.compile("^$|正在"))
        assert not page.evaluate(wide), query
        box = page.locator("dialog[data-search-dialog]")
        assert box.evaluate("e => e.scrollWidth <= e.clientWidth + 1"), query
    page.goto(f"{address}zh-hant/wording/")
    assert not page.evaluate(wide)


@pytest.mark.parametrize("path", [ARTICLE, "zh-hant/search/", "zh-hant/search/?q=網路"])
def test_nothing_moves_while_a_wide_page_is_read(page: Page, address: str, path: str) -> None:
    """The field in the header has its room before its script comes; results come where there is room for them."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.add_init_script(
        """window.moved = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.moved += entry.value })
             .observe({ type: 'layout-shift', buffered: true })"""
    )
    page.goto(address + path)
    expect(page.locator("[data-search-open]")).to_be_visible()
    if "q=" in path:
        expect(page.locator(HITS).first).to_be_visible()
    assert page.evaluate("window.moved") < 0.1


@pytest.mark.parametrize("query", ["網路", "69", "翻牆", "57(2)"])
def test_what_stands_below_the_results_does_not_move_on_a_phone(page: Page, address: str, query: str) -> None:
    """Whatever is found, and as one types on: it stays below the edge of the window, until the reader scrolls there."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(
        """window.seen = []; window.moved = 0;
        const look = () => { const side = document.querySelector('.find.is-asked .find-side');
          if (side && getComputedStyle(side).visibility === 'visible') window.seen.push(side.getBoundingClientRect().top);
          requestAnimationFrame(look) }; look();
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.moved += entry.value })
          .observe({ type: 'layout-shift', buffered: true })"""
    )
    _results(page, address, query)
    expect(page.locator(".find.is-ready")).to_have_count(1)
    page.locator("#search-input").press_sequentially("犯罪")
    expect(page.locator("#search-status")).not_to_have_text(re.compile("^$|正在"))
    tops = page.evaluate("window.seen")
    assert tops
    assert min(tops) >= 844
    assert page.evaluate("window.moved") < 0.1
