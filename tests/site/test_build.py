"""Building: the same bytes each time, and what was published stays until the new site is good."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.conftest import EDITION, LAW, Built, copy_project, duizhao

pytestmark = pytest.mark.site


def _digests(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_two_builds_give_the_same_bytes(built: Built, tmp_path: Path) -> None:
    """Another folder, time zone, locale, hash seed and umask change nothing, in the bundle too."""
    project = copy_project(tmp_path / "elsewhere")
    before = os.umask(0o077)
    try:
        done = duizhao(project, "build", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="4711")
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stdout + done.stderr
    assert _digests(project / "site") == _digests(built.site)
    assert (project / "dist" / "duizhao-offline.zip").read_bytes() == built.bundle.read_bytes()


def test_sources_are_published_byte_for_byte(built: Built) -> None:
    """Both seed files lie in the site as received."""
    wanted = {
        "cfa70aead90101a34fbc7d327e86ab9e69e065c72e0d9d4d8d5c5b169002005b",
        "0a8b73ca9ca834b548e111943d4ee2fd21114514b91ff82fbbd918edfb5ccf11",
    }
    assert wanted <= set(_digests(built.site).values())


def test_a_failed_build_leaves_the_site_as_it_was(built: Built, tmp_path: Path) -> None:
    """A broken law, a broken template, a changed source: exit code and message, and not a byte changed."""
    project = tmp_path / "p"
    shutil.copytree(built.project, project)
    before = _digests(project / "site"), _digests(project / "dist")
    law = project / "content" / "laws" / LAW / "editions" / f"{EDITION}.hant.txt"
    text = law.read_bytes()
    law.write_bytes(text.replace("第五十九條 ".encode(), "第五十八條 ".encode(), 1))
    done = duizhao(project, "build")
    assert done.returncode == 1
    assert "duizhao accept" in done.stdout + done.stderr  # the bytes are not those that the manifest pins
    assert duizhao(project, "accept", LAW).returncode == 0
    done = duizhao(project, "build")
    assert done.returncode == 1
    assert f"{EDITION}.hant.txt:188:0: error E204 duplicate article 第五十八條" in done.stdout + done.stderr
    law.write_bytes(text)
    assert duizhao(project, "accept", LAW).returncode == 0
    template = next((project / "overrides" / "law").glob("article*.html"))
    template.write_text(template.read_text(encoding="utf-8") + "{{ nothing.of.this }}", encoding="utf-8")
    done = duizhao(project, "build")
    assert done.returncode != 0
    assert (_digests(project / "site"), _digests(project / "dist")) == before
    assert sorted(p.name for p in project.iterdir() if p.name.startswith(("site", ".duizhao"))) == [
        "site"
    ] or not list(project.glob("site.*"))


def test_the_site_builds_without_the_opinion(tmp_path: Path) -> None:
    """One line in the manifest takes an opinion off the site."""
    project = copy_project(tmp_path / "p")
    manifest = project / "content" / "laws" / LAW / "law.toml"
    text = manifest.read_text(encoding="utf-8")
    head, mark, tail = text.partition("[[feedback]]\n")
    assert mark
    tail = "\n".join(line for line in tail.split("\n") if not line.startswith("publish"))
    manifest.write_text(f"{head}{mark}publish = false\n{tail}", encoding="utf-8")
    done = duizhao(project, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = "".join(p.read_text(encoding="utf-8") for p in (project / "site").rglob("*.html"))
    assert "lucyqin" not in pages
    assert "口袋条款" not in pages


def test_the_bundle_holds_the_same_pages(built: Built) -> None:
    """Each page of the site lies in the bundle."""
    with zipfile.ZipFile(built.bundle) as bundle:
        names = {n.split("/", 1)[1] if n.startswith("duizhao") else n for n in bundle.namelist()}
    pages = {p.relative_to(built.site).as_posix() for p in built.site.rglob("*.html")}
    assert pages - names <= {"404.html"}


def test_check_writes_nothing(tmp_path: Path) -> None:
    """`duizhao check` finds the content sound and leaves the folder as it was."""
    project = copy_project(tmp_path / "p")
    before = _digests(project)
    done = duizhao(project, "check", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    assert _digests(project) == before
