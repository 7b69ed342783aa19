"""Where a penalty and the article that it names use other words: for whom they mean, for what is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.ids import ProvisionId
from build_tools.model.law import walk_lines
from build_tools.model.penalty import Duty, NamedBy, Passage, PenaltyRow
from build_tools.model.runs import Run
from build_tools.model.source import Span
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.penalty_figures import run_of
from build_tools.penalties.duties import Bearer
from build_tools.text.fold import fold_characters

#: Folded: what stands between the last article that is named and what is done.
_AFTER_NAMES = re.compile(r"[^，,。；;]*规定[，,]\s*")
#: Folded: words that only lead to a list.
_LIST = re.compile(r"下列|之一的?\Z")
#: Names its article by itself; a 款 that goes on from another (上述, 有前款行為) speaks of those already punished.
_OWN_NAMES = (NamedBy.NAMED, NamedBy.ITEMS)


@dataclass(frozen=True, slots=True)
class OtherBearer:
    """The penalty and the article say in other words whom they address."""

    theirs: Run
    ours: tuple[Run, ...]


def other_bearer(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str) -> OtherBearer | None:
    """Whom the penalty addresses and whom the article binds, where both say it and in other words."""
    own = (row.provision for row in rows if row.provision.named_by is not NamedBy.REFERENCE)
    actor = next((provision.actor for provision in own if provision.actor), None)
    if actor is None:
        return None
    texts = tree.edition.texts
    parts = tree.edition.penalties.named_parts(key, rows)
    bound: dict[str, Passage] = {}
    for duty in tree.edition.duties.get(key, ()):
        named = parts == ("",) or any(duty.at.fragment == part.partition("-")[0] for part in parts)
        for modal in duty.modals if named else ():
            if modal.subject and modal.bearer is Bearer.OTHERS:
                words = texts.shown[modal.subject.span.start : modal.subject.span.end]
                bound.setdefault(fold_characters(words), modal.subject)
    theirs = fold_characters(texts.shown[actor.span.start : actor.span.end])
    if not bound or theirs in bound:
        return None
    runs = (run_of(tree, passage) for passage in bound.values())
    return OtherBearer(texts.pair(actor.span).in_script(tree.script), tuple(run for run in runs if run))


def other_conduct(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str) -> tuple[Run, ...]:
    """What the penalty says is done, beside naming the article, where the article has no such words.

    違反本法第十二條的規定，擾亂實名注冊等制度的: the article must be broken, and this must be so.
    """
    texts = tree.edition.texts
    article = tree.edition.record.text.article(ProvisionId.parse(key))
    here = "".join(fold_characters(line.text) for line in walk_lines(article)) if article else ""
    found: dict[str, Span] = {}
    for span in dict.fromkeys(_conducts(tree, rows, key)):
        said = fold_characters(texts.shown[span.start : span.end])
        if said.removesuffix("的") not in here and not _LIST.search(said):
            found.setdefault(said, span)
    return tuple(texts.pair(span).in_script(tree.script) for span in found.values())


def _conducts(tree: LocalizedEdition, rows: tuple[PenaltyRow, ...], key: str) -> Iterator[Span]:
    index, lines = tree.edition.penalties, tree.edition.record.lines()
    for row in rows:
        provision = row.provision
        if provision.named_by not in _OWN_NAMES:
            continue
        named = [item for item in provision.items if any(index.names(duty, key) for duty in item.duties)]
        for item in named:
            yield from _behind(tree, item.duties, lines[str(item.at)])
        if not named and row.conduct:
            yield from _behind(tree, row.duties, row.conduct.span)


def _behind(tree: LocalizedEdition, duties: tuple[Duty, ...], within: Span) -> Iterator[Span]:
    """What follows the articles that are named, up to its end."""
    ends = (duty.words.span.end for duty in duties if within.start <= duty.words.span.start < within.end)
    start = max(ends, default=None)
    if start is None:
        return
    folded = fold_characters(tree.edition.texts.shown[start : within.end])
    if found := _AFTER_NAMES.match(folded):
        said = folded.rstrip("；;。 \u00a0")
        if found.end() < len(said):
            yield Span(within.source, start + found.end(), start + len(said))
