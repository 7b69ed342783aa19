"""The pieces of folded text that indexes are made of, as overrides/assets/javascripts/search/grams.js cuts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LATIN = "0-9a-z\xc0-\u052f"
_RUNS = re.compile(f"([{_LATIN}]+)|[^ \n{_LATIN}]+")


def grams_of(folded: str) -> Iterator[str]:
    """Each pair of characters that stand together, and each Latin word or number whole, in order.

    >>> list(grams_of("网络犯罪 vpn"))
    ['网络', '络犯', '犯罪', 'vpn']
    """
    for run in _RUNS.finditer(folded):
        if run[1]:
            yield run[1]
        else:
            yield from map("".join, zip(run[0], run[0][1:], strict=False))
