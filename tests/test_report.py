"""Findings are told so that a maintainer sees the place, whatever characters stand there."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from build_tools.cli.report import (
    exit_status,
    issues_github,
    issues_json,
    render_issues,
    summary,
    terminal,
    visible,
)
from build_tools.model.codes import codes
from build_tools.model.issue import Issue, Severity, issue_at
from build_tools.model.source import SourceFile

PATH = "content/laws/x/editions/y.hant.txt"


def at(line: str, column: int, length: int = 1, severity: Severity = Severity.ERROR) -> Issue:
    """A finding in a text of one line."""
    source = SourceFile.of_text("x/y", PATH, line)
    return issue_at(
        source, column, column + length, "E201", severity, "duplicate article 第五十七條", "delete it"
    )


def told(issues: list[Issue]) -> str:
    """Findings without colours."""
    return "".join(text for text, _ in render_issues(issues))


def test_the_form() -> None:
    """Path, line, column, severity, code, message; the line with a caret below the place; the hint."""
    issue = at("總則 第五十七條 甲", 3, 5)
    assert told([issue]) == (
        f"{PATH}:1:3: error E201 duplicate article 第五十七條\n"
        "    總則 第五十七條 甲\n"
        "         ^^^^^^^^^^\n"
        "    hint: delete it\n"
    )


def test_a_file_as_a_whole() -> None:
    """No line, no column, no caret."""
    assert told([Issue("E005", Severity.ERROR, PATH, 0, 0, "empty")]) == f"{PATH}: error E005 empty\n"


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("第一\u200b條", 2, "第一<U+200B>條", "    ^^^^^^^^"),
        ("a\u202eb", 1, "a<U+202E>b", " ^^^^^^^^"),
        ("\x1b[31m甲", 0, "<U+001B>[31m甲", "^^^^^^^^"),
        ("\t甲", 1, " 甲", " ^^"),
        ("\u3000甲", 1, "\u3000甲", "  ^^"),
        ("１甲", 1, "１甲", "  ^^"),
        ("甲", 1, "甲", "  ^"),
    ],
)
def test_odd_characters(line: str, column: int, shown: str, caret: str) -> None:
    """Invisible characters are shown as U+XXXX, and the caret stands below the place on a terminal."""
    rows = told([at(line, column)]).split("\n")
    assert rows[1] == f"    {shown}"
    assert rows[2] == f"    {caret}"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1, max_size=300), st.data())
def test_any_line(line: str, data: st.DataObject) -> None:
    """Any line: what is printed is short, has nothing harmful in it, and the caret stands where the place is."""
    column = data.draw(st.integers(0, len(line) - 1))
    issue = at(line, column, data.draw(st.integers(1, 400)))
    text = told([issue])
    assert all(c.isprintable() or c in "\n\u3000" for c in text)
    if line.strip():
        _, shown, caret, *_ = text.split("\n")
        assert cell_len(shown) < 200
        assert set(caret.strip()) == {"^"}
        offset = len(caret) - len(caret.lstrip())
        before = shown[: next(n for n in range(len(shown) + 1) if cell_len(shown[:n]) >= offset)]
        assert cell_len(before) == offset
        rest = shown[len(before) :]
        while rest and not cell_len(rest[0]) and not rest.startswith(visible(line[column])):
            rest = rest[1:]  # marks without a width of their own stand in the cell before
        assert rest.startswith(visible(line[column]).rstrip()) or not visible(line[column:]).strip()


def test_a_long_line_is_cut() -> None:
    """Only the neighbourhood of the place is shown."""
    shown = told([at("甲" * 1000 + "第五條" + "乙" * 1000, 1000, 3)]).split("\n")[1]
    assert shown == "    …" + "甲" * 20 + "第五條" + "乙" * 27 + "…"


def test_order_and_cap() -> None:
    """By file, line and column, each once; beyond fifty the errors are shown first and the rest is counted."""
    many = [Issue("W030", Severity.WARNING, "b.txt", n, 0, "w") for n in range(1, 60)]
    many += [
        Issue("E201", Severity.ERROR, "c.txt", 2, 0, "e"),
        Issue("E201", Severity.ERROR, "a.txt", 9, 0, "e"),
    ]
    text = told([*many, *many])
    heads = [row for row in text.split("\n") if ".txt" in row]
    assert len(heads) == 50
    assert heads[0].startswith("a.txt:9:0")
    assert heads[-1].startswith("c.txt:2:0")
    assert text.endswith("… and 11 more findings\n")
    assert summary(many) == "2 errors, 59 warnings"


def test_colour_only_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe the text is plain; on a terminal the severity is coloured."""
    assert "\x1b" not in told([at("第一條", 0)])
    assert terminal(io.StringIO()) is None
    text = Text.assemble(*render_issues([at("第一條", 0)]))
    Console(soft_wrap=True, force_terminal=True, color_system="standard").print(text, end="")
    assert "\x1b[1;31m error E201" in capsys.readouterr().out


