"""The host's page as a form: every slot filled once, nothing of a page able to break out of its slot."""

from __future__ import annotations

import html5lib
import pytest

from build_tools.model.locale import LOCALES
from build_tools.pages.localized import Link
from build_tools.render.page import Page, Piece
from build_tools.render.shell import SLOTS, Shell, SlotError, Surroundings, slot
from tests.checks.small_site import shell_html

HANT = LOCALES[0]
SHELL_HTML = shell_html(HANT, "./")
PATH = "zh-hant/xf/draft/art-2/"
AROUND = Surroundings("網絡法（<草案>）", "zh-hant/xf/draft/", "zh-hant/xf/draft/provenance/")


def _page(**changes: object) -> Page:
    values: dict[str, object] = {
        "path": PATH, "kind": "article", "title": '第二條 - "甲<乙>&"', "description": '一"><script>', "heading": "第二條<",
        "nav": (Piece('<nav><a href="../">目錄</a></nav>', True),), "body": "<h1>第二條</h1>",
        "previous": Link("../art-1/", "x"), "next": Link("../art-3/", "y"),
        "law": "xf", "edition": "draft", **changes,
    }  # fmt: skip
    return Page(**values)  # type: ignore[arg-type]


def _shell(base: str = "../../../../", site_url: str = "") -> Shell:
    return Shell.of_html(shell_html(HANT, base), HANT, base, site_url, ['<input class="switch">'])


def _tree(html: str):
    return html5lib.parse(html, namespaceHTMLElements=False)


def test_a_page_in_its_shell() -> None:
    """Each slot holds its words as a browser reads them, links are relative to the page."""
    tree = _tree(_shell().fill(_page(), AROUND))
    assert tree.find(".//title").text == '第二條 - "甲<乙>&"'
    assert tree.find(".//meta[@name='description']").get("content") == '一"><script>'
    assert tree.attrib == {
        "lang": "zh-Hant", "class": "no-js", "data-base": "../../../../", "data-kind": "article", "data-law": "xf", "data-edition": "draft",
        "data-tree": "zh-hant", "data-first": "Hant",
    }  # fmt: skip
    assert tree.find(".//header/a[@class='site-law']").attrib["href"] == "../"
    assert tree.find(".//header/a[@class='site-law']").text == "網絡法（<草案>）"
    assert tree.find(".//header/b").text == "第二條<"
    assert tree.findall(".//header/a")[1].get("href") == "../../../../zh-hans/xf/draft/art-2/"
    assert tree.find(".//footer/a").get("href") == "../provenance/"
    links = {(e.get("rel"), e.get("hreflang")): e.get("href") for e in tree.iter("link")}
    assert links["prev", None] == "../art-1/"
    assert links["next", None] == "../art-3/"
    assert links["alternate", "zh-Hant"] == "./"
    assert links["alternate", "zh-Hans"] == "../../../../zh-hans/xf/draft/art-2/"
    assert ("canonical", None) not in links
    assert not list(tree.iter("script")) + list(tree.iter("input"))


def test_with_the_address_of_the_site_known() -> None:
    """Canonical address and alternates are whole addresses."""
    tree = _tree(_shell(site_url="https://example.org/laws/").fill(_page(), AROUND))
    links = {(e.get("rel"), e.get("hreflang")): e.get("href") for e in tree.iter("link")}
    assert links["canonical", None] == f"https://example.org/laws/{PATH}"
    assert links["alternate", "zh-Hans"] == "https://example.org/laws/zh-hans/xf/draft/art-2/"
    assert links["prev", None] == "../art-1/"
    front = _page(path="zh-hant/xf/", kind="front")
    html = _shell("../../", "https://example.org/").fill(front, AROUND)
    assert '<link rel="canonical" href="https://example.org/zh-hant/xf/draft/">' in html


