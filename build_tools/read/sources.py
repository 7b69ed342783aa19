"""Bytes of a source file -> its text, altered in nothing: the text encodes back to the same bytes."""

from __future__ import annotations

import hashlib
import re
import shlex
from pathlib import Path

from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.model.source import SourceFile
from build_tools.read.characters import check_characters
from build_tools.read.encoding import Guess, decodes, guess_encoding, known_format
from build_tools.text.fold import is_blank

#: Bytes; the longest code of law in force is well below 1 MB.
SIZE_LIMIT = 20_000_000
_SAMPLE = 65_536
_PAGE = re.compile(
    r"[\s\ufeff]*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"</?(?:html|head|body|meta|link|script|style|div|p|span|a|br|hr|h[1-6]|ul|ol|li|table|tr|td|font|b|img)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)


def read_source(
    path: Path,
    source_id: str,
    shown_path: str,
    log: IssueLog,
    *,
    expected_sha256: str | None = None,
    most: int | None = None,
) -> SourceFile | None:
    """Read a file as `read_text` does its bytes; None also if it cannot be read, or is larger than ``most`` bytes."""
    data = read_bytes(path, shown_path, log, most)
    if data is None:
        return None
    return read_text(data, source_id, shown_path, log, expected_sha256=expected_sha256)


def read_text(
    data: bytes, source_id: str, shown_path: str, log: IssueLog, *, expected_sha256: str | None = None
) -> SourceFile | None:
    """The text of UTF-8 bytes, BOM and line ends as they are; what is wrong with it goes to ``log``.

    ``shown_path`` stands in messages and in the ledger. Returns None if there is no text that could be
    parsed: it is not UTF-8, is blank or holds U+0000. Findings on other characters are reported and the text
    is returned all the same, so that all findings of a run are told together.
    """
    digest = hashlib.sha256(data).hexdigest()
    if expected_sha256 is not None and digest != expected_sha256.lower():
        message = f"the file has changed: its SHA-256 is {digest}, law.toml says {expected_sha256}"
        hint = f'if the change is meant, run: duizhao accept LAW (or write sha256 = "{digest}"); else restore the file'
        _add(log, "E010", shown_path, message, hint)
    text = _decode(data, shown_path, log)
    if text is None:
        return None
    if all(map(is_blank, text)):
        _add(
            log,
            "E005",
            shown_path,
            "the file holds no text",
            "put the text of the law or the opinion into it",
        )
        return None
    source = SourceFile.of_text(source_id, shown_path, text, digest)
    check_characters(source, log)
    return None if "\0" in text else source


def read_bytes_issue(path: Path) -> tuple[str, str, str] | None:
    """Why a file cannot be read: code, message and hint; None if it can. Reads nothing but its first byte."""
    try:
        if not path.exists():
            return "E001", "no such file", "check the spelling of the path; it is case-sensitive"
        if not path.is_file():
            kind = "a folder" if path.is_dir() else "a device"
            return "E002", f"this is {kind}, not a file", "name a text file"
        with path.open("rb") as file:
            file.read(1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return "E003", f"the file cannot be read: {reason}", "check its name, its permissions and the disk"
    return None


def read_bytes(path: Path, shown_path: str, log: IssueLog, most: int | None = None) -> bytes | None:
    """The bytes of a file; None if it cannot be read or is larger than ``most``, as ``log`` tells."""
    most = most or SIZE_LIMIT
    if trouble := read_bytes_issue(path):
        _add(log, trouble[0], shown_path, *trouble[1:])
        return None
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        _add(log, "E003", shown_path, f"the file cannot be read: {error.strerror}", "check the disk")
        return None
    if len(data) > most:
        hint = "make sure it is the right file; split a collection into one file a law"
        _add(log, "E004", shown_path, f"the file is larger than {most // 1_000_000} MB", hint)
        return None
    return data


def _decode(data: bytes, shown_path: str, log: IssueLog) -> str | None:
    """The text, or None with the reason told.

    例: 「第一條」 saved as GBK → E006 with ``iconv -f GB18030 -t UTF-8 …`` as the hint.
    """
    suspect = 0 in data or known_format(data) or not decodes(data, "utf-8", whole=True)
    if suspect and _not_text(data, shown_path, log):
        return None
    text = data.decode("utf-8")
    if _is_html(text):
        message = "the file is a page of the web (HTML), not its text"
        hint = "open it in a browser, copy the text of the law from there, and save it as plain text in UTF-8"
        _add(log, "E011", shown_path, message, hint)
        return None
    return text


def _is_html(text: str) -> bool:
    """It begins as a page does, or a tenth of its beginning is tags of HTML."""
    beginning = text[:_SAMPLE]
    tags = [found.group() for found in _TAG.finditer(beginning)]
    return bool(_PAGE.match(beginning)) or (len(tags) >= 6 and sum(map(len, tags)) > len(beginning) / 10)


def _not_text(data: bytes, shown_path: str, log: IssueLog) -> bool:
    """Tell what bytes are that are not plain UTF-8; False if they are, and only hold a NUL."""
    valid = decodes(data, "utf-8", whole=True)
    guess = guess_encoding(data)
    if not valid and not known_format(data) and _is_spoilt_utf8(data, guess):
        _damaged(data, shown_path, log)
    elif guess.encoding:
        quoted, new = shlex.quote(shown_path), shlex.quote(_renamed(shown_path))
        hint = f"convert it: iconv -f {guess.encoding} -t UTF-8 {quoted} > {new}"
        _add(log, "E006", shown_path, f"the file is not UTF-8; it seems to be {guess.encoding}", hint)
    elif valid and not guess.binary:
        return False
    else:
        what = guess.binary or "in no encoding that is known here"
        hint = "save the text as plain text in UTF-8 and use that file"
        _add(log, "E009", shown_path, f"the file is not plain text: it seems to be {what}", hint)
    return True


def _renamed(shown_path: str) -> str:
    stem, dot, ending = shown_path.rpartition(".")
    return f"{stem}.utf8.{ending}" if dot and "/" not in ending and stem else f"{shown_path}.utf8"


def _is_spoilt_utf8(data: bytes, guess: Guess) -> bool:
    """Whole characters of several bytes outnumber the broken ones by far, or no other encoding is believable."""
    text = data.decode("utf-8", "replace")
    whole = sum(c > "\x7f" and c != "\ufffd" for c in text)
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return whole > 4 * broken or (guess == Guess() and (whole >= broken or decodes(data, "utf-8")))


def _damaged(data: bytes, shown_path: str, log: IssueLog) -> None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = SourceFile.of_text("", shown_path, data[: error.start].decode("utf-8"))
        place = before.position(len(before.text))
        spoilt = data[error.start : error.end].hex(" ").upper()
        code, message = "E008", f"byte {error.start} ({spoilt}) is no UTF-8, though the rest is"
        hint = "fetch the file again, or put right what stands here"
        if error.reason == "unexpected end of data" and error.end == len(data):
            code, hint = "E007", "a part is missing: fetch the file again"
            message = f"the file ends in the middle of a character at byte {error.start} ({spoilt})"
        line = before.line(place.line)
        log.add(Issue(code, Severity.ERROR, shown_path, place.line, place.column, message, hint, line))


def _add(log: IssueLog, code: str, shown_path: str, message: str, hint: str) -> None:
    log.add(Issue(code, Severity.ERROR, shown_path, 0, 0, message, hint))
