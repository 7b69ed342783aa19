"""Text with overlapping marks becomes escaped, well-nested HTML: the only place where Python writes HTML.

The characters between the tags are those of the text, in order and nothing else, except inside elements that
carry ``data-added`` (numbers and remarks behind a marked stretch). No line end or blank is ever put in: in
Chinese text it would be seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from markupsafe import Markup

from build_tools.model.runs import Mark, MarkKind, Run

#: From the outside in. Links come early, so that a mark which crosses a link's border is split and the link,
#: which a reader reaches with one key, is not.
_RANK: Mapping[MarkKind, int] = MappingProxyType({
    MarkKind.FIGURE: -1, MarkKind.POINT: 0, MarkKind.LINK: 1, MarkKind.SAYS: 1, MarkKind.OUTSIDE: 1,
    MarkKind.STRONG: 2, MarkKind.EM: 3,
    MarkKind.CITING: 4, MarkKind.QUOTED: 5, MarkKind.NOTED: 6, MarkKind.DIFFERENT: 7, MarkKind.LAYER: 8,
    MarkKind.CODE: 9, MarkKind.INVISIBLE: 10, MarkKind.MEASURE: 11, MarkKind.READ: 12,
})  # fmt: skip
_LINKS = 1
#: A mark's element; its class is the name of the mark, unless the element says it already.
_TAG: Mapping[MarkKind, str] = MappingProxyType({
    MarkKind.POINT: "b", MarkKind.STRONG: "strong", MarkKind.EM: "em", MarkKind.CODE: "code",
    MarkKind.CITING: "mark", MarkKind.QUOTED: "mark", MarkKind.NOTED: "mark", MarkKind.DIFFERENT: "mark",
    MarkKind.MEASURE: "mark", MarkKind.READ: "span", MarkKind.FIGURE: "span",
    MarkKind.LAYER: "span", MarkKind.INVISIBLE: "span", MarkKind.LINK: "a", MarkKind.SAYS: "a", MarkKind.OUTSIDE: "a",
})  # fmt: skip
_NUMBER, _CODE_POINT, _ADDED = "num", "code-point", "added"
CLASSES = frozenset({_NUMBER, _CODE_POINT, _ADDED, *(k.value for k, tag in _TAG.items() if tag != k.value)})
"""All classes of what this module writes."""


def render_run(run: Run, tag: str = "span", *, switched: bool = True) -> Markup:
    """One element that holds a run: its language, where it comes from, its marked text.

    ``switched`` lets the view control hide the element; False for text that is shown once for both scripts.
    """
    home = f'data-derived="{run.rule}" data-from' if run.rule else "data-src"
    script = f' data-script="{run.script.value.lower()}"' if switched else ""
    inner = mark_text(run.text, run.marks, run.script.value.lower())
    return Markup(f'<{tag} lang="{run.script.lang}"{script} {home}="{escape(run.place)}">{inner}</{tag}>')


def mark_text(text: str, marks: tuple[Mark, ...], script: str = "") -> Markup:
    """The text with its marks as HTML; ``script`` ends the ids of figures, which stand on a page in both.

    >>> print(mark_text("依照第十四條", (Mark(2, 6, MarkKind.LINK, "../art-14/"),)))
    依照<a class="ref" href="../art-14/">第十四條</a>
    """
    if not marks:
        return Markup(escape(text, quote=False))
    kept = [m for m in marks if 0 <= m.start <= m.end <= len(text) and (m.start < m.end or m.note)]
    cuts = sorted({0, len(text), *(m.start for m in kept), *(m.end for m in kept)})
    out: list[str] = []
    stack: list[Mark] = []
    notes: list[Mark] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        wanted = _active(kept, start) if start < end else []
        common = 0
        while common < min(len(stack), len(wanted)) and stack[common] is wanted[common]:
            common += 1
        while len(stack) > common:
            out.append(f"</{_TAG[stack.pop().kind]}>")
        notes += [m for m in kept if m.end == start and m.note]
        if notes and not any(_RANK[m.kind] == _LINKS for m in stack):
            out.extend(dict.fromkeys(map(_note, notes)))
            notes = []
        for mark in wanted[common:]:
            out.append(_open(mark, script))
            stack.append(mark)
        out.append(escape(text[start:end], quote=False))
    return Markup("".join(out))


def _active(marks: list[Mark], at: int) -> list[Mark]:
    """Marks that cover this place from the outside in: one of each rank, of several links the shortest."""
    here: dict[int, Mark] = {}
    for mark in sorted((m for m in marks if m.start <= at < m.end), key=_precedence):
        here.setdefault(_RANK[mark.kind], mark)
    return [here[rank] for rank in sorted(here)]


def _precedence(mark: Mark) -> tuple[int, int]:
    is_link = _RANK[mark.kind] == _LINKS
    return (mark.end - mark.start, mark.start) if is_link else (mark.start, -mark.end)


def _open(mark: Mark, script: str) -> str:
    tag, name = _TAG[mark.kind], mark.kind.value
    out = f"<{tag}" if tag == name else f'<{tag} class="{name}"'
    if mark.kind is MarkKind.FIGURE:
        out += f' id="f-{escape(mark.ref)}-{script}"'
    if mark.kind is MarkKind.OUTSIDE:
        out += ' rel="noopener noreferrer nofollow"'
    if mark.kind is MarkKind.LAYER:
        out += f' data-layer="{escape(mark.ref)}" data-href="{escape(mark.href)}"'
    if tag == "a":
        out += f' href="{escape(mark.href)}"'
        if mark.ref:
            out += f' data-ref="{escape(mark.ref)}"'
    return f"{out}>"


def _note(mark: Mark) -> str:
    words = escape(mark.note, quote=False)
    if mark.href and _RANK[mark.kind] != _LINKS:
        # U+2060: the number never begins a line of its own
        return f'<a class="{_NUMBER}" data-added href="{escape(mark.href)}">\u2060{words}</a>'
    return f'<span class="{_CODE_POINT if mark.kind is MarkKind.INVISIBLE else _ADDED}" data-added>{words}</span>'
