"""第五十七條, 第57-1條, 第一百二十條之一: how labels of articles and headings are numbered, for every stage that reads them."""

from __future__ import annotations

from build_tools.grammar.numerals import NUMERAL_CLASS, parse_numeral, to_chinese

#: No law has more articles; a greater number is a slip or a joke, and is reported.
HIGHEST_NUMBER = 99_999

_N, _GAP = NUMERAL_CLASS, r"[ \u3000\u00a0]"
#: Sources of regular expressions: a number with blanks in it, and the number of what was put in later, which stands
#: before the unit (第57-1條, 第五十七之一條) or after it (第五十七條之一).
NUMBER = rf"[{_N}](?:[{_N} \u3000\u00a0]{{0,30}}[{_N}])?"
INSERT = rf"{_GAP}{{0,3}}[-之]{_GAP}{{0,3}}[{_N}]{{1,5}}"


def label_number(number: str, insert: str | None = None) -> tuple[int, ...] | None:
    """The number of a label as in `ProvisionId.article`; None if it cannot be read or is above `HIGHEST_NUMBER`.

    >>> label_number("一百二十", "之一"), label_number("5 7"), label_number("二十百"), label_number("100000")
    ((120, 1), (57,), None, None)
    """
    parts = [parse_numeral("".join(part.split()).lstrip("-之")) for part in (number, insert) if part]
    if not all(part and part <= HIGHEST_NUMBER for part in parts):
        return None
    return tuple(part for part in parts if part)


def article_words(number: tuple[int, ...]) -> str:
    """The label of an article, for messages.

    >>> article_words((120, 1))
    '第一百二十条之一'
    """
    main, *inserts = (to_chinese(n) if n <= HIGHEST_NUMBER else str(n) for n in number)
    return f"第{main}条" + "".join(f"之{insert}" for insert in inserts)


def continues(number: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """True if ``number`` follows ``before`` in a run: 12 after 11, 120之一 after 120, 121 after 120之三.

    >>> continues((121,), (120, 3)), continues((120, 1), (120,)), continues((122,), (120,))
    (True, True, False)
    """
    if len(number) == 1:
        return number[0] == before[0] + 1
    inserted = before[1] if len(before) > 1 else 0
    return number[0] == before[0] and number[1] == inserted + 1
