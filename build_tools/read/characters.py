"""Characters that a text of law should not hold, each with its place; the text itself is never altered."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.model.source import SourceFile
from build_tools.read.mojibake import find_mojibake

#: Places of one code that are told one by one; the rest are counted.
_TOLD = 20


@dataclass(frozen=True, slots=True)
class _Kind:
    code: str
    severity: Severity
    ranges: str
    """Inside of a regular expression's class."""
    what: str
    hint: str


_FETCH = "remove it, or fetch the text again"
_COMPARE = "compare with the original: it was probably left by OCR or a PDF"
_KINDS = (
    _Kind("E020", Severity.ERROR, r"\0", "converters cut the text off here", _FETCH),
    _Kind(
        "E021", Severity.ERROR, r"\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f", "a control character", _FETCH
    ),
    _Kind(
        "E022",
        Severity.ERROR,
        r"\ufdd0-\ufdef" + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17)),
        "no character",
        _FETCH,
    ),
    _Kind(
        "E023", Severity.ERROR, r"\ufffd", "a character that was lost",
        "fetch the text again; what was lost cannot be guessed",
    ),
    _Kind(
        "E024", Severity.ERROR, r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
        "it changes the order in which text is shown", "remove it: readers would see another text",
    ),
    _Kind("E025", Severity.ERROR, r"\U000e0000-\U000e007f", "an invisible tag", "remove it"),
    _Kind(
        "W030", Severity.WARNING,
        r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164"
        r"\ufeff\uffa0\ufff0-\ufffb",
        "invisible", "leave it if it stands in the original; it is kept, and passed over in comparisons",
    ),
    _Kind(
        "W031", Severity.WARNING, r"\uf900-\ufaff\U0002f800-\U0002fa1f", "a compatibility ideograph", _COMPARE
    ),
    _Kind("W032", Severity.WARNING, r"\u2e80-\u2fdf", "a radical, not a character", _COMPARE),
    _Kind(
        "W033", Severity.WARNING, r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        "a private use character", "compare with the original: readers' fonts do not have it",
    ),
    _Kind(
        "W034", Severity.WARNING, r"\ufe00-\ufe0f\U000e0100-\U000e01ef", "a variation selector",
        "it is kept in the source and dropped from converted text",
    ),
    _Kind(
        "W035", Severity.WARNING, r"\x85\u2028\u2029", "an unusual line end",
        "check that lines end where they end in the original",
    ),
)  # fmt: skip
_SUSPECT = re.compile("[" + "".join(kind.ranges for kind in _KINDS) + r"]|\r(?!\n)")
_EACH = tuple((re.compile(f"[{kind.ranges}]"), kind) for kind in _KINDS)


class _Places:
    """Makes issues; many on one line share its text, which may be millions of characters long."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._number = 0
        self._line = ""

    def issue(self, start: int, end: int, code: str, severity: Severity, message: str, hint: str) -> Issue:
        place = self._source.position(start)
        if place.line != self._number:
            self._number, self._line = place.line, self._source.line(place.line)
        length = max(1, min(end - start, len(self._line) - place.column))
        path = self._source.path
        return Issue(code, severity, path, place.line, place.column, message, hint, self._line, length)


def check_characters(source: SourceFile, log: IssueLog) -> None:
    """Report characters that are refused (errors) or doubtful (warnings), and text that was decoded wrongly.

    Tab, NBSP, U+3000 and other blanks are no finding, nor is a byte order mark at the start. After twenty
    places of one code the rest are counted. Runs in time linear in the text, however long its lines are.
    例: 第十<U+200B>條 → W030 at the column of U+200B.
    """
    places = _Places(source)
    misread = tuple(find_mojibake(source.text))
    for start, end, meant, how in misread[:_TOLD]:
        message = f"the text was read in a wrong encoding ({how}); this seems to be {meant}"
        log.add(
            places.issue(start, end, "E026", Severity.ERROR, message, "fetch it again and save it as UTF-8")
        )
    if len(misread) > _TOLD:
        message = f"misread text stands in {len(misread) - _TOLD:,} more places"
        log.add(
            Issue("E026", Severity.ERROR, source.path, 0, 0, message, "fetch it again and save it as UTF-8")
        )
    covered = bytearray(len(source.text))
    for start, end, _meant, _how in misread:
        covered[start:end] = b"\1" * (end - start)
    _check_each(source, places, covered, log)


def _check_each(source: SourceFile, places: _Places, covered: bytearray, log: IssueLog) -> None:
    met: dict[str, Counter[str]] = {}
    for found in _SUSPECT.finditer(source.text, 1 if source.text.startswith("\ufeff") else 0):
        char, at = found.group(), found.start()
        kind = _kind(char)
        if kind is None or covered[at]:
            continue
        counts = met.setdefault(kind.code, Counter())
        counts[char] += 1
        if counts.total() <= _TOLD:
            log.add(places.issue(at, at + 1, kind.code, kind.severity, *_told(char, kind)))
    for kind in _KINDS:
        counts = met.get(kind.code, Counter())
        if counts.total() > _TOLD:
            which = ", ".join(f"U+{ord(c):04X}" for c, _ in counts.most_common(5))
            message = f"{counts.total() - _TOLD:,} more characters of this kind ({which}): {kind.what}"
            log.add(Issue(kind.code, kind.severity, source.path, 0, 0, message, kind.hint))


def _kind(char: str) -> _Kind | None:
    if char == "\r":
        return _KINDS[-1]
    kind = next(kind for pattern, kind in _EACH if pattern.match(char))
    if kind.code == "W031" and unicodedata.normalize("NFC", char) == char:
        return None  # U+FA0E and eleven others are ordinary characters in spite of their place
    return kind


def _told(char: str, kind: _Kind) -> tuple[str, str]:
    usual = unicodedata.normalize("NFKC", char)
    hint = kind.hint
    if kind.code in {"W031", "W032"} and usual != char:
        hint = f"the usual character is {usual} (U+{ord(usual[0]):04X}); {hint}"
    return f"{_name(char)}: {kind.what}", hint


def _name(char: str) -> str:
    """``U+202E RIGHT-TO-LEFT OVERRIDE``; control characters have no name in Unicode's table."""
    names = {"\0": "NUL", "\r": "CARRIAGE RETURN alone", "\x85": "NEXT LINE", "\x7f": "DELETE"}
    name = names.get(char) or unicodedata.name(char, "")
    return f"U+{ord(char):04X} {name}".rstrip()
