"""Data files of the search box: one list of the laws, and the text of each edition as a script of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import chain

from build_tools.model.site import EditionRecord, LawRecord, Site
from build_tools.pages.found import Document, edition_documents
from build_tools.search.fold_table import fold_pairs
from build_tools.search.other_script import differences

FOLDER = "assets/search"


def search_files(site: Site, character_pairs: Mapping[str, str]) -> tuple[tuple[str, bytes], ...]:
    """All files as (path below the site's root, content), in order of path; the same site gives the same bytes.

    ``laws.js`` lists the laws, their editions (newest first) with the files of their texts, and the characters
    that count as one; ``{law}.{hash}.js`` holds what can be found in one edition, in the script it was written
    in and how the other one differs. All are scripts that call ``self.duizhaoSearch``, because a page that was
    opened from a disk can load nothing else. ``character_pairs`` are the converter's: 範 to 范, one for one.
    """
    shards: dict[str, bytes] = {}
    laws = []
    characters: set[str] = set()
    for law in site.laws:
        editions = []
        for record in law.editions:
            documents = edition_documents(law.manifest, record)
            texts = [line.texts for d in documents for line in d.lines]
            characters.update(chain.from_iterable(t.written + t.other for t in texts))
            data = _call("add", _shard(law, record, documents))
            path = f"{FOLDER}/{law.manifest.slug}.{sha256(data).hexdigest()[:8]}.js"
            shards[path] = data
            editions.append({"edition": record.facts.slug, "label": record.facts.label, "file": path})
        manifest = law.manifest
        entry = {"law": manifest.slug, "title": manifest.title, "short": manifest.short, "editions": editions}
        laws.append(entry)
    listing = _call("laws", {"fold": fold_pairs(characters, character_pairs), "laws": laws})
    return tuple(sorted({**shards, f"{FOLDER}/laws.js": listing}.items()))


def _shard(law: LawRecord, record: EditionRecord, documents: Sequence[Document]) -> Mapping[str, object]:
    """The form that overrides/assets/javascripts/shard.js reads; it is described there."""
    texts = [line.texts for d in documents for line in d.lines]
    found = differences(texts)
    return {
        "law": law.manifest.slug,
        "edition": record.facts.slug,
        "docs": [_entry(d) for d in documents],
        "text": "".join(f"{t.written}\n" for t in texts),
        "other": found.usual,
        "fix": list(chain.from_iterable(found.fixes)),
        "full": dict(found.full),
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
