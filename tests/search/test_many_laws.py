"""One law among many, for a reader: which law is shown, which are left, and which one is said to lack an article."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import served
from tests.search.harness import write_harness

pytestmark = pytest.mark.browser
HITS = "#search-results a"
TITLES = "#search-results .law-title"
STATUS = "#search-status"
LAWS = "#search-filters .facet[data-facet^='law ']"
FIELD = "dialog[data-search-dialog] input[type=search]"
BOX = "[data-search-results]"


@pytest.fixture(scope="module", params=["http", "disk"])
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where article 2 of the first of six laws is; two are opened besides the one that is being read."""
    folder = tmp_path_factory.mktemp("many") / request.param
    write_harness(folder, disk=request.param == "disk", more=4, most=2)
    path = "zh-hant/law/draft/art-2/"
    if request.param == "disk":
        yield (folder / path / "index.html").as_uri()
        return
    with served(folder) as address:
        yield address + path


def _results(start: str) -> str:
    return start.replace("law/draft/art-2/", "search/")


def test_the_results_are_narrowed_by_law(page: Page, start: str) -> None:
    """Each law with its count; the one that is chosen stands in the address and is shown alone, also when opened again."""
    page.goto(f"{_results(start)}?q=范围")
    expect(page.locator(LAWS)).to_have_text(["全部法律 3", "網絡法 2", "另法 1"])
    expect(page.locator(LAWS).nth(0)).to_have_attribute("aria-pressed", "true")
    page.locator(LAWS).nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator(TITLES)).to_have_text(["網絡法"])
    expect(page.locator(STATUS)).to_have_text("查得條文 1 條、對條文的意見 1 則，共 2 處。")
    expect(page.locator(LAWS).nth(1)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(LAWS).nth(1)).to_be_focused()
    assert "law=law" in page.url
    page.reload()
    expect(page.locator(LAWS)).to_have_text(["全部法律 3", "網絡法 2", "另法 1"])
    expect(page.locator(TITLES)).to_have_text(["網絡法"])
    page.locator(LAWS).nth(0).click()
    expect(page.locator(TITLES)).to_have_text(["網絡法", "另法"])
    assert "law=" not in page.url


