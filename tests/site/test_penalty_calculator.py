"""The calculator for a reader: a question typed, chosen and shared; the answer with its words; what it does not decide."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import EDITION, LAW, Built
from tests.site.test_accessibility import violations

pytestmark = [pytest.mark.site, pytest.mark.browser]
HANT, HANS = (f"{tree}/{LAW}/{EDITION}/penalty-calculator/" for tree in ("zh-hant", "zh-hans"))
ARTICLE, AMOUNT = "#calculator-article", "#calculator-amount"


def _row(page: Page, words: str):
    return page.locator(".calculator-row", has_text=words)


def test_an_article_and_an_amount(page: Page, address: str) -> None:
    """第十二條 and 80,000: the range to the yuan, its words marked, the way to them, and what is not decided."""
    page.goto(address + HANT)
    status = page.locator("[data-status]")
    expect(status).to_have_text("請填寫違反哪一條，或者在下面點選。")
    page.fill(ARTICLE, "12")
    expect(status).to_have_text(re.compile("第十二條：列出 5 項；"))
    expect(_row(page, "違法所得 1–10 倍")).to_contain_text("僅限不屬於「沒有違法所得，或者不足 2 萬元」的")
    page.fill(AMOUNT, "8萬")
    expect(page.locator("input[name=gain][value=yuan]")).to_be_checked()
    row = _row(page, "80,000–800,000 元")
    expect(row).to_contain_text("違法所得 1–10 倍，違法所得 80,000 元")
    expect(row.locator("mark")).to_have_text("處違法所得一倍以上十倍以下罰款")
    expect(page.locator("[data-left]")).to_contain_text(
        "罰款（20 萬元以下）：沒有違法所得，或者不足 2 萬元的才適用"
    )
    expect(page.locator("[data-notes]")).to_contain_text("何謂違法所得、數額多少，由機關認定")
    expect(_row(page, "20 萬元以下")).to_have_count(0)
    row.locator("a").click()
    expect(page).to_have_url(re.compile(r"/art-57/#f-57\.1-2-hant$"))
    expect(page.locator("[id='f-57.1-2-hant']")).to_have_text("處違法所得一倍以上十倍以下罰款")


def test_circumstances_and_persons(page: Page, address: str) -> None:
    """情節嚴重 stands beside the base case; arms of a list stay apart; responsible persons only for an organisation."""
    page.goto(f"{address}{HANT}?article=art-38")
    expect(page.locator(".calculator-group h2")).to_have_text("第六十條第（二）項")
    expect(page.locator(".calculator-list").first).to_contain_text("擇一")
    expect(page.locator(".calculator-list .calculator-figure")).to_have_text("5 萬–50 萬元")
    expect(page.locator("[data-left]")).to_contain_text("選「組織」時列出")
    page.get_by_label("組織").check()
    page.get_by_label("情節嚴重").check()
    expect(page.locator(".calculator-figure")).to_have_text(
        ["5 萬–50 萬元", "50 萬–500 萬元", "1 萬–20 萬元"]
    )
    expect(page.locator(".calculator-group h3")).to_contain_text("主管人員和其他直接責任人員")
    expect(_row(page, "50 萬–500 萬元")).to_contain_text("另定幅度")
    page.fill(ARTICLE, "第五十條")
    expect(page.locator("[data-left]")).to_contain_text("依措施性質只及於自然人，不及於組織")
    expect(page.locator(".calculator-result")).not_to_contain_text("合計")


def test_with_the_keyboard_alone(page: Page, address: str) -> None:
    """From the field through the buttons; where the keyboard is can be seen; the focus stays."""
    page.goto(address + HANT)
    page.focus(ARTICLE)
    page.keyboard.type("第十七條第三款")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.locator("input[name=gain][value=none]")).to_be_checked()
    expect(_row(page, "50 萬元以下")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(AMOUNT)).to_be_focused()
    page.keyboard.type("49,999")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("情節嚴重")).to_be_checked()
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("組織")).to_be_focused()
    expect(page).to_have_url(
        re.compile(r"\?article=art-17-p3&gain=49999&branch=serious&subject=organisation$")
    )


def test_a_question_is_shared_by_its_address(page: Page, address: str) -> None:
    """The address says it all, in either tree; the button copies it; nothing is added to the history."""
    question = "?article=art-12&gain=80000&branch=serious"
    page.goto(address + HANS + question)
    expect(page.locator(ARTICLE)).to_have_value("第十二条")
    expect(page.locator(AMOUNT)).to_have_value("80,000")
    expect(_row(page, "80,000–800,000 元")).to_be_visible()
    expect(_row(page, "15 日以下")).to_be_visible()
    before = page.evaluate("history.length")
    page.get_by_label("组织").check()
    expect(page).to_have_url(address + HANS + question + "&subject=organisation")
    assert page.evaluate("history.length") == before
    copied = page.locator(".calculator-share [data-copy]").get_attribute("data-copy")
    assert copied == f"{{url}}{question}&subject=organisation"
    page.goto(f"{address}{HANS}?article={quote('第十七条第一款第（二）项')}")
    expect(page.locator(ARTICLE)).to_have_value("第十七条第一款第（二）项")
    expect(page.locator(".calculator-group h2").first).to_have_text("第六十条第（一）项")


@pytest.mark.parametrize(
    ("article", "said"),
    [
        ("實名制", "讀不出「實名制」是哪一條"), ("刑法第12條", "這裡只查本法"), ("第九十九條", "本法沒有「第九十九條」"),
        ("第十七條第九款", "第十七條沒有這一款"), ("第十八條", "沒有罰則點名第十八條"), ("48條1款", "點名同一條的有第四十八條第二款"),
    ],
)  # fmt: skip
def test_an_article_without_an_answer_gets_a_word(page: Page, address: str, article: str, said: str) -> None:
    """And no rows, and no fault of the script."""
    page.goto(address + HANT)
    page.fill(ARTICLE, article)
    expect(page.locator("#calculator-article-help")).to_contain_text(said)
    expect(page.locator(ARTICLE)).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".calculator-row")).to_have_count(0)


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("-5", "不能是負數"),
        ("80000.5", "不計角、分"),
        ("9" * 30, "不要超過一萬億元"),
        ("八成", "讀不出這個金額"),
    ],
)
def test_an_amount_that_is_none_gets_a_word(page: Page, address: str, amount: str, said: str) -> None:
    """The rows stay, as for an unknown gain."""
    page.goto(f"{address}{HANT}?article=art-12")
    page.fill(AMOUNT, amount)
    expect(page.locator("#calculator-amount-help")).to_contain_text(said)
    expect(_row(page, "違法所得 1–10 倍")).to_be_visible()
    page.fill(AMOUNT, "1億")
    expect(page.locator("#calculator-amount-help")).to_be_empty()
    expect(_row(page, "100,000,000–1,000,000,000 元")).to_be_visible()


def test_an_article_is_chosen_from_those_that_are_named(page: Page, address: str) -> None:
    """A cell is a link that works by itself too; the card of an article leads here."""
    page.goto(address + HANT)
    cell = page.locator("[data-article=art-12]")
    assert cell.get_attribute("href") == "?article=art-12"
    cell.click()
    expect(page.locator(ARTICLE)).to_have_value("第十二條")
    expect(page.locator(ARTICLE)).to_be_focused()
    expect(_row(page, "拘留")).to_have_count(0)
    page.goto(f"{address}zh-hant/{LAW}/{EDITION}/art-38/")
    page.locator("#consequence a[href*='penalty-calculator']").click()
    expect(page.locator(ARTICLE)).to_have_value("第三十八條")


def test_without_scripts(browser: Browser, address: str) -> None:
    """The page says what it needs and where the table is; the form, which could do nothing, is not there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + HANT)
    expect(page.locator("form.calculator-form")).to_be_hidden()
    expect(page.locator(".calculator-needs")).to_be_visible()
    page.locator(".calculator-needs a").click()
    expect(page.locator("h1")).to_have_text("罰則總表")
    page.goto(address + HANT)
    page.locator("[data-article=art-12]").click()
    expect(page.locator("#consequence")).to_contain_text("違反本條的後果")
    context.close()


