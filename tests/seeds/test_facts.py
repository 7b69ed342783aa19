"""Facts of the two real files, as a reader can count them."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.feedback import CLAIMS, QUOTES, Match
from build_tools.model.issue import IssueLog, Severity
from build_tools.model.law import walk_items
from build_tools.model.site import EditionRecord
from build_tools.pipeline import load_site

CONTENT = Path(__file__).parent.parent.parent / "content"


@pytest.fixture(scope="module")
def edition() -> EditionRecord:
    """The draft of 2026-01-31 with all its layers; its content has no error and no warning."""
    log = IssueLog()
    site = load_site(CONTENT, log)
    assert not [i for i in log.issues if i.severity is not Severity.NOTE], log.issues
    return site.laws[0].editions[0]


def test_the_law_in_figures(edition: EditionRecord) -> None:
    """68 articles in 7 chapters, 94 款 and 91 項."""
    law = edition.text
    assert [str(a.id) for a in law.articles] == [f"art-{n}" for n in range(1, 69)]
    assert [h.id for h in law.headings] == [f"ch-{n}" for n in range(1, 8)]
    paragraphs = [p for a in law.articles for p in a.paragraphs]
    assert len(paragraphs) == 94
    assert sum(1 for p in paragraphs for _ in walk_items(p.items)) == 91


def test_headings_as_they_stand(edition: EditionRecord) -> None:
    """Glued and spaced headings are told apart from their labels; nothing is mended."""
    assert [(h.label, h.title) for h in edition.text.headings] == [
        ("第一章", "總 則"),
        ("第二章", "網絡基礎資源管理"),
        ("第三章", "網絡犯罪生態治理"),
        ("第四章", "網絡犯罪防治義務"),
        ("第五章", "跨境網絡犯罪防治"),
        ("第六章", "法律責任"),
        ("第七章", "附 則"),
    ]


def test_faults_are_shown_not_mended(edition: EditionRecord) -> None:
    """提供者者, 第十一條至十三條 and XX stand as received, each with an editor's note elsewhere."""
    article = {str(a.id): a.paragraphs[0].text for a in edition.text.articles}
    assert article["art-64"].startswith("電信、金融、互聯網等服務提供者者不履行")
    assert article["art-57"].startswith("違反本法第十一條至十三條的規定")
    assert article["art-68"] == "本法自XX施行。"


def test_the_feedback_in_figures(edition: EditionRecord) -> None:
    """16 article blocks and 5 general sections."""
    submission = edition.feedback[0].submission
    assert [str(b.article)[4:] for b in submission.blocks] == (
        [str(n) for n in (12, 14, 15, 17, 18, 24, 28, 31, 35, 36, 39, 41, 44, 51, 56, 57)]
    )
    assert len(submission.general) == 5
    counts = {str(b.article)[4:]: len(b.comments) for b in submission.blocks}
    assert (counts["12"], counts["15"], counts["44"], counts["57"]) == (3, 2, 3, 1)


def test_quotes_against_the_law(edition: EditionRecord) -> None:
    """15 of 16 equal once script is folded; one differs by a trailing no-break space, and says so."""
    checks = edition.feedback[0].layers[QUOTES].items
    assert [str(c.quote.article) for c in checks if c.match is Match.SCRIPT] == [
        f"art-{n}" for n in (12, 14, 15, 17, 18, 24, 28, 31, 36, 39, 41, 44, 51, 56, 57)
    ]
    (other,) = [c for c in checks if c.match is not Match.SCRIPT]
    assert (str(other.quote.article), other.match) == ("art-35", Match.BLANKS)
    source = edition.feedback[0].source
    assert [source.slice(span) for span, _ in other.changes] == ["\u00a0"]


def test_the_explanations_own_claim_is_true(edition: EditionRecord) -> None:
    """共7章68條, checked against the parsed law."""
    (claim,) = edition.layers[CLAIMS].items
    assert claim.text == "共7章68條"
    assert claim.holds


def test_lists_of_articles_in_the_general_opinions(edition: EditionRecord) -> None:
    """The lists name 13, 10, 4 and 3 articles, and each holds the expression it is listed for."""
    claims = edition.feedback[0].layers[CLAIMS].items
    assert [len(c.claimed) for c in claims] == [13, 10, 4, 3]
    assert all(c.holds for c in claims)


def test_what_was_set_aside(edition: EditionRecord) -> None:
    """Only the ten lines of the news site, 309 characters, each with a reason."""
    rows = [r for r in edition.text.ledger if r.kind.value == "set-aside"]
    assert sum(r.span.end - r.span.start for r in rows) == 309
    assert all(r.reason for r in rows)
    assert not [r for r in edition.text.ledger if r.kind.value == "unclassified"]
