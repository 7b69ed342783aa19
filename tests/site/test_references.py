"""References as a reader meets them: both directions, the page with its diagram."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import EDITION, LAW, Built
from tests.site.test_accessibility import violations

pytestmark = [pytest.mark.site, pytest.mark.browser]
HANT = f"zh-hant/{LAW}/{EDITION}/"
HANS = f"zh-hans/{LAW}/{EDITION}/"


def _ref(page: Page, words: str, script: str = "hant"):
    return page.locator(f"[data-script={script}] a.ref", has_text=re.compile(f"^{words}$")).first


# Both directions


def test_an_article_says_who_cites_it_and_in_which_words(built: Built, page: Page, address: str) -> None:
    """第十七條第三款 is cited by article 58 and 第一款 by the first 項 of article 60: sentence, words, link to the place."""
    page.goto(f"{address}{HANT}art-17/")
    entry = page.locator("#cited-p3")
    assert entry.locator(".cites-place a").first.get_attribute("href") == "../art-58/#p1"
    assert entry.locator("[lang=zh-Hant] mark.citing").inner_text() == "第十七條第三款"
    assert entry.locator("[lang=zh-Hans] mark.citing").inner_text() == "第十七条第三款"
    assert "第三款" in entry.locator(".cites-note").inner_text()
    assert page.locator("#cited-p1 .cites-place a").first.get_attribute("href") == "../art-60/#p1-i1"
    page.locator("#p3 .row-cited a").click()
    expect(page.locator("#cited-p3")).to_be_in_viewport()


def test_a_range_is_told_on_each_of_its_members(built: Built) -> None:
    """Articles 19 to 33 each show article 59 among those that cite them; article 34 does not."""
    for n in range(19, 34):
        assert 'href="../art-59/#p1"' in _cites(built, n), n
    assert 'href="../art-59/#p1"' not in _cites(built, 34)


def test_what_an_article_cites_is_what_cites_the_other(built: Built) -> None:
    """Each link of 引用 in one article has its counterpart among 被引用 of the other."""
    pairs = 0
    for n in range(1, 69):
        out = re.search(r'<ul class="cites-out">.*?</ul>', built.page(f"{HANT}art-{n}/"), re.DOTALL)
        for goal in set(re.findall(r'href="\.\./art-(\d+)/', out[0])) if out else ():
            if int(goal) != n:
                assert f'href="../art-{n}/#' in _cites(built, int(goal)), (n, goal)
                pairs += 1
    assert pairs == 40


def _cites(built: Built, article: int) -> str:
    _, _, section = built.page(f"{HANT}art-{article}/").partition('<section class="cites"')
    return section.partition("</section>")[0]


# The page and its diagram


def test_the_table_and_the_diagram_say_the_same(built: Built, page: Page, address: str) -> None:
    """Each arc is a row of the table, ranges opened; each row from one article to another is an arc."""
    page.goto(f"{address}{HANT}references/")
    arcs = {
        tuple(arc.split())
        for arc in page.locator("[data-arc]").evaluate_all("all => all.map(a => a.dataset.arc)")
    }
    rows: set[tuple[str, str]] = set()
    table = page.locator("section:has(> #from-article) tbody tr")
    for source, targets in table.evaluate_all(
        "all => all.map(r => [r.querySelector('th a').getAttribute('href'),"
        "[...r.querySelectorAll('td a.ref')].map(a => a.dataset.ref || a.getAttribute('href'))])"
    ):
        here = int(re.search(r"art-(\d+)", source)[1])
        for target in targets:
            if ids := re.findall(r"art-(\d+)", target):
                goals = range(int(ids[0]), int(ids[-1]) + 1)
                rows |= {(str(here - 1), str(goal - 1)) for goal in goals if goal != here}
    assert rows == arcs
    assert len(arcs) == 40


@pytest.mark.parametrize("name", ["", "references/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_of_the_diagram_is_cut_off(browser: Browser, address: str, name: str, width: int) -> None:
    """All arcs, dots and labels lie inside the picture; on a phone it is scrolled within its own named region."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{address}{HANT}{name}")
    outside = page.evaluate(
        """() => { const svg = document.querySelector('.arcs svg'), s = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('path, circle, rect, text')].filter(e => { const b = e.getBoundingClientRect();
        return b.left < s.left || b.right > s.right || b.top < s.top || b.bottom > s.bottom; }).length; }"""
    )
    assert outside == 0
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    region = page.get_by_role("region", name="引用關係圖")
    assert region.get_attribute("tabindex") == "0"
    if width < 900:
        assert region.evaluate("e => e.scrollWidth > e.clientWidth")
    assert page.locator(".arcs [data-tick]").count() == 68
    boxes = page.locator(".arcs rect").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.width, b.height])"
    )
    assert all(w >= 24 and h >= 24 for w, h in boxes)
    context.close()


def test_an_article_of_the_diagram_lights_its_arcs_and_leads_to_it(page: Page, address: str) -> None:
    """By pointer and by keyboard; what it cites and who cites it look different; Enter opens the article."""
    page.goto(f"{address}{HANT}references/")
    tick = page.locator("[data-tick='57']")
    tick.focus()
    expect(page.locator(".arcs-lines .is-out")).to_have_count(4)
    expect(page.locator(".arcs-lines .is-in")).to_have_count(0)
    page.locator("[data-tick='13'] rect").hover()
    expect(page.locator(".arcs-lines .is-in")).to_have_count(1)
    assert "被 1 條引用" in (page.locator("[data-tick='13']").get_attribute("aria-label") or "")
    tick.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/art-58/")


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(browser: Browser, address: str, width: int) -> None:
    """An article with all parts of the section, an open preview, the way back, in both palettes."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, bypass_csp=True, reduced_motion="reduce"
    )
    context.add_init_script("try { localStorage.setItem('duizhao.palette', 'default') } catch (e) {}")
    page = context.new_page()
    page.goto(f"{address}{HANT}art-60/")
    _ref(page, "第十七條第一款").click()
    page.wait_for_url("**/art-17/#p1")
    page.locator(".cites a.ref, .text a.ref, .opinions a.ref").first.focus()
    expect(page.locator("[data-preview]")).to_be_visible()
    found = violations(page)
    page.goto(f"{address}{HANT}art-59/")
    _ref(page, "第十九條").focus()
    expect(page.locator("[data-preview]")).to_be_visible()
    found += violations(page)
    context.close()
    assert not found, "\n".join(found[:20])
