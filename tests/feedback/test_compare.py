"""An opinion held against the law: quotes, quoted words, articles it names, claims it makes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.feedback.compare.findings import compare_feedback
from build_tools.feedback.parse.document import parse_feedback
from build_tools.law.parse import parse_law
from build_tools.model.feedback import FeedbackFindings, Match, Submission
from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText, walk_lines
from build_tools.model.source import SourceFile
from build_tools.text.fold import fold_characters
from build_tools.text.script import convert
from tests.feedback import held_against
from tests.feedback.held_against import LAW, LAW_SOURCE, hold
from tests.fixture_cases import Case, read_cases

CONTENT = Path(__file__).parents[2] / "content" / "laws" / "wangluo-fanzui-fangzhi"
SHOWN: dict[str, Callable[[str], str]] = {
    "quotes": held_against.quotes,
    "anchors": held_against.anchors,
    "mentions": held_against.mentions,
    "claims": held_against.claims,
}
CASES = [(name, case) for name in SHOWN for case in read_cases(f"feedback/{name}.txt")]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[case.id for _, case in CASES])
def test_cases(name: str, case: Case) -> None:
    """What is found, linked or listed is what stands in the fixture."""
    assert SHOWN[name](case.input) == case.expected


@pytest.mark.parametrize(("name", "case"), CASES, ids=[case.id for _, case in CASES])
def test_links_lead_to_the_same_words(name: str, case: Case) -> None:
    """Every linked phrase stands in the provision it is linked to, equal once script and width are folded."""
    findings, source, _ = hold(case.input)
    _check_links(findings, source, LAW, LAW_SOURCE)


@pytest.mark.parametrize("rule", ["s2t", "s2tw", "s2hk"])
@pytest.mark.parametrize("case", read_cases("feedback/anchors.txt"), ids=lambda case: case.id)
def test_script_does_not_matter(case: Case, rule: str) -> None:
    """Against the law in Traditional characters the same words are linked to the same provisions."""
    text = "".join(convert(line, rule) for line in LAW_SOURCE.text.splitlines(keepends=True))
    other_source = SourceFile.of_text("small/law", "law.txt", text)
    other = parse_law(other_source, IssueLog())
    here, there = hold(case.input)[0], hold(case.input, law=other, law_source=other_source)[0]
    assert [(a.words, a.target) for a in there.anchors] == [(a.words, a.target) for a in here.anchors]


def _seed() -> tuple[LawText, SourceFile, Submission, SourceFile]:
    (law_path,) = (CONTENT / "editions").glob("*.txt")
    (path,) = (CONTENT / "feedback").glob("*.txt")
    law_source = SourceFile.of_text("l/e", law_path.name, law_path.read_text(encoding="utf-8"))
    source = SourceFile.of_text("l/f", path.name, path.read_text(encoding="utf-8"))
    law = parse_law(law_source, IssueLog())
    return law, law_source, parse_feedback(source, "f", IssueLog(), law=law), source


@pytest.fixture(scope="module")
def seed() -> tuple[FeedbackFindings, SourceFile, LawText, SourceFile, IssueLog]:
    """The first opinion held against the draft it speaks of."""
    law, law_source, submission, source = _seed()
    log = IssueLog()
    findings = compare_feedback(submission, source, law, law_source, log)
    return findings, source, law, law_source, log


Seed = tuple[FeedbackFindings, SourceFile, LawText, SourceFile, IssueLog]


def test_quotes_of_the_first_opinion(seed: Seed) -> None:
    """15 quotes are equal once script is folded; one has a no-break space too many, in line 143."""
    findings, source, *_ = seed
    assert [c.match for c in findings.quotes].count(Match.SCRIPT) == 15
    (other,) = [c for c in findings.quotes if c.match is not Match.SCRIPT]
    assert (str(other.quote.article), other.match) == ("art-35", Match.BLANKS)
    ((span, change),) = other.changes
    assert (source.slice(span), change.operation, change.text) == ("\u00a0", "insert", "\u00a0")
    assert source.position(span.start).line == 143


def test_claims_of_the_first_opinion(seed: Seed) -> None:
    """The four lists name 30 articles; all use the words that they are listed for, and none is missing."""
    findings, *_, log = seed
    assert [len(claim.claimed) for claim in findings.claims] == [13, 10, 4, 3]
    assert all(claim.holds and claim.claimed == claim.found and not claim.note for claim in findings.claims)
    assert not log.issues


def test_articles_named_by_the_first_opinion(seed: Seed) -> None:
    """General opinions name 31 times an article; the constitution's and other laws' are not among them."""
    findings, source, *_ = seed
    general = [source.slice(m.span) for m in findings.mentions if m.place in ("c-f-1", "c-f-2")]
    assert len(general) == 31
    named = {(m.place, str(m.article)) for m in findings.mentions if m.place not in ("c-f-1", "c-f-2")}
    assert named == {("c-f-6", "art-11"), ("c-f-6", "art-13"), ("c-f-8", "art-12")}


def test_quoted_words_of_the_first_opinion(seed: Seed) -> None:
    """Words are linked where they stand, checked by reading; proposals and other laws' words are not linked."""
    findings, source, law, law_source, _ = seed
    _check_links(findings, source, law, law_source)
    linked = {(a.comment, a.words): str(a.target) for a in findings.anchors if a.target}
    assert linked["c-f-6", "任何个人和组织办理……服务"] == "art-12-p1"
    assert linked["c-f-7", "其他扰乱网络实名制管理的行为"] == "art-12-p1-i6"
    assert linked["c-f-9", "主管部门认定"] == "art-14-p1-i6"
    assert linked["c-f-17", "违背社会公序良俗"] == "art-28-p1-i4"
    assert linked["c-f-22", "非法设立的虚拟专用网络"] == "art-39-p1-i2"
    assert linked["c-f-30", "黑名单"] == "art-57-p2"
    reasons = {(a.comment, a.words): a.reason for a in findings.anchors if not a.target}
    assert reasons["c-f-9", "法律规范应当明确、具体,具有针对性和可执行性。"] == "other-law"
    assert reasons["c-f-9", "无明显正当用途的设备、软件、工具、服务"] == "proposed"
    assert reasons["c-f-18", "扰乱网络秩序"] == "ambiguous"
    assert reasons["c-f-1", "违法信息"] == "ambiguous"
    assert reasons["c-f-9", "口袋条款"] == "absent"
    assert len(findings.anchors) == 99 - len(_repeated_marks(source))


