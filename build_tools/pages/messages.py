"""Words of the interface, from the catalogues in build_tools/messages/{locale}/*.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from build_tools.model.locale import BY_TAG, MESSAGES, Locale


@dataclass(frozen=True, slots=True)
class Messages:
    """One catalogue: flat keys such as ``article.previous``."""

    locale: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key with ``{name}`` places filled; KeyError if the catalogue lacks it."""
        words = self.words[key]
        return words.format(**values) if values else words


@cache
def catalogue(locale: Locale) -> Messages:
    """All files of a locale as one catalogue: file ``search.toml`` with ``[box] hint`` gives ``search.box.hint``.

    Words that it lacks are those of its fallback. Raises ValueError if a key holds anything but words.
    """
    words = {**catalogue(BY_TAG[locale.fallback]).words} if locale.fallback else {}
    for path in sorted((MESSAGES / locale.tag).glob("*.toml")):
        words.update(_flat(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))))
    return Messages(locale.tag, words)


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{prefix}.{key}"
        if isinstance(value, dict):
            yield from _flat(name, value)
        elif isinstance(value, str):
            yield name, value
        else:
            raise ValueError(f"{name}: words expected, not {value!r}")
