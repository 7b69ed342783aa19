"""WCAG 2.2 AA by axe on each kind of page, light and dark, wide and narrow."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import EDITION, LAW, ROOT, Built

pytestmark = [pytest.mark.site, pytest.mark.browser]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What else the dark palette can break: it changes colours and nothing else.
COLOURS = ["color-contrast", "link-in-text-block"]
HANT, HANS = f"zh-hant/{LAW}/{EDITION}/", f"zh-hans/{LAW}/{EDITION}/"
PAGES = [
    "", "404.html", "zh-hant/", "zh-hans/about/", "zh-hant/search/", "zh-hans/search/?q=网路", "zh-hant/search/?q=第12條 翻牆", "zh-hans/wording/", "zh-hant/add-a-law/", "zh-hant/verify/", HANT, f"{HANS}ch-2/", f"{HANT}art-12/", f"{HANS}art-35/",
    f"{HANT}notice/", f"{HANS}explanation/", f"{HANT}general/", f"{HANS}opinions/", f"{HANT}provenance/", f"{HANS}references/", f"{HANT}terms/", f"{HANT}penalties/", f"{HANT}penalty-coverage/", f"{HANT}penalty-calculator/", f"{HANT}art-57/",
]  # fmt: skip


@pytest.fixture
def free(browser: Browser) -> Page:
    """A window where axe may run, which the site's policy would not let in."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, bypass_csp=True, reduced_motion="reduce"
    )
    context.add_init_script("try { localStorage.setItem('duizhao.palette', 'default') } catch (e) {}")
    yield context.new_page()
    context.close()


def test_no_kind_of_page_is_left_out(built: Built) -> None:
    """Whatever kinds of pages the site has, one of each is looked at here, and pages of both trees."""

    def kind(html: str) -> str:
        return re.search(r' data-kind="([^"]*)"', html)[1]  # type: ignore[index]

    all_kinds = {kind(path.read_text(encoding="utf-8")) for path in built.site.rglob("*.html")}
    assert {kind(built.page(path.partition("?")[0])) for path in PAGES} == all_kinds


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(free: Page, address: str, path: str) -> None:
    """No violation, in both palettes and at two widths."""
    free.goto(address + path)
    found = violations(free)
    free.set_viewport_size({"width": 390, "height": 900})
    found += violations(free)
    assert not found, "\n".join(found[:30])


@pytest.mark.parametrize("query", ["实名", "第12條 網路", "翻牆 個人", "99"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_the_search_box(free: Page, address: str, width: int, query: str) -> None:
    """With hits, with what it names, with nothing found, with a number that the law does not have."""
    free.set_viewport_size({"width": width, "height": 900})
    free.goto(f"{address}{HANT}art-12/")
    free.keyboard.press("/")
    free.keyboard.insert_text(query)
    expect(free.locator("[data-search-results] a, [data-search-proposals] a").first).to_be_visible()
    expect(free.locator("[data-search-status]")).to_contain_text(re.compile("查得|找到"))
    free.keyboard.press("ArrowDown")
    found = violations(free)
    assert not found, "\n".join(found[:30])


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is: by all rules in the light palette, by those of colours in the dark one."""
    page.evaluate(AXE)
    found = []
    for palette, rules in (("default", TAGS), ("slate", COLOURS)):
        page.evaluate("palette => duizhao.applyPalette(palette)", palette)
        assert page.evaluate("document.body.dataset.mdColorScheme") == palette
        result = page.evaluate(
            "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules
        )
        found += [
            f"{page.url} {palette}: {v['id']} x{len(v['nodes'])} {v['nodes'][0]['html'][:160]} {v['nodes'][0].get('failureSummary', '')[:200]}"
            for v in result["violations"]
        ]
    page.evaluate("duizhao.applyPalette('default')")
    return found
