"""Each stretch of each source is shown, as it is: home elements equal the source, derived ones the converter's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from build_tools.checks.elements import Element, Malformed, elements
from build_tools.model.issue import Issue, Severity
from build_tools.model.law import LedgerSpan, SpanClass
from build_tools.model.site import Site
from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Variants
from build_tools.pages.urls import LOCALES, other_locale

_UNSHOWN = (SpanClass.SEPARATOR, SpanClass.MARKUP)
_SHOWN_LENGTH = 24
_EXCERPT = 200


@dataclass(slots=True)
class SourceText:
    """What pages may show of one source."""

    source: SourceFile
    variants: Variants
    ledger: tuple[LedgerSpan, ...]
    shown: str
    """The whole file in display form."""
    units: list[tuple[int, int]]
    lang: str
    other_lang: str
    derived: dict[tuple[int, int], str | None] = field(default_factory=dict)
    """Converted text by span, as asked for so far."""

    @classmethod
    def of(cls, source: SourceFile, variants: Variants, ledger: tuple[LedgerSpan, ...]) -> SourceText:
        """Prepare one source."""
        characters = list(source.text)
        for offset, mark in variants.substitutions:
            characters[offset] = mark
        units = sorted((s.start, s.end) for s in variants.units)
        script = variants.script
        return cls(source, variants, ledger, "".join(characters), units, script.lang, script.other.lang)

    def derive(self, start: int, end: int) -> str | None:
        """The converted text of a span: a unit, or a part of the smallest unit around it; None if there is none."""
        key = (start, end)
        if key not in self.derived:
            self.derived[key] = self._derive(start, end)
        return self.derived[key]

    def _derive(self, start: int, end: int) -> str | None:
        unit = self.variants.units.get(Span(self.source.id, start, end))
        if unit:
            return unit.text
        around = [
            (b - a, a, b)
            for a, b in self.units[: bisect_right(self.units, (start, len(self.shown)))]
            if b >= end
        ]
        if not around:
            return None
        _, a, b = min(around)
        unit = self.variants.units[Span(self.source.id, a, b)]
        first, last = unit.offsets.map_span(start - a, end - a)
        return unit.text[first:last]


def source_texts(site: Site) -> dict[str, SourceText]:
    """All sources of the site by their id."""
    found = {}
    for law in site.laws:
        for edition in law.editions:
            found[edition.source.id] = SourceText.of(edition.source, edition.variants, edition.text.ledger)
            for record in edition.feedback:
                found[record.source.id] = SourceText.of(
                    record.source, record.variants, record.submission.ledger
                )
    return found


@dataclass(slots=True)
class TextCheck:
    """Looks at each page once; `finish` says what was shown nowhere."""

    sources: dict[str, SourceText]
    _covered: dict[tuple[str, str], set[tuple[int, int]]] = field(default_factory=dict)
    _orders: dict[str, bytes] = field(default_factory=dict)
    _order: list[str] = field(default_factory=list)

    def piece(self, path: str, html: str) -> Iterator[Issue]:
        """Findings of one piece of a page: text that differs, wrong language."""
        locale = path.partition("/")[0]
        order = self._order
        for element in elements(html):
            if isinstance(element, Malformed):
                yield _issue("E525", path, html, element.at, "an element with a place cannot be read")
                continue
            place = f"{element.source}:{element.start}-{element.end}"
            order.append(place)
            text = self.sources.get(element.source)
            if text is None or not element.start <= element.end <= len(text.shown):
                yield _issue("E525", path, html, element.at, f"there is no {place}")
                continue
            yield from _compare(path, html, element, text)
            if not element.rule:
                self._covered.setdefault((locale, element.source), set()).add((element.start, element.end))

    def end_page(self, path: str) -> None:
        """All pieces of this page were given."""
        if path.partition("/")[0] in LOCALES:
            self._orders[path] = sha256("\n".join(self._order).encode()).digest()[:8]
        self._order.clear()

    def finish(self) -> Iterator[Issue]:
        """What no page of a tree shows, and pages that show other text than their counterpart does."""
        for path, order in self._orders.items():
            if path.startswith(LOCALES[0]) and self._orders.get(other_locale(path), order) != order:
                message = (
                    f"shows other stretches of the sources, or in another order, than {other_locale(path)}"
                )
                yield Issue("E534", Severity.ERROR, path, 0, 0, message)
        for locale in LOCALES:
            for source_id, text in self.sources.items():
                covered = self._covered.get((locale, source_id), set())
                wanted = [row.span for row in text.ledger if row.kind not in _UNSHOWN]
                for start, end in uncovered(wanted, covered):
                    yield _not_shown(text.source, start, end, locale)


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
            if end > out[-1][1]:
                out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _compare(path: str, html: str, element: Element, text: SourceText) -> Iterator[Issue]:
    if not element.rule:
        expected: str | None = text.shown[element.start : element.end]
        code, lang = "E525", text.lang
    else:
        expected = text.derive(element.start, element.end) if element.rule == text.variants.rule else None
        code, lang = "E526", text.other_lang
    if element.lang != lang:
        yield _issue("E523", path, html, element.at, f"lang={element.lang!r} on text in {lang}")
    if element.text != expected:
        shown, wanted = _difference(element.text, expected)
        place = f"{element.source}:{element.start}-{element.end}"
        yield _issue(code, path, html, element.at, f"{place} shows {shown} where {wanted} is expected")


def _difference(shown: str, expected: str | None) -> tuple[str, str]:
    """Both texts from the first difference on, short enough for a message."""
    if expected is None:
        return ascii_marks(shown[:_SHOWN_LENGTH]), "nothing that the converter made"
    at = next(
        (i for i, (a, b) in enumerate(zip(shown, expected, strict=False)) if a != b),
        min(len(shown), len(expected)),
    )
    return ascii_marks(shown[at : at + _SHOWN_LENGTH]), ascii_marks(expected[at : at + _SHOWN_LENGTH])


def ascii_marks(text: str) -> str:
    """The text in quotation marks, with what cannot be seen as U+XXXX."""
    return '"' + "".join(c if c.isprintable() and c != "\u00ad" else f"<U+{ord(c):04X}>" for c in text) + '"'


def _not_shown(source: SourceFile, start: int, end: int, locale: str) -> Issue:
    place = source.position(start)
    line = source.line(place.line)
    length = max(1, min(end - start, len(line) - place.column))
    words = ascii_marks(source.text[start : min(end, start + _SHOWN_LENGTH)])
    return Issue(
        "E527", Severity.ERROR, source.path, place.line, place.column,
        f"{words} is shown on no page of {locale}", "", line, length,
    )  # fmt: skip


def _issue(code: str, path: str, html: str, at: int, message: str) -> Issue:
    """With the tag as excerpt, by which the caller, who knows the whole page, finds line and column."""
    return Issue(code, Severity.ERROR, path, 0, 0, message, "", html[at : at + _EXCERPT])
