"""Markdown of feedback files: blocks and inline marks by position; the only file here that knows markdown-it-py."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_NOTED = {
    "table": ["paragraph", "reference"],
    "fence": ["paragraph", "reference", "blockquote", "list"],
    "hr": ["paragraph", "reference", "blockquote", "list"],
    "heading": ["paragraph", "reference", "blockquote"],
    "lheading": [],
    "paragraph": [],
}
"""Block rules whose lines are noted, and the blocks that each may interrupt (as markdown-it-py lists them)."""
_DEEPEST = 40
_LONGEST_STYLED_LINE = 20_000
_SCHEMES = ("http:", "https:", "mailto:")


@dataclass(frozen=True, slots=True)
class ListItem:
    """A list item that a block stands in: its running number, its marker as written (``-``, ``1.``), its row."""

    number: int
    marker: str
    row: int


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """One leaf block: rows ``first`` to ``end`` (excluded), counted from 0.

    ``form`` is paragraph, heading, underlined (a heading by ``---`` or ``===``, whose last row is that line),
    fence, table or hr.
    """

    form: str
    first: int
    end: int
    markup: str
    level: int
    """Of a heading: 1 to 6."""
    quotes: int
    """How many block quotes it stands in."""
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class MarkdownBlocks:
    """All leaf blocks of a text, and the column at which each row's text begins behind `>` and list markers."""

    blocks: tuple[MarkdownBlock, ...]
    columns: dict[int, int]


@dataclass(frozen=True, slots=True)
class InlineMarks:
    """Marks of one line: (start, end, ``strong`` | ``em`` | ``code`` | ``link:URL``), their markup included.

    ``rejected`` are starts of links whose address is not http, https or mailto; they stay text.
    """

    emphasis: tuple[tuple[int, int, str], ...]
    rejected: tuple[tuple[int, str], ...]


def read_blocks(rows: Sequence[str]) -> MarkdownBlocks:
    """Read rows (lines without their ends) as CommonMark with tables.

    Raw HTML, indented code, link definitions and automatic links are off, so that none of them can swallow
    text: Chinese plain text is often indented by blanks. Block quotes more than 40 deep are not read; their
    rows are in no block.

    >>> [(b.form, b.first, b.quotes) for b in read_blocks(["## 第十二条", "> 任何个人"]).blocks]
    [('heading', 0, 0), ('paragraph', 1, 1)]
    """
    starts: dict[int, int] = {}
    tokens = _block_parser().parse("\n".join(rows), {"starts": starts})
    columns, position = {}, 0
    for number, row in enumerate(rows):
        if number in starts:
            columns[number] = starts[number] - position
        position += len(row) + 1
    return MarkdownBlocks(tuple(_leaf_blocks(tokens)), columns)


def _block_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable("table")
    parser.disable(["code", "reference", "html_block", "inline", "text_join"])
    ruler = parser.block.ruler
    functions = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    for name, interrupts in _NOTED.items():
        ruler.at(name, _noting(functions[name]), {"alt": interrupts})
    return parser


_BlockRule = Callable[[StateBlock, int, int, bool], bool]
_InlineRule = Callable[[StateInline, bool], bool]


def _noting(rule: _BlockRule) -> _BlockRule:
    """The same rule; it also notes where the text of each row begins, before its containers forget it."""

    def run(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        if not rule(state, start_line, end_line, silent):
            return False
        if not silent:
            for row in range(start_line, min(state.line, state.lineMax)):
                state.env["starts"][row] = state.bMarks[row] + state.tShift[row]
        return True

    return run


def _leaf_blocks(tokens: list[Token]) -> Iterator[MarkdownBlock]:
    quotes, items, numbers = 0, list[ListItem](), count(1)
    for token in tokens:
        first, end = token.map or (0, 0)
        form = ""
        match token.type:
            case "blockquote_open" | "blockquote_close":
                quotes += token.nesting
            case "list_item_open":
                items.append(ListItem(next(numbers), token.info + token.markup, first))
            case "list_item_close":
                items.pop()
            case "heading_open":
                form = "heading" if token.markup.startswith("#") else "underlined"
            case "paragraph_open" | "table_open" | "fence" | "hr":
                form = token.type.removesuffix("_open")
        if form:
            level = int(token.tag[1]) if token.type == "heading_open" else 0
            yield MarkdownBlock(form, first, end, token.markup, level, quotes, tuple(items))


def find_marks(text: str) -> InlineMarks:
    """Find emphasis, code and links in one line; the text itself stays as it is.

    Lines over 20,000 characters are not searched. Marks are given outermost first.

    >>> find_marks("**删除**该款").emphasis
    ((0, 6, 'strong'),)
    """
    if len(text) > _LONGEST_STYLED_LINE or not any(c in text for c in "*_`[<"):
        return InlineMarks((), ())
    rejected: dict[int, str] = {}
    parser = _inline_parser(rejected)
    tokens: list[Token] = []
    parser.inline.parse(text, parser, {}, tokens)
    marks = sorted(_placed_marks(tokens), key=lambda mark: (mark[0], -mark[1]))
    return InlineMarks(tuple(marks), tuple(sorted(rejected.items())))


def _inline_parser(rejected: dict[int, str]) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.disable(["html_inline"])
    refused: list[str] = []

    def allow(address: str) -> bool:
        if address.lower().startswith(_SCHEMES):
            return True
        refused.append(address)
        return False

    parser.validateLink = allow  # type: ignore[method-assign, assignment]
    ruler = parser.inline.ruler
    for name, function in zip(ruler.get_active_rules(), ruler.getRules(""), strict=True):
        if name in ("emphasis", "backticks", "link", "image", "autolink"):
            ruler.at(name, _placing(function, refused, rejected))
    return parser


def _placing(rule: _InlineRule, refused: list[str], rejected: dict[int, str]) -> _InlineRule:
    """The same rule; its tokens also learn where they stand, and refused addresses are noted."""

    def run(state: StateInline, silent: bool) -> bool:
        start, before, had_pending = state.pos, len(state.tokens), bool(state.pending)
        refused.clear()
        matched = rule(state, silent)
        if refused and not silent:
            rejected.setdefault(start - (start - 1 in rejected), refused[0])  # ![…] is tried as […] too
        refused.clear()
        if matched and not silent:
            for offset, token in enumerate(state.tokens[before + had_pending :]):
                if token.type == "text":
                    token.meta.setdefault("at", start + offset)  # one delimiter each, side by side
                else:
                    token.meta.setdefault("span", (start, state.pos))
        return matched

    return run


def _placed_marks(tokens: list[Token]) -> Iterator[tuple[int, int, str]]:
    """Pairs of emphasis tokens, and the spans that other tokens carry."""
    open_at: list[int] = []
    for token in tokens:
        match token.type:
            case "em_open" | "strong_open":
                # For strong the inner of two delimiters became the token.
                open_at.append(token.meta["at"] - (token.type == "strong_open"))
            case "em_close" | "strong_close":
                end = token.meta["at"] + len(token.markup)
                yield open_at.pop(), end, token.type.removesuffix("_close")
            case "code_inline":
                yield *token.meta["span"], "code"
            case "link_open":
                yield *token.meta["span"], f"link:{token.attrs['href']}"
