"""Comparison of penalties on a site that has a law in two editions: 反间谍法 of 2014 and of 2023."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, duizhao, served
from tests.site.test_accessibility import violations

pytestmark = [pytest.mark.site, pytest.mark.browser]
EDITIONS = ROOT / "tests" / "corpus" / "editions"
DATES = (("2023-04-26", "in-force"), ("2014-11-01", "past"))
NEW = "law/2023-04-26/penalty-comparison/"


def _manifest(editions: str) -> str:
    title = '{ hant = "反間諜法", hans = "反间谍法" }'
    issuer = '{ hant = "全國人民代表大會常務委員會", hans = "全国人民代表大会常务委员会" }'
    return f'slug = "law"\ntitle = {title}\nissuer = {issuer}\nkind = "law"\n{editions}'


def _edition(date: str, status: str, content: bytes) -> str:
    label = f'{{ hant = "{date[:4]}年", hans = "{date[:4]}年" }}'
    origin = '{ hant = "國家法律法規數據庫", hans = "国家法律法规数据库" }'
    return (
        f'\n[[edition]]\nslug = "{date}"\nlabel = {label}\nstatus = "{status}"\npublished = {date}\n'
        f'\n[edition.source]\nfile = "editions/{date}.hans.txt"\nscript = "Hans"\n'
        f'sha256 = "{hashlib.sha256(content).hexdigest()}"\nurl = "https://flk.npc.gov.cn/"\norigin = {origin}\n'
    )


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of one law in two editions, built with all checks."""
    project: Path = tmp_path_factory.mktemp("pair")
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "overrides", project / "overrides")
    shutil.copytree(ROOT / "content" / "pages", project / "content" / "pages")
    folder = project / "content" / "laws" / "law"
    (folder / "editions").mkdir(parents=True)
    editions = ""
    for date, status in DATES:
        content = (EDITIONS / f"反间谍法-{date}.txt").read_bytes()
        (folder / "editions" / f"{date}.hans.txt").write_bytes(content)
        editions += _edition(date, status, content)
    (folder / "law.toml").write_text(_manifest(editions), encoding="utf-8")
    done = duizhao(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    with served(project / "site") as where:
        yield where


def test_old_left_new_right_and_each_figure_leads_to_its_words(page: Page, pair: str) -> None:
    """In both trees; the tab is on the pages of the newer edition only."""
    for tree, fine in (("zh-hant/", "五十萬元以下"), ("zh-hans/", "五十万元以下")):
        page.goto(f"{pair}{tree}{NEW}")
        expect(page.locator("thead th").nth(1)).to_contain_text("2014")
        expect(page.locator("thead th").nth(2)).to_contain_text("2023")
        expect(page.locator(".compared-highest")).to_contain_text(fine)
    page.locator("#kind-detention td:nth-of-type(1) .compared-place a").first.click()
    expect(page).to_have_url(f"{pair}zh-hans/law/2014-11-01/art-29/#p1")
    page.goto(f"{pair}zh-hans/law/2014-11-01/penalties/")
    expect(page.locator("a[href*=penalty-comparison]")).to_have_count(0)


def test_what_is_not_aligned_stands_in_lists_of_its_own(page: Page, pair: str) -> None:
    """One cell for all of an edition, so that no line suggests a pair."""
    page.goto(f"{pair}zh-hant/{NEW}")
    apart = page.locator("#kind-detention .compared-row.apart")
    expect(apart).to_have_count(1)
    assert apart.locator("td").nth(0).locator(".compared-apart").count() > 1


def test_axe_finds_nothing_there(browser: Browser, pair: str) -> None:
    """Wide and narrow, light and dark."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    window = context.new_page()
    window.goto(f"{pair}zh-hant/{NEW}")
    found = violations(window)
    window.set_viewport_size({"width": 390, "height": 900})
    found += violations(window)
    assert window.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
    assert not found, "\n".join(found[:30])