def test_laws_are_chips_on_a_phone(page: Page, start: str) -> None:
    """In a row of their own."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{_results(start)}?q=范围")
    chips = page.locator(".law-chips button")
    expect(chips).to_have_text(["全部法律 3", "網絡法 2", "另法 1"])
    chips.nth(2).click()
    expect(page.locator(TITLES)).to_have_text(["另法"])
    expect(chips.nth(2)).to_be_focused()


def test_where_one_law_is_shown_the_others_are_told(page: Page, start: str) -> None:
    """How much they have, with the way to it; also where the law that is shown has nothing."""
    page.goto(f"{_results(start)}?q=范围&law=zother")
    scope = page.locator("#search-scope")
    expect(scope).to_contain_text("只列《另法》。另在 1 部法律中查得條文 1 條、對條文的意見 1 則，共 2 處。")
    expect(page.locator(TITLES)).to_have_text(["另法"])
    scope.locator("button").click()
    expect(page.locator(TITLES)).to_have_text(["網絡法", "另法"])
    expect(scope).to_be_empty()
    page.goto(f"{_results(start)}?q=实名&law=zother")
    expect(page.locator(STATUS)).to_have_text("《另法》中沒有查得「实名」。")
    expect(scope).to_contain_text("另在 1 部法律中查得條文 1 條，共 1 處。")
    expect(page.locator(HITS)).to_have_count(0)
    expect(page.locator("#search-proposals")).to_be_empty()


def test_a_law_that_the_site_does_not_have_hides_nothing(page: Page, start: str) -> None:
    """An old address still finds."""
    page.goto(f"{_results(start)}?q=范围&law=gone")
    expect(page.locator(HITS)).to_have_count(3)


def test_the_box_leads_to_its_law_and_to_all(page: Page, start: str) -> None:
    """Of the law that is being read, and beside it of all."""
    page.goto(start)
    page.locator("[data-search-open]").click()
    page.locator(FIELD).fill("范围")
    ways = page.locator(".search-foot a:visible")
    expect(ways).to_have_text(["本法全部結果", "各法全部結果"])
    ways.nth(0).click()
    page.wait_for_url("**law=law")
    expect(page.locator(TITLES)).to_have_text(["網絡法"])
    page.goto(start)
    page.locator("[data-search-open]").click()
    page.locator(FIELD).fill("范围")
    expect(page.locator(f"{BOX} .law-title")).to_have_count(2)
    page.locator("[data-search-others]").click()
    expect(page.locator(TITLES)).to_have_text(["網絡法", "另法"])


def test_proposals_count_articles_and_opinions_apart(page: Page, start: str) -> None:
    """條 of provisions, 則 of opinions, in the unit of each."""
    page.goto(f"{_results(start)}?q=組網 口袋罪")
    expect(page.locator(".proposal-count").first).to_have_text("1 則，1 處")
    page.goto(f"{_results(start)}?q=范围 口袋罪")
    expect(page.locator(".proposal-count").first).to_have_text("2 條、1 則，3 處")
    page.goto(f"{_results(start)}?q=范围 口袋罪".replace("zh-hant", "zh-hans"))
    expect(page.locator(".proposal-count").first).to_have_text("2 条、1 则，3 处")


def test_only_the_law_that_is_meant_is_said_to_lack_an_article(page: Page, start: str) -> None:
    """The one that is being read or shown, or that is named; without either none."""
    page.goto(f"{_results(start)}?q=99")
    expect(page.locator("#search-proposals h2")).to_have_text("沒有查得「99」")
    expect(page.locator("#search-notices")).to_be_empty()
    expect(page.locator("#search-results")).to_have_text("")
    page.goto(f"{_results(start)}?q=99&law=zother")
    expect(page.locator("#search-notices")).to_have_text("《另法》只有 2 條。最後一條： 第二條")
    page.goto(f"{_results(start)}?q=網絡法第99條")
    expect(page.locator("#search-notices")).to_have_text("《網絡法》只有 3 條。最後一條： 第三條")
    page.goto(start)
    page.locator("[data-search-open]").click()
    notices = page.locator(f"{BOX} .search-notice")
    page.locator(FIELD).fill("99")
    expect(notices).to_have_text(["本法只有 3 條。最後一條： 第三條"])
    page.locator(FIELD).fill("另法第99條")
    expect(notices).to_have_text(["《另法》只有 2 條。最後一條： 第二條"])


def test_laws_are_left_until_they_are_asked_for(page: Page, many: str) -> None:
    """The page says how many, opens as many again at each press, and claims nothing of those that it has not read."""
    page.goto(f"{_results(many)}?q=实名")
    more = page.locator("#search-proposals .search-more")
    expect(more).to_have_text("尚有 4 部法律，繼續查找")
    expect(page.locator(TITLES)).to_have_text(["網絡法"])
    more.click()
    expect(page.locator(TITLES)).to_have_text(["網絡法", "第0法", "第1法"])
    expect(more).to_have_text("尚有 2 部法律，繼續查找")
    more.click()
    expect(page.locator(TITLES)).to_have_text(["網絡法", "第0法", "第1法", "第2法", "第3法"])
    expect(more).to_have_count(0)
    expect(page.locator(STATUS)).to_have_text("在 5 部法律中查得條文 5 條，共 5 處。")
    expect(page.locator(LAWS)).to_have_count(6)


def test_nothing_so_far_is_not_nothing(page: Page, many: str) -> None:
    """Of laws that were not read nothing is denied; once they are, what was proposed goes if something is found."""
    page.goto(f"{_results(many)}?q=第3部")
    more = page.locator("#search-proposals .search-more")
    expect(page.locator(STATUS)).to_have_text("在已查找的 2 部法律中沒有查得「第3部」。")
    expect(page.locator("#search-proposals")).not_to_contain_text("都沒有")
    more.click()
    expect(more).to_have_text("尚有 2 部法律，繼續查找")
    more.click()
    expect(page.locator(TITLES)).to_have_text(["第3法"])
    expect(page.locator("#search-proposals")).to_be_empty()


def test_the_box_says_that_laws_are_left(page: Page, many: str) -> None:
    """With the way to the page where they can be asked for."""
    page.goto(many)
    page.locator("[data-search-open]").click()
    page.locator(FIELD).fill("实名")
    left = page.locator("[data-search-left]")
    expect(left).to_have_text("另有 3 部法律尚未查找。 到結果頁繼續")
    left.locator("a").click()
    page.wait_for_url("**/search/**")
    expect(page.locator("#search-proposals .search-more")).to_be_visible()
