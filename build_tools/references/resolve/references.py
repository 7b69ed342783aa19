"""Citations of a text against what exists: every reference with its targets, or with the reason why it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_tools.model.ids import ProvisionId
from build_tools.model.issue import Issue, IssueLog, Severity, issue_at
from build_tools.model.reference import Anaphor, Citation, Doubt, Lead, Reference, ReferenceKind, Unit
from build_tools.model.source import SourceFile, Span
from build_tools.references.find.citations import find_citations
from build_tools.references.find.names import LawNames
from build_tools.references.resolve.law_index import Outline
from build_tools.references.resolve.line_context import LineKind, Reading, Thread
from build_tools.references.resolve.reader import GENERAL_TITLES, Reader
from build_tools.text.compact import compact
from build_tools.text.script import fold_script


@dataclass(frozen=True, slots=True)
class CitedLine:
    """One line to be searched: a 款, 項 or 目 (``context`` is its id), or a line of prose.

    ``folded`` is ``text`` in Simplified, one character for one. In prose ``context`` is the article that the
    line speaks of, if any; ``heading`` is the innermost heading above a provision.
    """

    at: str
    text: str
    folded: str
    span: Span
    context: ProvisionId | None = None
    heading: str | None = None
    kind: LineKind = LineKind.LAW


_SHORT = 4
"""Titles no longer than this are not looked for outside 《》, unless they are listed."""
_ODD = re.compile(r"[〈〉（）、，]")
_KINDS = {
    Unit.ARTICLE: ReferenceKind.ARTICLE, Unit.PARAGRAPH: ReferenceKind.PARAGRAPH,
    Unit.ITEM: ReferenceKind.ITEM, Unit.SUBITEM: ReferenceKind.ITEM,
}  # fmt: skip
_CODES = {
    Doubt.TARGET_MISSING: ("W401", "the law has no such provision"),
    Doubt.NO_ANTECEDENT: ("W402", "nothing stands before it that it could point to"),
    Doubt.RANGE_REVERSED: ("W403", "the range ends before it begins"),
    Doubt.RANGE_UNCLEAR: ("W403", "the ends of the range do not belong together"),
    Doubt.AMBIGUOUS: ("W404", "more than one provision fits"),
    Doubt.UNKNOWN_LAW: ("W405", "it is not clear which law is meant"),
    Doubt.OTHER_EDITION: ("N406", "another edition of this law is meant"),
    Doubt.UNIT_ORDER: ("W407", "項 stands before 款"),
    Doubt.ORDINAL_MISSING: ("N408", "the second 第 is missing"),
    Doubt.ITEM_CALLED_PARAGRAPH: ("N409", "the article has no such 款, but an 項 of this number"),
    Doubt.LAW_CARRIED: ("N410", "read as an article of the law named earlier in the sentence"),
    Doubt.PARENT_LAW: ("N411", "read as the law that this text implements, known from the title only"),
    Doubt.NOT_IN_EDITION: ("N413", "the edition of that law on this site has no such provision"),
    Doubt.SELF_NAME: ("N412", "the text calls itself otherwise than its title"),
}


def resolve_references(
    lines: Sequence[CitedLine],
    outline: Outline,
    names: LawNames,
    log: IssueLog | None = None,
    source: SourceFile | None = None,
) -> tuple[Reference, ...]:
    """All references of the lines in document order; groups are numbered through the whole document.

    ``names`` are the laws known by name, folded as ``CitedLine.folded`` is. What has no target or is doubtful is
    also told to ``log``, if the ``source`` of the lines is given. 例: 违反本法第十四条、第十五条 makes two
    references in group g1.
    """
    cited = [(line, find_citations(line.folded, names, line.text)) for line in lines]
    named = [c for _, citations in cited for c in citations if c.lead is Lead.LAW]
    # Short names that the text defines, and titles that it may name again without 《》: 化妆品监督管理条例第四十四条.
    aliases = _firsts((c.alias, c.law) for c in named if len(c.alias) > 1)
    long = (c.law for c in named if len(c.law) > _SHORT and not _ODD.search(c.law))
    titles = _firsts((fold_script(law), law) for law in long)
    known = {**titles, **{fold_script(n): n for n in outline.names}, **aliases}
    known = {name: law for name, law in known.items() if name not in names.canonical or name in aliases}
    if known:
        names = names.with_aliases(known, frozenset(known) & GENERAL_TITLES)
        cited = [
            (line, find_citations(line.folded, names, line.text) if _mentions(line.folded, known) else found)
            for line, found in cited
        ]
    reader = Reader(outline, aliases)
    references: list[Reference] = []
    groups = 0
    for line, citations in cited:
        thread = Thread(line.kind, line.context, line.heading)
        for run in _runs([(citation, reader.read(citation, thread)) for citation in citations]):
            groups += len(run) > 1
            group = f"g{groups}" if len(run) > 1 else None
            references += [_reference(line, reading, group) for reading in run]
    if log is not None and source is not None:
        report_doubts(references, {line.at: line.span for line in lines}, source, log)
    return tuple(references)


def _firsts(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names with the law that each stands for: the first one, if there are several."""
    found: dict[str, str] = {}
    for name, law in names:
        found.setdefault(name, law)
    return found


