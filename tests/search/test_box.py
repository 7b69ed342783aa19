"""The search box in Chromium, over http under the strictest policy and from a disk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import settle

pytestmark = pytest.mark.browser
SEARCH = "dialog[data-search-dialog]"
FIELD = f"{SEARCH} input[type=search]"
LINKS = "[data-search-results] a"


def _place(page: Page) -> str:
    """The page's address without scheme, folder and index.html: law/draft/art-2/#p1."""
    return page.evaluate("location.pathname.split('/').slice(-5).join('/') + location.hash").replace(
        "index.html", ""
    )


def test_a_word_typed_in_another_spelling_leads_to_its_place(page: Page, start: str) -> None:
    """/ opens the box; 範圍 finds 范圍 and 范围; Enter goes there; the words are marked in both scripts."""
    page.goto(start.replace("art-2", "art-3"))
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("範圍")
    expect(page.locator("[data-search-status]")).to_have_text("在 2 部法律中找到 3 處")
    expect(page.locator(f"{LINKS} strong")).to_have_text(["第二條", "對第二條的意見", "第一條"])
    expect(page.locator(f"{LINKS} mark")).to_have_text(["范圍", "範圍", "範圍"])
    assert page.locator("[data-search-results] h3").all_text_contents() == ["網絡法", "另法"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/art-2/**")
    assert _place(page).endswith("law/draft/art-2/#p1")
    expect(page.locator("#content mark.is-found")).to_have_text(["范圍", "范围", "範圍", "范围"])
    assert page.locator("#p1 p").first.text_content() == "應當登記使用范圍，不得擾亂實名制："
    page.locator("[data-marks-clear]").click()
    expect(page.locator("mark.is-found")).to_have_count(0)
    assert "h=" not in page.url


def test_nothing_is_loaded_before_the_box_is_opened(page: Page, start: str) -> None:
    """A reader who does not search pays nothing; this law comes first, the others with the first query."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(start)
    assert not [url for url in loaded if "assets/search/" in url or "engine" in url]
    page.locator("[data-search-open]").click()
    expect(page.locator("script[src*='assets/search/law.']")).to_have_count(1)
    assert sorted(url.split("/")[-1].split(".")[0] for url in loaded if "assets/search/" in url) == [
        "law",
        "laws",
    ]
    page.locator(FIELD).fill("范围")
    expect(page.locator("[data-search-results] h3")).to_have_count(2)
    assert len([url for url in loaded if "assets/search/" in url]) == 3


def test_the_box_is_used_with_the_keyboard(page: Page, start: str) -> None:
    """Down and up go through the results, Escape closes and gives the focus back."""
    page.goto(start)
    page.locator("[data-search-open]").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("其他")
    expect(page.locator(LINKS)).to_have_count(2)
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            f"document.activeElement === document.body || !!document.activeElement.closest('{SEARCH}')"
        )
    page.keyboard.press("Escape")
    expect(page.locator(SEARCH)).to_be_hidden()
    expect(page.locator("[data-search-open]")).to_be_focused()


def test_an_input_method_is_left_alone(page: Page, start: str) -> None:
    """While characters are being composed nothing is searched, and Enter chooses them."""
    page.goto(start)
    page.locator("[data-search-open]").click()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "fanwei", "selectionStart": 6, "selectionEnd": 6})
    settle(page)
    expect(page.locator("[data-search-status]")).to_have_text("")
    client.send("Input.insertText", {"text": "范围"})
    expect(page.locator(LINKS)).to_have_count(3)
    before = page.url
    page.locator(FIELD).dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    settle(page)
    assert page.url == before


def test_numbers_and_doubts(page: Page, start: str) -> None:
    """A number is looked up; a 款 that is not there is said to be missing; nothing is said to be nothing."""
    page.goto(start)
    page.locator("[data-search-open]").click()
    page.locator(FIELD).fill("第３条")
    expect(page.locator(f"{LINKS} strong").first).to_have_text("第三條")
    page.locator(FIELD).fill("第三條第九款")
    expect(page.locator(f"{LINKS} em").first).to_have_text("（該條沒有所查的款或項）")
    page.locator(FIELD).fill("口袋罪")
    expect(page.locator("[data-search-status]")).to_have_text("沒有找到。請換一個字詞；繁體、簡體均可。")
    expect(page.locator(LINKS)).to_have_count(0)


def test_a_search_can_be_shared_and_returned_to(page: Page, start: str) -> None:
    """?q= opens the box with its results; the way back from a result leads to them."""
    page.goto(f"{start}?q=实名")
    expect(page.locator(LINKS)).to_have_count(1)
    expect(page.locator(FIELD)).to_have_value("实名")
    page.locator(LINKS).click()
    page.wait_for_url("**#p1")
    page.go_back()
    expect(page.locator(LINKS)).to_have_count(1)
    page.keyboard.press("Escape")
    settle(page)
    assert "q=" not in page.url


def test_a_query_is_text_and_never_markup(page: Page, start: str) -> None:
    """What stands in the address is shown as it is."""
    page.goto(f"{start}?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&h=%3Cb%3E&h=.*")
    expect(page.locator(FIELD)).to_have_value("<img src=x onerror=alert(1)>")
    expect(page.locator("[data-search-status]")).to_have_text("沒有找到。請換一個字詞；繁體、簡體均可。")
    assert page.locator("img, #content b").count() == 0


def test_results_follow_the_tree(page: Page, start: str) -> None:
    """In the Simplified tree snippets are Simplified and tagged so."""
    page.goto(start.replace("zh-hant", "zh-hans"))
    page.locator("[data-search-open]").click()
    page.locator(FIELD).fill("範圍")
    expect(page.locator("[data-search-results] .search-line[lang=zh-Hans] mark")).to_have_text(["范围"] * 3)
    assert "zh-hans" in page.locator(LINKS).first.evaluate("a => a.href")


def test_data_that_cannot_be_loaded_is_said_to_be_missing(page: Page, start: str) -> None:
    """Never an empty list in silence."""
    page.route("**/assets/search/*", lambda route: route.abort())
    page.goto(start)
    page.locator("[data-search-open]").click()
    page.locator(FIELD).fill("范围")
    expect(page.locator("[data-search-status]")).to_contain_text("有檢索資料未能載入")
    page.unroute("**/assets/search/*")
    page.locator(FIELD).fill("范圍")
    expect(page.locator(LINKS)).to_have_count(3)


def test_no_scripts_no_box(browser: Browser, start: str) -> None:
    """Without scripts nothing of the box is shown and the text is all there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(start)
    for selector in (
        "[data-search-open]",
        SEARCH,
        "[data-marks-bar]",
        "[data-view-control]",
        "form[data-jump]",
    ):
        expect(page.locator(selector)).to_be_hidden()
    expect(page.locator("#p1 p")).to_have_count(2)
    context.close()
