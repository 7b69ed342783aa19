"""The card of an article: named, named in part, named by chapter, not named, punishing itself."""

from __future__ import annotations

from build_tools.model.locale import LOCALES
from build_tools.model.penalty import Branch, Modality, NamedBy, Subject, Unit
from build_tools.pages.citations import article_cites
from build_tools.pages.consequence import Consequence, consequence
from build_tools.pages.map import framed_states, map_rows
from build_tools.pages.penalty_cover import CoverState
from tests.pages.small_law import cite
from tests.pages.small_penalties import SmallPenalties, yuan

LINES = {
    "art-1-p1": "為了防治，制定本法。",
    "art-2-p1": "網絡運營者應當登記。",
    "art-3-p1": "任何人不得出售賬號。",
    "art-3-p2": "服務提供者應當核驗。",
    "art-4-p1": "任何人不得洗錢。",
    "art-5-p1": "任何人不得破壞設施。",
    "art-6-p1": "違反本法第二條、第三條第一款規定的，由公安機關處二十萬元以下罰款；情節嚴重的，并處十五日以下拘留。",
    "art-7-p1": "服務提供者有下列情形之一的，責令改正，給予警告或者處五萬元以上五十萬元以下罰款：",
    "art-7-p1-i1": "（一）違反本法第二條規定的；",
    "art-7-p1-i2": "（二）違反本法第三章規定的。",
    "art-8-p1": "違反本法規定，構成犯罪的，依法追究刑事責任。",
}
TEXT = (
    "第一章 總則\n第一條 {art-1-p1}\n第二章 義務\n第二條 {art-2-p1}\n第三條 {art-3-p1}\n{art-3-p2}\n第四條 {art-4-p1}\n"
    "第三章 設施\n第五條 {art-5-p1}\n第四章 法律責任\n第六條 {art-6-p1}\n第七條 {art-7-p1}\n{art-7-p1-i1}\n{art-7-p1-i2}\n"
    "第八條 {art-8-p1}\n"
).format_map(LINES)
ROWS = "art-6-p1", "art-7-p1", "art-8-p1"


def _small() -> SmallPenalties:
    references = (
        cite(LINES["art-6-p1"], "art-6-p1", "第二條", "art-2", lead="本法"),
        cite(LINES["art-6-p1"], "art-6-p1", "第三條第一款", "art-3-p1", "paragraph"),
        cite(LINES["art-7-p1-i1"], "art-7-p1-i1", "第二條", "art-2", lead="本法"),
        cite(LINES["art-7-p1-i2"], "art-7-p1-i2", "第三章", "ch-3", "chapter", lead="本法"),
    )
    law = SmallPenalties(TEXT, references)
    six = law.provision(
        "art-6-p1",
        duties=law.duties("art-6-p1", ("art-2", "第二條"), ("art-3-p1", "第三條第一款")),
        named_by=NamedBy.NAMED,
    )
    police = {"authority": ("公安機關",), "authority_words": law.at("art-6-p1", "公安機關")}
    law.add(six, "fine", "處二十萬元以下罰款", amount=yuan(None, 200000), **police)
    serious = law.at("art-6-p1", "情節嚴重的")
    law.add(
        six, "detention", "處十五日以下拘留", amount=yuan(None, 15, Unit.DAY), cond=(Branch.SERIOUS,),
        cond_words=serious, cumulative=True, **police,
    )  # fmt: skip
    seven = law.provision(
        "art-7-p1", actor=law.at("art-7-p1", "服務提供者"), named_by=NamedBy.ITEMS,
        items=(law.item("art-7-p1-i1", ("art-2", "第二條")), law.item("art-7-p1-i2", ("ch-3", "第三章"))),
    )  # fmt: skip
    law.add(seven, "order_correct", "責令改正")
    law.add(seven, "warning", "給予警告", choice="a1")
    law.add(
        seven,
        "fine",
        "處五萬元以上五十萬元以下罰款",
        choice="a2",
        amount=yuan(50000, 500000),
        modality=Modality.MAY,
    )
    eight = law.provision("art-8-p1")
    law.add(
        eight,
        "criminal",
        "依法追究刑事責任",
        cond=(Branch.CRIME,),
        cond_words=law.at("art-8-p1", "構成犯罪的"),
    )
    return law


def _card(key: str, locale: int = 0) -> Consequence | None:
    tree = _small().tree(LOCALES[locale])
    return consequence(tree, key, article_cites(tree, key))


