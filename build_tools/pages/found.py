"""What a search finds: documents of lines with their addresses. Each kind of page says which are on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.locale import Localized
from build_tools.model.runs import Texts
from build_tools.model.source import Span
from build_tools.model.variant import Script

_LINE_ENDS = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class TwoScripts:
    """One line as written and in the other script; ``hans`` if it was written in Simplified."""

    written: str
    other: str
    hans: bool


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line and its fragment on the page; "" is the page itself."""

    at: str
    texts: TwoScripts


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What several words must stand in together: an article, an opinion, a section, a part.

    ``page`` is a name below the edition's front page, "" that page itself; ``head`` says that the first line is
    the heading; ``within`` is the id of the top-level heading that an article, a heading, or the article that is
    spoken of stands under, "" for none.
    """

    kind: str
    page: str
    lines: tuple[FoundLine, ...]
    head: bool = False
    within: str = ""


def found_line(texts: Texts, at: str, *spans: Span) -> FoundLine:
    """Spans of a file as one line in both scripts, with a blank between them."""
    pairs = [texts.pair(span) for span in spans]
    written = _joined(p.source.text for p in pairs)
    other = _joined((p.derived or p.source).text for p in pairs)
    return FoundLine(at, TwoScripts(written, other, hans=texts.script is Script.HANS))


def found_words(texts: Texts, at: str, words: Localized) -> FoundLine:
    """Words of the interface or of a manifest, in the order of the scripts of a file."""
    mine, other = words.in_script(texts.script), words.in_script(texts.script.other)
    return FoundLine(at, TwoScripts(mine, other, hans=texts.script is Script.HANS))


def _joined(texts: Iterable[str]) -> str:
    return " ".join(_LINE_ENDS.sub(" ", text).strip() for text in texts)
