"""The penalties of an edition as a table for a spreadsheet, one row a measure: its figures, its words, its place."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from build_tools.model.penalty import Passage, PenaltyRow
from build_tools.pages.amounts import plain_number
from build_tools.pages.consequence import status_words
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.penalty_rows import ShownPenalty, own_words, run_of, shown_penalty
from build_tools.pages.place_names import target_name

#: A cell that begins so is a formula to a spreadsheet, the full-width signs too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: Columns in order; ``penalty_files.column.{name}`` is what each is called.
COLUMNS = (
    "id", "place", "violated", "branch", "branch-words", "gain", "gain-words", "subject", "subject-words", "measure",
    "measure-words", "min", "max", "unit", "base", "per", "may", "cumulative", "choice", "authority", "refers", "doubts",
    "law", "status", "edition", "address",
)  # fmt: skip


def penalty_csv(tree: LocalizedEdition, site_url: str) -> bytes:
    """UTF-8 with BOM, header in the language of the tree, an empty cell for what the text does not state.

    ``site_url`` goes before each address; without it addresses begin at the site's root.
    """
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(tree.words(f"penalty_files.column.{name}") for name in COLUMNS)
    for row in tree.edition.penalties.rows:
        cells = dict(_cells(tree, row, shown_penalty(tree, row), site_url))
        writer.writerow(inert(cells[name]) for name in COLUMNS)
    return out.getvalue().encode("utf-8-sig")


def inert(cell: str) -> str:
    """The cell as text: no spreadsheet takes it for a formula.

    >>> inert("=1+1"), inert("警告")
    ("'=1+1", '警告')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _cells(
    tree: LocalizedEdition, row: PenaltyRow, shown: ShownPenalty, site_url: str
) -> Iterator[tuple[str, str]]:
    words, amount = tree.words, row.amount
    comma = words("penalty_files.and")
    yield "id", row.id
    yield "place", shown.place.note
    yield (
        "violated",
        comma.join(dict.fromkeys(target_name(tree, d.target) for d in row.duties if d.target.law is None)),
    )
    yield "branch", shown.branch
    yield "branch-words", _say(tree, row.cond_words)
    yield "gain", shown.gain
    yield "gain-words", _say(tree, row.gain_words)
    yield "subject", shown.subject_name
    yield "subject-words", _say(tree, row.subject_words or row.provision.actor)
    yield "measure", shown.name
    yield "measure-words", _say(tree, row.span)
    yield "min", plain_number(amount.min) if amount and amount.min is not None else ""
    yield "max", plain_number(amount.max) if amount and amount.max is not None else ""
    yield "unit", words(f"penalty_files.unit.{amount.unit.value}") if amount else ""
    yield "base", own_words(tree, amount.base, row.amount_words or row.span) if amount and amount.base else ""
    yield "per", own_words(tree, amount.per, row.amount_words or row.span) if amount and amount.per else ""
    yield "may", words(f"penalty_files.{row.modality.value}")
    yield "cumulative", words("penalties.badge.and") if row.cumulative else ""
    yield "choice", shown.choice
    yield "authority", comma.join(shown.authorities)
    yield "refers", comma.join(link.title for link in shown.leads)
    yield "doubts", words("penalty_files.between").join(shown.doubts)
    yield "law", tree.law_title
    yield "status", status_words(tree)
    yield "edition", tree.edition.record.facts.slug
    yield "address", site_url + tree.urls.provision(row.span.at)


def _say(tree: LocalizedEdition, passage: Passage | None) -> str:
    run = run_of(tree, passage)
    return run.text if run else ""