def _mentions(text: str, names: dict[str, str]) -> bool:
    small, _ = compact(text)
    return any(name in small for name in names)


def _runs(readings: Iterable[tuple[Citation, Reading | None]]) -> Iterable[list[Reading]]:
    """Lists: each member follows the one before with 、 or 和 only; provisions of one law, or whole laws."""
    run: list[Reading] = []
    for citation, reading in readings:
        goes_on = run and reading and citation.joined and _level(run[-1]) == _level(reading)
        if not goes_on and run:
            yield run
            run = []
        if reading is not None:
            run.append(reading)
    if run:
        yield run


def _level(reading: Reading) -> tuple[bool, str | None]:
    return reading.whole_law, None if reading.whole_law else reading.law


def _reference(line: CitedLine, reading: Reading, group: str | None) -> Reference:
    c = reading.citation
    return Reference(
        at=line.at, start=c.start, end=c.end, text=line.text[c.start : c.end], kind=_kind(reading),
        targets=tuple(dict.fromkeys(reading.places)), group=group,
        doubt=reading.doubt.value if reading.doubt else None, lead_start=c.lead_start, mark=c.mark,
    )  # fmt: skip


def _kind(reading: Reading) -> ReferenceKind:
    c = reading.citation
    if reading.whole_law:
        return ReferenceKind.LAW
    if c.mark is not None:
        return ReferenceKind.RANGE
    if reading.law is not None:
        return ReferenceKind.LAW_ARTICLE
    if c.anaphor is not Anaphor.NONE:
        return ReferenceKind.RELATIVE
    return _KINDS.get(c.path[-1].unit, ReferenceKind.CHAPTER)


def report_doubts(
    references: Iterable[Reference], spans: Mapping[str, Span], source: SourceFile, log: IssueLog
) -> None:
    """Tell the log each doubt with its place; ``spans`` gives each line's by the id in `Reference.at`.

    What the comparison of an opinion with the law has told of the same words, or of such words in the same line, is
    not told again: that the law has no such article (E304), or that nobody knows whose article it is (N322).
    """
    told: dict[int, list[Issue]] = {}
    for issue in log.issues:
        if issue.path == source.path and issue.code in ("E304", "N322"):
            told.setdefault(issue.line, []).append(issue)
    for reference in references:
        if reference.doubt is None:
            continue
        code, why = _CODES[Doubt(reference.doubt)]
        severity = Severity.WARNING if code[0] == "W" else Severity.NOTE
        start = spans[reference.at].start
        message = f"{reference.text}: {why}"
        issue = issue_at(source, start + reference.start, start + reference.end, code, severity, message)
        if not any(i.column == issue.column or i.words == reference.text for i in told.get(issue.line, ())):
            log.add(issue)
