"""What the search says in one tree: one script file, fetched by the browser when a reader first searches."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from build_tools.model.export import ExportedFile, ExportInputs
from build_tools.model.locale import LOCALES, Locale
from build_tools.pages.messages import catalogue
from build_tools.pages.registry import search_kinds
from build_tools.render.templates import Templates

#: Words that scripts say; the rest of the catalogue is for templates.
_SAID = ("search.say.", "search.unit.", "search.proposal.", "wording.of.", "verify.say.", "controls.copy.")


def interface_files(inputs: ExportInputs) -> Iterator[ExportedFile]:
    """One file a tree: the words of the interface, the names of what is found, and the markup of the box.

    Its name changes with its content; every page of the tree names it.
    例: ``self.duizhaoSearch.interface({"words":{"search.say.none":"沒有查得…"},"kinds":{"provision":"條文"},"box":"<p…"});``.
    """
    templates = Templates(inputs.templates)
    for locale in LOCALES:
        text = json.dumps(_interface(templates, locale), ensure_ascii=False, separators=(",", ":"))
        data = f"self.duizhaoSearch.interface({text});\n".encode()
        path = f"assets/search/interface.{locale.tag}.{sha256(data).hexdigest()[:8]}.js"
        yield ExportedFile(path, data, tree=locale.tag)


def _interface(templates: Templates, locale: Locale) -> dict[str, object]:
    words = catalogue(locale)
    said = {key: text for key, text in sorted(words.words.items()) if key.startswith(_SAID)}
    kinds = {kind: words(key) for kind, key in search_kinds().items()}
    return {"words": said, "kinds": kinds, "box": templates.render("parts/search_box", t=words)}
