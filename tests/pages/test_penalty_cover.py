"""Which articles penalties name: states, lists, and what is never inferred."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.law.parse import parse_law
from build_tools.layer_kind import LawInputs
from build_tools.layers import layers_of_law
from build_tools.model.issue import IssueLog
from build_tools.model.locale import LOCALES
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.model.source import SourceFile
from build_tools.model.variant import Script
from build_tools.pages.edition import prepare_edition
from build_tools.pages.kinds.penalty_coverage import CoverageView, coverage_entries, coverage_views
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.penalty_cover import Coverage, CoverState, coverage
from build_tools.pipeline import link_site
from tests.small_records import SOME_LAW, edition_record, small_manifest

LAW = """某法
第一章 總則
第一條 為了防治犯罪，制定本法。
第二章 義務
第二條 企業應當登記。
企業不得出租登記證。
第三條 企業應當報告。
主管部門應當及時處理。
第四條 主管部門應當公布名單。
第五條 企業可以委託代理人。
第六條 任何單位不得偽造證件：
（一）印製證件的；
（二）買賣證件的。
第七條 企業應當保存記錄。
第三章 法律責任
第八條 違反本法第二條第一款、第五條規定的，由主管部門處一萬元以下罰款。
第九條 違反本法第六條第（一）項規定的，由主管部門處二萬元以下罰款。
第十條 偽造、變造登記證的，由公安機關處三萬元以下罰款。
第十一條 違反本法第七條規定的，由主管部門責令改正。
第十二條 違反本法規定，構成犯罪的，依法追究刑事責任。
"""


def _record(text: str) -> EditionRecord:
    source = SourceFile.of_text("fa/draft", "fa/draft.txt", text)
    law = parse_law(source, IssueLog())
    record = edition_record(source, law, Script.HANT)
    return replace(record, layers=layers_of_law(LawInputs(source, law)))


def _cover(text: str = LAW) -> Coverage:
    return coverage(_record(text))


def _view(text: str) -> CoverageView | None:
    record = _record(text)
    law = LawRecord(small_manifest("fa", SOME_LAW, SOME_LAW, (record.facts,)), (record,))
    tree = LocalizedEdition(prepare_edition(law, record, link_site((law,))), LOCALES[0])
    views = list(coverage_views(tree))
    assert bool(list(coverage_entries(tree))) == bool(views)
    return views[0] if views else None


def test_the_state_of_each_article() -> None:
    """Named whole, in part, not at all; penalties; and what binds nobody or authorities only."""
    states = {int(name.removeprefix("art-")): state.value for name, state in _cover().states.items()}
    assert states == {
        1: "none", 2: "partly", 3: "gap", 4: "none", 5: "punished", 6: "partly", 7: "punished",
        8: "penal", 9: "penal", 10: "penal", 11: "penal", 12: "none",
    }  # fmt: skip
    assert _cover().state_of("art-99") is CoverState.NONE


def test_duties_that_nothing_names() -> None:
    """By 款; those of authorities apart; likeness to a conduct that is punished (偽造) covers nothing."""
    cover = _cover()
    assert [str(d.at) for d in cover.gaps] == ["art-2-p2", "art-3-p1"]
    assert [str(d.at) for d in cover.office_gaps] == ["art-3-p2", "art-4-p1"]
    assert [str(u.provision.at) for u in cover.unnamed] == ["art-10-p1"]


def test_a_measure_that_shall_be_taken_is_no_duty_without_penalty() -> None:
    """應當依法查封 is what follows; the sentence before it still binds somebody and stays."""
    cover = _cover(
        LAW.replace(
            "第七條 企業應當保存記錄。",
            "第七條 企業應當保存記錄。企業從事詐騙等犯罪活動的，對其財產應當依法查封、扣押。",
        ).replace("違反本法第七條規定", "違反本法第三條規定")
    )
    told = [(str(gap.at), gap.modals[0].words.text) for gap in cover.gaps if gap.at.article == (7,)]
    assert told == [("art-7-p1", "應當")]


def test_the_other_lists() -> None:
    """Orders alone; named without a word of duty; parts that are left out; what holds for the whole law."""
    cover = _cover()
    assert [str(group[0].provision.at) for group in cover.orders] == ["art-11-p1"]
    assert [str(n.at) for n in cover.without_duty] == ["art-5"]
    assert [str(n.at) for n in cover.left_out] == ["art-2-p2", "art-6-p1-i2"]
    assert [(str(r.provision.at), r.kind) for r in cover.general] == [("art-12-p1", "criminal")]


def test_a_chapter_names_all_its_articles() -> None:
    """違反本法第二章規定."""
    text = re.sub(r"第八條.*\n", "第八條 違反本法第二章規定的，由主管部門處一萬元以下罰款。\n", LAW)
    states = _cover(text).states
    assert {states[f"art-{n}"] for n in range(2, 8)} == {CoverState.PUNISHED}
    assert not _cover(text).gaps


def test_the_page_says_what_each_list_stands_on() -> None:
    """Both scripts, the modal word marked, a link to the place; the figures lead to the lists."""
    view = _view(LAW)
    assert view is not None
    gaps = next(section for section in view.sections if section.id == "gaps")
    assert [(r.place.title, r.place.href, r.key) for r in gaps.rows] == [
        ("第二條第二款", "../art-2/#p2", ("不得",)),
        ("第三條第一款", "../art-3/#p1", ("應當",)),
    ]
    assert gaps.rows[0].lines[0].source.text == "企業不得出租登記證。"
    assert gaps.rows[0].lines[0].derived.text == "企业不得出租登记证。"
    assert [(m.start, m.end) for m in gaps.rows[0].lines[0].source.marks] == [(2, 4)]
    assert [link.title for link in gaps.rows[0].links] == ["第八條"]
    assert [link.title for link in gaps.general] == ["第十二條"]
    assert (gaps.silent, view.silent) == (1, 1)
    ids = {section.id for section in view.sections} | {"cover-map"}
    assert {figure.href.removeprefix("#") for figure in view.figures} <= ids


def test_no_page_for_a_law_that_punishes_nothing() -> None:
    """Without penalties there is nothing to cover; nor a way there."""
    assert _view("某法\n第一條 企業應當登記。\n第二條 造成損失的，依法承擔民事責任。\n") is None
