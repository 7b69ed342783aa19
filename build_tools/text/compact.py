"""The form in which citations are searched: half-width and without blanks."""

from __future__ import annotations

_BLANKS = (
    "\t\n\r\x0b\x0c \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\xad"
)
_NARROW = str.maketrans(
    {
        **{chr(c): chr(c - 0xFEE0) for c in range(0xFF10, 0xFF1A)},
        **{chr(c): chr(c - 0xFEE0) for c in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
        **dict(zip("（）〔〕［］，；：！？／＜＞﹙﹚︰﹐﹔､", "()()[],;:!?/<>():,;、", strict=True)),
        **dict.fromkeys("「『„‟〝", "“"),
        **dict.fromkeys("」』〞", "”"),
        **dict.fromkeys(_BLANKS, " "),
    }
)


def compact(text: str) -> tuple[str, list[int] | None]:
    """The text half-width and without blanks, and where each character stood; None if none was dropped.

    >>> compact("第 ５７ 條，")
    ('第57條,', [0, 2, 3, 5, 6])
    """
    narrow = text.translate(_NARROW)
    if " " not in narrow:
        return narrow, None
    places = [i for i, c in enumerate(narrow) if c != " "]
    return narrow.replace(" ", ""), places
