"""Checks what documents say of the law: of its shape (共7章68条), and where words stand (“网络”（第4/16条）)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from build_tools.feedback.compare.anchors import CommentText, quoted_phrases
from build_tools.feedback.compare.mentions import LawTitles
from build_tools.feedback.compare.words import LawIndex
from build_tools.grammar.article_lists import read_article_list
from build_tools.grammar.numerals import NUMERAL_CLASS, parse_numeral, to_chinese
from build_tools.model.feedback import Claim
from build_tools.model.ids import ProvisionId
from build_tools.model.law import Block, HeadingKind, LawText
from build_tools.model.source import SourceFile, Span
from build_tools.text.fold import fold_characters
from build_tools.text.script import fold_script

# All patterns read Simplified text; the script is folded first, one character for one.
_N = rf"[{NUMERAL_CLASS}]"
_COUNT = re.compile(
    rf"(?<!第)(?<!{_N})(?P<number>{_N}{{1,9}})\s?个?(?P<unit>分编|编|章|节|条|款|项)文?(?![款项目])"
)
_JOIN = re.compile(r"\s*[、,，和及]?\s*(?:共计|共有|共|合计|总计|计|凡|条文)?\s*")
_TRIGGER = re.compile(
    r"(?:共计|共有|共分为?|共设|共|分为|分成|分|设有?|总计|合计|计|包括|包含|凡|全文|增加到|增加至|增至|调整为)\s*\Z"
)
_NOT_WHOLE = re.compile(
    r"(?:新增|增加|增设|增写|删除|删去|减少|减|修改|补充|完善|涉及|合并|原来的?|原有?的?|现行法?的?|由)(?:了|的|为)?\s*\Z"
    r"|(?:现行|原|旧)(?:《[^《》]{1,60}》|[^，,。；;章节条]{0,20})(?:[（(][^（）()]{1,12}[)）])?\s*\Z"
)
_NOT_LAW = re.compile(r"\s*(?:具体)?(?:意见|建议|措施|线索|信息|内容|规定|要求|经验|修改)")
_OWN = re.compile(r"草案|征求意见稿|送审稿|审议稿|本[法条办规解]|全文|条文")
_SENTENCE = re.compile(r"[。！？\n]")
_TITLE = re.compile(r"《([^《》]{1,60})》")
_KINDS = {
    "编": HeadingKind.PART,
    "分编": HeadingKind.SUBPART,
    "章": HeadingKind.CHAPTER,
    "节": HeadingKind.SECTION,
}
# What may stand between the words and the list; patterns read Simplified text.
_LIST_FOLLOWS = re.compile(
    r"\s*(?:(?:一词|一语|的?表述|的?字样|等表述|等字样|概念)?\s*[（(]\s*(?:分别)?(?:散)?(?:见于?|如|参见|即|例如)?\s*(?:草案|本法)?"
    r"|(?:一词|一语|的?表述|的?字样|概念)?\s*(?:也|还|又|分别|多次|反复|同时)*(?:散?见于|出现于|出现在|使用于|规定于|用于)\s*(?:草案|本法)?(?:的)?)\s*(?=第)"
)
# A list in brackets is all that stands there; behind 见于 it ends the clause.
_LIST_ENDS = re.compile(
    r"\s*(?:等(?:条款|条文|条|处)?|各?处|中|的?规定)?\s*(?P<end>[)）]|(?=[，,。；;、]|\Z))"
)
_BRACKET = re.compile(r"[（(]")
_EDGES = "，。；：、 \t\u3000\u00a0"


def check_claims(blocks: Sequence[Block], law: LawText) -> tuple[Claim, ...]:
    """Compare each statement of the number of 編, 章, 節, 條, 款 or 項 with the parsed law.

    Only statements about the law as a whole: a sentence on another law (《…》共七章), on what was added or on
    how it was before is passed over. ``claimed`` holds the numbers as written, ``found`` those of the law in
    the same kind of digits. 例: 《網絡犯罪防治法(征求意見稿)》共7章68條 gives ("7章", "68條").
    """
    titles = LawTitles(law.title)
    counts = _count(law)
    return tuple(claim for block in blocks for claim in _claims_of(block, titles, counts))


def _count(law: LawText) -> dict[str, int]:
    counts = {unit: sum(h.kind is kind for h in law.headings) for unit, kind in _KINDS.items()}
    own = [p for a in law.articles for p in a.paragraphs if not p.quoted]
    return {**counts, "条": len(law.articles), "款": len(own), "项": sum(len(p.items) for p in own)}


def _claims_of(block: Block, titles: LawTitles, counts: dict[str, int]) -> Iterator[Claim]:
    plain, position = fold_script(block.text), 0
    while first := _COUNT.search(plain, position):
        run = _run(plain, first)
        position = run[-1].end()
        trigger = _TRIGGER.search(plain[max(0, first.start() - 12) : first.start()])
        start = first.start() - len(trigger[0]) if trigger else first.start()
        if not _speaks_of_law(plain, start, run, bool(trigger), titles):
            continue
        numbers = [parse_numeral(match["number"]) for match in run]
        if None in numbers:
            continue
        end = run[-1].end()
        span = Span(block.span.source, block.span.start + start, block.span.start + end)
        units = [block.text[slice(*match.span("unit"))] for match in run]
        written = [block.text[slice(*match.span("number"))] for match in run]
        counted = [counts[match["unit"]] for match in run]
        claimed = tuple(map("".join, zip(written, units, strict=True)))
        found = tuple(_like(w, n) + unit for w, n, unit in zip(written, counted, units, strict=True))
        yield Claim(block.text[start:end], span, claimed, found, numbers == counted)


def _run(plain: str, first: re.Match[str]) -> list[re.Match[str]]:
    """Counts that stand side by side, each of a smaller unit: 三编二十七章三百零六条."""
    run = [first]
    order = ["编", "分编", "章", "节", "条", "款", "项"]
    while join := _JOIN.match(plain, run[-1].end()):
        after = _COUNT.match(plain, join.end())
        if not after or order.index(after["unit"]) <= order.index(run[-1]["unit"]):
            break
        run.append(after)
    return run


def _speaks_of_law(
    plain: str, start: int, run: list[re.Match[str]], announced: bool, titles: LawTitles
) -> bool:
    """True if a run of counts describes the law as a whole."""
    breaks = [m.end() for m in _SENTENCE.finditer(plain, 0, start)]
    before = plain[breaks[-1] if breaks else 0 : start]
    if _NOT_WHOLE.search(before) or _NOT_LAW.match(plain, run[-1].end()):
        return False
    named = [m[1] for m in _TITLE.finditer(before)]
    own = titles.is_own(named[-1]) if named else False
    if named and not own and not _OWN.search(before[before.rindex("》") :]):
        return False
    subject = own or bool(_OWN.search(before))
    return announced or subject if len(run) > 1 else announced and subject


def _like(written: str, number: int) -> str:
    """A number in the digits in which another one is written."""
    return str(number) if written[0].isascii() or written[0] in "０１２３４５６７８９" else to_chinese(number)


Absent = tuple[tuple[tuple[int, ...], Span], ...]
"""For each article that lacks the words the place where it is listed."""


def check_terms(text: CommentText, index: LawIndex, source: SourceFile) -> Iterator[tuple[Claim, Absent]]:
    """Compare each list that follows quoted words with the articles of the law that hold the words.

    ``claimed`` and ``found`` are ids of articles; the claim holds if each listed article has the words. The
    note says ``absent:`` and ``unlisted:`` with ids.
    With each comes where the articles that lack the words are listed. Numbers that the law lacks are left to `mentions`.
    """
    for start, end in quoted_phrases(text.plain):
        follows = _LIST_FOLLOWS.match(text.plain, end + 1)
        listed = read_article_list(text.plain, follows.end()) if follows else None
        term = fold_characters(text.words.text[start:end]).strip(_EDGES)
        ends = _LIST_ENDS.match(text.plain, listed.end) if listed else None
        if (
            not follows
            or not listed
            or not ends
            or bool(ends["end"]) is not bool(_BRACKET.search(follows[0]))
            or not listed.articles
            or len(term) < 2
        ):
            continue
        members = [(m, one) for one in listed.articles for m in one.members(index.lines.keys())]
        claimed = list(dict.fromkeys(m for m, _ in members))
        found = index.articles_with(term)
        absent = tuple(
            (m, text.words.span(source.id, one.start, one.end)) for m, one in members if m not in found
        )
        unlisted = [a for a in found if a not in claimed]
        span = text.words.span(source.id, start - 1, ends.end())
        note = "; ".join(
            f"{name}: {', '.join(_ids(articles))}"
            for name, articles in (("absent", [m for m, _ in absent]), ("unlisted", unlisted))
            if articles
        )
        yield Claim(source.slice(span), span, _ids(claimed), _ids(found), not absent, note), absent


def _ids(articles: Iterable[tuple[int, ...]]) -> tuple[str, ...]:
    return tuple(str(ProvisionId(article)) for article in articles)
