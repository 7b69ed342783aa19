"""A content folder with one law of a few lines, read by the pipeline as any other: for tests of pages."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from build_tools.model.issue import IssueLog
from build_tools.model.site import Site
from build_tools.pipeline import load_site

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
    place = folder / "content" / "laws" / "xf"
    (place / "editions").mkdir(parents=True)
    (place / "feedback").mkdir()
    (place / "editions" / "draft.txt").write_bytes(law.encode())
    toml = _LAW.format(script=script, sha=sha256(law.encode()).hexdigest(), wide=str(wide).lower())
    if opinion:
        (place / "feedback" / f"li.{suffix}").write_bytes(opinion.encode())
        toml += _FEEDBACK.format(sha=sha256(opinion.encode()).hexdigest(), suffix=suffix)
    (place / "law.toml").write_text(toml + more, encoding="utf-8")
    log = IssueLog()
    site = load_site(folder / "content", log)
    assert not log.errors, log.errors
    return site
