"""Data files of the search box: one list of the laws, and the text of each edition as a script of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from build_tools.grammar.wording import wording_for
from build_tools.model.export import ExportedFile, ExportInputs
from build_tools.model.site import LawRecord
from build_tools.pages.found import Document
from build_tools.pages.registry import documents
from build_tools.search.characters import character_tables
from build_tools.search.doc_list import kind_names
from build_tools.search.folding import Folded, fold_documents
from build_tools.search.law_grams import law_grams
from build_tools.search.other_script import usual_counterparts
from build_tools.search.rank_index import rank_data
from build_tools.search.shard_data import shard_data

FOLDER = "assets/search"
#: A site of more laws than this has an index that says which of them to open for a query.
MANY = 100


def search_files(inputs: ExportInputs, many: int = MANY) -> Iterator[ExportedFile]:
    """All files, in order of path; the same site gives the same bytes.

    ``laws.js`` lists the laws, their editions (newest first) with their files, and the characters that count as
    one; ``{law}.{hash}.js`` holds what can be found in one edition, in the script it was written in and how the
    other one differs, ``{law}.rank.{hash}.js`` what orders it. All are scripts that call ``self.duizhaoSearch``,
    because a page that was opened from a disk can load nothing else. Where there are more than ``many`` laws,
    ``grams-{n}.{hash}.js`` say which laws hold a word in their newest edition.
    """
    found = {
        (law.manifest.slug, record.facts.slug): tuple(documents(law, record))
        for law, record in inputs.site.editions()
    }
    written, characters = _characters(found.values())
    usual = usual_counterparts(*written)
    folded = {place: fold_documents(edition) for place, edition in found.items()}
    files: dict[str, bytes] = {}
    laws: list[object] = []
    for law in inputs.site.laws:
        manifest, editions = law.manifest, []
        for facts in (record.facts for record in law.editions):
            place = (manifest.slug, facts.slug)
            text = _call("add", shard_data(manifest, facts.slug, found[place], folded[place], usual))
            rank = _call("rank", rank_data(*place, found[place], folded[place]))
            editions.append({
                "edition": facts.slug, "label": facts.label,
                "file": _keep(files, manifest.slug, text), "rank": _keep(files, f"{manifest.slug}.rank", rank),
            })  # fmt: skip
        title, short = manifest.title, manifest.short
        laws.append({"law": manifest.slug, "title": title, "short": short, "editions": editions})
    wording = wording_for("\n".join(lines.written) for lines in folded.values())
    # a reader's word is folded by the same table: 駭客 must become 骇客 also where no law of the site writes 骇
    characters.update(*(str(row[0]) for row in wording))
    listing = {
        **character_tables(characters, usual),
        "kinds": kind_names(),
        "wording": wording,
        "grams": _gram_files(inputs.site.laws, folded, files) if len(laws) > many else [],
        "laws": laws,
    }
    files[f"{FOLDER}/laws.js"] = _call("laws", listing)
    for path, data in sorted(files.items()):
        yield ExportedFile(path, data)


def _gram_files(
    laws: Iterable[LawRecord], folded: Mapping[tuple[str, str], Folded], files: dict[str, bytes]
) -> list[str]:
    """Put the index over the newest editions of all laws among the files; their paths."""
    newest = [folded[law.manifest.slug, law.editions[0].facts.slug] for law in laws]
    rows = enumerate(law_grams(newest))
    return [_keep(files, f"grams-{number}", _call("grams", number, data)) for number, data in rows]


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


def _call(name: str, *data: object) -> bytes:
    text = ",".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in data)
    return f"self.duizhaoSearch.{name}({text});\n".encode()
