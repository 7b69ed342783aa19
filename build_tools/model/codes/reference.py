"""Codes 400-499: cross references."""

from __future__ import annotations

from build_tools.model.codes.entry import Code

CODES: tuple[Code, ...] = (
    Code(
        "W401", "reference-target-missing",
        "A reference names an article, 款, 項, 目, chapter or section that this law does not have; it is not linked.",
        "Compare with the original. If the law itself is wrong, leave it: the site lists the reference as unresolved.",
    ),
    Code(
        "W402", "reference-without-antecedent",
        "A word such as 前款 or 前条 stands where nothing lies before it; it is not linked.",
        "Compare the paragraphs with the original: a line break may be missing before it.",
    ),
    Code(
        "W403", "reference-range",
        "The end of a range lies before its beginning, or the two ends are not of one level; it is not linked.",
        "Compare with the original. If the law itself is wrong, leave it.",
    ),
    Code(
        "W404", "reference-ambiguous",
        "More than one provision fits the words; the reference is not linked.",
        "Nothing, if the law reads so. An editor's note can say which one is meant.",
    ),
    Code(
        "W405", "reference-unknown-law",
        "An article is cited of a law or document that the sentence does not name clearly; it is not linked.",
        "If the law is known by that name, add a line to build_tools/references/find/laws.tsv.",
    ),
    Code(
        "N406", "reference-other-edition",
        "Another edition of this very law is meant, such as the one that is repealed; it is not linked to this text.",
        "Nothing.",
    ),
    Code(
        "W407", "reference-unit-order",
        "項 stands before 款, the order of Taiwan; it is not linked, since the two words change places.",
        "Compare with the original.",
    ),
    Code(
        "N408", "reference-ordinal-missing",
        "The second 第 of a range or list is missing (第十一条至十三条); it is read as if it stood there.",
        "Nothing, if the original reads so.",
    ),
    Code(
        "N409", "reference-item-called-paragraph",
        "An opinion says 第二款 of an article that has no second 款 but a second 項; it is linked to the 項.",
        "Nothing.",
    ),
    Code(
        "N410", "reference-law-carried",
        "An article is read as one of the law that was named earlier in the sentence, not beside it.",
        "Check the link.",
    ),
    Code(
        "N411", "reference-parent-law",
        "本法 in a text that is no 法 is read as the law which the text implements, known from its title only.",
        "Check the link.",
    ),
    Code(
        "N412", "reference-self-name",
        "The text calls itself otherwise than its title does (本规定 in a 办法); it is read as this text.",
        "Compare the title with the original.",
    ),
    Code(
        "N413", "reference-not-in-edition",
        "A 款, 項 or article of another law is cited that the edition on this site does not have; the link leads to "
        "the article, or to the law.",
        "Nothing: older rules cite older editions.",
    ),
)  # fmt: skip
