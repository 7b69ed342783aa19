"""The layer of a whole law and of a submission: which lines are searched, and with what in mind."""

from __future__ import annotations

from pathlib import Path

from build_tools.feedback.compare.findings import compare_feedback
from build_tools.feedback.parse.document import parse_feedback
from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.reference import Reference
from build_tools.model.source import SourceFile
from build_tools.references.layer import references_of_feedback, references_of_law
from tests.references.building import law_of
from tests.references.measure import ROOT

CONTENT = ROOT / "content/laws/wangluo-fanzui-fangzhi"
PARTS = """中华人民共和国民法典
第一编 总则
第一章 基本规定
第一条 依照本编第二章的规定，适用第二编第一章。
第二章 自然人
第二条 参照第一章、本章和本法第二编的规定。
第二编 物权
第一章 一般规定
第三条 除本章另有规定外，适用本编第二章第一节和第一编。
第二章 占有
第一节 一般规定
第四条 本节没有规定的，适用本章第二节；前节规定的除外。
第二节 特别规定
第五条 前节和前章的规定，参照适用于本节。
"""
AMENDING = """中华人民共和国宪法修正案
第一条 宪法第三条增加一款，内容如下：
> 第二条 前款规定的人民代表大会，依照第五条产生。
第六条相应改为第七条。
"""


def _words(references: tuple[Reference, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(r.at, r.text, tuple(map(str, r.targets))) for r in references]


def test_parts_and_chapters_that_start_again() -> None:
    """第一章 is not clear where each 编 has one; 本编第二章 and 第二编第一章 are; 前节 is the section before."""
    found = references_of_law(law_of(PARTS))
    assert _words(found) == [
        ("art-1-p1", "本编第二章", ("ch-2",)),
        ("art-1-p1", "第二编第一章", ("pt-2-ch-1",)),
        ("art-2-p1", "第一章", ()),
        ("art-2-p1", "本章", ("ch-2",)),
        ("art-2-p1", "第二编", ("pt-2",)),
        ("art-3-p1", "本章", ("pt-2-ch-1",)),
        ("art-3-p1", "本编第二章第一节", ("pt-2-ch-2-s1",)),
        ("art-3-p1", "第一编", ("pt-1",)),
        ("art-4-p1", "本节", ("pt-2-ch-2-s1",)),
        ("art-4-p1", "本章第二节", ("pt-2-ch-2-s2",)),
        ("art-4-p1", "前节", ()),
        ("art-5-p1", "前节", ("pt-2-ch-2-s1",)),
        ("art-5-p1", "前章", ("pt-2-ch-1",)),
        ("art-5-p1", "本节", ("pt-2-ch-2-s2",)),
    ]


INSERTED = """某某法
第一条 有下列情形之一的：
（一）甲；
（二）乙；
（三）丙；
（三）之一 有第三项情形的；
（四）丁。
"""


def test_an_item_put_in_later_cites_the_item_before_it() -> None:
    """第三項 in （三）之一 is 第三項, which does not hold （三）之一."""
    source, log = SourceFile.of_text("t/t", "t.txt", INSERTED), IssueLog()
    found = references_of_law(parse_law(source, IssueLog()), log, source)
    assert _words(found) == [("art-1-p1-i3-z1", "第三项", ("art-1-p1-i3",))]
    assert not log.issues


BROKEN = """某某选举法
2015年8月29日 第十二届会议《关于修改〈中华人民共和国地方组织法〉
〈中华人民共和国全国人民代表大会和地方各级人民代表大会代表法〉的决定》第六次修正
第一条 依照宪法制定本法。
"""


def test_a_header_cites_nothing() -> None:
    """Pieces of a title, or of the history of a law, that stand on lines of their own."""
    source = SourceFile.of_text("t/t", "t.txt", BROKEN)
    assert _words(references_of_law(parse_law(source, IssueLog()))) == [("art-1-p1", "宪法", ("law:宪法",))]


def test_a_missing_article_in_an_opinion_is_told_once() -> None:
    """The comparison says so at the number; the reference, whose target is missing, does not say it again."""
    law_source = SourceFile.of_text("t/t", "t.txt", INSERTED)
    law = parse_law(law_source, IssueLog())
    text = "总体意见\n\n第1/13条和第九十九条第二款、第一条至第八十条不妥，第九十九条尤其如此。第一条第九项也是。\n"
    source, log = SourceFile.of_text("t/f", "f.txt", text), IssueLog()
    submission = parse_feedback(source, "f", IssueLog(), law=law)
    compare_feedback(submission, source, law, law_source, log)
    references_of_feedback(submission, law, log=log, source=source)
    assert [(i.code, i.words) for i in log.issues] == [
        ("E304", "13条"),
        ("E304", "第九十九条"),
        ("E304", "第一条至第八十条"),
        ("W401", "第一条第九项"),
    ]


def test_quoted_provisions_are_left_out() -> None:
    """Lines that an amending text puts into another law are not searched; what follows speaks of that law again."""
    found = references_of_law(law_of(AMENDING))
    assert _words(found) == [
        ("art-1-p1", "第三条", ("law:宪法#art-3",)),
        ("art-1-p3", "第六条", ("law:宪法#art-6",)),
        ("art-1-p3", "第七条", ("law:宪法#art-7",)),
    ]


def _source(path: Path, source_id: str) -> SourceFile:
    return SourceFile.of_text(source_id, path.name, path.read_bytes().decode("utf-8"))


def test_feedback_of_the_first_law() -> None:
    """Each opinion is read under its article; quoted provisions and headings of blocks give nothing."""
    law = parse_law(_source(CONTENT / "editions/draft-2026-01-31.hant.txt", "t/t"), IssueLog())
    source = _source(CONTENT / "feedback/lucyqin.hans.txt", "t/f")
    submission = parse_feedback(source, "lucyqin", IssueLog(), law=law)
    log = IssueLog()
    found = references_of_feedback(submission, law, log=log, source=source)
    by_words: dict[str, list[tuple[str, ...]]] = {}
    for r in found:
        by_words.setdefault(r.text, []).append(tuple(map(str, r.targets)))
    assert by_words["第六项"] == [("art-14-p1-i6",)]
    assert by_words["第一款"] == [("art-17-p1",)]
    assert by_words["第二款"] == [("art-17-p2",), ("art-39-p1-i2",)]
    assert by_words["第三款"] == [("art-44-p3",)]
    assert by_words["该条"] == [("art-12",), ("art-31",)]
    assert by_words["第三章"] == [("ch-3",)]
    assert by_words["第七条"] == [("law:立法法#art-7",)]
    assert by_words["第四十一条"] == [("law:宪法#art-41",)]
    lists = [r for r in found if r.group in ("g1", "g2", "g3", "g4")]
    assert len(lists) == 30
    assert sorted(i.code for i in log.issues) == ["N409", "N410"]
    quoted = {f.id for b in submission.blocks for q in b.quotes for f in q.fragments}
    assert not quoted & {r.at for r in found}
