"""The table of penalties: groups, rows, chips, figures, what was not read; the same view in a pickle."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

from build_tools.model.locale import LOCALES
from build_tools.model.penalty import Branch, Mention, Modality, NamedBy, SanctionWord, Subject, Unit
from build_tools.pages.kinds.penalties import PenaltiesView, penalties_entries, penalties_views
from build_tools.render.cells import Cells
from build_tools.render.law_pages import LawPages
from build_tools.render.templates import Templates
from tests.pages.small_penalties import SmallPenalties, yuan

HEADER = "違反本法第一條至第三條規定的，由公安機關沒收違法所得，并處違法所得一倍以上十倍以下罰款；沒有違法所得的，處二十萬元以下罰款，對主管人員處一萬元以上罰款。"
TEXT = (
    "第一條 應當登記。\n第二條 不得洗錢。\n第三條 不得販賣。\n"
    f"第四條 {HEADER}\n對受處罰的個人，有關主管部門可以列入黑名單或者不準出境。\n"
    "第五條 未登記的，處罰款。罰款決定應當公開。\n第六條 違反本法規定，構成犯罪的，依法追究刑事責任。\n"
)


def _small() -> SmallPenalties:
    law = SmallPenalties(TEXT)
    names = [(f"art-{n}", "第一條至第三條") for n in (1, 2, 3)]
    four = law.provision("art-4-p1", duties=law.duties("art-4-p1", *names), named_by=NamedBy.NAMED)
    police = {"authority": ("公安機關",), "authority_words": law.at("art-4-p1", "公安機關")}
    law.add(four, "confiscate_gains", "沒收違法所得", **police)
    times = yuan(1, 10, Unit.TIMES, base="違法所得")
    law.add(four, "fine", "處違法所得一倍以上十倍以下罰款", amount=times, cumulative=True, **police)
    law.add(four, "fine", "處二十萬元以下罰款", amount=yuan(None, 200000), **police)
    persons = {"subject": Subject.SUPERVISOR, "subject_words": law.at("art-4-p1", "主管人員")}
    law.add(four, "fine", "處一萬元以上罰款", amount=yuan(10000, None), **persons)
    follow = law.provision("art-4-p2", duties=four.duties, named_by=NamedBy.REFERENCE)
    body = {
        "authority": ("有關主管部門",),
        "authority_words": law.at("art-4-p2", "有關主管部門"),
        "modality": Modality.MAY,
    }
    when = {"cond": (Branch.PENALISED,), "cond_words": law.at("art-4-p2", "受處罰的")}
    law.add(follow, "blacklist", "列入黑名單", choice="a1", **body, **when)
    law.add(follow, "exit_ban", "不準出境", choice="a2", **body, **when)
    law.add(law.provision("art-5-p1"), "fine", "處罰款", conduct=law.at("art-5-p1", "未登記的"))
    law.add(law.provision("art-6-p1"), "criminal", "依法追究刑事責任")
    law.words.append(SanctionWord(words=law.at("art-5-p1", "罰款決定"), mention=Mention.UNREAD))
    return law


def _view(locale: int = 0) -> PenaltiesView:
    (view,) = penalties_views(_small().tree(LOCALES[locale]))
    return view


def test_one_group_an_article_with_its_duties_folded() -> None:
    """第一條至第三條 by both ends; where nothing is named it is said what is punished."""
    first, second = _view().groups
    assert (first.link.title, first.count) == ("第四條", 3)
    assert [(d.first.title, d.last.title if d.last else "") for d in first.duties] == [("第一條", "第三條")]
    assert second.duties == ()
    assert second.parts[0].conduct is not None
    assert second.parts[0].conduct.text == "未登記的"


def test_one_row_a_measure_with_figures_and_what_is_open() -> None:
    """Never a zero for what is not stated."""
    rows = [r for g in _view().groups for part in g.parts for r in part.rows]
    assert [(r.row.name, r.row.figure.text, r.row.figure.open) for r in rows] == [
        ("沒收違法所得", "", ""),
        ("罰款", "違法所得 1–10 倍", ""),
        ("罰款", "20 萬元以下", "下限未定"),
        ("罰款", "1 萬元以上", "上限未定"),
        ("列入黑名單", "", "期限未定"),
        ("不准出境", "", "期限未定"),
        ("罰款", "", "數額未定"),
    ]
    words = [r.row.figure.words.text if r.row.figure.words else "" for r in rows]
    assert words[1:4] == ["違法所得一倍以上十倍以下", "二十萬元以下", "一萬元以上"]
    assert [r.bar.side if r.bar else "-" for r in rows] == ["-", "-", "left", "right", "-", "-", "-"]
    assert [r.row.people_only for r in rows] == [False] * 5 + [True, False]
    assert [r.row.authority_open for r in rows] == [False] * 4 + [True, True, False]
    assert [(r.row.choice, r.row.arm) for r in rows][4:6] == [("4.2-a1", "first"), ("4.2-a2", "last")]
    assert rows[3].row.subject_words is not None
    assert rows[3].row.subject_words.text == "主管人員"


def test_chips_count_the_rows() -> None:
    """By group of measure, branch, subject and body."""
    chips = {f.id: [(c.key, c.count) for c in f.chips] for f in _view().filters}
    assert chips == {
        "kind": [("fine", 4), ("confiscation", 1), ("restriction", 2)],
        "branch": [("base", 5), ("penalised", 2)],
        "subject": [("violator", 6), ("supervisor", 1)],
        "authority": [("公安机关", 3), ("none", 2), ("有关主管部门", 2)],
    }


def test_liability_and_what_was_not_read_stand_apart() -> None:
    """Neither is a row of the table."""
    view = _view()
    assert [g.link.title for g in view.liabilities] == ["第六條"]
    assert (view.rows, view.duties) == (7, 3)
    assert [m.sentence.source.text for m in view.unread] == ["罰款決定應當公開。"]


def test_the_other_tree_says_it_in_its_script() -> None:
    """Words of the law and of the interface."""
    rows = [r.row for g in _view(1).groups for part in g.parts for r in part.rows]
    assert rows[1].figure.text == "违法所得 1–10 倍"
    assert rows[2].figure.words is not None
    assert rows[2].figure.words.text == "二十万元以下"


def test_a_law_without_penalties_has_no_such_page() -> None:
    """No page, no line, no card."""
    tree = SmallPenalties("第一條 應當登記。\n").tree()
    assert (list(penalties_views(tree)), list(penalties_entries(tree))) == ([], [])


def test_the_page_as_it_is_written() -> None:
    """Attributes that the filter reads; every figure beside its own words; the view is data alone."""
    law, templates = _small().tree(), Templates(Path("overrides"))
    (view,) = penalties_views(law)
    assert pickle.loads(pickle.dumps(view)) == view
    assert isinstance(hash(view), int)
    html = LawPages(templates, law, Cells(templates)).page("penalties", view).body
    row = re.search(r'<tr class="penalty-row[^>]*id="r-4\.1-2"[^>]*>', html)
    assert row is not None
    assert 'data-kind="fine" data-branch="base" data-subject="violator" data-authority="公安机关"' in row[0]
    assert 'data-value="10" data-unit="times"' in html
    assert 'data-kind="confiscation confiscate_gains"' in html
    assert 'data-choice="4.2-a2"' in html
    assert '<mark class="measure">處違法所得一倍以上十倍以下罰款</mark>' in html
    assert re.search(r"style=|onclick=", html) is None
