"""A broken law or opinion can be left out: the rest is built, and both the terminal and the site say what is missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.render.small_content import small_content

ROOT = Path(__file__).parents[1]
LAW = "測試法\n第一條 為了測試，制定本法。\n第二條 本法自公布之日起施行。\n"
OPINION = "第一条\n意见：应当明确。\n"
TITLES = {"hant": "《測試法》", "opinion-hant": "對《測試法》的意見：意見"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two sound laws, ``xf`` with an opinion and ``yf``."""
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    shutil.copytree(ROOT / "content" / "pages", tmp_path / "content" / "pages")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    small_content(tmp_path, LAW, OPINION)
    laws = tmp_path / "content" / "laws"
    shutil.copytree(laws / "xf", laws / "yf")
    manifest = laws / "yf" / "law.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('"xf"', '"yf"', 1), encoding="utf-8")
    return tmp_path


def _build(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "build_tools.cli", "build", "--no-zip", *options]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def _damage(project: Path, name: str, data: bytes, *, accept: bool = True) -> None:
    """Put other bytes into a file of ``xf``, with their SHA-256 in law.toml."""
    path, manifest = (project / "content" / "laws" / "xf" / n for n in (name, "law.toml"))
    if accept:
        old, new = sha256(path.read_bytes()).hexdigest(), sha256(data).hexdigest()
        manifest.write_text(manifest.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    path.write_bytes(data)


def test_nothing_is_left_out_of_sound_sources(project: Path) -> None:
    """The switch changes nothing then."""
    done = _build(project, "--without-broken")
    assert done.returncode == 0, done.stderr
    assert "left out" not in done.stdout
    assert "left-out" not in (project / "site" / "zh-hant" / "index.html").read_text(encoding="utf-8")


def test_a_broken_opinion_is_left_out(project: Path) -> None:
    """Its law is there without it; without the switch nothing is published and the hint names both ways out."""
    _damage(project, "feedback/li.txt", "　\n".encode())
    refused = _build(project)
    assert refused.returncode == 1 and not (project / "site").exists()
    assert "publish = false" in refused.stderr and "--without-broken" in refused.stderr
    done = _build(project, "--without-broken")
    assert done.returncode == 1, done.stderr
    assert "left out: the opinion li on xf" in done.stdout and "E005" in done.stderr
    front = (project / "site" / "zh-hant" / "index.html").read_text(encoding="utf-8")
    assert TITLES["opinion-hant"] in front
    assert (project / "site" / "zh-hant" / "xf" / "draft" / "art-1" / "index.html").exists()
    assert not (project / "site" / "zh-hant" / "xf" / "draft" / "opinions").exists()
    assert (project / "site" / "zh-hant" / "yf" / "draft" / "opinions").exists()


@pytest.mark.parametrize(
    "name, data, accept",
    [("editions/draft.txt", "測試法\n第一條 甲。\n第三條 乙。\n".encode(), True), ("law.toml", b"<<<", False)],
)  # fmt: skip
def test_a_broken_law_is_left_out(project: Path, name: str, data: bytes, accept: bool) -> None:
    """A text with a gap, a manifest that cannot be read: the other law is published."""
    _damage(project, name, data, accept=accept)
    done = _build(project, "--without-broken")
    assert done.returncode == 1, done.stderr
    assert "left out: the law xf" in done.stdout
    site = project / "site" / "zh-hant"
    assert not (site / "xf").exists() and (site / "yf" / "draft" / "art-1" / "index.html").exists()
    front = (site / "index.html").read_text(encoding="utf-8")
    assert "left-out" in front and (TITLES["hant"] in front or "《xf》" in front)


def test_a_site_without_any_law_is_not_published(project: Path) -> None:
    """If everything is broken, nothing replaces the former site."""
    shutil.rmtree(project / "content" / "laws" / "yf")
    _damage(project, "law.toml", b"<<<", accept=False)
    done = _build(project, "--without-broken")
    assert done.returncode and not (project / "site").exists()
