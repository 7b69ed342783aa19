"""What the calculator's page is asked about: the rows of an edition with the words that show them, as a script file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, Item, walk_lines
from build_tools.model.penalty import Duty, Modality, PenaltyProvision, PenaltyRow, Rank, Reading
from build_tools.model.target import Target
from build_tools.pages.clause import clause_pieces
from build_tools.pages.links import article_of
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.penalty_rows import ShownPenalty, run_of, shown_penalty
from build_tools.pages.place_names import line_name, target_name
from build_tools.penalties.row_json import penalty_json

Json = dict[str, object]
#: Of a row as ``inspect --json`` tells it, what the calculator asks; what is usual is left out.
_FIELDS = (
    "id", "kind", "cond", "cond_all", "subject", "min", "max", "unit", "base", "per", "modality", "cumulative", "choice",
    "items", "status",
)  # fmt: skip
_USUAL = {"modality": Modality.SHALL.value, "status": Reading.READ.value}


class DataFile(NamedTuple):
    """A file beside the page; its name changes with its content."""

    name: str
    data: bytes


def has_calculator(tree: LocalizedEdition) -> bool:
    """Does any penalty of the edition name an article of it?"""
    rows = tree.edition.penalties.rows
    return any(row.rank is not Rank.LIABILITY and _own_places(tree, row.duties) for row in rows)


def articles_in_words(tree: LocalizedEdition) -> tuple[str, ...]:
    """Articles with penalties that say the conduct in words and name no article of the edition."""
    rows = (
        r for r in tree.edition.penalties.rows if r.rank is Rank.PENALTY and not _own_places(tree, r.duties)
    )
    return tuple(dict.fromkeys(article_of(str(row.provision.at)) for row in rows))


def calculator_data(tree: LocalizedEdition) -> DataFile:
    """All rows that name an article, in the order of the law, in the script of the tree.

    例: ``self.duizhaoPenalties.add({"articles":[["art-1","第一條",1],…],"rows":[{"id":"57.1-3",…}]});``.
    """
    named = [(row, _own_places(tree, row.duties)) for row in tree.edition.penalties.rows]
    rows = [(row, places) for row, places in named if places]
    provisions = {row.id.rpartition("-")[0]: row.provision for row, _ in rows}
    content = {
        "articles": [[str(a.id), tree.article(a), len(a.paragraphs)] for a in tree.edition.record.text.articles],
        "names": dict(_names(tree, (place for _, places in rows for place in places))),
        "provisions": {name: _provision(tree, provision) for name, provision in provisions.items()},
        "rows": [_row(tree, row, places) for row, places in rows],
    }  # fmt: skip
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    data = f"self.duizhaoPenalties.add({text});\n".encode()
    return DataFile(f"rows.{sha256(data).hexdigest()[:8]}.js", data)


def _own_places(tree: LocalizedEdition, duties: Iterable[Duty]) -> tuple[str, ...]:
    """Ids of the articles and their parts that are named, the articles of a chapter one by one."""
    headings: Mapping[str, frozenset[str]] = tree.edition.penalties.headings
    found: dict[str, None] = {}
    for target in (duty.target for duty in duties if duty.target.law is None):
        if target.provision:
            found[str(target.provision)] = None
        else:
            below = sorted(headings.get(target.heading or "", ()), key=ProvisionId.parse)
            found |= dict.fromkeys(below)
    return tuple(found)


def _names(tree: LocalizedEdition, places: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What parts of articles are called; articles have their names already."""
    for place in dict.fromkeys(places):
        at = ProvisionId.parse(place)
        if at.fragment:
            yield place, target_name(tree, Target(provision=at))


def _provision(tree: LocalizedEdition, provision: PenaltyProvision) -> Json:
    links = tree.edition.links
    actor, precondition = (run_of(tree, p) for p in (provision.actor, provision.precondition))
    bodies = {
        item.id: item.body_span
        for a in [tree.edition.record.text.article(provision.at)]
        if a
        for item in _items(a)
    }
    ways = [
        [line_name(tree, item.at), links.href(str(item.at)), _own_places(tree, item.duties),
         tree.edition.texts.say(bodies[item.at], tree.script).rstrip("；;。")]
        for item in provision.items
        if item.duties and item.at in bodies
    ]  # fmt: skip
    return _filled(
        name=line_name(tree, provision.at), href=links.href(str(provision.at)),
        actor=actor.text if actor else "", precondition=precondition.text if precondition else "", ways=ways,
    )  # fmt: skip


def _items(article: Article) -> Iterator[Item]:
    return (line for line in walk_lines(article) if isinstance(line, Item))


def _row(tree: LocalizedEdition, row: PenaltyRow, places: tuple[str, ...]) -> Json:
    shown, told = shown_penalty(tree, row), penalty_json(row)
    plain = {name: told[name] for name in _FIELDS if told[name] != _USUAL.get(name)}
    gain = told["gain"]
    return _filled(**plain | {
        "gain": _filled(**gain) if isinstance(gain, dict) else None,
        "violated": places,
        "natural": shown.people_only,
        "shown": _words(tree, row, shown),
    })  # fmt: skip


def _words(tree: LocalizedEdition, row: PenaltyRow, shown: ShownPenalty) -> Json:
    in_items = any(item.duties for item in row.provision.items)
    conduct = None if in_items else run_of(tree, row.conduct)
    return _filled(
        measure=shown.name, words=shown.words.text if shown.words else "", figure=shown.figure.text,
        open=shown.figure.open, clause=clause_pieces(tree, row), place=shown.place.title,
        at=shown.place.note, href=f"{tree.edition.links.href(shown.article)}#{shown.anchor}",
        cond=shown.branch if row.cond else "",
        heavy=shown.heavy, gain=shown.gain,
        subject=shown.subject_words.text if shown.subject_words and row.subject_words else shown.subject_name,
        authority=shown.authority.text if shown.authority else "", doubts=shown.doubts,
        conduct=conduct.text if conduct else "",
    )  # fmt: skip


def _filled(**fields: object) -> Json:
    """Without what says nothing; nought is a number."""
    return {name: value for name, value in fields.items() if value or (value == 0 and value is not False)}
