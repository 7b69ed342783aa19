"""Who cites what: both directions, down to 款 and 項, with the citing sentence in both scripts."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model.locale import LOCALES, Locale
from build_tools.pages.citations import article_cites
from build_tools.pages.reference_index import Home
from build_tools.pages.sentence import LONG, sentence_around
from tests.pages.small_law import cite, opinion, small_feedback, small_law, small_tree
from tests.small_records import reference_layers

LINES = {
    "art-1-p1": "為了預防網絡犯罪，制定本法。",
    "art-2-p1": "任何人不得有下列行為：",
    "art-2-p1-i1": "（一）發布信息；",
    "art-2-p1-i2": "（二）出售賬號。",
    "art-2-p2": "前款行為由主管部門處理。",
    "art-3-p1": "禁止洗錢。",
    "art-4-p1": "應當登記。違反本法第二條第一款第（二）項、第三條的，依照前條處理。其他不罰。",
    "art-5-p1": "違反本法第二條至第四條的，或者違反第一章規定的，處罰款。",
}
TEXT = (
    "第一章 總則\n第一條 {art-1-p1}\n第二條 {art-2-p1}\n{art-2-p1-i1}\n{art-2-p1-i2}\n{art-2-p2}\n第三條 {art-3-p1}\n"
    "第二章 罰則\n第四條 {art-4-p1}\n第五條 {art-5-p1}\n說明\n第二條禁止擾亂秩序。另見第二條第二款。\n"
).format_map(LINES)
EXPLANATION = "第二條禁止擾亂秩序。另見第二條第二款。"


def _law_references():
    def law(at: str, words: str, targets: str, kind: str = "article", **more: str):
        return cite(LINES[at], at, words, targets, kind, **more)

    return (
        law("art-2-p2", "前款", "art-2-p1", "relative"),
        law("art-4-p1", "第二條第一款第（二）項", "art-2-p1-i2", "item", lead="本法"),
        law("art-4-p1", "第三條", "art-3"),
        law("art-4-p1", "前條", "art-3", "relative"),
        law("art-5-p1", "第二條至第四條", "art-2 art-3 art-4", "range", lead="本法"),
        law("art-5-p1", "第一章", "ch-1", "chapter"),
        cite(EXPLANATION, "explanation-1", "第二條", "art-2"),
        cite(EXPLANATION, "explanation-1", "第二條第二款", "art-2-p2", "paragraph"),
    )


def _feedback():
    opinions = (
        opinion(1, "总体看，第2/3条过宽。", general=True),
        opinion(2, "第二款应当删去，第二条不清楚。", ("art-2",)),
        opinion(3, "与第二条重复。", ("art-3",)),
    )
    said = {name: text for name, text, _, _ in opinions}
    references = (
        cite(said["c-li-1"], "f1", "第2/3条", "art-2 art-3"),
        cite(said["c-li-2"], "f2", "第二款", "art-2-p2", "paragraph"),
        cite(said["c-li-2"], "f2", "第二条", "art-2"),
        cite(said["c-li-3"], "f3", "第二条", "art-2"),
        cite("第一条", "h1", "第一条", "art-1"),
        cite("第一条 依照第二条。", "q1", "第二条", "art-2"),
    )
    return small_feedback(opinions, references, "第一条 依照第二条。")


def _tree(locale: Locale = LOCALES[0]):
    return small_tree(small_law(TEXT, _law_references(), (_feedback(),)), locale=locale)


def _named(tree, key: str) -> list[tuple[str, str, str, str]]:
    cites = article_cites(tree, key)
    first = tree.script
    return [
        (group.kind, e.place.title, e.parts, "".join(line.in_script(first).text for line in e.lines))
        for group in cites.incoming
        for e in group.entries
    ]


def test_each_article_knows_who_cites_it_and_in_which_words() -> None:
    """Articles, explanation, general opinions, opinions: each with its sentence, unless it stands on the same page.

    Provisions that an opinion quotes and headings of blocks are no citations.
    """
    assert _named(_tree(), "art-2") == [
        ("article", "本條第二款", "第一款", ""),
        ("article", "第四條", "第一款第（二）項", "違反本法第二條第一款第（二）項、第三條的，依照前條處理。"),
        ("article", "第五條", "", LINES["art-5-p1"]),
        ("part", "起草說明", "", "第二條禁止擾亂秩序。"),
        ("part", "起草說明", "第二款", "另見第二條第二款。"),
        ("general", "總體", "", "總體看，第2/3條過寬。"),
        ("opinion", "本條意見1", "第二款", ""),
        ("opinion", "第三條意見1", "", "與第二條重複。"),
    ]


def test_the_other_tree_says_the_same_in_its_script() -> None:
    """Names and sentences in Simplified, in the same order."""
    names = _named(_tree(LOCALES[1]), "art-2")
    assert names[1] == (
        "article",
        "第四条",
        "第一款第（二）项",
        "违反本法第二条第一款第（二）项、第三条的，依照前条处理。",
    )
    assert [n[0] for n in names] == [n[0] for n in _named(_tree(), "art-2")]


def test_an_article_put_in_later_cites_the_one_before_it() -> None:
    """第一百二十條之一 is not a part of 第一百二十條, which it cites."""
    line = "依照第一百二十條的規定處罰。"
    text = f"第一百二十條 禁止資助。\n第一百二十條之一 {line}\n"
    tree = small_tree(small_law(text, (cite(line, "art-120-z1-p1", "第一百二十條", "art-120"),)))
    assert _named(tree, "art-120") == [("article", "第一百二十條之一", "", line)]


def test_each_end_of_a_range_is_a_link() -> None:
    """第二條至第四條 in the text leads to both articles; each link knows the whole range."""
    marks = _tree().edition.reference_marks["art-5-p1"]
    assert [(TEXT[m.start : m.end], m.href, m.ref) for m in marks[:2]] == [
        ("第二條", "../art-2/", "art-2 art-4 3"),
        ("第四條", "../art-4/", "art-2 art-4 3"),
    ]


def test_a_range_counts_for_each_member() -> None:
    """第二條至第四條 cites the third article too, as a whole."""
    places = [(kind, place, parts) for kind, place, parts, _ in _named(_tree(), "art-3")]
    assert ("article", "第五條", "") in places


def test_several_words_of_one_sentence_are_one_entry_with_all_words_marked() -> None:
    """第三條 and 前條 in one sentence: one entry for article 3, two marks, in either script."""
    entries = article_cites(_tree(), "art-3").incoming[0].entries
    entry = next(e for e in entries if e.place.title == "第四條")
    for run in (entry.lines[0].source, entry.lines[0].derived):
        marked = [run.text[m.start : m.end] for m in run.marks]
        assert [w.replace("条", "條") for w in marked] == ["第三條", "前條"]


def test_an_article_is_not_cited_by_its_own_opinions_unless_they_name_a_part() -> None:
    """The opinion on article 2 names it, which is no news; that it names 第二款 is."""
    marked = [
        c.lines[0].source.text[m.start : m.end]
        for c in _tree().edition.citations.incoming["art-2"]
        if c.place.home is Home.OPINION
        for m in c.lines[0].source.marks
    ]
    assert marked == ["第二款", "第二条"]  # the second in the opinion on article 3


def test_parts_that_are_cited_are_counted_on_their_rows() -> None:
    """第二款 is cited by two sentences, （二） by one; the first of each can be linked to."""
    cites = article_cites(_tree(), "art-2")
    assert dict(cites.rows) == {"p1": "被引用 1 處", "p1-i2": "被引用 1 處", "p2": "被引用 2 處"}
    assert len(cites.rows) == 3
    ids = [i for g in cites.incoming for e in g.entries for i in (e.id, *e.others) if i]
    assert sorted(ids) == ["cited-p1", "cited-p1-i2", "cited-p2"]


def test_who_cites_the_chapter_is_told_on_each_of_its_articles() -> None:
    """第一章 in article 5 concerns article 1; article 2, which that sentence cites by number, says it once."""
    assert [e for e in _named(_tree(), "art-1") if e[0] == "heading"] == [
        ("heading", "第五條", "第一章 總則", LINES["art-5-p1"])
    ]
    assert not [e for e in _named(_tree(), "art-2") if e[0] == "heading"]
    assert [e[1] for e in _named(_tree(), "ch-1")] == ["第五條"]


def test_what_an_article_cites_with_where_it_leads() -> None:
    """Words with 本法, the row they stand in, every target with its name and address."""
    groups = article_cites(_tree(), "art-4").outgoing
    out = [c for g in groups for c in g.cited]
    assert [g.place.title for g in groups] == ["本條"]
    assert [(c.words, c.telling) for c in out] == [
        ("本法第二條第一款第（二）項", False),
        ("第三條", False),
        ("前條", True),
    ]
    assert [[(t.href, t.title) for t in c.targets] for c in out] == [
        [("../art-2/#p1-i2", "第二條第一款第（二）項")],
        [("../art-3/", "第三條")],
        [("../art-3/", "第三條")],
    ]
    assert article_cites(_tree(), "art-5").outgoing[0].cited[0].ref == "art-2 art-4 3"


def test_links_lead_to_the_citing_place() -> None:
    """The 款 of the citing article, the line of the explanation, the opinion on its article's page."""
    hrefs = {e.place.title: e.place.href for g in article_cites(_tree(), "art-2").incoming for e in g.entries}
    assert hrefs == {
        "本條第二款": "../art-2/#p2",
        "第四條": "../art-4/#p1",
        "第五條": "../art-5/#p1",
        "起草說明": "../explanation/#explanation-1",
        "總體": "../general/#c-li-1",
        "本條意見1": "../art-2/#c-li-2",
        "第三條意見1": "../art-3/#c-li-3",
    }


