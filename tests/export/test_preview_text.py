"""The script files with the texts of previews: what is cited and nothing else, the same bytes each time."""

from __future__ import annotations

import json
import re

from build_tools.export.preview_text import MOST, preview_files
from build_tools.model.export import ExportedFile, ExportInputs
from build_tools.model.locale import Localized
from build_tools.model.site import LawRecord, Site
from build_tools.pipeline import link_site
from tests.pages.small_law import cite, opinion, small_feedback, small_law

LINES = (
    "甲。",
    "不得：",
    "（一）發布；",
    "（二）出售。",
    "前款除外。",
    "長" * 900,
    "依照第二條至第五條、本法第一章、《別法》第一條。",
)
TEXT = (
    "第一章 總則\n第一條 {}\n第二條 {}\n{}\n{}\n{}\n第三條 三。\n第四條 四。\n第五條 {}\n第二章 罰則\n第六條 {}\n"
).format(*LINES)  # fmt: skip


def _files(*laws: LawRecord) -> tuple[ExportedFile, ...]:
    site = Site(laws=laws)
    return tuple(preview_files(ExportInputs(site, link_site(site.laws))))


def _laws() -> tuple[LawRecord, LawRecord]:
    references = (
        cite(LINES[4], "art-2-p2", "前款", "art-2-p1", "relative"),
        cite(LINES[6], "art-6-p1", "第二條至第五條", "art-2-p1-i2 art-3 art-4 art-5", "range"),
        cite(LINES[6], "art-6-p1", "第一章", "ch-1", "chapter", "本法"),
        cite(LINES[6], "art-6-p1", "第一條", "law:别法#art-1", "law-article", "《別法》"),
    )
    said = "第六条第一款过宽。"
    feedback = small_feedback(
        (opinion(1, said, ("art-5",)),), (cite(said, "f1", "第六条第一款", "art-6-p1", "paragraph"),)
    )
    law = small_law(TEXT, references, (feedback,))
    other = small_law("第一條 別的。\n", slug="bie", title=Localized("別法", "别法"))
    return law, other


def _texts(data: bytes) -> dict[str, list]:
    found = re.fullmatch(r"self\.duizhaoPreview\.add\((.*)\);\n", data.decode(), re.DOTALL)
    return json.loads(found[1])


def test_a_file_holds_what_is_cited_and_nothing_else() -> None:
    """Parts with what is above and below them, both ends of a range, headings, opinions' targets, other laws here."""
    files = _files(*_laws())
    assert [(f.law, f.edition) for f in files] == [("fa", "draft")]
    texts = _texts(files[0].data)
    assert sorted(texts) == ["art-2", "art-5", "art-6", "bie/draft/art-1", "ch-1"]
    assert [row[0] for row in texts["art-2"][2]] == ["p1", "p1-i1", "p1-i2"]
    assert texts["bie/draft/art-1"] == ["《別法》第一條", "《别法》第一条", [["p1", 0, "別的。", "别的。"]]]


def test_lines_come_in_both_scripts_once_if_alike_and_with_their_number() -> None:
    """發布 and 发布; 出售 once; 第一款 where the article has two."""
    rows = _texts(_files(*_laws())[0].data)["art-2"][2]
    assert rows == [
        ["p1", 0, "不得：", 0, "第一款"],
        ["p1-i1", 1, "（一）發布；", "（一）发布；"],
        ["p1-i2", 1, "（二）出售。"],
    ]


def test_a_chapter_says_what_it_holds() -> None:
    """First and last article with the number of articles, in both scripts."""
    assert _texts(_files(*_laws())[0].data)["ch-1"] == [
        "第一章 總則",
        "第一章 总则",
        [["", 0, "第一條至第五條，共 5 條", "第一条至第五条，共 5 条"]],
    ]


def test_a_line_is_no_longer_than_what_can_be_shown() -> None:
    """The browser shows some 380 characters at most."""
    assert len(_texts(_files(*_laws())[0].data)["art-5"][2][0][2]) == MOST


def test_the_name_changes_with_the_content_only() -> None:
    """Two runs give the same bytes under the same name."""
    one, two = _files(*_laws()), _files(*_laws())
    assert one == two
    assert re.fullmatch(r"assets/previews/fa-draft\.[0-9a-f]{8}\.js", one[0].path)


def test_an_edition_that_cites_nothing_has_no_file() -> None:
    """Nothing is published for it."""
    assert _files(small_law("第一條 甲。\n")) == ()
