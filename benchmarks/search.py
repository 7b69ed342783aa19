"""What a search costs: the bytes of its files as a server sends them (gzip, level 9), and the build of its data."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.directory import LawDirectory
from build_tools.model.export import ExportInputs
from build_tools.model.issue import IssueLog
from build_tools.model.site import Site
from build_tools.pages.registry import documents
from build_tools.pipeline import load_site
from build_tools.search.files import search_files

#: Before the first result, in bytes: engine and lunr, list of laws, the law's text and its order.
FIRST_RESULT = 60_000
#: A law's file by its text in one script.
TEXT_RATIO = 1.1
#: Of a law, in milliseconds of processor time.
BUILD = 25
#: Says how long queries take; it is given the folder of a site, lunr, and queries, one a line.
_TIMES = Path(__file__).with_name("search_times.js")
#: Queries of every kind, marked by readers.
_MARKED = Path(__file__).parent.parent / "tests" / "search" / "queries" / "queries-dev.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Bytes of the search files of a site: ``texts`` and ``ranks`` are sums over all laws."""

    laws: int
    listing: int
    texts: int
    ranks: int
    ratios: tuple[float, ...]
    """Each law's file by its text in one script, the smallest first."""
    seconds: float
    """Of processor time, for all data."""


def search_sizes(site: Site) -> Sizes:
    """Make the search files of a site and weigh them."""
    start = time.process_time()
    files = {file.path: file.data for file in search_files(ExportInputs(site, LawDirectory()))}
    seconds = time.process_time() - start
    listing = files["assets/search/laws.js"]
    entries = json.loads(listing.decode().removeprefix("self.duizhaoSearch.laws(").removesuffix(");\n"))
    texts = [gzipped(files[edition["file"]]) for law in entries["laws"] for edition in law["editions"]]
    ranks = [gzipped(files[edition["rank"]]) for law in entries["laws"] for edition in law["editions"]]
    plain = [
        gzipped(
            "".join(f"{line.texts.written}\n" for d in documents(law, record) for line in d.lines).encode()
        )
        for law, record in site.editions()
    ]
    ratios = sorted(a / b for a, b in zip(texts, plain, strict=True))
    return Sizes(
        laws=len(site.laws), listing=gzipped(listing), texts=sum(texts), ranks=sum(ranks),
        ratios=tuple(ratios), seconds=seconds,
    )  # fmt: skip


def first_result(site: Path) -> dict[str, int]:
    """What the browser fetches before it shows a first result on the first article of a built site, by file."""
    page = min((site / "zh-hant").glob("*/*/art-1/index.html"))
    button = re.search(r"<button[^>]*data-search-open[^>]*>", page.read_text(encoding="utf-8"))
    named = re.findall(r'data-(?:engine|order|box)="([^"]*)"', button[0] if button else "")
    law = page.parent.parent.parent.name
    room = site / "assets" / "search"
    paths = [site / name for names in named for name in names.split()]
    paths += [room / "laws.js", *room.glob("interface.zh-hant.*.js")]
    paths += [p for p in room.glob(f"{law}.*.js") if re.fullmatch(r"[\w-]+\.(?:rank\.)?\w{8}\.js", p.name)]
    return {re.sub(r"\.\w{8}\.js$", ".js", path.name): gzipped(path.read_bytes()) for path in paths}


def query_times(site: Path, scripts: Path | None = None) -> str:
    """What the measure of query times prints for the search data of a site: milliseconds as JSON.

    lunr is that of the built site ``scripts``, or of the same.
    """
    (lunr,) = ((scripts or site) / "assets" / "javascripts").glob("lunr.*.js")
    done = subprocess.run(
        ["node", str(_TIMES), str(site), str(lunr)], input="\n".join(_queries()), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    print(f"queries, ms: {done.stdout.strip()}")
    return done.stdout.strip()


def _queries() -> list[str]:
    lines = _MARKED.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[2] for line in lines if line and not line.startswith("#")]


def gzipped(data: bytes) -> int:
    """Bytes after gzip, level 9."""
    return len(gzip.compress(data, 9))


def search(seed: Path, plain: Path, many: Path | None = None) -> dict[str, object]:
    """Print sizes and times for two built projects: the content of this repository, and one of many laws.

    ``plain`` is the site of the same content that mkdocs-material makes: it fetches its index with every page.
    """
    found: dict[str, object] = {"first": first_result(seed / "site")}
    parts = first_result(seed / "site")
    print("\nSearch, gzip bytes before the first result")
    for name, size in parts.items():
        print(f"{name:45}{size:8}")
    box = sum(size for name, size in parts.items() if name.startswith(("search-box", "interface")))
    total = sum(parts.values())
    needed = total - box
    print(
        f"{'text, index and engine':45}{needed:8}  target <= {FIRST_RESULT}: {_yes(needed <= FIRST_RESULT)}"
    )
    theirs = gzipped((plain / "site" / "search" / "search_index.json").read_bytes())
    print(
        f"{'with the box and its words':45}{total:8}  (plain: an index of {theirs} with every page, before any search)"
    )
    for project in filter(None, (seed, many)):
        sizes = search_sizes(load_site(project / "content", IssueLog()))
        mean, worst = sum(sizes.ratios) / len(sizes.ratios), sizes.ratios[-1]
        milliseconds = 1000 * sizes.seconds / sizes.laws
        print(
            f"{sizes.laws} laws: list {sizes.listing}, texts {sizes.texts}, order {sizes.ranks}; "
            f"a law's file by its text: mean {mean:.3f}, at most {worst:.3f}: {_yes(worst <= TEXT_RATIO)}; "
            f"CPU ms a law {milliseconds:.0f}"
            + (f": {_yes(milliseconds <= BUILD)}" if sizes.laws > 1 else " (tables of characters among them)")
        )
        found[str(sizes.laws)] = [sizes.listing, sizes.texts, sizes.ranks, mean, worst, milliseconds]
        found[f"times of {sizes.laws}"] = query_times(project / "site")
    return found


def _yes(holds: bool) -> str:
    return "met" if holds else "NOT MET"
