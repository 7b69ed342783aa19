"""The quote verifier for a reader: five answers as one types, over http and from a disk, and what is pasted is only text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Built, settle
from tests.site.test_accessibility import free, violations  # noqa: F401  (a fixture)

pytestmark = [pytest.mark.site, pytest.mark.browser]
INPUT, RESULT, STATUS = "#quote-input", "#quote-result", "[data-quote-status]"
ANSWERS = {
    "exact": ("任何個人和組織有權向公安機關等部門舉報涉及網絡犯罪的線索。", "逐字相同"),
    "folded": ("任何个人和组织有权向公安機關等部门举报涉及网络犯罪的线索", "相同，繁簡、標點不計"),
    "differs": (
        "由公安机关没收违法所得，可以并处违法所得一倍以上十倍以下罚款；没有违法所得或者违法所得不足五万元的，处二十万元以下罚款",
        "與條文不符：2 處，3 字",
    ),
    "joined": (
        "任何個人和組織有權向公安機關等部門舉報涉及網絡犯罪的線索。\n有關部門應當及時依法處理相關線索",
        "由 2 段連接而成",
    ),
    "absent": ("平臺企業應當每季度向社會公布網絡詐騙風險評級", "本站的條文中沒有這段文字"),
}


@pytest.fixture(scope="module", params=["http", "disk"])
def start(
    request: pytest.FixtureRequest, built: Built, address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where the page is in the Traditional tree."""
    if request.param == "http":
        yield f"{address}zh-hant/verify/"
        return
    folder = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(built.bundle) as bundle:
        bundle.extractall(folder)
    yield next(folder.rglob("zh-hant/verify/index.html")).as_uri()


@pytest.mark.parametrize("verdict", ANSWERS)
def test_an_answer_as_one_types(page: Page, start: str, verdict: str) -> None:
    """The verdict, told once to those who listen, and kept in the address."""
    text, said = ANSWERS[verdict]
    page.goto(start)
    page.locator(INPUT).press_sequentially(text[:3])
    page.fill(INPUT, text)
    expect(page.locator(RESULT)).to_have_attribute("data-verdict", verdict)
    expect(page.locator(f"{RESULT} h2")).to_have_text(said)
    expect(page.locator(STATUS)).to_have_text(said)
    expect(page).to_have_url(re.compile(r"\?q=.{10}"))
    page.reload()
    expect(page.locator(INPUT)).to_have_value(text)
    expect(page.locator(RESULT)).to_have_attribute("data-verdict", verdict)
    page.fill(INPUT, "")
    expect(page.locator(RESULT)).not_to_have_attribute("data-verdict", verdict)
    expect(page.locator(RESULT)).to_be_empty()


def test_differences_in_words_and_the_way_to_the_provision(page: Page, start: str) -> None:
    """Each difference is marked as a whole; the link leads to the 款 and marks its words there."""
    page.goto(f"{start}?q={quote(ANSWERS['differs'][0])}")
    expect(page.locator(f"{RESULT} ins")).to_have_text(["可以", "五"])
    expect(page.locator(f"{RESULT} del")).to_have_text(["二"])
    expect(page.locator(f"{RESULT} small")).to_have_text(
        ["引文多「可以」，條文沒有。", "數字不同：引文作「五万」，條文作「二万」。"]
    )
    expect(page.locator(".verify-uncounted").first).to_have_text("不計：標點 1 處（；／，）。")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.locator(".verify-place a").click()
    page.wait_for_url(re.compile(r"/art-57/.*#p1"))
    assert "并处违法所得一倍以上十倍以下罚款" in page.locator("mark.is-found").all_text_contents()[
        -1
    ] + "".join(page.locator("mark.is-found").all_text_contents())


def test_how_it_is_cited(page: Page, start: str) -> None:
    """Three forms; both buttons copy what they say."""
    page.goto(start)
    copies = page.locator("[data-copy-law], [data-copy-cite]")
    expect(copies.first).to_be_disabled()
    page.fill(INPUT, "及時處置有關主管部門通報的利用其服務實施違法犯罪活動的行為")
    expect(page.locator("[data-cite-words]")).to_have_text(
        [
            "《網絡犯罪防治法（徵求意見稿）》第三十六條第（三）項",
            "網絡犯罪防治法（徵求意見稿）第 36 條第 3 款",
            "《網絡犯罪防治法（徵求意見稿）》第 36 條第 3 項",
        ]
    )
    expect(page.locator(".verify-places a")).to_have_text(["第三十六條第（三）項", "第三十七條第（三）項"])
    assert "利用其服務" in (copies.first.get_attribute("data-copy") or "")
    assert "第三十六條第（三）項，" in (copies.last.get_attribute("data-copy") or "")
    copies.first.click()
    expect(page.locator(".page-verify [data-copy-status]")).to_have_text("已複製")


