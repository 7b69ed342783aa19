"""Feedback files of many manners: what is a heading, a quote, an opinion; and that nothing is lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.feedback.parse.document import parse_feedback
from build_tools.law.parse import parse_law
from build_tools.model.feedback import FragmentKind, Submission
from build_tools.model.issue import IssueLog, Severity
from build_tools.model.law import LawText, SpanClass
from build_tools.model.locale import Localized
from build_tools.model.manifest import LineRange
from build_tools.model.source import SourceFile
from build_tools.text.script import convert
from tests.feedback.feedback_outline import outline
from tests.feedback.whole import check_whole
from tests.fixture_cases import FIXTURES, Case, read_cases

CONTENT = Path(__file__).parents[2] / "content" / "laws" / "wangluo-fanzui-fangzhi"
BY_FORM = read_cases("feedback/form.txt")
BY_LAW = [c for name in ("plain", "markdown", "english") for c in read_cases(f"feedback/{name}.txt")]


def _small_law() -> LawText:
    text = (FIXTURES / "feedback" / "law.txt").read_text(encoding="utf-8")
    return parse_law(SourceFile.of_text("small/law", "law.txt", text), IssueLog())


SMALL_LAW = _small_law()


def _parse(text: str, law: LawText | None = None) -> tuple[Submission, SourceFile, IssueLog]:
    source, log = SourceFile.of_text("small/y", "y.txt", text), IssueLog()
    return parse_feedback(source, "y", log, law=law), source, log


@pytest.mark.parametrize("case", BY_LAW, ids=lambda case: case.id)
def test_manners_with_the_law(case: Case) -> None:
    """Each manner of writing gives the headings, quotes, opinions and findings that stand in the fixture."""
    assert outline(*_parse(case.input, SMALL_LAW)) == case.expected


@pytest.mark.parametrize("case", BY_FORM, ids=lambda case: case.id)
def test_manners_without_the_law(case: Case) -> None:
    """Without the law the form decides; what is not surely a quote is an opinion."""
    assert outline(*_parse(case.input)) == case.expected


@pytest.mark.parametrize("case", [*BY_LAW, *BY_FORM], ids=lambda case: case.id)
def test_every_character_has_its_place(case: Case) -> None:
    """Each fragment is its stretch of the file, and the ledger divides the file without gap or overlap."""
    submission, source, _ = _parse(case.input, SMALL_LAW)
    check_whole(submission, source)


@pytest.mark.parametrize("case", [*BY_LAW, *BY_FORM], ids=lambda case: case.id)
def test_line_ends_do_not_matter(case: Case) -> None:
    """CRLF and a byte order mark change no opinion, quote or heading."""
    plain, source, _ = _parse(case.input, SMALL_LAW)
    windows, other, _ = _parse("\ufeff" + case.input.replace("\n", "\r\n"), SMALL_LAW)
    check_whole(windows, other)
    assert _texts(windows) == _texts(plain)
    assert other.text.encode() == b"\xef\xbb\xbf" + source.text.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("case", BY_LAW, ids=lambda case: case.id)
def test_both_scripts_read_alike(case: Case) -> None:
    """A document in Traditional characters is divided as the same one in Simplified characters."""
    plain, _, _ = _parse(case.input, SMALL_LAW)
    text = "".join(convert(line, "s2t") for line in case.input.splitlines(keepends=True))
    other, _, _ = _parse(text, SMALL_LAW)
    assert [c.articles for c in other.comments] == [c.articles for c in plain.comments]
    assert [len(c.fragments) for c in other.comments] == [len(c.fragments) for c in plain.comments]
    assert [len(b.quotes) for b in other.blocks] == [len(b.quotes) for b in plain.blocks]
    assert len(other.general) == len(plain.general)


@pytest.fixture(scope="module")
def law_of_the_seed() -> LawText:
    """The draft as the Ministry published it, in Traditional characters."""
    (path,) = (CONTENT / "editions").glob("*.txt")
    return parse_law(SourceFile.of_text("l/e", path.name, path.read_text(encoding="utf-8")), IssueLog())


def _seed(law: LawText | None) -> tuple[Submission, SourceFile, IssueLog]:
    (path,) = (CONTENT / "feedback").glob("*.txt")
    source, log = SourceFile.of_text("l/f", path.name, path.read_text(encoding="utf-8")), IssueLog()
    return parse_feedback(source, "f", log, law=law), source, log


def test_the_first_opinion(law_of_the_seed: LawText) -> None:
    """16 blocks with one quote each, 5 general sections; opinions by article as counted by reading."""
    submission, source, log = _seed(law_of_the_seed)
    assert not log.issues
    check_whole(submission, source)
    assert [s.id for s in submission.general] == ["g1", "g2", "g3", "g4", "g5"]
    assert [len(s.comments) for s in submission.general] == [1] * 5
    suggestions = [
        sum(f.kind is FragmentKind.SUGGESTION for f in s.comments[0].fragments) for s in submission.general
    ]
    assert suggestions == [3, 3, 3, 3, 0]
    assert len(submission.blocks) == 16
    assert all(len(block.quotes) == 1 for block in submission.blocks)
    counts = Counter(str(a) for c in submission.comments for a in c.articles)
    assert counts == {
        "art-12": 3, "art-14": 1, "art-15": 2, "art-17": 2, "art-18": 1, "art-24": 1, "art-28": 3, "art-31": 1,
        "art-35": 1, "art-36": 1, "art-39": 1, "art-41": 1, "art-44": 3, "art-51": 2, "art-56": 1, "art-57": 1,
    }  # fmt: skip
    assert submission.title is not None
    assert submission.title.text == "对《网络犯罪防治法(征求意见稿)》的反馈意见"


def test_the_first_opinion_needs_no_law(law_of_the_seed: LawText) -> None:
    """The form of the document alone gives the same division."""
    assert _texts(_seed(None)[0]) == _texts(_seed(law_of_the_seed)[0])


def test_quotes_keep_a_trailing_no_break_space() -> None:
    """The no-break space at the end of a quoted line belongs to the quote, so that the comparison can show it."""
    submission, _, _ = _seed(None)
    block = next(b for b in submission.blocks if str(b.article) == "art-35")
    assert block.quotes[0].fragments[5].text.endswith("配合开展侦查调查;\u00a0")
    assert [f.text[-1] == "\u00a0" for f in block.quotes[0].fragments].count(True) == 1


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("“第三条。”不清。建议删除。", "“第三条。”不清。"),
        ("依照（第3.1条。）办理。后文", "依照（第3.1条。）办理。"),
        ("见 www.example.org/a.html。后文", "见 www.example.org/a.html。"),
        ("罚款3.5万元过低！应当提高。", "罚款3.5万元过低！"),
        ("没有句号", "没有句号"),
        ("“没有收尾的引号。后文。", "“没有收尾的引号。"),
        ("标准不清.建议列举.", "标准不清."),
        ("意见：过宽。删除。", "过宽。"),
        ("1、过宽。删除。", "过宽。"),
    ],
)
def test_point_is_the_first_sentence(text: str, point: str) -> None:
    """The point ends at the first full stop outside quotation marks, brackets, numbers and addresses."""
    submission, source, _ = _parse(f"第三条\n\n{text}\n")
    assert [source.slice(c.point_span) for c in submission.comments] == [point]


def test_numbers_stand_outside_the_text() -> None:
    """The number of an opinion is its marker; shown in the ledger like the text, a bullet as markup."""
    submission, source, _ = _parse("第三条\n\n1、甲。\n\n## 第四条\n\n2. 乙。\n\n## 第五条\n\n- 丙。\n")
    fragments = [c.fragments[0] for c in submission.comments]
    assert [(f.marker, f.text) for f in fragments] == [("1、", "甲。"), ("2.", "乙。"), ("-", "丙。")]
    kinds = {row.span: row.kind for row in submission.ledger}
    assert [kinds[f.marker_span] for f in fragments if f.marker_span] == [
        SpanClass.FEEDBACK_ARTICLE, SpanClass.FEEDBACK_ARTICLE, SpanClass.MARKUP,
    ]  # fmt: skip
    assert [source.slice(f.marker_span) for f in fragments if f.marker_span] == ["1、", "2.", "-"]


def test_lines_set_aside_are_read_by_nobody() -> None:
    """Lines that law.toml sets aside are one span with its reason, and belong to no opinion."""
    text = "来源：某网站\n分享\n第三条\n\n标准不清。\n\n点赞\n"
    source, log = SourceFile.of_text("small/y", "y.txt", text), IssueLog()
    ranges = (LineRange(1, 2, Localized("網站", "网站")), LineRange(7, 99, Localized("按鈕", "按钮")))
    submission = parse_feedback(source, "y", log, set_aside=ranges)
    check_whole(submission, source)
    aside = [(r.reason, source.slice(r.span)) for r in submission.ledger if r.kind is SpanClass.SET_ASIDE]
    assert aside == [("網站", "来源：某网站\n分享"), ("按鈕", "点赞")]
    assert [f.text for c in submission.comments for f in c.fragments] == ["标准不清。"]
    assert submission.title is None


def test_order_names_everything_once() -> None:
    """`order` lists title, lines outside, sections and blocks (by the id of their heading) as they come."""
    text = "# 意见\n\n引言\n\n## 总体意见\n\n过宽。\n\n## 第三条\n\n不清。\n\n## 第三条\n\n还有。\n"
    submission, _, _ = _parse(text)
    assert submission.order == ("f-y-1", "f-y-3", "f-y-5", "g1", "f-y-9", "f-y-13")
    assert [b.heading.id for b in submission.blocks] == ["f-y-9", "f-y-13"]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "# 标题\n", "第三条\n", "> 第三条 任何人\n"])
def test_file_without_opinion_is_an_error(text: str) -> None:
    """A file that holds no opinion says so."""
    submission, source, log = _parse(text)
    check_whole(submission, source)
    assert "E301" in [issue.code for issue in log.errors]


def test_quotes_of_another_law_stay_quotes() -> None:
    """If the quotes of a whole file resemble nothing in the law, the form decides, and the comparison tells."""
    text = "".join(
        f"第{n}条\n\n第{n}条　饲养犬只应当登记，并按照规定接种疫苗。\n\n应当缩短期限。\n\n" for n in "三四五"
    )
    submission, _, _ = _parse(text, SMALL_LAW)
    assert [len(block.quotes) for block in submission.blocks] == [1, 1, 1]


def test_unknown_article_names_its_neighbours() -> None:
    """The message names the article as written, the hint the nearest that exist."""
    _, _, log = _parse("第十三条\n\n建议删除。\n", SMALL_LAW)
    (issue,) = log.errors
    assert (issue.code, issue.line, issue.column, issue.severity) == ("E302", 1, 0, Severity.ERROR)
    assert "第十三条" in issue.message
    assert "第十二条" in issue.hint


_TOKENS = st.sampled_from(
    ["第三条", "第四条 ", "第12条", "第4/16/99条", "第二十百条", "任何个人和组织", "办理服务，应当提供。", "\n", "\n\n",
     "\r\n", "\r", "　　", "\u00a0", "> ", "- ", "1. ", "1、", "（一）", "# ", "## ", "|", "| a | b |\n|---|---|\n",
     "“", "”", "。", "：", "建议", "理由：", "意见：", "原文：", "总体意见", "具体意见", "```", "---", "===", "**", "*",
     "`", "<script>", "[x](javascript:1)", "《宪法》第三十五条", "……", "\t", "2026. 1. 31", "\ufeff", "\u200b", "\\",
     "<br>", "①", "此致", "    "]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_TOKENS, max_size=40).map("".join))


@settings(max_examples=150, deadline=None)
@given(text=_TEXTS, with_law=st.booleans())
def test_any_text_is_divided_without_loss(text: str, with_law: bool) -> None:
    """Whatever the text, parsing raises nothing, loses nothing and invents nothing."""
    submission, source, _ = _parse(text, SMALL_LAW if with_law else None)
    check_whole(submission, source)


def _texts(submission: Submission) -> list[object]:
    return [
        submission.title.text if submission.title else None,
        [f.text for f in submission.front],
        [(s.heading.text if s.heading else None) for s in submission.general],
        [(str(b.article), b.heading.text, [[f.text for f in q.fragments] for q in b.quotes]) for b in submission.blocks],
        [(tuple(map(str, c.articles)), [(f.marker, f.text) for f in c.fragments]) for c in submission.comments],
    ]  # fmt: skip
