"""The data files of the search box, read by the engine itself."""

from __future__ import annotations

import gzip
import json
import random
import re
import subprocess
import unicodedata
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from build_tools.grammar.wording import fold_word, read_wording
from build_tools.model.issue import IssueLog
from build_tools.model.locale import Localized
from build_tools.model.site import Site
from build_tools.model.variant import Script
from build_tools.pages.registry import documents
from build_tools.pipeline import load_site
from build_tools.search.folding import fold
from build_tools.text.script import character_pairs
from tests.conftest import ROOT
from tests.search.harness import search_data, write_search_files
from tests.search.small_site import edition_of, feedback_of, law_record, site_of
from tests.search.test_documents import FEEDBACK, LAW

ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇]+[條条](?:之.)?[\s\u3000]")


def small_site() -> Site:
    """Two laws, one of them with two editions and an opinion."""
    newest = edition_of(LAW, Script.HANT, "draft-2", feedback=(feedback_of(FEEDBACK, Script.HANS),))
    older = edition_of("第一条 旧稿所独有。\n", Script.HANS, "draft-1")
    other = edition_of("第一条 发布理发规则，账户、VPN/IP地址。\n", Script.HANS, law="zother")
    return site_of(
        law_record(newest, older), law_record(other, slug="zother", title=Localized("另法", "另法"))
    )


def corpus_site(folder: str = "tests/corpus") -> Site:
    """The articles of the laws in a folder and of the draft, cut without the parser."""
    laws = []
    paths = [*sorted((ROOT / folder).glob("*.txt")), *sorted(ROOT.glob("content/laws/*/editions/*.txt"))]
    for number, path in enumerate(paths):
        lines = [
            line.strip()
            for line in path.read_text(encoding="utf-8").lstrip("\ufeff").splitlines()
            if line.strip()
        ]
        first = next((i for i, line in enumerate(lines) if ARTICLE.match(line)), None)
        if first is not None:
            script = Script.HANT if ".hant." in path.name else Script.HANS
            slug = f"law-{number}"
            laws.append(law_record(edition_of("\n".join(lines[first:]), script, law=slug), slug=slug))
    assert len(laws) >= 5
    return site_of(*laws)


def ask(site: Site, folder: Path, queries: list[str], script: str = "Hant") -> list[list[dict[str, Any]]]:
    """What the engine finds for each query in the site's search files."""
    write_search_files(site, folder)
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "search" / "ask.js"), str(folder), script],
        input=json.dumps(queries), capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return [answer["hits"] for answer in json.loads(done.stdout)]


def test_the_same_site_gives_the_same_files() -> None:
    """Names and bytes; each file is named after its content, and the list names the files."""
    files = search_data(small_site())
    assert files == search_data(small_site())
    assert list(files) == sorted(files)
    assert len(files) == 7
    listing = json.loads(
        files["assets/search/laws.js"].decode().removeprefix("self.duizhaoSearch.laws(").removesuffix(");\n")
    )
    named = [e[part] for law in listing["laws"] for e in law["editions"] for part in ("file", "rank")]
    assert set(named) == set(files) - {"assets/search/laws.js"}
    assert [[e["edition"] for e in law["editions"]] for law in listing["laws"]] == [
        ["draft-2", "draft-1"],
        ["draft"],
    ]


def test_a_change_in_one_law_changes_its_file_only() -> None:
    """A reader's browser keeps the other laws."""
    one = edition_of("第一条 甲。\n", Script.HANS)
    before = set(search_data(site_of(law_record(one), law_record(one, slug="b"))).items())
    other = edition_of("第一条 乙。\n", Script.HANS)
    after = set(search_data(site_of(law_record(other), law_record(one, slug="b"))).items())
    assert {path.split(".")[0] for path, _ in before ^ after} == {"assets/search/law", "assets/search/laws"}


def test_a_word_is_found_in_every_spelling(tmp_path: Path) -> None:
    """The law writes 范圍, the opinion 范围, its conversion 範圍; nobody need know."""
    queries = ["範圍", "范圍", "范围", "帳戶", "理髮", "VPN", "第２条", "第二條第二款", "旧稿", "沒有"]
    answers = dict(zip(queries, ask(small_site(), tmp_path, queries), strict=True))
    pages = [(a["kind"], a["page"], a["fragment"]) for a in answers["範圍"]]
    assert pages == [
        ("provision", "art-2", "p1"),
        ("opinion", "art-2", "c-wang-2"),
        ("general", "general", "c-wang-1"),
    ]
    assert answers["範圍"] == answers["范圍"] == answers["范围"]
    assert answers["範圍"][0]["spellings"] == ["范圍", "范围", "範圍"]
    assert [a["label"] for a in answers["範圍"]] == ["第二條第一款", "第二條", "（一）權力邊界"]
    assert [(a["law"], a["marks"]) for a in answers["帳戶"]] == [("zother", ["賬戶"])]
    assert answers["理髮"][0]["text"] == ["發佈理髮規則，賬戶、VPN/IP地址。"]
    assert [a["law"] for a in answers["VPN"]] == ["zother"]
    assert (answers["第２条"][0]["page"], answers["第２条"][0]["tier"]) == ("art-2", 0)
    assert answers["第二條第二款"][0]["fragment"] == "p2"
    assert not answers["旧稿"], "older editions are searched on their own pages only"
    assert not answers["沒有"]


