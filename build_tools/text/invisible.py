"""White space, and characters without a picture: passed over wherever texts are read or compared, kept wherever they stand."""

from __future__ import annotations

import re

#: Joiners, fillers and a BOM inside a file, as the inside of a regular expression's class. Marks that turn the order of
#: the text (U+200E, U+202A…) are not among them: a file with these is refused.
INVISIBLE_CLASS = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164"
    r"\ufeff\uffa0\ufff0-\ufffb"
)
INVISIBLE = "".join(
    chr(code)
    for first, last in re.findall(r"\\u(\w{4})(?:-\\u(\w{4}))?", INVISIBLE_CLASS)
    for code in range(int(first, 16), int(last or first, 16) + 1)
)
#: All white space: NBSP, U+3000, U+2003 and line ends too.
BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
