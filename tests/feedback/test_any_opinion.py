"""Opinions put together at random from what people write: parsed without an exception, without loss, as a whole."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from build_tools.feedback.compare.findings import compare_feedback
from build_tools.feedback.parse.document import parse_feedback
from build_tools.model.feedback import Submission
from build_tools.model.issue import IssueLog
from build_tools.model.law import SpanClass
from build_tools.model.source import SourceFile
from build_tools.pages.kinds.provenance import unplaced
from build_tools.text.fold import is_blank
from tests.feedback.held_against import LAW, LAW_SOURCE
from tests.feedback.whole import check_whole

_NUMBERS = st.sampled_from(
    [
        "3",
        "12",
        "99",
        "0",
        "XII",
        "7A",
        "4(2)(3)",
        "5, 7 and 9",
        "9–11",
        "11-9",
        "10-1",
        "4.2",
        "３",
        "三",
        "十条之一",
    ]
)
_WORDS = st.sampled_from(
    ["Article ", "Articles ", "ARTICLE ", "Art. ", "Arts. ", "art.", "Section ", "Re Article ", "Comments on Articles ",
     "3.1 Article ", "II. Art. ", "第", "关于第", "對第", "《社区公共数据条例》第", "《宪法》第", "【第"]
)  # fmt: skip
_AFTER = st.sampled_from(
    ["", ":", "：", " – Names", ". The term is vague.", " of the Constitution says so.", " of the draft", " ff.", "条", "條 ",
     "条：", "条规定不清。", "条】", "条（目录）", " (Catalogue)"]
)  # fmt: skip
_HEADINGS = st.builds(lambda *parts: "".join(parts), _WORDS, _NUMBERS, _AFTER)
_TEXT = st.sampled_from(
    ['<a href="第三条">第三条</a>', 'src="Article 3"', "<br>", "<br/>", "<!-- 第五条 -->", "&nbsp;", "&#31532;", "<script>", "</div>",
     "任何组织、个人不得非法收集", "“非法”的标准不清。", "The term is vague.", "建议修改为：", "理由：", "原文：", "General comments", "Conclusion",
     "Introduction", "总体意见", "結語", "此致", "……", "**", "`", "```", "~~~", "---", "===", "[x](javascript:1)", "![a](b)", "\\", "|",
     "| 条款 | 意见 |\n|---|---|\n| Art. 3 | 不清 |\n| 别的 | x |\n", "\ufffd", "\u0301", "𠀀", "①", "2026. 1. 31", "1.5", "见 https://a.b/c?d=e"]
)  # fmt: skip
_BULLETS = st.sampled_from(
    ["", "", "- ", "* ", "+ ", "1. ", "1) ", "1、", "（一）", "（一） ", "(1) ", "① ", "①　", "• ", "·", "‣ ", "◆", "> ", "> > ", "# ", "### ",
     "    ", "\t", "　　", "\u00a0", "\u200b", "\u2003", "\u00ad", "\ufeff"]
)  # fmt: skip
_BLANKS = st.sampled_from(
    ["", "", "", " ", "　", "\u00a0", "\u200b", "\u2060", "\t", "\u2028", "\x0b", "\x85"]
)
_ENDS = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r", "\n \n", "\n\u3000\n", "\n\u200b\n"])
_LINES = st.builds(
    lambda bullet, words, blank, end: bullet + words + blank + end,
    _BULLETS, st.one_of(_HEADINGS, _TEXT, st.lists(_TEXT, max_size=3).map(" ".join)), _BLANKS, _ENDS,
)  # fmt: skip
OPINIONS = st.lists(_LINES, max_size=14).map("".join)


def _parse(text: str, log: IssueLog) -> tuple[Submission, SourceFile]:
    source = SourceFile.of_text("small/y", "y.txt", text)
    return parse_feedback(source, "y", log, law=LAW), source


@settings(max_examples=300, deadline=None)
@given(text=OPINIONS)
def test_any_opinion_is_whole(text: str) -> None:
    """No exception; the ledger partitions the file; each fragment is its stretch of it; all of it is compared."""
    submission, source = _parse(text, IssueLog())
    check_whole(submission, source)
    compare_feedback(submission, source, LAW, LAW_SOURCE, IssueLog())


@settings(max_examples=300, deadline=None)
@given(text=OPINIONS)
def test_what_passes_the_check_is_shown(text: str) -> None:
    """Without an error every character has a home but blanks and markup, and nothing that is shown is blank."""
    log = IssueLog()
    submission, source = _parse(text, log)
    if log.errors:
        return
    assert unplaced(source, submission.ledger, submission.shown_spans()) == []
    for row in submission.ledger:
        words = source.slice(row.span)
        if row.kind is SpanClass.MARKUP and row.reason != "list marker":
            assert not any(char.isalnum() for char in re.sub(r"(?i)<br\s*/?>", "", words))
        elif row.kind is not SpanClass.SEPARATOR:
            assert not all(map(is_blank, words))


@settings(max_examples=150, deadline=None)
@given(heading=_HEADINGS, before=st.sampled_from(["Art. 3", "第三條", "## Article 3", "1. Article 3"]))
def test_a_heading_of_an_article_ends_the_block_before(heading: str, before: str) -> None:
    """Below a line that looks like the heading of an article nothing is filed under the article before it."""
    assume(re.search(r"art|section", heading, re.IGNORECASE))
    text = f"{before}\n\nNot clear.\n\n{heading}\n\nSomething else.\n"
    log = IssueLog()
    submission, source = _parse(text, log)
    last = submission.comments[-1]
    if "3" in {str(a).removeprefix("art-") for a in last.articles}:
        named = re.search(r"(?<![0-9])3(?![0-9])|三|３", heading)
        sentence = re.search(r"of the Constitution says|规定不清|《宪法》", heading)
        assert named or sentence, source.text
