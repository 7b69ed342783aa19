"""What became of each character of each source, for machines: ledger.json beside the provenance page."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_tools.model.export import ExportedFile, ExportInputs
from build_tools.model.law import LedgerSpan, SpanClass
from build_tools.model.locale import LOCALES
from build_tools.model.source import SourceFile
from build_tools.model.variant import Variants
from build_tools.pages.urls import EditionUrls

_TEXT_KEPT = (SpanClass.SEPARATOR, SpanClass.MARKUP)


def ledger_files(inputs: ExportInputs) -> Iterator[ExportedFile]:
    """Path and bytes of each edition's ``ledger.json`` and of its sources as received, in both trees.

    The sources are of that edition: the law and each published opinion. Spans and offsets count code points.
    """
    for law, edition in inputs.site.editions():
        rows = [_source(record.source, record.ledger, record.variants) for record in edition.records()]
        data = (json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")
        for locale in LOCALES:
            urls = EditionUrls(locale.tag, law.manifest.slug, edition.facts.slug)
            yield ExportedFile(urls.ledger, data)
            for record in edition.records():
                yield ExportedFile(urls.source_file(record.source), record.source.text.encode("utf-8"))


def _source(source: SourceFile, ledger: tuple[LedgerSpan, ...], variants: Variants) -> dict[str, object]:
    """``text`` of separators and markup and ``received`` make the file whole from pages and ledger alone."""
    spans = []
    for row in ledger:
        span: dict[str, object] = {"start": row.span.start, "end": row.span.end, "class": str(row.kind)}
        if row.reason is not None:
            span["reason"] = row.reason
        if row.kind in _TEXT_KEPT:
            span["text"] = source.slice(row.span)
        spans.append(span)
    return {
        "source": source.id,
        "path": source.path,
        "sha256": source.sha256,
        "spans": spans,
        "display": [[offset, shown] for offset, shown in variants.substitutions],
        "received": "".join(source.text[offset] for offset, _ in variants.substitutions),
    }
