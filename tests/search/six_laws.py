"""The six laws that the quotations of `quotations/` were taken from, as one site."""

from __future__ import annotations

from build_tools.law.parse import parse_law
from build_tools.model.issue import IssueLog
from build_tools.model.locale import Localized
from build_tools.model.site import LawRecord, Site
from build_tools.model.source import SourceFile
from build_tools.model.variant import Script
from build_tools.pipeline import load_site
from build_tools.text.script import convert
from tests.conftest import LAW, ROOT
from tests.search.small_site import law_record, site_of
from tests.small_records import edition_record

#: Files in tests/corpus by the names that the quotations give them.
CORPUS = {
    "huanbaoshui": "环境保护税法",
    "minshi-susong": "民事诉讼法",
    "xianggang-jibenfa": "香港特别行政区基本法",
    "rongzi-zulin": "融资租赁合同解释",
    "shenzhen-fangdichan": "深圳经济特区房地产登记条例",
}


def six_laws() -> Site:
    """The draft of this repository with its opinion, and five laws of the corpus."""
    seed = next(law for law in load_site(ROOT / "content", IssueLog()).laws if law.manifest.slug == LAW)
    return site_of(seed, *(_law(slug, name) for slug, name in CORPUS.items()))


def _law(slug: str, name: str) -> LawRecord:
    text = (ROOT / "tests" / "corpus" / f"{name}.txt").read_text(encoding="utf-8")
    source = SourceFile.of_text(f"{slug}/now", "now.txt", text)
    record = edition_record(source, parse_law(source, IssueLog()), Script.HANS, punctuation=True)
    return law_record(record, slug=slug, title=Localized(convert(name, "s2t"), name))
