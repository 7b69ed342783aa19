"""What an opinion says about HTML is text: no check takes it for a tag, and the bundle shows it as the site does."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.export.offline import offline_page
from tests.render.small_content import publish, small_content

ROOT = Path(__file__).parents[2]
LAW = "測試法\n第一條 為了防治網絡犯罪，制定本法。\n第二條 依照第一條規定辦理。\n第三條 本法自公布之日起施行。\n"
WORDS = [
    "第三条",
    "第一条",
    "“防治网络犯罪”",
    "“公布之日”",
    "范围",
    "，",
    " ",
    "甲",
    "https://example.org/a/?b=1",
    "art-1/",
    "../art-9/",
]
MARKUP = [
    '<a href="', ' href="', ' src="', '<p data-src="a/b:1-2">', ' data-from="', ' id="', ' style="', ' onclick="', ' data-added', '<sup data-added>',
    '"', "'", ">", "<", "/>", "</a>", '/">', '/" class="', "&lt;", "&quot;", "&amp;", "&", "&#62;", "=", "<script>", "<style>", "<!--", "-->",
    '<link rel="stylesheet" href="', ' data-base="/', "javascript:f()", "[[slot:body]]", "</p>", "]]>", "#p1",
]  # fmt: skip
TAG = re.compile(r"<[^>]*>")


def _build(opinion: str) -> int:
    """Publish a law with this opinion on article 2, of which `check` finds no fault; says how many pages there are."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        site = small_content(folder, LAW, f"第二条\n{opinion}\n")
        issues = publish(folder, site)
        assert not [i for i in issues if i.code != "E530"]  # words that only the host's shell asks for
        pages = sorted((folder / "site").rglob("*.html"))
        with zipfile.ZipFile(folder / "x.zip") as bundle:
            for path in pages:
                html = path.read_text(encoding="utf-8")
                offline = bundle.read(path.relative_to(folder / "site").as_posix()).decode("utf-8")
                assert TAG.sub("<>", offline) == TAG.sub("<>", html)
        return len(pages)


@pytest.mark.parametrize(
    "opinion",
    [
        '页面写作<a href="第三条">，应改。',
        '页面写作 src="第三条" ，应改。',
        '写作 href="“防治网络犯罪”/" 与<img src="第一条" alt="">。',
        '写作 id="第三条" style="第一条" onclick="“公布之日”" 。',
    ],
)
def test_attributes_around_linked_and_quoted_words(opinion: str) -> None:
    """The tag of a link or quotation that begins within the quotes of an opinion closes no attribute of it."""
    assert _build(opinion)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKUP), min_size=1, max_size=12))
def test_what_check_passes_is_built(pieces: list[str]) -> None:
    """Any mixture of words that become links or quotations with words of HTML."""
    _build("页面写作" + "".join(pieces).rstrip())


@given(
    st.lists(
        st.sampled_from(
            [' href="', "x/", '"', "&lt;", "&gt;", "#", "甲", '<a class="b" href="../c/">', "</a>"]
        )
    )
)
def test_only_links_are_rewritten(pieces: list[str]) -> None:
    """Text keeps each character in the bundle, whatever stands around it."""
    html = f"<p>{''.join(pieces)}</p>"
    assert TAG.sub("<>", offline_page(html)) == TAG.sub("<>", html)
    assert offline_page(html).count('"../c/index.html"') == html.count('href="../c/">')
