"""Penalties of two editions: aligned where the words plainly agree, else apart; never guessed."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.law.parse import parse_law
from build_tools.layer_kind import LawInputs
from build_tools.layers import layers_of_law
from build_tools.model.issue import IssueLog
from build_tools.model.locale import LOCALES, NO_WORDS, Localized
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.model.source import SourceFile
from build_tools.model.variant import Script
from build_tools.pages.edition import prepare_edition
from build_tools.pages.kinds.penalties import penalties_views
from build_tools.pages.kinds.penalty_comparison import comparison_entries, comparison_views
from build_tools.pages.kinds.penalty_laws import laws_entries, laws_views
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.penalty_compare import Agreement, KindComparison, compare_penalties, likeness
from build_tools.pages.penalty_sides import ComparisonView
from build_tools.pipeline import link_site
from tests.small_records import SOME_LAW, edition_record, small_manifest

EDITIONS = Path(__file__).parents[1] / "corpus" / "editions"
OLD = """某法
第一條 企業應當登記。
第二條 違反本法第一條規定，不登記的，由主管部門處一萬元以下罰款。
第三條 拒絕檢查的，由主管部門給予警告，並處五千元以上一萬元以下罰款。
第四條 出租、出借登記證的，由主管部門處二萬元以下罰款。
第五條 偽造登記證的，由公安機關處五日以下拘留。
"""
NEW = """某法
第一條 企業應當登記。
第二條 企業應當報告。
第三條 違反本法第一條、第二條規定，不登記的，由主管部門處十萬元以下罰款。
第四條 出租、出借或者轉讓登記證的，由主管部門處二萬元以下罰款。
第五條 買賣駕駛證、通行證的，由公安機關處十日以下拘留。
第六條 拒絕檢查的，由主管部門給予警告，並處五千元以上一萬元以下罰款。
"""


def _record(text: str, slug: str, script: Script = Script.HANT, law: str = "fa") -> EditionRecord:
    source = SourceFile.of_text(f"{law}/{slug}", f"{law}/{slug}.txt", text)
    read = parse_law(source, IssueLog())
    record = edition_record(source, read, script)
    return replace(record, layers=layers_of_law(LawInputs(source, read)))


def _kinds(old: str, new: str) -> dict[str, KindComparison]:
    return {kind.kind: kind for kind in compare_penalties(_record(old, "old"), _record(new, "new")).kinds}


def test_what_stands_beside_what() -> None:
    """Equal words; equal but for the numbers of articles; one number and hardly different; nothing else."""
    fines = _kinds(OLD, NEW)["fine"]
    assert [(str(a.old), str(a.new), a.agreement) for a in fines.aligned] == [
        ("art-2-p1", "art-3-p1", Agreement.NUMBERS),
        ("art-4-p1", "art-4-p1", Agreement.PLACE),
        ("art-3-p1", "art-6-p1", Agreement.WORDS),
    ]
    assert [[row.same for row in a.rows] for a in fines.aligned] == [[False], [True], [True]]
    assert not fines.only_old and not fines.only_new


def test_what_has_nothing_beside_it_stands_apart() -> None:
    """偽造 and 買賣 under one number are not the same conduct."""
    detention = _kinds(OLD, NEW)["detention"]
    assert not detention.aligned
    assert [str(r.provision.at) for r in detention.only_old] == ["art-5-p1"]
    assert [str(r.provision.at) for r in detention.only_new] == ["art-5-p1"]


def test_words_that_an_edition_says_twice_align_nothing() -> None:
    """Which of the two it would be is not known."""
    twice = "某法\n第一條 拒絕檢查的，由主管部門給予警告。\n第二條 拒絕檢查的，由公安機關給予警告。\n"
    once = "某法\n第九條 拒絕檢查的，由主管部門給予警告。\n"
    warning = _kinds(twice, once)["warning"]
    assert not warning.aligned
    assert len(warning.only_old) == 2


def test_the_highest_fine_is_a_quotation() -> None:
    """One row of each edition; multiples are no sums."""
    found = compare_penalties(_record(OLD, "old"), _record(NEW, "new"))
    assert found.highest_old and found.highest_new
    assert (str(found.highest_old.provision.at), str(found.highest_new.provision.at)) == (
        "art-4-p1",
        "art-3-p1",
    )
    times = "某法\n第一條 拒絕檢查的，由主管部門處違法所得一倍以上十倍以下罰款。\n"
    assert compare_penalties(_record(times, "old"), _record(times, "new")).highest_old is None


def test_likeness() -> None:
    """The share of characters that two texts have in common."""
    assert likeness("甲乙丙丁", "甲乙丙丁") == likeness("", "") == 1
    assert likeness("甲乙丙丁", "甲乙") == pytest.approx(2 / 3)
    assert likeness("甲乙", "丙丁") == 0


def _tree(*records: EditionRecord, shown: int = 0) -> LocalizedEdition:
    law = LawRecord(small_manifest("fa", SOME_LAW, SOME_LAW, tuple(r.facts for r in records)), records)
    return LocalizedEdition(prepare_edition(law, records[shown], link_site((law,))), LOCALES[0])


def test_the_page_is_that_of_the_newer_edition() -> None:
    """No page and no way there for the oldest one, or for the only one."""
    new, old = _record(NEW, "new"), _record(OLD, "old")
    for tree, wanted in ((_tree(new, old), 1), (_tree(new, old, shown=1), 0), (_tree(new), 0)):
        assert len(list(comparison_views(tree))) == len(list(comparison_entries(tree))) == wanted


def test_links_lead_to_either_edition() -> None:
    """Old left, new right, each figure with its words."""
    view = next(iter(comparison_views(_tree(_record(NEW, "new"), _record(OLD, "old")))))
    assert isinstance(view, ComparisonView)
    fines = next(kind for kind in view.kinds if kind.id == "kind-fine")
    group = fines.groups[0]
    assert (group.old.href, group.new.href) == ("../../old/art-2/#p1", "../art-3/#p1")
    row = group.rows[0]
    assert (row.change, row.old.place.href, row.new.place.href) == (
        "changed",
        "../../old/art-2/#p1",
        "../art-3/#p1",
    )
    assert (row.old.figure.words.place.split(":")[0], row.new.figure.words.place.split(":")[0]) == (
        "fa/old",
        "fa/new",
    )


def _law(slug: str, *texts: str, named: tuple[str, ...] = ()) -> LawRecord:
    records = tuple(_record(text, f"d{n}", law=slug) for n, text in enumerate(texts))
    manifest = small_manifest(slug, Localized("甲法", "甲法"), NO_WORDS, tuple(r.facts for r in records))
    return LawRecord(replace(manifest, compare_penalties_with=named), records)


def _tree_of(law: LawRecord, *others: LawRecord, shown: int = 0) -> LocalizedEdition:
    directory = link_site((law, *others))
    return LocalizedEdition(prepare_edition(law, law.editions[shown], directory), LOCALES[0])


def test_two_laws_pair_nothing() -> None:
    """Not even what both punish in the same words: this law left, the other right, by kind of measure."""
    tree = _tree_of(_law("ben", OLD, named=("bie",)), _law("bie", NEW, OLD))
    (view,) = laws_views(tree)
    assert (view.between, view.path) == ("laws", "zh-hant/ben/d0/penalty-comparison-bie/")
    assert (view.left.href, view.right.href) == ("../", "../../../bie/d0/")
    assert not any(kind.groups for kind in view.kinds)
    assert [(k.id, k.old, k.new) for k in view.kinds] == [
        ("kind-fine", 3, 3),
        ("kind-detention", 1, 1),
        ("kind-warning", 1, 1),
    ]
    fines = view.kinds[0]
    assert fines.only_old[0].row.place.href == "../art-2/#p1"
    assert fines.only_new[0].row.place.href == "../../../bie/d0/art-3/#p1"
    assert fines.only_new[0].row.figure.words.place.split(":")[0] == "bie/d0"
    assert pickle.loads(pickle.dumps(view)) == view
    assert hash(view) == hash(pickle.loads(pickle.dumps(view)))


def test_the_table_leads_to_the_other_law() -> None:
    """Each law that is named has a tab there, in the order of the manifest."""
    tree = _tree_of(_law("ben", OLD, named=("c", "bie")), _law("bie", NEW), _law("c", NEW))
    (view,) = penalties_views(tree)
    there = [link.href for link in view.tabs if "comparison" in link.href]
    assert there == ["../penalty-comparison-c/", "../penalty-comparison-bie/"]
    assert [entry.page for entry in laws_entries(tree)] == [href[3:-1] for href in there]


def test_laws_without_such_a_page() -> None:
    """The law that is named, an older edition, a law without penalties, and one whose other law was left out."""
    ben, bie = _law("ben", OLD, OLD, named=("bie",)), _law("bie", NEW)
    mild = _law("mild", "某法\n第一條 企業應當登記。\n", named=("bie",))
    for tree in (_tree_of(bie, ben), _tree_of(ben, bie, shown=1), _tree_of(mild, bie), _tree_of(ben)):
        assert not list(laws_views(tree)) and not list(laws_entries(tree))


@pytest.mark.parametrize("law", ["保守国家秘密法", "反间谍法"])
def test_two_editions_of_a_real_law(law: str) -> None:
    """Each row of either edition stands on the page once, and what is aligned punishes the same in words."""
    old, new = (
        _record(path.read_text(encoding="utf-8"), path.stem[-10:], Script.HANS)
        for path in sorted(EDITIONS.glob(f"{law}-*.txt"))
    )
    found = compare_penalties(old, new)
    for record, side in ((old, 0), (new, 1)):
        rows = [row for kind in found.kinds for row in (kind.only_old, kind.only_new)[side]]
        rows += [
            row for kind in found.kinds for a in kind.aligned for p in a.rows if (row := (p.old, p.new)[side])
        ]
        wanted = [r for r in record.layers.found["penalties"].items if r.rank.value != "liability"]
        assert sorted(r.id for r in rows) == sorted(r.id for r in wanted)
