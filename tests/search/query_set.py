"""The queries that were marked by reading, what the engine answers to them, and how far both agree.

``python -m tests.search.query_set dev`` prints the figures of one half and each row that is not as marked.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from build_tools.model.site import Site
from build_tools.pages.registry import documents
from build_tools.text.script import fold_script
from tests.conftest import ROOT
from tests.search.harness import write_search_files
from tests.search.six_laws import six_laws

FOLDER = Path(__file__).parent / "queries"
_SEVERAL = ("several-terms", "opinion-words", "citation-with-words")
_SAID = ("provision", "opinion", "general")


@dataclass(frozen=True)
class Row:
    """One marked query."""

    kind: str
    law: str
    query: str
    expected: str


@dataclass(frozen=True)
class Verdict:
    """How one query was answered: what was found of what must be, and what else stood among the first ten."""

    row: Row
    wanted: frozenset[str]
    found: tuple[str, ...]
    first_is_right: bool
    told: str = ""

    @property
    def recall(self) -> float:
        return len(self.wanted & set(self.found)) / len(self.wanted) if self.wanted else float(not self.found)

    @property
    def precision(self) -> float:
        ten = self.found[:10]
        return sum(f in self.wanted for f in ten) / len(ten) if ten else 1.0


def read_rows(name: str) -> list[Row]:
    """The rows of one list: ``queries-dev``."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")[:4]) for line in lines if line and not line.startswith("#")]


@cache
def _site() -> Site:
    return six_laws()


def answers(rows: Iterable[tuple[str, str]], script: str = "Hant") -> list[dict[str, Any]]:
    """What the engine answers to pairs of query and law."""
    folder = Path(tempfile.mkdtemp())
    write_search_files(_site(), folder)
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "search" / "ask.js"), str(folder), script],
        input=json.dumps(list(rows)), capture_output=True, text=True, check=True, timeout=240,
    )  # fmt: skip
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def judged(name: str) -> list[Verdict]:
    """Every row of a list with its verdict."""
    rows = read_rows(name)
    found = answers((row.query, row.law) for row in rows)
    return [_judge(row, answer) for row, answer in zip(rows, found, strict=True)]


def _judge(row: Row, answer: dict[str, Any]) -> Verdict:
    hits = answer["hits"]
    cited = [_id(h) for h in hits if h["tier"] == 0]
    said = [h for h in hits if h["kind"] in _SAID and h["tier"] not in (0, 4)]
    named = re.match(r"((?:art|ch|pt|h)-[^;]*)", row.expected)
    told = "".join(f"beyond:{n['count']}" if n["kind"] == "beyond" else n["kind"] for n in answer["notices"])
    if named:
        wanted = [set(one.split("|")) for one in named[1].split()]
        right = len(cited) >= len(wanted) and all(c in w for c, w in zip(cited, wanted, strict=False))
        more = row.expected.partition("text:")[2]
        articles = _holding(row.law, [[more]], articles_only=True) if more else frozenset()
        found = tuple(h["page"] for h in hits if h["kind"] == "provision")
        return Verdict(row, articles, found if more else (), right, told)
    if row.expected.startswith("none"):
        right = row.expected == "none" or bool(told)
        return Verdict(row, frozenset(), tuple(_id(h) for h in hits), right, told)
    words = [row.query.split() if row.kind in _SEVERAL else [_plain_quotes(row.query)]]
    if ":" in row.expected:
        words = [[form] for form in row.expected.partition(":")[2].split("|")]
    worded = row.expected.startswith("worded")
    said = [h for h in said if worded or not h["uses"]]  # what the law says otherwise is told apart
    wanted_docs = _holding(row.law, words, whole=row.kind == "latin")
    forms = {plain(form) for form in row.expected.partition(":")[2].split("|")}
    only_folded = plain(row.query) in forms  # 帳戶 and 账户 are one word, not two
    disclosed = not worded or only_folded or all(h["uses"] for h in said)
    return Verdict(row, wanted_docs, tuple(_doc(h) for h in said), disclosed, told)


