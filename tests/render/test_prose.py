"""Our own pages: Markdown without HTML, without blanks that Chinese text would show."""

from __future__ import annotations

import pytest

from build_tools.pages.kinds.site import PROSE
from build_tools.render.prose import render_prose
from tests.render.small_content import ROOT


def test_title_and_summary() -> None:
    """The first heading is the title, the first paragraph the summary, marks of Markdown left out."""
    prose = render_prose("# 關於\n\n本站**不是**官方文本。\n\n另一段。\n")
    assert (prose.title, prose.summary) == ("關於", "本站不是官方文本。")
    assert "<h1>關於</h1>" in prose.html


def test_a_line_end_between_chinese_characters_is_no_blank() -> None:
    """Lines are joined; between Latin words one blank stays."""
    html = render_prose("# 題\n\n第一條的\n條文\nmake\nsite\n").html
    assert "第一條的條文" in html
    assert "make site" in html


def test_html_is_shown_and_not_obeyed() -> None:
    """Neither elements nor script addresses get through."""
    html = render_prose("# 題\n\n<script>1</script> [甲](javascript:1)\n").html
    assert "<script>" not in html
    assert "javascript:1)" in html
    assert 'href="javascript' not in html


@pytest.mark.parametrize("text", ["", "沒有標題\n", "## 二級標題\n"])
def test_a_page_without_a_title_is_refused(text: str) -> None:
    """It would have no name in the navigation."""
    with pytest.raises(ValueError, match="# title"):
        render_prose(text)


@pytest.mark.parametrize("name", PROSE)
def test_each_page_stands_in_both_scripts_with_the_same_outline(name: str) -> None:
    """As many headings and paragraphs in Traditional as in Simplified, and no text that is the same in both."""
    hant, hans = (
        render_prose((ROOT / "content" / "pages" / f"{name}.{script}.md").read_text(encoding="utf-8"))
        for script in ("hant", "hans")
    )
    for tag in ("<h2>", "<p>", "<li>", "<pre>"):
        assert hant.html.count(tag) == hans.html.count(tag)
    assert hant.summary != hans.summary