def test_the_pieces_of_a_page() -> None:
    """Joined they are the page; none begins within a tag; the shell's own and the navigation last."""
    page = _page()
    pieces = _shell().pieces(page, AROUND)
    assert "".join(piece.html for piece in pieces) == _shell().fill(page, AROUND)
    for piece in pieces:
        assert piece.html.rfind("<") <= piece.html.rfind(">")
        assert not piece.html.partition("<")[0].count(">")
    lasting = {piece.html for piece in pieces if piece.lasting}
    (nav,) = page.nav
    assert nav.html in lasting
    assert page.body not in lasting
    assert lasting - {nav.html} <= {
        piece.html for piece in _shell().pieces(_page(path="zh-hant/xf/draft/art-9/", title="x"), AROUND)
    }


def test_pages_outside_any_law_and_tree() -> None:
    """The root page has no counterpart and names no law; 404.html, shown at any depth, links from the site's root."""
    root = _tree(_shell("./").fill(_page(path="", law="", edition="", previous=None, next=None)))
    assert root.find(".//header/a").get("href") == "zh-hans/"
    assert root.find(".//header/a[@class='site-law']") is None
    assert root.find(".//footer/a") is None
    assert not [e for e in root.iter("link") if e.get("rel") != "stylesheet"]
    assert "data-law" not in root.attrib
    body = '<a href="zh-hans/">甲</a><a href="#content">乙</a><a href="https://example.org/">丙</a>'
    missing = _tree(
        _shell("/laws/", "https://example.org/laws/").fill(_page(path="404.html", body=body), AROUND)
    )
    assert missing.get("data-base") == "/laws/"
    assert missing.findall(".//header/a")[1].get("href") == "/laws/zh-hans/"
    assert not [e for e in missing.iter("link") if e.get("rel") == "canonical"]
    assert [e.get("href") for e in missing.find(".//main")] == [
        "/laws/zh-hans/",
        "#content",
        "https://example.org/",
    ]


def test_a_slot_in_a_pages_own_text_is_only_text() -> None:
    """What looks like a slot in a title or body stays as it is."""
    html = _shell().fill(_page(title="[[slot:body]]", body="<p>[[slot:title]] \\1</p>"), AROUND)
    assert "<title>[[slot:body]]</title>" in html
    assert "<p>[[slot:title]] \\1</p>" in html


def test_style_sheets_that_only_some_kinds_of_pages_need() -> None:
    """Pages of those kinds have them, in their order; no page says for which kinds they are."""
    sheets = "".join(
        f'<link rel="stylesheet" href="../{name}.css" data-kinds="{kinds}">\n'
        for name, kinds in (("a", "penalties penalty-coverage"), ("b", "penalty-coverage"))
    )
    html = SHELL_HTML.replace("[[slot:styles]]", f"{sheets}[[slot:styles]]")
    shell = Shell.of_html(html, HANT, "./")
    found = {}
    for kind in ("article", "penalties", "penalty-coverage"):
        tree = _tree(shell.fill(_page(kind=kind), AROUND))
        links = [e for e in tree.iter("link") if e.get("rel") == "stylesheet"]
        assert not any(e.get("data-kinds") for e in links)
        found[kind] = [e.get("href") for e in links if e.get("href") in ("../a.css", "../b.css")]
    assert found == {
        "article": [], "penalties": ["../a.css"], "penalty-coverage": ["../a.css", "../b.css"],
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(SLOTS.keys() - {"attributes"}))
def test_a_missing_or_repeated_slot_is_an_error(name: str) -> None:
    """E510: the message names the slot."""
    for html in (SHELL_HTML.replace(slot(name), ""), SHELL_HTML.replace(slot(name), slot(name) * 2)):
        with pytest.raises(SlotError, match=name):
            Shell.of_html(html, HANT, "./")


def test_a_host_of_another_form_is_an_error() -> None:
    """No <html> as expected, an unknown slot, or a leftover that is not there."""
    with pytest.raises(SlotError, match="<html>"):
        Shell.of_html(SHELL_HTML.replace("no-js", "js"), HANT, "./")
    with pytest.raises(SlotError, match="extra"):
        Shell.of_html(SHELL_HTML + "[[slot:extra]]", HANT, "./")
    with pytest.raises(SlotError, match="toggle"):
        Shell.of_html(SHELL_HTML, HANT, "./", "", ["<input class=toggle>"])
    with pytest.raises(KeyError):
        slot("extra")
