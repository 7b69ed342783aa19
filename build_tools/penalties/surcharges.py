"""What is added day by day: 加處罰款, 滯納金, with their rates (百分之三, 萬分之五)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.penalties.amounts import Range, UnreadableError, amount_before
from build_tools.penalties.measures_found import Measure
from build_tools.text.patterns import last_match

_SURCHARGE = re.compile(
    "加处罚款|(?P<fee>(?:加收|加征|征收|收取|缴纳|处以?|加处)(?P<inside>[^,;。]{0,40}?)滞纳金)(?!的|金额|数额)"
)
_RATE = re.compile(
    r"(?:(?:加收|征收|收取)(?P<before>[^,;。每0-9]{1,16}?))?(?:(?:(?P<day>每(?:逾期)?(?:一)?(?:日|天)|按日)|每(?P<per>月|年)),?)?(?:按照?|以|加收|加处|处以?)*(?P<base>(?:(?!按日|加收|加征)[^,;。每]){0,24}?)的?(?P<rate>(?:百分之|千分之|万分之)[零一二三四五六七八九十百0-9.]{1,6}|(?<![0-9.])[0-9.]+[%‰])(?:的(?:标准|比例)?)?(?:加处罚款|加收|加征|的?滞纳金|征收|收取|处)"
)


def find_surcharges(text: str) -> Iterator[Measure]:
    """加處罰款 and 滯納金 with rate, base and what each counts for.

    例: 每日按罰款數額的百分之三加處罰款 is 3 percent of 罰款數額 per 日.
    """
    for word in _SURCHARGE.finditer(text):
        kind = "late_fee" if word["fee"] else "added_fine"
        low = max((text.rfind(mark, 0, word.start()) for mark in ";。"), default=-1) + 1
        rate = last_match(_RATE, text, low, word.end())
        if rate is None or rate.end() < word.start():
            yield Measure(word.start(), word.end(), kind)
            continue
        try:
            amount = amount_before(text, rate.start("rate"), rate.end("rate"))
        except UnreadableError:
            yield Measure(word.start(), word.end(), kind, unreadable=True)
            continue
        per = "日" if rate["day"] else rate["per"] or ""
        yield _surcharge(word, kind, amount, rate["base"] or rate["before"] or "", per)


def _surcharge(word: re.Match[str], kind: str, amount: Range | None, base: str, per: str) -> Measure:
    apart = (amount.start, amount.end) if amount and amount.start < word.start() else None
    return Measure(word.start(), word.end(), kind, amount, base, per, amount_at=apart)
