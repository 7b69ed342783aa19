"""What can be found, and where it leads."""

from __future__ import annotations

from build_tools.model.variant import Script
from build_tools.pages.found import Document
from build_tools.pages.registry import documents
from tests.search.small_site import edition_of, feedback_of, law_record

LAW = """公告:征求意見。
第一章 總　則
第一條 為了防治網絡犯罪,制定本法。
第二條 應當登記使用范圍:
（一）服務；
（二）其他。
依照前款辦理。
第二條之一 附加。
說明:共1章3條。
"""
FEEDBACK = """# （一）权力边界
建议明确范围。
第二条：“范围”不清。
"""


def _documents() -> tuple[Document, ...]:
    record = edition_of(LAW, Script.HANT, feedback=(feedback_of(FEEDBACK, Script.HANS),))
    return tuple(documents(law_record(record), record))


def test_everything_is_there_once_in_order() -> None:
    """Title, heading, articles, parts, opinions."""
    assert [(d.kind, d.page, d.head) for d in _documents()] == [
        ("law", "", True),
        ("heading", "ch-1", True),
        ("provision", "art-1", True),
        ("provision", "art-2", True),
        ("provision", "art-2-z1", True),
        ("notice", "notice", True),
        ("explanation", "explanation", True),
        ("submission", "opinions", True),
        ("general", "general", True),
        ("opinion", "art-2", False),
    ]


def test_lines_lead_to_their_rows() -> None:
    """Each 款 and 項 by its fragment; general opinions by submission and section."""
    by_page = {(d.kind, d.page): [line.at for line in d.lines] for d in _documents()}
    assert by_page["provision", "art-2"] == ["", "p1", "p1-i1", "p1-i2", "p2"]
    assert by_page["notice", "notice"] == ["", "notice-1"]
    assert by_page["general", "general"] == ["wang-g1", "c-wang-1"]
    assert by_page["opinion", "art-2"] == ["c-wang-2"]


def test_lines_are_in_display_form_and_in_both_scripts() -> None:
    """As the page shows them: full-width marks, the source's own characters, the converter's other script."""
    lines = {line.at: line.texts for d in _documents() if d.page == "art-2" for line in d.lines}
    assert (lines["p1"].written, lines["p1"].other) == ("應當登記使用范圍：", "应当登记使用范围：")
    assert lines["c-wang-2"].hans
    assert lines["c-wang-2"].other == "第二條：“範圍”不清。"
    heading = next(d for d in _documents() if d.kind == "heading").lines[0].texts
    assert (heading.written, heading.other) == ("第一章 總則", "第一章 总则")
