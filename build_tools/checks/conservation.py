"""The sources rebuilt from the published pages and the ledger alone: no model, no source file is looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from build_tools.checks.elements import Element, elements
from build_tools.checks.trees import Tree, open_tree
from build_tools.model.issue import Issue, file_error

_LEDGER = "provenance/ledger.json"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """One source as one tree of pages gives it back; ``missing`` are the stretches that no page shows."""

    ledger: str
    source: str
    expected: str
    """SHA-256 as the ledger gives it."""
    data: bytes
    missing: tuple[tuple[int, int], ...]

    @property
    def same(self) -> bool:
        """True if every character was found and the bytes are those of the file."""
        return not self.missing and sha256(self.data).hexdigest() == self.expected


def check_conservation(tree: Tree) -> Iterator[Issue]:
    """E529 for each source that a tree does not give back."""
    for ledger in (n for n in tree.names if n.endswith(f"/{_LEDGER}")):
        for rebuilt in rebuild(tree, ledger):
            if not rebuilt.same:
                start, end = rebuilt.missing[0] if rebuilt.missing else (0, 0)
                what = f"characters {start} to {end} are shown nowhere" if end else "its SHA-256 is another"
                message = f"{rebuilt.source} cannot be rebuilt from these pages: {what}"
                yield file_error("E529", rebuilt.ledger, message)


def rebuild_sources(site: Path, locale: str, law: str, edition: str) -> dict[str, bytes]:
    """The files of one edition's sources, by id, as the pages of one tree give them back.

    例: ``rebuild_sources(Path("site"), "zh-hans", "wangluo-fanzui-fangzhi", "draft-2026-01-31")``. A stretch that no page
    shows is left out, so that the bytes are not those of the file.
    """
    with open_tree(site) as tree:
        rows = rebuild(tree, f"{locale}/{law}/{edition}/{_LEDGER}")
        return {row.source: row.data for row in rows}


def rebuild(tree: Tree, ledger: str) -> Iterator[Rebuilt]:
    """Each source of a ledger, from the pages below its edition's address."""
    folder = ledger.removesuffix(_LEDGER)
    rows = json.loads(tree.read(ledger))
    shown: dict[str, set[tuple[int, int, str]]] = {row["source"]: set() for row in rows}
    for name in tree.names:
        if name.startswith(folder) and name.endswith(".html"):
            for element in elements(tree.read(name).decode("utf-8")):
                if isinstance(element, Element) and not element.rule and element.source in shown:
                    shown[element.source].add((element.start, element.end, element.text))
    for row in rows:
        yield _rebuild(ledger, row, shown[row["source"]])


def _rebuild(ledger: str, row: dict[str, Any], shown: set[tuple[int, int, str]]) -> Rebuilt:
    """Put each shown stretch in its place; where two pages differ, or one has another length, nothing is taken."""
    text: list[str | None] = [None] * (row["spans"][-1]["end"] if row["spans"] else 0)
    doubtful: set[int] = set()
    for start, end, words in sorted(shown):
        if len(words) != end - start or end > len(text):
            doubtful.update(range(start, min(end, len(text))))
            continue
        for i, character in enumerate(words, start):
            if text[i] is not None and text[i] != character:
                doubtful.add(i)
            text[i] = character
    for (offset, mark), received in zip(row["display"], row["received"], strict=True):
        if text[offset] == mark:
            text[offset] = received
    for i in doubtful:
        text[i] = None
    for span in row["spans"]:
        if "text" in span:
            text[span["start"] : span["end"]] = span["text"]
    missing = tuple(m.span() for m in re.finditer("0+", "".join("0" if c is None else "1" for c in text)))
    data = "".join(c for c in text if c is not None).encode("utf-8", "surrogatepass")
    return Rebuilt(ledger, row["source"], row["sha256"], data, missing)
