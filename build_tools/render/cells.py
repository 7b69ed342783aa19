"""The texts of one edition as HTML, written once and shown on several pages of both trees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from build_tools.model.runs import Pair
from build_tools.model.variant import Script
from build_tools.pages.provisions import ArticleText, Row
from build_tools.render.marks import render_run
from build_tools.render.templates import Templates


class ShownRow(NamedTuple):
    """A row ready for its template."""

    id: str
    depth: int
    quoting: bool
    marker: Markup | str
    ordinal: str
    cells: Markup
    cited: str
    """被引用 2 處; "" if nobody cites the row by itself."""


class Cells:
    """Remembers what is written for each row of one edition."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates
        self._rows: dict[str, tuple[Markup | str, Markup, Markup]] = {}

    def rows(
        self, text: ArticleText, first: Script, *, many: bool, cited: Iterable[tuple[str, str]] = ()
    ) -> Markup:
        """An article's rows with the script ``first`` in front; ``many``: on a page of more than one article.

        ``cited`` says of rows how often they are cited.
        """
        notes = dict(cited)
        shown = []
        for row in text.rows:
            marker, a, b = self._ordered(row, first)
            name, note = row.place if many else row.id, notes.get(row.id, "")
            shown.append(ShownRow(name, row.depth, row.quoted, marker, row.ordinal, a + b, note))
        return Markup(self._templates.render("parts/rows", rows=shown))

    def _ordered(self, row: Row, first: Script) -> tuple[Markup | str, Markup, Markup]:
        known = self._rows.get(row.place)
        if known is None:
            marker = pair(row.marker, row.body.source.script) if row.marker else ""
            derived = render_run(row.body.derived, "p") if row.body.derived else Markup()
            known = self._rows[row.place] = (marker, render_run(row.body.source, "p"), derived)
        marker, source, derived = known
        return known if row.body.source.script is first else (marker, derived, source)


def cells(both: Pair, first: Script, tag: str = "p") -> Markup:
    """Both scripts as two cells of a row, alike or not; one cell that is always shown if there is one script."""
    if both.derived is None:
        return render_run(both.source, tag, switched=False)
    runs = (both.source, both.derived) if both.source.script is first else (both.derived, both.source)
    return Markup("").join(render_run(run, tag) for run in runs)


def pair(both: Pair, first: Script, tag: str = "span") -> Markup:
    """Both scripts in a line, as in a heading; once, and never hidden, where both write the same."""
    if both.same:
        return render_run(both.source, tag, switched=False)
    return Markup("").join(render_run(run, tag) for run in both.ordered(first))
