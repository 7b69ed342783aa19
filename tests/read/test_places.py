"""The place of a key and of its value in a TOML file is where they stand."""

from __future__ import annotations

import tomllib

import pytest

from build_tools.read.places import KeyPath, find_places
from tests.fixture_cases import FIXTURES

ODD = r"""
# a comment with = and [brackets]
plain.dotted . "quoted key" = "a # no comment" # y
'literal key' = [1, [2, 3], { x = 1, y.z = "]}" },] # trailing comma
many = '''
[not a table]
'''
lines = [ # inside
  "甲", # 1
  "乙\"]",
]
empty = {}
none = []
basic = \"\"\"one ""quoted"" \\
   two\"\"\"
[[edition]]
date = 2026-01-31
[edition.source]
file='f'
[[edition.source.aside]]
at = [1,
 2]
[[edition]]
flag = true
[[edition.source.aside]]
at = [3, 4]
[edition.source.more]
n = -1_000
[last] # comment
x = 1.5e3""".replace('\\"\\"\\"', '"""')
LAW = (FIXTURES / "read" / "law.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [ODD, LAW, ODD.replace("\n", "\r\n"), "", "a=1", "a=1#x"])
def test_each_value_stands_at_its_place(text: str) -> None:
    """Each value that tomllib reads is read again from its place; each key is written at its own."""
    tree = tomllib.loads(text)
    places = find_places(text)
    leaves = dict(walk(tree, ()))
    assert set(leaves) <= set(places.values)
    for path, (start, end) in places.values.items():
        assert tomllib.loads(f"it = {text[start:end]}")["it"] == value_at(tree, path)
    for path in leaves:
        start, end = places.of(path)
        name = path[-1]
        assert isinstance(name, int) or text[start:end].strip("\"'") == name


def test_a_key_that_is_not_there() -> None:
    """The table above it is named instead; without any, the start of the file."""
    places = find_places("[a]\nb = 1\n")
    assert places.of(("a", "c")) == (0, 3)
    assert places.of(("x",)) == (0, 0)


def walk(value: object, path: KeyPath) -> list[tuple[KeyPath, object]]:
    """All values that hold no other."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in walk(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for number, inner in enumerate(value) for leaf in walk(inner, (*path, number))]
    return [(path, value)]


def value_at(tree: object, path: KeyPath) -> object:
    """The value at the end of a way through tables and lists."""
    for step in path:
        assert isinstance(tree, dict | list)
        tree = tree[step]  # type: ignore[call-overload, index]
    return tree
