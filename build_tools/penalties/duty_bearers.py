"""Whom a modal word binds: the words for it before the modal word, and whether they name an authority."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from build_tools.text.patterns import read_patterns

_WORDS = read_patterns(Path(__file__).with_name("duty_bearers.toml"))
_LEAD, _WHILE, _NEVER, _ADVERBS = (_WORDS[name] for name in ("lead", "while", "never", "adverbs"))
#: How many characters at the end of a text adverbs take at most, and how many the end of a noun does.
_NEAR, _NOUN = 14, 8
_NOUNS = f"(?:{_WORDS['authority'].pattern}|{_WORDS['others'].pattern})"
_NAMED = re.compile(rf"{_NOUNS}等?\Z")
_GOES_ON = re.compile(rf"[^，]{{0,36}}?{_NOUNS}等?(?={_WORDS['goes_on'].pattern})")
_CUT = re.compile(rf"[^，对]{{0,60}}?{_NOUNS}(?={_WORDS['cuts'].pattern})")
_JOINED = re.compile(r"、|和|以及|及其|及|或者|与")
_OFFICE = re.compile(rf"(?:{_WORDS['authority'].pattern})\Z")
_OTHER = re.compile(rf"(?:{_WORDS['others'].pattern})\Z")


def last_letters(pattern: re.Pattern[str]) -> frozenset[str]:
    """The characters that may stand last in what ``(?:…|…)$`` finds, and a few more: a cheap look.

    例: 作 and 业 for ``(?:工作|事业)$``.
    """
    return frozenset(word.rstrip(")+$")[-1:] for word in pattern.pattern.split("|"))


_ADVERB_ENDS = last_letters(_ADVERBS)


def past_lead(text: str, start: int, end: int) -> int:
    """Where a clause begins behind 但是, 同时, 必要时."""
    found = _LEAD.match(text, start, end)
    return found.end() if found else start


def says_when(words: str) -> bool:
    """Do words that end in 时, 后, 期间 stand there? 禁渔期间."""
    return _WHILE.match(words) is not None


def ends_with_name(text: str) -> bool:
    """Does a noun for a person or body end it? 网络运营者."""
    return _named(text[-_NOUN:])


@lru_cache(maxsize=1 << 14)
def _named(tail: str) -> bool:
    return _NAMED.search(tail) is not None


def without_adverbs(text: str) -> str:
    """A text without the adverbs at its end: 国家及时."""
    if text[-1:] not in _ADVERB_ENDS:
        return text
    return text[:-_NEAR] + _ADVERBS.sub("", text[-_NEAR:])


def named_directly(text: str, first: int, modal: int) -> tuple[int, int] | None:
    """Where the words for whom a modal word binds stand directly before it, in its clause from the comma at ``first``.

    例: 申请时申请人应当.
    """
    first = past_lead(text, first, modal)
    words = text[first:modal]
    if not ends_with_name(words):
        words = without_adverbs(words)
    last = first + len(words)
    if "对" in words and (cut := _CUT.match(text, first, last)):
        last = cut.end()
        words = text[first:last]
    if not ends_with_name(words):
        return None
    meanwhile = _WHILE.match(words)
    if meanwhile and _is_whole_name(words[meanwhile.end() :]):
        return first + meanwhile.end(), last
    return (first, last) if _is_name(words) else None


def named_ahead(text: str, clause: int, modal: int) -> tuple[int, int] | None:
    """Where they stand further ahead in the clause.

    例: 网络运营者按照规定应当; 提供……服务的机构，应当.
    """
    for number, (begin, end) in enumerate(_pieces(text, clause, modal)):
        start = past_lead(text, begin, end)
        directly = number == 0 or (number == 1 and not without_adverbs(text[max(clause, end + 1) : modal]))
        if number and text[end - 1] == "的" and not directly:
            continue  # 境外组织实施犯罪的，对其资产，应当查封: it binds somebody else
        at_head = number > 0 and (directly or begin == clause)
        if at_head and _is_whole_name(text[start:end]) and not _CUT.match(text, start, end):
            return start, end
        found = None if _NEVER.match(text, start, end) else _GOES_ON.match(text, start, modal)
        if found and found.end() <= end and _is_name(found[0]):
            return found.span()
    return None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between commas, the last piece first."""
    while True:
        comma = text.rfind("，", start, end)
        if comma < 0:
            yield start, end
            return
        yield comma + 1, end
        end = comma


def _is_whole_name(words: str) -> bool:
    return ends_with_name(words) and _is_name(words)


def _is_name(words: str) -> bool:
    if _NEVER.match(words) or "应当" in words:
        return False
    return "的" in words or not _WORDS["rarely"].match(words)


def name_in_header(header: str) -> str:
    """Whom a header without a modal word speaks of; "" if that is not plain.

    例: 公安机关 of 公安机关履行下列职责：.
    """
    found = _GOES_ON.match(header)
    return found[0] if found and _is_name(found[0]) else ""


@lru_cache(maxsize=4096)
def is_authority(names: str) -> bool:
    """Is each of those that are named an authority, and none anything else? 国务院公安部门和人民法院."""
    names = names.removesuffix("等")
    pieces = [piece for piece in _JOINED.split(names) if piece] or [names]
    return _OFFICE.search(pieces[-1]) is not None and all(_plain(piece) for piece in pieces)


def _plain(piece: str) -> bool:
    return bool(_OFFICE.search(piece)) or not _OTHER.search(piece)
