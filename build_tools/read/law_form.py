"""The form of law.toml, key by key; with `form_errors` the only file that knows pydantic."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from build_tools.model.ids import ProvisionId

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_PLACE_ID = re.compile(
    r"(?:pt|ch|h|notice|contents|history|preamble|explanation|annex|signature)(?:-[a-z0-9]+)*\Z"
)
_SHA256 = re.compile(r"[0-9a-f]{64}\Z", re.IGNORECASE)
#: Names that Windows keeps for devices, and that pages of the site have at the same level.
RESERVED = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)]
    + [
        "zh-hant",
        "zh-hans",
        "assets",
        "search",
        "verify",
        "wording",
        "about",
        "add-a-law",
        "index",
        "404",
        "sitemap",
        "ledger",
    ]
)
_WORDS = '{ hant = "…", hans = "…" }'


def _filled(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("E106", "is empty")
    return text


def slug_fault(text: str) -> str:
    """Why a text cannot be a slug, as the rest of a sentence that begins with it; "" if it can."""
    if len(text) > 64:
        return "has more than 64 characters"
    if text.casefold() in RESERVED:
        return "is a reserved word"
    return "" if _SLUG.match(text) else "cannot be part of an address"


def _slug(text: str) -> str:
    if fault := slug_fault(text):
        raise PydanticCustomError("E109", "{fault}", {"fault": fault})
    return text


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or re.search(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]", text):
        raise PydanticCustomError("E108", "is not an address of the web")
    return text


def _sha256(text: str) -> str:
    if not _SHA256.match(text):
        raise PydanticCustomError("E106", "is not a SHA-256, which has 64 digits from 0 to f")
    return text.lower()


def _lines(numbers: list[int]) -> list[int]:
    if len(numbers) != 2 or not 1 <= numbers[0] <= numbers[1]:
        raise PydanticCustomError("E115", "is not a first and a last line, counted from 1")
    return numbers


def _provision(text: str) -> str:
    good: object
    try:
        good = ProvisionId.parse(text) if text.startswith("art-") else _PLACE_ID.match(text)
    except ValueError:
        good = None
    if good is None:
        raise PydanticCustomError("E118", "is not the id of a provision")
    return text


def _gap(text: str) -> str:
    if not re.fullmatch(r"art-\d+(?:-z\d+)?|(?:pt|sp|ch|h)-[a-z0-9]+(?:-[a-z0-9]+)*", text):
        raise PydanticCustomError("E118", "is not the id of an article or heading")
    return text


Text = Annotated[str, AfterValidator(_filled)]
Slug = Annotated[str, AfterValidator(_slug)]
Url = Annotated[str, AfterValidator(_url)]
Sha256 = Annotated[str, AfterValidator(_sha256)]
Lines = Annotated[list[int], AfterValidator(_lines)]
Place = Annotated[str, AfterValidator(_provision)]
Gap = Annotated[str, AfterValidator(_gap)]


class Form(BaseModel):
    """A table: no unknown key, no silent conversion of types. ``examples`` are shown in hints."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class BothScripts(Form):
    """Words in Traditional and in Simplified."""

    hant: Text = Field(examples=['"公安部"'])
    hans: Text = Field(examples=['"公安部"'])


class SetAsideForm(Form):
    """Lines that are not part of the document, and why."""

    lines: Lines = Field(examples=["[216, 225]"])
    reason: BothScripts = Field(examples=['{ hant = "轉載網站的聲明", hans = "转载网站的声明" }'])


class PartsForm(Form):
    """First and last lines of the parts, where they cannot be told apart without help."""

    notice: Lines | None = Field(default=None, examples=["[1, 9]"])
    law: Lines | None = Field(default=None, examples=["[11, 203]"])
    explanation: Lines | None = Field(default=None, examples=["[205, 215]"])


class SourceForm(Form):
    """Where a file came from and what is said of its bytes."""

    file: Text = Field(examples=['"feedback/name.hans.txt"'])
    script: Literal["Hant", "Hans"] = Field(examples=['"Hant"'])
    sha256: Sha256 = Field(examples=['"…" (duizhao accept LAW fills it in)'])
    origin: BothScripts = Field(examples=[_WORDS])
    url: Url | None = Field(default=None, examples=['"https://www.example.org/"'])
    retrieved: date | None = Field(default=None, examples=["2026-01-31"])
    full_width_punctuation: bool = Field(default=False, examples=["true"])
    set_aside: list[SetAsideForm] = Field(default=[], examples=["see docs/add-a-law.md"])


class EditionSourceForm(SourceForm):
    """The source of an edition, which may have parts."""

    parts: PartsForm = Field(default=PartsForm(), examples=["{ notice = [1, 9], law = [11, 203] }"])


class EditionForm(Form):
    """[[edition]]."""

    slug: Slug = Field(examples=['"draft-2026-01-31"'])
    label: BothScripts = Field(examples=['{ hant = "徵求意見稿", hans = "征求意见稿" }'])
    status: Literal["draft", "in-force", "past"] = Field(examples=['"draft"'])
    published: date | None = Field(default=None, examples=["2026-01-31"])
    comments_until: date | None = Field(default=None, examples=["2026-03-02"])
    effective: date | None = Field(default=None, examples=["2026-07-01"])
    first_article: int = Field(default=1, ge=1, le=9999, examples=["1"])
    accepted_gaps: list[Gap] = Field(default=[], examples=['["art-6"]'])
    source: EditionSourceForm = Field(examples=["see docs/add-a-law.md"])


class FeedbackForm(Form):
    """[[feedback]]."""

    slug: Slug = Field(examples=['"name"'])
    edition: str = Field(examples=['"draft-2026-01-31"'])
    publish: bool = Field(default=True, examples=["false"])
    title: BothScripts = Field(examples=[_WORDS])
    author: Text = Field(examples=['"…"'])
    licence: BothScripts = Field(examples=['{ hant = "未知", hans = "未知" }'])
    written: date | None = Field(default=None, examples=["2026-02-10"])
    source: SourceForm = Field(examples=["see docs/add-a-law.md"])


class NoteForm(Form):
    """[[note]]."""

    edition: str = Field(examples=['"draft-2026-01-31"'])
    at: Place = Field(examples=['"art-64"'])
    words: Text = Field(examples=['"提供者者"'])
    text: BothScripts = Field(examples=[_WORDS])


class LawForm(Form):
    """The whole of law.toml."""

    slug: Slug = Field(examples=['"some-law"'])
    title: BothScripts = Field(examples=[_WORDS])
    short: BothScripts | None = Field(default=None, examples=[_WORDS])
    issuer: BothScripts = Field(examples=['{ hant = "公安部", hans = "公安部" }'])
    kind: Literal[
        "constitution", "law", "regulation", "local-regulation", "rule", "interpretation", "other"
    ] = Field(examples=['"law"'])
    compare_penalties_with: list[Slug] = Field(default=[], examples=['["some-other-law"]'])
    edition: list[EditionForm] = Field(min_length=1, examples=["see docs/add-a-law.md"])
    feedback: list[FeedbackForm] = Field(default=[], examples=["see docs/add-a-law.md"])
    note: list[NoteForm] = Field(default=[], examples=["see docs/add-a-law.md"])
