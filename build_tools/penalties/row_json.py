"""Penalty rows as `duizhao inspect --json` tells them, under ``penalties``."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from build_tools.grammar.numerals import to_chinese
from build_tools.model.ids import ProvisionId
from build_tools.model.penalty import Duty, Gain, GainTest, Passage, PenaltyRow

Json = dict[str, object]


def penalty_json(row: PenaltyRow) -> Json:
    """One row: place, branch, subject, measure, amount, authority, what is violated, and a span for each cell.

    ``min`` and ``max`` are numbers or None; ``start`` counts code points of the line, where an item's line begins with its
    label. ``violated`` and ``to`` are ids (``art-17-p3``, ``law:刑法``).
    例: 處二十萬元以下罰款 is ``{"kind": "fine", "max": 200000, "unit": "yuan", …}``.
    """
    at = row.provision.at
    amount, authority = row.amount, row.authority_words
    return {
        "id": row.id,
        "article": _article(at),
        "para": at.paragraph,
        "items": [_item(row.item)] if row.item else None,
        "layer": row.rank.value,
        "cond": [branch.value for branch in row.cond],
        "cond_all": [branch.value for branch in row.cond] if row.cond_all else [],
        "gain": _gain(row.gain) if row.gain else None,
        "subject": row.subject.value,
        "kind": row.kind,
        "min": _number(amount.min) if amount else None,
        "max": _number(amount.max) if amount else None,
        "unit": amount.unit.value if amount else None,
        "base": (amount.base or None) if amount else None,
        "per": (amount.per or None) if amount else None,
        "modality": row.modality.value,
        "cumulative": row.cumulative,
        "choice": row.choice or None,
        "authority": list(row.authority),
        "authority_text": authority.text if authority else None,
        "authority_by": None if authority is None else "stated" if row.authority_stated else "carried",
        "violated": _ids(row.duties),
        "violated_by": row.provision.named_by.value,
        "violated_items": {str(item.at): _ids(item.duties) for item in row.provision.items if item.duties} or None,
        "to": [str(target) for target in row.to] or None,
        "status": row.reading.value,
        "doubts": list(row.doubts),
        "span": _span(row.span),
        "spans": {
            "cond": _span(row.cond_words),
            "gain": _span(row.gain_words),
            "subject": _span(row.subject_words),
            "authority": _span(authority),
            "amount": _span(row.amount_words),
            "conduct": _span(row.conduct),
            "actor": _span(row.provision.actor),
            "precondition": _span(row.provision.precondition),
            "violated": [_span(words) for words in dict.fromkeys(duty.words for duty in row.duties)],
        },
    }  # fmt: skip


def _ids(duties: Iterable[Duty]) -> list[str]:
    return list(dict.fromkeys(str(duty.target) for duty in duties))


def _article(at: ProvisionId) -> int | str:
    return at.article[0] if len(at.article) == 1 else "-z".join(map(str, at.article))


def _item(at: ProvisionId) -> str | None:
    """一 for （一）, 一之一 for （一）之一; a 目 has its number behind it."""
    if not at.item:
        return None
    name = to_chinese(at.item) + (f"之{to_chinese(at.item_insert)}" if at.item_insert else "")
    return name + (f".{at.subitem}" if at.subitem else "")


def _gain(gain: Gain) -> Json:
    """As the examples: 以下 counts as ``lt`` with ``inclusive``, 超過 as ``ge`` without it."""
    plain = {
        GainTest.AT_MOST: GainTest.LESS,
        GainTest.NONE_OR_AT_MOST: GainTest.NONE_OR_LESS,
        GainTest.MORE: GainTest.AT_LEAST,
    }
    out: Json = {"test": plain.get(gain.test, gain.test).value, "yuan": _number(gain.yuan)}
    if gain.test in plain:
        out["inclusive"] = gain.test is not GainTest.MORE
    if gain.below is not None:
        out["below"] = _number(gain.below)
    if gain.of not in ("違法所得", "违法所得", ""):
        out["of"] = gain.of
    return out


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _span(words: Passage | None) -> Json | None:
    if words is None:
        return None
    at = words.at
    return {
        "article": _article(at),
        "para": at.paragraph,
        "item": _item(at),
        "start": words.start,
        "text": words.text,
    }
