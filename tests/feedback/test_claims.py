"""What an explanation says of the shape of the law: 共7章68条."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.feedback.compare.claims import check_claims
from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.law import Block, BlockKind
from build_tools.model.source import SourceFile, Span
from tests.feedback.held_against import LAW

CONTENT = Path(__file__).parents[2] / "content" / "laws" / "wangluo-fanzui-fangzhi"


def _claims(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], bool]]:
    block = Block("explanation-1", BlockKind.PARAGRAPH, text, Span("small/law", 100, 100 + len(text)))
    found = check_claims([block], LAW)
    for claim in found:
        assert text[claim.span.start - 100 : claim.span.end - 100] == claim.text
    return [(claim.text, claim.claimed, claim.found, claim.holds) for claim in found]


def test_the_explanation_of_the_first_law() -> None:
    """共7章68條 is what the explanation of the draft claims, and it is so."""
    (path,) = (CONTENT / "editions").glob("*.txt")
    source = SourceFile.of_text("l/e", path.name, path.read_text(encoding="utf-8"))
    law = parse_law(source, IssueLog())
    part = law.part("explanation")
    assert part is not None
    (claim,) = check_claims(part.blocks, law)
    assert (claim.text, source.slice(claim.span)) == ("共7章68條", "共7章68條")
    assert (claim.claimed, claim.found, claim.holds) == (("7章", "68條"), ("7章", "68條"), True)


@pytest.mark.parametrize(
    ("text", "claimed", "found"),
    [
        ("草案共四章十三条。", ("四章", "十三条"), ("四章", "十三条")),
        ("草案共4章13条。", ("4章", "13条"), ("4章", "13条")),
        ("草案分為四章，共十三條。", ("四章", "十三條"), ("四章", "十三條")),
        ("《社区公共数据条例（草案）》分为四章、共计十二条。", ("四章", "十二条"), ("四章", "十三条")),
        ("本条例共１３条。", ("１３条",), ("13条",)),
        ("征求意见稿共十三个条文，主要内容如下。", ("十三条",), ("十三条",)),
        ("草案共一编四章十三条。", ("一编", "四章", "十三条"), ("零编", "四章", "十三条")),
        ("草案由原来的三章十条增加到四章十三条。", ("四章", "十三条"), ("四章", "十三条")),
        ("草案共13条17款6项。", ("13条", "17款", "6项"), ("13条", "17款", "6项")),
    ],
)
def test_claims_about_the_law(text: str, claimed: tuple[str, ...], found: tuple[str, ...]) -> None:
    """Numbers in either kind of digits and either script are compared with the parsed law."""
    ((_, said, counted, holds),) = _claims(text)
    assert (said, counted) == (claimed, found)
    plain = str.maketrans("１３", "13")
    assert holds == (tuple(c.translate(plain) for c in claimed) == found)


@pytest.mark.parametrize(
    "text",
    [
        "《个人信息保护法》共八章七十四条。",
        "现行《社区公共数据条例》共三章十条。",
        "共收到意见1200条。",
        "草案新增2章10条，修改5条。",
        "共征求意见3轮，形成条文。",
        "分为三类，共五种情形。",
        "草案第四章共有问题。",
        "本条例自2027年1月1日起施行。",
        "起草组先后召开10次会议，研究了20条建议。",
        "共8条建议。",
    ],
)
def test_other_numbers_are_no_claims(text: str) -> None:
    """Other laws, numbers of opinions, and what was added or stood before are not compared."""
    assert _claims(text) == []
