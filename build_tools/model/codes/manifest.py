"""Codes 100-199: law.toml."""

from __future__ import annotations

from build_tools.model.codes.entry import Code

CODES: tuple[Code, ...] = (
    Code(
        "E101", "toml-syntax",
        "law.toml is not well-formed TOML.",
        "Correct the line that is named; text stands in straight quotation marks.",
        exit_status=2,
    ),
    Code(
        "E102", "duplicate-key",
        "A key or table is given twice.",
        "Keep one of the two.",
        exit_status=2,
    ),
    Code(
        "E103", "unknown-key",
        "law.toml has a key that means nothing here; the hint names the nearest one.",
        "Correct the spelling or take the line out.",
        exit_status=2,
    ),
    Code(
        "E104", "missing-key",
        "A key that is needed is not there.",
        "Add it as the hint shows.",
        exit_status=2,
    ),
    Code(
        "E105", "wrong-type",
        "The value is of the wrong kind, such as a number where words are expected.",
        "Write it as the hint shows.",
        exit_status=2,
    ),
    Code(
        "E106", "bad-value",
        "The value is none of those that are possible here.",
        "Take one of the values that the message lists.",
        exit_status=2,
    ),
    Code(
        "E107", "bad-date",
        "The date does not exist, is not written as 2026-01-31, or contradicts another one.",
        "Write year, month and day without quotation marks: `published = 2026-01-31`.",
        exit_status=2,
    ),
    Code(
        "E108", "bad-url",
        "The address is not one of the web.",
        "Give the whole address, with http:// or https://.",
        exit_status=2,
    ),
    Code(
        "E109", "bad-slug",
        "The slug cannot be part of an address.",
        "Use a-z, 0-9 and single hyphens, at most 64 characters, and no reserved word.",
        exit_status=2,
    ),
    Code(
        "E110", "duplicate-slug",
        "Two laws have the same slug, or two that differ in case only.",
        "Give one of them another slug.",
        exit_status=2,
    ),
    Code(
        "E111", "duplicate-entry",
        "Two editions or opinions of one law have the same slug, or use the same file.",
        "Give one of them another slug or file.",
        exit_status=2,
    ),
    Code(
        "E112", "unknown-edition",
        "A [[feedback]] or [[note]] names an edition that this law does not have.",
        "Write the slug of one of its [[edition]] tables.",
        exit_status=2,
    ),
    Code(
        "E113", "outside-content",
        "The path leads out of the law's folder: by `..`, as an absolute path, or through a link.",
        "Put the file into the law's folder and name it from there.",
        exit_status=2,
    ),
    Code(
        "E114", "declared-file-missing",
        "The file that law.toml names is not there, is a folder, or cannot be read.",
        "Correct the path, which starts at the law's folder, or put the file there.",
        exit_status=3,
    ),
    Code(
        "E115", "bad-lines",
        "A range of lines is not two line numbers from 1, the first not after the last, or it overlaps another.",
        "Write the first and the last line: `lines = [216, 225]`.",
        exit_status=2,
    ),
    Code(
        "E116", "no-manifest",
        "A folder under content/laws/ has no law.toml.",
        "Run `duizhao new LAW`, or take the folder away.",
        exit_status=2,
    ),
    Code(
        "E117", "no-laws",
        "There is no content/laws/ folder, or it holds no law.",
        "Run `duizhao new LAW --from FILE` in the project's folder.",
        exit_status=2,
    ),
    Code(
        "E118", "bad-provision",
        "The value is not the id of a provision.",
        "Write it as in the addresses of the site: art-57, art-57-p2, art-57-p2-i3, ch-3.",
        exit_status=2,
    ),
    Code(
        "E119", "note-astray",
        "A [[note]] names a provision that the text does not have, or words that do not stand in it.",
        "Copy the words from the source file, not from the site, and take the id from the address bar.",
        exit_status=2,
    ),
    Code(
        "W120", "file-not-declared",
        "A file lies in the law's folder but law.toml does not mention it, so it is not on the site.",
        "Add an [[edition]] or [[feedback]] table for it, or take the file away.",
    ),
    Code(
        "W121", "not-confirmed",
        "The line ends in a comment that begins with CHECK: `duizhao new` guessed it, and nobody has confirmed it.",
        "Compare it with the original, correct it, and take the mark away.",
    ),
    Code(
        "W122", "placeholder",
        "The value is one that `duizhao new` puts where nothing is known, such as 未註明; readers would see it.",
        "Write what is so; if nobody knows, say so in other words.",
    ),
)  # fmt: skip
