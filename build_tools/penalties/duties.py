"""Duties and prohibitions: sentences that say 應當, 必須, 不得, 禁止 …, and whom they bind where the text says so.

Rule: 立法技術規範（試行）（一） 19 (應當, 必須) and 20 (不得, 禁止).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, Item, LawText, Paragraph, walk_items
from build_tools.model.layer import LayerKey
from build_tools.model.penalty import Passage, passage_in
from build_tools.model.source import Span
from build_tools.penalties.duty_bearers import (
    ends_with_name,
    is_authority,
    last_letters,
    name_in_header,
    named_ahead,
    named_directly,
    past_lead,
    says_when,
    without_adverbs,
)
from build_tools.text.patterns import read_patterns
from build_tools.text.script import fold_script

_WORDS = read_patterns(Path(__file__).with_name("duties.toml"))
#: A line without any of these says no duty.
_TELLING = (
    re.compile(  # which begins with a class of characters, for then most of a line is passed over at once
        "[应應必不禁义義](?:(?<=[应應])[当當]|(?<=必)[须須]|(?<=不)得|(?<=禁)|(?<=[义義])[务務])"
    )
)
_MODAL, _MAY_DEFINE, _DEFINES = (_WORDS[name] for name in ("modal", "may_define", "defines"))
_THREATENS, _NOT_SAID = _WORDS["threatens"], _WORDS["not_said"]
_SEGMENT = re.compile(r"[。；：，]")
#: How many characters at the end, or behind a modal word, are looked at.
_NEAR, _FAR = 14, 60
_SENTENCE = re.compile(r"[^。]*(?:。[”’」』）)]*|\Z)")
#: What a text ends with, if these end it: most are passed over by their last character.
_LAST = {name: last_letters(_WORDS[name]) for name in ("asks", "cause", "takes")}


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
        items = tuple(walk_items(paragraph.items)) if paragraph.items else ()
        if not paragraph.quoted and (_tells(paragraph.text) or any(_tells(item.text) for item in items)):
            yield from _of_paragraph(paragraph, items)


def _tells(text: str) -> bool:
    return _TELLING.search(text) is not None


def _folded(text: str) -> str:
    """In Simplified and with full-width marks, character for character."""
    return fold_script(text).replace(",", "，").replace(";", "；").replace(":", "：")


def _sentences(text: str) -> list[tuple[int, int]]:
    if 0 <= text.find("。") < len(text) - 1:
        return [(m.end() - len(m[0].lstrip()), m.end()) for m in _SENTENCE.finditer(text) if m[0].strip()]
    return [(len(text) - len(text.lstrip()), len(text))] if text.strip() else []


def _of_paragraph(paragraph: Paragraph, items: tuple[Item, ...]) -> Iterator[DutySentence]:
    text = _folded(paragraph.text)
    sentences = _sentences(text)
    said = list(_MODAL.finditer(text))
    for start, end in sentences:
        here = [found for found in said if start <= found.start() < end]
        below = items if end == sentences[-1][1] else ()
        if not (here or below) or _defines(text[start:end]):
            continue
        modals = list(_modals(paragraph, text, (start, end), here, Bearer.UNSTATED)) if here else []
        bearer = (
            modals[-1].bearer
            if modals
            else _bearer(name_in_header(text[start:end]))
            if below
            else Bearer.UNSTATED
        )
        for item in (item for item in below if _tells(item.text)):
            at = item.body_span.start - item.span.start
            words = _folded(item.text)
            found = _MODAL.finditer(words, at)
            modals += _modals(item, words, (at, len(words)), found, bearer)
        if modals:
            yield DutySentence(
                at=paragraph.id,
                span=_span(paragraph, start, end),
                items=tuple(passage_in(item.id, item.text, item.span, 0, len(item.text)) for item in below),
                modals=tuple(modals),
            )


def _defines(sentence: str) -> bool:
    return bool(_MAY_DEFINE.search(sentence) and _DEFINES.search(sentence))


def _modals(
    line: Paragraph | Item,
    text: str,
    sentence: tuple[int, int],
    modals: Iterable[re.Match[str]],
    bearer: Bearer,
) -> Iterator[Modal]:
    """Those of the modal words of a sentence that bind; ``bearer`` is that of what stands before."""
    start, end = sentence
    before: tuple[int, int] | None = None  # whom the modal word before this one binds
    for found in modals:
        here = found.start()
        clause = max(
            start,
            text.rfind("；", start, here) + 1,
            text.rfind("：", start, here) + 1,
            text.rfind("。", start, here) + 1,
        )
        first = max(clause, text.rfind("，", clause, here) + 1)
        if not _binds(text, first, end, found) or _THREATENS.search(text, clause, here):
            continue
        if isinstance(line, Item) and here == start and _WORDS["thing"].search(text, start, end):
            continue  # （九）应当由章程规定的其他事项
        held = before if before and before[0] >= clause else None
        named = before = named_directly(text, first, here) or held or named_ahead(text, clause, here)
        if named:
            bearer = _bearer(text[slice(*named)])
        prohibits = found[0] in {"不得", "禁止", "严禁"}
        yield Modal(
            words=passage_in(line.id, line.text, line.span, *found.span()),
            kind=DutyKind.PROHIBITION if prohibits else DutyKind.DUTY,
            subject=passage_in(line.id, line.text, line.span, *named) if named else None,
            bearer=bearer,
        )


def _binds(text: str, first: int, end: int, found: re.Match[str]) -> bool:
    """Is it said, not supposed or told of something? Its clause is read from the comma before it, at ``first``."""
    word, behind = found[0], found.end()
    border = _SEGMENT.search(text, behind, end)
    before, after = text[first : found.start()], text[behind : border.start() if border else end]
    if word == "不得" and text.startswith(("不", "已"), behind, end):
        return False
    if (
        after.endswith("的")
        or _NOT_SAID.match(text, behind, min(end, behind + _FAR))
        or _ends("asks", before)
    ):
        return False
    if word.endswith("务"):
        return not after.startswith(("的", "人", "教育", "兵"))
    if word in {"禁止", "严禁"}:
        heads = _WORDS["forbids"].match(before)
        return bool(heads or ends_with_name(before) or says_when(before)) and not (
            before and _ends("thing", after)
        )
    if _WORDS["describes"].match(after) or (_ends("takes", before) and _ends("thing", after)):
        return False
    bare = without_adverbs(before)
    return not (_ends("cause", bare) and _is_cause(bare, after))


def _ends(name: str, text: str) -> bool:
    """Do these words end a text? Only its last characters are looked at."""
    if name in _LAST and text[-1:] not in _LAST[name]:
        return False
    return _ending(name, text[-_NEAR:])


@lru_cache(maxsize=1 << 14)
def _ending(name: str, tail: str) -> bool:
    return _WORDS[name].search(tail) is not None


def _is_cause(cause: str, after: str) -> bool:
    """Is it a principle that binds nobody in particular? 网络犯罪防治工作应当坚持……."""
    if _WORDS["doing"].match(cause, past_lead(cause, 0, len(cause))):
        return False
    serves = cause.endswith(("工作", "事业")) and _WORDS["serves"].match(after)
    return bool(serves or _WORDS["aims"].match(after))


def _bearer(names: str) -> Bearer:
    if not names:
        return Bearer.UNSTATED
    return Bearer.AUTHORITY if is_authority(names) else Bearer.OTHERS


def _span(line: Paragraph | Item, start: int, end: int) -> Span:
    return Span(line.span.source, line.span.start + start, line.span.start + end)
