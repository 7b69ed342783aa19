"""WCAG 2.2 AA by axe on each kind of page, light and dark, wide and narrow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.conftest import EDITION, LAW, ROOT

pytestmark = [pytest.mark.site, pytest.mark.browser]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMES = [
    "",
    "ch-2/",
    "art-1/",
    "art-12/",
    "art-35/",
    "notice/",
    "explanation/",
    "general/",
    "opinions/",
    "provenance/",
]
PAGES = [f"zh-hant/{LAW}/{EDITION}/{n}" for n in NAMES] + [
    "", "404.html", "zh-hant/", "zh-hans/", "zh-hant/about/", "zh-hant/add-a-law/",
    f"zh-hans/{LAW}/{EDITION}/art-12/", f"zh-hans/{LAW}/{EDITION}/",
]  # fmt: skip


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("palette", ["default", "slate"])
def test_axe_finds_nothing(browser: Browser, address: str, width: int, palette: str) -> None:
    """No violation on any kind of page; the search dialog too."""
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    context.add_init_script(f"try {{ localStorage.setItem('duizhao.palette', '{palette}') }} catch (e) {{}}")
    page = context.new_page()
    script = AXE.read_text(encoding="utf-8")
    found = []
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.body.dataset.mdColorScheme") == palette
        found += _violations(page, script, path)
    page.goto(f"{address}zh-hant/{LAW}/{EDITION}/art-12/")
    page.keyboard.press("/")
    page.wait_for_selector("[role=dialog]:visible")
    page.keyboard.type("实名")
    page.wait_for_timeout(600)
    found += _violations(page, script, "search")
    context.close()
    assert not found, "\n".join(found[:30])


def _violations(page, script: str, name: str) -> list[str]:
    page.evaluate(script)
    result = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [
        f"{name}: {v['id']} x{len(v['nodes'])} {v['nodes'][0]['html'][:160]} {v['nodes'][0].get('failureSummary', '')[:200]}"
        for v in result["violations"]
    ]
