"""Coverage for a reader: from a figure to a list, from a sentence to its place, all without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import EDITION, LAW

pytestmark = [pytest.mark.site, pytest.mark.browser]
HANT, HANS = f"zh-hant/{LAW}/{EDITION}/", f"zh-hans/{LAW}/{EDITION}/"


def test_from_a_figure_to_the_sentence_and_its_place(browser: Browser, address: str) -> None:
    """Without scripts: figures lead to lists; each entry shows both scripts with the modal word marked."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{HANT}penalty-coverage/")
    page.locator(".figures a", has_text="句義務無點名").first.click()
    expect(page).to_have_url(f"{address}{HANT}penalty-coverage/#gaps")
    entry = page.locator("#gap-art-18-p1")
    expect(entry.locator("mark.citing")).to_have_text(["應當", "应当"])
    entry.locator(".cover-place a").click()
    expect(page).to_have_url(f"{address}{HANT}art-18/#p1")
    context.close()


def test_the_table_of_penalties_leads_here_and_the_navigation_does_not(page: Page, address: str) -> None:
    """One line for penalties in the navigation; coverage is a tab of that page, in both trees."""
    for tree, name in ((HANT, "罰則覆蓋"), (HANS, "罚则覆盖")):
        page.goto(f"{address}{tree}penalties/")
        expect(page.locator(".law-nav a[href*=penalty-coverage]")).to_have_count(0)
        page.locator(".tabs a[href*=penalty-coverage]").click()
        expect(page.locator("h1")).to_have_text(name)
        expect(page.locator(".tabs [aria-current=page]")).to_have_count(1)


def test_the_map_says_each_state_in_words(page: Page, address: str) -> None:
    """By keyboard and for a screen reader: every cell is a link whose name holds its state."""
    page.goto(f"{address}{HANT}penalty-coverage/")
    cells = page.locator("#cover-map .map-cells a")
    expect(cells).to_have_count(68)
    for number, words in (
        (18, "有義務而無罰則點名"),
        (44, "部分款項有罰則點名"),
        (12, "有罰則點名"),
        (57, "罰則條文"),
    ):
        assert words in page.locator(f"#cover-map a[href='../art-{number}/']").text_content()
    expect(page.locator("#cover-map a.gap .cover-word").first).to_be_visible()


def test_duties_of_authorities_are_folded_away(page: Page, address: str) -> None:
    """They are no gap in the same sense; one key opens them."""
    page.goto(f"{address}{HANT}penalty-coverage/")
    entry = page.locator("#office-art-4-p1")
    expect(entry).to_be_hidden()
    page.locator("#office summary").press("Enter")
    expect(entry).to_be_visible()


def test_nothing_is_wider_than_a_phone(page: Page, address: str) -> None:
    """390 px."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{HANT}penalty-coverage/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
