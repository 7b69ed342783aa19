"""Every page of a site, taken as documents: whole, linked, and with each character of the sources in its place."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest

from build_tools.model.law import SpanClass
from build_tools.model.locale import LOCALES, in_tree
from build_tools.model.site import Site
from build_tools.pipeline import link_site
from build_tools.render.page import Page
from build_tools.render.pages import render_pages
from tests.render.small_content import ROOT, small_content

LAW = """公告
現公開征求意見,截止2026年3月2日。
附件1
測試法
（2026年1月31日某部公布）
第一編 總則
第一章 一 般
第一條 為了<測試> & 驗證，制定本法。
第一條之一 本條是後加的。
第二章 行為規則
第一節 禁止
第二條 任何人不得有下列行為：
（一）發布虛假信息；
（二）其他擾亂行為。
前款行為的範圍，由主管部門規定。
第二編 罰則
第三章 法律責任
第三條 違反本法第一條至第二條的，依照第二章處理；  情節嚴重的，處罰款。
附件2
關于《測試法》的說明
一、行為規則
本法共3章4條。
"""
OPINION = """对《测试法》的意见

一、总体意见

(一)范围不清

草案多处使用“主管部门”(第2条)等表述。建议:

1、写明哪些部门;
2、<b>限期</b>。

二、具体意见

第二条

第二条 任何人不得有下列行为:
(一)发布虚假信息;
(二)其他扰乱行为。
前款行为的范围,由主管部门规定。

“其他扰乱行为”不清楚。参见第三条。

“并不存在的字句”应当删去。
"""
NOTE = """[[note]]
edition = "draft"
at = "art-3"
words = "情節嚴重"
text = { hant = "原文如此。", hans = "原文如此。" }
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A law with 編 章 節, an inserted article, parts around it, an opinion and a note."""
    return small_content(tmp_path_factory.mktemp("law"), LAW, OPINION, NOTE, wide=True)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Page]:
    """All its pages by path."""
    return _pages(site)


def _pages(site: Site) -> dict[str, Page]:
    made = list(render_pages(site, link_site(site.laws), ROOT / "overrides", ROOT / "content"))
    by_path = {page.path: page for page in made}
    assert len(by_path) == len(made)
    return by_path


def _nav(page: Page) -> str:
    return "".join(piece.html for piece in page.nav)


def _tree(page: Page):
    return html5lib.parse(
        f"<!doctype html><title>.</title><nav>{_nav(page)}</nav>{page.body}", namespaceHTMLElements=False
    )


def _plain(element) -> str:
    if "data-added" in element.attrib:
        return element.tail or ""
    return (element.text or "") + "".join(_plain(c) for c in element) + (element.tail or "")


def _own(element) -> str:
    return (element.text or "") + "".join(_plain(c) for c in element)


def test_both_trees_hold_the_same_pages(pages: dict[str, Page]) -> None:
    """Front, parts, 編 章 節, articles (one inserted), opinions, references, provenance, in each tree."""
    hant = {p for p in pages if p.startswith("zh-hant/")}
    assert {in_tree(p, LOCALES[1]) for p in hant} == {p for p in pages if p.startswith("zh-hans/")}
    names = {
        p.removeprefix("zh-hant/xf/draft/").rstrip("/") for p in hant if p.startswith("zh-hant/xf/draft/")
    }
    assert names >= {
        "", "notice", "pt-1", "ch-1", "ch-2", "ch-2-s1", "pt-2", "ch-3",
        "art-1", "art-1-z1", "art-2", "art-3", "explanation", "general", "opinions", "provenance",
    }  # fmt: skip
    assert {"", "404.html", "zh-hant/", "zh-hant/xf/", "zh-hant/about/", "zh-hant/add-a-law/"} <= set(pages)


def test_pages_are_whole_documents(pages: dict[str, Page]) -> None:
    """No fault for a strict parser, one h1, no level skipped, no id twice."""
    for path, page in pages.items():
        html5lib.HTMLParser(strict=True).parse(f"<!doctype html><title>.</title>{page.nav}{page.body}")
        tree = _tree(page)
        levels = [
            int(e.tag[1]) for e in tree.iter() if isinstance(e.tag, str) and re.fullmatch("h[1-6]", e.tag)
        ]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), (path, levels)
        ids = Counter(e.get("id") for e in tree.iter() if e.get("id"))
        assert not [i for i, n in ids.items() if n > 1], path


def test_every_link_leads_somewhere(pages: dict[str, Page]) -> None:
    """Each relative link names a page of the site and, if it has a fragment, an element of that page."""
    ids = {path: {e.get("id") for e in _tree(page).iter() if e.get("id")} for path, page in pages.items()}
    beside = re.compile(r"(provenance/(ledger\.json|draft\.txt|li\.txt)|penalties/penalties\.(csv|json))\Z")
    for path, page in pages.items():
        tree = _tree(page)
        forms = {a for form in tree.iter("template") for a in form.iter("a")}  # a script fills them
        for element in tree.iter("a"):
            href = element.get("href")
            if element in forms and not href:
                continue
            assert href is not None, (path, _own(element))
            if href.startswith("http") or beside.search(urljoin(f"/{path}", href)):
                continue
            target, _, fragment = urljoin(f"/{path}", href).removeprefix("/").partition("#")
            target = target.partition("?")[0]  # a question to a page: ?article=art-12
            assert target in pages, (path, href)
            assert not fragment or fragment in ids[target], (path, href)


def test_each_character_of_the_sources_stands_in_each_tree(site: Site, pages: dict[str, Page]) -> None:
    """Home elements hold their span in display form, and together all that is not separator or markup."""
    record = site.laws[0].editions[0]
    files = [(record.source, record.variants, record.text.ledger)]
    files += [(f.source, f.variants, f.submission.ledger) for f in record.feedback]
    shown = {}
    for source, variants, _ in files:
        text = list(source.text)
        for at, mark in variants.substitutions:
            text[at] = mark
        shown[source.id] = "".join(text)
    for locale in LOCALES:
        covered: dict[str, set[int]] = {name: set() for name in shown}
        for path, page in pages.items():
            if not path.startswith(f"{locale.tag}/"):
                continue
            for element in _tree(page).iter():
                place = re.fullmatch(r"(.+):(\d+)-(\d+)", element.get("data-src") or "")
                if place:
                    source, start, end = place[1], int(place[2]), int(place[3])
                    assert _own(element) == shown[source][start:end], path
                    covered[source].update(range(start, end))
        for source, _, ledger in files:
            for row in ledger:
                if row.kind not in (SpanClass.SEPARATOR, SpanClass.MARKUP):
                    missing = set(range(row.span.start, row.span.end)) - covered[source.id]
                    assert not missing, (locale, row.kind, source.text[row.span.start : row.span.end])


def test_no_line_end_stands_in_text(pages: dict[str, Page]) -> None:
    """A line end inside a Chinese paragraph would be seen as a blank."""
    for path, page in pages.items():
        for element in _tree(page).iter():
            if (
                element.get("data-src")
                or element.get("data-derived")
                or element.tag in ("h1", "h2", "h3", "b")
            ):
                assert "\n" not in _own(element), (path, element.tag)


def _article(pages: dict[str, Page], name: str, locale: str = "zh-hant") -> str:
    return pages[f"{locale}/xf/draft/{name}/"].body


def test_the_trees_own_script_comes_first(pages: dict[str, Page]) -> None:
    """Traditional first under zh-hant, Simplified first under zh-hans; both are there."""
    for locale, order in (("zh-hant", ["zh-Hant", "zh-Hans"]), ("zh-hans", ["zh-Hans", "zh-Hant"])):
        row = re.search(r'<div class="row[^"]*" id="p1">.*?</div>', _article(pages, "art-1", locale))
        assert row
        assert re.findall(r'<p lang="([^"]+)"', row[0]) == order


def test_an_opinion_and_the_words_it_quotes_lead_to_each_other(pages: dict[str, Page]) -> None:
    """The words are marked in both scripts and numbered; the opinion's quotation leads to their row."""
    body = _article(pages, "art-2")
    assert (
        body.count('<mark class="quoted">其他擾亂行為</mark><a class="num" data-added href="../art-2/#c-li-')
        == 1
    )
    assert body.count('<mark class="quoted">其他扰乱行为</mark>') == 1
    assert '<a class="says" href="../art-2/#p1-i2">其他扰乱行为</a>' in body
    assert "&lt;b&gt;" not in body  # that stands in a general opinion
    assert "&lt;b&gt;限期&lt;/b&gt;" in _article(pages, "general")


