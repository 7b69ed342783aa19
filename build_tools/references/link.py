"""References to other laws of the site: which edition they mean, and whether it has the provision that is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from build_tools.model.feedback import fragment_spans
from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText, line_spans
from build_tools.model.manifest import Status
from build_tools.model.reference import Doubt, Reference
from build_tools.model.site import EditionRecord, FeedbackRecord, LawRecord
from build_tools.model.source import Span
from build_tools.model.target import Target
from build_tools.references.find.names import law_names
from build_tools.references.resolve.references import report_doubts


@dataclass(frozen=True, slots=True)
class LawEntry:
    """One law of the site: the edition that others mean when they name it, and what it holds."""

    law: str
    edition: str
    title: tuple[str, str]
    """zh-Hant, zh-Hans."""
    places: frozenset[str]
    """Ids of articles, of their lines and of headings."""


@dataclass(frozen=True, slots=True)
class LawDirectory:
    """All laws of a site."""

    entries: Mapping[str, LawEntry] = field(default_factory=dict)
    """By the name that targets use: Simplified, without 中华人民共和国."""

    def find(self, target: Target) -> tuple[LawEntry, str] | None:
        """The law that a target means and the place in it that a link leads to; None if the site does not hold it.

        The place is the article where the edition has no such 款 or 項, and "" for the law as a whole or where it
        has not even the article. 例: ``law:网络安全法#art-59-p1``.
        """
        entry = self.entries.get(target.law or "")
        if entry is None:
            return None
        return entry, next((place for place in (target.place, target.page) if place in entry.places), "")


def law_directory(laws: Iterable[LawRecord]) -> LawDirectory:
    """All laws by title and short name; a name that two laws share leads to neither.

    Of several editions the one in force is meant, else the newest. 例: 网络安全法 and 网安法 are one entry.
    """
    found: dict[str, LawEntry | None] = {}
    for law in laws:
        record = next((e for e in law.editions if e.facts.status is Status.IN_FORCE), law.editions[0])
        manifest = law.manifest
        entry = LawEntry(manifest.slug, record.facts.slug, manifest.title, _places(record.text))
        titles = (*manifest.title, *manifest.short)
        for name in {law_names().target(title) for title in titles if title}:
            found[name] = entry if found.get(name, entry) is entry else None
    return LawDirectory({name: entry for name, entry in found.items() if entry is not None})


def link_laws(laws: tuple[LawRecord, ...], log: IssueLog) -> tuple[LawRecord, ...]:
    """The laws of a site with their references held against each other; each new doubt is told to ``log``.

    例: an older 实施条例 cites 第十条第三款 of a law whose edition here has two 款 in 第十条.
    """
    directory = law_directory(laws)

    def linked(record: EditionRecord, law: str) -> EditionRecord:
        references = _checked(record, directory, law, log)
        feedback = (replace(f, references=_checked(f, directory, law, log)) for f in record.feedback)
        return replace(record, references=references, feedback=tuple(feedback))

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


def _checked(
    record: EditionRecord | FeedbackRecord, directory: LawDirectory, law: str, log: IssueLog
) -> tuple[Reference, ...]:
    references = link(record.references, directory, law)
    new = [a for a, b in zip(references, record.references, strict=True) if a is not b]
    if new:
        report_doubts(new, _spans(record), record.source, log)
    return references


def _spans(record: EditionRecord | FeedbackRecord) -> dict[str, Span]:
    return line_spans(record.text) if isinstance(record, EditionRecord) else fragment_spans(record.submission)


def _places(text: LawText) -> frozenset[str]:
    return frozenset({*line_spans(text), *(str(a.id) for a in text.articles), *(h.id for h in text.headings)})
