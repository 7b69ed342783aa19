"""What a reader does: chooses a script, walks through the law, searches, jumps, copies; from http and from a folder."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import EDITION, LAW, Built, settle

pytestmark = [pytest.mark.site, pytest.mark.browser]
HANT, HANS = f"zh-hant/{LAW}/{EDITION}/", f"zh-hans/{LAW}/{EDITION}/"


def _columns(page: Page) -> tuple[bool, bool]:
    """Is the first row's text seen in Traditional, in Simplified?"""
    row = page.locator("#p1")
    return row.locator("p[lang=zh-Hant]").is_visible(), row.locator("p[lang=zh-Hans]").is_visible()


def test_each_tree_puts_its_own_script_first(page: Page, address: str) -> None:
    """Traditional left in zh-hant, Simplified left in zh-hans; both are shown."""
    for base, first in ((HANT, "zh-Hant"), (HANS, "zh-Hans")):
        page.goto(address + base + "art-12/")
        assert _columns(page) == (True, True)
        boxes = {lang: page.locator(f"#p1 p[lang={lang}]").bounding_box() for lang in ("zh-Hant", "zh-Hans")}
        left = min(boxes, key=lambda lang: boxes[lang]["x"])
        assert left == first
        assert page.locator("html").get_attribute("lang") == first


def test_the_view_is_remembered(page: Page, address: str) -> None:
    """繁 hides Simplified on this page, after a reload and on the next page; 對照 brings it back."""
    page.goto(address + HANT + "art-12/")
    page.click("[data-view-choice=hant]")
    assert _columns(page) == (True, False)
    page.reload()
    assert _columns(page) == (True, False)
    page.goto(address + HANT + "art-13/")
    assert _columns(page) == (True, False)
    assert page.locator("[data-view-choice=hant]").get_attribute("aria-pressed") == "true"
    page.click("[data-view-choice=both]")
    assert _columns(page) == (True, True)


def test_without_scripts_everything_is_there(browser: Browser, address: str) -> None:
    """Both scripts, opinions, links and neighbours; no control that would do nothing."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + HANT + "art-12/")
    assert _columns(page) == (True, True)
    expect(page.locator("#opinions")).to_contain_text("兜底条款存在泛化风险")
    expect(page.locator("[data-view-control]")).to_be_hidden()
    expect(page.locator("[data-search-open]")).to_be_hidden()
    page.click("a[rel=next]")
    expect(page.locator("h1")).to_contain_text("第十三條")
    context.close()


def test_arrow_keys_walk_through_the_law(page: Page, address: str) -> None:
    """Right to the next article, left back; not while typing."""
    page.goto(address + HANT + "art-12/")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("art-13/"))
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile("art-12/"))
    page.keyboard.press("/")
    page.keyboard.type("实名")
    page.keyboard.press("ArrowLeft")
    settle(page)
    assert "art-12" in page.url


def test_permalinks_mark_their_row(page: Page, address: str) -> None:
    """An address with a fragment lands on the 項, the same in both trees, and the switch of script keeps it."""
    page.goto(address + HANT + "art-14/#p1-i6")
    assert page.evaluate("document.querySelector(':target').id") == "p1-i6"
    page.click("[data-locale-switch]")
    page.wait_for_url(re.compile("zh-hans/.*art-14/#p1-i6"))
    assert page.evaluate("document.querySelector(':target').id") == "p1-i6"


@pytest.mark.parametrize(
    ("word", "expected"),
    [("口袋条款", "art-14"), ("動態身份核驗", "art-16"), ("动态身份核验", "art-16"), ("範圍", "art-4"), ("范围", "art-4"),
     ("第57條", "art-57"), ("57", "art-57"), ("五十七", "art-57"), ("VPN", "art-39"), ("言論自由", "art-28")],
)  # fmt: skip
def test_search_finds_a_word_in_either_script(page: Page, address: str, word: str, expected: str) -> None:
    """Words from the middle of a text, in the other script, in another spelling, and article numbers."""
    page.goto(address + HANT)
    page.click("[data-search-open]")
    page.keyboard.insert_text(word)
    link = page.locator(f"[data-search-results] a[href*='{expected}/']").first
    expect(link).to_be_visible(timeout=5000)
    link.click()
    page.wait_for_url(re.compile(expected))


def test_search_says_when_nothing_is_found(page: Page, address: str) -> None:
    """No hit is no hit."""
    page.goto(address + HANT)
    page.keyboard.press("/")
    page.keyboard.insert_text("量子糾纏")
    expect(page.locator("[data-search-status]")).to_contain_text("沒有查得", timeout=5000)
    assert page.locator("[data-search-results] a").count() == 0
    page.keyboard.press("Escape")
    expect(page.locator("[data-search-dialog]")).to_be_hidden()


def test_no_search_data_before_the_first_search(page: Page, address: str) -> None:
    """Search files are asked for on first use only."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + HANT + "art-12/", wait_until="networkidle")
    assert not [u for u in asked if "/search/" in u]


