"""The laws of a site by name: where a reference to another law leads, and what that law is called."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.model.locale import Localized
from build_tools.model.site import LawRecord
from build_tools.model.target import Target


@dataclass(frozen=True, slots=True)
class LawEntry:
    """One law of the site: the edition that others mean when they name it, and what it holds."""

    law: str
    edition: str
    title: Localized
    places: frozenset[str]
    """Ids of articles, of their lines and of headings."""


@dataclass(frozen=True, slots=True)
class LawDirectory:
    """All laws of a site, and the names of those that are cited and not here."""

    entries: dict[str, LawEntry] = field(default_factory=dict)
    """By the name that targets use: Simplified, without 中华人民共和国."""
    names: dict[str, Localized] = field(default_factory=dict)
    """What each cited law is called, by the same name."""
    compared: dict[str, LawRecord] = field(default_factory=dict)
    """Laws whose penalties are shown beside those of another one, by slug."""

    def find(self, target: Target) -> tuple[LawEntry, str] | None:
        """The law that a target means and the place in it that a link leads to; None if the site does not hold it.

        The place is the article where the edition has no such 款 or 項, and "" for the law as a whole or where it
        has not even the article. 例: ``law:网络安全法#art-59-p1``.
        """
        entry = self.entries.get(target.law or "")
        if entry is None:
            return None
        return entry, next((place for place in (target.place, target.page) if place in entry.places), "")
