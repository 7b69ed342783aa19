"""The lists of the coverage page: each entry a place, the sentence that it stands on, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Item, Paragraph, walk_lines
from build_tools.model.penalty import NamedBy, Passage, PenaltyRow
from build_tools.model.runs import Mark, MarkKind, Pair
from build_tools.model.source import Span
from build_tools.pages.links import article_of
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.penalty_cover import Named, Unnamed
from build_tools.pages.place_names import line_name
from build_tools.penalties.duties import DUTIES, Bearer, DutySentence


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverEntry:
    """One entry of a list."""

    id: str
    place: Link
    key: tuple[str, ...]
    """What is marked in the sentence, in words: 應當, 罰款."""
    lines: tuple[Pair, ...]
    items: tuple[Pair, ...]
    """項 that belong to the sentence, shown on demand."""
    note: str = ""
    links: tuple[Link, ...] = ()
    """Provisions that the note is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSection:
    """One list; ``id`` is the key of its words."""

    id: str
    rows: tuple[CoverEntry, ...]
    folded: bool = False
    general: tuple[Link, ...] = ()
    """Provisions whose consequences remain for whatever is listed."""
    silent: int = 0
    """How many 款 punish without naming an article; said where it matters."""


def cover_sections(tree: LocalizedEdition) -> tuple[CoverSection, ...]:
    """All lists that are not empty, duties that nothing names first."""
    cover = tree.edition.coverage
    general = tuple(_provisions(tree, (row for row in cover.general if row.kind != "discipline")))
    silent = len(cover.unnamed)
    found = (
        CoverSection(id="gaps", rows=_duties(tree, "gap", cover.gaps), general=general, silent=silent),
        CoverSection(id="unnamed", rows=tuple(_unnamed(tree, u) for u in cover.unnamed)),
        CoverSection(id="orders", rows=tuple(_rows(tree, "orders", g) for g in cover.orders)),
        CoverSection(id="left-out", rows=tuple(_named(tree, "left-out", n) for n in cover.left_out)),
        CoverSection(
            id="without-duty", rows=tuple(_named(tree, "without-duty", n) for n in cover.without_duty)
        ),
        CoverSection(id="general", rows=tuple(_rows(tree, "general", g) for g in _grouped(cover.general))),
        CoverSection(id="office", rows=_duties(tree, "office", cover.office_gaps), folded=True),
    )
    return tuple(section for section in found if section.rows)


def _duties(tree: LocalizedEdition, prefix: str, duties: Iterable[DutySentence]) -> tuple[CoverEntry, ...]:
    """Several sentences of one 款 are numbered: gap-art-16-p2, gap-art-16-p2-2."""
    counted: dict[str, int] = {}
    out = []
    for duty in duties:
        name = f"{prefix}-{duty.at}"
        counted[name] = counted.get(name, 0) + 1
        out.append(_duty(tree, duty, name if counted[name] == 1 else f"{name}-{counted[name]}"))
    return tuple(out)


def _duty(tree: LocalizedEdition, duty: DutySentence, name: str) -> CoverEntry:
    texts = tree.edition.texts
    marks = tuple(_mark(modal.words, MarkKind.CITING) for modal in duty.modals)
    others = tree.edition.coverage.named.get(article_of(str(duty.at)), ())
    unstated = duty.bearer is Bearer.UNSTATED
    note = "elsewhere" if others else "unstated" if unstated else ""
    return CoverEntry(
        id=name,
        place=_place(tree, duty.at),
        key=tuple(dict.fromkeys(texts.say(modal.words.span, tree.script) for modal in duty.modals)),
        lines=(texts.pair(duty.span, marks),),
        items=tuple(texts.pair(item.span, marks) for item in duty.items),
        note=tree.words(f"penalty_coverage.note.{note}") if note else "",
        links=tuple(_provisions(tree, others)),
    )


