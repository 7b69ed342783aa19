"""Previews of references and the way back along them: by pointer, keyboard and touch, from http and from a folder."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.conftest import EDITION, LAW, Built, settle

pytestmark = [pytest.mark.site, pytest.mark.browser]
HANT = f"zh-hant/{LAW}/{EDITION}/"
HANS = f"zh-hans/{LAW}/{EDITION}/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A narrow window that is touched."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, locale="zh-TW")
    yield context.new_page()
    context.close()


def _ref(page: Page, words: str, script: str = "hant"):
    return page.locator(f"[data-script={script}] a.ref", has_text=re.compile(f"^{words}$")).first


# Previews


def test_pointing_at_a_reference_shows_its_text(page: Page, address: str) -> None:
    """After a moment, beside the link; it stays while pointed at itself, Escape and leaving close it."""
    page.clock.install()
    page.goto(f"{address}{HANT}art-58/")
    box = page.locator("[data-preview]")
    link = _ref(page, "第十四條")
    link.hover()
    expect(box).to_be_visible()
    expect(box).to_have_attribute("role", "tooltip")
    expect(link).to_have_attribute("aria-describedby", box.get_attribute("id") or "")
    expect(box).to_contain_text("（六）其他由省級以上公安機關")
    box.hover()
    page.clock.fast_forward(2000)
    settle(page)
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None
    page.mouse.move(2, 2)
    link.hover()
    expect(box).to_be_visible()
    page.mouse.move(2, 2)
    expect(box).to_be_hidden()


def test_the_preview_is_in_the_script_of_the_place(page: Page, address: str) -> None:
    """The Simplified column is answered in Simplified, with its language said, in either tree."""
    for tree in (HANT, HANS):
        page.goto(f"{address}{tree}art-58/")
        _ref(page, "第十四条", "hans").hover()
        text = page.locator("[data-preview-text]")
        expect(text).to_contain_text("第十四条")
        expect(text).to_contain_text("设备、软件、工具、服务")
        expect(text).to_have_attribute("lang", "zh-Hans")
        page.mouse.move(2, 2)


def test_only_the_part_that_is_named_is_shown(page: Page, address: str) -> None:
    """第十七條第三款: that 款, by its number, and no other."""
    page.goto(f"{address}{HANT}art-17/")
    paragraphs = page.locator(".text .row.d0 [lang=zh-Hant]").all_inner_texts()
    page.goto(f"{address}{HANT}art-58/")
    _ref(page, "第十七條第三款").hover()
    text = page.locator("[data-preview-text]")
    expect(text).to_contain_text("第十七條第三款")
    shown = text.locator("p:not(.head)").all_inner_texts()
    assert shown
    assert shown[0] == paragraphs[2]


def test_both_ends_of_a_range_show_first_and_last_with_the_count(page: Page, address: str) -> None:
    """第十九條至第三十三條 is fifteen articles, whichever end is pointed at."""
    page.goto(f"{address}{HANT}art-59/")
    for words in ("第十九條", "第三十三條"):
        _ref(page, words).hover()
        text = page.locator("[data-preview-text]")
        expect(text).to_contain_text("共 15 條")
        assert text.locator(".head").all_inner_texts() == ["第十九條", "第三十三條"]
        page.mouse.move(2, 2)
        expect(page.locator("[data-preview]")).to_be_hidden()


def test_the_keyboard_opens_and_closes_it(page: Page, address: str) -> None:
    """Focus shows the text, the next link its own, Escape closes it and leaves the focus where it was."""
    page.goto(f"{address}{HANT}art-58/")
    box = page.locator("[data-preview]")
    _ref(page, "第十四條").focus()
    expect(box).to_contain_text("第十四條")
    page.keyboard.press("Tab")
    expect(box.locator(".head")).to_have_text("第十五條")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent") == "第十五條"
    page.keyboard.press("Enter")
    page.wait_for_url("**/art-15/")


def test_the_first_tap_shows_and_the_second_follows(phone: Page, address: str) -> None:
    """At the foot of the screen, with a way on and a way out; a tap elsewhere closes it."""
    phone.goto(f"{address}{HANT}art-58/")
    box = phone.locator("[data-preview]")
    link = _ref(phone, "第十四條")
    link.tap()
    expect(box).to_be_visible()
    assert "/art-58/" in phone.url
    expect(box).to_have_attribute("role", "dialog")
    expect(box).to_have_attribute("aria-label", "所引條文")
    assert box.bounding_box()["width"] == 390
    for control in ("[data-preview-go]", "[data-preview-close]"):
        assert phone.locator(control).bounding_box()["height"] >= 40
    phone.locator("[data-preview-close]").tap()
    expect(box).to_be_hidden()
    link.tap()
    expect(box).to_be_visible()
    phone.locator("h1").tap()
    expect(box).to_be_hidden()
    link.tap()
    link.tap()
    phone.wait_for_url("**/art-14/")


def test_texts_come_on_first_use_only(page: Page, address: str) -> None:
    """No page loads them; one file of at most 60 kB serves all."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{HANT}art-58/")
    assert not [u for u in asked if "/previews/" in u]
    _ref(page, "第十四條").hover()
    expect(page.locator("[data-preview]")).to_be_visible()
    _ref(page, "第十五條").hover()
    expect(page.locator("[data-preview] .head")).to_have_text("第十五條")
    files = [u for u in asked if "/previews/" in u]
    assert len(files) == 1
    assert int(page.request.get(files[0]).headers["content-length"]) < 180_000


