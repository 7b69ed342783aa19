"""Defined terms for a reader: the page, the switch that marks them, and how they are found."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import EDITION, LAW

pytestmark = [pytest.mark.site, pytest.mark.browser]
HANT, HANS = f"zh-hant/{LAW}/{EDITION}/", f"zh-hans/{LAW}/{EDITION}/"


def test_terms_are_marked_at_the_readers_wish(page: Page, address: str) -> None:
    """Off at first; the switch makes them links to their definition, is remembered, and takes them back."""
    page.goto(address + HANT + "art-1/")
    switch, text = page.locator("[data-layer-switch=terms]"), page.locator("#p1 p[lang=zh-Hant]").inner_text()
    expect(page.locator("a.layer-mark")).to_have_count(0)
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#p1 p[lang=zh-Hant] a.layer-mark")).to_have_text("網絡犯罪")
    assert page.locator("#p1 p[lang=zh-Hant]").inner_text() == text
    page.goto(address + HANT + "art-2/")
    page.locator("#p1 p[lang=zh-Hant] a.layer-mark").first.click()
    expect(page).to_have_url(f"{address}{HANT}terms/#term-1")
    page.goto(address + HANT + "art-2/")
    page.locator("[data-layer-switch=terms]").click()
    expect(page.locator("a.layer-mark")).to_have_count(0)


def test_a_marked_term_is_reached_with_the_keyboard_only_where_it_is_marked(page: Page, address: str) -> None:
    """Plain text stands in nobody's way."""
    page.goto(address + HANT + "art-1/")
    reach = "[...document.querySelectorAll('#p1 [data-layer]')].filter((e) => e.tabIndex >= 0).length"
    assert page.evaluate(reach) == 0
    page.locator("[data-layer-switch=terms]").click()
    assert page.evaluate(reach) == 2  # once in each script


def test_the_page_of_terms(browser: Browser, address: str) -> None:
    """Without scripts: both scripts, where it is defined, where it is used; from the navigation and the front page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for tree, name in ((HANT, "用語"), (HANS, "用语")):
        page.goto(address + tree)
        assert (
            page.locator(".law-nav a", has_text=name).count()
            == page.locator(".cards a", has_text=name).count()
            == 1
        )
        page.locator(".law-nav a", has_text=name).click()
        expect(page.locator("h1")).to_have_text(name)
        expect(page.locator("#term-1")).to_contain_text("網絡犯罪")
        expect(page.locator("#term-1")).to_contain_text("网络犯罪")
        page.locator("#term-1 .facts a").first.click()
        expect(page.locator("h1")).to_contain_text("第六十七")
    context.close()


def test_a_term_is_found_by_the_search(page: Page, address: str) -> None:
    """Under its own kind, with the way to its definition."""
    page.goto(address + HANS + "art-1/")
    page.keyboard.press("/")
    page.keyboard.type("网络犯罪")
    found = page.locator("[data-search-results] a[href*='/terms/']").first
    expect(found).to_contain_text("网络犯罪")
    found.click()
    expect(page).to_have_url(re.compile("/terms/"))