def _id(hit: dict[str, Any]) -> str:
    return hit["page"] + (f"-{hit['fragment']}" if hit["fragment"] and hit["kind"] == "provision" else "")


def _doc(hit: dict[str, Any]) -> str:
    if hit["kind"] == "provision":
        return str(hit["page"])
    return _sections().get((hit["law"], hit["fragment"]), hit["fragment"]) or str(hit["page"])


@cache
def _sections() -> dict[tuple[str, str], str]:
    """A general opinion is one document with its heading: each of its places is called after the first."""
    return {
        (record.manifest.slug, line.at): document.lines[0].at
        for record in _site().laws
        for document in documents(record, record.editions[0])
        if document.kind == "general"
        for line in document.lines
    }


def _plain_quotes(query: str) -> str:
    return re.sub(r'^[“「『"＂](.*)[”」』"＂]$', r"\1", query)


def plain(text: str) -> str:
    """Both sides made alike without the site's own folding: script, width, case; no punctuation, no blanks."""
    folded = fold_script(unicodedata.normalize("NFKC", text)).lower()
    folded = folded.translate(str.maketrans("帐○", "账〇"))
    return "".join(c for c in folded if unicodedata.category(c)[0] not in "PSZC")


@cache
def _texts(law: str) -> dict[str, tuple[str, str]]:
    """What each article and opinion of a law says, by page or place: as written, and made alike."""
    record = next(one for one in _site().laws if one.manifest.slug == law)
    found: dict[str, list[str]] = {}
    for document in documents(record, record.editions[0]):
        if document.kind in _SAID:
            head = document.head and document.kind == "provision"
            key = document.page if document.kind == "provision" else document.lines[0].at or document.page
            found.setdefault(key, []).extend(line.texts.written for line in document.lines[int(head) :])
    return {key: ("\n".join(lines), plain("".join(lines))) for key, lines in found.items()}


def _holding(
    law: str, ways: list[list[str]], *, whole: bool = False, articles_only: bool = False
) -> frozenset[str]:
    """Articles and opinions in which all words of one way stand."""
    found = set()
    for key, (written, alike) in _texts(law).items():
        if articles_only and not key.startswith("art-"):
            continue
        for words in ways:
            if whole:
                text = unicodedata.normalize("NFKC", written).lower()
                fits = all(_stands_whole(text, fold_script(word.lower())) for word in words)
            else:
                fits = all(plain(word) in alike for word in words)
            if fits:
                found.add(key)
    return frozenset(found)


def _stands_whole(text: str, word: str) -> bool:
    word = unicodedata.normalize("NFKC", word)
    return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", fold_script(text)) is not None


def main(half: str) -> None:
    """Print the figures of one half."""
    verdicts = judged(f"queries-{half}")
    kinds = dict.fromkeys(v.row.kind for v in verdicts)
    for kind in kinds:
        some = [v for v in verdicts if v.row.kind == kind]
        print(f"{kind:22}{len(some):4}", *(f"{x:7.3f}" for x in _means(some)))
    print("all", *(f"{x:.4f}" for x in _means(verdicts)))
    for v in verdicts:
        if v.recall < 1 or v.precision < 1 or not v.first_is_right:
            missing, more = sorted(v.wanted - set(v.found)), [f for f in v.found[:10] if f not in v.wanted]
            print(v.row.kind, v.row.law, v.row.query, "->", v.row.expected, "| missing", missing[:6], "| other", more[:6],
                  "" if v.first_is_right else f"| first wrong: {v.told}")  # fmt: skip


def _means(some: list[Verdict]) -> tuple[float, float, float]:
    count = len(some)
    return (
        sum(v.recall for v in some) / count,
        sum(v.precision for v in some) / count,
        sum(v.first_is_right for v in some) / count,
    )


if __name__ == "__main__":
    main(sys.argv[1])
