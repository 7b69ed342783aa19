"""What ``duizhao inspect`` shows a person: the JSON of `build_tools.export.inspect` as a short tree."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rich.text import Text
from rich.tree import Tree

from build_tools.cli.report import visible

Row = dict[str, Any]


def outline(found: Row) -> Tree:
    """A law's headings with their articles, or a submission's opinions by article; counts of all else."""
    tree = Tree(_text(found["title"] or "(no title)", "bold"))
    if found.get("articles"):
        _law(tree, found)
    if found.get("comments"):
        _feedback(tree, found)
    for part in found.get("parts", []):
        tree.add(_text(f"{part['id']}: {_count(len(part['blocks']), 'line')}  {part['title']}"))
    references = found["references"]
    if references:
        doubtful = sum(row["doubt"] is not None for row in references)
        tree.add(_text(f"{_count(len(references), 'reference')}, {doubtful:,} doubtful"))
    for source in found["ledger"]:
        sizes: Counter[str] = Counter()
        for span in source["spans"]:
            sizes[span["class"]] += span["end"] - span["start"]
        told = ", ".join(f"{name} {size:,}" for name, size in sizes.most_common())
        tree.add(_text(f"characters: {told}"))
    return tree


def _law(tree: Tree, found: Row) -> None:
    paragraphs = [p for article in found["articles"] for p in article["paragraphs"]]
    items = sum(len(p["items"]) for p in paragraphs)
    counts = ((len(found["articles"]), "條"), (len(paragraphs), "款"), (items, "項"))
    tree.add(_text("  ".join(f"{number:,} {name}" for number, name in counts)))
    under: dict[str | None, list[str]] = {}
    for article in found["articles"]:
        under.setdefault(article["heading"], []).append(article["label"])
    for heading in found["headings"]:
        tree.add(_text(f"{heading['label']} {heading['title']}{_range(under.get(heading['id'], []))}"))
    if None in under and found["headings"]:
        tree.add(_text(f"(under no heading){_range(under[None])}"))


def _range(labels: list[str]) -> str:
    if not labels:
        return ""
    return f"  {labels[0]}" if len(labels) == 1 else f"  {labels[0]} – {labels[-1]}"


def _feedback(tree: Tree, found: Row) -> None:
    comments = {comment["id"]: comment for comment in found["comments"]}
    tree.add(_text(_count(len(comments), "opinion")))
    for section in found["general"]:
        heading = section["heading"]
        branch = tree.add(_text(heading["text"] if heading else "(general)"))
        _points(branch, section, comments)
    for block in found["blocks"]:
        matches = ", ".join(quote["match"] or "not compared" for quote in block["quotes"])
        name = f"{block['article']}  {block['heading']['text']}"
        branch = tree.add(_text(f"{name}  (quote: {matches})" if matches else name))
        _points(branch, block, comments)


def _points(branch: Tree, group: Row, comments: dict[str, Row]) -> None:
    for comment in group["comments"]:
        branch.add(_text(f"{comment}  {comments[comment]['point'][:60]}"))


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style, no_wrap=True, overflow="ellipsis")
