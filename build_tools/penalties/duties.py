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
from build_tools.text.patterns import read_patterns
from build_tools.text.script import fold_script, in_either_script

_WORDS = read_patterns(Path(__file__).with_name("duties.toml"))
#: A line without any of these says no duty.
_TELLING = re.compile(in_either_script("应当|必须|不得|禁|义务"))
_MODAL, _MAY_DEFINE, _DEFINES = (_WORDS[name] for name in ("modal", "may_define", "defines"))
_LEAD, _WHILE, _NEVER = (_WORDS[name] for name in ("lead", "while", "never"))
_ADVERBS, _THREATENS, _NOT_SAID = (_WORDS[name] for name in ("adverbs", "threatens", "not_said"))
_SEGMENT = re.compile(r"[。；：，]")
#: How many characters at the end, or behind a modal word, are looked at.
_NEAR, _FAR, _NOUN_NEAR = 14, 60, 8
_SENTENCE = re.compile(r"[^。]*(?:。[”’」』）)]*|\Z)")
_NOUN = f"(?:{_WORDS['authority'].pattern}|{_WORDS['others'].pattern})"
_NAMED = re.compile(rf"{_NOUN}等?\Z")
_GOES_ON = re.compile(rf"[^，]{{0,36}}?{_NOUN}等?(?={_WORDS['goes_on'].pattern})")
_CUT = re.compile(rf"[^，对]{{0,60}}?{_NOUN}(?={_WORDS['cuts'].pattern})")
_JOINED = re.compile(r"、|和|以及|及其|及|或者|与")
#: Characters at the end of what these find, and a few more: most texts are passed over by their last one.
_LAST = {
    name: frozenset(word.rstrip(")+$")[-1:] for word in _WORDS[name].pattern.split("|"))
    for name in ("adverbs", "asks", "cause", "takes")
}
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
            modals[-1].bearer if modals else _header_bearer(text[start:end]) if below else Bearer.UNSTATED
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
        named = before = _directly(text, first, here) or held or _ahead(text, clause, here)
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
        return bool(heads or _named(before) or _WORDS["while"].match(before)) and not (
            before and _ends("thing", after)
        )
    if _WORDS["describes"].match(after) or (_ends("takes", before) and _ends("thing", after)):
        return False
    bare = _bare(before)
    return not (_ends("cause", bare) and _is_cause(bare, after))


def _ends(name: str, text: str) -> bool:
    """Do these words end a text? Only its last characters are looked at."""
    if name in _LAST and text[-1:] not in _LAST[name]:
        return False
    return _ending(name, text[-_NEAR:])


def _named(text: str) -> bool:
    return _ending("name", text[-_NOUN_NEAR:])


@lru_cache(maxsize=1 << 14)
def _ending(name: str, tail: str) -> bool:
    pattern = _NAMED if name == "name" else _WORDS[name]
    return pattern.search(tail) is not None


def _bare(text: str) -> str:
    """Without the adverbs at its end."""
    if text[-1:] not in _LAST["adverbs"]:
        return text
    return text[:-_NEAR] + _ADVERBS.sub("", text[-_NEAR:])


def _is_cause(cause: str, after: str) -> bool:
    """Is it a principle that binds nobody in particular? 网络犯罪防治工作应当坚持……."""
    if _WORDS["doing"].match(cause, _past_lead(cause, 0, len(cause))):
        return False
    serves = cause.endswith(("工作", "事业")) and _WORDS["serves"].match(after)
    return bool(serves or _WORDS["aims"].match(after))


def _directly(text: str, first: int, modal: int) -> tuple[int, int] | None:
    """Where the words for whom it binds stand directly before the modal word: 申请时申请人应当."""
    first = _past_lead(text, first, modal)
    words = text[first:modal]
    if not _named(words):
        words = _bare(words)
    last = first + len(words)
    if "对" in words and (cut := _CUT.match(text, first, last)):
        last = cut.end()
        words = text[first:last]
    if not _named(words):
        return None
    meanwhile = _WHILE.match(words)
    if meanwhile and _is_whole_name(words[meanwhile.end() :]):
        return first + meanwhile.end(), last
    return (first, last) if _is_name(words) else None


def _ahead(text: str, clause: int, modal: int) -> tuple[int, int] | None:
    """Where they stand further ahead in the clause: 网络运营者按照规定应当; 提供……服务的机构，应当."""
    for number, (begin, end) in enumerate(_pieces(text, clause, modal)):
        start = _past_lead(text, begin, end)
        directly = number == 0 or (number == 1 and not _bare(text[max(clause, end + 1) : modal]))
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
    return _named(words) and _is_name(words)


def _past_lead(text: str, start: int, end: int) -> int:
    """Where the clause begins behind 但是, 同时, 必要时."""
    found = _LEAD.match(text, start, end)
    return found.end() if found else start


def _is_name(words: str) -> bool:
    if _NEVER.match(words) or "应当" in words:
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
