"""Languages of the interface: data in ``messages/locales.toml``; a new one is an entry there and a catalogue."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from build_tools.model.variant import Script

MESSAGES = Path(__file__).parents[1] / "messages"


class Localized(NamedTuple):
    """The same words in both scripts, as a manifest gives them: 網絡犯罪防治法, 网络犯罪防治法."""

    hant: str
    hans: str

    def in_script(self, script: Script) -> str:
        """The words in one script."""
        return self.hant if script is Script.HANT else self.hans


NO_WORDS = Localized("", "")


@dataclass(frozen=True, slots=True)
class Locale:
    """One language of the interface: a catalogue, a tree of pages, and the script of the law that comes first in it."""

    tag: str
    """``zh-hant``: the tree's folder and the catalogue's."""
    lang: str
    """``zh-Hant``: for ``lang`` and ``hreflang``."""
    script: Script
    theme: str
    """What the theme calls the language."""
    fallback: str = ""
    """Tag of the locale whose words stand in for those that this catalogue lacks; "" if it may lack none."""

    @property
    def scripts(self) -> tuple[Script, Script]:
        """The script that comes first here, and the other."""
        return self.script, self.script.other


def read_locales(folder: Path = MESSAGES) -> tuple[Locale, ...]:
    """The entries of ``locales.toml`` in their order; the root page and 404.html are in the first one's words."""
    rows = tomllib.loads((folder / "locales.toml").read_text(encoding="utf-8"))
    return tuple(
        Locale(
            tag, row["lang"], Script(row["script"]), row.get("theme", row["lang"]), row.get("fallback", "")
        )
        for tag, row in rows.items()
    )


LOCALES = read_locales()
BY_TAG = {locale.tag: locale for locale in LOCALES}


def locale_of(path: str) -> Locale | None:
    """The locale whose tree a page's path lies in; None for the root page and the like."""
    return BY_TAG.get(path.partition("/")[0])


def writes(script: Script) -> Locale:
    """The first locale whose words are in this script: for words that belong to a column, not to the page."""
    return next((locale for locale in LOCALES if locale.script is script), LOCALES[0])


def in_tree(path: str, locale: Locale) -> str:
    """The same page in another tree.

    >>> in_tree("zh-hant/x/y/art-1/", LOCALES[1])
    'zh-hans/x/y/art-1/'
    """
    return f"{locale.tag}/{path.partition('/')[2]}"
