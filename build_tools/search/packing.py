"""Numbers and pairs of characters in few bytes, which a browser reads as overrides/assets/javascripts/search/grams.js says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

#: Printable, and of one byte; neither " nor \ is among them. The last says that 90 is to be added to what follows.
_CHARACTERS = "".join(chr(code) for code in range(35, 127) if code != 92)
_MORE = len(_CHARACTERS) - 1
_WRITTEN = [_CHARACTERS[_MORE] * (n // _MORE) + _CHARACTERS[n % _MORE] for n in range(1024)]


def packed(numbers: Iterable[int]) -> str:
    """One character for each number below 90; none may be less than 0.

    >>> packed([0, 1, 89, 90, 200])
    '#$}~#~~7'
    """
    known = len(_WRITTEN)
    return "".join([
        _WRITTEN[n] if n < known else _CHARACTERS[_MORE] * (n // _MORE) + _CHARACTERS[n % _MORE] for n in numbers
    ])  # fmt: skip


def gaps(rising: Sequence[int]) -> list[int]:
    """Each number by its distance from the one before, the first from 0.

    >>> gaps([3, 3, 10])
    [3, 0, 7]
    """
    return [b - a for a, b in zip([0, *rising], rising, strict=False)]


def steps(rising: Sequence[int]) -> list[int]:
    """The first number, then distances less one, where no number comes twice.

    >>> steps([3, 4, 10])
    [3, 0, 5]
    """
    return [gap - (place > 0) for place, gap in enumerate(gaps(rising))]


class PairList:
    """Pairs of characters such as 网络, each there once, in an order in which they need few bytes.

    >>> PairList(["网络", "网站", "联网"]).in_order
    ('网站', '网络', '联网')
    """

    def __init__(self, pairs: Iterable[str]) -> None:
        known = sorted(set(pairs))
        often = Counter("".join(known))
        self._characters = sorted(often, key=lambda char: (-often[char], char))
        place = {char: number for number, char in enumerate(self._characters)}
        rows: dict[int, list[int]] = defaultdict(list)
        for first, second in known:  # type: ignore[str-unpack] # two characters
            rows[place[first]].append(place[second])
        self._rows = [sorted(rows[number]) for number in range(len(place))]

    @property
    def in_order(self) -> tuple[str, ...]:
        """The pairs as the browser counts them."""
        chars = self._characters
        rows = zip(chars, self._rows, strict=True)
        return tuple(first + chars[second] for first, row in rows for second in row)

    @property
    def packed(self) -> tuple[str, str, str]:
        """The characters, the most frequent first; how many pairs each begins; and with which it begins them."""
        counts = packed(map(len, self._rows))
        return "".join(self._characters), counts, packed(step for row in self._rows for step in steps(row))
