"""The search box in Chromium, over http under the strictest policy and from a disk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import settle

pytestmark = pytest.mark.browser
SEARCH = "dialog[data-search-dialog]"
FIELD = f"{SEARCH} input[type=search]"
OPTIONS = "[data-search-results] [role=option]"
STATUS = "[data-search-status]"
OPEN = "[data-search-open]"


def _place(page: Page) -> str:
    """The page's address without scheme, folder and index.html: law/draft/art-2/#p1."""
    return page.evaluate("location.pathname.split('/').slice(-5).join('/') + location.hash").replace(
        "index.html", ""
    )


def _chosen(page: Page) -> str | None:
    """The text of the option that the field says is chosen."""
    return page.evaluate(
        f"document.getElementById(document.querySelector('{FIELD}').getAttribute('aria-activedescendant'))?.querySelector('b')?.textContent ?? null"
    )


def test_a_word_typed_in_another_spelling_leads_to_its_place(page: Page, start: str) -> None:
    """/ opens the box; 範圍 finds 范圍 and 范围; Enter goes there; the words are marked in both scripts."""
    page.goto(start.replace("art-2", "art-3"))
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("範圍")
    expect(page.locator(STATUS)).to_have_text("在 2 部法律中查得條文 2 條、對條文的意見 1 則，共 3 處。")
    expect(page.locator(f"{OPTIONS} b")).to_have_text(["第二條", "對第二條的意見", "第一條"])
    expect(page.locator(f"{OPTIONS} mark")).to_have_text(["范圍", "範圍", "範圍"])
    assert page.locator("[data-search-results] .law-title").all_text_contents() == ["網絡法", "另法"]
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
    expect(page.locator(OPEN)).to_be_visible()
    assert not [
        url for url in loaded if "assets/search/" in url or ("search-" in url and url.endswith(".js"))
    ]
    page.locator(OPEN).click()
    expect(page.locator(STATUS)).to_have_text("輸入條號、詞語，或貼上一段引文。")
    data = [url.split("/")[-1] for url in loaded if "assets/search/" in url]
    assert not [name for name in data if name.startswith("zother")]
    assert [name for name in data if name.startswith("law.")]
    page.locator(FIELD).fill("范围")
    expect(page.locator("[data-search-results] .law-title")).to_have_count(2)
    assert [url for url in loaded if "assets/search/zother" in url]


def test_the_box_is_used_with_the_keyboard(page: Page, start: str) -> None:
    """The focus stays in the field while the arrows choose; Home and End lead to the ends; Escape closes and gives the focus back."""
    page.goto(start)
    page.locator(OPEN).focus()
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("其他")
    expect(page.locator(OPTIONS)).to_have_count(2)
    field = page.locator(FIELD)
    expect(field).to_have_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert (
        page.evaluate(
            f"document.getElementById(document.querySelector('{FIELD}').getAttribute('aria-controls')).role"
        )
        == "listbox"
    )
    assert _chosen(page) is None
    page.keyboard.press("ArrowDown")
    assert _chosen(page) == "第二條第（二）項"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert _chosen(page) == "第二條"
    expect(page.locator(f"{OPTIONS}[aria-selected=true]")).to_have_count(1)
    page.keyboard.press("Home")
    expect(page.locator(OPTIONS).nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(page.locator(OPTIONS).nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert _chosen(page) is None
    expect(field).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            f"document.activeElement === document.body || !!document.activeElement.closest('{SEARCH}')"
        )
    page.keyboard.press("Escape")
    expect(page.locator(SEARCH)).to_be_hidden()
    expect(page.locator(OPEN)).to_be_focused()


def test_enter_does_not_wait_for_the_eye(page: Page, start: str) -> None:
    """Whoever types a number and presses Enter at once is led there, as soon as the law has come."""
    page.goto(start)
    page.locator(OPEN).click()
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    page.wait_for_url("**/art-3/**")
    expect(page.locator("mark.is-found")).to_have_count(0)


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_keys_open_the_box(page: Page, start: str, key: str) -> None:
    """Each of three keys, and the key itself is not typed."""
    page.goto(start)
    expect(page.locator(OPEN)).to_be_visible()
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")


def test_an_input_method_is_left_alone(page: Page, start: str) -> None:
    """While characters are being composed nothing is searched, and Enter chooses them."""
    page.goto(start)
    page.locator(OPEN).click()
    expect(page.locator(STATUS)).to_have_text("輸入條號、詞語，或貼上一段引文。")
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "fanwei", "selectionStart": 6, "selectionEnd": 6})
    settle(page)
    expect(page.locator(STATUS)).to_have_text("輸入條號、詞語，或貼上一段引文。")
    client.send("Input.insertText", {"text": "范围"})
    expect(page.locator(OPTIONS)).to_have_count(3)
    before = page.url
    page.locator(FIELD).dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    page.locator(FIELD).dispatch_event("keydown", {"key": "ArrowDown", "isComposing": True})
    settle(page)
    assert page.url == before
    assert _chosen(page) is None