def test_every_citation_is_in_the_index_once() -> None:
    """Eight of the law and its explanation, four of the opinions; by home in reading order."""
    citations = _tree().edition.citations.citations
    homes = [c.place.home for c in citations]
    assert homes == [Home.ARTICLE] * 6 + [Home.PART] * 2 + [Home.GENERAL] + [Home.OPINION] * 3


def test_a_line_of_a_submission_outside_its_opinions_is_linked_where_it_stands() -> None:
    """An introduction that names article 3: on the page of all opinions, by its line."""
    record = _feedback()
    heading = record.submission.general[0].heading
    front = replace(record.submission, front=(replace(heading, id="n1"),))
    layers = reference_layers((cite("总体", "n1", "总体", "art-3"),))
    record = replace(record, submission=front, layers=layers)
    tree = small_tree(small_law(TEXT, (), (record,)))
    entry = article_cites(tree, "art-3").incoming[0].entries[0]
    assert (entry.place.href, entry.place.title) == ("../opinions/#s-li-n1", "意見正文")


def test_an_item_is_quoted_with_what_it_belongs_to() -> None:
    """The 款 above it holds the consequence; a sentence of a law is never cut, however long."""
    long = "違反本法第一條規定的，責令改正；" + "情節嚴重的，處罰款；" * 20 + "拒不改正的，吊銷許可。"
    lines = {
        "art-2-p1": "有下列情形之一的，處罰款：",
        "art-2-p1-i1": "（一）違反本法第一條的；",
        "art-2-p1-i2": "（二）再次違反第一條的。",
        "art-3-p1": long,
    }
    text = (
        "第一條 應當登記。\n第二條 {art-2-p1}\n{art-2-p1-i1}\n{art-2-p1-i2}\n第三條 {art-3-p1}\n".format_map(
            lines
        )
    )
    places = ("art-2-p1-i1", "art-2-p1-i2", "art-3-p1")
    tree = small_tree(small_law(text, tuple(cite(lines[at], at, "第一條", "art-1") for at in places)))
    assert _named(tree, "art-1") == [
        ("article", "第二條", "", lines["art-2-p1"] + lines["art-2-p1-i1"] + lines["art-2-p1-i2"]),
        ("article", "第三條", "", long),
    ]


def test_a_long_sentence_is_shown_by_its_clause() -> None:
    """Between two ；, and it is said that the sentence goes on."""
    line = "甲" * LONG + "；依照第三條；" + "乙" * 9 + "。丙。"
    found = sentence_around(line, LONG + 3, LONG + 6)
    assert line[found.start : found.end] == "依照第三條；"
    assert (found.opens, found.closes) == (False, False)


def test_a_sentence_ends_behind_its_closing_marks() -> None:
    """。” belongs to the sentence before it."""
    line = "“依照第三條。”其他不變。"
    found = sentence_around(line, 3, 6)
    assert line[found.start : found.end] == "“依照第三條。”"
