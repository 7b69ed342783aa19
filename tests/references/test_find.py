"""The finder of citations: any text, any size, never a traceback; names and titles."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.model.reference import Lead
from build_tools.references.find.citations import find_citations
from build_tools.references.find.names import canonical_title, is_norm, law_names
from build_tools.text.fold import is_blank
from build_tools.text.script import convert, fold_script

PIECES = [
    "第", "一", "十", "百", "3", "16", "（", "）", "(", ")", "条", "款", "项", "目", "章", "节", "编", "之一", "、", "和", "至", "，",
    "。", "；", "本", "本法", "本条例", "前", "前两", "前款", "该", "同", "上述", "以上", "草案", "《", "》", "《刑法》", "民法典", "宪法",
    "（以下简称", "“", "”", " ", "　", "\u00a0", "规定", "所列", "的", "修改为", "实施", "办法", "中华人民共和国", "第一款", "条例",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))

law_names()  # made once, outside of what hypothesis times


@settings(max_examples=400)
@given(TEXTS)
def test_citations_of_any_text(text: str) -> None:
    """Citations come in order, do not overlap, and their words are those of the text, without blanks at the ends."""
    end = 0
    for citation in find_citations(text):
        assert end <= citation.lead_start <= citation.start < citation.end <= len(text)
        assert citation.text == text[citation.start : citation.end]
        assert not is_blank(citation.text[0])
        assert not is_blank(citation.text[-1])
        end = citation.end


@settings(max_examples=200)
@given(TEXTS)
def test_blanks_change_nothing(text: str) -> None:
    """A text with a blank behind each character holds the same citations."""
    spaced = "".join(c + "　" for c in text if not is_blank(c))
    plain = "".join(c for c in text if not is_blank(c))
    facts = [(c.path, c.until, c.law, c.anaphor, c.lead, c.joined) for c in find_citations(plain)]
    assert [(c.path, c.until, c.law, c.anaphor, c.lead, c.joined) for c in find_citations(spaced)] == facts


@pytest.mark.parametrize(
    "piece",
    ["第", "第一、", "第一条", "第一条、", "第一条至", "（一）、", "(", "《", "《》", "《刑法》第一条", "刑法(())", "前款", "第 一 条 ",
     "本法第一条", "地方各级人民代表大会和", "“", "”", "第一条之一、之", "第1/", "《甲法》（以下简称乙）", "法"],
)  # fmt: skip
def test_time_grows_with_length(piece: str) -> None:
    """Twice the text takes about twice the time, whatever it is made of: no rule goes back and forth."""

    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        before = time.process_time()
        find_citations(text)
        return time.process_time() - before

    short = min(seconds(5_000) for _ in range(3))
    assert min(seconds(20_000) for _ in range(2)) < 10 * short + 0.05


def test_a_megabyte_of_law() -> None:
    """One line of 1 MB of law text is read in about a second."""
    text = (
        "违反本法第十四条、第十五条第二款和前款规定的，由公安机关依照《治安管理处罚法》第二十九条处罚；情节严重的，加重处罚，并可以责令暂停相关业务。"
        * 20_000
    )[:1_000_000]
    before = time.process_time()
    found = find_citations(text)
    assert len(found) > 50_000
    assert time.process_time() - before < 12


def test_laws_in_force_are_known() -> None:
    """Each listed name is found without 《》 behind a verb, in either script, unless its word goes on."""
    names = law_names()
    for name, target in sorted(law_names().canonical.items()):
        for text in (f"依照{name}的规定", convert(f"依照{name}的规定", "s2tw")):
            (citation,) = find_citations(fold_script(text), names)
            assert (citation.lead, citation.law, citation.end) == (Lead.LAW, target, 2 + len(name))


def test_no_name_twice() -> None:
    """The list of laws is clean: no name twice, no blanks in names, none that is too short to be safe."""
    names = list(law_names().canonical)
    assert len(names) > 400
    assert all(name == name.strip() and len(name) > 1 and " " not in name for name in names)


@pytest.mark.parametrize(
    "title",
    ["著作权集体管理条例", "颠覆罪适用法律若干问题的解释", "乾隆朝遗址保护办法", "显著轻微案件处理规定"],
)
def test_names_are_taken_from_the_text_as_written(title: str) -> None:
    """Folding makes 着作 of 著作 and 颠复 of 颠覆; the target has the name as it is, in either script."""
    for text in (f"依照 《{title[:3]} {title[3:]}》第三条", convert(f"依照《{title}》第三条", "s2tw")):
        (citation,) = find_citations(fold_script(text), original=text)
        assert citation.law == title


@pytest.mark.parametrize(
    ("title", "target"),
    [
        ("中华人民共和国刑法", "刑法"),
        ("中华人民共和国立法法（2023年修正）", "立法法"),
        ("中华人民共和国民事诉讼法(试行)", "民事诉讼法（试行）"),
        ("中华人民共和国政府关于领海的声明", "中华人民共和国政府关于领海的声明"),
        ("浙江省实施<中华人民共和国水法>办法", "浙江省实施〈水法〉办法"),
        ("网络犯罪防治法 (征求意见稿)", "网络犯罪防治法"),
        ("刑法修正案（八）", "刑法修正案（八）"),
    ],
)
def test_titles(title: str, target: str) -> None:
    """The target of a law leaves out 中华人民共和国 and the edition, and nothing that makes it another law."""
    assert canonical_title(title) == target


@pytest.mark.parametrize(
    "title", ["刑法", "立法法（2023年修正）", "城市绿化条例", "关于审理案件的批复", "中国共产党章程", "保护臭氧层维也纳公约",
              "中华人民共和国政府关于领海的声明", "最高人民法院关于适用法律若干问题的意见"],
)  # fmt: skip
def test_norms(title: str) -> None:
    """These titles name norms."""
    assert is_norm(title)


@pytest.mark.parametrize(
    "title",
    [
        "受理通知书",
        "深圳特区报",
        "环境保护税税目税额表",
        "国家危险废物名录",
        "汉语词典",
        "租赁合同",
        "检测方法",
        "安全操作规程",
    ],
)
def test_other_titles(title: str) -> None:
    """These titles name no norms."""
    assert not is_norm(title)
