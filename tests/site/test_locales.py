"""A third language of the interface is a catalogue and an entry: nothing else of the program is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ENTRY = """
[en]
lang = "en"
script = "Hans"
fallback = "zh-hans"
"""
_WORDS = """site = "Duizhao"
site-title = "Laws, article by article"
switch = "English"
switch-title = "Use the English interface"
"""


def test_a_third_language_is_a_catalogue_and_an_entry(tmp_path: Path) -> None:
    """The program with one more entry and one more file builds a third tree, linked from both others."""
    for name in ("build_tools", "overrides", "content"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    messages = tmp_path / "build_tools" / "messages"
    with (messages / "locales.toml").open("a", encoding="utf-8") as file:
        file.write(_ENTRY)
    (messages / "en").mkdir()
    (messages / "en" / "shell.toml").write_text(_WORDS, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "build_tools.cli", "build"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    pages = {
        tag: {p.relative_to(site / tag).as_posix() for p in (site / tag).rglob("*.html")}
        for tag in ("zh-hant", "zh-hans", "en")
    }
    assert pages["en"] == pages["zh-hans"] == pages["zh-hant"]
    page = next(p for p in sorted(pages["en"]) if p.endswith("art-12/index.html"))
    english = (site / "en" / page).read_text(encoding="utf-8")
    assert '<html lang="en"' in english and "Duizhao" in english
    assert "上一页" in english  # words that the catalogue lacks are its fallback's
    chinese = (site / "zh-hant" / page).read_text(encoding="utf-8")
    for tag, lang in (("zh-hans", "zh-Hans"), ("en", "en")):
        assert f'hreflang="{lang}" href="../../../../{tag}/' in chinese
    assert ">English</a>" in chinese and "Use the English interface" in chinese
    root = (site / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{tag}/"' in root for tag in pages)
