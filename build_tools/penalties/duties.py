"""Duties and prohibitions: sentences that say 應當, 必須, 不得, 禁止 …, and whom they bind where the text says so.

Rule: 立法技術規範（試行）（一） 19 (應當, 必須) and 20 (不得, 禁止).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, Item, LawText, Paragraph, walk_items
from build_tools.model.layer import LayerKey
from build_tools.model.penalty import Passage, passage_in
from build_tools.model.source import Span
from build_tools.text.patterns import read_patterns
from build_tools.text.script import fold_script

_WORDS = read_patterns(Path(__file__).with_name("duties.toml"))
#: A line without any of these says no duty.
_TELLING = re.compile("[应應][当當]|必[须須]|不得|禁|[义義][务務]")
_SEGMENT = re.compile(r"[。；：，]")
#: How many characters at the end, or behind a modal word, are looked at.
_NEAR, _FAR = 14, 60
_SENTENCE = re.compile(r"[^。]*(?:。[”’」』）)]*|\Z)")
_NOUN = f"(?:{_WORDS['authority'].pattern}|{_WORDS['others'].pattern})"
_NAMED = re.compile(rf"{_NOUN}等?\Z")
_GOES_ON = re.compile(rf"[^，]{{0,36}}?{_NOUN}等?(?={_WORDS['goes_on'].pattern})")
_CUT = re.compile(rf"[^，对]{{0,60}}?{_NOUN}(?={_WORDS['cuts'].pattern})")
_JOINED = re.compile(r"、|和|以及|及其|及|或者|与")
_OFFICE = re.compile(rf"(?:{_WORDS['authority'].pattern})\Z")
_OTHER = re.compile(rf"(?:{_WORDS['others'].pattern})\Z")


class DutyKind(StrEnum):
    """What a modal word says."""

    DUTY = "duty"
    """應當, 必須, 負有…義務."""
    PROHIBITION = "prohibition"
    """不得, 禁止, 嚴禁."""


class Bearer(StrEnum):
    """Whom a modal word binds, where the words before it are plain."""

    AUTHORITY = "authority"
    """國務院公安部門, 縣級以上人民政府, 人民法院 and nobody else."""
    OTHERS = "others"
    """Anybody else, also beside an authority: 國家機關、社會團體、企事業單位."""
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """One modal word of a sentence."""

    words: Passage
    kind: DutyKind
    subject: Passage | None
    """Whom it binds, exactly as written before it in its clause: 電信、金融、互聯網等服務提供者."""
    bearer: Bearer
    """Of a clause that names nobody that of the clause before, within one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutySentence:
    """One sentence that binds somebody; a header and its 項 are one sentence."""

    at: ProvisionId
    """The 款 that it stands in."""
    span: Span
    """Its characters in that 款; its 項 are in ``items``."""
    items: tuple[Passage, ...]
    modals: tuple[Modal, ...]

    @property
    def bearer(self) -> Bearer:
        """AUTHORITY only if all its modal words bind authorities."""
        found = {modal.bearer for modal in self.modals}
        order = (Bearer.OTHERS, Bearer.UNSTATED, Bearer.AUTHORITY)
        return next(bearer for bearer in order if bearer in found)


DUTIES = LayerKey[DutySentence]("duties")


def find_duties(law: LawText) -> tuple[DutySentence, ...]:
    """Sentences with duties and prohibitions, in order; those of chapters that punish and of definitions are left out.

    A modal word in a condition (應當報告而未報告的) or that describes a thing (應當封存的記錄) says no duty.
    例: 電信、金融、互聯網等服務提供者應當設置便捷的渠道 binds 電信、金融、互聯網等服務提供者.
    """
    punishing = _punishing(law)
    articles = (article for article in law.articles if article.heading not in punishing)
    return tuple(duty for article in articles for duty in _of_article(article))


