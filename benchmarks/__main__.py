"""`make bench`: builds the plain site and ours of the same content in one run and prints the ratios."""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import asdict
from pathlib import Path

from benchmarks.measure import Cost, count_pages, median, page_weight, python, run, tree_bytes
from benchmarks.national import national
from benchmarks.plain import write_plain
from benchmarks.search import search
from build_tools.model.issue import IssueLog
from build_tools.pipeline import load_site

ROOT = Path(__file__).parent.parent
WORK = ROOT / "benchmarks" / ".work"
CORPUS = ROOT / "benchmarks" / "corpus"


def main() -> None:
    """Measure the seed law and the growth to 50 laws; write benchmarks/.work/result.json too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each build of the seed law")
    parser.add_argument("--skip-scale", action="store_true", help="only the seed law")
    arguments = parser.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    result: dict[str, object] = {"seed": seed(arguments.runs)}
    if not arguments.skip_scale:
        result["scale"] = scale()
    result["search"] = search(
        WORK / "seed-ours", WORK / "seed-plain", None if arguments.skip_scale else WORK / "scale-50"
    )
    if not arguments.skip_scale:
        result["national"] = national(WORK / "national", WORK / "seed-ours" / "site")
    (WORK / "result.json").write_text(json.dumps(result, indent=1), encoding="utf-8")


def seed(runs: int) -> dict[str, object]:
    """The content of this repository: whole build, both trees and zip, against the plain site."""
    plain, ours = WORK / "seed-plain", WORK / "seed-ours"
    write_plain(load_site(ROOT / "content", IssueLog()), plain, full_navigation=True)
    _copy_project(ours, ROOT / "content")
    costs: dict[str, list[Cost]] = {"plain": [], "ours": []}
    for _ in range(runs):
        costs["plain"].append(run(python("-m", "mkdocs", "build", "-q", "-d", "site"), plain))
        costs["ours"].append(run(python("-m", "build_tools.cli", "build"), ours))
    theirs, mine = median(costs["plain"]), median(costs["ours"])
    first = min((plain / "site").glob("*/art-1/index.html"))
    page = min((ours / "site" / "zh-hant").glob("*/*/art-1/index.html"))
    weights = (
        page_weight(plain / "site", first, ("search/search_index.json",)),
        page_weight(ours / "site", page),
    )
    print(
        f"\nThe content of this repository, median of {runs} runs (plain = mkdocs-material 9.8, jieba search)"
    )
    _table(theirs, mine, plain / "site", ours / "site")
    _row("first article page, gzip kB", weights[0] / 1000, weights[1] / 1000)
    print(
        f"target: wall ratio <= 1: {_yes(mine.wall <= theirs.wall)}; page <= 80 kB: {_yes(weights[1] <= 80_000)}"
    )
    return {"plain": asdict(theirs), "ours": asdict(mine), "first_page": weights}


def scale() -> dict[str, object]:
    """50 laws as one site of ours against a plain site of them with one navigation entry a law."""
    growth = []
    for count in (10, 25, 50):
        ours = WORK / f"scale-{count}"
        text = _make_laws(ours, count)
        cost = run(python("-m", "build_tools.cli", "build"), ours)
        growth.append((count, text, tree_bytes(ours / "site"), count_pages(ours / "site"), cost))
    plain = WORK / "scale-plain"
    write_plain(load_site(WORK / "scale-50" / "content", IssueLog()), plain, full_navigation=False)
    theirs = run(python("-m", "mkdocs", "build", "-q", "-d", "site"), plain)
    mine = growth[-1][4]
    print("\n50 laws (plain = one navigation entry a law)")
    _table(theirs, mine, plain / "site", WORK / "scale-50" / "site")
    per_page = (
        1000 * theirs.cpu / count_pages(plain / "site"),
        1000 * mine.cpu / count_pages(WORK / "scale-50" / "site"),
    )
    _row("CPU ms a page", *per_page)
    print(f"target: CPU a page <= 1/5: {_yes(per_page[1] <= per_page[0] / 5)}; ", end="")
    print(f"memory <= 400 MiB: {_yes(mine.memory <= 400)}")
    print("growth: laws, source bytes, output bytes, output/source, pages, CPU s")
    for count, text, size, pages, cost in growth:
        print(f"  {count:3} {text:9} {size:11} {size / text:6.1f} {pages:6} {cost.cpu:6.1f}")
    return {"plain": asdict(theirs), "ours": asdict(mine), "per_page": per_page}


def _copy_project(folder: Path, content: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copytree(content, folder / "content")


def _make_laws(folder: Path, count: int) -> int:
    """A project of the first ``count`` laws, each made by ``duizhao new``; returns the bytes of their text."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copytree(ROOT / "content" / "pages", folder / "content" / "pages")
    (folder / "content" / "laws").mkdir()
    size = 0
    for path in sorted(CORPUS.glob("law-*.txt"))[:count]:
        run(python("-m", "build_tools.cli", "new", path.stem, "--from", str(path)), folder)
        size += path.stat().st_size
    return size


def _table(theirs: Cost, mine: Cost, plain: Path, ours: Path) -> None:
    print(f"{'':30}{'plain':>10}{'ours':>10}{'ratio':>8}")
    _row("wall s", theirs.wall, mine.wall)
    _row("CPU s", theirs.cpu, mine.cpu)
    _row("peak memory MiB", theirs.memory, mine.memory)
    _row("pages", count_pages(plain), count_pages(ours))
    _row("output MB", tree_bytes(plain) / 1e6, tree_bytes(ours) / 1e6)


def _row(name: str, theirs: float, mine: float) -> None:
    print(f"{name:30}{theirs:10.2f}{mine:10.2f}{mine / theirs:8.2f}")


def _yes(holds: bool) -> str:
    return "met" if holds else "NOT MET"


if __name__ == "__main__":
    main()
