"""A penalty as it is shown: one row for the table, the card of an article, the calculator and the exports alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, Item, Paragraph, walk_lines
from build_tools.model.penalty import (
    Modality,
    Passage,
    PenaltyRow,
    Subject,
)
from build_tools.model.runs import Mark, MarkKind, Pair, Run
from build_tools.pages.amounts import gain_words
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.measure_tables import (
    GROUPS,
    HEAVY,
    NATURAL_PERSONS,
    OPEN_AUTHORITY,
    VAGUE,
)
from build_tools.pages.penalty_figures import Figure, figure_of, own_words, run_of
from build_tools.pages.place_names import line_name, target_name
from build_tools.pages.provisions import article_number
from build_tools.text.fold import fold_characters

__all__ = [
    "Badge",
    "Figure",
    "ShownPenalty",
    "branch_name",
    "own_words",
    "run_of",
    "shown_penalty",
    "with_arms",
]

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ON_PEOPLE = (
    Subject.INDIVIDUAL,
    Subject.RESPONSIBLE_PERSONS,
    Subject.SUPERVISOR,
    Subject.PRINCIPAL,
    Subject.OFFICIAL,
)


@dataclass(frozen=True, slots=True)
class Badge:
    """並, 可 or 或 before a measure."""

    kind: str
    """``and``, ``may`` or ``or``."""
    word: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPenalty:
    """One row in one tree; links are from a page one level below the front page."""

    id: str
    article: str
    provision: str
    kind: str
    group: str
    """The chip of its kind; "" for liability."""
    name: str
    words: Run | None
    """The measure's own words, where they say more than its name."""
    vague: bool
    """True if the name alone says too little."""
    badges: tuple[Badge, ...]
    branches: tuple[str, ...]
    """Codes; empty for the base case."""
    branch: str
    branch_words: Run | None
    heavy: bool
    gain: str
    subject: str
    subject_name: str
    actor: str
    """Whom the provision addresses by name, where the measure falls on them; "" if nobody is named."""
    subject_words: Run | None
    people_only: bool
    figure: Figure
    authority: Run | None
    authorities: tuple[str, ...]
    authority_keys: tuple[str, ...]
    """The same, folded: what a filter knows them by."""
    authority_open: bool
    leads: tuple[Link, ...]
    """Where 依照前款規定處罰 leads."""
    doubts: tuple[str, ...]
    choice: str
    """``57.1-a1``; "" for a measure that is no arm of an or-list."""
    arm: str = ""
    """``first``, ``middle`` or ``last`` of the rows of its or-list."""
    place: Link
    """57①, to the line; ``note`` is the place in full."""
    anchor: str
    """Fragment of its words: ``f-57.1-3-hant``."""
    lines: tuple[Pair, ...]
    """The sentence, with the measure and all that was read marked."""

    @property
    def subject_keys(self) -> tuple[str, ...]:
        """What a filter knows its subject by: the code, and the words of the text without blanks."""
        words = "".join(fold_characters(self.actor).split())
        return (self.subject, words) if words else (self.subject,)

    @property
    def choice_list(self) -> str:
        """``57.1-a``, the or-list that it is an arm of."""
        return self.choice.rstrip("0123456789")


def shown_penalty(tree: LocalizedEdition, row: PenaltyRow) -> ShownPenalty:
    """One row in the words and the script of a tree; the cards of all articles that it names share it."""
    shown: ShownPenalty | None = tree.kept.get(row.id)
    if shown is None:
        shown = tree.kept[row.id] = _shown(tree, row)
    return shown


def _shown(tree: LocalizedEdition, row: PenaltyRow) -> ShownPenalty:
    words, lines = tree.words, _lines_of(tree, row)
    at = row.provision.at
    provision = line_name(tree, row.span.at)
    name = words(f"penalties.kind.{row.kind}")
    subject_words = row.subject_words or (row.provision.actor if row.subject is Subject.VIOLATOR else None)
    amount, figure = row.amount, figure_of(tree, row)
    return ShownPenalty(
        id=row.id, article=str(ProvisionId(at.article)), provision=str(at), kind=row.kind,
        group=GROUPS.get(row.kind, ""), name=name,
        words=None if amount else _more_than(tree, row.span, name),
        vague=row.kind in VAGUE, badges=_badges(tree, row),
        branches=tuple(b.value for b in row.cond), branch=branch_name(tree, row),
        branch_words=_more_than(tree, row.cond_words, branch_name(tree, row)) if row.cond else None,
        heavy=any(b in HEAVY for b in row.cond),
        gain=gain_words(row.gain, words, own_words(tree, row.gain.of, row.gain_words)) if row.gain else "",
        subject=row.subject.value, subject_name=words(f"penalties.subject.{row.subject.value}"),
        actor=_actor(tree, row), subject_words=run_of(tree, subject_words),
        people_only=row.kind in NATURAL_PERSONS and row.subject not in _ON_PEOPLE,
        figure=figure, authority=run_of(tree, row.authority_words),
        authorities=tuple(own_words(tree, body, row.authority_words) for body in row.authority),
        authority_keys=tuple(fold_characters(body).removesuffix("等") for body in row.authority),
        authority_open=any(OPEN_AUTHORITY.match(fold_characters(body)) for body in row.authority),
        leads=tuple(Link(tree.edition.links.href_of(t), target_name(tree, t)) for t in row.to if t.law is None),
        doubts=tuple(words(f"penalties.doubt.{code}") for code in row.doubts),
        choice=f"{row.id.rpartition('-')[0]}-{row.choice}" if row.choice else "",
        place=Link(tree.edition.links.href(str(row.span.at)), _short_place(tree, row.span.at), provision),
        anchor=anchor_of(tree, row), lines=lines,
    )  # fmt: skip


