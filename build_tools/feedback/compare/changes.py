"""The places where a quote departs from the law, each with its offset in the feedback file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.feedback.compare.words import PlacedText, share_of_pairs
from build_tools.model.source import SourceFile, Span
from build_tools.text.diff import Change, compare
from build_tools.text.fold import FoldedText, is_blank
from build_tools.text.script import fold_script

_LINE_END = re.compile(r"[\r\n]|<br\s*/?>", re.IGNORECASE)
Changes = list[tuple[Span, Change]]
"""In `Change`, ``before`` is an offset in the law's source, ``after`` one in the feedback file."""


def small_changes(
    words: PlacedText, stretch: FoldedText, source: SourceFile, law_source: SourceFile
) -> Changes:
    """Blanks and widths that differ where quote and law say the same, such as a no-break space at a line's end.

    ``stretch`` holds the characters of the law without blanks, one for each character of the quote that is no
    blank. Line ends are layout on either side.
    """
    plain = fold_script(words.text)
    kept = [i for i, char in enumerate(words.text) if not is_blank(char)]
    changes = list(_surplus(words, range(kept[0]), stretch.places[0], source))
    for n, (i, at) in enumerate(zip(kept, stretch.places, strict=True)):
        own = law_source.text[at]
        if plain[i] != fold_script(own):
            place = words.places[i]
            changes.append((Span(source.id, place, place), Change("delete", own, at, place)))
            changes.append((Span(source.id, place, place + 1), Change("insert", words.text[i], at, place)))
        after = kept[n + 1] if n + 1 < len(kept) else len(words.text)
        quoted = range(i + 1, after)
        law_end = stretch.places[n + 1] if n + 1 < len(stretch.places) else at + 1
        last = words.places[i] if after == len(words.text) else words.places[after]
        ends_line = _LINE_END.search(source.text, words.places[i], last) is not None
        changes += _blanks(words, quoted, law_source.text[at + 1 : law_end], at + 1, source, ends_line)
    return changes


def _blanks(
    words: PlacedText, quoted: range, own: str, law_at: int, source: SourceFile, ends_line: bool
) -> Iterator[tuple[Span, Change]]:
    """Blanks behind one character of quote and law; where only one of them ends a line, a blank is layout."""
    theirs = words.text[quoted.start : quoted.stop]
    law_ends_line = "\n" in own or "\r" in own or not all(map(is_blank, own))
    if law_ends_line or ends_line:
        own = ""
    if own == theirs or (law_ends_line and not ends_line and quoted.stop < len(words.text)):
        return
    if own:
        place = words.places[quoted.start - 1] + 1
        yield Span(source.id, place, place), Change("delete", own, law_at, place)
    yield from _surplus(words, quoted, law_at, source)


def _surplus(
    words: PlacedText, quoted: range, law_at: int, source: SourceFile
) -> Iterator[tuple[Span, Change]]:
    for i in quoted:
        place = words.places[i]
        yield Span(source.id, place, place + 1), Change("insert", words.text[i], law_at, place)


def differences(
    folded: FoldedText, stretch: FoldedText, source: SourceFile, law_source: SourceFile
) -> Changes:
    """Characters that differ between a quote and the stretch of the law that it comes nearest to.

    Script, width and blanks are no difference here. A quote that shares next to nothing with the law is one
    change: to align them would say nothing, and would take long.
    """
    own, quoted = stretch.text, folded.text
    if len(quoted) > 2 * len(own) + 500 or not own or share_of_pairs(quoted, own) < 0.2:
        stretches = [Change("delete", own, 0, 0), Change("insert", quoted, len(own), 0)]
    else:
        stretches = list(_at_line_starts(_without_ellipses(compare(own, quoted)), stretch, folded))
    changes: Changes = []
    for change in stretches:
        if change.text and change.operation == "delete":
            first, last = stretch.places[change.before], stretch.places[change.before + len(change.text) - 1]
            place = _place(folded, change.after)
            text = "".join(law_source.text[first : last + 1].splitlines())
            changes.append((Span(source.id, place, place), Change("delete", text, first, place)))
        elif change.text:
            law_at = _place(stretch, change.before) if own else 0
            places = folded.places[change.after : change.after + len(change.text)]
            changes += _inserted(places, law_at, source)
    return changes


def _without_ellipses(compared: tuple[Change, ...]) -> tuple[Change, ...]:
    """Leave out each …… of the quote together with the words of the law that it stands for."""
    kept: list[Change] = []
    skipped = False
    for change in compared:
        ellipsis = change.operation == "insert" and not change.text.strip("…⋯.")
        if ellipsis and kept and kept[-1].operation == "delete":
            kept.pop()
        if not ellipsis and not (skipped and change.operation == "delete"):
            kept.append(change)
        skipped = ellipsis
    return tuple(kept)


def _at_line_starts(
    compared: tuple[Change, ...], stretch: FoldedText, folded: FoldedText
) -> Iterator[Change]:
    """The changes; one that could as well begin earlier does so if a line begins there: whole 項 stay whole."""
    for at, change in enumerate(compared):
        if change.operation == "equal":
            continue
        own, index = (stretch, change.before) if change.operation == "delete" else (folded, change.after)
        before = compared[at - 1] if at else None
        alone = at + 1 == len(compared) or compared[at + 1].operation == "equal"
        room = len(before.text) if before and before.operation == "equal" and alone else 0
        size = len(change.text)
        for shift in range(min(room, 12) + 1):
            first = index - shift
            if shift and own.text[first] != own.text[first + size]:
                break
            if first == 0 or own.places[first] > own.places[first - 1] + 1:
                text = own.text[first : first + size]
                change = Change(change.operation, text, change.before - shift, change.after - shift)  # noqa: PLW2901
                break
        yield change


def _inserted(places: tuple[int, ...], law_at: int, source: SourceFile) -> Iterator[tuple[Span, Change]]:
    """What the quote has more, one change for each line of the file."""
    first = places[0]
    for here, after in zip(places, (*places[1:], None), strict=True):
        if after is None or _LINE_END.search(source.text, here, after):
            span = Span(source.id, first, here + 1)
            yield span, Change("insert", source.slice(span), law_at, first)
            first = after if after is not None else first


def _place(folded: FoldedText, index: int) -> int:
    return folded.places[index] if index < len(folded.places) else folded.places[-1] + 1
