"""笫五条, **第五条**, 第五 本法…, 五、本法…: lines that seem to begin an article and do not begin with its label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.grammar.labels import INSERT, NUMBER, continues, label_number
from build_tools.law.scan.labels import Label, make_label
from build_tools.law.scan.lines import Line, next_known, plain_form
from build_tools.law.scan.markers import read_marker

_SIGN = r"[^\w\s“”‘’《》,.。、;:!?…]"  # of Markdown and the like, brackets too; no stops or quotation marks
_DAMAGED = re.compile(
    rf"(?P<signs>(?:{_SIGN}| ){{0,6}})(?P<character>[\u3400-\u9fff]?)(?P<inner_signs>{_SIGN}{{0,3}}) {{0,9}}"
    rf"(?P<number>{NUMBER})(?P<insert>{INSERT})? {{0,9}}条(?P<outer>{INSERT})?{_SIGN}{{0,4}}[:.、]?"
)
# 第五 本法…, 第五奈 本法…, but not 第五类
_COUNTED = "页类次届期年月日号批级种步点组位名项部分卷册辑审代层等季周天度"
_WITHOUT_UNIT = re.compile(
    rf"第 {{0,9}}(?P<number>{NUMBER}) {{0,9}}[^\w\s]?[^\s,.。、;:{_COUNTED}]?(?= |$)(?! [{_COUNTED}])"
)
#: What is printed or read for 第, even where the number does not go on with the last one.
LOOKS_ALIKE = frozenset("笫弟苐茀")
#: A word with which a sentence begins: 前三条, 共五条.
_WORDS = frozenset("前上下本该这那此其各共以有后")


def find_damaged(lines: Sequence[Line], labels: list[Label | None], quoted: Sequence[bool]) -> None:
    """Put a label without a number in place of None where a line seems to begin an article.

    ``labels`` are those of the lines. A line counts if 条 follows a number there, with one wrong character for 第 or
    with signs around; or if its number is the next one, of which no other line has the label.
    """
    last: _Number = (0,)
    following = next_known([label.number if label and label.is_article else None for label in labels])
    begins = 0
    for i, line in enumerate(lines):
        label = labels[i]
        if label and label.is_article and label.number:
            last, begins = label.number, i
        elif label is None and not quoted[i]:
            found = _with_unit(line, last, following[i]) or _without_unit(line, last, following[i])
            if not found and last > (0,) and following[i] != (last[0] + 1,) and line.plain[0] in _MARKS:
                found = _as_marker(lines, i, begins, last)
            if found:
                labels[i], begins, last = found[0], i, found[1] or last


_LABEL_LONGEST = 30
_STOP = re.compile(r"[:;,。] *")
_MARKER_LONGEST = 40
_MARKS = frozenset("(0123456789一二三四五六七八九十百")
_Number = tuple[int, ...]
_Found = tuple[Label, _Number | None]


def _with_unit(line: Line, last: _Number, following: _Number | None) -> _Found | None:
    found = _DAMAGED.match(line.plain) if line.plain.find("条", 1, _LABEL_LONGEST) > 0 else None
    if not found:
        return None
    character, signs = found["character"], found["signs"].strip() + found["inner_signs"]
    label = make_label(line.plain, found.end(), "条", None)
    number = label_number(found["number"], found["insert"] or found["outer"])
    fits = number is not None and number != following and continues(number, last)
    if label.cites or (character and character in _WORDS) or not (label.blank or fits):
        return None
    if not fits and ("(" in signs or not (character == "第" or character in LOOKS_ALIKE)):
        return None
    return _damaged(line, found.end()), number


def _without_unit(line: Line, last: _Number, following: _Number | None) -> _Found | None:
    found = _WITHOUT_UNIT.match(line.plain) if line.plain[0] == "第" else None
    number = label_number(found["number"]) if found else None
    if found and number and number != following and continues(number, last):
        return _damaged(line, found.end()), number
    return None


def _as_marker(lines: Sequence[Line], i: int, begins: int, last: _Number) -> _Found | None:
    """五、, 5. or （五） after article 4, if no list of that article could go on so and the line before is whole."""
    marker = read_marker(lines[i].plain)
    if not marker or marker.doubtful or marker.insert or marker.number != last[0] + 1 or marker.number < 2:
        return None
    if lines[i - 1].last != "。":
        return None
    for line in lines[begins:i]:
        plain = plain_form(line.text)
        starts = [0, *(found.end() for found in _STOP.finditer(plain))]
        markers = (read_marker(plain[start : start + _MARKER_LONGEST]) for start in starts)
        if any(above and above.number == marker.number - 1 for above in markers):
            return None
    return _damaged(lines[i], marker.length), (marker.number,)


def _damaged(line: Line, length: int) -> Label:
    label = make_label(line.plain, length, "条", None)
    return replace(label, blank=True, arabic=False, cites=False, doubtful=False, damaged=True)
