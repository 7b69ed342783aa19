"""A document somebody wrote about a law, split into opinions; and how its quotes compare with the law."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.ids import ProvisionId
from build_tools.model.law import LedgerSpan
from build_tools.model.source import Span
from build_tools.text.diff import Change


class FragmentKind(StrEnum):
    """Form of one line or cell of a feedback file, after its block markup was read."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    SUGGESTION = "suggestion"
    """A numbered line: 1、 … or a list item."""
    QUOTE = "quote"
    CELL = "cell"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Fragment:
    """One piece of visible text; ``text`` equals the characters of ``span``.

    Block markup (``#``, ``>``, ``-``, ``|``) lies outside all fragments, in the ledger as markup. ``marker``
    is the list number or bullet as written and lies in ``marker_span``; ``row`` and ``column`` place a cell.
    """

    id: str
    kind: FragmentKind
    text: str
    span: Span
    level: int = 0
    marker: str = ""
    marker_span: Span | None = None
    row: int = 0
    column: int = 0
    emphasis: tuple[tuple[int, int, str], ...] = ()
    """(start, end, ``strong`` | ``em`` | ``code`` | ``link:URL``) in ``text``; markup characters stay visible."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The provision as the opinion quotes it: the fragments from 第十二條 to its last item, in order.

    A line that only announces it (原文：) is its first fragment, of kind HEADING.
    """

    article: ProvisionId
    fragments: tuple[Fragment, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """One opinion: its fragments; the first sentence is its point (``point_span``, within one fragment).

    The point stands in the first fragment that is more than 意見： and neither a block quote nor code.
    """

    id: str
    """``c-{submission}-{n}``, n from 1 through the whole document."""
    number: int
    articles: tuple[ProvisionId, ...]
    """Articles it is filed under: those of the block's heading; for a general opinion none (see mentions).

    In a document without headings of articles, those that its first sentence begins with (第三条规定的…).
    """
    fragments: tuple[Fragment, ...]
    span: Span
    point_span: Span
    general: str | None = None
    """Id of the general section it stands in."""


@dataclass(frozen=True, slots=True)
class GeneralSection:
    """A section of the general opinions: (一) title, then paragraphs and numbered suggestions."""

    id: str
    """``g1``, ``g2``… in order."""
    heading: Fragment | None
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """What the document says of one article: heading, quoted provision, opinions."""

    article: ProvisionId
    heading: Fragment
    quotes: tuple[Quote, ...]
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """One parsed feedback file."""

    slug: str
    source: str
    title: Fragment | None
    front: tuple[Fragment, ...]
    """Lines and headings outside sections and blocks, in order (introduction, 一、总体意见, 二、具体条款意见)."""
    general: tuple[GeneralSection, ...]
    blocks: tuple[ArticleBlock, ...]
    order: tuple[str, ...]
    """Ids of fragments, sections and blocks in document order, for showing the document as a whole.

    A block stands by the id of its heading: two blocks may be about one article.
    """
    ledger: tuple[LedgerSpan, ...]

    @property
    def comments(self) -> tuple[Comment, ...]:
        """All opinions in document order."""
        found = [c for s in self.general for c in s.comments] + [c for b in self.blocks for c in b.comments]
        return tuple(sorted(found, key=lambda c: c.number))


def fragment_spans(submission: Submission) -> dict[str, Span]:
    """Span of each fragment of a submission by its id, quoted provisions and headings included."""
    found: list[Fragment] = [submission.title] if submission.title else []
    found += submission.front
    found += [section.heading for section in submission.general if section.heading]
    for block in submission.blocks:
        found += [block.heading, *(f for quote in block.quotes for f in quote.fragments)]
    found += [fragment for comment in submission.comments for fragment in comment.fragments]
    return {fragment.id: fragment.span for fragment in found}


class Match(StrEnum):
    """How a quoted provision compares with the law."""

    EXACT = "exact"
    SCRIPT = "script"
    """Equal once script is folded (the opinion writes the other script)."""
    BLANKS = "blanks"
    """Equal but for blanks or width, which ``changes`` show."""
    DIFFERS = "differs"
    MISSING = "missing"
    """The law has no such article."""


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """Result of comparing one quote with the law, line by line on folded text.

    ``changes`` lists the differing places only, with spans in the quote's source file. In a change, ``before``
    is the offset in the law's source and ``after`` that in the quote's; ``delete`` is what the law has more.
    """

    comment_block: ProvisionId
    quote: Quote
    match: Match
    changes: tuple[tuple[Span, Change], ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of the law that an opinion puts in quotation marks: found word for word, or listed with a reason.

    ``comment_span`` covers the quoted words in the opinion; ``target`` and ``law_span`` say where they
    stand in the law (None if lost).
    """

    comment: str
    comment_span: Span
    words: str
    target: ProvisionId | None
    law_span: Span | None
    reason: str
    """``exact``, ``folded`` (script and width), or why it is not linked: ``absent``, ``ambiguous``, ``short``,
    ``other-law`` (words of a law that is named right before them), ``proposed`` (words that the opinion would put
    into the law)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of a document that can be checked: 共7章68條; “其他必要措施”(第5/43/44/51条).

    ``claimed`` and ``found`` are ids of articles for a list, numbers in words (7章) for the shape of a law. A list
    holds if each listed article has the words; ``note`` (for machines) names those absent and those unlisted.
    """

    text: str
    span: Span
    claimed: tuple[str, ...]
    found: tuple[str, ...]
    holds: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class FeedbackFindings:
    """Layers beside one submission."""

    checks: tuple[QuoteCheck, ...]
    anchors: tuple[Anchor, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[tuple[str, ProvisionId, Span], ...]
    """(id of a general section or comment, article it names, where): lists such as 第4/16/36条 opened."""
