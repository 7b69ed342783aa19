"""A site of one law of a few lines and one opinion, with pages of the simplest kind: for tests of what is done to pages."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from html import escape
from urllib.parse import urlsplit

from build_tools.model.feedback import FeedbackFindings, Submission
from build_tools.model.law import LawText, LedgerSpan, SpanClass
from build_tools.model.manifest import EditionFacts, Manifest, SourceFacts, Status, SubmissionFacts
from build_tools.model.site import EditionRecord, FeedbackRecord, LawRecord, Site
from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script, Variants
from build_tools.pages.urls import LOCALES, EditionUrls, relative
from build_tools.render.page import Page, PageLink
from build_tools.render.shell import Shell
from build_tools.variants.convert import make_variants

LAW_TEXT = "\ufeff網絡法\r\n第一條 為了預防,制定<本法> & 細則。\r\n\r\n第二條 本法所稱“網絡”,是指計算機。\u00a0\r\n（一）發布；\r\n"
OPINION = '第一条\n“预防”应予明确,href="x" 不变。\n'
NAMES = ("art-1", "art-2", "opinions")


def small_site(law: str = LAW_TEXT, opinion: str = OPINION, slug: str = "xf") -> Site:
    """Each line of either file is one span and one unit."""
    source, ledger, variants = _layers(
        f"{slug}/draft", f"content/laws/{slug}/draft.txt", law, Script.HANT, SpanClass.LAW
    )
    text = LawText(source.id, "網絡法", (), (), (), (), ledger)
    facts = EditionFacts(
        "draft", Status.DRAFT, ("草案", "草案"), None, None, None, _facts(source, Script.HANT)
    )
    said, said_ledger, said_variants = _layers(
        f"{slug}/li", f"content/laws/{slug}/li.txt", opinion, Script.HANS, SpanClass.FEEDBACK_ARTICLE
    )
    record = FeedbackRecord(
        SubmissionFacts("li", "draft", True, ("意見", "意见"), "李", ("未知", "未知"), None, _facts(said, Script.HANS)),
        said, Submission("li", said.id, None, (), (), (), (), said_ledger), said_variants,
        FeedbackFindings((), (), (), ()), (),
    )  # fmt: skip
    manifest = Manifest(
        slug,
        f"content/laws/{slug}/law.toml",
        ("網絡法", "网络法"),
        ("網絡法", "网络法"),
        ("", ""),
        "law",
        (facts,),
        (),
    )
    edition = EditionRecord(facts, source, text, variants, (), (), (record,))
    return Site((LawRecord(manifest, (edition,)),), (), {"opencc": "1"})


def small_pages(site: Site) -> Iterator[Page]:
    """Root, 404, and three pages in each tree: the lines of the law one by one, then those of the opinion."""
    yield Page(
        "", "root", "對照", "", "", "", '<h1>對照</h1><p><a href="zh-hant/">繁體</a></p>', has_alternate=False
    )
    yield Page(
        "404.html",
        "missing",
        "沒有這一頁",
        "",
        "",
        "",
        '<h1>沒有這一頁</h1><a href="zh-hant/">首頁</a>',
        has_alternate=False,
    )
    for locale in LOCALES:
        for name in ("", "about/"):
            yield Page(f"{locale}/{name}", "about", "說明", "", "", "", "<h1>x</h1>")
        for law in site.laws:
            for edition in law.editions:
                yield from _pages(locale, law, edition)


def _pages(locale: str, law: LawRecord, edition: EditionRecord) -> Iterator[Page]:
    urls = EditionUrls(locale, law.manifest.slug, edition.facts.slug)
    bodies = _bodies(locale, edition)
    front = "".join(f'<li><a href="{n}/#p1">{n}</a></li>' for n in NAMES)
    common = {"law": law.manifest.slug, "edition": edition.facts.slug}
    yield Page(urls.front, "front", f"網絡法 {locale}", "", "", "", f"<h1>x</h1><ul>{front}</ul>", **common)
    yield Page(
        urls.page("provenance"),
        "provenance",
        "來源",
        "",
        "",
        "",
        '<h1>x</h1><a href="ledger.json">x</a>',
        **common,
    )
    for i, name in enumerate(NAMES):
        path = urls.page(name)
        nav = f'<nav aria-label="目錄"><a href="{relative(urls.front, path)}">x</a></nav>'
        before = PageLink(urls.page(NAMES[i - 1]), "x") if i else None
        yield Page(path, "article", f'{name} "<&', 'a "<', name, nav, bodies[i], previous=before, **common)


def _bodies(locale: str, edition: EditionRecord) -> list[str]:
    out = ["", "", ""]
    for which, record in enumerate((edition, *edition.feedback)):
        for i, span in enumerate(sorted(record.variants.units)):
            page = 2 if which else min(i // 2, 1)
            out[page] += _row(locale, record.source, record.variants, span, f"p{out[page].count('<div') + 1}")
    return [f"<h1>x</h1>{body}" for body in out]


def _row(locale: str, source: SourceFile, variants: Variants, span: Span, place: str) -> str:
    unit = variants.units[span]
    home, other = escape(unit.shown, quote=False), escape(unit.text, quote=False)
    home = home.replace("網絡", '<mark>網絡</mark><span class="added" data-added><sup>1</sup></span>')
    rows = [
        f'<p lang="{variants.script.lang}" data-src="{span}">{home}</p>',
        f'<p lang="{unit.script.lang}" data-derived="{unit.rule}" data-from="{span}">{other}</p>',
    ]
    if variants.script.lang != {"zh-hant": "zh-Hant", "zh-hans": "zh-Hans"}[locale]:
        rows.reverse()
    return f'<div id="{place}">{"".join(rows)}</div>'


def _layers(
    source_id: str, path: str, text: str, script: Script, kind: SpanClass
) -> tuple[SourceFile, tuple[LedgerSpan, ...], Variants]:
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
    return source, tuple(ledger), make_variants(source, spans, script, punctuation=True)


def _facts(source: SourceFile, script: Script) -> SourceFacts:
    return SourceFacts(source.path, source.sha256, script, "", "", None, punctuation=True)


SHELL_HTML = """<!doctype html>
<html lang="en" class="no-js">
  <head><meta charset="utf-8"><title>[[slot:title]]</title><meta name="description" content="[[slot:description]]">
    [[slot:links]]
    <link rel="stylesheet" href="BASEassets/site.css"></head>
  <body><input class="switch"><header>[[slot:law]]<b>[[slot:heading]]</b><a href="[[slot:switch]]">x</a></header>
    <div id="site-nav">[[slot:nav]]</div><main id="content">[[slot:body]]</main><footer>[[slot:provenance]]</footer></body>
</html>
"""


def small_shells(site_url: str = "") -> dict[tuple[str, int], Shell]:
    """A shell for each language and depth that `small_pages` uses."""
    shells = {}
    for locale in LOCALES:
        for depth in range(-1, 5):
            base = urlsplit(site_url or "/").path if depth < 0 else "../" * depth or "./"
            html = SHELL_HTML.replace("BASE", base)
            shells[locale, depth] = Shell.of_html(html, locale, base, site_url, [r'<input class="switch">'])
    return shells
