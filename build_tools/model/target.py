"""What a reference leads to: a provision or heading of this law, or another law with or without a place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.model.ids import ProvisionId

_LAW = re.compile(r"law:(?P<law>[^#]+)(?:#(?P<place>.+))?\Z")
_HEADING = re.compile(r"(?:pt|sp|ch|[shkm])-?\d+(?:-(?:(?:pt|sp|ch|[skmzr])-?)?\d+)*\Z")


@dataclass(frozen=True, slots=True)
class Target:
    """A provision or a heading, of this law or of ``law``; with neither the law as a whole."""

    law: str | None = None
    """Name of the other law in Simplified, without 中华人民共和国; None for this law."""
    provision: ProvisionId | None = None
    heading: str | None = None

    def __str__(self) -> str:
        """``art-14-p2``, ``ch-3``, ``law:刑法``, ``law:刑法#art-286-z1``."""
        if self.law is None:
            return self.place
        return f"law:{self.law}#{self.place}" if self.place else f"law:{self.law}"

    @classmethod
    def parse(cls, text: str) -> Target:
        """Read the printed form; ValueError if it is none: ``law:刑法#ch-ch-5``.

        例: ``law:刑法#art-286-z1`` is 第二百八十六条之一 of 刑法.
        """
        named = _LAW.match(text)
        law, place = (named["law"], named["place"]) if named else (None, text)
        if named and not place:
            return cls(law)
        if place.startswith("art-"):
            return cls(law, ProvisionId.parse(place))
        if not _HEADING.match(place):
            raise ValueError(f"not the target of a reference: {text!r}")
        return cls(law, heading=place)

    @property
    def place(self) -> str:
        """Id of the provision or heading within its law; empty for the law as a whole."""
        return str(self.provision) if self.provision else self.heading or ""

    @property
    def page(self) -> str:
        """Id of the article or heading on whose page it stands: ``art-17`` for ``art-17-p3``."""
        return str(ProvisionId(self.provision.article)) if self.provision else self.heading or ""

    @property
    def part(self) -> str:
        """What is meant of the article, ``p3``; empty for an article or a heading."""
        return self.provision.fragment if self.provision else ""
