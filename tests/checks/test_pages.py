"""A planted fault in a built page is noticed, whatever it is; a sound site gives no finding."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.checks.check import CheckInputs
from build_tools.checks.elements import Element, elements
from build_tools.checks.registry import SiteCheck
from build_tools.model.law import SpanClass
from build_tools.model.site import Site
from build_tools.publish import surroundings
from tests.checks.small_site import small_pages, small_shells, small_site

ART = "zh-hant/xf/draft/art-2/index.html"


def _built(site: Site) -> dict[str, str]:
    shells, around = small_shells(), surroundings(site, {})
    out = {}
    for page in small_pages(site):
        locale = page.path[:7] if page.path.startswith("zh-") else "zh-hant"
        depth = -1 if page.path == "404.html" else page.path.count("/")
        html = shells[locale, depth].fill(page, around.get((locale, page.law, page.edition)))
        out[page.path if page.path.endswith(".html") else f"{page.path}index.html"] = html
    return out


SITE = small_site()
PAGES = _built(SITE)
OTHERS = ("assets/site.css", *(f"{loc}/xf/draft/provenance/ledger.json" for loc in ("zh-hant", "zh-hans")))


def _codes(pages: dict[str, str], site: Site = SITE) -> list[str]:
    check = SiteCheck(CheckInputs(site))
    for path, html in pages.items():
        check.page(path, [(html, False)])
    return [issue.code for issue in check.finish((*pages, *OTHERS))]


def _with(change: Callable[[str], str], path: str = ART) -> list[str]:
    changed = change(PAGES[path])
    assert changed != PAGES[path], "the fault was not planted"
    return _codes({**PAGES, path: changed})


def _put(before: str, after: str) -> Callable[[str], str]:
    return lambda html: html.replace(before, after, 1)


def test_a_sound_site_gives_no_finding() -> None:
    """Text that looks like markup, a BOM, CRLF, a trailing NBSP, two scripts: nothing to find."""
    assert not _codes(PAGES)


@pytest.mark.parametrize("seed", range(200))
def test_mutations_of_shown_text_are_noticed(seed: int) -> None:
    """Drop, double or swap a character or a whole element of home or derived text on any page."""
    chance = random.Random(seed)
    path = chance.choice([p for p in PAGES if "data-src" in PAGES[p]])
    html = PAGES[path]
    found = [e for e in elements(html) if isinstance(e, Element)]
    element = chance.choice(found)
    start = element.at
    end = html.index("</p>", start) + 4
    if seed % 2:
        whole = html[start:end]
        if seed % 6 == 1:
            changed = html[:start] + html[end:]
        elif seed % 6 == 3:
            changed = html[:end] + whole + html[end:]
        else:
            other = chance.choice([e for e in found if e.at != start])
            if (other.source, other.start) == (element.source, element.start):
                return  # both scripts of one line: which comes first is the page's choice
            a, b = sorted((start, other.at))
            a_end, b_end = html.index("</p>", a) + 4, html.index("</p>", b) + 4
            changed = html[:a] + html[b:b_end] + html[a_end:b] + html[a:a_end] + html[b_end:]
    else:
        inner = [i for i in range(html.index(">", start) + 1, end - 4) if _in_text(html, i)]
        i = chance.choice(inner)
        if seed % 6 == 0:
            changed = html[:i] + html[i + 1 :]
        elif seed % 6 == 2:
            changed = html[:i] + html[i] + html[i:]
        else:
            j = chance.choice([k for k in inner if html[k] != html[i]])
            a, b = sorted((i, j))
            changed = html[:a] + html[b] + html[a + 1 : b] + html[a] + html[b + 1 :]
    assert changed != html
    assert _codes({**PAGES, path: changed}), f"unnoticed on {path}: {html[start:end]}"


def _in_text(html: str, i: int) -> bool:
    """A character that a reader sees: not in a tag, an entity or an added note."""
    before = html[:i]
    in_tag = before.rfind("<") > before.rfind(">")
    in_added = before.rfind("data-added") > before.rfind("</span>")
    entity = re.search(r"&[a-z]*\Z", before) or html[i] in "&;"
    return not (in_tag or in_added or entity) and html[i] not in "<>"


FAULTS = {
    "E520": [_put('href="../art-1/"', 'href="../art-9/"'), _put('href="../"', 'href="../../../../../up/"'), _put("site.css", "no.css")],
    "E521": [_put('<h1>x', '<a href="../art-1/#p9">y</a><h1>x'), _put("<h1>x", '<a href="#p9">y</a><h1>x')],
    "E522": [_put('id="p2"', 'id="p1"'), _put('id="p2"', 'id="content"')],
    "E523": [_put('<p lang="zh-Hant"', "<p"), _put('<p lang="zh-Hant"', '<p lang="zh-Hans"'), _put('<p lang="zh-Hans"', '<p lang="zh"')],
    "E524": [
        _put("<h1>x", '<img src="https://example.org/a.png" alt=""><h1>x'), _put("<h1>x", '<script src="//example.org/a.js"></script><h1>x'),
        _put("</head>", '<link rel="stylesheet" href="https://example.org/a.css"></head>'),
        _put("<h1>x", '<form action="https://example.org/"></form><h1>x'),
    ],
    "E525": [_put("第二條 本法", "第二条 本法"), _put("xf/draft:31-51", "xf/draft:31-52"), _put("xf/draft:31-51", "xy/draft:31-51"),
             _put("</mark>", "</mark>補"), _put("31-51", "51-31")],
    "E526": [_put("第二条 本法", "第二條 本法"), _put('data-derived="t2s"', 'data-derived="s2t"'), _put('data-from="xf/draft:31-51"', 'data-from="xf/draft:30-51"')],
    "E532": [_put("本法所稱", "本法\n  所稱"), _put("<h1>x", "<p>說\n明</p><h1>x")],
    "E533": [_put("<h1>x", "<script>f()</script><h1>x"), _put("<h1>x", '<h1 style="color:red">x'), _put("<h1>x", '<h1 onclick="f()">x'),
             _put("<h1>x", '<a href="javascript:f()">y</a><h1>x'), _put("<h1>x", "<style>a{}</style><h1>x")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "change"), [(code, change) for code, changes in FAULTS.items() for change in changes]
)
def test_planted_faults(code: str, change: Callable[[str], str]) -> None:
    """Each is found under its code."""
    assert code in _with(change)


def test_the_place_of_a_finding() -> None:
    """Line and column of the tag in the page, whether the page comes whole or in pieces."""
    html = PAGES[ART].replace("第二條 本法", "第二条 本法")
    line = html[: html.index("第二条 本法所稱")].count("\n") + 1
    body = html.index("<main")
    for pieces in (
        [(html, False)],
        [(html[:body], True), (html[body:], False)],
        [(html[:body], False), (html[body:], True)],
    ):
        check = SiteCheck(CheckInputs(SITE))
        check.page(ART, pieces)
        (issue,) = check.issues
        assert issue.code == "E525"
        assert issue.line == line
        assert html.split("\n")[line - 1][issue.column :].startswith(
            '<p lang="zh-Hant" data-src="xf/draft:31-51">'
        )


def test_pieces_that_many_pages_share_are_checked_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """A navigation whose links are sound in one folder and dead in another; an id that a page repeats."""
    nav = '<nav id="n"><a href="../art-1/">x</a></nav>'
    check = SiteCheck(CheckInputs(SITE))
    for path, own in (
        ("a/b/c/index.html", ""),
        ("a/d/c/index.html", ""),
        ("a/b/e/index.html", '<b id="n">x</b>'),
    ):
        check.page(path, [(nav, True), (own, False)])
    found = [(i.code, i.path) for i in check.finish(["a/b/art-1/index.html"]) if i.code != "E527"]
    assert sorted(found) == [("E520", "a/d/c/index.html"), ("E522", "a/b/e/index.html")]


def test_text_shown_nowhere_is_found() -> None:
    """E527 names the line of the source; the counterpart page tells that the two differ."""
    pages = {
        path: re.sub(r'<div id="p2">.*?</div>', "", html) if "art-2" in path else html
        for path, html in PAGES.items()
    }
    check = SiteCheck(CheckInputs(SITE))
    for path, html in pages.items():
        check.page(path, [(html, False)])
    issues = [i for i in check.finish((*pages, *OTHERS)) if i.code == "E527"]
    assert [(i.path, i.line, i.excerpt) for i in issues] == [
        ("content/laws/xf/draft.txt", 5, "（一）發布；")
    ] * 2
    assert _with(lambda html: re.sub(r'<div id="p2">.*?</div>', "", html)).count("E534") == 1


def test_text_that_looks_like_markup_is_text() -> None:
    """An opinion may speak of href="x" or of data-src: no link and no place is seen in it."""
    site = small_site(
        opinion='他写道 href="http://x/" src="//y/" data-src="a:1-2" id="content" style="x" 。\n'
    )
    assert not _codes(_built(site), site)


def test_faults_of_the_ledger_are_found() -> None:
    """E528 a gap, an overlap, text called a separator; E529 a file that the text does not give back."""
    edition = SITE.laws[0].editions[0]
    ledger = edition.text.ledger

    def codes(rows: tuple, sha256: str = edition.source.sha256) -> set[str]:
        changed = replace(
            edition, text=replace(edition.text, ledger=rows), source=replace(edition.source, sha256=sha256)
        )
        law = replace(SITE.laws[0], editions=(changed,))
        return {i.code for i in SiteCheck(CheckInputs(replace(SITE, laws=(law,)))).issues}

    assert not codes(ledger)
    assert codes(ledger[:2] + ledger[3:]) == {"E528"}
    assert codes(ledger[:-1]) == {"E528"}
    assert codes((ledger[0], *ledger)) == {"E528"}
    assert codes((ledger[0], replace(ledger[1], kind=SpanClass.SEPARATOR), *ledger[2:])) == {"E528"}
    assert codes(ledger, "0" * 64) == {"E529"}


def test_styles_that_load_from_elsewhere_are_found() -> None:
    """E524 in a style sheet: a font, an import; a picture of ours is fine."""
    check = SiteCheck(CheckInputs(SITE))
    check.style("a.css", '@font-face{src:url(../f.woff)} a{background:url("data:image/svg+xml;x")}')
    assert not check.issues
    check.style("a.css", "@font-face{src:url(https://example.org/f.woff)}")
    check.style("a.css", "@import '//example.org/a.css';")
    assert [i.code for i in check.issues] == ["E524", "E524"]


@given(
    st.lists(
        st.sampled_from(
            ["<b>", "</b>", "甲", "&amp;", "&lt;", "<i data-added>", "</i>", "<p>", " ", "乙丙", '"', "<br>"]
        ),
        max_size=12,
    )
)
def test_visible_text_is_what_a_parser_reads(pieces: list[str]) -> None:
    """For well-formed pieces the quick reading and html5lib agree on the text of an element."""
    inner = "".join(pieces)
    for name in ("b", "i", "p"):
        if len(re.findall(rf"<{name}\b", inner)) != inner.count(f"</{name}>"):
            return
    html = f'<!doctype html><body><span lang="zh-Hant" data-src="a:0-1">{inner}</span>'
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    element = tree.find(".//span")
    if element is None or "<p>" in inner or not _nested(inner):
        return
    for added in list(element.iter()):
        if "data-added" in added.attrib:
            added.text = ""
            for child in list(added):
                added.remove(child)
    found = next(elements(html))
    assert isinstance(found, Element)
    assert found.text == "".join(element.itertext())


def _nested(inner: str) -> bool:
    stack = []
    for slash, name in re.findall(r"<(/?)([a-z]+)", inner):
        if name == "br":
            continue
        if not slash:
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
    return not stack
