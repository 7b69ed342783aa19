"""Interface words: both catalogues have the same keys, none is empty, and each key that is asked for is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.checks.check import Check
from build_tools.model.issue import Issue, file_error
from build_tools.model.locale import LOCALES
from build_tools.pages.messages import Messages, catalogue

#: t("shell.skip") in a template, words("shell.skip") or messages("shell.skip") in code; a key put together from
#: pieces (t("facts." ~ name)) is checked when its page is made.
_ASKED = re.compile(r"""\b(?:t|words|messages|say)\(\s*(['"])([a-z][a-z0-9-]*(?:\.[a-z0-9_-]+)+)\1\s*[,)]""")
_PLACES = re.compile(r"\{([a-z_]*)")


class CatalogueCheck(Check):
    """Findings E530 and E531 about the catalogues and what the templates ask of them."""

    def start(self) -> Iterator[Issue]:
        """Compare the catalogues with each other and with each template."""
        folder = self.inputs.templates
        files = sorted(folder.rglob("*.html")) if folder else []
        asking = ((file.as_posix(), file.read_text(encoding="utf-8")) for file in files)
        yield from check_catalogues(map(catalogue, LOCALES), asking)


def check_catalogues(catalogues: Iterable[Messages], asking: Iterable[tuple[str, str]]) -> Iterator[Issue]:
    """Findings about these catalogues; ``asking`` are name and text of each template that asks for words."""
    catalogues = tuple(catalogues)
    every = sorted({key for c in catalogues for key in c.words})
    for words in catalogues:
        folder = f"build_tools/messages/{words.locale}"
        for key in every:
            if key not in words.words:
                yield file_error("E530", folder, f"no words for {key!r}, which another catalogue has")
            elif not words.words[key].strip():
                yield file_error("E531", folder, f"{key!r} is empty")
    for key in every:
        if len({frozenset(_PLACES.findall(c.words.get(key, ""))) for c in catalogues}) > 1:
            message = f"the words for {key!r} have other {{places}} in each catalogue"
            yield file_error("E530", "build_tools/messages", message)
    known = set(every)
    for name, text in asking:
        for found in _ASKED.finditer(text):
            if found[2] not in known:
                yield file_error("E530", name, f"asks for {found[2]!r}, for which there are no words")
