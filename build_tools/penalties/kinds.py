"""The closed list of kinds of measures, and what rank each has."""

from __future__ import annotations

import tomllib
from pathlib import Path

from build_tools.model.penalty import Rank

#: Rank by code, in the order in which pages list kinds: ``{"warning": Rank.PENALTY, …}``.
KINDS: dict[str, Rank] = {
    code: Rank(rank)
    for code, rank in tomllib.loads(
        (Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8")
    ).items()
}
