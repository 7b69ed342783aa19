"""The theme's style sheet without the rules that can match nothing in our pages: a fifth of it is left.

A rule is dropped if each of its selectors asks for a class that stands in no template and no script of ours; a
variable if nobody reads it; an animation if nobody plays it. What is kept is kept byte for byte and in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_CLASS = re.compile(r"\.(-?[A-Za-z_][A-Za-z0-9_-]*)")
_NEGATED = re.compile(r":not\([^()]*\)")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_VARIABLE = re.compile(r"--[\w-]+(?=:)")
_ANIMATION = re.compile(r"@(?:-webkit-)?keyframes\s+([\w-]+)")
_QUOTED = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
_STRUCTURE = re.compile(rf"{_QUOTED}|/\*.*?\*/|[{{}};]", re.DOTALL)
_PARTS = re.compile(rf"{_QUOTED}|[();]", re.DOTALL)
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/\s*")
_NESTING = ("@media", "@supports")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Every word that may be the name of a class in templates, scripts and the theme's own page."""
    return frozenset(word for text in texts for word in _WORD.findall(text))


def trimmed(css: str, words: frozenset[str], others: Iterable[str] = ()) -> str:
    """The style sheet for pages whose classes are among ``words``; ``others`` are the sheets beside it.

    >>> trimmed(".a,.b .c{x:y}.d{x:y}@media print{.d{x:y}}", frozenset({"b", "c"}))
    '.b .c{x:y}'
    """
    kept = _rules(_SOURCE_MAP.sub("", css), words)
    beside = "".join(others)
    while True:  # a variable may be read only where another that nobody reads is set
        read = set(_READ.findall(kept + beside))
        fewer = _without_variables(kept, read)
        if fewer == kept:
            break
        kept = fewer
    played = words_of([re.sub(r"@(?:-webkit-)?keyframes\s+[\w-]+", "", kept), beside])
    return "".join(r for r in blocks(kept) if not (name := _ANIMATION.match(r)) or name[1] in played)


def blocks(css: str) -> Iterator[str]:
    """The top-level rules and statements of a style sheet, which joined give it back."""
    start = depth = 0
    for found in _STRUCTURE.finditer(css):
        mark = found[0]
        if mark == "{":
            depth += 1
        elif mark == "}" or (mark == ";" and not depth):
            depth -= mark == "}"
            if not depth:
                yield css[start : found.end()]
                start = found.end()
    if start < len(css):
        yield css[start:]


def _rules(css: str, words: frozenset[str]) -> str:
    out = []
    for block in blocks(css):
        head, mark, body = block.partition("{")
        if not mark or head.startswith("@"):
            if head.startswith(_NESTING):
                inner = _rules(body[:-1], words)
                out.append(f"{head}{{{inner}}}" if inner else "")
            else:
                out.append(block)
            continue
        selectors = [s for s in _selectors(head) if set(_CLASS.findall(_NEGATED.sub("", s))) <= words]
        if selectors:
            out.append(",".join(selectors) + mark + body)
    return "".join(out)


def _selectors(head: str) -> Iterator[str]:
    """The selectors of a rule; a comma within brackets does not part them."""
    start = depth = 0
    for i, c in enumerate(head):
        depth += (c in "([") - (c in ")]")
        if c == "," and not depth:
            yield head[start:i]
            start = i + 1
    yield head[start:]


def _without_variables(css: str, read: set[str]) -> str:
    out = []
    for block in blocks(css):
        head, mark, body = block.partition("{")
        if head.startswith(_NESTING):
            inner = _without_variables(body[:-1], read)
            out.append(f"{head}{{{inner}}}" if inner else "")
        elif mark and not head.startswith("@") and "--" in body:
            kept = [d for d in declarations(body[:-1]) if not (n := _VARIABLE.match(d)) or n[0] in read]
            out.append(f"{head}{{{';'.join(kept)}}}" if kept else "")
        else:
            out.append(block)
    return "".join(out)


def declarations(body: str) -> Iterator[str]:
    """The declarations of a rule; a semicolon within quotes or brackets does not part them."""
    start = depth = 0
    for found in _PARTS.finditer(body):
        mark = found[0]
        if mark in "()":
            depth += 1 if mark == "(" else -1
        elif mark == ";" and not depth:
            yield body[start : found.start()]
            start = found.end()
    if body[start:].strip():
        yield body[start:]
