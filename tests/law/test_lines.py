"""Lines in plain form: one character for one, the same for every script and width."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.law.scan.lines import plain_form, read_lines
from build_tools.model.source import SourceFile

PARSE = Path(__file__).parent.parent.parent / "build_tools" / "law"


def _characters_of_the_rules() -> set[str]:
    """Chinese characters in the patterns and string constants of the stage's law files, docstrings apart."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in PARSE.rglob("*.toml")]
    found = {
        c for table in tables for value in table.values() for c in "".join(value) if "\u4e00" <= c <= "\u9fff"
    }
    for path in PARSE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        prose = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
                found |= {c for c in node.value if "\u4e00" <= c <= "\u9fff"}
    return found


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
def test_rules_read_traditional_text(config: str) -> None:
    """Every character that a rule looks for is found in its Traditional form, of the mainland, Taiwan and Hong Kong."""
    converter = opencc.OpenCC(config)
    simplified = opencc.OpenCC("t2s")
    characters = {c for c in _characters_of_the_rules() if c not in NUMERAL_CLASS}
    rules = {c for c in characters if simplified.convert(c) == c}
    assert {c for c in rules if plain_form(c) != c} == set()
    lost = {c: converter.convert(c) for c in rules if plain_form(converter.convert(c)) != c}
    assert lost == {}
    assert len(rules) > 300


@given(st.text(max_size=80))
def test_plain_form_keeps_offsets(text: str) -> None:
    """The plain form is as long as the text, and plain already."""
    assert len(plain_form(text)) == len(text)
    assert plain_form(plain_form(text)) == plain_form(text)


@given(st.text(alphabet="第一条甲 \u3000\u200b\ufeff\r\n\t\x85", max_size=80))
def test_lines_are_trimmed_and_in_place(text: str) -> None:
    """Each line is its stretch of the text, begins and ends with a visible character, and stands on its line."""
    source = SourceFile.of_text("x", "x", text)
    for line in read_lines(source):
        assert text[line.start : line.end] == line.text
        assert source.position(line.start).line == line.number
        assert not line.text[0].isspace() and not line.text[-1].isspace()
    kept = "".join(line.text for line in read_lines(source))
    visible = "".join(c for c in text if not c.isspace() and c not in "\u200b\ufeff")
    assert [c for c in kept if not c.isspace() and c not in "\u200b\ufeff"] == list(visible)
