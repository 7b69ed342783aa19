"""Chips and sorting of the table of penalties: what is shown, what is said, what the address keeps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import EDITION, LAW

pytestmark = [pytest.mark.site, pytest.mark.browser]
HANT = f"zh-hant/{LAW}/{EDITION}/penalties/"
ROWS = "tr.penalty-row:visible"


def _chip(page: Page, group: str, key: str):
    return page.locator(f"[data-filter={group}] [data-key='{key}']")


def test_chips_within_a_group_and_between_groups(page: Page, address: str) -> None:
    """Either of two measures, and serious only; articles without rows vanish; 全部 brings a group back."""
    page.goto(address + HANT)
    every = page.locator(ROWS).count()
    expect(page.locator("[data-penalty-shown]")).to_be_empty()
    _chip(page, "kind", "detention").click()
    expect(_chip(page, "kind", "detention")).to_have_attribute("aria-pressed", "true")
    expect(_chip(page, "kind", "")).to_have_attribute("aria-pressed", "false")
    detentions = page.locator(ROWS).count()
    assert 0 < detentions < every
    expect(page.locator("[data-penalty-shown]")).to_have_text(f"顯示 {detentions} 行，共 {every} 行")
    expect(page.locator("#art-60")).to_be_hidden()
    expect(page.locator("#art-57")).to_be_visible()
    _chip(page, "kind", "fine").click()
    assert page.locator(ROWS).count() > detentions
    _chip(page, "branch", "serious").click()
    assert set(page.locator(ROWS).evaluate_all("rows => rows.map(r => r.dataset.branch)")) == {"serious"}
    expect(page).to_have_url(re.compile(r"\?kind=detention,fine&branch=serious$"))
    _chip(page, "branch", "").click()
    _chip(page, "kind", "").click()
    assert page.locator(ROWS).count() == every
    expect(page).to_have_url(address + HANT)
    reset = page.locator("[data-reset]")
    expect(reset).to_be_hidden()
    _chip(page, "kind", "fine").click()
    _chip(page, "branch", "serious").click()
    reset.click()
    assert page.locator(ROWS).count() == every
    expect(_chip(page, "kind", "")).to_be_focused()
    expect(page).to_have_url(address + HANT)


def test_the_address_says_what_is_pressed(page: Page, address: str) -> None:
    """Also a body by its name; what no chip has is left aside."""
    page.goto(address + HANT + "?kind=fine,nonsense&authority=公安机关")
    expect(_chip(page, "kind", "fine")).to_have_attribute("aria-pressed", "true")
    expect(_chip(page, "authority", "公安机关")).to_have_attribute("aria-pressed", "true")
    kinds = page.locator(ROWS).evaluate_all("rows => rows.map(r => r.dataset.kind.split(' ')[0])")
    assert set(kinds) == {"fine"}


def test_what_one_kind_of_business_risks(page: Page, address: str) -> None:
    """Whom an article addresses by name has a chip of its own; its highest figure stands first."""
    page.goto(address + HANT)
    _chip(page, "subject", "电信、金融、互联网等服务提供者").click()
    page.locator("[data-sort=value]").click()
    shown = page.locator("tr.penalty-row:visible")
    assert set(shown.locator(".penalty-subject [lang]").all_inner_texts()) == {
        "電信、金融、互聯網等服務提供者"
    }
    expect(shown.first.locator(".penalty-figure")).to_have_text("50 萬–500 萬元")


def test_rows_by_their_figure(page: Page, address: str) -> None:
    """The highest first within each article, arms of a list together; pressed again as in the text; remembered."""
    page.goto(address + HANT)
    order = "rows => rows.map(r => r.id)"
    rows = page.locator("#art-61 tr.penalty-row")
    as_written = rows.evaluate_all(order)
    sort = page.locator("[data-sort=value]")
    sort.click()
    expect(sort).to_have_attribute("aria-pressed", "true")
    assert rows.evaluate_all(order) == ["r-61.1-2", "r-61.1-3", "r-61.1-1", "r-61.1-4"]
    groups = page.locator(".penalty-group")
    assert groups.evaluate_all(order)[:4] == ["art-60", "art-58", "art-59", "art-61"]
    expect(page).to_have_url(re.compile(r"\?sort=value$"))
    page.reload()
    assert rows.evaluate_all(order)[0] == "r-61.1-2"
    sort.click()
    assert rows.evaluate_all(order) == as_written
    written = groups.evaluate_all(order)
    assert written == sorted(written, key=lambda name: int(name.removeprefix("art-")))
    expect(sort).to_be_focused()


def test_the_page_does_not_jump_and_keys_are_enough(page: Page, address: str) -> None:
    """What was pressed stays where it was, and keeps the focus."""
    page.goto(address + HANT)
    chip = _chip(page, "kind", "confiscation")
    chip.focus()
    before = chip.bounding_box()
    page.keyboard.press("Enter")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip).to_be_focused()
    after = chip.bounding_box()
    assert before and after and abs(before["y"] - after["y"]) < 1
    page.keyboard.press("Space")
    expect(chip).to_have_attribute("aria-pressed", "false")


def test_a_link_to_a_hidden_row_shows_it(page: Page, address: str) -> None:
    """As the address of a row that somebody pastes."""
    page.goto(address + HANT + "?kind=detention")
    expect(page.locator("[id='r-60.1-5']")).to_be_hidden()
    page.evaluate("location.hash = 'r-60.1-5'")
    expect(page.locator("[id='r-60.1-5']")).to_be_in_viewport()
    expect(_chip(page, "kind", "")).to_have_attribute("aria-pressed", "true")
