"""What readers call a thing, and what laws call it: 網路 and 網絡. The rows are in wording.tsv."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_tools.text.script import fold_script

_FILE = Path(__file__).parent / "wording.tsv"
_WHOSE = ("cn-everyday", "hk", "latin", "short", "tw")
_KINDS = ("same", "stretch")
#: Where a word stands in another word of law, it does not stand there itself.
_UNLIKE = {"软体": ("软体动物", "软体类")}
#: Whose words other laws on the site may be written in; found from the mainland word too.
_OTHER_LAWS = ("hk", "tw")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingRow:
    """One word of readers with the words of law for it."""

    word: str
    """As its readers write it: 網路"""
    law: tuple[str, ...]
    """In Simplified, the most usual first: 网络"""
    of: str
    """Whose word it is: cn-everyday, hk, latin, short (個資) or tw."""
    stretch: bool
    """Only near: to be proposed, never to be counted as found (訴願 and 行政复议)."""
    reason: str
    """One clause in Traditional, which the site publishes."""


@cache
def read_wording() -> tuple[WordingRow, ...]:
    """All rows in the order of the file: the first ones are 个体户 with 个体工商户, 五保户 with 五保供养对象."""
    return tuple(parse_wording(_FILE.read_text(encoding="utf-8"), _FILE.name))


def parse_wording(text: str, name: str) -> Iterator[WordingRow]:
    """The rows of a table such as wording.tsv; lines that begin with # say nothing.

    ValueError names the file and the line: ``wording.tsv:12: five columns are expected, not 4``.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if line[:1] == "#":
            continue
        cells = line.split("\t")
        if fault := _fault(cells):
            raise ValueError(f"{name}:{number}: {fault}")
        word, law, of, kind, reason = cells
        yield WordingRow(
            word=word, law=tuple(law.split("|")), of=of, stretch=kind == "stretch", reason=reason
        )


def _fault(cells: list[str]) -> str:
    """What is wrong with a line, "" if nothing is."""
    if len(cells) != 5:
        return f"five columns are expected, not {len(cells)}"
    word, law, of, kind, reason = cells
    if not all(part and part == part.strip() for part in (word, *law.split("|"), reason)):
        return "a word or the reason is empty, or begins or ends with a space"
    if of not in _WHOSE:
        return f"“{of}” is none of {', '.join(_WHOSE)}"
    if kind not in _KINDS:
        return f"“{kind}” is none of {', '.join(_KINDS)}"
    return ""


def wording_for(texts: Iterable[str]) -> list[list[object]]:
    """The rows that these texts, folded to Simplified and small letters, can answer, as the browser gets them.

    Each is ``[folded word, [folded words of law that occur], of, 1 if stretch else 0]``. After the rows of the
    file come those the other way round, for laws that are written in the words of Taiwan or Hong Kong.

    >>> wording_for(["网络犯罪防治法"])
    [['网路', ['网络'], 'tw', 0]]
    >>> wording_for(["窃盗罪"])
    [['盗窃', ['窃盗'], 'cn', 0]]
    """
    rows = read_wording()
    other = [row for row in rows if row.of in _OTHER_LAWS and not row.stretch]
    wanted = {fold_word(law) for row in rows for law in row.law} | {fold_word(row.word) for row in other}
    found = _occurring(wanted, texts)
    forward: list[list[object]] = [
        [fold_word(row.word), laws, row.of, int(row.stretch)]
        for row in rows
        if (laws := [law for law in map(fold_word, row.law) if law in found])
    ]
    return forward + [[law, [word], "cn", 0] for law, word in _reversed(other, found).items()]


def fold_word(word: str) -> str:
    """A word as it stands in folded texts: 網路 as 网路, APP as app."""
    return fold_script(word).lower()


def _reversed(rows: Iterable[WordingRow], found: set[str]) -> Mapping[str, str]:
    """Words of mainland law with the one word of other laws that occurs: 盗窃 with 窃盗.

    Not those that two such words share, nor 残疾人 with 残疾人士, which plain search finds.
    """
    sides: dict[str, list[str]] = {}
    for row in rows:
        word = fold_word(row.word)
        if word in found:
            for law in map(fold_word, row.law):
                sides.setdefault(law, []).append(word)
    return {law: words[0] for law, words in sides.items() if len(words) == 1 and law not in words[0]}


def _occurring(words: set[str], texts: Iterable[str]) -> set[str]:
    """Those of the words that stand in any of the texts."""
    missing = set(words)
    for text in texts:
        characters = set(text)
        missing -= {word for word in missing if characters.issuperset(word) and _stands(word, text)}
        if not missing:
            break
    return words - missing


def _stands(word: str, text: str) -> bool:
    for other in _UNLIKE.get(word, ()):
        text = text.replace(other, "")
    return word in text
