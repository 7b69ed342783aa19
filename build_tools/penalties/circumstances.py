"""Conditions that open a branch (情節嚴重的, 逾期不改正的) or one fine (違法所得不足二萬元的), in folded text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.grammar.figures import FIGURE, parse_figure
from build_tools.model.penalty import Branch, Gain, GainTest
from build_tools.text.patterns import read_patterns

_P = read_patterns(Path(__file__).parent / "circumstances.toml", figure=FIGURE)
_CODES = {branch.value for branch in Branch}
_BRANCHES = tuple((Branch(name), pattern) for name, pattern in _P.items() if name in _CODES)
#: A piece without any of these says nothing of a branch.
_TELLING = re.compile("情节|情形|[逾期]|限|拒|仍|不|造成|致|导|引|发生|后果|[被受]|罪|犯|次|屡|经")
#: 造成重大安全事故，構成犯罪的: a consequence without 的 is a condition only beside another.
_GOES_ON = re.compile(",(?:[^,;。]{0,8}人员)?(?:构成[^,;。]{0,12}罪|情节)")
_EITHER = re.compile("或者|或|、")
#: A piece without any of these tests no gain.
_COUNTED = re.compile("所得|[额值元]|收入|价值|造价|损失|费用")
_COMPARED = ("at_least", "more", "less", "at_most")
_TESTS = {
    (False, "at_least"): GainTest.AT_LEAST, (True, "at_least"): GainTest.AT_LEAST,
    (False, "more"): GainTest.MORE, (True, "more"): GainTest.MORE,
    (False, "less"): GainTest.LESS, (True, "less"): GainTest.NONE_OR_LESS,
    (False, "at_most"): GainTest.AT_MOST, (True, "at_most"): GainTest.NONE_OR_AT_MOST,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """What a condition says: branches, or a test on the gain; neither for a conduct."""

    cond: tuple[Branch, ...] = ()
    cond_all: bool = False
    gain: Gain | None = None
    start: int = 0
    """Where its telling words begin and end."""
    end: int = 0


def read_condition(text: str, start: int, end: int) -> Condition:
    """The branches and the gain test in ``text[start:end]``, with the place of the words that say so.

    例: 拒不改正或者情節嚴重的 is refuse or serious; 情節嚴重，造成嚴重後果的 both must hold.
    """
    gain = _gain(text, start, end)
    if gain:
        return gain
    found: list[tuple[int, int, Branch]] = []
    for branch, pattern in _BRANCHES if _TELLING.search(text, start, end) else ():
        for match in _apart(pattern, text, start, end, found):
            if branch is Branch.PENALISED and "的" in text[match.start() : end - 1].replace(
                "被行政处罚的", ""
            ):
                continue  # 被撤銷的金融機構的…… says of whom, not when
            if branch is Branch.CONSEQUENCE and not _closes(text, match.end(), end):
                continue
            found.append((match.start(), match.end(), branch))
    found.sort()
    if not found:
        return Condition()
    cond = tuple(dict.fromkeys(branch for _, _, branch in found))
    between = [text[a_end:b_start] for (_, a_end, _), (b_start, _, _) in itertools.pairwise(found)]
    both = len(cond) > 1 and not any(_EITHER.search(words) for words in between)
    last = found[-1][1]
    stop = text.find("的", last, end)
    return Condition(cond, both, None, found[0][0], stop + 1 if 0 <= stop <= last + 40 else last)


def _apart(
    pattern: re.Pattern[str], text: str, start: int, end: int, taken: list[tuple[int, int, Branch]]
) -> Iterator[re.Match[str]]:
    """Matches that share no character with what another branch has taken: 造成严重后果或者导致事故 has two."""
    at = start
    while match := pattern.search(text, at, end):
        over = max((b for a, b, _ in taken if a < match.end() and match.start() < b), default=None)
        if over is None:
            yield match
        at = match.end() if over is None else over
        if match.end() <= match.start():
            return


def _closes(text: str, at: int, end: int) -> bool:
    """造成……的 at the end of its piece, or before another condition: not 造成水土流失的單位未……的."""
    if at == end and text[end : end + 1] == "," and not _GOES_ON.match(text, end):
        return False
    return at >= end - 1 or text[at + 1 : at + 3] in ("或者", "、") or text[at : at + 2] == "或者"


def _gain(text: str, start: int, end: int) -> Condition | None:
    """沒有違法所得或者違法所得不足二萬元的: the test, from its first word to its last."""
    if not _COUNTED.search(text, start, end):
        return None
    without = _P["without"].search(text, start, end)
    compared = None
    for name in _COMPARED:
        compared = _P[name].search(text, without.end() if without else start, end)
        if compared:
            break
    if compared is None and without is None:
        return None
    parts = [found for found in (without, compared) if found]
    if without is None and compared is not None and not compared["of"] and compared.start() > start:
        return None  # 處五萬元以上……的: no test, unless it stands alone
    of = next((found["of"] for found in reversed(parts) if found["of"]), "")
    gain = Gain(test=GainTest.NONE, yuan=None, of=of)
    if compared is not None:
        yuan = parse_figure(compared["yuan"])
        if yuan is None:
            return None
        test = _TESTS[bool(without), name]
        below = parse_figure(compared["below"]) if name == "at_least" and compared["below"] else None
        gain = Gain(test=test, yuan=yuan, of=of, below=below)
    last = parts[-1].end()
    return Condition((), False, gain, parts[0].start(), last + (text[last : last + 1] == "的"))
