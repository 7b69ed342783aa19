"""How measures are joined: one list, its or-arms, and measures that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.penalties.drafts import Draft

_LIST = re.compile(r"\A(?:、|和|及|以及|与)")
_OR = re.compile(r"\A(?:或者|或|,?直至)")
_COMMA_OR = re.compile(r"\A,(?:或者|或)")

#: Measures that are so joined stand in one list.
LISTED = ("list", "or", "comma-or", "with")


def joint_of(gap: str) -> str:
    """How the words ``gap`` join a measure to the one before. 例: ，或者由 begins an arm that may hold several."""
    if _COMMA_OR.match(gap):
        return "comma-or"
    if _OR.match(gap):
        return "or"
    if _LIST.match(gap):
        return "list"
    return "comma" if gap.startswith(",") else "none"


def chains(drafts: list[Draft]) -> list[list[Draft]]:
    """Measures that are joined to each other in one list."""
    out: list[list[Draft]] = []
    for draft in drafts:
        if draft.joint in LISTED and out:
            out[-1].append(draft)
        else:
            out.append([draft])
    return out


def choose(chain: list[Draft], letters: Iterator[str]) -> None:
    """Mark the arms of an or-list: A、B，或者C has two, A、B或者C three."""
    joints = [draft.joint for draft in chain[1:]]
    if not {"or", "comma-or"} & set(joints):
        return
    letter, arm = next(letters), 1
    by_comma = "comma-or" in joints
    for draft in chain:
        if draft is not chain[0]:
            new = (
                draft.joint == "comma-or"
                or (not by_comma and draft.joint in ("or", "list"))
                or draft.joint == "or"
            )
            arm += new
        draft.choice = f"{letter}{arm}"
