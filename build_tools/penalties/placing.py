"""From a draft, which counts characters of folded lines, to a row, which counts those of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_tools.model.penalty import (
    Amount,
    Duty,
    Gain,
    NamedBy,
    Passage,
    PenaltyProvision,
    PenaltyRow,
    Reading,
)
from build_tools.model.reference import Reference
from build_tools.model.target import Target
from build_tools.penalties.bearers import Words, bodies
from build_tools.penalties.drafts import Draft, Place
from build_tools.penalties.kinds import KINDS
from build_tools.penalties.lines import Line

_REFERRING = ("refer", "refer_other_law", "public_security", "criminal", "legal_liability")


def placed(
    draft: Draft,
    number: int,
    lines: Sequence[Line],
    provision: PenaltyProvision,
    references: Mapping[str, Sequence[Reference]],
) -> PenaltyRow:
    """Row ``number`` of its 款, with a passage for every cell that was read from the text."""
    measure, line = draft.measure, lines[draft.line]
    words = Words(measure.start, measure.end)

    def passage(place: Place | None) -> Passage | None:
        return None if place is None else lines[place.line].passage(place.words)

    authority = passage(draft.authority)
    reading = (
        Reading.UNREADABLE if measure.unreadable else Reading.DOUBTFUL if measure.doubts else Reading.READ
    )
    return PenaltyRow(
        id=f"{'.'.join(map(str, provision.at.article))}.{provision.at.paragraph}-{number}",
        provision=provision,
        kind=measure.kind,
        rank=KINDS[measure.kind],
        span=line.passage(words),
        item=line.item,
        cond=draft.cond,
        cond_all=draft.cond_all,
        cond_words=passage(draft.cond_at),
        gain=_gain(draft, lines),
        gain_words=passage(draft.gain_at),
        subject=draft.subject,
        subject_words=passage(draft.subject_at),
        amount=_amount(draft, line, words),
        amount_words=line.passage(Words(*measure.amount_at)) if measure.amount_at else None,
        modality=draft.modality,
        cumulative=draft.cumulative,
        choice=draft.choice,
        authority=bodies(authority.text) if authority else (),
        authority_words=authority,
        authority_stated=authority is not None and draft.authority_stated,
        duties=_duties(line, provision, passage(draft.conduct)),
        to=_targets(draft, line, words, references),
        conduct=passage(draft.conduct),
        reading=reading,
        doubts=measure.doubts,
    )


def _gain(draft: Draft, lines: Sequence[Line]) -> Gain | None:
    if draft.gain is None or draft.gain_at is None:
        return draft.gain
    at = draft.gain_at
    return replace(draft.gain, of=lines[at.line].as_written(draft.gain.of, at.words))


def _amount(draft: Draft, line: Line, words: Words) -> Amount | None:
    found = draft.measure.range
    if found is None:
        return None
    near = words if draft.measure.amount_at is None else Words(max(0, draft.measure.amount_at[0] - 20), 0)
    base, per = (line.as_written(part, near) for part in (draft.measure.base, draft.measure.per))
    return Amount(min=found.min, max=found.max, unit=found.unit, base=base, per=per)


def _duties(line: Line, provision: PenaltyProvision, conduct: Passage | None) -> tuple[Duty, ...]:
    """What an item names for a measure in it; for one in the header the union of what header and items name.

    A 款 may describe two conducts, each with its articles: a row has those of its own.
    """
    if line.item is not None:
        own = tuple(duty for item in provision.items if line.item.contains(item.at) for duty in item.duties)
        return own or provision.duties
    if (
        conduct is None
        or conduct.at != provision.at
        or provision.named_by is NamedBy.REFERENCE
        or conduct.text.startswith("其中")
    ):
        return provision.all_duties()
    end = conduct.start + len(conduct.text)
    here = tuple(duty for duty in provision.duties if conduct.start <= duty.words.start < end)
    return (*here, *(duty for item in provision.items for duty in item.duties))


def _targets(
    draft: Draft, line: Line, words: Words, references: Mapping[str, Sequence[Reference]]
) -> tuple[Target, ...]:
    if draft.measure.kind not in _REFERRING:
        return ()
    here = line.passage(words)
    end = here.start + len(here.text)
    return tuple(
        t for r in references.get(str(line.at), ()) if here.start <= r.start < end for t in r.targets
    )