def _unnamed(tree: LocalizedEdition, unnamed: Unnamed) -> CoverEntry:
    """The 款, or only those of its 項 that name no article."""
    entry = _rows(tree, "unnamed", unnamed.rows)
    texts = tree.edition.texts
    shown = unnamed.items or tuple(item.at for item in unnamed.provision.items)
    items = tuple(texts.pair(line.span) for at in shown if (line := _line(tree, at)))
    note = "items" if unnamed.items else ""
    said = tree.words(f"penalty_coverage.note.{note}") if note else ""
    return CoverEntry(
        id=entry.id, place=entry.place, key=entry.key, lines=entry.lines, items=items, note=said
    )  # fmt: skip


def _rows(tree: LocalizedEdition, section: str, rows: tuple[PenaltyRow, ...]) -> CoverEntry:
    """A 款 with its measures marked, and the words of its conduct underlined."""
    at = rows[0].provision.at
    marks = [_mark(row.span, MarkKind.MEASURE) for row in rows]
    marks += [_mark(row.conduct, MarkKind.READ) for row in rows if row.conduct]
    places = dict.fromkeys((at, *(row.span.at for row in rows)))
    lines = (line for place in places if (line := _line(tree, place)))
    names = dict.fromkeys(tree.words(f"penalties.kind.{row.kind}") for row in rows)
    named = tuple(dict.fromkeys(duty.target.page for row in rows for duty in row.duties))
    named_links = tuple(tree.article_link(page) for page in named if page in tree.edition.articles)
    return CoverEntry(
        id=f"{section}-{at}",
        place=_place(tree, at),
        key=tuple(names),
        lines=tuple(tree.edition.texts.pair(line.span, dict.fromkeys(marks)) for line in lines),
        items=(),
        note=tree.words("penalty_coverage.note.violates") if named_links else "",
        links=named_links,
    )


def _named(tree: LocalizedEdition, section: str, named: Named) -> CoverEntry:
    """A provision in full, its modal words marked if it has any, and who names it or what stands beside it."""
    line = _line(tree, named.at) or _line(tree, ProvisionId(named.at.article, 1))
    duties = tree.edition.record.layers[DUTIES].items
    held = [duty for duty in duties if named.at.contains(duty.at)]
    marks = [_mark(modal.words, MarkKind.CITING) for duty in held for modal in duty.modals]
    texts = tree.edition.texts
    said = dict.fromkeys(texts.say(modal.words.span, tree.script) for duty in held for modal in duty.modals)
    none = tree.words("penalty_coverage.no-duty")
    items = line.items if isinstance(line, Paragraph) else ()
    return CoverEntry(
        id=f"{section}-{named.at}",
        place=_place(tree, named.at),
        key=tuple(said) or (none,),
        lines=(texts.pair(line.span, marks),) if line else (),
        items=tuple(texts.pair(item.span, marks) for item in items),
        note=tree.words(f"penalty_coverage.note.{section}"),
        links=tuple(_provisions(tree, named.rows)),
    )


def _provisions(tree: LocalizedEdition, rows: Iterable[PenaltyRow]) -> Iterator[Link]:
    """款 that hold these rows, each once; one that only follows from another (上述) is left out."""
    own = [row.provision for row in rows if row.provision.named_by is not NamedBy.REFERENCE]
    for at in sorted({provision.at for provision in own}):
        yield _place(tree, at)


def _grouped(rows: Iterable[PenaltyRow]) -> list[tuple[PenaltyRow, ...]]:
    found: dict[ProvisionId, list[PenaltyRow]] = {}
    for row in rows:
        found.setdefault(row.provision.at, []).append(row)
    return [tuple(group) for group in found.values()]


def _place(tree: LocalizedEdition, at: ProvisionId) -> Link:
    return Link(tree.edition.links.href(str(at)), line_name(tree, at))


def _line(tree: LocalizedEdition, at: ProvisionId) -> Paragraph | Item | None:
    article = tree.edition.record.text.article(at)
    return next((line for line in walk_lines(article) if line.id == at), None) if article else None


def _mark(passage: Passage, kind: MarkKind) -> Mark:
    span: Span = passage.span
    return Mark(span.start, span.end, kind)
