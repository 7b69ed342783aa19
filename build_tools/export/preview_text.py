"""Texts for the previews of references: one script file per edition, fetched by the browser on first use."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from build_tools.grammar.numerals import to_chinese
from build_tools.model.directory import LawDirectory
from build_tools.model.export import ExportedFile, ExportInputs
from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, Heading, LawText, Paragraph, walk_lines
from build_tools.model.locale import writes
from build_tools.model.penalty import PENALTIES
from build_tools.model.reference import REFERENCES
from build_tools.model.runs import Texts
from build_tools.model.site import EditionRecord
from build_tools.model.source import Span
from build_tools.model.target import Target
from build_tools.model.variant import Script
from build_tools.pages.messages import catalogue

#: The script shows at most some 380 characters of a target; more of a line is not sent.
MOST = 400
_SCRIPTS = (Script.HANT, Script.HANS)

#: Label in both scripts and lines (place, depth, Traditional, Simplified or nothing if alike, name of the 款).
Entry = tuple[str, str, list[list[str | int]]]


def preview_files(inputs: ExportInputs) -> Iterator[ExportedFile]:
    """One file for each edition in which something is cited, in the order of the site.

    It holds every provision and heading that the law, its explanation or an opinion cites, of a range the two
    ends, those of other laws of this site, and the articles that punish. Its name changes with its content.
    例: ``self.duizhaoPreview.add({"art-14":["第十四條","第十四条",[["p1",0,"網絡…","网络…"]]]});``.
    """
    records = {(law.manifest.slug, e.facts.slug): e for law, e in inputs.site.editions()}
    for law, record in inputs.site.editions():
        slug, edition = law.manifest.slug, record.facts.slug
        entries = _entries(record, inputs.directory, records, slug)
        if entries:
            text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
            data = f"self.duizhaoPreview.add({text});\n".encode()
            path = f"assets/previews/{slug}-{edition}.{sha256(data).hexdigest()[:8]}.js"
            yield ExportedFile(path, data, slug, edition)


def _entries(
    record: EditionRecord, directory: LawDirectory, records: Mapping[tuple[str, str], EditionRecord], law: str
) -> dict[str, Entry]:
    own: dict[str, None] = {}
    others: dict[tuple[str, str], dict[str, None]] = {}
    titles: dict[tuple[str, str], tuple[str, str]] = {}
    for target in _targets(record):
        if target.law is None:
            own[target.place] = None
        elif (found := directory.find(target)) and found[1] and found[0].law != law:
            key = found[0].law, found[0].edition
            others.setdefault(key, {})[found[1]] = None
            titles[key] = found[0].title
    entries = _texts_of(record, own)
    for key, wanted in sorted(others.items()):
        hant, hans = (f"《{title}》" for title in titles[key])
        for name, entry in _texts_of(records[key], wanted).items():
            entries[f"{'/'.join(key)}/{name}"] = (hant + entry[0], hans + entry[1], entry[2])
    return entries


def _targets(edition: EditionRecord) -> Iterator[Target]:
    for row in edition.layers[PENALTIES].items:  # what cards name: the article that punishes, its 項
        yield Target(provision=ProvisionId(row.provision.at.article))
        yield from (Target(provision=item.at) for item in row.provision.items)
    for record in edition.records():
        for reference in record.layers[REFERENCES].items:
            yield from reference.targets if len(reference.targets) <= 2 else (
                reference.targets[0], reference.targets[-1],
            )  # fmt: skip


def _texts_of(record: EditionRecord, wanted: Iterable[str]) -> dict[str, Entry]:
    """Entries of the wanted provisions and headings that the edition has, in the order of the law."""
    text, texts = record.text, record.texts
    places, parts = set(wanted), defaultdict(list)
    for at in (ProvisionId.parse(place) for place in places if place.startswith("art-")):
        parts[at.article].append(at)
    entries = {h.id: _heading(text, h, texts) for h in text.headings if h.id in places}
    articles = (a for a in text.articles if a.id.article in parts)
    return entries | {str(a.id): _article(a, parts[a.id.article], texts) for a in articles}


def _article(article: Article, parts: list[ProvisionId], texts: Texts) -> Entry:
    """The lines that show these parts: each with what is above and below it."""
    rows: list[list[str | int]] = []
    for line in walk_lines(article):
        if not any(part.contains(line.id) or line.id.contains(part) for part in parts):
            continue
        hant, hans = _both(texts, line.span)
        depth = 0 if isinstance(line, Paragraph) else 3 if line.id.division else 2 if line.id.subitem else 1
        row: list[str | int] = [line.id.fragment, depth, hant[:MOST]]
        named = isinstance(line, Paragraph) and len(article.paragraphs) > 1
        if hans != hant or named:
            row.append(hans[:MOST] if hans != hant else 0)
        if named:
            row.append(f"第{to_chinese(line.id.paragraph)}款")
        rows.append(row)
    return *_both(texts, article.label_span), rows


def _heading(law: LawText, heading: Heading, texts: Texts) -> Entry:
    """第三章 and its title, with the first and last article below it."""
    inside = {heading.id}
    for other in law.headings:
        if other.parent in inside:
            inside.add(other.id)
    articles = [a for a in law.articles if a.heading in inside]
    labels, titles = _both(texts, heading.label_span), _both(texts, heading.title_span)
    names = [f"{label} {title}".strip() for label, title in zip(labels, titles, strict=True)]
    rows: list[list[str | int]] = []
    if articles:
        first, last = (_both(texts, articles[i].label_span) for i in (0, -1))
        words = [
            catalogue(writes(script))("references.preview.chapter", first=a, last=b, count=len(articles))
            for script, a, b in zip(_SCRIPTS, first, last, strict=True)
        ]
        rows.append(["", 0, *words])
    return names[0], names[1], rows


def _both(texts: Texts, span: Span) -> tuple[str, str]:
    pair = texts.pair(span)
    return pair.in_script(_SCRIPTS[0]).text, pair.in_script(_SCRIPTS[1]).text
