"""Two words, and the article that a lawyer would want first: marked by reading before any order was tried.

``python -m tests.search.ranking dev`` says at which place each wanted article stands.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from tests.search.query_set import FOLDER, answers


@dataclass(frozen=True)
class Placed:
    """One row, and the place of the first wanted article among the articles found; 0 if it was not found."""

    law: str
    query: str
    wanted: str
    place: int


def placed(half: str) -> list[Placed]:
    """Every row of one half."""
    lines = (FOLDER / f"ranking-{half}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    found = answers((query, law) for law, query, *_ in rows)
    result = []
    for (law, query, wanted, *_), answer in zip(rows, found, strict=True):
        pages = [hit["page"] for hit in answer["hits"] if hit["kind"] == "provision"]
        places = [pages.index(page) + 1 for page in wanted.split("|") if page in pages]
        result.append(Placed(law, query, wanted, min(places, default=0)))
    return result


def main(half: str) -> None:
    """Print the places and how many stand among the first three."""
    rows = placed(half)
    for row in sorted(rows, key=lambda row: row.place):
        print(f"{row.place:3} {row.law} {row.query} -> {row.wanted}")
    print(
        f"first {sum(r.place == 1 for r in rows)}, first three {sum(0 < r.place <= 3 for r in rows)} of {len(rows)}"
    )


if __name__ == "__main__":
    main(sys.argv[1])
