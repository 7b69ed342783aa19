"""Queries typed into the box and read from the page of results, over http under the strictest policy and from a disk."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import EDITION, LAW, Built, settle
from tests.search.query_set import read_rows

pytestmark = [pytest.mark.site, pytest.mark.browser]
ARTICLE = f"zh-hant/{LAW}/{EDITION}/art-12/"
FIELD = "dialog[data-search-dialog] input[type=search]"
HITS = "#search-results a"
#: What is typed, and where its first hit may be; None where nothing is found.
QUERIES = {
    "告誡書": r"art-49-p\d",  # Traditional
    "弹性授权": r"general-lucyqin-g1",  # Simplified, of opinions
    "製作、銷售": r"art-(14|15|4[0-9]|58)-p\d.*",  # Traditional as it ought to be; the draft has 制作
    "範圍": r"(art-(4|13)-p1|art-37-p1-i1)",  # the draft has 范圍
    "企事業": r"art-\d+-p\d.*",  # a part of 企事業單位
    "「緊急止付」": r"art-38-p2",
    "凍結 返還 止付": r"art-38-p\d",
    "VPN": r"art-39-(c-lucyqin-22|p1-i2)",
    "50万元": r"art-(5[5-9]|6[0-5])-p\d",
    "網路": r"art-\d+-p\d.*",  # Taiwan's word for 網絡
    "手機卡": r"art-(11|16|18)-p1",  # 移動電話卡
    "第57條": r"art-57",
    "57(2)": r"art-57-p2",
    "六十條（二）": r"art-60-p1-i2",
    "第十一條至第十三條": r"art-11",
    "69": None,
    "翻牆": None,
    "驫鱻麤": None,
}
CITED = {
    "第57條": ["第五十七條"],
    "57(2)": ["第五十七條第二款"],
    "六十條（二）": ["第六十條第（二）項"],
    "第十一條至第十三條": ["第十一條", "第十二條", "第十三條"],
}


@pytest.fixture(scope="module")
def disk(built: Built, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the unpacked bundle is, with a trailing slash."""
    folder: Path = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(built.bundle) as bundle:
        bundle.extractall(folder)
    return next(folder.rglob("zh-hant")).parent.as_uri() + "/"


def _article(start: str) -> str:
    return start + ARTICLE + ("index.html" if start.startswith("file:") else "")


def _hits(page: Page) -> list[str]:
    """Where the hits lead, in their order, without what differs between a server and a disk."""
    hrefs: list[str] = page.locator(HITS).evaluate_all("all => all.map((a) => decodeURIComponent(a.href))")
    return [href.partition(f"/{EDITION}/")[2].replace("index.html", "") for href in hrefs]


def _typed(page: Page, start: str, query: str) -> list[str]:
    """Type into the box of an article, follow it to all results, and read them."""
    page.goto(_article(start))
    page.locator("[data-search-open]").click()
    page.locator(FIELD).press_sequentially(query)
    expect(page.locator("[data-search-status]")).not_to_have_text(re.compile("^$|正在|^輸入"))
    page.locator("[data-search-all]").click()
    page.wait_for_url("**/zh-hant/search/**")
    expect(page.locator("#search-input")).to_have_value(query)
    expect(page.locator(".find.is-ready")).to_have_count(1)
    return _hits(page)


@pytest.mark.parametrize("query", QUERIES)
def test_what_is_typed_is_found(page: Page, address: str, disk: str, query: str) -> None:
    """The same places in the same order over http and from a disk; what is named stands first; a proposal is no hit."""
    hits = _typed(page, address, query)
    first = QUERIES[query]
    if first is None:
        assert hits == []
    else:
        place = re.sub(r"/[^#]*(?:#|$)", "-", hits[0]).rstrip("-")  # art-38/?h=…#p2 is art-38-p2
        assert re.fullmatch(first, place), hits[0]
    cited = page.locator(HITS).evaluate_all(
        "all => all.map((a) => a.matches('.hit-cited') && a.querySelector('b').textContent)"
    )
    named = CITED.get(query, [])
    assert cited == named + [False] * (len(hits) - len(named))
    proposed = page.locator("#search-proposals").inner_text()
    assert bool(proposed) == (first is None and query != "69")
    assert (
        page.locator(
            "#search-results [data-ask]:not(.search-notice button), #search-results .proposals"
        ).count()
        == 0
    )
    assert _typed(page, disk, query) == hits


def test_what_an_input_method_composes_is_found(page: Page, address: str, disk: str) -> None:
    """Nothing is asked while it is composed; the characters that were chosen find what they find when typed."""
    found = []
    for start in (address, disk):
        page.goto(_article(start))
        page.locator("[data-search-open]").click()
        expect(page.locator("[data-search-status]")).to_have_text("輸入條號、詞語，或貼上一段引文。")
        client = page.context.new_cdp_session(page)
        for typed in ("jin", "jinji", "jinjizhifu"):
            client.send(
                "Input.imeSetComposition",
                {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)},
            )
        settle(page)
        expect(page.locator("[data-search-results] [role=option]")).to_have_count(0)
        client.send("Input.insertText", {"text": "緊急止付"})
        expect(page.locator("[data-search-results] [role=option]").first).to_be_visible()
        page.locator("[data-search-all]").click()
        expect(page.locator(".find.is-ready")).to_have_count(1)
        found.append(_hits(page))
    assert found[0] == found[1] == _typed(page, address, "緊急止付")
    assert found[0]


def test_the_engine_answers_alike(page: Page, address: str, disk: str) -> None:
    """Every query that was marked for this law, to the last hit and mark."""
    queries = [row.query for row in read_rows("queries-dev") if row.law == LAW]
    assert len(queries) > 100
    answers = []
    for start in (address, disk):
        _typed(page, start, "網絡")
        answers.append(
            page.evaluate(
                """([queries, law]) => {
                const { engine } = duizhaoLoader;
                const told = (query) => {
                    const found = engine.search(query, law);
                    const hits = found ? [...found.cited, ...found.parts.flatMap((p) => p.groups.flatMap((g) => g.hits))] : [];
                    return JSON.stringify([found, hits.map((hit) => [engine.spellings(hit, found), engine.label(hit, found, 'Hant')])]);
                };
                return queries.map(told);
                }""",
                [queries, LAW],
            )
        )
    over_http, from_disk = (dict(zip(queries, told, strict=True)) for told in answers)
    assert over_http == from_disk
    assert sum(json.loads(told)[0] is not None for told in over_http.values()) > 90
