"""References to other laws of the site: which edition they mean, and whether it has the provision that is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from build_tools.model.directory import LawDirectory, LawEntry
from build_tools.model.issue import IssueLog
from build_tools.model.locale import Localized
from build_tools.model.manifest import Status
from build_tools.model.reference import REFERENCES, Doubt, Reference
from build_tools.model.site import EditionRecord, FeedbackRecord, LawRecord
from build_tools.model.target import Target
from build_tools.references.find.names import law_names
from build_tools.references.resolve.references import report_doubts

R = TypeVar("R", EditionRecord, FeedbackRecord)


def law_directory(laws: Iterable[LawRecord], to_hant: Callable[[str], str]) -> LawDirectory:
    """All laws by title and short name; a name that two laws share leads to neither.

    Of several editions the one in force is meant, else the newest. 例: 网络安全法 and 网安法 are one entry. Targets name
    laws in Simplified: ``to_hant`` gives the Traditional name of those that are cited.
    """
    laws = tuple(laws)
    found: dict[str, LawEntry | None] = {}
    for law in laws:
        record = next((e for e in law.editions if e.facts.status is Status.IN_FORCE), law.editions[0])
        manifest = law.manifest
        entry = LawEntry(manifest.slug, record.facts.slug, manifest.title, record.text.ids())
        for name in {law_names().target(title) for title in (*manifest.title, *manifest.short) if title}:
            found[name] = entry if found.get(name, entry) is entry else None
    entries = {name: entry for name, entry in found.items() if entry is not None}
    cited = {name: Localized(to_hant(name), name) for name in dict.fromkeys(_cited(laws))}
    named = {slug for law in laws for slug in law.manifest.compare_penalties_with}
    return LawDirectory(entries, cited, {m.slug: law for law in laws if (m := law.manifest).slug in named})


def _cited(laws: Iterable[LawRecord]) -> Iterator[str]:
    records = (record for law in laws for edition in law.editions for record in edition.records())
    for reference in (r for record in records for r in record.layers[REFERENCES].items):
        yield from (target.law for target in reference.targets if target.law)


def link_laws(laws: Iterable[LawRecord], directory: LawDirectory, log: IssueLog) -> tuple[LawRecord, ...]:
    """The laws of a site with their references held against each other; each new doubt is told to ``log``.

    例: an older 实施条例 cites 第十条第三款 of a law whose edition here has two 款 in 第十条.
    """

    def linked(record: EditionRecord, law: str) -> EditionRecord:
        checked = _checked(record, directory, law, log)
        return replace(checked, feedback=tuple(_checked(f, directory, law, log) for f in record.feedback))

    return tuple(
        replace(law, editions=tuple(linked(record, law.manifest.slug) for record in law.editions))
        for law in laws
    )


def link(references: Iterable[Reference], directory: LawDirectory, law: str) -> tuple[Reference, ...]:
    """References with a doubt where the edition of another law lacks the provision; ``law`` is the citing one's slug."""
    return tuple(
        replace(r, doubt=Doubt.NOT_IN_EDITION.value)
        if r.doubt is None and any(_is_missing(t, directory, law) for t in r.targets)
        else r
        for r in references
    )


def _is_missing(target: Target, directory: LawDirectory, law: str) -> bool:
    found = directory.find(target) if target.law and target.place else None
    return found is not None and found[0].law != law and found[1] != target.place


def _checked(record: R, directory: LawDirectory, law: str, log: IssueLog) -> R:
    before = record.layers[REFERENCES].items
    references = link(before, directory, law)
    new = [a for a, b in zip(references, before, strict=True) if a is not b]
    if not new:
        return record
    report_doubts(new, record.lines(), record.source, log)
    return replace(record, layers=record.layers.replaced(REFERENCES, references, lambda r: r.at))
