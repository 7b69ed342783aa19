"""The search of all national laws: 784 of them, without the pages of a site."""

from __future__ import annotations

import tarfile
from pathlib import Path

from benchmarks.search import first_result, gzipped, query_times
from build_tools.cli.new_law import make_law
from build_tools.model.directory import LawDirectory
from build_tools.model.export import ExportInputs
from build_tools.model.issue import IssueLog
from build_tools.pipeline import load_site
from build_tools.search.files import search_files

_LAWS = Path(__file__).with_name("national.tar.xz")
#: Of a query typed on an article's page, in bytes before the first result; and of 95 queries in 100, in milliseconds.
FIRST_RESULT, SLOW = 300_000, 60


def national(folder: Path, built: Path) -> dict[str, object]:
    """Make the laws and their search data below a folder, print sizes and times, and return them.

    ``built`` is a built site, whose scripts are those of every site. Laws that `duizhao new` does not take as they
    are stay out; how many is printed.
    """
    content = folder / "content"
    with tarfile.open(_LAWS) as archive:
        archive.extractall(folder / "source", filter="data")
    for path in sorted((folder / "source").rglob("n*.txt")):
        make_law(path.stem, path, (), None, content, IssueLog())
    site = load_site(content, IssueLog(), without_broken=True)
    for file in search_files(ExportInputs(site, LawDirectory())):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.data)
    room = folder / "assets" / "search"
    sizes = {path.name: gzipped(path.read_bytes()) for path in room.iterdir()}
    buckets = sorted(size for name, size in sizes.items() if name.startswith("grams"))
    laws = sorted(size for name, size in sizes.items() if not name.startswith(("grams", "laws.js")))
    scripts = sum(
        size
        for name, size in first_result(built).items()
        if name.startswith(("search-", "lunr", "interface"))
    )
    first = (
        scripts + sizes["laws.js"] + 2 * laws[-1] + buckets[-1]
    )  # the largest law, and the largest part of the index
    print(f"\n{len(site.laws)} national laws ({len(site.left_out)} left out); search data without pages")
    print(
        f"list {sizes['laws.js']}, texts and order {sum(laws)}, index over laws {sum(buckets)} in {len(buckets)} files"
    )
    print(
        f"before the first result at most {first}  target <= {FIRST_RESULT}: {'met' if first <= FIRST_RESULT else 'NOT MET'}"
    )
    times = query_times(folder, built)
    return {
        "laws": len(site.laws),
        "sizes": [sizes["laws.js"], sum(laws), sum(buckets), first],
        "times": times,
    }