def test_an_article_without_opinions_gives_the_text_the_whole_width(pages: dict[str, Page]) -> None:
    """No empty column beside it, and the facts say that there is none."""
    assert "<aside" not in _article(pages, "art-1")
    assert "with-opinions" not in _article(pages, "art-1")
    assert "<aside" in _article(pages, "art-2")


def test_quotes_are_shown_with_the_verdict(pages: dict[str, Page]) -> None:
    """The provision as the opinion copied it, in the opinion's script alone, and whether it agrees."""
    body = _article(pages, "art-2")
    quote = body[body.index('<section class="quotes"') :]
    assert "引文與條文一致" in quote
    assert '<p lang="zh-Hans" data-src="xf/li:' in quote


def test_general_opinions_are_named_where_they_name_an_article(pages: dict[str, Page]) -> None:
    """第2条 in a general opinion is told on the page of article 2, with a link to the section."""
    assert '../general/#li-g1"' in _article(pages, "art-2")
    assert "../general/" not in _article(pages, "art-1").split('<section class="cites"')[0]


def test_references_are_links_and_a_range_has_two(pages: dict[str, Page]) -> None:
    """第一條至第二條 leads to both ends; 第二章 to the chapter."""
    body = _article(pages, "art-3")
    start = body.index('<section class="text"')
    text = body[start : body.index("</section>", start)]
    assert re.search(r'href="\.\./art-1/"[^>]*>第一條</a>至<a[^>]*href="\.\./art-2/"[^>]*>第二條</a>', text)
    assert re.search(r'href="\.\./ch-2/"[^>]*>第二章</a>', text)


