"""What a line outside the articles looks like: title, history, date, signature, notice, explanation.

Each question is asked of one line alone, in its plain form; what follows from the answer is for the caller to say.
"""

from __future__ import annotations

from pathlib import Path

from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.law.scan.lines import Line
from build_tools.text.patterns import read_patterns

_P = read_patterns(Path(__file__).with_suffix(".toml"), numeral=NUMERAL_CLASS)
_ENDS = frozenset("。;:,、!?…")
_FULL_STOPS = frozenset("。;:!?…")


def is_date(line: Line) -> bool:
    """True for a line that is a date and nothing else: 2026年1月31日, 二〇二六年一月三十一日."""
    return line.is_short and bool(_P["date_line"].match(line.compact))


def is_organ(line: Line) -> bool:
    """True for a short line that ends like the name of an authority: 公 安 部, 最高人民法院."""
    compact = line.compact
    return len(compact) <= 30 and bool(_P["organ_end"].search(compact)) and _ENDS.isdisjoint(compact)


def is_person(line: Line) -> bool:
    """True for an office with a name: 总理 李克强, 中华人民共和国主席　习近平."""
    compact = line.compact
    return len(compact) <= 24 and bool(_P["person"].match(compact))


def is_signature(line: Line) -> bool:
    """True for what stands below a document: authority, office with name, date."""
    if is_date(line) or is_organ(line) or is_person(line):
        return True
    dated = _P["dated_end"].match(line.compact) if len(line.text) <= 50 else None
    return dated is not None and bool(_P["organ_end"].search(dated["organ"]))


def is_history(line: Line) -> bool:
    """True for a note of passing, publication or amendment: 2018年3月11日第十三届…通过, （2009年修正）."""
    plain, opened = line.plain, line.plain.startswith("(")
    if _P["history_field"].match(_field(line)):
        return True
    if opened and line.last == ")" and len(plain) <= 60 and _P["in_brackets"].search(line.compact):
        return True
    if not (_P["dated"].search(line.compact[:60]) and _P["enacted"].search(plain)):
        return False
    return opened or line.last != "。" or bool(_P["dated"].match(line.compact) and "制定" not in plain)


def _field(line: Line) -> str:
    """The beginning of a line; 【公布日期】2021.1.1 is read as 公布日期:2021.1.1."""
    compact = line.compact[:14]
    return compact[1:].replace("】", ":", 1) if compact.startswith("【") else compact


def is_document_number(line: Line) -> bool:
    """True for 法释〔2023〕11号, 国令第717号, 第十八号, 第11/2009號法律."""
    if len(line.text) > 40:
        return False
    return bool(_P["numbered"].match(line.compact) or _P["numbered_law"].match(line.compact))


def is_note(line: Line) -> bool:
    """True for what stands around a title: history, number of a document, signature."""
    return is_history(line) or is_document_number(line) or is_signature(line)


def is_title(line: Line) -> bool:
    """True for what may be the title of a law: 网络犯罪防治法(征求意见稿), 《稀土管理条例》."""
    core, suffix = title_core(line)
    if not 2 <= len(core) <= 90 or not line.is_short or _has_stop(core):
        return False
    if core[0] in "第(0123456789“" or core.startswith(("附件", "附录", "附表")) or is_document_number(line):
        return False
    if is_notice_title(line) or is_explanation_title(line):
        return False
    return bool(_P["title_end"].search(core) or (len(core) > 3 and _P["suffix_words"].search(suffix)))


def is_title_suffix(line: Line) -> bool:
    """True for （试行） or （2018年修正） on a line of its own, below a title."""
    compact = line.compact
    if not _P["suffix_line"].match(compact) or _P["passed"].search(compact) or is_document_number(line):
        return False
    return bool(_P["suffix_words"].search(compact)) and not is_date(line)


def is_notice_title(line: Line) -> bool:
    """True for 关于《…》公开征求意见的通知, 中华人民共和国主席令."""
    core, _ = title_core(line)
    fits = 2 <= len(core) <= 120 and line.is_short and not _has_stop(core)
    return fits and bool(_P["notice_end"].search(core))


def is_explanation_title(line: Line) -> bool:
    """True for 关于《…（草案）》的说明, 起草说明."""
    core, _ = title_core(line)
    fits = 4 <= len(core) <= 120 and line.is_short and not _has_stop(core)
    return fits and bool(_P["explanation_end"].search(core) and _P["explanation_words"].search(core))


def is_contents(line: Line) -> bool:
    """True for 目录, 目　次."""
    return len(line.text) <= 12 and bool(_P["contents"].match(line.compact))


def is_preamble(line: Line) -> bool:
    """True for 序言, 前　言."""
    return len(line.text) <= 12 and bool(_P["preamble"].match(line.compact))


def ends_sentence(line: Line) -> bool:
    """True if the line ends as running text ends."""
    return line.last in _FULL_STOPS or (line.last in "”)》" and any(c in "。;:,!?" for c in line.plain))


def name_field(line: Line) -> int:
    """Length of 法規名稱： at the head of a line that holds the title after it; 0 if there is none."""
    plain = line.plain.replace(" ", "", 1) if line.plain[1:2] == " " else line.plain
    return line.plain.index(":") + 1 if _P["name_field"].match(plain) else 0


def title_core(line: Line) -> tuple[str, str]:
    """A title without blanks, title marks and （…） at its end, and what was taken off there."""
    core, suffix = line.compact, ""
    for _ in range(3):
        found = _P["suffix"].search(core)
        if not found or not found.start():
            break
        core, suffix = core[: found.start()], found[0] + suffix
    if core.startswith("《") and core.endswith("》") and "《" not in core[1:]:
        core = core[1:-1]
        inner = _P["suffix"].search(core)
        if inner and inner.start():
            core, suffix = core[: inner.start()], inner[0] + suffix
    return core, suffix


def _has_stop(core: str) -> bool:
    """Stops of a sentence outside 《…》 and （…）; a title may hold 、 but hardly a comma."""
    depth = 0
    for c in core:
        depth += (c in "《(") - (c in "》)")
        if depth <= 0 and c in "。;:!?,":
            return True
    return False