def _actor(tree: LocalizedEdition, row: PenaltyRow) -> str:
    """電信、金融、互聯網等服務提供者."""
    run = run_of(tree, row.provision.actor) if row.subject is Subject.VIOLATOR else None
    return run.text if run else ""


def anchor_of(tree: LocalizedEdition, row: PenaltyRow) -> str:
    """Fragment of a row's words where they are shown, in the script of the tree."""
    texts = tree.edition.texts
    script = tree.script if texts.pair(row.span.span).derived else texts.script
    return f"f-{tree.edition.penalties.anchors[row.id]}-{script.value.lower()}"


def branch_name(tree: LocalizedEdition, row: PenaltyRow) -> str:
    """一般, 情節嚴重, 拒不改正或者造成後果."""
    if not row.cond:
        return tree.words("penalties.branch.base")
    between = tree.words("penalties.branch.all" if row.cond_all else "penalties.branch.any")
    return between.join(tree.words(f"penalties.branch.{b.value}") for b in row.cond)


def _more_than(tree: LocalizedEdition, passage: Passage | None, name: str) -> Run | None:
    """The words of a passage, unless they are the name: 情節嚴重的 under 情節嚴重 says nothing new."""
    if passage is None:
        return None
    span = passage.span
    said = fold_characters(tree.edition.texts.shown[span.start : span.end])
    return (
        None
        if said.removesuffix("的").removeprefix("给予") == fold_characters(name)
        else run_of(tree, passage)
    )


def _badges(tree: LocalizedEdition, row: PenaltyRow) -> tuple[Badge, ...]:
    later_arm = bool(row.choice) and row.choice.lstrip("abcdefghijklmnopqrstuvwxyz") != "1"
    wanted = (("or", later_arm), ("may", row.modality is Modality.MAY), ("and", row.cumulative))
    words = tree.words
    return tuple(
        Badge(kind, words(f"penalties.badge.{kind}"), words(f"penalties.badge.{kind}-title"))
        for kind, is_so in wanted
        if is_so
    )


def _short_place(tree: LocalizedEdition, at: ProvisionId) -> str:
    """57①, 60①（三）; without the 款 where the article has one."""
    article = tree.edition.record.text.article(at)
    out = article_number(at.article)
    if at.paragraph and article and len(article.paragraphs) > 1:
        out += _CIRCLED[at.paragraph - 1] if at.paragraph <= len(_CIRCLED) else f"-{at.paragraph}"
    line = next((x for x in walk_lines(article) if x.id == at), None) if article else None
    return out + tree.edition.texts.say(line.marker_span, tree.script) if isinstance(line, Item) else out


def _lines_of(tree: LocalizedEdition, row: PenaltyRow) -> tuple[Pair, ...]:
    """The 款, and the 項 that holds the measure, with what was read marked."""
    article = tree.edition.record.text.article(row.provision.at)
    held = _chain(article, row.span.at) if article else []
    read = (row.cond_words, row.gain_words, row.subject_words, row.authority_words, row.amount_words)
    marks = [Mark(p.span.start, p.span.end, MarkKind.READ) for p in read if p]
    marks.append(Mark(row.span.span.start, row.span.span.end, MarkKind.MEASURE))
    return tuple(tree.edition.texts.pair(line.span, marks) for line in held)


def _chain(article: Article, at: ProvisionId) -> list[Paragraph | Item]:
    """The line at this address and those that it belongs to, the 款 first."""
    return [line for line in walk_lines(article) if line.id.contains(at)]


def with_arms(rows: Iterable[ShownPenalty]) -> Iterator[ShownPenalty]:
    """The same rows, those of one or-list told which is its first and last."""
    for name, group in groupby(rows, key=lambda row: row.choice_list):
        found = list(group)
        for i, row in enumerate(found):
            place = "first" if i == 0 else "last" if i == len(found) - 1 else "middle"
            yield replace(row, arm=place) if name and len(found) > 1 else row
