"""What stands above the two columns of a text."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.pages.messages import catalogue
from build_tools.pages.names import LANGUAGES, SCRIPTS, Tree
from build_tools.pages.runs import Texts
from build_tools.pages.urls import LOCALES


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """Which script a column is in, and whether it was written or converted."""

    lang: str
    script: str
    words: str


def column_heads(texts: Texts, tree: Tree) -> tuple[ColumnHead, ...]:
    """The two columns of a tree, each named in its own script: 繁體（原文）, 简体（由繁体转换）."""
    heads = []
    for locale in (tree.locale, LOCALES[1 - LOCALES.index(tree.locale)]):
        script = SCRIPTS[locale]
        key = "source" if script is texts.script else "derived"
        words = catalogue(locale)(f"site.column.{key}")
        heads.append(ColumnHead(LANGUAGES[locale], script.value.lower(), words))
    return tuple(heads)
