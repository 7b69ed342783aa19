"""Rows as a reader writes them down (MARKING.md), and rows as the program finds them, in one form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from build_tools.grammar.numerals import NUMERAL_CLASS, parse_numeral
from build_tools.law.parse import parse_law
from build_tools.model.ids import ProvisionId
from build_tools.model.issue import IssueLog
from build_tools.model.law import Article, Item, LawText, Paragraph, walk_lines
from build_tools.model.penalty import Mention, NamedBy, PenaltyRow, Reading
from build_tools.model.source import SourceFile, Span
from build_tools.penalties.find import Penalties, find_penalties
from build_tools.penalties.kinds import KINDS
from build_tools.references.layer import references_of_law

_UNITS = "yuan|times|percent|permille|per10000|day|month|year|life"
_AMOUNT = re.compile(
    rf"(?:(?P<min>[0-9.]*?)(?P<dots>\.\.)(?P<max>[0-9.]*)|(?P<exact>[0-9.]+))? ?(?P<unit>{_UNITS})(?: of (?P<base>.+?))?(?: per (?P<per>.+))?\Z"
)
_ARTICLE_NUMBER = re.compile(rf"([{NUMERAL_CLASS}]+)\s*(?=[条條、至到和或与與及款项項）)])")
#: Readers write 以下 as lt, as `inspect` tells it (with ``inclusive``).
_TESTS = {"le": "lt", "none_or_le": "none_or_lt", "gt": "ge"}
_ORDINAL = re.compile(r"(?P<words>.+?) ?#(?P<number>[0-9]+)\Z")


@dataclass(frozen=True, order=True)
class Told:
    """One row in plain values; ``start`` is the offset of its span in the article."""

    start: int
    span: str
    kind: str
    amount: str = ""
    cond: tuple[str, ...] = ()
    cond_all: bool = False
    gain: str = ""
    subject: str = "violator"
    modality: str = "shall"
    cumulative: bool = False
    choice: str = ""
    authority: str = ""
    authority_by: str = ""
    violated: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    rank: str = ""
    unreadable: bool = False


@dataclass(frozen=True)
class Marked:
    """What a case expects: rows, and sanction words that are only spoken of, by their offsets."""

    rows: tuple[Told, ...]
    mentions: tuple[int, ...]


def read_marks(text: str, expected: str) -> Marked:
    """The rows that a reader wrote below the article ``text``; ValueError for a line that is no row."""
    rows: list[Told] = []
    mentions: list[int] = []
    common: list[str] = []
    fresh = False
    for line in expected.split("\n"):
        if not line.strip() or line.startswith("# ") or line == "(none)":
            continue
        if line.startswith("mention "):
            mentions.append(_place(text, line.removeprefix("mention ").strip(), 0)[0])
        elif line.startswith(">"):
            common, fresh = [part.strip() for part in line[1:].split(";") if part.strip()], True
        else:
            words, arrow, rest = line.partition(" → ")
            if not arrow:
                raise ValueError(f"no row: {line!r}")
            start, span = _place(text, words, rows[-1].start + 1 if rows else 0)
            kind, *attributes = (part.strip() for part in rest.split(";"))
            rows.append(_row(start, span, kind, common, attributes, fresh))
            fresh = fresh and not rows[-1].authority
    return Marked(tuple(rows), tuple(mentions))


def _place(text: str, words: str, after: int) -> tuple[int, str]:
    found = _ORDINAL.match(words)
    if found:
        at = -1
        for _ in range(int(found["number"])):
            at = text.index(found["words"], at + 1)
        return at, found["words"]
    at = text.find(words, after)
    return (at if at >= 0 else text.index(words)), words


def _row(start: int, span: str, kind: str, common: list[str], own: list[str], fresh: bool) -> Told:
    code, _, amount = kind.partition(" ")
    if code not in KINDS:
        raise ValueError(f"no kind: {code!r}")
    row = Told(start, span, code, _amount(amount) if amount else "", rank=KINDS[code].value)
    for part in common:
        name, _, value = part.partition(" ")
        carried = name == "by" and value != "-" and not fresh and not value.endswith("(carried)")
        row = _with(row, f"{part} (carried)" if carried else part)
    for part in own:
        row = _with(row, part)
    return row


def _amount(written: str) -> str:
    found = _AMOUNT.match(written.strip())
    if not found:
        raise ValueError(f"no amount: {written!r}")
    low, high = (
        (found["exact"], found["exact"]) if found["exact"] else (found["min"] or "", found["max"] or "")
    )
    return _amount_words(low, high, found["unit"], found["base"] or "", found["per"] or "")


def _amount_words(low: str, high: str, unit: str, base: str, per: str) -> str:
    def number(value: str) -> str:
        return format(Decimal(value).normalize(), "f") if value else ""

    return (
        f"{number(low)}..{number(high)} {unit}"
        + (f" of {base}" if base else "")
        + (f" per {per}" if per else "")
    )


def _with(row: Told, part: str) -> Told:
    name, _, value = part.partition(" ")
    value = value.strip()
    if name == "if":
        both = "&" in value
        return replace(row, cond=tuple(sorted(re.split(r"\s*[|&]\s*", value))), cond_all=both)
    if name == "by":
        carried = value.endswith("(carried)")
        words = value.removesuffix("(carried)").strip()
        if words == "-":
            return replace(row, authority="", authority_by="")
        return replace(row, authority=words, authority_by="carried" if carried else "stated")
    if name in ("violates", "to"):
        ids = () if value == "-" else tuple(value.split())
        return replace(row, violated=ids) if name == "violates" else replace(row, to=ids)
    if name == "gain":
        test, _, rest = value.partition(" ")
        yuan, _, of = rest.partition("of ") if rest.startswith("of ") else rest.partition(" of ")
        return replace(row, gain=_gain_words(test, yuan.strip(), of.strip()))
    if name == "arm":
        return replace(row, choice=value)
    if name == "per":
        return replace(row, amount=f"{row.amount} per {value}".strip())
    if name == "conduct":
        return row
    plain = {"on": "subject", "layer": "rank"}
    if name in plain:
        return replace(row, **{plain[name]: value})
    if name == "may":
        return replace(row, modality="may")
    if name == "shall":
        return replace(row, modality="shall")
    if name == "plus":
        return replace(row, cumulative=value != "-")
    if name == "unreadable":
        return replace(row, unreadable=True)
    raise ValueError(f"no attribute: {part!r}")


def _gain_words(test: str, yuan: str, of: str) -> str:
    of = "" if of in ("违法所得", "違法所得") else of
    return test + (f" {format(Decimal(yuan).normalize(), 'f')}" if yuan else "") + (f" of {of}" if of else "")


def find_rows(title: str, text: str) -> tuple[Marked, LawText, SourceFile]:
    """What the program finds in one article, in the plain values of the notation."""
    found, parsed, source = find_in_article(title, text)
    start = len(title) + 1
    told = tuple(sorted(_told(row, source, start) for row in found.rows))
    mentions = tuple(w.words.span.start - start for w in found.words if w.mention is not Mention.ROW)
    return Marked(told, mentions), parsed, source


def find_in_article(title: str, text: str) -> tuple[Penalties, LawText, SourceFile]:
    """What the program finds in one article; other articles that it cites exist, each with ten 款 and 項."""
    source = SourceFile.of_text("x/y", "y.txt", f"{title}\n{text}\n")
    parsed = parse_law(source, IssueLog())
    own = {article.id.article for article in parsed.articles}
    cited = _cited(text)
    stubs = [a for a in _stubs() if a.id.article not in own and a.id.article[0] in cited]
    articles = tuple(sorted([*parsed.articles, *stubs], key=lambda a: a.id))
    law = replace(parsed, articles=articles)
    own_lines = {str(line.id) for a in parsed.articles for line in walk_lines(a)}
    references = [r for r in references_of_law(law) if r.at in own_lines]
    return find_penalties(replace(law, articles=parsed.articles), references), parsed, source


def _told(row: PenaltyRow, source: SourceFile, start: int) -> Told:
    amount = ""
    if row.amount:
        a = row.amount
        low, high = (str(v) if v is not None else "" for v in (a.min, a.max))
        amount = _amount_words(low, high, a.unit.value, a.base, a.per)
    gain = ""
    if row.gain:
        gain = _gain_words(
            _TESTS.get(row.gain.test.value, row.gain.test.value),
            str(row.gain.yuan) if row.gain.yuan is not None else "",
            row.gain.of,
        )
    by = ""
    if row.authority_words:
        by = "stated" if row.authority_stated else "carried"
    return Told(
        row.span.span.start - start, source.slice(row.span.span), row.kind, amount,
        tuple(sorted(c.value for c in row.cond)), row.cond_all, gain, row.subject.value, row.modality.value,
        row.cumulative, row.choice, source.slice(row.authority_words.span) if row.authority_words else "", by,
        _violated(row), tuple(map(str, row.to)), row.rank.value,
        row.reading is Reading.UNREADABLE,
    )  # fmt: skip


def _violated(row: PenaltyRow) -> tuple[str, ...]:
    """What a 款 takes over from another (有前款行為的) is not marked by readers: MARKING.md."""
    if row.provision.named_by is NamedBy.REFERENCE:
        return ()
    return tuple(str(duty.target) for duty in row.duties)


@cache
def _stubs() -> tuple[Article, ...]:
    def line(number: int, paragraph: int) -> Paragraph:
        span = Span("stub", 0, 0)
        own = ProvisionId((number,), paragraph)
        items = tuple(
            Item(replace(own, item=i), "", "", span, span, span) for i in range(1, 21) if paragraph == 1
        )
        return Paragraph(own, "", span, items)

    return tuple(
        Article(ProvisionId((n,)), "", Span("stub", 0, 0), tuple(line(n, p) for p in range(1, 11)))
        for n in range(1, 460)
    )


def _cited(text: str) -> range:
    """From the first to the last article whose number stands in the text, and the one before: all that it may mean."""
    numbers = [n for m in _ARTICLE_NUMBER.finditer(text) if (n := parse_numeral(m[1])) is not None]
    return range(min(numbers, default=1) - 1, max(numbers, default=0) + 1)


FIELDS = ("span", "kind", "amount", "cond", "cond_all", "gain", "subject", "modality", "cumulative", "choice",
          "authority", "authority_by", "violated", "to", "rank", "unreadable")  # fmt: skip


def differences(expected: Marked, found: Marked) -> Iterator[str]:
    """What a reader and the program see differently, one line each; empty if nothing."""
    mine = {row.start: row for row in found.rows}
    for row in expected.rows:
        other = mine.pop(row.start, None)
        if other is None:
            yield f"missed {row.span} → {row.kind} {row.amount}"
            continue
        for name in FIELDS:
            if getattr(row, name) != getattr(other, name):
                yield f"{row.span}: {name} {getattr(row, name)!r}, found {getattr(other, name)!r}"
    for row in mine.values():
        yield f"invented {row.span} → {row.kind} {row.amount}"


def score(pairs: list[tuple[Marked, Marked]]) -> Counter[str]:
    """Counts over cases: rows expected, found, right in all fields; and right in each field of those at one place."""
    counts: Counter[str] = Counter()
    for expected, found in pairs:
        mine = {row.start: row for row in found.rows}
        counts["expected"] += len(expected.rows)
        counts["found"] += len(found.rows)
        for row in expected.rows:
            other = mine.get(row.start)
            if other is None:
                continue
            counts["met"] += 1
            same = [name for name in FIELDS if getattr(row, name) == getattr(other, name)]
            counts.update(same)
            counts["right"] += len(same) == len(FIELDS)
    return counts