def _said(card: Consequence) -> list[tuple[str, str, str, str]]:
    """Branch, badges, measure with figure, what is open."""
    clauses = (*card.clauses, *([card.own] if card.own else []))
    return [
        (
            b.name,
            "".join(badge.word for badge in line.row.badges),
            line.row.name + line.row.figure.text,
            line.row.figure.open,
        )
        for clause in clauses
        for b in clause.branches
        for part in b.parts
        for line in part.lines
    ]


def test_what_breaking_an_article_costs() -> None:
    """One block for each article that names it, one line a measure; the heavier branch apart."""
    card = _card("art-2")
    assert card is not None and card.state == "named"
    assert [[link.title for link in clause.links] for clause in card.clauses] == [
        ["第六條"],
        ["第七條第（一）項"],
    ]
    assert _said(card) == [
        ("一般", "", "罰款20 萬元以下", "下限未定"),
        ("情節嚴重", "並", "拘留15 日以下", ""),
        ("一般", "", "責令改正", ""),
        ("一般", "", "警告", ""),
        ("一般", "或可", "罰款5 萬–50 萬元", ""),
    ]
    first = card.clauses[0]
    assert [b.heavy for b in first.branches] == [False, True]
    assert first.authority is not None and first.authority.text == "公安機關"
    assert first.branches[1].undefined


def test_each_measure_leads_to_its_words() -> None:
    """To the sentence quoted on the same page, with its 項 and its 款."""
    card = _card("art-2")
    assert card is not None
    lines = [x for c in card.clauses for b in c.branches for p in b.parts for x in p.lines]
    assert [line.href for line in lines][:3] == ["#f-6.1-1-hant", "#f-6.1-2-hant", "#f-7.1-1-hant"]
    tree = _small().tree()
    quoted = [e for g in article_cites(tree, "art-2").incoming for e in g.entries]
    assert [[line.source.text for line in e.lines] for e in quoted] == [
        [LINES["art-6-p1"]],
        [LINES["art-7-p1"], LINES["art-7-p1-i1"]],
    ]
    marked = {m.ref for e in quoted for line in e.lines for m in line.source.marks if m.kind == "figure"}
    assert marked == {"6.1-1", "6.1-2", "7.1-1", "7.1-2", "7.1-3"}


def test_the_other_tree_leads_to_its_own_script() -> None:
    """And says it in its own words."""
    card = _card("art-2", 1)
    assert card is not None
    assert card.clauses[0].branches[0].parts[0].lines[0].href == "#f-6.1-1-hans"
    assert _said(card)[0] == ("一般", "", "罚款20 万元以下", "下限未定")


def test_other_words_for_whom_it_binds_are_said() -> None:
    """服務提供者 there, 網絡運營者 here; where the penalty names nobody, nothing is said."""
    card = _card("art-2")
    assert card is not None
    first, second = card.clauses
    assert first.others is None
    assert second.others is not None
    assert (second.others.theirs.text, [r.text for r in second.others.ours]) == ("服務提供者", ["網絡運營者"])


def test_only_some_of_its_paragraphs_are_named() -> None:
    """Which, and which not."""
    card = _card("art-3")
    assert card is not None
    assert card.clauses[0].notes == ("這條罰則只點名本條第一款。",)
    assert card.left_out == "第二款"


def test_named_by_its_chapter() -> None:
    """Through the 項 that names the chapter."""
    card = _card("art-5")
    assert card is not None and card.state == "named"
    assert [link.title for link in card.clauses[0].links] == ["第七條第（二）項"]


def test_a_duty_that_no_penalty_names() -> None:
    """No penalty for it, and what the law says of any violation."""
    card = _card("art-4")
    assert card is not None and card.state == "unnamed"
    assert (card.clauses, card.in_words, card.own) == ((), (), None)
    assert [(link.title, link.note) for link in card.remedies] == [("第八條", "刑事責任")]


def test_penalties_that_say_conduct_in_words_are_pointed_to() -> None:
    """Nobody can say whether they reach the article; so the card does not."""
    law = SmallPenalties("第一條 任何人不得洗錢。\n第二條 違反本法規定洗錢的，處罰款。\n")
    law.add(law.provision("art-2-p1"), "fine", "處罰款")
    tree = law.tree()
    card = consequence(tree, "art-1", article_cites(tree, "art-1"))
    assert card is not None and card.state == "unnamed"
    assert [link.title for link in card.in_words] == ["第二條"]


