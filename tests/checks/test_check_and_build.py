"""What `check` passes, `build` publishes: generated laws and opinions with odd blanks, marks and words of HTML."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from build_tools.model.issue import IssueLog
from build_tools.model.locale import LOCALES
from build_tools.pipeline import load_site
from tests.render.small_content import publish, write_content

BLANKS = st.sampled_from(["", " ", "  ", "\u3000", "\u00a0", "\t", " \u3000 ", "\u2003"])
MARKS = st.sampled_from(
    [
        "（一）",
        "（二）",
        "(一)",
        "(1)",
        "（1）",
        "1.",
        "1、",
        "2．",
        "①",
        "②",
        "㈠",
        "⑴",
        "一、",
        "（三）之一",
        "第一項",
        "甲、",
    ]
)
WORDS = st.sampled_from(
    [
        "依照第一條的規定", "本法所稱網絡，是指系統。", "《刑法》第三條", "前款", "“網絡”", "處罰款", "第一款", "<b>", "</p>", '<a href="第二條">',
        "&amp;", 'src="第一條"', "（以下簡稱網）", "\u200b", "。", "；", "：", "下列用語的含義：", "\ufeff", "[x](y)", "**粗**", "`c`",
    ]
)  # fmt: skip
TEXT = st.lists(WORDS, min_size=1, max_size=4).map("".join)
LINE = st.builds("{}{}{}{}".format, BLANKS, st.just("") | MARKS, BLANKS, TEXT)


@st.composite
def laws(draw: st.DrawFn) -> str:
    """Two to four articles with their lines; blanks behind labels, marks and at the ends of lines."""
    lines = ["測試法"]
    for number in range(1, draw(st.integers(2, 4)) + 1):
        lines.append(f"{draw(BLANKS)}第{'零一二三四'[number]}條{draw(BLANKS)}{draw(TEXT)}{draw(BLANKS)}")
        lines += draw(st.lists(LINE, max_size=4))
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + "\n"


@st.composite
def opinions(draw: st.DrawFn) -> str:
    """Lines below headings of articles, in Chinese or English, or below none."""
    heads = st.sampled_from(
        ["第一条", "第2条", "Art. 1", "Article 2(1)", "## 第二条", "总体意见", "Arts. 1–2", "一、", ""]
    )
    lines = []
    for _ in range(draw(st.integers(1, 3))):
        lines.append(draw(heads))
        lines += draw(st.lists(LINE, min_size=1, max_size=3))
    return "\n".join(lines) + "\n"


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(laws(), opinions(), st.sampled_from(["txt", "md"]))
@example(
    "測試法\n第一條 有下列情形之一的：\n（一） 甲；\n（二）\u3000乙。\n第二條 丙。\n",
    "第一条\n意见：明确。\n",
    "txt",
)
@example(
    "測試法\n第一條 下列：\n1. 甲。\n(1) 乙。\n① 丙。\n第二條 丁。\n",
    '第一条\n写作 <a href="第二条">。\n',
    "txt",
)
def test_what_check_passes_is_built(law: str, opinion: str, suffix: str) -> None:
    """If reading finds no error, all pages of all trees are made, nothing is wrong with them, and they are published."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_content(folder, law, opinion, suffix=suffix)
        log = IssueLog()
        site = load_site(folder / "content", log)
        assume(not log.errors)
        issues = publish(folder, site)
        assert not [i for i in issues if i.code != "E530"]  # words that only the host's shell asks for
        for locale in LOCALES:
            assert (folder / "site" / locale.tag / "xf" / "draft" / "art-1" / "index.html").exists()