def _repeated_marks(source: SourceFile) -> list[str]:
    """Pairs of marks outside opinions: in headings of general sections and in quotes."""
    return [
        line
        for line in source.text.split("\n")
        if line.startswith("(") and "“" in line
        for _ in range(line.count("“"))
    ]


@pytest.mark.parametrize("at", range(0, 2000, 97))
def test_every_changed_character_is_noticed(at: int) -> None:
    """A character of a quote that is dropped, or put in another's place, is told at its place."""
    law, law_source, submission, source = _seed()
    quote = submission.blocks[at % len(submission.blocks)].quotes[0]
    fragment = quote.fragments[at % len(quote.fragments)]
    place = fragment.span.start + 6 + at % max(1, len(fragment.text) - 8)
    for text, kind in (
        (source.text[:place] + source.text[place + 1 :], "delete"),
        (source.text[:place] + "卍" + source.text[place + 1 :], "insert"),
    ):
        changed, log = SourceFile.of_text("l/f", "f.txt", text), IssueLog()
        parsed = parse_feedback(changed, "f", IssueLog(), law=law)
        findings = compare_feedback(parsed, changed, law, law_source, log)
        (check,) = [c for c in findings.quotes if c.quote.article == quote.article]
        assert check.match is Match.DIFFERS
        assert any(
            change.operation == kind and abs(span.start - place) <= 1 for span, change in check.changes
        )
        assert [issue.code for issue in log.issues] == ["W314"]


def test_words_of_headings_count_too() -> None:
    """A general section that names an article in its heading is entered under its own id."""
    findings, source, _ = hold("总体意见\n\n（一）授权过宽，以第四条为例\n\n建议修改。\n")
    assert [(m.place, str(m.article), source.slice(m.span)) for m in findings.mentions] == [
        ("g1", "art-4", "第四条")
    ]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["第三条", "第四条", "第5/9/99条", "“个人信息”", "“", "”", "「收集」", "“社区服务机构……原则”", "《宪法》", "本条例",
             "第二款", "。", "，", "\n", "\n\n", "> ", "第三条　任何组织、个人不得非法收集", "**", "“”", "改为", "(", ")", "（第5条）",
             "总体意见\n\n", "第七条\n\n"]
        ),
        max_size=30,
    ).map("".join)
)  # fmt: skip
def test_any_opinion_can_be_compared(text: str) -> None:
    """Whatever an opinion says, comparing it raises nothing, and every link leads to the same words."""
    findings, source, _ = hold(text)
    _check_links(findings, source, LAW, LAW_SOURCE)
    for check in findings.quotes:
        for span, change in check.changes:
            assert (span.start == span.end) == (change.operation == "delete")


def _check_links(
    findings: FeedbackFindings, source: SourceFile, law: LawText, law_source: SourceFile
) -> None:
    lines = {line.id: line for article in law.articles for line in walk_lines(article)}
    for anchor in findings.anchors:
        assert (
            (anchor.target is None) == (anchor.law_span is None) == (anchor.reason not in ("exact", "folded"))
        )
        if not anchor.target or not anchor.law_span:
            continue
        line = lines[anchor.target]
        assert line.span.start <= anchor.law_span.start < anchor.law_span.end <= line.span.end
        own = fold_characters(law_source.slice(anchor.law_span))
        words = fold_characters(anchor.words)
        if "…" not in words:
            assert own == words
        else:
            first, *_, last = [piece for piece in words.split("…") if piece]
            assert own.startswith(first)
            assert own.endswith(last)
    for mention in findings.mentions:
        assert law.article(mention.article) is not None
        assert source.slice(mention.span)
