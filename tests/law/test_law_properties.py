"""What must hold of any text at all, and of any text that is built like a law."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.grammar.numerals import to_chinese
from build_tools.model.law import walk_items
from tests.law.law_outline import parse_text, problems

# Pieces of which lines of law and of pages are made, in both scripts, with what goes wrong in them.
PIECES = st.sampled_from([
    "第一条", "第二條", "第３条", "第二十百条", "第57-1條", "第一条之一", "第一章", "第二節", "第一编", "第一分编", "第三款", "第零条",
    "（一）", "(二)", "1.", "①", "一、", "（1）", "（三）之一", "附件1", "附：", "附表一", "目录", "序言", "总则", "附 则", "说明", "关于《甲法》的说明",
    "2026年1月31日", "公 安 部", "来源：", "责任编辑：", "现予公布", "的通知", "测试法", "《甲法》", "内容如下：", "修改为：", "“", "”", "「", "」",
    "国家鼓励测试", "规定的", "。", "；", "：", "，", "、", " ", "\u3000", "\u00a0", "\t", "\u200b", "\ufeff", "\r\n", "\r", "\n", "\n", "\n",
    "【甲】", "（乙）", "（删除）", "\u2028", "\x85", "\x1c", "0. 02", "1.5倍", "第999999999条", "第××条", "-", "|", "x",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("")
@example("\ufeff")
@example("第一条")
@example("附件1\n第一条 甲。")
@example("第一条 （一）甲；\n1.乙：\n（1）丙：\n①丁；\na.戊；\n（2）己。")
def test_any_text(text: str) -> None:
    """Nothing raises; the ledger partitions the text; each node's text is its span's; no line is lost."""
    source, law, log = parse_text(text)
    assert problems(source, law) == []
    assert all(issue.code[1] == "2" for issue in log.issues)


@dataclass(frozen=True)
class Article:
    """An article to be written: its 款, each with the numbers of 目 of its 項; and how it is spelled."""

    paragraphs: tuple[tuple[int, ...], ...]
    alone: bool


ARTICLES = st.builds(
    Article,
    st.lists(st.lists(st.integers(0, 3), max_size=4).map(tuple), min_size=1, max_size=4).map(tuple),
    st.booleans(),
)
LAWS = st.lists(st.lists(ARTICLES, min_size=1, max_size=5), min_size=1, max_size=4)
BLANKS = st.sampled_from(["", " ", "\u3000", "\t", "\u00a0", " \u3000 ", "\u200b", "\u200b ", "\ufeff"])
MARKS = st.sampled_from([
    "（一）", "（二）", "(三)", "( 四 )", "㈤", "一、", "二．", "1.", "2．", "3、", "(1)", "（2）", "①", "⑵", "⒊", "a.", "(b)", "1)",
    "（三）之一", "（三之二）",
])  # fmt: skip
LABELS = st.sampled_from(
    [
        "第一条",
        "第二條",
        "第 3 条",
        "第四条之一",
        "第五條：",
        "第６条【甲】",
        "第七条（测试事项）",
        "第一章",
        "第二節",
    ]
)
HEADS = st.one_of(MARKS, LABELS, st.just(""))
ENDS = st.sampled_from(["国家鼓励测试：", "國家鼓勵測試；", "测试。", "总则", ""])
STYLES = st.sampled_from(["第{}条 ", "第{}條\u3000", "第 {} 条 "])


def _written(chapters: list[list[Article]], style: str, indent: str, *, headed: bool) -> str:
    lines, number = ["测试法", "（2020年1月1日通过）"], 0
    for count, articles in enumerate(chapters, 1):
        if headed:
            lines.append(f"第{to_chinese(count)}章　测试的规则")
        for article in articles:
            number += 1
            label = style.format(to_chinese(number))
            if article.alone:
                lines.append(label)
                label = ""
            for items in article.paragraphs:
                lines.append(label + ("国家鼓励下列测试：" if items else "国家鼓励测试。"))
                label = ""
                for n, subitems in enumerate(items, 1):
                    lines.append(f"（{to_chinese(n)}）测试；")
                    lines += [f"{m}.测试；" for m in range(1, subitems + 1)]
    return "\n".join(indent + line for line in lines) + "\n"


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(BLANKS, HEADS, BLANKS, ENDS, BLANKS).map("".join), max_size=20))
@example(["第一条\u3000有下列情形：", "（一） 甲；", "1.\t乙；", "①\u200b\u00a0丙。"])
@example(["第一章\u3000总则", "第二条 【甲】 国家：", "（1）", "（2）\u3000乙。"])
def test_what_is_no_blank_is_shown(lines: list[str]) -> None:
    """Whatever blanks stand behind labels and marks: each character of the law has its place on a page, blanks apart."""
    source, law, _ = parse_text("\n".join(["测试法", "第一条 总则。", *lines]))
    assert problems(source, law) == []


@settings(max_examples=150, deadline=None)
@given(LAWS, STYLES, st.sampled_from(["", "　　", "\t"]), st.booleans())
def test_counts_are_those_written(
    chapters: list[list[Article]], style: str, indent: str, headed: bool
) -> None:
    """A text written with so many chapters, articles, 款, 項 and 目 is read as just those, without a finding."""
    source, law, log = parse_text(_written(chapters, style, indent, headed=headed))
    articles = [article for chapter in chapters for article in chapter]
    assert log.issues == []
    assert len(law.headings) == (len(chapters) if headed else 0)
    assert [len(a.paragraphs) for a in law.articles] == [len(a.paragraphs) for a in articles]
    assert [[len(i.subitems) for i in p.items] for a in law.articles for p in a.paragraphs] == [
        list(items) for a in articles for items in a.paragraphs
    ]
    assert problems(source, law) == []


@settings(max_examples=100, deadline=None)
@given(LAWS, st.data())
def test_a_lost_line_is_noticed(chapters: list[list[Article]], data: st.DataObject) -> None:
    """Take any article but the last out of a law, or write it twice: an error names the place."""
    text = _written(chapters, "第{}条 ", "", headed=False)
    numbers = [n for n, line in enumerate(text.splitlines()) if line.startswith("第")]
    if len(numbers) < 2:
        return
    lines = text.splitlines()
    at = data.draw(st.integers(0, len(numbers) - 2))
    first, stop = numbers[at], numbers[at + 1]
    _, _, lost = parse_text("\n".join(lines[:first] + lines[stop:]))
    assert [i.code for i in lost.issues] == ["E203"]
    twice = lines[:stop] + lines[first:stop] + lines[stop:]
    _, _, repeated = parse_text("\n".join(twice))
    assert [(i.code, i.line) for i in repeated.issues if i.code == "E204"] == [("E204", stop + 1)]
    assert f"line {first + 1})" in repeated.issues[0].message


DAMAGES = st.sampled_from(
    [
        "笫{}条 ",
        "弟{}條 ",
        "**第{}条** ",
        "# 第{}条 ",
        "【第{}条】",
        "条{}条 ",
        "第{} ",
        "第{}奈 ",
        "第{}万万条 ",
        "第?{}条 ",
        "笫{}条",
    ]
)


@settings(max_examples=150, deadline=None)
@given(LAWS, DAMAGES, st.booleans(), st.data())
def test_a_damaged_label_is_noticed(
    chapters: list[list[Article]], damage: str, headed: bool, data: st.DataObject
) -> None:
    """Whichever label is damaged, the last one too: an error names its line or the gap, and its text is in no article."""
    lines = _written(chapters, "第{}条 ", "", headed=headed).splitlines()
    places = [n for n, line in enumerate(lines) if "条" in line[:8]]
    at = data.draw(st.sampled_from(places))
    label, _, rest = lines[at].partition(" ")
    lines[at] = damage.format(label[1:-1]) + rest
    _, law, log = parse_text("\n".join(lines))
    told = {i.line for i in log.errors}
    assert at + 1 in told or (
        at == places[0] and told
    )  # the first one may be missed as a gap at the beginning
    texts = [p.text for a in law.articles for p in a.paragraphs]
    assert not any(label[1:-1] in text for text in texts)


@settings(max_examples=60, deadline=None)
@given(LAWS)
def test_no_text_is_lost(chapters: list[list[Article]]) -> None:
    """Labels, 款 and 項 put together hold every character of the lines but blanks."""
    text = _written(chapters, "第{}条 ", "", headed=False)
    _, law, _ = parse_text(text)
    kept = [law.title] + [b.text for p in law.parts for b in p.blocks]
    for article in law.articles:
        kept.append(article.label)
        for paragraph in article.paragraphs:
            kept.append(paragraph.text)
            kept += [item.text for item in walk_items(paragraph.items)]
    assert "".join("".join(kept).split()) == "".join(text.split())