def read_shards(folder: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Documents, lines in both scripts and folded lines of each edition, as the browser gets them."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "search" / "shards.js"), str(folder)],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return {(shard["law"], shard["edition"]): shard for shard in json.loads(done.stdout)}


@pytest.mark.parametrize("make", [small_site, corpus_site])
def test_the_browser_gets_each_line_as_the_page_has_it(tmp_path: Path, make: Callable[[], Site]) -> None:
    """Kind, page, fragment and both scripts of every line; and what each folds to, in either script."""
    site = make()
    write_search_files(site, tmp_path)
    shards = read_shards(tmp_path)
    for law, record in site.editions():
        shard = shards[law.manifest.slug, record.facts.slug]
        found = tuple(documents(law, record))
        assert shard["docs"] == [
            {"kind": d.kind, "page": d.page, "at": [x.at for x in d.lines], "head": d.head,
             "hans": d.lines[0].texts.hans, "within": d.within}
            for d in found
        ]  # fmt: skip
        texts = [line.texts for d in found for line in d.lines]
        both = [[t.other, t.written] if t.hans else [t.written, t.other] for t in texts]
        assert shard["lines"] == both
        assert shard["folded"][: len(texts)] == [fold(t.written) for t in texts]
        rest = {(n, fold(t.other)) for n, t in enumerate(texts) if fold(t.other) != fold(t.written)}
        assert (
            set(zip(shard["owner"], shard["folded"], strict=True))
            - set(enumerate(shard["folded"][: len(texts)]))
            == rest
        )
        assert shard["starts"] == [0, *accumulate(len(line) + 1 for line in shard["folded"])]


def _plain(text: str) -> str:
    """Another way of folding, for comparison: letters and digits only."""
    pairs = character_pairs()
    text = unicodedata.normalize("NFKC", text)
    folded = [pairs.get(c, c).lower() for c in text if unicodedata.category(c)[0] in "LN" or c == "○"]
    return "".join(folded).replace("帐", "账")


@pytest.mark.parametrize("script", ["Hant", "Hans"])
def test_every_page_that_holds_a_word_is_found_and_no_other(tmp_path: Path, script: str) -> None:
    """300 words cut at random from seven laws, in either script, against a plain search through their text."""
    site = corpus_site()
    pages: dict[tuple[str, str], list[str]] = {}
    for law in site.laws:
        for d in documents(law, law.editions[0]):
            if d.kind == "provision":
                both = [
                    (t.other, t.written) if t.hans else (t.written, t.other)
                    for t in (x.texts for x in d.lines)
                ]
                pages[law.manifest.slug, d.page] = [t[script == "Hans"] for t in both]
    dice = random.Random(20260131)
    han = re.compile(r"[\u4e00-\u9fff]{2,}")
    runs = [run for lines in pages.values() for line in lines for run in han.findall(line)]
    queries = []
    for _ in range(300):
        run = dice.choice(runs)
        start = dice.randrange(len(run) - 1)
        queries.append(run[start : start + dice.randint(1, 7)])
    plain = {page: [_plain(line) for line in lines] for page, lines in pages.items()}
    for query, found in zip(queries, ask(site, tmp_path, queries, script), strict=True):
        wanted = {page for page, lines in plain.items() if any(_plain(query) in line for line in lines)}
        looked_up = {(a["law"], a["page"]) for a in found if a["tier"] == 0}
        assert {(a["law"], a["page"]) for a in found if a["kind"] == "provision"} == wanted | looked_up, query
        assert wanted


@pytest.mark.parametrize("folder", ["tests/corpus", "benchmarks/corpus"])
def test_files_stay_small(folder: str) -> None:
    """Both scripts of a law cost at most a tenth more than its text in one script (gzip)."""
    site = corpus_site(folder)
    files = search_data(site)
    for law, record in site.editions():
        found = documents(law, record)
        text = "".join(f"{line.texts.written}\n" for d in found for line in d.lines)
        (data,) = (d for p, d in files.items() if re.match(rf"assets/search/{law.manifest.slug}\.\w+\.js", p))
        size, plain = len(gzip.compress(data, 9)), len(gzip.compress(text.encode(), 9))
        label = 16  # of the edition, which these laws, cut without the parser, all have in their title
        assert size <= 1.1 * plain + label, f"{law.manifest.slug}: {size / plain:.3f}"


def test_a_readers_word_is_known_however_its_characters_are(tmp_path: Path) -> None:
    """駭 and 牆 stand in no law of this site, and yet 駭客 and 翻牆 are rows of its table: each row answers as typed."""
    site = load_site(ROOT / "content", IssueLog())
    (listing,) = (d for path, d in search_data(site).items() if path.endswith("laws.js"))
    rows = json.loads(listing.decode().removeprefix("self.duizhaoSearch.laws(").removesuffix(");\n"))[
        "wording"
    ]
    kept = {row[0] for row in rows}
    words = [row.word for row in read_wording() if fold_word(row.word) in kept]
    assert {"駭客", "翻牆", "伺服器"} <= set(words)
    write_search_files(site, tmp_path)
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "search" / "ask.js"), str(tmp_path)],
        input=json.dumps(words), capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    stretch = {row.word for row in read_wording() if row.stretch}
    lost = [
        word
        for word, answer in zip(words, json.loads(done.stdout), strict=True)
        if not (
            any(k == "wording" for k, _ in answer["proposals"]) if word in stretch else answer["reworded"]
        )
    ]
    assert not lost
