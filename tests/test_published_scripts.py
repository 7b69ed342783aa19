"""Scripts as the site has them: smaller, and the same programs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from build_tools.host.mkdocs.scripts import BUNDLES, minified, published
from tests.conftest import ROOT

OVERRIDES = ROOT / "overrides"
LUNR = (files("mkdocs") / "contrib/search/templates/search/lunr.js").read_text(encoding="utf-8")


def _differences(pairs: dict[str, tuple[str, str]]) -> list[str]:
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "same_program.js")], cwd=ROOT, input=json.dumps(pairs),
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return json.loads(done.stdout)


def test_a_published_script_is_the_program_that_was_written() -> None:
    """Every token of every script, strings, templates and regular expressions among them, and of lunr."""
    sources = {p.name: p.read_text(encoding="utf-8") for p in (OVERRIDES / "assets").rglob("*.js")}
    pairs = {name: (source, minified(source)) for name, source in {**sources, "lunr.js": LUNR}.items()}
    assert not _differences(pairs)
    assert _differences({"changed": ("a = /[/ ]  /", "a = /[/ ] /")})


def test_the_search_as_published_passes_the_tests_of_the_search(tmp_path: Path) -> None:
    """Each module is minified where it lies; the tests that Node runs for it ask the result."""
    shutil.copytree(OVERRIDES / "assets", tmp_path / "overrides" / "assets")
    shutil.copytree(ROOT / "tests" / "js", tmp_path / "tests" / "js")
    for path in (tmp_path / "overrides").rglob("*.js"):
        path.write_text(minified(path.read_text(encoding="utf-8")), encoding="utf-8")
    tests = [str(tmp_path / "tests" / "js" / f"{name}.test.js") for name in ("fold", "engine", "provision")]
    done = subprocess.run(
        ["node", "--test", *tests], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout


def test_modules_of_the_search_are_in_few_files() -> None:
    """Each once, in order; no file of their folder is published by itself; no comment but lunr's licence is left."""
    made = published(OVERRIDES)
    assert not [path for path in made if "/search/" in path]
    for bundle, names in BUNDLES.items():
        text = made[f"assets/javascripts/{bundle}.js"].decode()
        assert text.count('"use strict"') == len(names)
    lunr = made["assets/javascripts/lunr.js"].decode()
    assert lunr.startswith("/**\n * lunr - http://lunrjs.com")
    assert "@license MIT" in lunr[:300]
    assert not [path for path, data in made.items() if b"/**\n" in data and not path.endswith("/lunr.js")]
    assert made == published(OVERRIDES)


def test_a_module_that_no_bundle_names_stops_the_build(tmp_path: Path) -> None:
    """A new file in the folder would otherwise be missing from the site."""
    shutil.copytree(OVERRIDES / "assets", tmp_path / "assets")
    room = tmp_path / "assets" / "javascripts" / "search"
    (room / "extra.js").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape("search/extra.js: BUNDLES")):
        published(tmp_path)
    (room / "extra.js").rename(room / "fold.js")
    (room / "shard.js").unlink()
    with pytest.raises(ValueError, match=re.escape("search/shard.js")):
        published(tmp_path)
