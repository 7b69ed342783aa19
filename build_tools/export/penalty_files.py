"""Penalties for programs: the rows that the calculator asks, and the table of an edition as CSV and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_tools.export.inspect import SCHEMA
from build_tools.export.penalty_table import penalty_csv
from build_tools.model.export import ExportedFile
from build_tools.model.penalty import PENALTIES, PenaltyRow
from build_tools.model.source import SourceFile
from build_tools.pages.calculator_data import calculator_data, has_calculator
from build_tools.pages.consequence import status_words
from build_tools.pages.localized import LocalizedEdition
from build_tools.penalties.row_json import penalty_json

Json = dict[str, object]


def penalty_files(tree: LocalizedEdition, site_url: str) -> Iterator[ExportedFile]:
    """For an edition with penalties, in one tree.

    ``penalties/penalties.csv`` and ``penalties/penalties.json`` lie beside the table, and
    ``penalty-calculator/rows.….js`` beside the page that asks it.
    """
    record = tree.edition.record
    if not record.layers[PENALTIES].items:
        return
    rows = tuple(_told(record.source, row) for row in tree.edition.penalties.rows)
    beside = f"{tree.urls.page('penalties')}penalties"
    yield ExportedFile(f"{beside}.csv", penalty_csv(tree, site_url))
    yield ExportedFile(f"{beside}.json", _json(tree, rows))
    if has_calculator(tree):
        name, data = calculator_data(tree)
        yield ExportedFile(f"{tree.urls.page('penalty-calculator')}{name}", data)


def _told(source: SourceFile, row: PenaltyRow) -> Json:
    """The row as ``duizhao inspect --json`` gives it."""
    place = source.position(row.span.span.start)
    return {"line": place.line, "column": place.column, **penalty_json(row)}


def _json(tree: LocalizedEdition, rows: tuple[Json, ...]) -> bytes:
    """Rows with what they are rows of.

    例: ``{"schema": "duizhao/1", "law": "網絡犯罪防治法", "status": "draft", …, "penalties": [{"id": "57.1-1", …}]}``.
    """
    record, facts = tree.edition.record, tree.edition.record.facts
    content = {
        "schema": SCHEMA,
        "law": tree.law_title,
        "edition": facts.slug,
        "status": facts.status.value,
        "status_words": status_words(tree),
        "published": facts.published.isoformat() if facts.published else None,
        "source": record.source.path,
        "sha256": record.source.sha256,
        "note": tree.words("penalty_files.note"),
        "penalties": rows,
    }
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
