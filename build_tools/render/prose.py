"""Our own pages (about, how to add a law) from Markdown; the only use of markdown-it for pages.

Law and opinions never come this way: a Markdown parser eats characters. HTML in the text is shown, not obeyed.
"""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from build_tools.pages.kinds.site import Prose

_BLANK_BETWEEN_LINES = re.compile(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])")


def render_prose(text: str) -> Prose:
    """Read one page: CommonMark with tables, HTML off. Raises ValueError if it does not begin with a title.

    A line end between two Chinese characters gives no blank.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    if len(tokens) < 3 or tokens[0].tag != "h1":
        raise ValueError("a page begins with a line `# title`")
    for token in tokens:
        if token.type == "inline":
            _join_lines(token)
    paragraphs = (after for t, after in pairwise(tokens) if t.type == "paragraph_open" and t.level == 0)
    paragraph = next(paragraphs, None)
    html = Markup(parser.renderer.render(tokens, parser.options, {}))
    return Prose(_plain(tokens[1]), _plain(paragraph) if paragraph else "", html)


def _join_lines(token: Token) -> None:
    """Turn the line ends of a paragraph into blanks, or into nothing between two Chinese characters."""
    children = token.children or []
    for i, child in enumerate(children):
        if child.type == "softbreak":
            before = children[i - 1].content[-1:] if i else ""
            after = children[i + 1].content[:1] if i + 1 < len(children) else ""
            child.type = "text"
            child.content = "" if _BLANK_BETWEEN_LINES.search(f"{before}\n{after}") else " "


def _plain(token: Token) -> str:
    return "".join(c.content for c in token.children or [] if c.type in ("text", "code_inline"))
