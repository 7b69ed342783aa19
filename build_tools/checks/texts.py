"""Each stretch of each source is shown, as it is: home elements equal the source, derived ones the converter's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from build_tools.checks.check import Check, CheckInputs
from build_tools.checks.elements import Element, Malformed, elements
from build_tools.model.issue import Issue, Severity, file_error, issue_at
from build_tools.model.law import SpanClass
from build_tools.model.locale import LOCALES, in_tree, locale_of
from build_tools.model.site import EditionRecord, FeedbackRecord
from build_tools.model.source import Span

_UNSHOWN = (SpanClass.SEPARATOR, SpanClass.MARKUP)
_SHOWN_LENGTH = 24
_EXCERPT = 200


class TextCheck(Check):
    """Looks at each page once; `finish` says what was shown nowhere."""

    def __init__(self, inputs: CheckInputs) -> None:
        """All sources of the site by their id."""
        super().__init__(inputs)
        self._records = {record.source.id: record for record in inputs.site.records()}
        self._covered: dict[tuple[str, str], set[tuple[int, int]]] = {}
        self._derived: dict[tuple[str, int, int], str | None] = {}
        """Converted text by source, start and end, as asked for so far."""
        self._orders: dict[str, bytes] = {}
        self._order: list[str] = []

    def piece(self, path: str, html: str) -> Iterator[Issue]:
        """Findings of one piece of a page: text that differs, wrong language."""
        tree = path.partition("/")[0]
        for element in elements(html):
            if isinstance(element, Malformed):
                yield _issue("E525", path, html, element.at, "an element with a place cannot be read")
                continue
            source, start, end, rule, *_ = element
            self._order.append(f"{source}:{start}-{end}")
            record = self._records.get(source)
            if record is None or not start <= end <= len(record.texts.shown):
                yield _issue("E525", path, html, element.at, f"there is no {source}:{start}-{end}")
                continue
            yield from self._compare(path, html, element, record)
            if not rule:
                self._covered.setdefault((tree, source), set()).add((start, end))

    def page(self, path: str, own: str, lasting: Sequence[str]) -> Iterator[Issue]:  # noqa: ARG002
        """All pieces of this page were given: remember which stretches it shows, in which order."""
        if locale_of(path):
            self._orders[path] = sha256("\n".join(self._order).encode()).digest()[:8]
        self._order.clear()
        yield from ()

    def finish(self, files: Iterable[str]) -> Iterator[Issue]:  # noqa: ARG002
        """What no page of a tree shows, and pages that show other text than their counterpart does."""
        first, *others = LOCALES
        for path, order in self._orders.items():
            if locale_of(path) is first:
                for other in (in_tree(path, locale) for locale in others):
                    if self._orders.get(other, order) != order:
                        page = other.removesuffix("index.html")
                        message = f"shows other stretches of the sources, or in another order, than {page}"
                        yield file_error("E534", path, message)
        for locale in LOCALES:
            for source_id, record in self._records.items():
                covered = self._covered.get((locale.tag, source_id), set())
                wanted = [row.span for row in record.ledger if row.kind not in _UNSHOWN]
                for start, end in uncovered(wanted, covered):
                    words = ascii_marks(record.source.text[start : min(end, start + _SHOWN_LENGTH)])
                    message = f"{words} is shown on no page of {locale.tag}"
                    yield issue_at(record.source, start, end, "E527", Severity.ERROR, message)

    def _compare(
        self, path: str, html: str, element: Element, record: EditionRecord | FeedbackRecord
    ) -> Iterator[Issue]:
        texts = record.texts
        if not element.rule:
            expected: str | None = texts.shown[element.start : element.end]
            code, lang = "E525", texts.script.lang
        else:
            place = element[:3]
            if place not in self._derived:
                derived = texts.pair(Span(*place)).derived
                self._derived[place] = derived.text if derived else None
            expected = self._derived[place] if element.rule == texts.rule else None
            code, lang = "E526", texts.script.other.lang
        if element.lang != lang:
            yield _issue("E523", path, html, element.at, f"lang={element.lang!r} on text in {lang}")
        if element.text != expected:
            shown, wanted = _difference(element.text, expected)
            yield _issue(
                code, path, html, element.at, f"{Span(*element[:3])} shows {shown} where {wanted} is expected"
            )


def uncovered(wanted: Iterable[Span], covered: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of the wanted spans that no covered range holds, rising.

    >>> list(uncovered([Span("a", 0, 9)], [(0, 3), (2, 5), (7, 9)]))
    [(5, 7)]
    """
    ranges = merged(covered)
    starts = [a for a, _ in ranges]
    for span in wanted:
        at = span.start
        i = max(0, bisect_right(starts, at) - 1)
        while at < span.end:
            while i < len(ranges) and ranges[i][1] <= at:
                i += 1
            if i == len(ranges) or ranges[i][0] >= span.end:
                yield at, span.end
                break
            if ranges[i][0] > at:
                yield at, ranges[i][0]
            at = ranges[i][1]


def merged(ranges: Iterable[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Ranges that touch or overlap made one, rising."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _difference(shown: str, expected: str | None) -> tuple[str, str]:
    """Both texts from the first difference on, short enough for a message."""
    if expected is None:
        return ascii_marks(shown[:_SHOWN_LENGTH]), "nothing that the converter made"
    ends = enumerate(zip(shown, expected, strict=False))
    at = next((i for i, (a, b) in ends if a != b), min(len(shown), len(expected)))
    return ascii_marks(shown[at : at + _SHOWN_LENGTH]), ascii_marks(expected[at : at + _SHOWN_LENGTH])


def ascii_marks(text: str) -> str:
    """The text in quotation marks, with what cannot be seen as U+XXXX."""
    return '"' + "".join(c if c.isprintable() and c != "\u00ad" else f"<U+{ord(c):04X}>" for c in text) + '"'


def _issue(code: str, path: str, html: str, at: int, message: str) -> Issue:
    """With the tag as excerpt, by which the caller, who knows the whole page, finds line and column."""
    return file_error(code, path, message, excerpt=html[at : at + _EXCERPT])
