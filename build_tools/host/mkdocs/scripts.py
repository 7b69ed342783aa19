"""Our scripts as they are published: without comments, and the search's modules in few files. The only user of rjsmin."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

import rjsmin

_FOLDER = "assets/javascripts"
_ROOM = f"{_FOLDER}/search"
#: Modules of `assets/javascripts/search/` in the order in which they need each other, by the file they are published in.
BUNDLES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "search-engine": (
        "fold", "shard", "grams", "rank", "law-grams", "numbers", "wording", "citation", "query", "scan", "order",
        "look-up", "show", "parts", "result", "candidates", "proposals", "engine",
    ),
    "search-quote": (
        "data", "edits", "align", "quote-lines", "quote-label", "quote-find", "quote-join", "quote-columns", "quote-compare",
        "quote-nearest", "quote", "quote-cite", "quote-rows", "quote-draw", "quote-cited", "quote-page",
    ),
    "search-box": (
        "data", "words", "recent", "session", "results", "offers", "sections", "facets", "chips", "combobox", "box-parts", "box",
    ),
    "search-page": (
        "data", "words", "recent", "session", "results", "offers", "sections", "facets", "chips", "page-parts", "page",
    ),
})  # fmt: skip
_LUNR = "contrib/search/templates/search/lunr.js"


def published(overrides: Path) -> dict[str, bytes]:
    """Every script of the site by its path; ``overrides`` holds the folder ``assets``.

    Modules of the search are in the files that BUNDLES names, and nowhere else; ``lunr.js`` is the library's own
    browser file, as it came with the host. ValueError if a module is in no bundle, or a bundle names none.
    """
    sources = {
        path.relative_to(overrides).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((overrides / "assets").rglob("*.js"))
    }
    rooms = {path: sources.pop(path) for path in list(sources) if path.startswith(f"{_ROOM}/")}
    named = {f"{_ROOM}/{name}.js" for names in BUNDLES.values() for name in names}
    if odd := named ^ rooms.keys():
        raise ValueError(
            f"{', '.join(sorted(odd))}: BUNDLES in {__name__} and the folder must name the same scripts"
        )
    for bundle, names in BUNDLES.items():
        sources[f"{_FOLDER}/{bundle}.js"] = "".join(rooms[f"{_ROOM}/{name}.js"] for name in names)
    made = {path: minified(source) for path, source in sources.items()}
    made[f"{_FOLDER}/lunr.js"] = _lunr()
    return {path: made[path].encode() for path in sorted(made)}


def minified(source: str) -> str:
    """The same program without comments and needless blanks.

    >>> minified('const a = /[/ ] /; // 註')
    'const a=/[/ ] /;'
    """
    return str(rjsmin.jsmin(source)) + "\n"


def _lunr() -> str:
    """The library with the comment that names its authors and its licence."""
    text = (files("mkdocs") / _LUNR).read_text(encoding="utf-8")
    licence, end, program = text.partition("*/")
    if "@license MIT" not in licence:
        raise ValueError(f"mkdocs/{_LUNR} does not begin with its licence")
    return f"{licence}{end}\n{minified(program)}"