def test_numbers_and_doubts(page: Page, start: str) -> None:
    """A number is looked up; what the law does not have is said; nothing is said to be nothing."""
    page.goto(start)
    page.locator(OPEN).click()
    page.locator(FIELD).fill("第３条")
    expect(page.locator(f"{OPTIONS} b").first).to_have_text("第三條")
    expect(page.locator(f"{OPTIONS} .hit-go").first).to_contain_text("前往")
    page.locator(FIELD).fill("第三條第九款")
    expect(page.locator(f"{OPTIONS} .hit-missing").first).to_have_text("該條沒有所查的款或項，列出全條。")
    page.locator(FIELD).fill("9")
    expect(page.locator(".search-notice").first).to_contain_text("本法只有 3 條。最後一條：")
    expect(page.locator(OPTIONS).first).to_have_text("第三條")
    page.locator(FIELD).fill("口袋罪")
    expect(page.locator(STATUS)).to_have_text("沒有查得「口袋罪」。")
    expect(page.locator(OPTIONS)).to_have_count(0)
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "false")


def test_what_is_proposed_is_no_hit(page: Page, start: str) -> None:
    """Where nothing has all words, fewer are proposed, outside the list of hits; one press asks for them."""
    page.goto(start)
    page.locator(OPEN).click()
    page.locator(FIELD).fill("實名 口袋罪")
    proposal = page.locator("[data-search-proposals] a[data-ask]")
    expect(proposal.first).to_have_text("實名")
    expect(page.locator("[data-search-proposals]")).to_contain_text("下列是提議，不算查得。")
    expect(page.locator(OPTIONS)).to_have_count(0)
    proposal.first.click()
    expect(page.locator(FIELD)).to_have_value("實名")
    expect(page.locator(OPTIONS)).to_have_count(1)
    expect(page.locator("[data-search-proposals]")).to_be_hidden()


def test_kinds_narrow_the_hits(page: Page, start: str) -> None:
    """A chip leaves one kind; another press on 全部 brings all back."""
    page.goto(start)
    page.locator(OPEN).click()
    page.locator(FIELD).fill("范围")
    chips = page.locator("[data-search-chips] button")
    expect(chips).to_have_text(["全部", "條文 2", "對條文的意見 1"])
    chips.nth(2).click()
    expect(page.locator(f"{OPTIONS} b")).to_have_text(["對第二條的意見"])
    expect(chips.nth(2)).to_have_attribute("aria-pressed", "true")
    chips.nth(0).click()
    expect(page.locator(OPTIONS)).to_have_count(3)


