"""Penalties for programs: the rows of the calculator, the table for a spreadsheet, the JSON; the same bytes each time."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal

import pytest

from build_tools.export.penalty_files import penalty_files
from build_tools.export.penalty_table import inert
from build_tools.layers import export_layers
from build_tools.model.locale import LOCALES
from build_tools.model.penalty import (
    PENALTIES,
    Amount,
    Branch,
    Gain,
    GainTest,
    Modality,
    NamedBy,
    Subject,
    Unit,
)
from build_tools.pages.calculator_data import articles_in_words, calculator_data, has_calculator
from build_tools.pages.clause import clause_pieces
from build_tools.pages.edition import prepare_edition
from build_tools.pages.kinds.penalty_calculator import penalty_calculator_entries, penalty_calculator_views
from build_tools.pages.localized import LocalizedEdition
from build_tools.pipeline import link_site
from tests.pages.small_penalties import SmallPenalties

PUNISHES = (
    "服務提供者違反本法第一條、第二條第二款規定的，由甲機關沒收違法所得，并處違法所得百分之五以上一點五倍以下罰款，"
    "沒有違法所得或者違法所得不足二萬元的，處二十萬元以下罰款；情節嚴重的，可以并處十五日以下拘留。"
)
TEXT = f"第一章 總則\n第一條 應當登記。\n第二條 不得出售。\n不得出租。\n第二章 罰則\n第三條 {PUNISHES}\n第四條 違反本法規定，擾亂秩序的，予以警告。\n"


def _small() -> SmallPenalties:
    small = SmallPenalties(TEXT)
    named = small.provision(
        "art-3-p1",
        actor=small.at("art-3-p1", "服務提供者"),
        duties=small.duties("art-3-p1", ("art-1", "第一條"), ("art-2-p2", "第二條第二款")),
        named_by=NamedBy.NAMED,
    )
    small.add(named, "confiscate_gains", "沒收違法所得")
    small.add(
        named, "fine", "處違法所得百分之五以上一點五倍以下罰款", cumulative=True,
        amount=Amount(min=Decimal("0.05"), max=Decimal("1.5"), unit=Unit.TIMES, base="違法所得"),
    )  # fmt: skip
    small.add(
        named, "fine", "處二十萬元以下罰款",
        gain=Gain(test=GainTest.NONE_OR_LESS, yuan=Decimal(20000), of="違法所得"),
        gain_words=small.at("art-3-p1", "沒有違法所得或者違法所得不足二萬元的"),
        amount=Amount(min=None, max=Decimal(200000), unit=Unit.YUAN),
    )  # fmt: skip
    small.add(
        named, "detention", "處十五日以下拘留", cond=(Branch.SERIOUS,), cond_words=small.at("art-3-p1", "情節嚴重的"),
        modality=Modality.MAY, cumulative=True, subject=Subject.VIOLATOR,
        amount=Amount(min=None, max=Decimal(15), unit=Unit.DAY),
    )  # fmt: skip
    small.add(small.provision("art-4-p1"), "warning", "予以警告")
    return small


def _files(small: SmallPenalties, site_url: str = "") -> dict[str, bytes]:
    law = small.tree().edition.law
    edition = prepare_edition(law, law.editions[0], link_site((law,)))
    trees = [LocalizedEdition(edition, locale) for locale in LOCALES]
    return {file.path: file.data for tree in trees for file in penalty_files(tree, site_url)}


def _data(data: bytes) -> dict:
    found = re.fullmatch(r"self\.duizhaoPenalties\.add\((.*)\);\n", data.decode(), re.DOTALL)
    return json.loads(found[1])


def test_what_lies_where() -> None:
    """In both trees, beside the table and beside the calculator; twice the same bytes."""
    files = _files(_small())
    name = calculator_data(_small().tree()).name
    assert f"zh-hant/fa/draft/penalty-calculator/{name}" in files
    assert {path for path in files if "calculator" not in path} == {
        f"{locale.tag}/fa/draft/penalties/penalties.{kind}" for locale in LOCALES for kind in ("csv", "json")
    }
    assert len(files) == 6
    assert files == _files(_small())


def test_rows_of_the_calculator_say_what_the_law_says() -> None:
    """Names as in ``inspect --json``, figures unrounded, ids of what is violated, the clause with its words marked."""
    data = _data(calculator_data(_small().tree()).data)
    assert data["articles"][1] == ["art-2", "第二條", 2]
    assert data["names"] == {"art-2-p2": "第二條第二款"}
    assert data["provisions"]["3.1"]["actor"] == "服務提供者"
    gains, share, sum_, detention = data["rows"]
    assert [row["violated"] for row in data["rows"]] == [["art-1", "art-2-p2"]] * 4
    assert "min" not in gains
    assert (share["min"], share["max"], share["unit"], share["base"]) == (0.05, 1.5, "times", "違法所得")
    assert sum_["gain"] == {"test": "none_or_lt", "yuan": 20000}
    assert (sum_["max"], "min" in sum_) == (200000, False)
    assert (detention["cond"], detention["modality"], detention["natural"]) == (["serious"], "may", True)
    assert sum_["shown"]["clause"] == ["沒有違法所得或者違法所得不足二萬元的，", "處二十萬元以下罰款"]
    assert detention["shown"]["clause"] == ["情節嚴重的，可以并", "處十五日以下拘留"]
    simplified = _data(calculator_data(_small().tree(LOCALES[1])).data)
    assert simplified["rows"][3]["shown"]["clause"] == ["情节严重的，可以并", "处十五日以下拘留"]
    assert [r["id"] for r in simplified["rows"]] == [r["id"] for r in data["rows"]]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_a_clause_is_the_laws_own_words(locale) -> None:
    """Pieces joined stand in the law, in the script of the tree; what is between them is said to be left out."""
    tree = _small().tree(locale)
    line = tree.edition.texts.say(tree.edition.record.lines()["art-3-p1"], tree.script)
    for row in tree.edition.penalties.rows[:4]:
        for part in "".join(clause_pieces(tree, row)).split("……"):
            assert part in line


def test_the_page_is_there_only_if_a_penalty_names_an_article() -> None:
    """And knows which articles say the conduct in words."""
    small = _small()
    tree = small.tree()
    assert has_calculator(tree)
    assert articles_in_words(tree) == ("art-4",)
    view = next(iter(penalty_calculator_views(tree)))
    assert [a.id for a in view.articles] == ["art-1", "art-2"]
    assert view.branches == (("serious", "情節嚴重"),)
    assert hash(view)
    small.rows = small.rows[4:]
    none = small.tree()
    assert not has_calculator(none)
    assert not list(penalty_calculator_views(none))
    assert not list(penalty_calculator_entries(none))
    assert not any("calculator" in path for path in _files(small))


def test_the_table_for_a_spreadsheet() -> None:
    """BOM, header in the tree's language, empty cells for what is not stated, the address in full."""
    files = _files(_small(), "https://example.org/")
    raw = files["zh-hans/fa/draft/penalties/penalties.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert [row["编号"] for row in rows] == ["3.1-1", "3.1-2", "3.1-3", "3.1-4", "4.1-1"]
    share, sum_, detention = rows[1:4]
    assert (share["下限"], share["上限"], share["单位"], share["基数"], share["并处"]) == (
        "0.05",
        "1.5",
        "倍",
        "违法所得",
        "并",
    )
    assert (sum_["下限"], sum_["上限"], sum_["单位"]) == ("", "200000", "元")
    assert sum_["违反"] == "第一条、第二条第二款"
    assert sum_["条件的字句"] == "没有违法所得或者违法所得不足二万元的"
    assert (detention["应当或者可以"], detention["情形"]) == ("可以", "情节严重")
    assert sum_["网址"] == "https://example.org/zh-hans/fa/draft/art-3/#p1"
    hant = next(
        csv.reader(files["zh-hant/fa/draft/penalties/penalties.csv"].decode("utf-8-sig").splitlines())
    )
    assert hant[:3] == ["編號", "條文", "違反"]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "－1", "＋1", "＠A1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    """Whatever a law may hold."""
    assert inert(cell) == f"'{cell}"
    assert inert(f"處{cell}") == f"處{cell}"
    assert inert("") == ""


def test_the_json_says_what_it_is() -> None:
    """Law, edition, status, the note that it is an index; rows as ``inspect --json`` has them."""
    content = json.loads(_files(_small())["zh-hant/fa/draft/penalties/penalties.json"])
    assert content["schema"] == "duizhao/1"
    assert (content["law"], content["edition"], content["status"]) == ("某法（草案）", "draft", "draft")
    assert "是索引，不是條文" in content["note"]
    small = _small()
    record = small.tree().edition.record
    told = export_layers(record.layers, record.source, record.lines(), submission=False)[PENALTIES.name]
    assert content["penalties"] == json.loads(json.dumps(told))
