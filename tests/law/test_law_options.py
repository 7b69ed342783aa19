"""What the manifest says of a text goes before what the parser thinks, and is checked."""

from __future__ import annotations

import pytest

from build_tools.model.codes import codes
from build_tools.model.law import SpanClass
from build_tools.model.locale import Localized
from build_tools.model.manifest import LineRange
from tests.fixture_cases import read_cases
from tests.law.law_outline import outline, parse_text, problems
from tests.law.test_law import FILES

TEXT = """关于测试法的公告
请提意见。
附件1
测试法
第一条 甲。
广告
第二条 乙。
附件2
关于《测试法》的说明
一、背景
某站
"""


def _codes(log) -> list[tuple[str, int]]:
    return [(issue.code, issue.line) for issue in log.issues]


def test_lines_are_set_aside_with_the_reason_given() -> None:
    """Declared lines carry the maintainer's reason; among the articles they are warned of."""
    source, law, log = parse_text(
        TEXT,
        set_aside=(LineRange(6, 6, Localized("廣告", "广告")), LineRange(11, 11, Localized("站名", "站名"))),
    )
    aside = [(source.slice(r.span), r.reason) for r in law.ledger if r.kind is SpanClass.SET_ASIDE]
    assert aside == [("广告", "廣告"), ("某站", "站名")]
    assert _codes(log) == [("W237", 6)]
    assert [p.id for p in law.parts] == ["notice", "explanation"]
    assert problems(source, law) == []


def test_a_range_that_covers_law_is_refused() -> None:
    """第…條 within a range: an error at that line, and the text stays law."""
    _, law, log = parse_text(TEXT, set_aside=(LineRange(6, 8, Localized("廣告", "广告")),))
    assert _codes(log)[0] == ("E209", 7)
    assert [a.id.article for a in law.articles] == [(1,), (2,)]


def test_a_range_without_text_is_stale() -> None:
    """A range beyond the file, or of blank lines, is a warning."""
    _, _, log = parse_text(
        TEXT + "\n\n",
        set_aside=(LineRange(12, 13), LineRange(90, 99)),
        parts=(("notice", LineRange(50, 60)),),
    )
    assert [issue.code for issue in log.issues if issue.code == "W226"] == ["W226"] * 3


def test_declared_parts() -> None:
    """Notice, law and explanation are where the manifest says, with 附件1 and 附件2 at their heads."""
    parts = (("notice", LineRange(1, 2)), ("law", LineRange(3, 7)), ("explanation", LineRange(8, 10)))
    source, law, log = parse_text(
        TEXT,
        parts=parts,
        set_aside=(LineRange(6, 6, Localized("x", "x")), LineRange(11, 11, Localized("x", "x"))),
    )
    assert [(p.id, len(p.blocks), p.title) for p in law.parts] == [
        ("notice", 3, "关于测试法的公告"), ("explanation", 3, "关于《测试法》的说明")
    ]  # fmt: skip
    assert [b.kind.value for b in law.parts[1].blocks] == ["marker", "title", "heading"]
    assert _codes(log) == [("W237", 6)]
    assert problems(source, law) == []


def test_the_law_among_other_laws() -> None:
    """If the manifest says which lines are the law, those above and below are not."""
    text = "甲办法\n第一条 甲。\n第二条 甲。\n乙办法\n第一条 乙。\n第二条 乙。\n"
    source, law, log = parse_text(text, parts=(("law", LineRange(4, 6)), ("annex", LineRange(1, 3))))
    assert law.title == "乙办法"
    assert [a.paragraphs[0].text for a in law.articles] == ["乙。", "乙。"]
    assert log.issues == []
    assert problems(source, law) == []


def test_accepted_gaps() -> None:
    """Gaps that the manifest names are no findings; others still are."""
    text = "测试法\n第一章 甲\n第一条 甲。\n第三章 乙\n第三条 乙。\n第三条之二 丙。\n第七条 丁。\n"
    _, _, log = parse_text(text, accepted_gaps=("art-2", "art-3-z1", "art-4", "art-5", "art-6", "ch-2"))
    assert log.issues == []
    _, _, log = parse_text(text, accepted_gaps=("art-2", "art-5"))
    assert [i.message.rpartition(": ")[2] for i in log.issues] == [
        "ch-2 missing",
        "3-1 missing",
        "4, 6 missing",
    ]


def test_first_article() -> None:
    """A text may begin with another number if the manifest says so, and must then."""
    text = "测试法\n第五条 甲。\n第六条 乙。\n"
    assert parse_text(text, first_article=5)[2].issues == []
    assert _codes(parse_text(text, first_article=4)[2]) == [("E203", 2)]
    assert _codes(parse_text(text, first_article=6)[2]) == [("E203", 2)]


def test_numbers_of_five_digits() -> None:
    """Articles go up to 99,999 in Chinese and Arabic; a greater number is an error and no 款 of the article before."""
    text = "测试法\n第九千九百九十九条 甲。\n第一万条 乙。\n第10001条 丙。\n第一万零二条 丁。\n第一萬零二條之一 戊。\n"
    _, law, log = parse_text(text, first_article=9999)
    assert [a.id.article for a in law.articles] == [(9999,), (10000,), (10001,), (10002,), (10002, 1)]
    assert _codes(log) == [("N240", 4)]
    _, law, log = parse_text("测试法\n第九万九千九百九十九条 甲。\n第十万条乙。\n", first_article=99_999)
    assert [len(a.paragraphs) for a in law.articles] == [1]
    assert _codes(log) == [("E206", 3)]


@pytest.mark.parametrize("text", ["", " \n\u3000\n", "\ufeff\r\n"])
def test_no_text(text: str) -> None:
    """A file without text is an error."""
    source, law, log = parse_text(text)
    assert _codes(log) == [("E201", 0)]
    assert problems(source, law) == []


def test_every_code_is_triggered() -> None:
    """Each code of a law's text is met in a case that a lawyer can read, or here."""
    met = {"E201", "E209", "W226", "W237"}
    for name in FILES:
        for case in read_cases(f"law/law-{name}.txt"):
            met |= {line.split()[1] for line in case.expected.splitlines() if line.startswith("! ")}
    assert met == {c.code for c in codes().values() if c.stage == "law"}


def test_outline_shows_all_lines() -> None:
    """The tree that fixtures show holds every line of the text once."""
    source, law, log = parse_text(TEXT)
    shown = "\n".join(outline(source, law, log))
    assert all(line.split(" ")[-1] in shown for line in TEXT.splitlines())
