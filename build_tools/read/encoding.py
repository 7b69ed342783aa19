"""Which encoding bytes seem to be in, when they are not UTF-8; the only file that knows charset-normalizer."""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass

_SAMPLE = 65_536
#: Least share of everyday characters that makes a Chinese encoding believable. Text read with the wrong one
#: comes out at a third; real text, Traditional text in GB18030 included, at nine tenths.
_BELIEVABLE = 0.6
_BYTE_ORDER_MARKS = (
    ((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE), "UTF-32"),
    ((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE), "UTF-16"),
)
_WIDE = (("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE"))
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"SQLite format 3", "a database"),
)


@dataclass(frozen=True, slots=True)
class Guess:
    """What bytes seem to be: ``encoding`` is a name that iconv knows; ``binary`` says what else it is.

    Both are empty if nothing is believable.
    """

    encoding: str = ""
    binary: str = ""


def guess_encoding(data: bytes) -> Guess:
    """Guess what bytes are that are no UTF-8 text, or that hold NULs, from their first 64 KB.

    例: ``"第一條".encode("gb18030")`` → ``Guess("GB18030")``.
    """
    if known := known_format(data):
        return Guess(binary=known)
    if name := next((name for marks, name in _BYTE_ORDER_MARKS if data.startswith(marks)), ""):
        return Guess(name)
    sample = data[:_SAMPLE]
    if 0 in sample:
        return _with_nuls(sample)
    controls = sum(sample.count(code) for code in range(32) if code not in (9, 10, 13))
    if controls / max(1, len(sample)) > 0.02:
        return Guess(binary="binary data")
    return Guess(_chinese(data, sample) or _other(sample))


def everyday_share(text: str, *, ascii_too: bool = False) -> float:
    """Share of everyday Chinese characters and marks in a text, from 0 to 1; ASCII counted or passed over.

    例: 「第一條」 → 1.0；同樣的字節當作 Big5 讀出的生僻字 → 約 0.3。
    """
    counts = Counter(c for c in text[:20_000] if c != "\ufeff" and (ascii_too or c > "\x7f"))
    total = counts.total()
    return sum(n for c, n in counts.items() if _is_everyday(c)) / total if total else 0.0


def known_format(data: bytes) -> str:
    """Which kind of file begins like this, such as ``a PDF``; "" if it may be text."""
    return next((name for magic, name in _MAGIC if data.startswith(magic)), "")


def _with_nuls(sample: bytes) -> Guess:
    """UTF-16 without a byte order mark, if that reads better than bytes do; else no text at all."""
    plain = everyday_share(sample.decode("utf-8", "replace"), ascii_too=True)
    pairs = sample[: len(sample) // 2 * 2]
    best, name = max((everyday_share(pairs.decode(c, "replace"), ascii_too=True), n) for c, n in _WIDE)
    if best > max(0.7, plain):
        return Guess(name)
    return Guess(binary="binary data") if plain < 0.7 else Guess()


def _chinese(data: bytes, sample: bytes) -> str:
    """The Chinese encoding that gives the most everyday characters and reads the file to its end."""
    encodings = (("gb18030", "GB18030"), ("big5hkscs", "BIG5-HKSCS"), *_WIDE)
    fit = (
        (everyday_share(sample.decode(codec, "ignore")), name)
        for codec, name in encodings
        if decodes(data, codec)
    )
    share, found = max(fit, key=lambda pair: pair[0], default=(0.0, ""))
    return found if share > _BELIEVABLE else ""


def _other(sample: bytes) -> str:
    import charset_normalizer  # noqa: PLC0415 - few files are in any other encoding

    match = charset_normalizer.from_bytes(sample).best()
    if match is None or match.encoding in {"ascii", "utf_8"}:
        return ""
    return match.encoding.replace("_", "-").upper()


def decodes(data: bytes, codec: str, *, whole: bool = False) -> bool:
    """True if all of it is characters of this encoding; the last one may be cut off unless ``whole``."""
    try:
        codecs.getincrementaldecoder(codec)().decode(data, whole)
    except UnicodeDecodeError:
        return False
    return True


def _is_everyday(char: str) -> bool:
    """Printable ASCII, the first-level characters of GB 2312 (3,755) or Big5 (5,401), and their punctuation."""
    if char <= "\x7f":
        return char.isprintable() or char in "\t\r\n"
    gb, big5 = (char.encode(codec, "ignore")[:1] for codec in ("gb2312", "big5"))
    marks = any(b"\xa1" <= lead <= b"\xa3" for lead in (gb, big5))
    return marks or b"\xb0" <= gb <= b"\xd7" or b"\xa4" <= big5 <= b"\xc6"
