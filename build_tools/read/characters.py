"""Characters that a text of law should not hold, each with its place; the text itself is never altered."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.model.source import SourceFile
from build_tools.read.encoding import everyday_share

#: Places of one code that are told one by one; the rest are counted.
_TOLD = 20


@dataclass(frozen=True, slots=True)
class _Kind:
    code: str
    severity: Severity
    ranges: str
    what: str
    hint: str


_KINDS = tuple(
    _Kind(code, Severity.ERROR if code[0] == "E" else Severity.WARNING, **words)
    for code, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")).items()
)
_NAMES = {"\0": "NUL", "\r": "CARRIAGE RETURN alone", "\x85": "NEXT LINE", "\x7f": "DELETE"}
_MISREAD = "fetch it again and save it as UTF-8"
_SUSPECT = re.compile("[" + "".join(kind.ranges for kind in _KINDS) + r"]|\r(?!\n)")
_EACH = tuple((re.compile(f"[{kind.ranges}]"), kind) for kind in _KINDS)
#: 网络 as UTF-8 read as Windows-1252: ç½‘ç»œ. Half of these characters are those of its upper half.
_LATIN = re.compile(r"[\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{4,}")
#: 网络犯罪 as UTF-8 read as GBK: 缃戠粶鐘姜. What GBK cannot read is lost as ? or U+FFFD.
_HAN = re.compile(r"[€\u2010-\u2026\u3000-\u303f\u3400-\u9fff\ue000-\uf8ff\uff00-\uffef]{3,}")
_CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]")


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
    misread = tuple(_misread_runs(source.text))
    for start, end, meant, how in misread[:_TOLD]:
        message = f"the text was read in a wrong encoding ({how}); this seems to be {meant}"
        log.add(places.issue(start, end, "E026", Severity.ERROR, message, _MISREAD))
    if len(misread) > _TOLD:
        message = f"misread text stands in {len(misread) - _TOLD:,} more places"
        log.add(Issue("E026", Severity.ERROR, source.path, 0, 0, message, _MISREAD))
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
    """Message and hint: ``U+202E RIGHT-TO-LEFT OVERRIDE: …``; Unicode has no names for control characters."""
    name = f"U+{ord(char):04X} {_NAMES.get(char) or unicodedata.name(char, '')}".rstrip()
    usual = unicodedata.normalize("NFKC", char)
    hint = kind.hint
    if kind.code in {"W031", "W032"} and usual != char:
        hint = f"the usual character is {usual} (U+{ord(usual[0]):04X}); {hint}"
    return f"{name}: {kind.what}", hint


def _misread_runs(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Each run of characters that is Chinese once it is put back into the bytes it came from.

    Yields start and end (code points), the beginning of what was meant, and how it was misread; in order for
    each kind of misreading. Nothing is changed: what is lost in such text cannot be had back for certain.
    """
    for found in _LATIN.finditer(text):
        data = _western(found.group())
        if _is_utf8_chinese(data):
            yield (
                found.start(),
                found.end(),
                data.decode("utf-8", "replace")[:12],
                "UTF-8 read as Windows-1252 or Latin-1",
            )
        elif len(data) >= 6 and everyday_share(data.decode("gb18030", "replace")) > 0.9:
            yield found.start(), found.end(), data.decode("gb18030", "replace")[:12], "GBK read as Latin-1"
    for found in _HAN.finditer(text):
        data = found.group().encode("gb18030", "ignore")
        if _is_utf8_chinese(data):
            yield found.start(), found.end(), data.decode("utf-8", "replace")[:12], "UTF-8 read as GBK"


def _western(run: str) -> bytes:
    return b"".join(bytes([ord(c)]) if ord(c) < 256 else c.encode("cp1252") for c in run)


def _is_utf8_chinese(data: bytes) -> bool:
    """At least two Chinese characters of three bytes (or a lost one, U+FFFD), and hardly a byte left over."""
    text = data.decode("utf-8", "replace")
    lost = data.count(b"\xef\xbf\xbd")
    broken = text.count("\ufffd") - lost
    chinese = len(_CHINESE.findall(text)) + lost
    return chinese >= 2 and chinese >= 3 * broken and chinese + broken >= 0.8 * len(text)
