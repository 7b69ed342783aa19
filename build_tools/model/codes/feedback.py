"""Codes 300-399: feedback files."""

from __future__ import annotations

from build_tools.model.codes.entry import Code

CODES: tuple[Code, ...] = (
    Code(
        "E301", "no-opinion",
        "The feedback file holds no opinion: nothing but headings, quotes or an introduction.",
        "Check that it is the right file; an opinion is a paragraph below 总体意见 or below a heading such as 第十二条 or "
        "Article 12. `publish = false` in its [[feedback]] table leaves it out until then.",
    ),
    Code(
        "E302", "unknown-article",
        "A heading, or a provision that the opinion quotes, has the number of an article that the law lacks.",
        "Compare with the law; the hint names the nearest articles. The number in the file may be a slip of the pen.",
    ),
    Code(
        "E303", "heading-without-opinion",
        "A heading names an article, but no opinion follows before the next heading.",
        "Put the opinion below the heading, or take the heading out.",
    ),
    Code(
        "E304", "unknown-article-in-list",
        "The text names an article that the law lacks, such as 99 in 第4/16/99条.",
        "Compare with the law; write the name of the other law before the number if it belongs to another law.",
    ),
    Code(
        "E305", "feedback-of-another-law",
        "Fewer than half of the quoted provisions are those of this law.",
        "Check `edition` of the [[feedback]] table: the file seems to speak of another law or edition.",
    ),
    Code(
        "E306", "unreadable-heading-number",
        "The number in a heading cannot be read, such as 第二十百条.",
        "Write the number as the law does.",
    ),
    Code(
        "W310", "opinion-without-heading",
        "An opinion stands before any heading; it is taken as a general opinion.",
        "Put it below 总体意见 or below the heading of its article, if that is where it belongs.",
    ),
    Code(
        "W311", "two-blocks-for-one-article",
        "Two headings name the same article; both blocks are kept.",
        "Leave it if the author wrote it so.",
    ),
    Code(
        "W312", "link-dropped",
        "A link leads to something else than http, https or mailto; it is shown as text and leads nowhere.",
        "Leave it: the text stays as received.",
    ),
    Code(
        "W313", "code-block-not-closed",
        "A line of ``` or ~~~ opens a block of code that nothing closes, so all that follows is shown as code.",
        "If no code is meant, set the line aside in law.toml with a reason.",
    ),
    Code(
        "W314", "quote-differs",
        "The provision that the opinion quotes differs from the law by more than script, blanks and width.",
        "Compare the two; the site marks the differing characters. The opinion may quote another edition.",
    ),
    Code(
        "W315", "claim-does-not-hold",
        "What a text says of the law is not so, such as a list of the articles that use a term.",
        "Compare with the law; the site shows what is claimed and what is found.",
    ),
    Code(
        "W316", "quote-of-another-article",
        "Below the heading of one article the provision of another is quoted.",
        "Check the heading; leave it if the author quotes the other article for comparison.",
    ),
    Code(
        "W317", "range-runs-backwards",
        "A range of articles ends before it begins, such as 第十三条至第十一条.",
        "Compare with the law; only the two ends are taken.",
    ),
    Code(
        "W318", "heading-not-understood",
        "A line looks like the heading of an article, but of which is not clear: Article XII, Article 12 of another law.",
        "Write it as Article 12 or 第十二条 if it heads opinions on an article of this law; if not, leave it: "
        "what follows is general.",
    ),
    Code(
        "N320", "quote-or-opinion",
        "A line may quote the provision or be an opinion on it; it is taken as an opinion.",
        "If it is a quote, nothing is lost: it is shown as the author's words.",
    ),
    Code(
        "N321", "row-without-opinion",
        "A row of a table names an article but has no opinion on it.",
        "Leave it if the author had none.",
    ),
    Code(
        "N322", "number-not-resolved",
        "An article's number may belong to this law or to the other law that was named before; it is not linked.",
        "Leave it: a missing link does less harm than a wrong one.",
    ),
)  # fmt: skip
