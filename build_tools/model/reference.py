"""Cross references: as written (Citation) and as resolved (Reference)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ReferenceKind(StrEnum):
    """Vocabulary of the labelled examples."""

    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    RANGE = "range"
    CHAPTER = "chapter"
    RELATIVE = "relative"
    LAW = "law"
    LAW_ARTICLE = "law-article"


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference in one line of text (a 款, 項 or 目 of the law, or a line of prose).

    ``start`` and ``end`` count code points in that line's text (an item's text holds its label);
    ``lead_start`` is where 本法 or 《…法》 before it begins, equal to ``start`` if none. ``targets`` are
    ids in this edition (``art-14``, ``art-17-p3``, ``ch-3``) or of other laws (``law:网络安全法``,
    ``law:网络安全法#art-59``); empty if unresolved, and then ``doubt`` says why. A range names every member.
    """

    at: str
    start: int
    end: int
    text: str
    kind: ReferenceKind
    targets: tuple[str, ...]
    group: str | None = None
    doubt: str | None = None
    lead_start: int = -1