@pytest.mark.parametrize("typed", ["57", "第57条", "五十七", "５７"])
def test_jump_box(page: Page, address: str, typed: str) -> None:
    """A number in any manner leads to its article."""
    page.goto(address + HANT)
    page.fill("form[data-jump] input", typed)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("art-57/"))


def test_jump_box_refuses_what_is_not_there(page: Page, address: str) -> None:
    """Article 99 does not exist, and the box says so."""
    page.goto(address + HANT)
    page.fill("form[data-jump] input", "99")
    page.keyboard.press("Enter")
    expect(page.locator("form[data-jump] [role=status]")).not_to_be_empty()
    settle(page)
    assert page.url.endswith(HANT)


def test_dark_palette(page: Page, address: str) -> None:
    """The button changes the palette and it stays."""
    page.goto(address + HANT + "art-12/")
    before = page.evaluate("document.body.dataset.mdColorScheme")
    page.click("[data-palette-toggle]")
    after = page.evaluate("document.body.dataset.mdColorScheme")
    assert {before, after} == {"default", "slate"}
    page.goto(address + HANT + "art-13/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == after


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
@pytest.mark.parametrize("name", ["", "art-12/", "art-60/", "opinions/", "provenance/", "explanation/"])
def test_nothing_runs_out_of_the_window(browser: Browser, address: str, width: int, name: str) -> None:
    """No sideways scrolling of the page at any width."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address + HANT + name)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize(("width", "least"), [(1024, 25), (1280, 20), (1440, 25), (1920, 25)])
def test_columns_hold_25_to_40_characters(browser: Browser, address: str, width: int, least: int) -> None:
    """A column of law text is neither narrow nor wide; beside opinions at 1280 px it holds 20."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for name, fewest in (("art-12/", least), ("art-3/", 25), ("ch-2/", 25)):
        page.goto(address + HANT + name)
        size = page.evaluate(
            "() => { const p = document.querySelector('.row p'); return p.clientWidth / parseFloat(getComputedStyle(p).fontSize) }"
        )
        assert fewest <= size <= 40, (name, width, size)
    context.close()


def test_an_article_without_opinions_takes_the_width(page: Page, address: str) -> None:
    """No empty margin where nobody said anything."""
    widths = {}
    for name in ("art-12/", "art-13/"):
        page.goto(address + HANT + name)
        widths[name] = page.locator("section.text").bounding_box()["width"]
    assert widths["art-13/"] > widths["art-12/"] * 1.2


def test_quoted_words_are_marked_in_both_scripts(page: Page, address: str) -> None:
    """The words that opinion 1 on article 12 quotes are marked with its number in either column."""
    page.goto(address + HANT + "art-12/")
    for lang, words in (
        ("zh-Hant", "辦理互聯網信息發布、即時通訊等服務"),
        ("zh-Hans", "办理互联网信息发布、即时通讯等服务"),
    ):
        assert words in "".join(page.locator(f"#p1 p[lang={lang}] mark").all_inner_texts())


def test_a_difference_between_quote_and_law_is_shown(page: Page, address: str) -> None:
    """The quoted article 35 differs by a no-break space at the end of a line, and its page says so."""
    page.goto(address + HANT + "art-35/")
    expect(page.locator("#quotes")).to_contain_text("U+00A0")


def test_general_opinions_appear_on_the_articles_they_list(page: Page, address: str) -> None:
    """Article 16 stands in the list 第4/16/36…条 of the first general opinion."""
    page.goto(address + HANT + "art-16/")
    assert page.locator("a[href*='general/#lucyqin-g1']").count() >= 1


def test_offline_bundle(browser: Browser, built: Built, tmp_path: Path) -> None:
    """From a folder, network off: links, styles, view control, search."""
    with zipfile.ZipFile(built.bundle) as bundle:
        bundle.extractall(tmp_path)
    root = next(tmp_path.rglob("zh-hant")).parent
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    # a page that is left gives up what it was still fetching, which is no fault
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else faults.append(request.url),
    )
    page.goto((root / "index.html").as_uri())
    page.locator("a[href*='zh-hant']").first.click()
    page.locator(f"a[href*='{LAW}']").first.click()
    page.locator("a[href*='art-12/']").first.click()
    expect(page.locator("h1")).to_contain_text("第十二條")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor")
        != "rgba(0, 0, 0, 0)"
    )
    page.click("[data-view-choice=hans]")
    assert _columns(page) == (False, True)
    page.keyboard.press("ArrowRight")
    page.wait_for_url(
        re.compile("art-13/index.html")
    )  # and for its scripts: keys pressed before are nobody's
    expect(page.locator("h1")).to_contain_text("第十三条")
    page.keyboard.press("/")
    expect(page.locator("[data-search-dialog]")).to_be_visible()
    page.keyboard.insert_text("告誡書")
    page.locator("[data-search-results] a[href*='art-49/']").first.click()
    page.wait_for_url(re.compile("art-49/index.html"))
    page.locator("a[rel=prev]").last.click()
    page.wait_for_url(re.compile("art-48/index.html"))
    context.close()
    assert not faults, faults
