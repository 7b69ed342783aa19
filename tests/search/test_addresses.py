"""Where results lead in the built site."""

from __future__ import annotations

import re

import pytest

from tests.conftest import EDITION, LAW, Built
from tests.search.test_files import read_shards

pytestmark = pytest.mark.site


def test_every_result_leads_to_a_place_that_exists(built: Built) -> None:
    """Page and fragment of every line that can be found, in both trees."""
    data = read_shards(built.site)[LAW, EDITION]
    assert len(data["docs"]) > 100
    for locale in ("zh-hant", "zh-hans"):
        front = built.site / locale / LAW / EDITION
        ids: dict[str, set[str]] = {}
        for document in data["docs"]:
            page = document["page"]
            if page not in ids:
                html = (front / page / "index.html").read_text(encoding="utf-8")
                ids[page] = {"", *re.findall(r'(?<=\s)id="([^"]+)"', html)}
            assert set(document["at"]) <= ids[page], (page, set(document["at"]) - ids[page])


def test_all_text_of_the_law_can_be_found(built: Built) -> None:
    """Each row of each article, and each opinion, is in the search data as the page shows it."""
    data = read_shards(built.site)[LAW, EDITION]
    kinds = [document["kind"] for document in data["docs"]]
    assert kinds.count("provision") == 68
    assert kinds.count("heading") == 7
    assert {"law", "notice", "explanation", "general", "opinion", "note", "submission"} <= set(kinds)
    lines = iter(hant for hant, _ in data["lines"])
    for document in data["docs"]:
        texts = [next(lines) for _ in document["at"]]
        if document["kind"] == "provision":
            html = built.page(f"zh-hant/{LAW}/{EDITION}/{document['page']}/")
            plain = re.sub(r"<[^>]*>", "", re.sub(r"<(\w+)[^>]* data-added[^>]*>.*?</\1>", "", html))
            for text in texts[1:]:
                assert re.sub(r"^（.+?）", "", text) in plain, (document["page"], text)
