"""The theme's style sheet without the rules that can match nothing in our pages: a fifth of it is left.

A rule is dropped if each of its selectors asks for a class that no page of ours can have; a variable if nobody reads
it; an animation if nobody plays it. What is kept stays in order. The only user of tinycss2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import tinycss2
from tinycss2.ast import AtRule, FunctionBlock, LiteralToken, Node, QualifiedRule

_READ = re.compile(r"var\(\s*(--[\w-]+)")
_WORD = re.compile(r"[\w-]+")
_ALTERNATIVES = ("is", "where", "has")


def trimmed(css: str, classes: frozenset[str], others: Iterable[str] = ()) -> str:
    """The style sheet for pages that have only these classes; ``others`` are the sheets beside it.

    >>> trimmed(".a,.b .c{x:y}.d{x:y}@media print{.d{x:y}}", frozenset({"b", "c"}))
    '.b .c{x:y}'
    """
    rules = _matching(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), classes)
    beside = "".join(others)
    before = None
    while before != (kept := tinycss2.serialize(rules)):  # a variable that is dropped may read another
        before = kept
        rules = _without_variables(rules, set(_READ.findall(kept + beside)))
    named = [(rule, _animation(rule)) for rule in rules]
    played = {*_WORD.findall(tinycss2.serialize(rule for rule, name in named if not name) + beside)}
    return str(tinycss2.serialize(rule for rule, name in named if not name or name in played))


def _matching(rules: Iterable[Node], classes: frozenset[str]) -> list[Node]:
    """The rules of which a selector can match, with those selectors only."""
    kept = []
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [s for s in _parts(rule.prelude, ",") if _can_match(s, classes)]
            rule.prelude = _joined(selectors, ",")
            kept += [rule] * bool(selectors)
        else:
            if _is_condition(rule):
                inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                rule.content = _matching(inner, classes)
            kept.append(rule)
    return kept


def _can_match(selector: Sequence[Node], classes: frozenset[str]) -> bool:
    """Is each class that it asks for among these? What ``:not()`` speaks of is not asked for."""
    for token, following in zip(selector, [*selector[1:], None], strict=True):
        if token == "." and following and following.value not in classes:
            return False
        if (
            isinstance(token, FunctionBlock)
            and token.lower_name in _ALTERNATIVES
            and not any(_can_match(s, classes) for s in _parts(token.arguments, ","))
        ):
            return False
    return True


def _without_variables(rules: Iterable[Node], read: set[str]) -> list[Node]:
    """The rules without the variables that are not among those ``read``, and without rules that say nothing."""
    kept = []
    for rule in rules:
        if _is_condition(rule):
            rule.content = _without_variables(rule.content, read)
        elif isinstance(rule, QualifiedRule):
            said = (d for d in _parts(rule.content, ";") if d)
            rule.content = _joined(
                [d for d in said if not _name(d).startswith("--") or _name(d) in read], ";"
            )
        kept += [rule] * bool(rule.content or not (_is_condition(rule) or isinstance(rule, QualifiedRule)))
    return kept


def _parts(tokens: Iterable[Node], mark: str) -> Iterator[list[Node]]:
    """What stands between these marks; those within brackets are out of sight, in the token of their block."""
    part: list[Node] = []
    for token in tokens:
        if token == mark:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _joined(parts: Iterable[list[Node]], mark: str) -> list[Node]:
    return [token for part in parts for token in (LiteralToken(0, 0, mark), *part)][1:]


def _name(declaration: Sequence[Node]) -> str:
    """What a declaration sets; "" for something else."""
    return next((t.value for t in declaration if t.type == "ident"), "")


def _is_condition(rule: Node) -> bool:
    return isinstance(rule, AtRule) and rule.lower_at_keyword in ("media", "supports")


def _animation(rule: Node) -> str:
    """The name of the animation that a rule describes; "" if it describes none."""
    if isinstance(rule, AtRule) and rule.lower_at_keyword.endswith("keyframes"):
        return _name(rule.prelude)
    return ""
