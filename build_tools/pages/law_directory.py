"""Other laws that this site holds: where a reference to them leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from build_tools.model.law import LawText, walk_lines
from build_tools.model.manifest import Status
from build_tools.model.site import EditionRecord, LawRecord, Site
from build_tools.model.target import Target
from build_tools.pages.urls import EditionUrls, relative
from build_tools.references.find.names import law_names
from build_tools.text.script import fold_script


@dataclass(frozen=True, slots=True)
class LawEntry:
    """One law of the site: the edition that others mean when they name it, and what it holds."""

    law: str
    edition: str
    title: tuple[str, str]
    """zh-Hant, zh-Hans."""
    record: EditionRecord
    known: frozenset[str]
    """Ids of articles, of their lines and of headings."""


@dataclass(frozen=True, slots=True)
class LawDirectory:
    """All laws of a site."""

    marks: Mapping[str, LawEntry]
    """By the name that targets use: Simplified, without 中华人民共和国."""


EMPTY = LawDirectory(MappingProxyType({}))


def law_directory(site: Site) -> LawDirectory:
    """All laws of a site by title and short name; a name that two laws share leads to neither.

    Of several editions the one in force is meant, else the newest.
    """
    found: dict[str, LawEntry | None] = {}
    for law in site.laws:
        record = next((e for e in law.editions if e.facts.status is Status.IN_FORCE), law.editions[0])
        mark = LawEntry(
            law.manifest.slug, record.facts.slug, law.manifest.title, record, _known(record.text)
        )
        for name in _names(law):
            found[name] = mark if found.get(name, mark) is mark else None
    return LawDirectory(MappingProxyType({name: mark for name, mark in found.items() if mark is not None}))


def directory_target(directory: LawDirectory, target: Target) -> tuple[LawEntry, str] | None:
    """The law and the provision in it that a target means; None if the site does not hold that law.

    The provision is "" for the law as a whole, and where the edition here has no such article.
    例: ``law:网络安全法#art-59-p1``.
    """
    mark = directory.marks.get(target.law or "")
    if mark is None:
        return None
    return mark, next((place for place in (target.place, target.page) if place in mark.known), "")


def directory_href(directory: LawDirectory, target: Target, urls: EditionUrls) -> str:
    """Link to another law's provision from a page one level below ``urls.front``; "" if it is not here."""
    found = directory_target(directory, target)
    if found is None or found[0].law == urls.law:
        return ""
    mark, provision = found
    there = EditionUrls(urls.locale, mark.law, mark.edition)
    goal = there.target(provision) if provision else there.front
    return relative(goal, urls.page("-"))


def _names(law: LawRecord) -> set[str]:
    names = law_names()
    titles = (*law.manifest.title, *law.manifest.short)
    return {names.target(fold_script(title)) for title in titles if title}


def _known(text: LawText) -> frozenset[str]:
    lines = {str(line.id) for article in text.articles for line in walk_lines(article)}
    return frozenset(lines | {str(a.id) for a in text.articles} | {h.id for h in text.headings})
