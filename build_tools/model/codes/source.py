"""Codes 001-099: bytes and characters of a source file."""

from __future__ import annotations

from build_tools.model.codes.entry import Code

CODES: tuple[Code, ...] = (
    Code(
        "E001", "file-missing",
        "There is no file at this path.",
        "Check the spelling of the path; it is case-sensitive.",
        exit_status=3,
    ),
    Code(
        "E002", "not-a-file",
        "The path is a folder or a device, not a file.",
        "Name a text file.",
        exit_status=3,
    ),
    Code(
        "E003", "unreadable",
        "The operating system refuses to read the file.",
        "Check its permissions and the disk.",
        exit_status=3,
    ),
    Code(
        "E004", "too-large",
        "The file is larger than 20 MB, which no law is.",
        "Make sure it is the right file; split a collection into one file a law.",
    ),
    Code(
        "E005", "empty",
        "The file holds no text: nothing at all, or blanks only.",
        "Put the text of the law or the opinion into it.",
    ),
    Code(
        "E006", "wrong-encoding",
        "The file is not UTF-8; the message says which encoding it seems to be.",
        "Run the `iconv` command of the hint and use the new file.",
    ),
    Code(
        "E007", "cut-off",
        "The file is UTF-8 but ends in the middle of a character, so a part is missing.",
        "Fetch the file again; a download or a copy was cut off.",
    ),
    Code(
        "E008", "damaged-encoding",
        "The file is UTF-8 for the most part but holds bytes that are no character.",
        "Fetch the file again, or put right the place that the message names.",
    ),
    Code(
        "E009", "not-text",
        "The file is a PDF, a word processor's file, a picture or other binary data.",
        "Save the text as plain text (UTF-8) and use that.",
    ),
    Code(
        "E010", "source-changed",
        "The SHA-256 of the file differs from the one in law.toml: it is not the file that was declared.",
        "If the change is meant, run `duizhao accept LAW`; if not, restore the file.",
    ),
    Code(
        "E011", "html",
        "The file is a page of the web (HTML): its tags would be taken for words of the law.",
        "Open it in a browser, copy the text from there, and save that as plain text (UTF-8).",
    ),
    Code(
        "E020", "nul",
        "The text holds U+0000, at which converters cut the text off; the file is not read further.",
        "Remove the character, or fetch the file again.",
    ),
    Code(
        "E021", "control-character",
        "The text holds a control character (U+0001 to U+001F but for tab and line ends, U+007F to U+009F).",
        "Remove the character, or fetch the file again.",
    ),
    Code(
        "E022", "noncharacter",
        "The text holds a code point that Unicode reserves as no character, such as U+FFFE.",
        "Remove it, or fetch the file again.",
    ),
    Code(
        "E023", "replacement-character",
        "The text holds U+FFFD: a character was lost before the file came here.",
        "Fetch the text again; the lost character cannot be guessed.",
    ),
    Code(
        "E024", "bidi-control",
        "The text holds an invisible character that changes the order in which text is shown.",
        "Remove the character: a reader would see another text than stands in the file.",
    ),
    Code(
        "E025", "tag-character",
        "The text holds an invisible tag character (U+E0000 to U+E007F).",
        "Remove the character.",
    ),
    Code(
        "E026", "mojibake",
        "The text was decoded with the wrong encoding before the file was saved; the message shows the guess.",
        "Fetch the text again and save it as UTF-8.",
    ),
    Code(
        "W030", "invisible-character",
        "The text holds an invisible character, such as a zero width space, joiner or soft hyphen.",
        "Leave it if it stands in the original; it is kept, and passed over when texts are compared.",
    ),
    Code(
        "W031", "compatibility-ideograph",
        "The text holds a compatibility ideograph (U+F900 or U+2F800 and following), mostly left by OCR or a PDF.",
        "Compare with the original; the usual character is named in the hint.",
    ),
    Code(
        "W032", "radical",
        "The text holds a radical (U+2E80 to U+2FDF) where a character is meant, mostly left by a PDF.",
        "Compare with the original; the usual character is named in the hint.",
    ),
    Code(
        "W033", "private-use",
        "The text holds a private use character, which looks different, or like nothing, on each machine.",
        "Compare with the original and put the character that Unicode has for it.",
    ),
    Code(
        "W034", "variation-selector",
        "The text holds a variation selector; it is kept in the source and dropped from converted text.",
        "Leave it if the form of the character matters; otherwise remove it.",
    ),
    Code(
        "W035", "unusual-line-end",
        "The text holds a lone CR, U+0085, U+2028 or U+2029 beside or instead of ordinary line ends.",
        "Check that lines end where they end in the original.",
    ),
    Code(
        "W036", "script-doubtful",
        "The text is written in the other script than law.toml says, or in both.",
        "Check `script` in law.toml; if the original mixes the scripts, leave it.",
    ),
)  # fmt: skip