def test_every_reference_of_the_edition_has_a_preview(built: Built, page: Page, address: str) -> None:
    """Each link in the text, in opinions and explanation finds its text: none stays mute."""
    links: set[tuple[str, str]] = set()
    for path in sorted((built.site / HANT).rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        links |= set(re.findall(r'<a class="ref" href="([^"]+)"(?: data-ref="([^"]+)")?', html))
    page.clock.install()
    page.goto(f"{address}{HANT}art-58/")
    _ref(page, "第十四條").hover()
    expect(page.locator("[data-preview]")).to_be_visible()
    page.mouse.move(2, 2)
    expect(page.locator("[data-preview]")).to_be_hidden()
    mute = []
    for href, ref in sorted(links):
        page.evaluate(
            "([href, ref]) => { const a = document.createElement('a'); a.className = 'ref'; a.href = href; a.id = 'probe';"
            "a.textContent = 'x'; if (ref) a.dataset.ref = ref; document.getElementById('probe')?.remove();"
            "document.querySelector('main, #content').prepend(a); a.focus(); }",
            [href, ref],
        )
        page.clock.fast_forward(1000)
        try:
            page.locator("#probe[aria-describedby]").wait_for(timeout=2000)
        except PlaywrightTimeout:
            mute.append((href, ref))
    assert len(links) > 40
    assert not mute


# The way back


def test_the_way_back_is_kept_over_a_reload_and_can_be_cleared(page: Page, address: str) -> None:
    """58 › 17 › …: shown after references were followed, not after other links."""
    page.goto(f"{address}{HANT}art-60/")
    trail = page.locator("[data-trail]")
    expect(trail).to_be_hidden()
    _ref(page, "第十七條第一款").click()
    page.wait_for_url("**/art-17/#p1")
    expect(trail.locator("li")).to_have_text(["第六十條", "第十七條"])
    page.locator("#cited-p3 .cites-place a").first.click()
    page.wait_for_url("**/art-58/#p1")
    expect(trail.locator("li")).to_have_text(["第六十條", "第十七條", "第五十八條"])
    page.reload()
    expect(trail.locator("li")).to_have_text(["第六十條", "第十七條", "第五十八條"])
    expect(trail.locator("[aria-current=page]")).to_have_text("第五十八條")
    page.go_back()
    expect(trail.locator("li")).to_have_text(["第六十條", "第十七條"])
    trail.locator("a").first.click()
    page.wait_for_url("**/art-60/#p1-i1")
    expect(trail).to_be_hidden()
    page.goto(f"{address}{HANT}art-17/")
    trail.locator("[data-trail-clear]").click()
    expect(trail).to_be_hidden()
    page.reload()
    expect(trail).to_be_hidden()
    assert page.evaluate("document.cookie") == ""


def test_all_of_it_works_from_a_folder(built: Built, browser: Browser, tmp_path: Path) -> None:
    """Unpacked, opened by its path, with the network off: preview, reference, way back."""
    with zipfile.ZipFile(built.bundle) as bundle:
        bundle.extractall(tmp_path)
    start = next(tmp_path.rglob(f"{HANT}art-58/index.html"))
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(start.as_uri())
    _ref(page, "第十七條第三款").hover()
    expect(page.locator("[data-preview]")).to_contain_text("第十七條第三款")
    _ref(page, "第十七條第三款").click()
    page.wait_for_url("**/art-17/index.html#p3")
    trail = page.locator("[data-trail]")
    expect(trail.locator("li")).to_have_text(["第五十八條", "第十七條"])
    page.reload()
    trail.locator("a").first.click()
    page.wait_for_url("**/art-58/index.html#p1")
    context.close()
