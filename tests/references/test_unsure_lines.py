"""Lines that are not known to be law are not linked, unless they are sentences."""

from __future__ import annotations

from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.law import SpanClass
from build_tools.model.source import SourceFile
from build_tools.references.layer import references_of_law

TEXT = """测试法
第一章　总则
第一条　为了测试，制定本法。
第二条　依照第一条办理。
第三条　本法自公布之日起施行。
第一章总则有哪些变化
第二条说了什么
"""


def test_lines_of_a_site_behind_the_law_are_not_linked() -> None:
    """第一章总则有哪些变化 is the title of another page, and no chapter is meant by it."""
    law = parse_law(SourceFile.of_text("x/y", "y.txt", TEXT), IssueLog())
    assert [(r.at, r.text) for r in references_of_law(law)] == [("art-2-p1", "第一条")]
    assert not [p for p in law.parts if p.kind is SpanClass.CHAPTER]
