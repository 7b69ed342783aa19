"""What measures and branches are for the pages: groups for the chips, what can fall on people only, what is heavier."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from build_tools.model.penalty import Branch

GROUPS: Mapping[str, str] = MappingProxyType({
    code: group
    for group, codes in {
        "fine": "fine daily_fine added_fine late_fee",
        "confiscation": "confiscate confiscate_gains confiscate_goods seize",
        "detention": "detention",
        "business": "suspend_business restrict_business suspend_operation suspend_service close_site close_down "
        "suspend_permit revoke_permit revoke_licence revoke_registration downgrade ground disqualify",
        "warning": "warning criticism admonish demerit order_correct order_stop order_other interview education "
        "substitute",
        "restriction": "blacklist credit_record publicity service_restriction industry_ban position_ban reapply_ban "
        "exit_ban entry_ban expel asset_freeze asset_confiscation invest_restriction other_sanction",
        "reference": "refer refer_other_law mitigation aggravation",
    }.items()
    for code in codes.split()
})  # fmt: skip
"""The chip under which each kind of measure is found; kinds that are liability have none."""

VAGUE = frozenset({
    "order_stop", "order_other", "confiscate_goods", "revoke_registration", "restrict_business", "disqualify",
    "substitute", "other_sanction", "refer_other_law", "legal_liability",
})  # fmt: skip
"""Kinds whose name says less than the text: a card quotes it."""

NATURAL_PERSONS = frozenset({"detention", "exit_ban", "entry_ban", "expel"})
"""Measures that by their nature fall on natural persons only; no text says so."""

TIMED = frozenset({
    "blacklist", "service_restriction", "industry_ban", "position_ban", "reapply_ban", "exit_ban", "entry_ban",
    "suspend_permit", "asset_freeze", "invest_restriction", "detention",
})  # fmt: skip
"""Measures that last: where the text gives no term, the term is open."""

SUMS = frozenset({"fine", "daily_fine", "added_fine"})
"""Measures whose amount is open where the text gives none."""

HEAVY = frozenset({
    Branch.SERIOUS, Branch.ESPECIALLY_SERIOUS, Branch.HEAVIER, Branch.REFUSE, Branch.OVERDUE,
    Branch.CONSEQUENCE, Branch.CONSEQUENCE_GRAVE, Branch.REPEAT,
})  # fmt: skip
"""Branches that are opened by something worse than the base case."""

OPEN_AUTHORITY = re.compile(r"(?:其他|国务院|本级人民政府)?(?:有关|相关)(?:主管)?(?:部门|机关|行政机关)\Z")
"""A body that the text does not name, folded: 有關主管部門."""

DEFINED_GRAVITY = re.compile(
    r"(?:属于|视为|认定为|认为是|所称的?)情节(?:特别)?严重|情节(?:特别)?严重[^。；;，,]{0,8}(?:是指|包括)"
)
"""Folded words by which a law says itself what 情節嚴重 is."""

REMEDIES = frozenset({"civil", "criminal", "public_security", "public_interest_suit"})
"""Liability that a law may attach to any violation of it."""

GENERAL_WORDS = re.compile(
    r"违反本[^第，,。；;]{1,6}(?:有关|的)*规定|履行本[^第，,。；;]{1,6}(?:有关|的)*规定"
)
"""Folded words that name the whole law as what is violated."""