def test_a_wrong_label_is_told(page: Page, start: str) -> None:
    """The words are right, the number is not."""
    page.goto(start)
    page.fill(INPUT, f"第七條　{ANSWERS['exact'][0]}")
    expect(page.locator(RESULT)).to_have_attribute("data-verdict", "exact")
    expect(page.locator(".verify-label.verify-bad")).to_have_text("引文標明「第七條」，這段文字不在該條。")


def test_an_opinion_is_no_provision(page: Page, start: str) -> None:
    """What stands in an opinion only is absent, and is said to stand there."""
    page.goto(start)
    page.fill(INPUT, "第二款将“非法设立的虚拟专用网络”作为云服务商需监测处置对象")
    expect(page.locator(RESULT)).to_have_attribute("data-verdict", "absent")
    expect(page.locator(".verify-places p")).to_have_text("條文中沒有；逐字見於：")
    expect(page.locator(".verify-places a").first).to_have_text(re.compile("^對第.+條的意見$"))


@pytest.mark.parametrize(
    "text",
    ["<img src=x onerror=alert(1)><script>alert(1)</script>", "x" * 5000, "𠮷𠮸" * 400, "\u202e\u0000甲乙丙" * 20, "{n}$&{quote}" * 9],
    ids=["markup", "token", "astral", "controls", "places"],
)  # fmt: skip
def test_what_is_pasted_is_text(page: Page, start: str, text: str) -> None:
    """It is compared and shown, never run."""
    page.goto(start)
    page.evaluate(
        "text => { const f = document.querySelector('#quote-input'); f.value = text; f.dispatchEvent(new InputEvent('input')) }",
        text,
    )
    expect(page.locator(RESULT)).to_have_attribute("data-verdict", "absent", timeout=15_000)
    assert page.locator(f"{RESULT} img, {RESULT} script").count() == 0


def test_an_input_method_is_left_alone(page: Page, start: str) -> None:
    """While characters are being composed nothing is compared."""
    page.goto(start)
    page.locator(INPUT).focus()
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "renhegeren", "selectionStart": 3, "selectionEnd": 3})
    settle(page)
    page.wait_for_timeout(200)
    expect(page.locator(RESULT)).to_be_empty()
    client.send("Input.insertText", {"text": ANSWERS["exact"][0]})
    expect(page.locator(RESULT)).to_have_attribute("data-verdict", "exact")


@pytest.mark.parametrize("verdict", ["", *ANSWERS])
def test_axe_finds_nothing_in_any_answer(free: Page, address: str, verdict: str) -> None:  # noqa: F811
    """In both palettes, wide and narrow."""
    text = ANSWERS[verdict][0] if verdict else ""
    free.goto(f"{address}zh-hant/verify/?q={quote(text)}")
    if verdict:
        expect(free.locator(RESULT)).to_have_attribute("data-verdict", verdict)
    found = violations(free)
    free.set_viewport_size({"width": 390, "height": 900})
    found += violations(free)
    assert free.evaluate("document.documentElement.scrollWidth") <= 390
    assert not found, "\n".join(found[:30])


def test_without_scripts(browser: Browser, address: str) -> None:
    """What is needed is said, and where the articles are."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}zh-hans/verify/")
    expect(page.locator(INPUT)).to_be_hidden()
    expect(page.locator(".verify-needs")).to_contain_text("须启用 JavaScript")
    page.locator(".verify-needs a").click()
    expect(page.locator(".law-list a").first).to_be_visible()
    context.close()


def test_every_run_has_its_language(page: Page, start: str) -> None:
    """The quotation and the law are tagged by the script they are in, whatever the tree."""
    page.goto(f"{start}?q={quote(ANSWERS['differs'][0])}")
    expect(page.locator(".verify-columns")).to_have_attribute("lang", "zh-Hans")
    assert page.locator(".verify-words").evaluate_all("all => all.every(one => one.lang)")
    assert Path(start).name in ("verify", "index.html")


def test_nothing_is_loaded_twice_or_without_need(page: Page, start: str) -> None:
    """The engine once; neither lunr nor the words of the box, until the box is opened here too."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.split("/")[-1]))

    def times(name: str) -> int:
        return sum(one.startswith(name) and one.endswith(".js") for one in loaded)

    page.goto(start)
    page.fill(INPUT, ANSWERS["exact"][0])
    expect(page.locator(RESULT)).to_have_attribute("data-verdict", "exact")
    assert [times("search-engine"), times("lunr"), times("interface"), times("laws")] == [1, 0, 0, 1], loaded
    assert not [name for name in loaded if ".rank." in name]
    page.locator("[data-search-open]").click()
    page.keyboard.insert_text("網絡")
    expect(page.locator("[data-search-results] [role=option]").first).to_be_visible()
    assert [times("search-engine"), times("lunr"), times("interface"), times("laws")] == [1, 1, 1, 1], loaded
    assert len([name for name in loaded if ".rank." in name]) == 1
