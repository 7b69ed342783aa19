"""The site as one archive that opens from a disk: the same files, with links that name their index.html."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from build_tools.text.checksums import SUMS, write_sums

#: A relative link to a folder, with or without a fragment: ``../art-5/#p2``. Addresses with a scheme hold a colon, and
#: what stands in the text of a page is followed by the beginning of a tag, not by the end of one.
_FOLDER_LINK = re.compile(r'( href=")(?!/)([^":#?]*/)(?=["#][^<>]*>)')
_ROOT = re.compile(r' data-base="(/[^"]*)"')
_LEVEL = 6
_RAW = -15
"""Deflate without a header, as archives hold it."""
_END = b"\x03\x00"
"""An empty last block."""
_MOST_KEPT = 300
NOT_FOUND = "404.html"

Date = tuple[int, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Lasting:
    """A piece of many pages, made ready once: its bytes, and the same deflated up to a byte's border."""

    data: bytes
    packed: bytes


class Bundle:
    """A zip in the making; the same files in the same order with the same date give the same bytes."""

    def __init__(self, archive: Path, date: Date) -> None:
        """Begin the file ``archive``; all entries get this date."""
        self._date = date
        self._sums: dict[str, str] = {}
        self._kept: dict[str, _Lasting] = {}
        self._zip = zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)

    def add(self, path: str, data: bytes) -> None:
        """Put in one file as it is."""
        self._sums[path] = sha256(data).hexdigest()
        self._zip.writestr(self._entry(path), data)

    def add_page(self, path: str, pieces: Iterable[tuple[str, bool]]) -> None:
        """Put in one page, its links made to work from ``file:``.

        ``pieces`` joined are the page; each comes with whether it is the same on many pages. Such a piece is
        deflated once: between full flushes no block looks back beyond its own piece, so that the blocks may be
        put together. This takes a third of the time of deflating each page as a whole.
        """
        if path == NOT_FOUND:
            self.add(
                path, offline_page("".join(html for html, _ in pieces), at_any_depth=True).encode("utf-8")
            )
            return
        plain, packed = [], []
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
        for html, lasts in pieces:
            if lasts:
                piece = self._kept.get(html) or self._keep(html)
                plain.append(piece.data)
                packed.append(piece.packed)
            elif html:
                data = offline_page(html).encode("utf-8")
                plain.append(data)
                packed.append(packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH))
        data = b"".join(plain)
        self._sums[path] = sha256(data).hexdigest()
        self._put_packed(path, data, b"".join(packed) + _END)

    def finish(self) -> None:
        """Add SHA256SUMS over the files as they are in the archive, and list all entries in order of their names."""
        self._zip.writestr(self._entry(SUMS), write_sums(self._sums))
        self._zip.filelist.sort(key=lambda entry: entry.filename)
        self._zip.close()

    def close(self) -> None:
        """Let go of an archive that will not be finished."""
        self._zip.close()

    def _keep(self, html: str) -> _Lasting:
        if len(self._kept) > _MOST_KEPT:  # those of an edition come together; older ones are not met again
            self._kept.clear()
        data = offline_page(html).encode("utf-8")
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
        self._kept[html] = _Lasting(data, packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH))
        return self._kept[html]

    def _put_packed(self, path: str, data: bytes, packed: bytes) -> None:
        """What `zipfile.ZipFile.writestr` does, for data that is deflated already."""
        entry, file = self._entry(path), self._zip.fp
        assert file
        entry.CRC, entry.file_size, entry.compress_size = zlib.crc32(data), len(data), len(packed)
        entry.header_offset = self._zip.start_dir
        file.seek(self._zip.start_dir)
        file.write(entry.FileHeader())
        file.write(packed)
        self._zip.start_dir = file.tell()
        self._zip.filelist.append(entry)
        self._zip.NameToInfo[path] = entry

    def _entry(self, path: str) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(path, self._date)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        entry.external_attr = 0o100644 << 16
        return entry


def offline_page(html: str, *, at_any_depth: bool = False) -> str:
    """A page, or a piece of one, with links that work from ``file:``.

    ``at_any_depth`` is for 404.html: its links begin at the site's root, which a disk has not.

    >>> offline_page('<a href="../x/#p1">')
    '<a href="../x/index.html#p1">'
    """
    root = _ROOT.search(html) if at_any_depth else None
    if root:
        html = html.replace(f'="{root[1]}', '="./')
    return _FOLDER_LINK.sub(r"\1\2index.html", html)