def _punishing(law: LawText) -> frozenset[str]:
    """Ids of the headings whose chapter punishes, and of all below them."""
    found: set[str] = set()
    for heading in law.headings:
        title = fold_script("".join(heading.title.split()))
        if heading.parent in found or _WORDS["liability"].search(title):
            found.add(heading.id)
    return frozenset(found)


def _of_article(article: Article) -> Iterator[DutySentence]:
    for paragraph in article.paragraphs:
        items = tuple(walk_items(paragraph.items))
        if not paragraph.quoted and (_tells(paragraph.text) or any(_tells(item.text) for item in items)):
            yield from _of_paragraph(paragraph, items)


def _tells(text: str) -> bool:
    return _TELLING.search(text) is not None


def _folded(text: str) -> str:
    """In Simplified and with full-width marks, character for character."""
    return fold_script(text).replace(",", "，").replace(";", "；").replace(":", "：")


def _of_paragraph(paragraph: Paragraph, items: tuple[Item, ...]) -> Iterator[DutySentence]:
    text = _folded(paragraph.text)
    found = [(m.end() - len(m[0].lstrip()), m.end()) for m in _SENTENCE.finditer(text) if m[0].strip()]
    for number, (start, end) in enumerate(found, 1):
        words = text[start:end]
        if (number < len(found) and not _tells(words)) or _WORDS["defines"].search(words):
            continue
        below = items if number == len(found) else ()
        modals = list(_modals(paragraph, text, start, end, Bearer.UNSTATED)) if _tells(words) else []
        bearer = modals[-1].bearer if modals else _header_bearer(words) if below else Bearer.UNSTATED
        for item in (item for item in below if _tells(item.text)):
            at = item.body_span.start - item.span.start
            modals += _modals(item, _folded(item.text), at, len(item.text), bearer)
        if modals:
            yield DutySentence(
                at=paragraph.id,
                span=_span(paragraph, start, end),
                items=tuple(passage_in(item.id, item.text, item.span, 0, len(item.text)) for item in below),
                modals=tuple(modals),
            )


def _modals(line: Paragraph | Item, text: str, start: int, end: int, bearer: Bearer) -> Iterator[Modal]:
    """The modal words of ``text[start:end]``; ``bearer`` is that of what stands before."""
    before: tuple[int, int] | None = None  # whom the modal word before this one binds
    for found in _WORDS["modal"].finditer(text, start, end):
        here = found.start()
        clause = max(start, *(text.rfind(mark, start, here) + 1 for mark in "；：。"))
        if not _binds(text, clause, end, found) or _WORDS["threatens"].search(text, clause, here):
            continue
        if isinstance(line, Item) and here == start and _WORDS["thing"].search(text, start, end):
            continue  # （九）应当由章程规定的其他事项
        held = before if before and before[0] >= clause else None
        named = before = _directly(text, clause, here) or held or _ahead(text, clause, here)
        if named:
            bearer = _bearer(text[slice(*named)])
        prohibits = found[0] in {"不得", "禁止", "严禁"}
        yield Modal(
            words=passage_in(line.id, line.text, line.span, *found.span()),
            kind=DutyKind.PROHIBITION if prohibits else DutyKind.DUTY,
            subject=passage_in(line.id, line.text, line.span, *named) if named else None,
            bearer=bearer,
        )


def _binds(text: str, clause: int, end: int, found: re.Match[str]) -> bool:
    """Is it said, not supposed or told of something?"""
    first = max(clause, text.rfind("，", clause, found.start()) + 1)
    border = _SEGMENT.search(text, found.end(), end)
    last = border.start() if border else end
    before, after, rest = text[first : found.start()], text[found.end() : last], text[found.end() : end]
    if found[0] == "不得" and rest.startswith(("不", "已")):
        return False
    if after.endswith("的") or _WORDS["not_said"].search(rest[:_FAR]) or _ends("asks", before):
        return False
    if found[0].endswith("务"):
        return not after.startswith(("的", "人", "教育", "兵"))
    if found[0] in {"禁止", "严禁"}:
        heads = _WORDS["forbids"].match(before)
        return bool(heads or _named(before) or _WORDS["while"].match(before)) and not (
            before and _ends("thing", after)
        )
    if _WORDS["describes"].match(after) or (_ends("takes", before) and _ends("thing", after)):
        return False
    bare = _bare(before[_skipped("lead", before) :])
    return not (_ends("cause", bare) and not _WORDS["doing"].match(bare) and _is_aim(bare, after))