def test_from_a_disk(browser: Browser, built: Built, tmp_path: Path) -> None:
    """The bundle, unpacked and opened from the disk: the rows are there and the address of a question works."""
    with zipfile.ZipFile(built.bundle) as bundle:
        bundle.extractall(tmp_path)
    found = next(tmp_path.rglob(f"{HANT}index.html"))
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{found.as_uri()}?article=art-12&gain=80000")
    expect(_row(page, "80,000–800,000 元")).to_be_visible()
    page.fill(AMOUNT, "1")
    expect(_row(page, "20 萬元以下")).to_be_visible()
    _row(page, "20 萬元以下").locator("a").click()
    expect(page.locator("[id='f-57.1-3-hant']")).to_have_text("處二十萬元以下罰款")
    assert not faults
    context.close()


@pytest.mark.parametrize(
    "question", ["", "?article=art-38&branch=serious&subject=organisation", "?article=x&gain=y"]
)
def test_axe_finds_nothing_in_an_answer(browser: Browser, address: str, question: str) -> None:
    """In both palettes, wide and narrow; nothing is wider than a phone."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, bypass_csp=True, reduced_motion="reduce"
    )
    context.add_init_script("try { localStorage.setItem('duizhao.palette', 'default') } catch (e) {}")
    page = context.new_page()
    page.goto(address + HANT + question)
    expect(
        page.locator("[data-status]" if "x" not in question else "#calculator-article-help")
    ).not_to_be_empty()
    found = violations(page)
    page.set_viewport_size({"width": 390, "height": 900})
    found += violations(page)
    assert not found, "\n".join(found[:30])
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
