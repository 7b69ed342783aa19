"""Real laws: what each holds, in whatever script, width and layout it comes."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import opencc
import pytest

from build_tools.grammar.numerals import parse_numeral
from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText, SpanClass, walk_items
from build_tools.model.source import SourceFile
from tests.law.law_outline import parse_text, problems

ROOT = Path(__file__).parent.parent.parent
FOLDERS = (ROOT / "tests" / "corpus", ROOT / "benchmarks" / "corpus")
COUNTS = ROOT / "tests" / "fixtures" / "law" / "law-counts.tsv"
SEED = ROOT / "content/laws/wangluo-fanzui-fangzhi/editions/draft-2026-01-31.hant.txt"
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@dataclass(frozen=True)
class Counted:
    """One row of the table: figures read off the printed text."""

    file: str
    headings: int
    articles: int
    paragraphs: int
    items: int
    parts: str
    findings: str
    title: str


def _rows() -> list[Counted]:
    lines = COUNTS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Counted(r[0], *map(int, r[1:5]), r[5], r[6], r[7]) for r in rows[1:]]


ROWS = _rows()


@cache
def _text(file: str) -> str:
    path = next(folder / file for folder in FOLDERS if (folder / file).exists())
    return path.read_bytes().decode("utf-8")


def counted(file: str, law: LawText, log: IssueLog) -> Counted:
    """The figures of a parsed law."""
    items = [i for a in law.articles for p in a.paragraphs for i in walk_items(p.items)]
    parts = " ".join(f"{p.id}:{len(p.blocks)}" for p in law.parts)
    codes = Counter(i.code for i in log.issues)
    findings = " ".join(f"{code}x{n}" if n > 1 else code for code, n in sorted(codes.items()))
    paragraphs = sum(len(a.paragraphs) for a in law.articles)
    return Counted(
        file,
        len(law.headings),
        len(law.articles),
        paragraphs,
        len(items),
        parts or "-",
        findings or "-",
        law.title,
    )


@cache
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)


@cache
def _plain_structure(file: str) -> list[str]:
    return _structure(parse_text(_text(file))[1])


def _structure(law: LawText) -> list[str]:
    """Ids of all that was found, in order: the same for every spelling of the same law."""
    lines = [h.id for h in law.headings]
    for article in law.articles:
        lines.append(f"{article.id} < {article.heading}")
        for paragraph in article.paragraphs:
            lines.append(f"{paragraph.id} {paragraph.quoted}")
            lines += [str(item.id) for item in walk_items(paragraph.items)]
    return lines + [b.id for p in law.parts for b in p.blocks]


@pytest.mark.parametrize("row", ROWS, ids=[row.file for row in ROWS])
def test_counts(row: Counted) -> None:
    """Title, headings, articles, 款, 項 with all below, parts and findings are those of the table."""
    source, law, log = parse_text(_text(row.file))
    assert counted(row.file, law, log) == row
    assert problems(source, law) == []


@pytest.mark.parametrize("row", ROWS, ids=[row.file for row in ROWS])
@pytest.mark.parametrize("config", ["s2t", "s2tw"])
def test_traditional_script(row: Counted, config: str) -> None:
    """A law converted to Traditional characters has the same structure."""
    _, converted, _ = parse_text(_converter(config).convert(_text(row.file)))
    assert _structure(converted) == _plain_structure(row.file)


def _wide(text: str) -> str:
    return text.translate(WIDE)


def _narrow(text: str) -> str:
    return text.translate({wide: code for code, wide in WIDE.items()})


def _spaced(text: str) -> str:
    return (
        "\ufeff"
        + "\r\n\r\n".join("\u3000\u3000" + line + " \u3000" for line in text.splitlines())
        + "\r\n\r\n\r\n"
    )


@pytest.mark.parametrize("row", ROWS, ids=[row.file for row in ROWS])
@pytest.mark.parametrize("change", [_wide, _narrow, _spaced])
def test_width_and_blanks(row: Counted, change) -> None:
    """Full-width or half-width marks, CRLF, blank lines, a BOM and indents change nothing of the structure."""
    source, changed, _ = parse_text(change(_text(row.file)))
    assert _structure(changed) == _plain_structure(row.file)
    assert problems(source, changed) == []


LABEL = re.compile(r"^(\s*)(第[一二三四五六七八九十百零]+条)[ \u3000]+", re.MULTILINE)
HEADING = re.compile(r"^(\s*)(第[一二三四五六七八九十]+[章节编])[ \u3000]+(.*)$", re.MULTILINE)


def _arabic(found: re.Match[str]) -> str:
    return f"{found[1]}第{parse_numeral(found[2][1:-1])}条 "


LAYOUTS = {
    "labels glued": lambda text: LABEL.sub(r"\1\2", text),
    "labels alone": lambda text: LABEL.sub(r"\1\2\n\1", text),
    "Arabic labels": lambda text: LABEL.sub(_arabic, text),
    "Arabic labels glued": lambda text: LABEL.sub(lambda found: _arabic(found).rstrip(), text),
    "blanks within labels": lambda text: LABEL.sub(
        lambda found: f"{found[1]}第 {' '.join(found[2][1:-1])} 条 ", text
    ),
    "captions": lambda text: LABEL.sub(r"\1\2 【测试】", text),
    "captions on the line of the label": lambda text: LABEL.sub(r"\1\2（测试事项）\n\1", text),
    "all glued": lambda text: HEADING.sub(r"\1\2\3", LABEL.sub(r"\1\2", text)),
    "titles of headings on the next line": lambda text: HEADING.sub(r"\1\2\n\3", text),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("file", [row.file for row in ROWS if not row.file.startswith("宪法")])
def test_other_layouts(file: str, layout: str) -> None:
    """The same law with its labels and headings set in other ways has the same structure and findings."""
    _, law, log = parse_text(LAYOUTS[layout](_text(file)))
    _, plain, plain_log = parse_text(_text(file))
    if law.part("contents") is None:
        assert _structure(law) == _structure(plain)
    assert [a.id for a in law.articles] == [a.id for a in plain.articles]
    assert [h.id for h in law.headings] == [h.id for h in plain.headings]
    assert [i.code for i in log.issues if i.code != "N240"] == [i.code for i in plain_log.issues]


def test_site_lines_in_the_middle_are_told() -> None:
    """Move a line of the page among the articles: a warning names its line, and it is not set aside."""
    lines = SEED.read_bytes().decode("utf-8").split("\n")
    for moved in lines[215:225]:
        for at in (20, 48, 49, 77, 101, 140, 202):
            _, law, log = parse_text("\n".join([*lines[:at], moved, *lines[at:215]]))
            assert at + 1 in [issue.line for issue in log.issues], (moved, at)
            assert len(law.articles) == 68


def test_the_draft_with_notice_and_explanation() -> None:
    """68 articles, 7 chapters, 94 款, 91 項; notice and explanation apart; the last ten lines set aside; no finding."""
    source = SourceFile.of_text("law/draft", "draft.txt", SEED.read_bytes().decode("utf-8"))
    log = IssueLog()
    law = parse_law(source, log)
    paragraphs = [p for a in law.articles for p in a.paragraphs]
    assert (len(law.articles), len(law.headings), len(paragraphs)) == (68, 7, 94)
    assert sum(len(p.items) for p in paragraphs) == 91
    assert log.issues == []
    assert law.title == "網絡犯罪防治法 (征求意見稿)"
    assert [p.id for p in law.parts] == ["notice", "explanation"]
    aside = [source.position(r.span.start).line for r in law.ledger if r.kind is SpanClass.SET_ASIDE]
    assert aside == list(range(216, 226))
    assert problems(source, law) == []


def test_amendment_of_2018() -> None:
    """The amendment begins at 32 and quotes section 7 with articles 123 to 127 in its last article."""
    _, law, log = parse_text(_text("宪法修正案2018.txt"))
    last = law.articles[-1]
    assert [a.id.article for a in law.articles] == [(n,) for n in range(32, 53)]
    assert [n for n, p in enumerate(last.paragraphs, 1) if p.quoted] == list(range(2, 16))
    assert [(i.code, i.line) for i in log.issues] == [("W230", 3)]


def test_speed() -> None:
    """All fifty laws take far less than a second and a half; time grows with the length of a line, not faster."""
    texts = [_text(row.file) for row in ROWS if row.file.startswith("law-")]
    start = time.process_time()
    for text in texts:
        parse_text(text)
    assert time.process_time() - start < 1.5
    articles = "\n".join(
        f"第{n}条 国家鼓励测试，具体办法由国务院规定：\n（一）甲；\n（二）乙。" for n in range(1, 1261)
    )
    start = time.process_time()
    _, law, _ = parse_text("测试法\n" + articles)
    assert time.process_time() - start < 0.5
    assert len(law.articles) == 1260
    start = time.process_time()
    parse_text("测试法\n第一条 " + "国家鼓励（一）测试，第二条；" * 350_000)
    assert time.process_time() - start < 5
