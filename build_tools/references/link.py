"""References across the laws of a site: which law a name means, and what laws are called that are not here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from build_tools.model.directory import LawDirectory, LawEntry
from build_tools.model.locale import Localized
from build_tools.model.manifest import Status
from build_tools.model.reference import REFERENCES
from build_tools.model.site import LawRecord
from build_tools.references.find.names import law_names
from build_tools.text.script import fold_script


def link_laws(laws: Iterable[LawRecord], to_hant: Callable[[str], str]) -> LawDirectory:
    """All laws of a site by title and short name; a name that two laws share leads to neither.

    Of several editions the one in force is meant, else the newest. ``to_hant`` gives the name of a cited law
    in Traditional: targets name laws in Simplified.
    """
    laws = tuple(laws)
    found: dict[str, LawEntry | None] = {}
    for law in laws:
        record = next((e for e in law.editions if e.facts.status is Status.IN_FORCE), law.editions[0])
        known = record.text.ids()
        entry = LawEntry(law.manifest.slug, record.facts.slug, law.manifest.title, record, known)
        for name in _names(law):
            found[name] = entry if found.get(name, entry) is entry else None
    entries = {name: entry for name, entry in found.items() if entry is not None}
    cited = dict.fromkeys(_cited(laws))
    return LawDirectory(entries, {name: Localized(to_hant(name), name) for name in cited})


def _cited(laws: Iterable[LawRecord]) -> Iterator[str]:
    for law in laws:
        for edition in law.editions:
            for record in edition.records():
                for reference in record.layers[REFERENCES].items:
                    yield from (target.law for target in reference.targets if target.law)


def _names(law: LawRecord) -> set[str]:
    names = law_names()
    titles = (*law.manifest.title, *law.manifest.short)
    return {names.target(fold_script(title)) for title in titles if title}
