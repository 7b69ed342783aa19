"""The references page: every citation in a table, other laws by name, what is doubtful with the reason."""

from __future__ import annotations

import re

import pytest

from build_tools.model.locale import LOCALES, Locale, Localized
from build_tools.model.reference import Doubt, ReferenceKind
from build_tools.model.variant import Script
from build_tools.pages.kinds.references import ReferencesView, references_views
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.messages import catalogue
from tests.pages.small_law import cite, small_law, small_tree

LINE = "依照前款、《刑法》第一百二十條之一第一款第（二）項和網絡安全法第三章、第七條、第四十七條處理。另依第九條。"
TEXT = f"第一條 甲。\n第二條 {LINE}\n"
REFERENCES = (
    cite(LINE, "art-2-p1", "前款", "", "relative", doubt="no-antecedent"),
    cite(
        LINE,
        "art-2-p1",
        "第一百二十條之一第一款第（二）項",
        "law:刑法#art-120-z1-p1-i2",
        "law-article",
        "《刑法》",
    ),
    cite(LINE, "art-2-p1", "第三章", "law:网络安全法#ch-3", "law-article", "網絡安全法"),
    cite(LINE, "art-2-p1", "第四十七條", "law:网络安全法#art-47", "law-article", doubt="law-carried"),
    cite(LINE, "art-2-p1", "第七條", "law:网络安全法#art-7", "law-article", doubt="law-carried"),
    cite(LINE, "art-2-p1", "第九條", "", doubt="target-missing"),
)
OTHER = "第三章 罰則\n第七條 乙。\n第四十七條 丙。\n"


def _other():
    return small_law(
        OTHER, slug="wangluo-anquan", title=Localized("中華人民共和國網絡安全法", "中华人民共和国网络安全法")
    )


def _shelved() -> LocalizedEdition:
    return small_tree(small_law(TEXT, REFERENCES), _other())


def _view(tree: LocalizedEdition) -> ReferencesView:
    (view,) = references_views(tree)
    return view


def test_other_laws_are_listed_with_their_provisions_and_places() -> None:
    """By name, provisions in their order, where and how often; a law that is not here has no link."""
    laws = _view(small_tree(small_law(TEXT, REFERENCES))).laws
    assert [(law.link.href, law.link.title, [a.title for a in law.articles], law.count) for law in laws] == [
        ("", "《刑法》", ["第一百二十條之一第（二）項"], 1),
        ("", "《網絡安全法》", ["第三章", "第七條", "第四十七條"], 3),
    ]
    assert [p.title for p in laws[0].places] == ["第二條"]
    assert not [a for law in laws for a in law.articles if a.href]


def test_a_law_of_this_site_is_linked_by_title_and_provision() -> None:
    """By its title without 中华人民共和国; from either tree into the same tree."""
    law = _view(_shelved()).laws[1]
    assert law.link.title == "《中華人民共和國網絡安全法》"
    assert law.link.href == "../../../wangluo-anquan/draft/"
    assert [a.href for a in law.articles] == [
        "../../../wangluo-anquan/draft/ch-3/",
        "../../../wangluo-anquan/draft/art-7/",
        "../../../wangluo-anquan/draft/art-47/",
    ]


def test_the_words_in_the_text_link_to_that_law_too() -> None:
    """第七條 of the other law is a link in the line itself."""
    row = _shelved().edition.articles["art-2"].rows[0]
    links = {row.body.source.text[m.start : m.end]: m.href for m in row.body.source.marks}
    assert links["第七條"] == "../../../wangluo-anquan/draft/art-7/"


def test_a_name_that_two_laws_share_leads_to_neither() -> None:
    """Which one is meant is not ours to guess."""
    law, one = small_law(TEXT, REFERENCES), _other()
    two = small_law(OTHER, slug="second", title=Localized("網絡安全法", "网络安全法"))
    tree = small_tree(law, one, two)
    assert not _view(tree).laws[1].link.href


def test_a_provision_that_the_other_law_has_not_leads_to_the_law_only() -> None:
    """第七條之一 is not 第七條."""
    line = "依網絡安全法第七條之一。"
    reference = cite(line, "art-1-p1", "第七條之一", "law:网络安全法#art-7-z1", "law-article", "網絡安全法")
    law, other = small_law(f"第一條 {line}\n", (reference,)), _other()
    tree = small_tree(law, other)
    assert _view(tree).laws[0].articles[0].href == "../../../wangluo-anquan/draft/"


def test_another_edition_of_a_law_is_not_linked() -> None:
    """现行网络安全法 may not be the edition that the site holds."""
    line = "依現行網絡安全法第七條。"
    reference = cite(line, "art-1-p1", "第七條", "law:网络安全法#art-7", "law-article", doubt="other-edition")
    law, other = small_law(f"第一條 {line}\n", (reference,)), _other()
    tree = small_tree(law, other)
    view = _view(tree)
    assert not view.doubtful[0].cited.targets[0].href
    assert not tree.edition.articles["art-1"].rows[0].body.source.marks


def test_what_is_unresolved_or_doubtful_is_listed_with_reason_and_sentence() -> None:
    """Unresolved ones apart from those that are linked but could be read otherwise."""
    view = _view(small_tree(small_law(TEXT, REFERENCES)))
    assert [(r.before + "|" + r.cited.words + "|" + r.after, r.cited.doubt) for r in view.unresolved] == [
        (
            "依照|前款|、《刑法》第一百二十條之一第一款第（二）項和網絡安全法第三章、第七條、第四十七條處理。",
            "前面沒有可以指的規定",
        ),
        ("另依|第九條|。", "本文本沒有這一規定"),
    ]
    assert [r.cited.words for r in view.doubtful] == ["第四十七條", "第七條"]
    assert not view.tables
    assert (view.total, view.linked) == (6, 0)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_every_kind_and_doubt_has_words(locale: Locale) -> None:
    """In both catalogues, and no words for what does not exist."""
    words = catalogue(locale).words
    for group, names in (("doubt", Doubt), ("kind", ReferenceKind)):
        have = {k.rpartition(".")[2] for k in words if k.startswith(f"references.{group}.")}
        assert have == {n.value for n in names}


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_the_words_are_in_the_script_of_their_catalogue(locale: Locale) -> None:
    """No Latin letter in a label, no character of the other script."""
    from build_tools.text.script import fold_script

    words = {k: v for k, v in catalogue(locale).words.items() if k.startswith("references.")}
    for key, text in words.items():
        assert not re.search(r"[A-Za-z]", re.sub(r"\{[a-z]+\}", "", text)), key
        if locale.script is Script.HANS:
            assert fold_script(text) == text, key
