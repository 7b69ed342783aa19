"""Data files of the search box: one list of the laws, and the text of each edition as a script of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from build_tools.grammar.wording import wording_for
from build_tools.model.export import ExportedFile, ExportInputs
from build_tools.pages.found import Document
from build_tools.pages.registry import documents
from build_tools.search.characters import character_tables
from build_tools.search.doc_list import kind_names
from build_tools.search.folding import fold_documents
from build_tools.search.other_script import usual_counterparts
from build_tools.search.rank_index import rank_data
from build_tools.search.shard_data import shard_data

FOLDER = "assets/search"


def search_files(inputs: ExportInputs) -> Iterator[ExportedFile]:
    """All files, in order of path; the same site gives the same bytes.

    ``laws.js`` lists the laws, their editions (newest first) with their files, and the characters that count as
    one; ``{law}.{hash}.js`` holds what can be found in one edition, in the script it was written in and how the
    other one differs, ``{law}.rank.{hash}.js`` what orders it. All are scripts that call ``self.duizhaoSearch``,
    because a page that was opened from a disk can load nothing else.
    """
    found = {
        (law.manifest.slug, record.facts.slug): tuple(documents(law, record))
        for law, record in inputs.site.editions()
    }
    written, characters = _characters(found.values())
    usual = usual_counterparts(*written)
    folded = {place: fold_documents(edition) for place, edition in found.items()}
    files: dict[str, bytes] = {}
    laws: dict[str, dict[str, object]] = {}
    editions: dict[str, list[object]] = {}
    for law, record in inputs.site.editions():
        manifest, edition = law.manifest, record.facts.slug
        place = (manifest.slug, edition)
        text = _call("add", shard_data(manifest, edition, found[place], folded[place], usual))
        rank = _call("rank", rank_data(*place, found[place], folded[place]))
        entry = {
            "edition": edition, "label": record.facts.label,
            "file": _keep(files, manifest.slug, text), "rank": _keep(files, f"{manifest.slug}.rank", rank),
        }  # fmt: skip
        editions.setdefault(manifest.slug, []).append(entry)
        laws[manifest.slug] = {
            "law": manifest.slug, "title": manifest.title, "short": manifest.short,
            "editions": editions[manifest.slug],
        }  # fmt: skip
    words = wording_for("\n".join(lines.written) for lines in folded.values())
    listing = {
        **character_tables(characters, usual), "kinds": kind_names(), "wording": words, "laws": list(laws.values()),
    }  # fmt: skip
    files[f"{FOLDER}/laws.js"] = _call("laws", listing)
    for path, data in sorted(files.items()):
        yield ExportedFile(path, data)


def _characters(found: Iterable[Sequence[Document]]) -> tuple[tuple[set[str], set[str]], set[str]]:
    """All that is written in Traditional, all that is written in Simplified; and all there is in either script."""
    written: tuple[set[str], set[str]] = (set(), set())
    other: set[str] = set()
    for texts in (line.texts for edition in found for d in edition for line in d.lines):
        written[texts.hans].update(texts.written)
        other.update(texts.other)
    return written, other.union(*written)


def _keep(files: dict[str, bytes], name: str, data: bytes) -> str:
    """Put a file among the others, named after its content; its path."""
    path = f"{FOLDER}/{name}.{sha256(data).hexdigest()[:8]}.js"
    files[path] = data
    return path


def _call(name: str, data: object) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"self.duizhaoSearch.{name}({text});\n".encode()