def test_no_administrative_penalty_and_what_stands_in_words_elsewhere() -> None:
    """The chapter on liability says nothing in words only; an order on the spot outside it is pointed to."""
    law = SmallPenalties(
        "第一章 總則\n第一條 任何人不得洗錢。\n第二條 對涉案賬號，公安機關可以要求停止提供服務。\n"
        "第二章 法律責任\n第三條 違反本法規定，構成犯罪的，依法追究刑事責任。\n"
    )
    law.add(law.provision("art-2-p1"), "suspend_service", "停止提供服務", modality=Modality.MAY)
    law.add(law.provision("art-3-p1"), "criminal", "依法追究刑事責任")
    tree = law.tree()
    card = consequence(tree, "art-1", article_cites(tree, "art-1"))
    assert card is not None and card.unpunished
    assert card.in_words == ()
    assert [link.title for link in card.in_words_apart] == ["第二條"]
    assert [(link.title, link.note) for link in card.remedies] == [("第三條", "刑事責任")]
    inside = SmallPenalties("第一章 總則\n第一條 任何人不得洗錢。\n第二章 罰則\n第二條 洗錢的，處罰款。\n")
    inside.add(inside.provision("art-2-p1"), "fine", "處罰款")
    tree = inside.tree()
    card = consequence(tree, "art-1", article_cites(tree, "art-1"))
    assert card is not None and not card.unpunished
    assert [link.title for link in card.in_words] == ["第二條"]


def test_what_a_penalty_says_is_done_beside_naming_the_article() -> None:
    """Where the article has no such words; a list that follows says nothing by itself."""
    text = "第一條 任何人不得出售賬號，擾亂秩序。\n第二條 違反本法第一條的規定，{}的，處罰款。\n"
    said = []
    for words in ("擾亂實名制", "擾亂秩序", "有下列行為之一"):
        line = text.format(words)
        law = SmallPenalties(
            line, (cite(line.split("第二條 ")[1].strip(), "art-2-p1", "第一條", "art-1", lead="本法"),)
        )
        named = law.duties("art-2-p1", ("art-1", "第一條"))
        provision = law.provision("art-2-p1", duties=named, named_by=NamedBy.NAMED)
        conduct = law.at("art-2-p1", f"違反本法第一條的規定，{words}的")
        law.add(provision, "fine", "處罰款", conduct=conduct)
        tree = law.tree(LOCALES[0])
        card = consequence(tree, "art-1", article_cites(tree, "art-1"))
        assert card is not None
        said.append([run.text for run in card.clauses[0].conduct])
    assert said == [["擾亂實名制的"], [], []]


def test_no_card_without_duty_and_in_a_law_without_penalties() -> None:
    """Nothing is said where nothing can follow."""
    assert _card("art-1") is None
    law = SmallPenalties("第一條 任何人不得洗錢。\n")
    tree = law.tree()
    assert consequence(tree, "art-1", article_cites(tree, "art-1")) is None


def test_an_article_that_punishes_shows_its_own() -> None:
    """With what it names; its words stand on the same page."""
    card = _card("art-6")
    assert card is not None and (card.state, card.own_kind) == ("", "own")
    assert [d.first.title for d in card.duties] == ["第二條", "第三條第一款"]
    assert card.own is not None and card.own.links == ()
    assert card.own.branches[0].parts[0].lines[0].href == "#f-6.1-1-hant"
    other = _card("art-8")
    assert other is not None and other.own_kind == "own-liability"


def test_whom_a_measure_falls_on_by_its_nature_is_said_without_a_source() -> None:
    """Detention of 違反者; not where the text names people."""
    card = _card("art-6")
    assert card is not None and card.own is not None
    fine, detention = (b.parts[0].lines[0].row for b in card.own.branches)
    assert (fine.people_only, detention.people_only) == (False, True)
    assert detention.subject == Subject.VIOLATOR.value


def test_frames_of_the_map() -> None:
    """Punished, in part, not named, punishing."""
    tree = _small().tree()
    cells = {
        c.number: c.penalty
        for row in map_rows(tree, tree.edition.outline, tree.urls.front)
        for c in row.cells
    }
    assert cells == {
        "1": "", "2": "punished", "3": "partly", "4": "gap", "5": "punished", "6": "penal", "7": "penal", "8": "",
    }  # fmt: skip
    assert set(framed_states(tree)) == set(CoverState) - {CoverState.NONE}
