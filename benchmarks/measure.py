"""What a command costs, and what a page weighs."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import html5lib


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of CPU (children included), and the peak memory of the process in MiB."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end and say what it cost; RuntimeError with its output if it fails."""
    log = folder / "command.log"
    with log.open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: exit {process.returncode}\n{log.read_text()[-4000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(costs: Sequence[Cost]) -> Cost:
    """The middle of several runs, each figure for itself."""
    middle = len(costs) // 2
    return Cost(*(sorted(getattr(c, name) for c in costs)[middle] for name in ("wall", "cpu", "memory")))


def tree_bytes(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def count_pages(folder: Path) -> int:
    """How many HTML files."""
    return sum(1 for _ in folder.rglob("*.html"))


def page_weight(site: Path, page: Path, also: Sequence[str] = ()) -> int:
    """Bytes (gzip, level 9) of a page with the styles and scripts it asks for on loading.

    ``also`` names files that its scripts fetch at once, such as Material's search index.
    """
    parts = {page.resolve()} | {(site / name).resolve() for name in also}
    tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    for element in tree.iter():
        asked = element.get("src") if element.tag in ("script", "img") else None
        if element.tag == "link" and element.get("rel") in ("stylesheet", "icon"):
            asked = element.get("href")
        if asked and "://" not in asked and not asked.startswith("data:"):
            parts.add((page.parent / asked.split("?")[0]).resolve())
    return sum(len(gzip.compress(p.read_bytes(), 9)) for p in parts)


def python(*arguments: str) -> list[str]:
    """A command line of this interpreter."""
    return [sys.executable, *arguments]
