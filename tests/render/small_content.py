"""A content folder with one law of a few lines, read by the pipeline as any other: for tests of pages."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

from build_tools.model.issue import Issue, IssueLog
from build_tools.model.site import Site
from build_tools.pipeline import load_site
from build_tools.publish import Publication
from build_tools.render.pages import render_pages
from build_tools.settings import Settings
from tests.checks.small_site import small_shells

ROOT = Path(__file__).parent.parent.parent

_LAW = """slug = "xf"
title = {{ hant = "測試法", hans = "测试法" }}
issuer = {{ hant = "某部", hans = "某部" }}
kind = "law"
[[edition]]
slug = "draft"
label = {{ hant = "草案", hans = "草案" }}
status = "draft"
published = 2026-01-31
[edition.source]
file = "editions/draft.txt"
script = "{script}"
sha256 = "{sha}"
origin = {{ hant = "測試", hans = "测试" }}
full_width_punctuation = {wide}
"""
_FEEDBACK = """[[feedback]]
slug = "li"
edition = "draft"
title = {{ hant = "意見", hans = "意见" }}
author = "李"
licence = {{ hant = "未知", hans = "未知" }}
[feedback.source]
file = "feedback/li.{suffix}"
script = "Hans"
sha256 = "{sha}"
origin = {{ hant = "來信", hans = "来信" }}
"""


def small_content(
    folder: Path,
    law: str,
    opinion: str = "",
    more: str = "",
    *,
    script: str = "Hant",
    suffix: str = "txt",
    wide: bool = False,
) -> Site:
    """Write ``content/`` with this law and opinion and read it; ``more`` is added to law.toml.

    No error may be found: the tests are about pages of sound sources.
    """
    log = IssueLog()
    write_content(folder, law, opinion, more, script=script, suffix=suffix, wide=wide)
    site = load_site(folder / "content", log)
    assert not log.errors, log.errors
    return site


def write_content(
    folder: Path,
    law: str,
    opinion: str = "",
    more: str = "",
    *,
    script: str = "Hant",
    suffix: str = "txt",
    wide: bool = False,
) -> None:
    """Write ``content/`` with this law and opinion; ``more`` is added to law.toml."""
    place = folder / "content" / "laws" / "xf"
    (place / "editions").mkdir(parents=True)
    (place / "feedback").mkdir()
    (place / "editions" / "draft.txt").write_bytes(law.encode())
    toml = _LAW.format(script=script, sha=sha256(law.encode()).hexdigest(), wide=str(wide).lower())
    if opinion:
        (place / "feedback" / f"li.{suffix}").write_bytes(opinion.encode())
        toml += _FEEDBACK.format(sha=sha256(opinion.encode()).hexdigest(), suffix=suffix)
    (place / "law.toml").write_text(toml + more, encoding="utf-8")


def publish(folder: Path, site: Site) -> tuple[Issue, ...]:
    """Build a site of `write_content` into ``site/`` and ``x.zip`` as the program does, in shells without a host."""
    (folder / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    publication = Publication(
        Settings(
            folder / "mkdocs.yml",
            folder / "content",
            ROOT / "overrides",
            folder / "site",
            folder / "x.zip",
            "",
            strict=False,
            date=(1980, 1, 1, 0, 0, 0),
        )
    )
    (publication.tree / "assets").mkdir()
    (publication.tree / "assets" / "site.css").write_text("a{}", encoding="utf-8")
    pages_of = partial(render_pages, templates_dir=ROOT / "overrides", content=ROOT / "content")
    pages = patch(
        "build_tools.publish.render_pages",
        lambda site, directory, _templates, _content, beside: pages_of(site, directory, beside=beside),
    )
    with pages:
        issues = publication.write(site, small_shells())
    publication.commit()
    return issues
