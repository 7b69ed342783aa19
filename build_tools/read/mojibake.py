"""Text that was decoded with the wrong encoding before it came here: ç½‘ç»œ for 网络, 缃戠粶 for 网络."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.read.encoding import everyday_share

#: 网络 as UTF-8 read as Windows-1252: ç½‘ç»œ. Half of these characters are those of its upper half.
_LATIN = re.compile(r"[\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{4,}")
#: 网络犯罪 as UTF-8 read as GBK: 缃戠粶鐘姜. What GBK cannot read is lost as ? or U+FFFD.
_HAN = re.compile(r"[€\u2010-\u2026\u3000-\u303f\u3400-\u9fff\ue000-\uf8ff\uff00-\uffef]{3,}")
_CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]")


def find_mojibake(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Each run of characters that is Chinese once it is put back into the bytes it came from.

    Yields start and end (code points), the beginning of what was meant, and how it was misread; in order for
    each kind of misreading. Nothing is changed: what is lost in such text cannot be had back for certain.
    """
    for found in _LATIN.finditer(text):
        data = _western(found.group())
        if _is_utf8_chinese(data):
            yield found.start(), found.end(), _meant(data), "UTF-8 read as Windows-1252 or Latin-1"
        elif len(data) >= 6 and everyday_share(data.decode("gb18030", "replace")) > 0.9:
            yield found.start(), found.end(), data.decode("gb18030", "replace")[:12], "GBK read as Latin-1"
    for found in _HAN.finditer(text):
        data = found.group().encode("gb18030", "ignore")
        if _is_utf8_chinese(data):
            yield found.start(), found.end(), _meant(data), "UTF-8 read as GBK"


def _western(run: str) -> bytes:
    return b"".join(bytes([ord(c)]) if ord(c) < 256 else c.encode("cp1252") for c in run)


def _is_utf8_chinese(data: bytes) -> bool:
    """At least two Chinese characters of three bytes (or a lost one, U+FFFD), and hardly a byte left over."""
    text = data.decode("utf-8", "replace")
    lost = data.count(b"\xef\xbf\xbd")
    broken = text.count("\ufffd") - lost
    chinese = len(_CHINESE.findall(text)) + lost
    return chinese >= 2 and chinese >= 3 * broken and chinese + broken >= 0.8 * len(text)


def _meant(data: bytes) -> str:
    return data.decode("utf-8", "replace")[:12]
