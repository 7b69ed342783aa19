"""Penalties for programs: the rows that the calculator asks, and the table of an edition as CSV and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.export import ExportedFile, ExportInputs
from build_tools.model.locale import LOCALES
from build_tools.model.penalty import PENALTIES
from build_tools.pages.calculator_data import calculator_data, has_calculator
from build_tools.pages.edition import prepare_edition
from build_tools.pages.localized import LocalizedEdition


def penalty_files(inputs: ExportInputs) -> Iterator[ExportedFile]:
    """For each edition with penalties, in each tree: ``penalty-calculator/rows.….js`` beside the page that asks it."""
    for law, record in inputs.site.editions():
        if not record.layers[PENALTIES].items:
            continue
        edition = prepare_edition(law, record, inputs.directory)
        for tree in (LocalizedEdition(edition, locale) for locale in LOCALES):
            if has_calculator(tree):
                name, data = calculator_data(tree)
                yield ExportedFile(f"{tree.urls.page('penalty-calculator')}{name}", data)
