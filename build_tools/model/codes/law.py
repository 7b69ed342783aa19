"""Codes 200-299: the text of a law."""

from __future__ import annotations

from build_tools.model.codes.entry import Code

CODES: tuple[Code, ...] = (
    Code(
        "E201", "no-text",
        "The file holds no text.",
        "Put the text of the law into it.",
    ),
    Code(
        "E202", "no-article",
        "No line begins with the number of an article, so there is no law to show.",
        "Put each article on a line of its own that begins 第一条 or 第1條, then a blank and the text, or nothing.",
    ),
    Code(
        "E203", "article-gap",
        "The numbers of the articles leave some out, or begin later than they should.",
        'Put the missing text in. If it is right so, say it in law.toml: accepted_gaps = ["art-6"], or first_article.',
    ),
    Code(
        "E204", "duplicate-article",
        "Two articles have the same number.",
        "Compare with the original: one of them is misnumbered, or stands in the file twice.",
    ),
    Code(
        "E205", "article-order",
        "An article stands after one with a higher number.",
        "Compare with the original; put the articles in order or correct the number.",
    ),
    Code(
        "E206", "unreadable-number",
        "What looks like the number of an article or heading is none, or is above 99,999.",
        "Compare with the original and correct the number. Until then the lines below it belong to no article.",
    ),
    Code(
        "E207", "empty-article",
        "An article has a number and no text.",
        "Put the text in; a repealed article keeps a word such as （删除）.",
    ),
    Code(
        "E208", "heading-order",
        "The numbers of 編, 章 or 節 skip or repeat.",
        'Compare with the original. If the law is numbered so, name what is missing: accepted_gaps = ["ch-2"] in law.toml.',
    ),
    Code(
        "E209", "set-aside-hits-law",
        "Lines that law.toml sets aside name an article (第…條): they may be text of the law.",
        "Correct the range; it was not obeyed.",
    ),
    Code(
        "E210", "second-law",
        "The file holds a second law.",
        "Split the file, or say in law.toml which lines are the law (parts).",
    ),
    Code(
        "E211", "damaged-label",
        "A line stands where an article begins, and is not written as its label: 笫五条, **第五条**, 五、.",
        "Compare with the original and write the label as 第…条. Until then the lines below it belong to no article.",
    ),
    Code(
        "W225", "not-recognised",
        "Lines before, between or after the articles that nothing is known of. They are kept and shown as such.",
        "Declare them in law.toml: set_aside with a reason, or parts.",
    ),
    Code(
        "W226", "stale-range",
        "A range of lines in law.toml covers no text.",
        "The file has changed since: correct the range or take it out.",
    ),
    Code(
        "W227", "lost-heading",
        "A short line without a stop above a label may be a heading that lost its number. It is kept outside the article.",
        "Compare with the original; put the number in if it is a heading.",
    ),
    Code(
        "W228", "open-end",
        "A line of an article ends like no sentence.",
        "Compare with the original: a stop or a line may be lost. Put each 款 and each item on one line.",
    ),
    Code(
        "W229", "joined-lines",
        "Articles or headings stand within a line. They are read as such where their numbers go on.",
        "Put each article and each heading on a line of its own.",
    ),
    Code(
        "W230", "first-number",
        "An amending text begins with another number than 1.",
        "If this is right, say so in law.toml: first_article = 32.",
    ),
    Code(
        "W231", "item-number",
        "The number of an item does not follow the one before it.",
        "Compare with the original; the text is kept as it is.",
    ),
    Code(
        "W232", "item-style",
        "An item goes on with the numbers of its list in another style of marker.",
        "Compare with the original; it is read as the next item.",
    ),
    Code(
        "W233", "inline-item",
        "The first items of a list stand on the line of their 款.",
        "Nothing need be done; they are read as items, since the next line goes on with the list.",
    ),
    Code(
        "W234", "line-within-item",
        "A line without a number stands within a list that goes on after it. It is read as part of the item before it.",
        "Compare with the original: is a line broken, or a number missing?",
    ),
    Code(
        "W235", "deep-list",
        "A list lies deeper than 項, 目 and one division below.",
        "Nothing need be done; the lines are counted through in their addresses.",
    ),
    Code(
        "W236", "doubtful-label",
        "A line begins like an article or heading, but its number does not fit and no blank follows. It is read as text.",
        "Put a blank after the number if it is an article; else nothing need be done.",
    ),
    Code(
        "W237", "set-aside-inside",
        "Lines among the articles are set aside by law.toml.",
        "Make sure that they are no text of the law.",
    ),
    Code(
        "W238", "annex-articles",
        "An annex has articles of its own. They are shown as text of the annex, without addresses.",
        "Nothing need be done, unless the annex is the law that you mean: then say so in law.toml (parts).",
    ),
    Code(
        "W239", "no-title",
        "No title was found above the articles, or only a line that does not look like one.",
        "Put the title on a line of its own above the articles.",
    ),
    Code(
        "N240", "arabic-digits",
        "Articles are numbered with Arabic digits: 第57條.",
        "Nothing need be done; addresses are the same as with Chinese numbers.",
    ),
)  # fmt: skip