def test_json() -> None:
    """A list with path, and lines and columns as in ``inspect``."""
    (row,) = json.loads(issues_json([at("總則 第五十七條", 3, 5)]))
    assert row == {
        "path": PATH,
        "code": "E201",
        "severity": "error",
        "line": 1,
        "column": 3,
        "message": "duplicate article 第五十七條",
        "hint": "delete it",
    }


def test_github() -> None:
    """Workflow commands: columns count from 1, and nothing in a message can begin another command."""
    message = "100%\n::error::injected"
    text = issues_github([Issue("W030", Severity.WARNING, "a,b:c.txt", 2, 4, message), at("甲", 0)])
    first, second = text.split("\n")
    assert first == "::warning file=a%2Cb%3Ac.txt,line=2,col=5,title=W030::100%25%0A::error::injected"
    assert second == f"::error file={PATH},line=1,col=1,title=E201::duplicate article 第五十七條%0Adelete it"


@pytest.mark.parametrize(
    ("codes", "strict", "status"),
    [
        ([], True, 0),
        (["W030"], False, 0),
        (["W030"], True, 1),
        (["E020", "W030"], False, 1),
        (["E020", "E103"], False, 2),
        (["E103", "E001"], False, 3),
        (["E114"], False, 3),
    ],
)
def test_exit_status(codes: list[str], strict: bool, status: int) -> None:
    """The gravest finding decides: 1 content, 2 configuration, 3 input and output."""
    severities = {"E": Severity.ERROR, "W": Severity.WARNING}
    issues = [Issue(code, severities[code[0]], PATH, 1, 0, "x") for code in codes]
    assert exit_status(issues, strict=strict) == status


def test_law_toml_is_configuration() -> None:
    """Whatever is wrong with law.toml ends with status 2, its encoding too."""
    assert exit_status([Issue("E006", Severity.ERROR, "content/laws/x/law.toml", 0, 0, "GBK")]) == 2


DOCUMENTATION = (Path(__file__).parents[1] / "docs" / "errors.md").read_text(encoding="utf-8")
SECTIONS = {"0": "Source files (001", "1": "law.toml (100", "2": "The text of a law (200", "3": "Feedback files (300",
            "4": "Cross references (400", "5": "Building and publishing (500"}  # fmt: skip


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_code_is_explained(code: str) -> None:
    """docs/errors.md has each code of each stage in its section, with its meaning, its remedy and an example."""
    entry = codes()[code]
    assert entry.code == code
    section = DOCUMENTATION.split(f"## {SECTIONS[code[1]]}", 1)[1].split("\n## ", 1)[0]
    assert section.count(f"### {code} {entry.name}\n") == 1
    text = section.split(f"### {code} {entry.name}\n", 1)[1].split("\n### ", 1)[0]
    words = " ".join(text.split())
    assert entry.meaning in words
    assert entry.remedy in words
    assert f"{code} " in "".join(row for row in text.split("\n") if row.startswith("    "))


def test_no_code_is_explained_that_does_not_exist() -> None:
    """docs/errors.md names no code that no stage has, and the codes of all stages differ."""
    explained = [row.split()[1] for row in DOCUMENTATION.split("\n") if row.startswith("### ")]
    assert sorted(explained) == sorted(codes())
    assert len({entry.name for entry in codes().values()}) >= len(codes()) - 1
