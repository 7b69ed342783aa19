"""Not a character lost between the source and the reader's eye."""

from __future__ import annotations

import hashlib
import json
import re

import pytest
from playwright.sync_api import Browser

from tests.conftest import EDITION, LAW, Built

pytestmark = [pytest.mark.site, pytest.mark.browser]

#: Every part of a page that opens is opened, and what was added to elements taken out: once, for layout takes time.
PREPARE = """
() => {
  document.querySelectorAll('details').forEach(d => { d.open = true });
  document.querySelectorAll('[data-src] [data-added]').forEach(a => { a.style.display = 'none'; });
}
"""
#: Every home element of a page: its span and its visible text.
READ = """
() => [...document.querySelectorAll('[data-src]')].map(e => {
  const text = e.innerText;
  const rendered = e.getClientRects().length > 0 || text === '';
  return [e.dataset.src, text, rendered && getComputedStyle(e).visibility === 'visible'];
})
"""


def _ledger(built: Built) -> dict[str, dict]:
    path = built.site / "zh-hant" / LAW / EDITION / "provenance" / "ledger.json"
    return {row["source"]: row for row in json.loads(path.read_text(encoding="utf-8"))}


def _texts(built: Built, ledger: dict[str, dict]) -> dict[str, str]:
    files = sorted((built.project / "content" / "laws").rglob("*.txt"))
    by_hash = {hashlib.sha256(p.read_bytes()).hexdigest(): p.read_text(encoding="utf-8") for p in files}
    return {name: by_hash[row["sha256"]] for name, row in ledger.items()}


def test_what_is_seen_is_the_source(browser: Browser, address: str, built: Built) -> None:
    """Each home element shows its span, the display form's marks undone, at two widths and in print."""
    ledger = _ledger(built)
    texts = _texts(built, ledger)
    shown = {name: dict(row.get("display", [])) for name, row in ledger.items()}
    forms = ((1280, "screen"), (390, "screen"), (1280, "print"))
    seen: dict[tuple[int, str], set[str]] = {form: set() for form in forms}
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    names = ["", "notice/", "explanation/", "general/", "opinions/", "provenance/"]
    names += [f"ch-{n}/" for n in range(1, 8)]
    names += [f"art-{n}/" for n in range(1, 69)]
    for name in names:
        page.goto(f"{address}zh-hant/{LAW}/{EDITION}/{name}")
        page.evaluate(PREPARE)
        for width, media in forms:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(media=media)
            for place, text, visible in page.evaluate(READ):
                source, start, end = _parts(place)
                expected = "".join(
                    shown[source].get(i, c) for i, c in enumerate(texts[source][start:end], start)
                )
                assert visible, (width, media, name, place)
                assert text == expected, (width, media, name, place)
                seen[width, media].add(place)
    page.close()
    for (width, media), places in seen.items():
        for name, row in ledger.items():
            covered = [False] * len(texts[name])
            for source, start, end in map(_parts, places):
                if source == name:
                    covered[start:end] = [True] * (end - start)
            for span in row["spans"]:
                if span["class"] not in ("separator", "markup"):
                    assert all(covered[span["start"] : span["end"]]), (width, media, name, span)


def _parts(place: str) -> tuple[str, int, int]:
    source, start, end = re.fullmatch(r"(.+):(\d+)-(\d+)", place).groups()  # type: ignore[union-attr]
    return source, int(start), int(end)


def test_copying_an_article_gives_the_source(browser: Browser, address: str, built: Built) -> None:
    """Selecting a row and copying it yields the shown text, with no stray blank or joiner."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}zh-hant/{LAW}/{EDITION}/art-12/")
    copied = page.evaluate(
        """() => [...document.querySelectorAll('[data-src][lang=zh-Hant]')].filter(e => !e.querySelector('[data-added]'))
        .map(e => { const s = getSelection(); s.removeAllRanges(); const r = document.createRange();
        r.selectNodeContents(e); s.addRange(r); return [e.innerText, s.toString()]; })"""
    )
    context.close()
    assert copied
    assert all(a == b and "\u200b" not in b and "\n" not in b for a, b in copied)


def test_the_site_and_its_ledger_give_the_files_back(built: Built) -> None:
    """Both seed files are rebuilt from the pages and the ledger alone, with equal SHA-256."""
    from build_tools.checks.conservation import rebuild_sources

    for locale in ("zh-hant", "zh-hans"):
        rebuilt = rebuild_sources(built.site, locale, LAW, EDITION)
        assert {hashlib.sha256(data).hexdigest() for data in rebuilt.values()} == {
            "cfa70aead90101a34fbc7d327e86ab9e69e065c72e0d9d4d8d5c5b169002005b",
            "0a8b73ca9ca834b548e111943d4ee2fd21114514b91ff82fbbd918edfb5ccf11",
        }
