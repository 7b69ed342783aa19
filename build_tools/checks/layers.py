"""Every item of every layer stands where it says, and names only what exists."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.check import Check
from build_tools.layers import layer_faults
from build_tools.model.issue import Issue, Severity, issue_at
from build_tools.model.site import EditionRecord


class LayerCheck(Check):
    """Findings E535."""

    def start(self) -> Iterator[Issue]:
        """Look at the layers of each edition and of each submission on it."""
        for _, edition in self.inputs.site.editions():
            yield from _edition(edition)


def _edition(edition: EditionRecord) -> Iterator[Issue]:
    sources = {record.source.id: record.source for record in edition.records()}
    known = edition.text.ids()
    for record in edition.records():
        for span, fault in layer_faults(record.layers, record.lines(), sources, known.__contains__):
            yield issue_at(sources[span.source], span.start, span.end, "E535", Severity.ERROR, fault)
