"""Which laws are opened for a query on a site of many laws."""

from __future__ import annotations

import json
import random
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from build_tools.model.directory import LawDirectory
from build_tools.model.export import ExportInputs
from build_tools.pages.registry import documents
from build_tools.search.files import search_files
from build_tools.search.folding import Folded, fold_documents
from build_tools.search.law_grams import LAWS_PER_FILE, law_grams
from tests.conftest import ROOT
from tests.search.test_files import corpus_site, small_site

LATIN = "0-9a-z\xc0-\u052f"


def ask(folder: Path, queries: list[list[list[str]]]) -> list[dict[str, Any]]:
    """Files that are missing for each query, what is known before they come, and the laws to open."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "search" / "law-grams.js"), str(folder)],
        input=json.dumps(queries), capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def laws(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Folded]]:
    """The search files of 51 laws as if that were many, and their folded text."""
    folder = tmp_path_factory.mktemp("many")
    site = corpus_site("benchmarks/corpus")
    for file in search_files(ExportInputs(site, LawDirectory()), many=10):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.data)
    return folder, {x.manifest.slug: fold_documents(documents(x, x.editions[0])) for x in site.laws}


def _holds(law: Folded, needle: str) -> bool:
    """Plain search, where a Latin word is whole."""
    start = f"(?<![{LATIN}])" if re.match(f"[{LATIN}]", needle) else ""
    end = f"(?![{LATIN}])" if re.search(f"[{LATIN}]$", needle) else ""
    pattern = re.compile(start + re.escape(needle) + end)
    return any(pattern.search(line) for line in (*law.written, *law.odd.values()))


def test_no_law_that_holds_a_word_is_missed(laws: tuple[Path, dict[str, Folded]]) -> None:
    """400 words of one to six characters cut from the laws, alone, in pairs and with another spelling."""
    folder, texts = laws
    dice = random.Random(20260131)
    lines = [line for law in texts.values() for line in law.written if len(line) > 8]
    words = []
    for _ in range(400):
        line = dice.choice(lines)
        start = dice.randrange(len(line) - 6)
        words.append(line[start : start + dice.randint(1, 6)].strip())
    queries = [[[word]] for word in words if word]
    queries += [[[a], [b, c]] for a, b, c in zip(words, words[1:], words[2:], strict=False) if a and b and c]
    queries += [[["没有的词语"]], [["vpn"]], [["第", "条"], ["法"]]]
    for query, answer in zip(queries, ask(folder, queries), strict=True):
        wanted = [
            slug for slug, law in texts.items()
            if all(any(_holds(law, needle) for needle in spellings) for spellings in query)
        ]  # fmt: skip
        assert set(wanted) <= set(answer["laws"]), query
        assert answer["laws"] == [slug for slug in texts if slug in answer["laws"]], "as they are listed"
        if query[0][0].isalpha() and len(query) == 1 and len(query[0][0]) <= 2 and query[0][0] > "\u4e00":
            assert answer["laws"] == wanted, query


def test_nothing_is_said_before_the_files_are_here(laws: tuple[Path, dict[str, Folded]]) -> None:
    """A query says which files it wants; what nobody can look up is answered by all laws."""
    first, again, nothing = ask(laws[0], [[["规定"]], [["规定"]], [[""]]])
    assert len(first["missing"]) == 1
    assert first["early"] is None
    assert not again["missing"]
    assert len(first["laws"]) > 40
    assert nothing["laws"] is None


def test_the_files_are_few_and_the_same_every_time(laws: tuple[Path, dict[str, Folded]]) -> None:
    """One for six laws; the list of laws names them; a small site has none."""
    folder, texts = laws
    made = law_grams(list(texts.values()))
    assert made == law_grams(list(texts.values()))
    assert len(made) == -(-len(texts) // LAWS_PER_FILE) == len(list(folder.rglob("grams-*.js")))
    assert law_grams([]) == []
    site = ExportInputs(small_site(), LawDirectory())
    assert not [file.path for file in search_files(site) if "grams" in file.path]
