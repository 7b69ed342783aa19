"""Which script a text is written in, by characters that only one of the two has."""

from __future__ import annotations

from collections import Counter

from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.model.source import SourceFile
from build_tools.model.variant import Script

#: Forms of Hong Kong's character list that GB 2312 has and Big5 lacks.
_HONG_KONG = frozenset("税户着温兑脱卧")


def guess_script(text: str) -> Script | None:
    """The script of a text; None if it has too few telling characters, or of both in some number.

    例: 「為了預防網絡犯罪」 → Hant；「为了预防网络犯罪」 → Hans；「第一條 本法自XX施行」 → None。
    """
    hant, hans = count_script(text)
    if hant + hans < 5:
        return None
    if hant >= 4 * hans:
        return Script.HANT
    return Script.HANS if hans >= 4 * hant else None


def count_script(text: str) -> tuple[int, int]:
    """How many characters only Traditional has and how many only Simplified has.

    A character of Big5 that GB 2312 lacks is Traditional; one of GB 2312 that Big5 lacks is Simplified, unless
    Hong Kong writes it too: two national standards, made apart from each other, as the witnesses.
    """
    hant = hans = 0
    for char, count in Counter(text).items():
        if "\u4e00" <= char <= "\u9fff":
            in_gb, in_big5 = (bool(char.encode(codec, "ignore")) for codec in ("gb2312", "big5"))
            hant += count if in_big5 and not in_gb else 0
            hans += count if in_gb and not in_big5 and char not in _HONG_KONG else 0
    return hant, hans


def check_script(source: SourceFile, declared: Script, log: IssueLog) -> None:
    """Warn if a text is clearly not in the script that law.toml says it is in."""
    hant, hans = count_script(source.text)
    mine, other = (hant, hans) if declared is Script.HANT else (hans, hant)
    if other > mine and other >= 5:
        share = round(100 * other / (hant + hans))
        name = declared.other.value
        message = f"declared as {declared.value}, but {share} % of the telling characters are {name}"
        hint = f'write script = "{name}" in law.toml, if that is so'
        log.add(Issue("W036", Severity.WARNING, source.path, 0, 0, message, hint))
