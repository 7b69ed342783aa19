"""Which provisions a 款 says are violated: references behind 違反本法 and before 規定, and nothing by resemblance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from build_tools.model.ids import ProvisionId
from build_tools.model.penalty import Duty, passage_in
from build_tools.model.reference import Reference
from build_tools.model.target import Target
from build_tools.penalties.lines import Line
from build_tools.text.compact import compact
from build_tools.text.patterns import last_match

#: What may stand between 違反 and the article: this law's own name, other articles, words that join them.
_TRIGGER = re.compile(
    r"(?:违反|违背|不履行|未履行|不依法履行|未依法履行|未按照|不按照|未按|不按|未依照|不依照|不遵守|未遵守|未执行|不执行|未依据)(?:了)?"
)
_OWN = re.compile(
    r"(?:依照)?(?:本(?:法|条例|办法|规定|细则|规则|决定|通则|章程|法典|实施条例|实施细则|暂行条例|暂行规定|暂行办法))?(?:的规定|规定)?"
)
_BETWEEN = re.compile(
    r"(?:《[^》]{2,40}》|[、,和或者以及与之至本法条例办规定细则的第一二三四五六七八九十百()款项章节])*\Z"
)
_AFTER = re.compile(
    r"(?:(?:、|和|以及|及|或者|或|与)《[^》]{2,40}》)?(?:[、和或者及以至第一二三四五六七八九十百()0-9款项章节条之本法例]*)(?:的)?(?:关于[^,;。]{2,24})?(?:规定|之规定|所列|要求)|的"
)
_CONDUCT_LISTED = re.compile(r"有(?:违反)?(?:本[^,;。第]{1,6})?\Z")
_LISTED_AFTER = re.compile(
    r"(?:[、和或者及第一二三四五六七八九十()项]*)(?:规定|所列|所述|列举|禁止)?(?:的)?(?:[^,;。]{0,6})(?:行为|情形之一(?=的|,)|(?<=禁止)情形)"
)
_ABOVE = re.compile(
    r"(?:有)?前(?P<count>[一二两三四]?)款(?:规定|所列|所述)?(?:的)?(?:第[^,;。]{1,12}项)?(?:规定)?(?:的)?(?:违法)?(?:行为|情形)|违反前(?P<count2>[一二两三四]?)款规定|上述(?=被|违法|行为|人员|单位|情形)"
)


def duties_of_line(line: Line, references: Iterable[Reference]) -> tuple[Duty, ...]:
    """Provisions and chapters of this law that the line says are violated, in its order, ranges opened.

    例: 違反本法第十一條至第十三條規定的 names art-11, art-12, art-13. A permit under 第五條 names nothing.
    """
    at, folded = line.at, line.folded
    here = [r for r in references if any(_names(t, at) for t in r.targets)]
    found: list[Duty] = []
    last_end = -1
    for reference in sorted(here, key=lambda r: r.start):
        before = compact(folded[max(0, reference.start - 120) : reference.start])[0]
        after = compact(folded[reference.end : reference.end + 60])[0]
        goes_on = bool(found) and _continues(folded, last_end, reference) and _AFTER.match(after)
        if _violated(before, after, above=folded[reference.start] in "前上") or goes_on:
            words = passage_in(at, line.written, line.span, reference.start, reference.end)
            found += [Duty(target=t, words=words) for t in reference.targets if _names(t, at)]
            last_end = reference.end
    return tuple(dict.fromkeys(found))


def _names(target: Target, at: ProvisionId) -> bool:
    """A provision or chapter of this law, and not the 款 itself."""
    own = target.provision is not None and target.provision.contains(at)
    return target.law is None and not own and bool(target.place)


def _violated(before: str, after: str, *, above: bool) -> bool:
    """``above``: the reference points (前條), which names the article behind 違反 only."""
    clause = re.split("[;。:]", before)[-1]
    trigger = last_match(_TRIGGER, clause, 0, len(clause))
    if trigger and _BETWEEN.fullmatch(clause, trigger.end()):
        return _AFTER.match(after) is not None
    listed = _CONDUCT_LISTED.search(clause) and "发现" not in clause
    return bool(listed and _LISTED_AFTER.match(after)) and not above


def _continues(folded: str, last_end: int, reference: Reference) -> bool:
    between = compact(
        folded[last_end : reference.lead_start if reference.lead_start >= 0 else reference.start]
    )[0]
    return (
        re.fullmatch(
            r"(?:的)?(?:规定)?(?:、|和|或者|或|以及|及|,|,或者)(?:违反)?(?:本[^,;。第]{1,6})?", between
        )
        is not None
    )


def paragraphs_above(text: str, paragraph: int) -> Sequence[int]:
    """Numbers of the 款 of the same article whose violation a 款 (folded) takes up: 有前款行為的, 對上述被處罰的."""
    found = _ABOVE.search(text)
    if not found or paragraph < 2:
        return ()
    count = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4}[found["count"] or found["count2"] or ""]
    return range(max(1, paragraph - count), paragraph)
