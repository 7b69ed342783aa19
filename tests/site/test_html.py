"""The built pages as documents: valid, linked, tagged with their language."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import html5lib
import pytest

from tests.conftest import EDITION, LAW, ROOT, Built

pytestmark = pytest.mark.site
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_no_errors_in_the_html_checker(built: Built) -> None:
    """Nu finds no error in any page."""
    done = subprocess.run(
        [
            "java",
            "-Xss8m",
            "-jar",
            str(VNU),
            "--skip-non-html",
            "--errors-only",
            "--format",
            "json",
            str(built.site),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )
    messages = json.loads(done.stderr)["messages"]
    assert not [f"{m['url'].split('/site/')[-1]}: {m['message']}" for m in messages][:20]


def test_nothing_is_left_open_by_the_builder(built: Built) -> None:
    """A strict build says nothing about warnings."""
    assert "warning" not in built.output.lower()
    assert "error" not in built.output.lower()


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_page_of_the_design_exists_in_both_trees(built: Built) -> None:
    """Front, 7 chapters, 68 articles, notice, explanation, general, all opinions, provenance, about, how to add."""
    names = ["", *(f"ch-{n}/" for n in range(1, 8)), *(f"art-{n}/" for n in range(1, 69))]
    names += [f"{n}/" for n in ("notice", "explanation", "general", "opinions", "provenance")]
    for locale in ("zh-hant", "zh-hans"):
        base = built.site / locale
        assert not [n for n in names if not (base / LAW / EDITION / n / "index.html").is_file()]
        assert (base / LAW / "index.html").is_file()
        assert (base / "about" / "index.html").is_file()
        assert (base / "add-a-law" / "index.html").is_file()
        assert (base / "index.html").is_file()
    assert (built.site / "index.html").is_file()
    assert (built.site / "404.html").is_file()


def test_titles_are_there_and_differ_within_a_tree(built: Built) -> None:
    """One h1 and one title a page; no two pages of a tree share a title."""
    for locale in ("zh-hant", "zh-hans"):
        seen: dict[str, Path] = {}
        for path in _pages(built.site / locale / LAW / EDITION):
            html = path.read_text(encoding="utf-8")
            title = re.search(r"<title>([^<]+)</title>", html)
            assert title, path
            assert title[1] not in seen, (path, seen[title[1]])
            seen[title[1]] = path
            assert len(re.findall(r"<h1[\s>]", html)) == 1, path


def test_each_run_of_one_script_is_tagged_with_it(built: Built) -> None:
    """Characters that exist in one script only stand in elements of that language, titles and labels too.

    What a source writes counts as its script: the draft was converted by machine and has 征 and 范 for 徵 and 範.
    """
    from build_tools.text.script import character_pairs, convert

    pairs = character_pairs()
    hans_only = {b for b in pairs.values() if convert(b, "s2t") != b} - set(pairs)
    hant_only = {a for a, b in pairs.items() if a != b and convert(b, "s2t") == a}
    for path in (built.project / "content" / "laws").rglob("*.txt"):
        written = set(path.read_text(encoding="utf-8"))
        hans_only -= written if ".hant." in path.name else set()
        hant_only -= written if ".hans." in path.name else set()
    for path in (ROOT / "tests" / "corpus").glob("*.txt"):  # 准 of 批准, 干 of 干涉: the phrase decides
        hans_only -= set(convert(path.read_text(encoding="utf-8"), "s2tw"))
    for name in ("", "art-12/", "art-35/", "general/", "opinions/", "explanation/"):
        for locale in ("zh-hant", "zh-hans"):
            tree = html5lib.parse(built.page(f"{locale}/{LAW}/{EDITION}/{name}"), namespaceHTMLElements=False)
            _judge(tree, "", hans_only, hant_only, f"{locale}/{name}")


def _judge(element, language: str, hans_only: set[str], hant_only: set[str], where: str) -> None:
    if element.tag in ("script", "style") or not isinstance(element.tag, str):
        return
    language = element.get("lang") or language
    texts = [element.text or "", *(child.tail or "" for child in element)]
    texts += [element.get(name) or "" for name in ("title", "aria-label", "alt", "content")]
    wrong = {"zh-Hant": hans_only, "zh-Hans": hant_only}.get(language, set())
    for text in texts:
        strange = {c for c in text if c in wrong}
        assert not strange, f"{where}: {sorted(strange)} in {language}: {text[:60]}"
    for child in element:
        _judge(child, language, hans_only, hant_only, where)


def test_no_english_in_the_interface(built: Built) -> None:
    """No run of Latin words in labels, titles and buttons, but for names of scripts, files and formats."""
    allowed = re.compile(
        r"OpenCC|SHA-?256|JSON|ledger|zip|UTF-8|MkDocs|Material|duizhao|[a-z.]+\.(cn|net|com|json|txt|zip)|[\w.@/:-]+",
        re.IGNORECASE,
    )
    for name in ("", "art-12/", "general/", "opinions/"):
        tree = html5lib.parse(built.page(f"zh-hant/{LAW}/{EDITION}/{name}"), namespaceHTMLElements=False)
        for element in tree.iter():
            for attribute in ("aria-label", "title", "alt", "placeholder"):
                words = element.get(attribute) or ""
                rest = allowed.sub("", words) if not re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", words) else words
                assert not re.search(r"[A-Za-z]{3,}", rest), words
