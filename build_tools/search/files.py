"""Data files of the search box: one list of the laws, and the text of each edition as a script of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain

from build_tools.model.export import ExportedFile, ExportInputs
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.pages.found import Document
from build_tools.pages.registry import documents
from build_tools.search.fold_table import fold_pairs
from build_tools.search.other_script import differences
from build_tools.text.script import character_pairs

FOLDER = "assets/search"


def search_files(inputs: ExportInputs) -> Iterator[ExportedFile]:
    """All files, in order of path; the same site gives the same bytes.

    ``laws.js`` lists the laws, their editions (newest first) with the files of their texts, and the characters
    that count as one; ``{law}.{hash}.js`` holds what can be found in one edition, in the script it was written
    in and how the other one differs. All are scripts that call ``self.duizhaoSearch``, because a page that was
    opened from a disk can load nothing else.
    """
    shards: dict[str, bytes] = {}
    laws: dict[str, dict[str, object]] = {}
    editions: dict[str, list[object]] = {}
    characters: set[str] = set()
    for law, record in inputs.site.editions():
        manifest = law.manifest
        found = tuple(documents(law, record))
        texts = [line.texts for d in found for line in d.lines]
        characters.update(chain.from_iterable(t.written + t.other for t in texts))
        data = _call("add", _shard(law, record, found))
        path = f"{FOLDER}/{manifest.slug}.{sha256(data).hexdigest()[:8]}.js"
        shards[path] = data
        entry = {"edition": record.facts.slug, "label": record.facts.label, "file": path}
        editions.setdefault(manifest.slug, []).append(entry)
        laws[manifest.slug] = {
            "law": manifest.slug, "title": manifest.title, "short": manifest.short,
            "editions": editions[manifest.slug],
        }  # fmt: skip
    listing = _call("laws", {"fold": fold_pairs(characters, character_pairs()), "laws": list(laws.values())})
    for path, data in sorted({**shards, f"{FOLDER}/laws.js": listing}.items()):
        yield ExportedFile(path, data)


def _shard(law: LawRecord, record: EditionRecord, found: Sequence[Document]) -> Mapping[str, object]:
    """The form that overrides/assets/javascripts/search/shard.js reads; it is described there."""
    texts = [line.texts for d in found for line in d.lines]
    other = differences(texts)
    return {
        "law": law.manifest.slug,
        "edition": record.facts.slug,
        "docs": [_entry(d) for d in found],
        "text": "".join(f"{t.written}\n" for t in texts),
        "other": other.usual,
        "fix": list(chain.from_iterable(other.fixes)),
        "full": dict(other.full),
    }


def _entry(document: Document) -> Mapping[str, object]:
    entry: dict[str, object] = {"kind": document.kind, "page": document.page}
    if document.head:
        entry["head"] = 1
    if document.lines[0].texts.hans:
        entry["hans"] = 1
    entry["at"] = [line.at for line in document.lines]
    return entry


def _call(name: str, data: Mapping[str, object]) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"self.duizhaoSearch.{name}({text});\n".encode()
