"""The script of a text is told by characters that only one script has, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.issue import IssueLog
from build_tools.model.source import SourceFile
from build_tools.model.variant import Script
from build_tools.read.script import check_script, count_script, guess_script
from build_tools.text.script import convert

LAWS = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))
SEED = Path(__file__).parents[2] / "content/laws/wangluo-fanzui-fangzhi/editions/draft-2026-01-31.hant.txt"


@pytest.mark.parametrize("path", LAWS, ids=lambda path: path.stem)
def test_real_laws(path: Path) -> None:
    """Each law is Simplified as it is, and Traditional in the characters of Taiwan and of Hong Kong."""
    text = path.read_text(encoding="utf-8")
    assert guess_script(text) is Script.HANS
    assert {guess_script(convert(text, rule)) for rule in ("s2t", "s2tw", "s2hk")} == {Script.HANT}


def test_a_machine_converted_law() -> None:
    """范圍, 并, 于 in a Traditional text, as converters leave them, do not make it doubtful."""
    assert guess_script(SEED.read_text(encoding="utf-8")) is Script.HANT


@pytest.mark.parametrize("text", ["", "第一條", "本法自XX施行", "爲了網絡發展為与网络发展的规定"])
def test_not_plain(text: str) -> None:
    """Too few telling characters, or both kinds, are no ground for a guess."""
    assert guess_script(text) is None


def test_counting() -> None:
    """Characters that both scripts have do not count."""
    assert count_script("第一條 规络") == (1, 2)


@pytest.mark.parametrize(("declared", "told"), [(Script.HANT, ["W036"]), (Script.HANS, [])])
def test_declared_wrongly(declared: Script, told: list[str]) -> None:
    """A Simplified text that law.toml calls Traditional is a warning with the share of telling characters."""
    log = IssueLog()
    check_script(SourceFile.of_text("x/y", "y.txt", "为预防网络犯罪，维护国家安全、社会稳定"), declared, log)
    assert [i.code for i in log.issues] == told
    assert all("100 % of the telling characters are Hans" in i.message for i in log.issues)
