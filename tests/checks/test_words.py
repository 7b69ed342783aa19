"""Catalogues of interface words agree, and no Chinese line is broken."""

from __future__ import annotations

import pytest

from build_tools.checks.catalogues import check_catalogues
from build_tools.checks.check import CheckInputs
from build_tools.checks.lines import LineCheck
from build_tools.model.locale import LOCALES
from build_tools.model.site import Site
from build_tools.pages.messages import Messages, catalogue

HANT = {"a.one": "一", "a.more": "共{n}條", "a-b.c": "x"}


@pytest.mark.parametrize(
    ("hans", "asked", "codes"),
    [
        (HANT, "", []),
        ({**HANT, "a.two": "二"}, "", ["E530"]),
        ({**HANT, "a.one": " "}, "", ["E531"]),
        ({**HANT, "a.more": "共{count}條"}, "", ["E530"]),
        (HANT, "{{ t('a.one') }} {{ t(\"a-b.c\") }} {{ t('a.more', n=3) }}", []),
        (HANT, "{{ t('a.none') }}", ["E530"]),
        (HANT, 'words("a.none", n=1)', ["E530"]),
        (HANT, "{{ t('a.' ~ kind) }} import('os.path') ", []),
    ],
)
def test_catalogues(hans: dict[str, str], asked: str, codes: list[str]) -> None:
    """A key that one lacks, empty words, other places to fill, a key that is asked for and not there."""
    found = check_catalogues([Messages("zh-hant", HANT), Messages("zh-hans", hans)], [("x.html", asked)])
    assert [i.code for i in found] == codes


def test_the_catalogues_of_this_program() -> None:
    """Both have all words."""
    assert not list(check_catalogues(map(catalogue, LOCALES), ()))


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>任何個人\n和組織</p>", 1),
        ("<p>任何個人，\n    和組織</p>", 1),
        ("<p>任何個人</p>\n<p>和組織</p>", 0),
        ("<p>甲\n<b>乙</b></p>", 0),
        ("<p>用 a\n和 b</p>", 0),
        ("甲\n\n乙", 0),
    ],
)
def test_broken_lines(html: str, found: int) -> None:
    """E532 only where a blank would be seen between two Chinese characters."""
    check = LineCheck(CheckInputs(Site(laws=())))
    assert len(list(check.piece("x.html", html))) == found
