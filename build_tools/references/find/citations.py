"""Citations in a string: 本法第十四条、第十五条, 《刑法》第二百八十六条之一, 前两款, 民法典."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.model.reference import Citation, Lead, Unit
from build_tools.references.find.names import LawNames, law_names
from build_tools.references.find.normalize import number_at, quotation_at, quotations, sentence_starts
from build_tools.references.find.tokenize import Draft, scan
from build_tools.text.compact import compact
from build_tools.text.fold import is_blank

#: What may stand between the members of a list, words in quotation marks or parentheses before it left out.
_LINK = re.compile(
    r"(?:“[^“”]{0,80}”|\([^()]{0,80}\))?(?:、|和|及|以及|或者|或|与|并|,|/|、和|,以及|、以及|和其|及其)"
)
#: 第七节改为第八节，第九节改为第十节: two changes, not a list.
_CHANGES = ("改为", "作为")
#: What follows the number of an article that is cited, not one that begins: 第四十四条规定的…, 第三条所称….
_CITED = re.compile(
    r"[规所、和及与至到关第的中以或另之也已对是将仅明并,，。;；:：“”（）()]"
    r"|确定|提及|适用|应当|前[两二三]|相应|改|修改|删"
)


def find_citations(
    text: str, names: LawNames | None = None, original: str | None = None
) -> tuple[Citation, ...]:
    """All citations in one line of text, in order; knows only the string, not what exists.

    ``text`` is folded to Simplified one character for one (`fold_script`); ``names`` are the law names that count
    without 《》, folded likewise; titles are taken from ``original``, the text before it was folded. Width and blanks
    do not matter. Rules: docs/references.md.

    >>> [c.text for c in find_citations("违反本法第十四条、第十五条和前款规定")]
    ['第十四条', '第十五条', '前款']
    """
    small, places = compact(text)
    names = names or law_names()
    drafts = list(scan(small, names))
    if original is not None and original != text:
        for draft in drafts:
            _name_as_written(draft, small, places, original, names)
    return tuple(_in_context(text, small, places, drafts)) if drafts else ()


def _name_as_written(
    draft: Draft, small: str, places: list[int] | None, original: str, names: LawNames
) -> None:
    """Take the name of a law in 《》 from the text before it was folded: 著作權法, which folding makes 着作权法."""
    if draft.lead is Lead.LAW and small[draft.lead_start] == "《":
        begin, end = draft.lead_start + 1, draft.lead_start + len(draft.title)
        first, last = (begin, end) if places is None else (places[begin], places[end])
        draft.law = names.target(original[first : last + 1])


def _in_context(text: str, small: str, places: list[int] | None, drafts: list[Draft]) -> Iterator[Citation]:
    """The drafts with their places in the text as given, their sentence, clause and quotation."""
    quotes = quotations(small)
    sentences, clauses = sentence_starts(small, quotes)
    before: Draft | None = None
    for draft in drafts:
        begin = draft.lead_start
        joined = _goes_on(small, before, draft)
        quote = quotation_at(quotes, begin)
        start = draft.start if places is None else places[draft.start]
        end = draft.end if places is None else places[draft.end - 1] + 1
        mark = draft.mark
        if mark and places is not None:
            mark = places[mark[0] - 1] + 1, places[mark[1]]
        yield Citation(
            start=start, end=end, text=text[start:end], lead_start=begin if places is None else places[begin],
            lead=draft.lead, law=draft.law, anaphor=draft.anaphor, unit=draft.unit, count=draft.count,
            path=draft.path, until=draft.until, mark=mark, joined=joined, doubt=draft.doubt,
            sentence=number_at(sentences, begin), clause=number_at(clauses, begin),
            opens=not begin or small[begin - 1] in ",;。:",
            quoted="" if quote is None else "new" if quote.new else "plain",
            alias=draft.alias, title=draft.title, label=_is_label(text, small, draft, end),
            loose=draft.loose and not joined,
        )  # fmt: skip
        before = draft


def _goes_on(text: str, before: Draft | None, draft: Draft) -> bool:
    """True if only 、 和 或 … stands between two citations; a comma must join two of one level to be a list."""
    if before is None:
        return False
    if before.end == draft.lead_start:
        return text[before.end - 1 : before.end + 1] in ("》《", ")(")
    if not _LINK.fullmatch(text, before.end, draft.lead_start):
        return False
    comma = text[draft.lead_start - 1] == ","
    if not comma or not before.path or not draft.path:
        return not comma
    changes = text.endswith(_CHANGES, 0, before.lead_start)
    return before.path[0].unit is draft.path[0].unit and not changes


def _is_label(text: str, small: str, draft: Draft, end: int) -> bool:
    """True for the number of an article or chapter that stands where it begins, not where it is cited.

    例: 第五条 first in the line before a blank; 第十八条 after a full stop before 继续教育实行登记制度. ``end`` is the
    draft's end in the text as given, where blanks tell.
    """
    if draft.lead is not Lead.NONE or len(draft.path) != 1 or draft.until:
        return False
    if draft.path[0].unit.rank > Unit.ARTICLE.rank or (draft.start and small[draft.start - 1] != "。"):
        return False
    behind = text[end : end + 2]
    return bool(behind) and (is_blank(behind[0]) or not _CITED.match(behind))
