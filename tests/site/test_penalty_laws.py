"""Penalties of two laws beside each other: a site of 反间谍法 and 保守国家秘密法, the first of which names the second."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT, duizhao, served
from tests.site.test_accessibility import violations

pytestmark = pytest.mark.site
EDITIONS = ROOT / "tests" / "corpus" / "editions"
LAWS = (("ben", "反间谍法-2023-04-26"), ("bie", "保守国家秘密法-2024-02-27"))
PAGE = "ben/e/penalty-comparison-bie/"


def _manifest(slug: str, title: str, date: str, content: bytes) -> str:
    both = f'{{ hant = "{title}", hans = "{title}" }}'
    named = 'compare_penalties_with = ["bie"]\n' if slug == "ben" else ""
    return (
        f'slug = "{slug}"\ntitle = {both}\nissuer = {both}\nkind = "law"\n{named}'
        f'[[edition]]\nslug = "e"\nlabel = {{ hant = "現行", hans = "现行" }}\nstatus = "in-force"\npublished = {date}\n'
        f'[edition.source]\nfile = "editions/e.hans.txt"\nscript = "Hans"\norigin = {both}\n'
        f'sha256 = "{hashlib.sha256(content).hexdigest()}"\nurl = "https://flk.npc.gov.cn/"\n'
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built with all checks."""
    project: Path = tmp_path_factory.mktemp("laws")
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "overrides", project / "overrides")
    shutil.copytree(ROOT / "content" / "pages", project / "content" / "pages")
    for slug, name in LAWS:
        folder = project / "content" / "laws" / slug
        (folder / "editions").mkdir(parents=True)
        content = (EDITIONS / f"{name}.txt").read_bytes()
        (folder / "editions" / "e.hans.txt").write_bytes(content)
        (folder / "law.toml").write_text(_manifest(slug, name[:-11], name[-10:], content), encoding="utf-8")
    done = duizhao(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.mark.parametrize(
    ("tree", "sentence"),
    [("zh-hant", "款與款不作配對"), ("zh-hans", "款与款不作配对")],
)
def test_left_this_law_right_the_other(site: Path, tree: str, sentence: str) -> None:
    """In both trees: the page says that nothing is paired, and each row leads to its place in its own law."""
    page = site / tree / PAGE
    body = (page / "index.html").read_text(encoding="utf-8")
    assert sentence in body
    section = re.search(r'<section id="kind-warning".*?</section>', body, re.DOTALL)
    assert section
    left, right = re.findall(r'<td class="compared.*?</td>', section[0], re.DOTALL)
    for cell, law in ((left, "ben"), (right, "bie")):
        links = re.findall(r'compared-place"><a href="([^"#]+)#([^"]+)"', cell)
        assert links
        for href, place in links:
            there = (page / href / "index.html").resolve()
            assert there.relative_to(site.resolve()).parts[:2] == (tree, law)
            assert f'id="{place}"' in there.read_text(encoding="utf-8")
    assert "compared-change" not in body


def test_the_table_of_penalties_leads_there(site: Path) -> None:
    """From the law that names the other one, and not from that one."""
    table = (site / "zh-hans" / "ben" / "e" / "penalties" / "index.html").read_text(encoding="utf-8")
    assert 'href="../penalty-comparison-bie/">与《保守国家秘密法》罚则对照</a>' in table
    other = (site / "zh-hans" / "bie" / "e" / "penalties" / "index.html").read_text(encoding="utf-8")
    assert "penalty-comparison" not in other


@pytest.mark.browser
def test_axe_finds_nothing_there(browser: Browser, site: Path) -> None:
    """Wide and narrow; nothing runs over the edge of a telephone."""
    with served(site) as where:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, bypass_csp=True, reduced_motion="reduce"
        )
        window = context.new_page()
        window.goto(f"{where}zh-hant/{PAGE}")
        found = violations(window)
        window.set_viewport_size({"width": 390, "height": 900})
        found += violations(window)
        assert window.evaluate("document.documentElement.scrollWidth") <= 390
        context.close()
    assert not found, "\n".join(found[:30])
