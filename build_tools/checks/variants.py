"""The other script is what the converter makes of each unit of the source: asked anew, not taken from the model."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.checks.check import Check
from build_tools.model.issue import Issue, Severity, issue_at
from build_tools.text.script import convert


class VariantCheck(Check):
    """Findings E526 about the model; pages are compared with it by `build_tools.checks.texts`."""

    def start(self) -> Iterator[Issue]:
        """Convert each source once more, all its units at a stroke."""
        for record in self.inputs.site.records():
            units = list(record.variants.units.values())
            written = [record.source.slice(unit.span) for unit in units]
            other = convert("\n".join(written), record.variants.rule).split("\n") if units else []
            for unit, text in zip(units, other, strict=True):
                # the display form exchanges marks one for one, and nothing else
                if len(unit.text) != len(text) or any(
                    a != b and (a.isalnum() or b.isalnum()) for a, b in zip(unit.text, text, strict=True)
                ):
                    message = f"the text in {unit.script.lang} is not what the converter makes of this"
                    yield issue_at(
                        record.source, unit.span.start, unit.span.end, "E526", Severity.ERROR, message
                    )
