"""The other scripts in Chromium: what a reader sets, presses, copies and follows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import settle

pytestmark = pytest.mark.browser


def test_the_view_is_remembered_from_page_to_page(page: Page, start: str) -> None:
    """One script alone is truly hidden, stays in the page, and stays hidden on the next page."""
    page.goto(start)
    expect(page.locator("[data-view-choice=both]")).to_have_attribute("aria-pressed", "true")
    page.locator("[data-view-choice=hans]").click()
    expect(page.locator("#p1 [data-script=hant]")).to_be_hidden()
    expect(page.locator("#p1 [data-script=hans]")).to_be_visible()
    assert page.locator("#p1 p").count() == 2
    page.goto(start.replace("art-2", "art-3"))
    expect(page.locator("html")).to_have_attribute("data-view", "hans")
    expect(page.locator("[data-view-choice=hans]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#p1 [data-script=hant]")).to_be_hidden()
    page.locator("[data-view-choice=both]").click()
    expect(page.locator("#p1 p:visible")).to_have_count(2)


def test_the_line_being_read_stays_where_it_is(page: Page, start: str) -> None:
    """Hiding a script above does not move the text."""
    page.goto(start)
    page.locator("#p1-i2").evaluate("e => e.scrollIntoView()")
    before = page.locator("#p1-i2").bounding_box()
    page.evaluate("document.querySelector('[data-view-choice=hant]').click()")
    after = page.locator("#p1-i2").bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) <= 1


def test_settings_are_applied_before_the_page_is_shown(browser: Browser, start: str) -> None:
    """The palette and view of last time stand on the page when its body is first there."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(start)
    page.evaluate(
        "localStorage.setItem('duizhao.palette', 'slate'); localStorage.setItem('duizhao.view', 'hant')"
    )
    page.add_init_script(
        """addEventListener('DOMContentLoaded', () => { window.early =
             [document.body.dataset.mdColorScheme, document.documentElement.dataset.view] }, true)"""
    )
    page.goto(start)
    assert page.evaluate("window.early") == ["slate", "hant"]
    context.close()


def test_forbidden_storage_harms_nothing(page: Page, start: str) -> None:
    """The controls work for this page."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.goto(start)
    page.locator("[data-view-choice=hant]").click()
    expect(page.locator("html")).to_have_attribute("data-view", "hant")
    page.locator("[data-palette-toggle]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("[data-palette-toggle]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_the_palette_follows_the_system_until_it_is_chosen(browser: Browser, start: str) -> None:
    """Dark system, dark page; a choice holds; choosing what the system has forgets the choice."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(start)
    body, button = page.locator("body"), page.locator("[data-palette-toggle]")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    button.click()
    assert page.evaluate("localStorage.getItem('duizhao.palette')") is None
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    context.close()


def test_arrows_turn_pages_but_not_while_typing_or_scrolling(page: Page, start: str) -> None:
    """Left and right; not in a field, not with a modifier, not in a box that scrolls, not when switched off."""
    page.goto(start)
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/art-3/**")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/art-2/**")
    page.locator("form[data-jump] input").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("/")
    page.locator(".wide").focus()
    page.keyboard.press("ArrowRight")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Control+ArrowRight")
    settle(page)
    assert "/art-2/" in page.url
    expect(page.locator("form[data-jump] input")).to_have_value("/")
    page.keyboard.press("/")
    page.locator("[data-keys-switch]").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("/")
    settle(page)
    assert "/art-2/" in page.url
    expect(page.locator("dialog[data-search-dialog]")).to_be_hidden()


def test_the_navigation_opens_and_closes(page: Page, start: str) -> None:
    """A link without scripts, a button with them; Escape gives the focus back."""
    page.goto(start)
    button, drawer = page.locator("[data-drawer-toggle]"), page.locator("#site-nav")
    expect(drawer).to_be_hidden()
    expect(button).to_have_role("button")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(drawer.locator("a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    page.locator("h1").click()
    expect(drawer).to_be_hidden()


def test_the_jump_box(page: Page, start: str) -> None:
    """Goes to what exists; says what does not, and says nothing of it once the reader types on."""
    page.goto(start)
    field, status = page.locator("form[data-jump] input"), page.locator("[data-jump-status]")
    field.fill("第九條")
    page.keyboard.press("Enter")
    expect(status).to_have_text("沒有「第九條」。")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("$&")
    expect(status).to_have_text("")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("讀不出「$&」是哪一條")
    field.fill("３")
    page.keyboard.press("Enter")
    page.wait_for_url("**/art-3/**")
    expect(page.locator("h1")).to_have_text("art-3")


def test_a_citation_is_copied_with_the_lasting_address(browser: Browser, start: str) -> None:
    """Text and address of the row, without what a search put into the address."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{start}?h=范圍")
    page.locator("main [data-copy]").click()
    expect(page.locator("main [data-copy-status]")).to_have_text("已複製")
    page.locator("form[data-jump] input").focus()
    page.keyboard.press("Control+v")
    expect(page.locator("form[data-jump] input")).to_have_value(f"《某法》第二條，{start}#p1")
    context.close()


def test_the_language_switch_keeps_the_place(page: Page, start: str) -> None:
    """Also when the place changed after the page was loaded; what a link names flashes each time."""
    page.goto(f"{start}#p1")
    expect(page.locator("#p1")).to_have_class("row is-reached")
    page.evaluate("location.hash = 'p1-i1'")
    expect(page.locator("#p1-i1")).to_have_class("row is-reached")
    page.locator("[data-locale-switch]").click()
    page.wait_for_url("**/zh-hans/**#p1-i1")


def test_links_show_one_group_of_a_table(page: Page, start: str) -> None:
    """One alone, then all again; an address that leads to a hidden row shows it."""
    page.goto(start)
    page.locator("[data-filter] a").nth(1).click()
    expect(page.locator("#row-1")).to_be_visible()
    expect(page.locator("#row-2")).to_be_hidden()
    expect(page.locator("[data-filter] a[aria-current]")).to_have_text("1")
    page.evaluate("location.hash = 'row-2'")
    expect(page.locator("#row-2")).to_be_visible()
    page.locator("[data-filter] a").nth(2).click()
    expect(page.locator("#row-1")).to_be_hidden()
    page.locator("[data-filter] a").nth(0).click()
    expect(page.locator("#row-1")).to_be_visible()
