"""Markdown of feedback files: marks and blocks by position, and nothing that could act as code."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.feedback.parse.document import parse_feedback
from build_tools.feedback.parse.markdown import find_marks, read_blocks
from build_tools.feedback.parse.text import FeedbackText, read_text
from build_tools.model.feedback import FragmentKind
from build_tools.model.issue import IssueLog
from build_tools.model.source import SourceFile


def _read(text: str) -> FeedbackText:
    return read_text(SourceFile.of_text("x/y", "y.md", text))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("**删除**该款", [("**删除**", "strong")]),
        ("*删除*该款", [("*删除*", "em")]),
        ("***删***", [("***删***", "em"), ("**删**", "strong")]),
        ("**甲 *乙* 丙**", [("**甲 *乙* 丙**", "strong"), ("*乙*", "em")]),
        ("用 `代码` 和 ``a`b``", [("`代码`", "code"), ("``a`b``", "code")]),
        ("[说明](https://example.org/甲 \"题\")", [("[说明](https://example.org/甲 \"题\")", "link:https://example.org/%E7%94%B2")]),
        ("[**粗**](mailto:a@b.cn)", [("[**粗**](mailto:a@b.cn)", "link:mailto:a@b.cn"), ("**粗**", "strong")]),
        ("<https://example.org>", [("<https://example.org>", "link:https://example.org")]),
        (r"\*不是\* \[a](http://b)", []),
        ("甲* 乙 2 * 3 = 6", []),
        ("没有标记。", []),
    ],
)  # fmt: skip
def test_inline_marks(text: str, marks: list[tuple[str, str]]) -> None:
    """Emphasis, code and links are found where they stand, their markup included; the text is untouched."""
    assert [(text[a:b], kind) for a, b, kind in find_marks(text).emphasis] == marks


@pytest.mark.parametrize(
    "text",
    ["[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))", "[x](vbscript:x)",
     "[x](data:text/html,x)", "[x](file:///etc/passwd)", "[x](../x)", "![x](javascript:x)", "<javascript:x>", "[x](//host/x)"],
)  # fmt: skip
def test_addresses_that_are_no_links(text: str) -> None:
    """Only http, https and mailto are links; all else is text, and is told."""
    marks = find_marks(text)
    assert marks.emphasis == ()
    assert [at for at, _ in marks.rejected] == [0]


PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</textarea><script>", "{{ 7*7 }}",
    "{% include 'x' %}", '--8<-- "mkdocs.yml"', "<!-- x -->", "<![CDATA[x]]>", "&lt;script&gt;", "<?php x ?>", "javascript:alert(1)",
    "[a]: http://example.org", "[a]: javascript:x 'y'", "<a href='javascript:x'>", "$(rm -rf)", "'\"><b>", "\\u003cscript\\u003e",
    "<details open ontoggle=alert(1)>", "<style>*{}</style>", "<base href=x>", "<iframe srcdoc=x>", "!!python/object:x",
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize(
    "form",
    [
        "第三条\n\n{}\n",
        "## 第三条\n\n> {}\n\n见上。\n",
        "## 第三条\n\n- {}\n",
        "# {}\n\n## 第三条\n\n见上。\n",
    ],
)
def test_markup_of_other_languages_is_text(payload: str, form: str) -> None:
    """HTML, templates and includes are characters like any other: shown whole, linked nowhere."""
    text = form.format(payload)
    source = SourceFile.of_text("x/y", "y.md", text)
    submission = parse_feedback(source, "y", IssueLog())
    fragments = [f for c in submission.comments for f in c.fragments] + list(submission.front)
    fragments += [submission.title] if submission.title else []
    fragments += [f for b in submission.blocks for q in b.quotes for f in q.fragments]
    holding = [f for f in fragments if payload in f.text]
    assert len(holding) == 1
    assert not [kind for _, _, kind in holding[0].emphasis if kind.startswith("link:")]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_a_cell_is_text(payload: str) -> None:
    """The same in a table, where only a bar would end the cell."""
    text = f"| 条款 | 意见 |\n|---|---|\n| 第三条 | {payload} |\n"
    submission = parse_feedback(SourceFile.of_text("x/y", "y.md", text), "y", IssueLog())
    assert [f.text for c in submission.comments for f in c.fragments] == [payload]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## 题 ##\n", [("heading", "题")]),
        ("题\n===\n", [("heading", "题")]),
        ("一句话。\n---\n下一句\n", [("paragraph", "一句话。"), ("paragraph", "下一句")]),
        ("> 甲\n> > 乙\n丙\n", [("quote", "甲"), ("quote", "乙"), ("quote", "丙")]),
        ("- 甲\n  - 乙\n    丙\n", [("suggestion", "甲"), ("suggestion", "乙"), ("paragraph", "丙")]),
        ("    缩进四格\n\t制表符\n", [("paragraph", "缩进四格"), ("paragraph", "制表符")]),
        ("　　全角缩进　\n\u00a0不间断空格\u00a0\n", [("paragraph", "全角缩进　"), ("paragraph", "不间断空格\u00a0")]),
        ("```py\n# 注\n\n  缩进\n```\n", [("code", "py"), ("code", "# 注"), ("code", "缩进")]),
        ("| 甲 | 乙\\|丙 |\n|-|-|\n| <br> 丁<br/>戊 | - |\n", [("cell", "甲"), ("cell", "乙\\|丙"), ("cell", "丁"), ("cell", "戊")]),
        ("> | 甲 | 乙 |\n> |-|-|\n> | 丙 | 丁 | 多一格 |\n", [("cell", c) for c in ("甲", "乙", "丙", "丁", "多一格")]),
        ("2026. 1. 31\n", [("paragraph", "2026. 1. 31")]),
        ("2026.\n", [("paragraph", "2026.")]),
        ("2026. 年初\n", [("paragraph", "2026. 年初")]),
        ("0. 02\n", [("suggestion", "02")]),
        ("[甲]: http://example.org\n", [("paragraph", "[甲]: http://example.org")]),
        ("> " * 60 + "深处\n", [("paragraph", "> " * 60 + "深处")]),
        ("甲\r乙\r\n丙", [("paragraph", "甲"), ("paragraph", "乙"), ("paragraph", "丙")]),
        ("***\n\u200b\n-\n", []),
    ],
)  # fmt: skip
def test_lines(text: str, lines: list[tuple[str, str]]) -> None:
    """One source line or cell is one visible line; block markup and indents lie outside."""
    assert [(line.kind.value, line.text) for line in _read(text).lines] == lines


def test_markers_and_rows() -> None:
    """Numbers and bullets are kept beside the text, cells know their row and column."""
    found = _read("1. 甲\n2) 乙\n\n- 丙\n\n| 甲 | 乙 |\n|-|-|\n|  | 丙 |\n")
    assert [line.marker for line in found.lines if line.kind is FragmentKind.SUGGESTION] == ["1.", "2)", "-"]
    assert [(c.row, c.column, c.text) for c in found.lines if c.kind is FragmentKind.CELL] == [
        (0, 0, "甲"), (0, 1, "乙"), (1, 1, "丙"),
    ]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="甲乙 \t\n\r>#-+*|=`~_[]()<>&\\1.:/a。　\u00a0\u200b", max_size=60))
def test_visible_lines_are_exact(text: str) -> None:
    """Each visible line is its stretch of the file; what lies between is blanks and block markup only."""
    source = SourceFile.of_text("x/y", "y.md", text)
    found = read_text(source)
    position = 0
    for line in found.lines:
        assert line.text == source.slice(line.span) != ""
        assert line.span.start >= position
        position = line.span.end
        assert source.position(line.span.start).line == line.number
    spans = [span for line in found.lines for span in (line.span, line.marker_span) if span]
    outside = [c for i, c in enumerate(text) if not any(span.start <= i < span.end for span in spans)]
    assert not set(outside) & set("甲乙_[]()&\\/a。")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="甲 *_`[]()<>!\\http:/ab.", max_size=40))
def test_marks_lie_within_the_line(text: str) -> None:
    """Marks are ranges of the line, nested or apart."""
    marks = find_marks(text).emphasis
    for start, end, _ in marks:
        assert 0 <= start < end <= len(text)
    for a, b, _ in marks:
        for c, d, _ in marks:
            assert not a < c < b < d


def test_blocks_know_their_columns() -> None:
    """The column at which a row's text begins is that behind its block quotes and list markers."""
    blocks = read_blocks(["> - 甲", ">   乙"])
    assert blocks.columns == {0: 4, 1: 4}
