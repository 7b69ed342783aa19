"""Editors' notes against the text: a note that points at nothing must not be lost in silence."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.model.law import LawText, walk_lines
from build_tools.model.manifest import EditorsNote
from build_tools.model.source import SourceFile


def check_notes(
    notes: tuple[EditorsNote, ...], law: LawText, source: SourceFile, manifest_path: str, log: IssueLog
) -> None:
    """Report each note whose provision is not in ``law``, or whose words do not stand in that provision.

    例: 附註指第六十四條「提供者者」，而原文該條沒有這四個字 → E119.
    """
    texts = _texts(law, source)
    for note in notes:
        text = texts.get(note.provision)
        place = note.places[text is not None]
        if text is None:
            message = f"note: this edition has no {note.provision}"
            hint = "take the id from the address of the provision on the site: art-64, art-64-p2, ch-3"
        elif note.words not in text:
            message = f"note: “{note.words}” does not stand in {note.provision}"
            hint = f"copy the words from {source.path}, as they stand there"
        else:
            continue
        log.add(Issue("E119", Severity.ERROR, manifest_path, place.line, place.column, message, hint))


def _texts(law: LawText, source: SourceFile) -> Mapping[str, str]:
    """The source's text of each place that a note may name; an article's holds its label and all its lines."""
    found = {h.id: source.text[h.label_span.start : h.title_span.end] for h in law.headings}
    for article in law.articles:
        lines = list(walk_lines(article))
        found |= {str(line.id): line.text for line in lines}
        for paragraph in article.paragraphs:
            end = max([paragraph.span.end, *(item.span.end for item in paragraph.items)])
            found[str(paragraph.id)] = source.text[paragraph.span.start : end]
        end = max([article.label_span.end, *(line.span.end for line in lines)])
        found[str(article.id)] = source.text[article.label_span.start : end]
    for part in law.parts:
        found |= {block.id: block.text for block in part.blocks}
        found[part.id] = "\n".join(block.text for block in part.blocks)
    return found
