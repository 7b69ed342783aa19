"""A site of one law of a few lines and one opinion, with pages of the simplest kind: for tests of what is done to pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from html import escape
from unittest.mock import patch
from urllib.parse import urlsplit

from build_tools.export.registry import EXPORTS
from build_tools.export.search_interface import interface_files
from build_tools.model.feedback import Submission
from build_tools.model.law import LawText, LedgerSpan, SpanClass
from build_tools.model.locale import LOCALES, Locale, Localized
from build_tools.model.site import EditionRecord, FeedbackRecord, LawRecord, Site
from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script
from build_tools.pages.localized import Link
from build_tools.pages.urls import EditionUrls, relative
from build_tools.render.page import Page, Piece
from build_tools.render.shell import Shell
from tests.small_records import edition_record, feedback_record, small_manifest

LAW_TEXT = "\ufeff網絡法\r\n第一條 為了預防,制定<本法> & 細則。\r\n\r\n第二條 本法所稱“網絡”,是指計算機。\u00a0\r\n（一）發布；\r\n"
OPINION = '第一条\n“预防”应予明确,href="x" 不变。\n'
NAMES = ("art-1", "art-2", "opinions")


def small_site(law: str = LAW_TEXT, opinion: str = OPINION, slug: str = "xf") -> Site:
    """Each line of either file is one span and one unit."""
    source, ledger, units = _lines(f"{slug}/draft", f"content/laws/{slug}/draft.txt", law, SpanClass.LAW)
    said, said_ledger, said_units = _lines(
        f"{slug}/li", f"content/laws/{slug}/li.txt", opinion, SpanClass.FEEDBACK_ARTICLE
    )
    submission = Submission("li", said.id, None, (), (), (), (), said_ledger)
    record = feedback_record(said, submission, Script.HANS, author="李", punctuation=True, units=said_units)
    text = LawText(source.id, "網絡法", (), (), (), (), ledger)
    edition = edition_record(source, text, Script.HANT, feedback=(record,), punctuation=True, units=units)
    title = Localized("網絡法", "网络法")
    return Site(laws=(LawRecord(small_manifest(slug, title, title, (edition.facts,)), (edition,)),))


@contextmanager
def with_small_pages() -> Iterator[None]:
    """Within it what is published are `small_pages`; the exports are those of every build that need no templates."""
    exports = tuple(export for export in EXPORTS if export.files is not interface_files)
    pages = patch("build_tools.publish.render_pages", lambda site, *_: small_pages(site))
    with pages, patch("build_tools.publish.EXPORTS", exports):
        yield


def small_pages(site: Site) -> Iterator[Page]:
    """Root, 404, and three pages in each tree: the lines of the law one by one, then those of the opinion."""
    body = '<h1>對照</h1><p><a href="zh-hant/">繁體</a></p>'
    yield Page(path="", kind="root", title="對照", body=body)
    body = '<h1>沒有這一頁</h1><a href="zh-hant/">首頁</a>'
    yield Page(path="404.html", kind="missing", title="沒有這一頁", body=body)
    for locale in LOCALES:
        for name in ("", "about/"):
            yield Page(path=f"{locale.tag}/{name}", kind="about", title="說明", body="<h1>x</h1>")
        for law in site.laws:
            for edition in law.editions:
                yield from _pages(locale, law, edition)


def _pages(locale: Locale, law: LawRecord, edition: EditionRecord) -> Iterator[Page]:
    urls = EditionUrls(locale.tag, law.manifest.slug, edition.facts.slug)
    bodies = _bodies(locale, edition)
    common = {"law": law.manifest.slug, "edition": edition.facts.slug}
    rows = "".join(f'<li><a href="{n}/#p1">{n}</a></li>' for n in NAMES)
    body = f"<h1>x</h1><ul>{rows}</ul>"
    yield Page(path=urls.front, kind="front", title=f"網絡法 {locale.tag}", body=body, **common)
    body = '<h1>x</h1><a href="ledger.json">x</a>'
    yield Page(path=urls.page("provenance"), kind="provenance", title="來源", body=body, **common)
    for i, name in enumerate(NAMES):
        path = urls.page(name)
        nav = Piece(f'<nav aria-label="目錄"><a href="{relative(urls.front, path)}">x</a></nav>', True)
        before = Link(relative(urls.page(NAMES[i - 1]), path), "x") if i else None
        yield Page(
            path=path, kind="article", title=f'{name} "<&', description='a "<', heading=name, nav=(nav,),
            body=bodies[i], previous=before, **common,
        )  # fmt: skip


def _bodies(locale: Locale, edition: EditionRecord) -> list[str]:
    out = ["", "", ""]
    for which, record in enumerate((edition, *edition.feedback)):
        for i, span in enumerate(sorted(record.variants.units)):
            page = 2 if which else min(i // 2, 1)
            out[page] += _row(locale, record, span, f"p{out[page].count('<div') + 1}")
    return [f"<h1>x</h1>{body}" for body in out]


def _row(locale: Locale, record: EditionRecord | FeedbackRecord, span: Span, place: str) -> str:
    variants = record.variants
    unit = variants.units[span]
    home, other = escape(unit.shown, quote=False), escape(unit.text, quote=False)
    home = home.replace("網絡", '<mark>網絡</mark><span class="added" data-added><sup>1</sup></span>')
    rows = [
        f'<p lang="{variants.script.lang}" data-src="{span}">{home}</p>',
        f'<p lang="{unit.script.lang}" data-derived="{unit.rule}" data-from="{span}">{other}</p>',
    ]
    if variants.script is not locale.script:
        rows.reverse()
    return f'<div id="{place}">{"".join(rows)}</div>'


def _lines(
    source_id: str, path: str, text: str, kind: SpanClass
) -> tuple[SourceFile, tuple[LedgerSpan, ...], list[Span]]:
    source = SourceFile.of_text(source_id, path, text, sha256(text.encode()).hexdigest())
    ledger, spans, at = [], [], 0
    for line in text.splitlines(keepends=True):
        head = len(line) - len(line.lstrip("\ufeff"))
        body = len(line.rstrip("\r\n"))
        for start, end, what in (
            (0, head, SpanClass.SEPARATOR),
            (head, body, kind),
            (body, len(line), SpanClass.SEPARATOR),
        ):
            if start < end:
                ledger.append(LedgerSpan(Span(source_id, at + start, at + end), what))
                spans += [ledger[-1].span] if what is kind else []
        at += len(line)
    return source, tuple(ledger), spans


SHELL_HTML = """<!doctype html>
<html lang="en" class="no-js">
  <head><meta charset="utf-8"><title>[[slot:title]]</title><meta name="description" content="[[slot:description]]">
    [[slot:links]]
    [[slot:styles]]
    <link rel="stylesheet" href="BASEassets/site.css"></head>
  <body><input class="switch"><header>[[slot:law]]<b>[[slot:heading]]</b><a href="[[slot:switch-OTHER]]">x</a></header>
    <div id="site-nav">[[slot:nav]]</div><main id="content">[[slot:body]]</main><footer>[[slot:provenance]]</footer></body>
</html>
"""


def shell_html(locale: Locale, base: str) -> str:
    """What a host might make of our templates for one language and depth, when there are two languages."""
    (other,) = (o for o in LOCALES if o is not locale)
    return SHELL_HTML.replace("BASE", base).replace("OTHER", other.tag)


def small_shells(site_url: str = "") -> dict[tuple[str, int], Shell]:
    """A shell for each language and depth that `small_pages` uses."""
    shells = {}
    for locale in LOCALES:
        for depth in range(-1, 5):
            base = urlsplit(site_url or "/").path if depth < 0 else "../" * depth or "./"
            html = shell_html(locale, base)
            shells[locale.tag, depth] = Shell.of_html(
                html, locale, base, site_url, [r'<input class="switch">']
            )
    return shells