def test_recent_searches(page: Page, start: str) -> None:
    """What led somewhere is offered when the field is empty, on this device only, and can be cleared."""
    page.goto(start)
    page.locator(OPEN).click()
    page.locator(FIELD).fill("实名")
    page.locator(OPTIONS).first.click()
    page.wait_for_url("**#p1")
    page.locator(OPEN).click()
    page.locator(FIELD).fill("")
    expect(page.locator(OPTIONS)).to_have_text(["实名"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value("实名")
    expect(page.locator(f"{OPTIONS} b")).to_have_count(1)
    page.locator(FIELD).fill("")
    page.locator("[data-recent-clear]").click()
    expect(page.locator(OPTIONS)).to_have_count(0)
    assert page.evaluate("localStorage.getItem('duizhao.recent')") is None


def test_forbidden_storage_forbids_no_search(page: Page, start: str) -> None:
    """Private windows may refuse to remember."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.goto(start)
    page.locator(OPEN).click()
    page.locator(FIELD).fill("实名")
    page.locator(OPTIONS).first.click()
    page.wait_for_url("**#p1")


def test_a_quotation_is_led_to_the_verifier(page: Page, start: str) -> None:
    """Twenty-five characters or several lines are taken for one; a field drops line ends, the verifier gets them."""
    page.goto(start)
    page.locator(OPEN).click()
    page.locator(FIELD).fill("應當登記使用范圍不得擾亂實名制應當登記使用范圍不得擾亂")
    first = page.locator(OPTIONS).first
    expect(first).to_contain_text("核對這段引文")
    assert "/verify/" in first.evaluate("a => a.href")
    page.locator(FIELD).fill("")
    page.evaluate(
        f"""() => {{ const field = document.querySelector('{FIELD}'), data = new DataTransfer();
        data.setData('text', '使用VPN；\\n其他行為。');
        field.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true }}));
        field.value = '使用VPN；其他行為。'; field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})) }}"""
    )
    expect(first).to_contain_text("核對這段引文")
    assert "%0A" in first.evaluate("a => a.href")


def test_a_search_can_be_shared_and_returned_to(page: Page, start: str) -> None:
    """?q= opens the box with its results; the way back from a result leads to them."""
    page.goto(f"{start}?q=实名")
    expect(page.locator(OPTIONS)).to_have_count(1)
    expect(page.locator(FIELD)).to_have_value("实名")
    page.locator(OPTIONS).click()
    page.wait_for_url("**#p1")
    page.go_back()
    expect(page.locator(OPTIONS)).to_have_count(1)
    page.keyboard.press("Escape")
    settle(page)
    assert "q=" not in page.url


def test_a_query_is_text_and_never_markup(page: Page, start: str) -> None:
    """What stands in the address is shown as it is."""
    page.goto(f"{start}?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&h=%3Cb%3E&h=.*")
    expect(page.locator(FIELD)).to_have_value("<img src=x onerror=alert(1)>")
    expect(page.locator(STATUS)).to_have_text("沒有查得「<img src=x onerror=alert(1)>」。")
    assert page.locator("img, #content b").count() == 0


def test_results_follow_the_tree(page: Page, start: str) -> None:
    """In the Simplified tree snippets are Simplified and tagged so."""
    page.goto(start.replace("zh-hant", "zh-hans"))
    page.locator(OPEN).click()
    page.locator(FIELD).fill("範圍")
    expect(page.locator(".hit-line[lang=zh-Hans] mark")).to_have_text(["范围"] * 3)
    assert "zh-hans" in page.locator(OPTIONS).first.evaluate("a => a.href")
    expect(page.locator(STATUS)).to_have_text("在 2 部法律中查得条文 2 条、对条文的意见 1 则，共 3 处。")


def test_data_that_cannot_be_loaded_is_said_to_be_missing(page: Page, start: str) -> None:
    """Never an empty list in silence; the next attempt may succeed."""
    missing = ["/"]
    page.route(
        "**/assets/search/*",
        lambda route: (
            route.abort() if any(name in route.request.url for name in missing) else route.continue_()
        ),
    )
    page.goto(start)
    page.locator(OPEN).click()
    page.locator(FIELD).fill("范围")
    expect(page.locator(STATUS)).to_have_text("檢索未能載入，請重新整理頁面後再試。")
    missing[:] = ["zother", "/law."]
    page.locator(FIELD).fill("范圍")
    expect(page.locator(STATUS)).to_have_text("有檢索資料未能載入，結果可能不全。")
    expect(page.locator("[data-search-proposals]")).to_be_hidden()
    missing[:] = ["zother"]
    page.locator(FIELD).fill("範圍")
    expect(page.locator(OPTIONS)).to_have_count(2)
    expect(page.locator(STATUS)).to_contain_text("有檢索資料未能載入，結果可能不全。")
    missing.clear()
    page.locator(FIELD).fill("范围")
    expect(page.locator(OPTIONS)).to_have_count(3)


def test_scripts_that_cannot_be_loaded(page: Page, start: str) -> None:
    """Said too; the box closes, and opened again it works."""
    page.route("**/search-box*.js", lambda route: route.abort())
    page.goto(start)
    page.locator(OPEN).click()
    expect(page.locator(STATUS)).to_have_text("檢索未能載入，請重新整理頁面後再試。")
    page.keyboard.press("Escape")
    expect(page.locator(SEARCH)).to_be_hidden()
    page.unroute("**/search-box*.js")
    page.locator(OPEN).click()
    page.locator(FIELD).fill("范圍")
    expect(page.locator(OPTIONS)).to_have_count(3)


def test_no_scripts_no_box(browser: Browser, start: str) -> None:
    """Without scripts nothing of the box is shown and the text is all there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(start)
    for selector in (OPEN, "[data-marks-bar]", "[data-view-control]", "form[data-jump]"):
        expect(page.locator(selector)).to_be_hidden()
    expect(page.locator("#p1 p")).to_have_count(2)
    context.close()
