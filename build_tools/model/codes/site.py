"""Codes 500-599: building, checking and publishing the site."""

from __future__ import annotations

from build_tools.model.codes.entry import Code

CODES: tuple[Code, ...] = (
    Code(
        "E500",
        "configuration",
        "mkdocs.yml cannot be read, or a value in it is not allowed.",
        "Correct the key that the message names.",
        exit_status=2,
    ),
    Code(
        "E501",
        "output-not-ours",
        "The output folder holds files that no build of this program wrote.",
        "Choose another folder, or move these files away.",
        exit_status=2,
    ),
    Code(
        "E502",
        "output-unsafe",
        "The output would overwrite or swallow the sources, the project or the whole disk.",
        "Choose a folder of its own, such as site.",
        exit_status=2,
    ),
    Code(
        "E503",
        "build-locked",
        "Another build is writing to the same output.",
        "Wait for it to end; the message names its process.",
        exit_status=3,
    ),
    Code(
        "E504",
        "not-written",
        "A file could not be read or written. The former site is as it was.",
        "Look at the reason that the system gives: disk full, no permission.",
        exit_status=3,
    ),
    Code(
        "E505",
        "changed-during-build",
        "A source or template changed while the site was made from it.",
        "Build again.",
    ),
    Code(
        "W506",
        "host-warning",
        "MkDocs or the theme warns of something; stops a strict build.",
        "Follow the text of the warning.",
    ),
    Code(
        "E507",
        "bad-build-date",
        "SOURCE_DATE_EPOCH is no number of seconds, or lies before 1980, which an archive cannot say.",
        "Unset it, or give seconds since 1970, 315532800 or more.",
        exit_status=2,
    ),
    Code(
        "E508",
        "bad-site-url",
        "site_url must be an http(s) address that ends in a slash and has no query.",
        "Write it as the message shows.",
        exit_status=2,
    ),
    Code(
        "E510",
        "slot",
        "The page of the theme does not have the form that this program fills.",
        "Compare overrides/main.html with the slots in build_tools/render/shell.py.",
    ),
    Code(
        "E511",
        "path-twice",
        "Two files of the site have one path, or differ in upper and lower case only.",
        "Rename one of the two laws, editions, opinions or pages.",
    ),
    Code(
        "E512",
        "unsafe-path",
        "A path of the site is longer than 100 bytes, or holds other characters than a-z A-Z 0-9 . _ - /.",
        "Shorten or rename what it was made from.",
    ),
    Code(
        "E513",
        "template",
        "A template cannot be read, or asks for something that is not there.",
        "Correct the template at the line that the message names.",
    ),
    Code(
        "E520",
        "dead-link",
        "A link leads to a page or file that the site does not have.",
        "Correct the link in the template or page.",
    ),
    Code(
        "E521",
        "dead-fragment",
        "A link leads to a place that its page does not have.",
        "Correct the link, or give the place its id.",
    ),
    Code("E522", "double-id", "Two elements of one page have the same id.", "Give one of them another id."),
    Code(
        "E523",
        "wrong-language",
        "An element with text of a source lacks lang, or its lang is not the script of the text.",
        "Set lang to zh-Hant or zh-Hans as the text is written.",
    ),
    Code(
        "E524",
        "foreign-request",
        "A page would load something from another host.",
        "Put the file into overrides/assets and load it from there.",
    ),
    Code(
        "E525",
        "home-differs",
        "An element that says it shows a stretch of a source shows something else.",
        "Correct the template: marks may add elements, never characters.",
    ),
    Code(
        "E526",
        "derived-differs",
        "An element that says it shows converted text shows something else than the converter made.",
        "Correct the template: take the text of the unit's variant.",
    ),
    Code(
        "E527",
        "not-shown",
        "A stretch of a source is shown nowhere in one of the trees.",
        "Show it on its page, or set it aside in law.toml with a reason.",
    ),
    Code(
        "E528",
        "ledger",
        "The ledger of a source has a gap or an overlap, or calls text a separator.",
        "This is a fault of the program; please report it with the source.",
    ),
    Code(
        "E529",
        "not-restored",
        "The characters of a source do not give back the file with its SHA-256.",
        "This is a fault of the program; please report it with the source.",
    ),
    Code(
        "E530",
        "words-missing",
        "A message catalogue lacks a key that the other has or that the code asks for.",
        "Add the words to build_tools/messages.",
    ),
    Code(
        "E531",
        "words-empty",
        "A key of a message catalogue has no words.",
        "Write the words, or drop the key.",
    ),
    Code(
        "E532",
        "broken-line",
        "A line break stands inside Chinese text, where a browser shows it as a blank.",
        "Join the lines in the template or page.",
    ),
    Code(
        "E533",
        "inline-code",
        "A page holds a script, a style or an event handler in its own text, which its policy forbids.",
        "Move it to a file in overrides/assets.",
    ),
    Code(
        "E534",
        "trees-differ",
        "A page shows other stretches of the sources, or in another order, than the same page of the other tree.",
        "Correct the template: both trees show the same text, each with its own script first.",
    ),
    Code(
        "E540", "listed-file-missing", "A file that SHA256SUMS lists is not there.", "Get the site or bundle anew."
    ),
    Code(
        "E541",
        "file-changed",
        "A file is not the one that SHA256SUMS lists.",
        "Get the site or bundle anew, and ask who changed it.",
    ),
    Code(
        "E542",
        "file-extra",
        "There is a file that SHA256SUMS does not list.",
        "Remove it, if you did not put it there.",
    ),
    Code(
        "E543",
        "no-checksums",
        "The folder or archive has no readable SHA256SUMS.",
        "Name a site or bundle that this program built.",
        exit_status=3,
    ),
)