def test_editors_notes_stand_beside_the_text(pages: dict[str, Page]) -> None:
    """The words are marked, the note follows, and the provenance page lists it."""
    body = _article(pages, "art-3")
    assert (
        '<mark class="noted">情節嚴重</mark><a class="num" data-added href="../art-3/#note-1">\u2060※</a>'
        in body
    )
    assert '<li id="note-1">' in body
    assert "原文如此。" in _article(pages, "provenance")


def test_neighbours_and_navigation(pages: dict[str, Page]) -> None:
    """Previous and next in the order of the law; only the open heading shows its articles."""
    page = pages["zh-hant/xf/draft/art-1-z1/"]
    assert page.previous
    assert page.next
    assert (page.previous.href, page.next.href) == ("../art-1/", "../art-2/")
    assert 'rel="prev" href="../art-1/"' in page.body
    assert re.findall(r'href="\.\./(art-[^/]+)/"', _nav(page)) == ["art-1", "art-1-z1"]
    assert 'href="../art-1-z1/" aria-current="page"' in _nav(page)


def test_the_explanation_is_linked_to_the_chapter_it_explains(pages: dict[str, Page]) -> None:
    """一、行為規則 names 第二章; its claim 共3章4條 is checked."""
    body = _article(pages, "explanation")
    assert '<a href="../ch-2/">第二章 行為規則</a>' in body
    assert "共3章4條" in body
    assert "與條文相符" in body
    assert "../explanation/#" in _article(pages, "ch-2")


def test_headings_of_divisions_list_chapters_and_chapters_hold_the_text(pages: dict[str, Page]) -> None:
    """編 shows the map of its chapters; 章 and 節 the articles in full, with ids for each row."""
    assert "data-src" in _article(pages, "pt-1")
    assert 'id="art-2-p1-i2"' not in _article(pages, "pt-1")
    assert 'href="../ch-2/"' in _article(pages, "pt-1")
    for name in ("ch-2", "ch-2-s1"):
        assert 'id="art-2-p1-i2"' in _article(pages, name)


def test_the_laws_own_address_shows_the_newest_edition_and_says_so(pages: dict[str, Page]) -> None:
    """The same map, links into the edition, and the edition's name."""
    body = pages["zh-hant/xf/"].body
    assert 'href="draft/"' in body
    assert 'href="draft/art-2/"' in body
    assert "草案" in body


def test_without_feedback_no_page_speaks_of_opinions(tmp_path: Path) -> None:
    """A Simplified law without headings and without opinions: its own script is the source; no empty pages."""
    law = "测试办法\n第一条 为了测试，制定本办法。\n第二条 本办法自公布之日起施行。\n"
    site = small_content(tmp_path, law, script="Hans")
    pages = _pages(site)
    assert "zh-hans/xf/draft/opinions/" not in pages
    assert "zh-hans/xf/draft/general/" not in pages
    front = pages["zh-hans/xf/draft/"].body
    assert "意见" not in re.sub(r'content="[^"]*"', "", front)
    assert '<p lang="zh-Hans" data-script="hans" data-src=' in _article(pages, "art-1", "zh-hans")
    assert '<p lang="zh-Hant" data-script="hant" data-derived="s2tw"' in _article(pages, "art-1", "zh-hant")


def test_titles_differ_within_a_tree(pages: dict[str, Page]) -> None:
    """No two pages of an edition have the same <title>; each has a description."""
    for locale in LOCALES:
        mine = [p for path, p in pages.items() if path.startswith(f"{locale.tag}/xf/draft/")]
        assert len({p.title for p in mine}) == len(mine)
        assert all(p.description and p.heading for p in mine)


def test_same_input_same_pages(site: Site, pages: dict[str, Page]) -> None:
    """Rendering twice gives the same pages in the same order."""
    again = _pages(site)
    assert list(again.items()) == list(pages.items())


def test_each_place_where_a_quote_departs_is_marked_and_explained(tmp_path: Path) -> None:
    """A blank too many, a word changed: a number stands at the place, the remark beside the verdict."""
    law = "第一條 任何人不得發布虛假信息，擾亂秩序。\n第二條 本法自公布之日起施行。\n"
    opinion = (
        "第一条\n\n第一条 任何人不得发布虚假信息，\u00a0扰乱秩序。\n\n写得好。\n\n"
        "第二条\n\n第二条 本法自通过之日起施行。\n\n应写明日期。\n"
    )
    site = small_content(tmp_path, law, opinion)
    pages = _pages(site)
    blank = _article(pages, "art-1")
    assert '<mark class="different">\u00a0</mark><span class="added" data-added>〔1〕</span>' in blank
    assert "〔1〕多出 1 個空白字元（U+00A0）" in blank
    changed = _article(pages, "art-2")
    assert "引文與條文不一致" in changed
    assert '缺少<q lang="zh-Hant">公布</q>' in changed
    assert '多出<q lang="zh-Hans">通过</q>' in changed
    assert "<b>1</b> 處引文不符" in pages["zh-hant/xf/draft/"].body
