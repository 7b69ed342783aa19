"""The page of results in Chromium, over http under the strictest policy and from a disk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import settle

pytestmark = pytest.mark.browser
HITS = "#search-results a"
STATUS = "#search-status"
FIELD = "#search-input"


@pytest.fixture
def results(start: str) -> str:
    """Where the page of results is."""
    return start.replace("law/draft/art-2/", "search/")


def test_a_query_in_the_address_is_answered(page: Page, results: str) -> None:
    """Every hit is one link, law by law, each kind with its count, words marked in the script of the tree."""
    page.goto(f"{results}?q=範圍")
    expect(page.locator(STATUS)).to_have_text("在 2 部法律中查得條文 2 條、對條文的意見 1 則，共 3 處。")
    expect(page.locator(f"{HITS} b")).to_have_text(["第二條", "對第二條的意見", "第一條"])
    assert page.locator("#search-results h2").all_text_contents() == ["網絡法", "另法"]
    expect(page.locator("#search-results h3").first).to_have_text("條文 1 條，1 處")
    expect(page.locator(FIELD)).to_have_value("範圍")
    expect(page.locator("#search-proposals a")).to_have_count(0)
    page.locator(HITS).first.click()
    page.wait_for_url("**/law/draft/art-2/**#p1")
    expect(page.locator("mark.is-found").first).to_be_visible()


def test_typing_answers_and_replaces_the_address(page: Page, results: str) -> None:
    """Nothing piles up in the history while one types; a sent query is a step, and the way back leads through them."""
    page.goto(results)
    before = page.evaluate("history.length")
    page.locator(FIELD).press_sequentially("范围")
    expect(page.locator(HITS)).to_have_count(3)
    assert page.evaluate("history.length") == before
    assert "q=%E8%8C%83%E5%9B%B4" in page.url
    page.locator(FIELD).fill("实名")
    page.keyboard.press("Enter")
    expect(page.locator(HITS)).to_have_count(1)
    page.locator(".find-side [data-ask]").first.click()
    expect(page.locator(FIELD)).not_to_have_value("实名")
    page.go_back()
    expect(page.locator(FIELD)).to_have_value("实名")
    expect(page.locator(HITS)).to_have_count(1)
    page.go_forward()
    expect(page.locator(FIELD)).not_to_have_value("实名")


def test_kinds_are_ticked_and_stand_in_the_address(page: Page, results: str) -> None:
    """Unticked kinds are gone, the address says which are left, and opened again it shows the same."""
    page.goto(f"{results}?q=范围")
    expect(page.locator(HITS)).to_have_count(3)
    page.locator("#search-filters input[data-facet=provision]").uncheck()
    expect(page.locator(f"{HITS} b")).to_have_text(["對第二條的意見"])
    assert "kind=opinion" in page.url
    page.reload()
    expect(page.locator(f"{HITS} b")).to_have_text(["對第二條的意見"])
    expect(page.locator("#search-filters input[data-facet=provision]")).not_to_be_checked()
    page.locator("#search-filters input[data-facet=provision]").check()
    expect(page.locator(HITS)).to_have_count(3)
    assert "kind=" not in page.url


def test_one_law_alone(page: Page, results: str) -> None:
    """?law= looks in that law only."""
    page.goto(f"{results}?q=范围&law=zother")
    expect(page.locator(f"{HITS} b")).to_have_text(["第一條"])


def test_a_citation_stands_first_and_enter_goes_there(page: Page, results: str) -> None:
    """第3條 is looked up in each law that has one; the name of a law says which."""
    page.goto(f"{results}?q=網絡法第3條")
    expect(page.locator(HITS).first).to_have_class(re.compile("hit-cited"))
    expect(page.locator(f"{HITS} b").first).to_have_text("第三條")
    page.locator(FIELD).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/law/draft/art-3/**")


def test_what_a_law_does_not_have_is_said_outside_the_hits(page: Page, results: str) -> None:
    """本法只有 3 條, with the way to the last; no hit."""
    page.goto(f"{results}?q=網絡法第9條")
    expect(page.locator("#search-notices")).to_contain_text("《網絡法》只有 3 條。")
    expect(page.locator("#search-notices a")).to_have_text(["第三條"])
    expect(page.locator(HITS)).to_have_count(0)


def test_nothing_found_is_said_and_proposals_are_no_hits(page: Page, results: str) -> None:
    """In words, with what else may be asked below, in its own place."""
    page.goto(f"{results}?q=實名 口袋罪")
    expect(page.locator("#search-proposals h2")).to_have_text("沒有查得「實名 口袋罪」")
    expect(page.locator("#search-proposals .none-lead")).to_have_text(
        "條文、意見、說明中都沒有「口袋罪」。下列是提議，不算查得。"
    )
    expect(page.locator(HITS)).to_have_count(0)
    page.locator("#search-proposals a[data-ask]").first.click()
    expect(page.locator(FIELD)).to_have_value("實名")
    expect(page.locator(HITS)).to_have_count(1)
    expect(page.locator("#search-proposals a")).to_have_count(0)


def test_the_key_leads_to_the_field(page: Page, results: str) -> None:
    """On this page / goes to its own field, and no box is opened."""
    page.goto(results)
    expect(page.locator("[data-search-open]")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator("dialog")).to_have_count(0)


def test_recent_queries_are_kept_and_cleared(page: Page, results: str) -> None:
    """What was sent stands beside the results, on this device."""
    page.goto(results)
    page.locator(FIELD).fill("实名")
    page.keyboard.press("Enter")
    expect(page.locator("#search-last a")).to_have_text(["实名"])
    page.locator("#search-last button").click()
    expect(page.locator("#search-last a")).to_have_count(0)


def test_an_input_method_is_left_alone(page: Page, results: str) -> None:
    """While characters are being composed nothing is searched."""
    page.goto(results)
    page.locator(FIELD).focus()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "fanwei", "selectionStart": 6, "selectionEnd": 6})
    settle(page)
    assert "q=" not in page.url
    client.send("Input.insertText", {"text": "范围"})
    expect(page.locator(HITS)).to_have_count(3)


def test_a_query_is_text_and_never_markup(page: Page, results: str) -> None:
    """What stands in the address is shown as it is."""
    page.goto(f"{results}?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&law=%3Cb%3E&kind=%22%3E&within=..")
    expect(page.locator(FIELD)).to_have_value("<img src=x onerror=alert(1)>")
    settle(page)
    assert page.locator("img").count() == 0


def test_without_scripts_the_lists_are_named(browser: Browser, results: str) -> None:
    """The field, which could do nothing, is not shown; what is needed is said, and each law is linked."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(results)
    expect(page.locator(FIELD)).to_be_hidden()
    lists = page.locator(".without-script")
    expect(lists).to_contain_text("需要啟用 JavaScript")
    assert lists.locator("a").all_text_contents() == ["全部法律", "網絡法", "另法", "用語表"]
    context.close()
