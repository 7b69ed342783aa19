"""The arc diagram as written out: small enough for a large law, well formed, a link for each article."""

from __future__ import annotations

import gzip
from xml.etree import ElementTree

from build_tools.grammar.numerals import to_chinese
from build_tools.pages.kinds.references import references_views
from build_tools.render.templates import Templates
from tests.conftest import ROOT
from tests.pages.small_law import cite, small_law, small_tree

ARTICLES = 300


def _page() -> str:
    text = "".join(f"第{to_chinese(n)}條 依照某條。\n" for n in range(1, ARTICLES + 1))
    references = tuple(
        cite("依照某條。", f"art-{n}-p1", "某條", f"art-{(n * k) % ARTICLES + 1}")
        for n in range(1, ARTICLES + 1)
        for k in (7, 31)
    )
    tree = small_tree(small_law(text, references))
    (view,) = references_views(tree)
    return Templates(ROOT / "overrides").render("references", v=view, t=tree.words, crumbs=lambda _: "")


def test_a_law_of_300_articles_and_600_references_stays_small() -> None:
    """The whole page with diagram and table is below 60 kB gzip."""
    html = _page()
    assert html.count("data-arc=") > 550
    assert len(gzip.compress(html.encode(), 6)) < 60_000


def test_the_picture_is_well_formed_and_each_article_a_link() -> None:
    """One image with a name and a description; links outside it, each named by its own number."""
    html = _page()
    svg = ElementTree.fromstring(html[html.index("<svg") : html.index("</svg>") + 6])
    images = [e for e in svg.iter() if e.get("role") == "img"]
    assert len(images) == 1
    assert not list(images[0].iter("a"))
    for name in (images[0].get("aria-labelledby"), images[0].get("aria-describedby")):
        assert f'id="{name}"' in html
    links = list(svg.iter("a"))
    assert [a.get("href") for a in links] == [f"../art-{n}/" for n in range(1, ARTICLES + 1)]
    assert all((a.get("aria-label") or "").startswith(f"{a.find('text').text} 第") for a in links)
