"""The plain site: what one would do with mkdocs-material alone, on the same text."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.law import Paragraph, walk_lines
from build_tools.model.site import EditionRecord, LawRecord, Site

_CONFIG = """site_name: 對照
theme:
  name: material
  language: zh-TW
plugins:
  - search:
      lang: [zh, ja]
markdown_extensions: [tables]
nav:
"""


def write_plain(site: Site, folder: Path, *, full_navigation: bool) -> None:
    """Write mkdocs.yml and one Markdown page per article, both scripts in a table, feedback below it.

    ``full_navigation`` lists each article in the navigation (Material's default); otherwise one entry a law.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    lines = [_CONFIG, "  - index.md\n"]
    index = ["# 對照\n"]
    for law in site.laws:
        lines += _law(law, docs, full_navigation=full_navigation)
        index.append(f"- [{law.manifest.title[0]}]({law.manifest.slug}/index.md)")
    (docs / "index.md").write_text("\n".join(index), encoding="utf-8")
    (folder / "mkdocs.yml").write_text("".join(lines), encoding="utf-8")


def _law(law: LawRecord, docs: Path, *, full_navigation: bool) -> list[str]:
    edition = law.editions[0]
    slug = law.manifest.slug
    folder = docs / slug
    folder.mkdir()
    nav = [f"  - {slug}:\n      - {slug}/index.md\n"] if full_navigation else [f"  - {slug}/index.md\n"]
    index = [f"# {law.manifest.title[0]}\n"]
    for article in edition.text.articles:
        (folder / f"{article.id}.md").write_text(_article(edition, str(article.id)), encoding="utf-8")
        index.append(f"- [{article.label}]({article.id}.md)")
        if full_navigation:
            nav.append(f"      - {slug}/{article.id}.md\n")
    for part in edition.text.parts:
        index.append(f"\n## {_escape(part.title) or part.id}\n")
        index += [_escape(block.text) + "\n" for block in part.blocks]
    (folder / "index.md").write_text("\n".join(index), encoding="utf-8")
    return nav


def _article(edition: EditionRecord, article_id: str) -> str:
    article = next(a for a in edition.text.articles if str(a.id) == article_id)
    out = [f"# {article.label}\n", "| 繁體 | 简体 |", "| --- | --- |"]
    for line in walk_lines(article):
        unit = edition.variants.units[line.span]
        kind = "" if isinstance(line, Paragraph) else " "
        out.append(f"| {kind}{_escape(unit.shown)} | {_escape(unit.text)} |")
    for record in edition.feedback:
        for comment in record.submission.comments:
            if article.id in comment.articles:
                out.append("\n## 意見\n")
                out += [_escape(f.text) + "\n" for f in comment.fragments]
    return "\n".join(out) + "\n"


def _escape(text: str) -> str:
    """Each mark that Markdown or HTML would eat, as a numeric entity."""
    return "".join(f"&#{ord(c)};" if c in "\\`*_{}[]()#+-.!|<>&~" else c for c in text)