def _ends(name: str, text: str) -> bool:
    """Do these words end a text? Only its last characters are looked at."""
    return _ending(name, text[-_NEAR:])


def _named(text: str) -> bool:
    return _ending("name", text[-_NEAR:])


@lru_cache(maxsize=1 << 14)
def _ending(name: str, tail: str) -> bool:
    pattern = _NAMED if name == "name" else _WORDS[name]
    return pattern.search(tail) is not None


def _bare(text: str) -> str:
    """Without the adverbs at its end."""
    return text[:-_NEAR] + _WORDS["adverbs"].sub("", text[-_NEAR:])


def _is_aim(cause: str, after: str) -> bool:
    """网络犯罪防治工作应当坚持……."""
    return bool(
        _WORDS["aims"].search(after) or (cause.endswith(("工作", "事业")) and _WORDS["serves"].search(after))
    )


def _directly(text: str, clause: int, modal: int) -> tuple[int, int] | None:
    """Where the words for whom it binds stand directly before the modal word: 申请时申请人应当."""
    first = max(clause, text.rfind("，", clause, modal) + 1)
    first += _skipped("lead", text[first:modal])
    last = modal if _named(text[first:modal]) else first + len(_bare(text[first:modal]))
    if "对" in text[first:last] and (cut := _CUT.match(text, first, last)):
        last = cut.end()
    for start in dict.fromkeys((first + _skipped("while", text[first:last]), first)):
        if _is_whole_name(text[start:last]):
            return start, last
    return None


def _ahead(text: str, clause: int, modal: int) -> tuple[int, int] | None:
    """Where they stand further ahead in the clause: 网络运营者按照规定应当; 提供……服务的机构，应当."""
    for number, (begin, end) in enumerate(_pieces(text, clause, modal)):
        start = begin + _skipped("lead", text[begin:end])
        directly = number == 0 or (number == 1 and not _bare(text[max(clause, end + 1) : modal]))
        if number and text[end - 1] == "的" and not directly:
            continue  # 境外组织实施犯罪的，对其资产，应当查封: it binds somebody else
        at_head = number > 0 and (directly or begin == clause)
        if at_head and _is_whole_name(text[start:end]) and not _CUT.match(text, start, end):
            return start, end
        found = None if _WORDS["never"].match(text[start:end]) else _GOES_ON.match(text, start, modal)
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
    return _named(words) and _is_name(words)


def _skipped(name: str, text: str) -> int:
    found = _WORDS[name].match(text)
    return found.end() if found else 0


def _is_name(words: str) -> bool:
    if _WORDS["never"].match(words) or "应当" in words:
        return False
    return "的" in words or not _WORDS["rarely"].match(words)


@lru_cache(maxsize=4096)
def _bearer(subject: str) -> Bearer:
    """An authority only if none of those that are named is anything else."""
    subject = subject.removesuffix("等")
    pieces = [piece for piece in _JOINED.split(subject) if piece] or [subject]
    if not _OFFICE.search(pieces[-1]):
        return Bearer.OTHERS
    return Bearer.AUTHORITY if all(_plain(piece) for piece in pieces) else Bearer.OTHERS


def _plain(piece: str) -> bool:
    return bool(_OFFICE.search(piece)) or not _OTHER.search(piece)


def _header_bearer(header: str) -> Bearer:
    """Of a header without a modal word: 公安機關履行下列職責：."""
    found = _GOES_ON.match(header)
    return _bearer(found[0]) if found and _is_name(found[0]) else Bearer.UNSTATED


def _span(line: Paragraph | Item, start: int, end: int) -> Span:
    return Span(line.span.source, line.span.start + start, line.span.start + end)
