"""What must hold of the sources as read, before any page is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from build_tools.checks.check import Check
from build_tools.layers import layer_faults
from build_tools.model.issue import Issue, Severity, issue_at
from build_tools.model.law import SpanClass
from build_tools.model.site import EditionRecord, FeedbackRecord
from build_tools.text.fold import is_blank
from build_tools.text.script import convert


class LedgerCheck(Check):
    """Findings E528 and E529: the ledger covers its file without gap or overlap, the text encodes to the file's bytes."""

    def start(self) -> Iterator[Issue]:
        """Look at each source: every character in exactly one span; separators hold white space only."""
        for record in self.inputs.site.records():
            for code, at, message in _ledger_faults(record):
                yield issue_at(record.source, at, at, code, Severity.ERROR, message)


def _ledger_faults(record: EditionRecord | FeedbackRecord) -> Iterator[tuple[str, int, str]]:
    source, at = record.source, 0
    size = len(source.text)
    for row in record.ledger:
        span = row.span
        if span.source != source.id or span.start != at or span.end <= span.start:
            yield "E528", at, f"span {span} does not begin where the one before ends ({at})"
        if row.kind is SpanClass.SEPARATOR and not all(map(is_blank, source.slice(span))):
            yield "E528", span.start, f"span {span} is called a separator but holds text"
        at = max(at, span.end)
    if at != size:
        yield "E528", min(at, size), f"the ledger ends at {at} of {size}"
    if sha256(source.text.encode("utf-8")).hexdigest() != source.sha256:
        yield "E529", 0, "the text read does not encode to the file's bytes"


class LayerCheck(Check):
    """Findings E535: every item of every layer stands where it says, and names only what exists."""

    def start(self) -> Iterator[Issue]:
        """Look at the layers of each edition and of each submission on it."""
        for _, edition in self.inputs.site.editions():
            sources = {record.source.id: record.source for record in edition.records()}
            known = edition.text.ids()
            for record in edition.records():
                for span, fault in layer_faults(record.layers, record.lines(), sources, known.__contains__):
                    yield issue_at(sources[span.source], span.start, span.end, "E535", Severity.ERROR, fault)


class VariantCheck(Check):
    """Findings E526: the other script is what the converter makes of each unit, asked anew, not taken from the model.

    Pages are compared with the model by `build_tools.checks.texts`.
    """

    def start(self) -> Iterator[Issue]:
        """Convert each source once more, all its units at a stroke."""
        for record in self.inputs.site.records():
            units = list(record.variants.units.values())
            written = [record.source.slice(unit.span) for unit in units]
            other = convert("\n".join(written), record.variants.rule).split("\n") if units else []
            for unit, text in zip(units, other, strict=True):
                if not _same_words(unit.text, text):
                    span = unit.span
                    message = f"the text in {unit.script.lang} is not what the converter makes of this"
                    yield issue_at(record.source, span.start, span.end, "E526", Severity.ERROR, message)


def _same_words(a: str, b: str) -> bool:
    """The display form exchanges marks one for one, and nothing else."""
    return len(a) == len(b) and all(
        x == y or not (x.isalnum() or y.isalnum()) for x, y in zip(a, b, strict=True)
    )
