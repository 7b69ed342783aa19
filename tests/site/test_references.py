"""References as a reader meets them: both directions, previews, the way back, the diagram; from http and from a folder."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.conftest import EDITION, LAW, ROOT, Built

pytestmark = [pytest.mark.site, pytest.mark.browser]
HANT = f"zh-hant/{LAW}/{EDITION}/"
HANS = f"zh-hans/{LAW}/{EDITION}/"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A narrow window that is touched."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, locale="zh-TW")
    yield context.new_page()
    context.close()


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


# Previews


def test_pointing_at_a_reference_shows_its_text(page: Page, address: str) -> None:
    """After a moment, beside the link; it stays while pointed at itself, Escape and leaving close it."""
    page.goto(f"{address}{HANT}art-58/")
    box = page.locator("[data-preview]")
    link = _ref(page, "第十四條")
    link.hover()
    expect(box).to_be_visible()
    expect(box).to_have_attribute("role", "tooltip")
    expect(link).to_have_attribute("aria-describedby", box.get_attribute("id") or "")
    expect(box).to_contain_text("（六）其他由省級以上公安機關")
    box.hover()
    page.wait_for_timeout(600)
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
@pytest.mark.parametrize("palette", ["default", "slate"])
def test_axe_finds_nothing(browser: Browser, address: str, width: int, palette: str) -> None:
    """References page, an article with all parts of the section, an open preview, the way back."""
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    context.add_init_script(f"try {{ localStorage.setItem('duizhao.palette', '{palette}') }} catch (e) {{}}")
    page = context.new_page()
    script = AXE.read_text(encoding="utf-8")
    found = []
    page.goto(f"{address}{HANT}references/")
    found += _violations(page, script)
    page.goto(f"{address}{HANT}art-60/")
    _ref(page, "第十七條第一款").click()
    page.wait_for_url("**/art-17/#p1")
    page.locator(".cites a.ref, .text a.ref, .opinions a.ref").first.focus()
    page.wait_for_timeout(500)
    found += _violations(page, script)
    page.goto(f"{address}{HANT}art-59/")
    _ref(page, "第十九條").focus()
    expect(page.locator("[data-preview]")).to_be_visible()
    found += _violations(page, script)
    context.close()
    assert not found, "\n".join(found[:20])


def _violations(page: Page, script: str) -> list[str]:
    page.evaluate(script)
    result = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [
        f"{page.url}: {v['id']} x{len(v['nodes'])} {v['nodes'][0]['html'][:160]} {v['nodes'][0].get('failureSummary', '')[:200]}"
        for v in result["violations"]
    ]
