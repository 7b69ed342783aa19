"""The index that orders results: what the browser makes of it is what lunr made."""

from __future__ import annotations

import json
import random
import subprocess
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lunr.index import Index

from build_tools.model.site import Site
from build_tools.model.variant import Script
from build_tools.pages.registry import documents
from build_tools.search.folding import fold_documents
from build_tools.search.grams import grams_of
from build_tools.search.packing import PairList
from build_tools.search.rank_index import lunr_builder
from tests.conftest import ROOT
from tests.search.harness import search_data
from tests.search.small_site import edition_of, law_record, site_of
from tests.search.test_files import corpus_site, small_site

LUNR = str(files("mkdocs") / "contrib/search/templates/search/lunr.js")


def in_browser(files: list[str], queries: list[list[str]], texts: list[str]) -> dict[str, Any]:
    """lunr.js on rank files: the index it loads, a score for each query; and how texts are cut."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "search" / "rank.js"), LUNR],
        input=json.dumps({"files": files, "queries": queries, "texts": texts}),
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return json.loads(done.stdout)


def _indexes(site: Site) -> dict[str, Index]:
    return {
        law.manifest.slug: lunr_builder(
            found := tuple(documents(law, law.editions[0])), fold_documents(found)
        ).build()
        for law in site.laws
    }


def _rank_files(site: Site) -> dict[str, str]:
    newest = {law.manifest.slug for law in site.laws}
    data = {
        path.split("/")[-1].split(".")[0]: d.decode()
        for path, d in search_data(site).items()
        if ".rank." in path
    }
    return {slug: data[slug] for slug in newest}


def _queries(indexes: dict[str, Index], count: int) -> list[list[str]]:
    dice = random.Random(20260131)
    grams = sorted({gram for index in indexes.values() for gram in index.inverted_index})
    return [dice.sample(grams, dice.randint(1, 6)) for _ in range(count)]


def test_the_browser_loads_the_index_that_lunr_made() -> None:
    """Every gram, every document that holds it, every score."""
    site = corpus_site()
    indexes, data = _indexes(site), _rank_files(site)
    answer = in_browser(list(data.values()), [], [])
    assert answer["version"] == "2.3.9"
    for slug, found in zip(data, answer["found"], strict=True):
        made, mine = indexes[slug].serialize(), found["index"]
        terms = {term: sorted(row["text"]) for term, row in made["invertedIndex"]}
        assert {term: sorted(row["text"]) for term, row in mine["invertedIndex"]} == terms
        names = [term for term, _ in mine["invertedIndex"]]
        numbers = {row["_index"]: term for term, row in made["invertedIndex"]}
        for (ref, wanted), (own, vector) in zip(made["fieldVectors"], mine["fieldVectors"], strict=True):
            assert ref == own
            scores = {names[i]: score for i, score in zip(vector[::2], vector[1::2], strict=True)}
            expected = {numbers[i]: score for i, score in zip(wanted[::2], wanted[1::2], strict=True)}
            assert scores == pytest.approx(expected, abs=0.0011)
        assert mine["pipeline"] == []


def test_documents_are_scored_as_lunr_scores_them() -> None:
    """200 queries of up to six grams in seven laws."""
    site = corpus_site()
    indexes, data = _indexes(site), _rank_files(site)
    queries = _queries(indexes, 200)
    answer = in_browser(list(data.values()), queries, [])
    for slug, found in zip(data, answer["found"], strict=True):
        index = indexes[slug]
        for grams, scores in zip(queries, found["scores"], strict=True):
            query = index.create_query()
            for gram in grams:
                query.term(gram, use_pipeline=False)
            wanted = {int(row["ref"]): row["score"] for row in index.query(query)}
            assert dict(scores) == pytest.approx(wanted, abs=0.005)


def test_what_no_order_depends_on_is_left_out() -> None:
    """依照 stands in three articles, which are the first three in any order; 本法 in four, and so it is there."""
    law = edition_of(
        "第一條 依照本法。\n第二條 依照，本法。\n第三條 依照；本法。\n第四條 本法。\n", Script.HANT
    )
    record = law_record(law)
    found = tuple(documents(record, law))
    builder = lunr_builder(found, fold_documents(found))
    assert set(builder.inverted_index) == {"本法"}
    assert set(builder.inverted_index["本法"]["text"]) == {"1", "2", "3", "4"}


def test_characters_of_two_units_do_not_stop_lunr() -> None:
    """lunr.js wants its terms in the order of UTF-16 units, where 𠮷 comes before a compatibility form."""
    text = "".join(f"第{number}条 𠮷字﨎字，vpn。\n" for number in "一二三四")
    site = site_of(law_record(edition_of(text, Script.HANS)))
    (data,) = _rank_files(site).values()
    (found,) = in_browser([data], [["𠮷字"], ["vpn"], ["字﨎"], ["没有"]], [])["found"]
    assert [sorted(n for n, _ in scores) for scores in found["scores"]] == [[1, 2, 3, 4]] * 3 + [[]]


def test_a_law_without_anything_to_order() -> None:
    """An index of nothing is an index."""
    site = site_of(law_record(edition_of("第一条 甲乙。\n", Script.HANS)))
    (found,) = in_browser(list(_rank_files(site).values()), [["甲乙"]], [])["found"]
    assert found["scores"] == [[]]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(st.sampled_from("网络犯罪 b9\n𠮷é〇あ가")), max_size=40))
def test_texts_are_cut_alike(texts: list[str]) -> None:
    """By code points; Latin words whole."""
    assert in_browser([], [], texts)["grams"] == [list(grams_of(text)) for text in texts]


def test_laws_are_cut_alike() -> None:
    """All lines of the laws in tests/corpus and of the small site, both scripts."""
    lines: list[str] = []
    for site in (corpus_site(), small_site()):
        for law, record in site.editions():
            folded = fold_documents(documents(law, record))
            lines += [*folded.written, *folded.odd.values()]
    assert in_browser([], [], lines)["grams"] == [list(grams_of(line)) for line in lines]


@given(st.sets(st.text(st.sampled_from("网络犯罪𠮷"), min_size=2, max_size=2)))
def test_each_pair_is_listed_once(pairs: set[str]) -> None:
    """Whatever order is the shortest."""
    made = PairList(pairs)
    assert sorted(made.in_order) == sorted(pairs)
    assert made.packed == PairList(sorted(pairs)).packed
