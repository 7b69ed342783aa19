"""Penalties for a reader: from an article to its consequence, to the words, to the table and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import EDITION, LAW

pytestmark = [pytest.mark.site, pytest.mark.browser]
HANT, HANS = f"zh-hant/{LAW}/{EDITION}/", f"zh-hans/{LAW}/{EDITION}/"


def test_a_figure_leads_to_its_characters_on_the_same_page(page: Page, address: str) -> None:
    """第十二條: the card, a figure in it, the words in the clause quoted below."""
    page.goto(address + HANT + "art-12/")
    card = page.locator("#consequence")
    expect(card).to_contain_text("違反本條的後果")
    expect(card).to_contain_text("20 萬元以下")
    expect(card).to_contain_text("下限未定")
    figure = card.locator("a.penalty-link", has_text="20")
    figure.click()
    words = page.locator(".figure:target")
    expect(words).to_have_text("處二十萬元以下罰款")
    expect(words).to_be_in_viewport()


def test_it_is_found_in_whichever_script_is_shown(page: Page, address: str) -> None:
    """With 简 chosen in the Traditional tree the link leads to the Simplified words."""
    page.goto(address + HANT + "art-12/")
    page.locator("[data-view-choice=hans]").click()
    page.locator("#consequence a.penalty-link", has_text="20").click()
    expect(page.locator(".figure.is-reached")).to_have_text("处二十万元以下罚款")
    expect(page.locator(".figure.is-reached")).to_be_in_viewport()


def test_each_state_of_the_card(page: Page, address: str) -> None:
    """Named by an 項, named in part, in other words, not named, punishing, neither."""
    page.goto(address + HANT + "art-38/")
    expect(page.locator(".consequence-head")).to_contain_text("第六十條第（二）項")
    page.goto(address + HANT + "art-48/")
    expect(page.locator("#consequence")).to_contain_text("這條罰則只點名本條第二款。")
    page.goto(address + HANT + "art-41/")
    expect(page.locator("#consequence")).to_contain_text("移動智能終端生產者")
    expect(page.locator("#consequence")).to_contain_text("用語不同")
    page.goto(address + HANT + "art-18/")
    expect(page.locator("#consequence h2")).to_have_text("本法未就本條規定行政處罰")
    expect(page.locator("#consequence a[href*='art-66']")).to_be_visible()
    page.goto(address + HANT + "art-57/")
    expect(page.locator("#consequence h2")).to_have_text("本條所罰")
    page.goto(address + HANT + "art-68/")
    expect(page.locator("#consequence")).to_have_count(0)


def test_the_whole_clause_is_quoted(page: Page, address: str) -> None:
    """Nothing that follows from a citation is cut off: 21 quotes 59 to its end, 40 the 款 above the 項 of 60."""
    page.goto(address + HANT + "art-21/")
    expect(page.locator(".cites-in").first).to_contain_text("情節嚴重的，由公安機關并處十五日以下拘留。")
    page.goto(address + HANT + "art-40/")
    expect(page.locator(".cites-in").first).to_contain_text("處五十萬元以上五百萬元以下罰款")
    expect(page.locator(".cites-in").first).to_contain_text("（二）違反本法第三十四條至第四十三條")


def test_the_source_of_a_row_opens_below_it(page: Page, address: str) -> None:
    """出處: both scripts, the measure marked, the way to the place."""
    page.goto(address + HANT + "penalties/")
    row = page.locator("#r-57\\.1-2")
    expect(row).to_contain_text("違法所得 1–10 倍")
    row.locator("summary").click()
    expect(row.locator("mark.measure")).to_have_text(
        ["處違法所得一倍以上十倍以下罰款", "处违法所得一倍以上十倍以下罚款"]
    )
    row.locator(".penalty-go a").click()
    expect(page).to_have_url(re.compile(r"/art-57/#p1$"))


def test_the_table_without_scripts(browser: Browser, address: str) -> None:
    """All of it is there and opens; the filter, which could do nothing, is not."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for tree, name, words in ((HANT, "罰則總表", "是索引，不是條文"), (HANS, "罚则总表", "是索引，不是条文")):
        page.goto(address + tree)
        assert page.locator(".cards a", has_text=name).count() == 1
        page.locator(".law-nav a", has_text=name).click()
        expect(page.locator("h1")).to_have_text(name)
        expect(page.locator(".lead")).to_contain_text(words)
        expect(page.locator("[data-penalty-filter]")).to_be_hidden()
        row = page.locator("#r-60\\.1-4")
        expect(row.locator(".penalty-sentence")).to_be_hidden()
        row.locator("summary").click()
        expect(row.locator(".penalty-sentence")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_no_page_of_penalties_is_wider_than_the_screen(page: Page, address: str, width: int) -> None:
    """Cards on a phone, a table on wide screens; nothing to scroll sideways."""
    page.set_viewport_size({"width": width, "height": 900})
    for name in ("penalties/", "art-17/", "art-60/"):
        page.goto(address + HANT + name)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
    page.goto(address + HANT + "penalties/")
    cells = page.locator("#r-60\\.1-4 > *")
    boxes = [cells.nth(i).bounding_box() for i in range(4)]
    assert all(boxes)
    tops = {round(box["y"]) for box in boxes if box}
    assert len(tops) > 1 if width == 390 else boxes[3]["x"] > boxes[2]["x"] > boxes[1]["x"]  # type: ignore[index]


def test_the_map_says_what_penalties_make_of_an_article(page: Page, address: str) -> None:
    """By its frame, and in words for those who hear it."""
    page.goto(address + HANT)
    cell = page.locator(".map .cell", has_text=re.compile("^12"))
    expect(cell).to_have_class(re.compile("punished"))
    expect(cell).to_contain_text("有罰則點名")
    expect(page.locator(".map .cell.gap", has_text=re.compile("^18"))).to_have_count(1)
    expect(page.locator(".map .cell.penal", has_text=re.compile("^57"))).to_have_count(1)
    expect(page.locator(".legend .cell.partly")).to_have_count(1)
