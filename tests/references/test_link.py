"""References to other laws of a site, held against the edition that the site has."""

from __future__ import annotations

from build_tools.model.issue import IssueLog
from build_tools.model.reference import REFERENCES, Reference
from build_tools.model.target import Target
from build_tools.pipeline import link_site
from build_tools.references.link import link_laws
from tests.pages.small_law import cite, opinion, small_feedback, small_law

LINE = "依照網絡安全法第七條第三款、第七條第二款、第八條和刑法第三條處理。"
SAID = "网络安全法第七条第九款没有规定。"
OTHER = "第七條 甲。\n乙。\n"


def _cites(words: str, target: str) -> Reference:
    return cite(LINE, "art-1-p1", words, target, "law-article")


def _laws() -> tuple[object, ...]:
    references = (
        _cites("第七條第三款", "law:网络安全法#art-7-p3"),
        _cites("第七條第二款", "law:网络安全法#art-7-p2"),
        _cites("第八條", "law:网络安全法#art-8"),
        _cites("第三條", "law:刑法#art-3"),
    )
    said = cite(SAID, "f1", "第七条第九款", "law:网络安全法#art-7-p9", "law-article")
    feedback = small_feedback((opinion(1, SAID, ("art-1",)),), (said,))
    other = small_law(OTHER, slug="wangan", title=("中華人民共和國網絡安全法", "中华人民共和国网络安全法"))
    return small_law(f"第一條 {LINE}\n", references, (feedback,)), other


def test_a_provision_that_the_edition_here_lacks_is_a_doubt() -> None:
    """第七條第三款 of a law whose 第七條 has two 款, and 第八條 that it lacks; of a law not here nothing is known."""
    log = IssueLog()
    laws = _laws()
    law, _ = link_laws(laws, link_site(laws), log)
    record = law.editions[0]
    assert [(str(r.targets[0]), r.doubt) for r in record.layers[REFERENCES].items] == [
        ("law:网络安全法#art-7-p3", "not-in-edition"),
        ("law:网络安全法#art-7-p2", None),
        ("law:网络安全法#art-8", "not-in-edition"),
        ("law:刑法#art-3", None),
    ]
    assert [r.doubt for r in record.feedback[0].layers[REFERENCES].items] == ["not-in-edition"]
    assert [(i.code, i.line, i.column) for i in log.issues] == [
        ("N413", 1, 11),
        ("N413", 1, 25),
        ("N413", 2, 5),
    ]


def test_the_link_leads_to_what_holds_it() -> None:
    """To the article where the 款 is missing, to the law where the article is missing."""
    directory = link_site(_laws())
    places = [directory.find(Target.parse(f"law:网络安全法{place}")) for place in ("#art-7-p3", "#art-8", "")]
    assert [(entry.law, place) for entry, place in places] == [
        ("wangan", "art-7"),
        ("wangan", ""),
        ("wangan", ""),
    ]
    assert directory.find(Target.parse("law:刑法#art-3")) is None
