"""A chapter that is said to be violated: all its articles are, and the row says that the chapter was named."""

from __future__ import annotations

from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.penalty import NamedBy
from build_tools.model.source import SourceFile
from build_tools.penalties.find import Penalties, find_penalties
from build_tools.references.layer import references_of_law

LAW = """测试法
第一章 总则
第一条 为了测试，制定本法。
第二章 登记
第一节 一般规定
第二条 从事经营活动应当登记。
第二节 变更
第三条 变更应当登记。
第三章 法律责任
第四条 违反本法第二章规定的，处一万元以下罚款。
第五条 违反本法第二章第二节的规定，或者违反本法第一条规定的，给予警告。
"""


def _read(text: str) -> Penalties:
    law = parse_law(SourceFile.of_text("x/y", "y.txt", text), IssueLog())
    return find_penalties(law, references_of_law(law))


def test_a_chapter_is_opened() -> None:
    """第二章 has two sections with an article each."""
    row = _read(LAW).rows[0]
    assert [str(duty.target) for duty in row.duties] == ["art-2", "art-3"]
    assert row.provision.named_by is NamedBy.CHAPTER
    assert {duty.words.text for duty in row.duties} == {"第二章"}


def test_a_section_beside_an_article() -> None:
    """Both are named; that makes the 款 one that names articles."""
    row = _read(LAW).rows[1]
    assert [str(duty.target) for duty in row.duties] == ["art-3", "art-1"]
    assert row.provision.named_by is NamedBy.NAMED
