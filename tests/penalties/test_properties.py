"""Figures, amounts and rows of generated sentences: what is written is read, and what is broken never is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from build_tools.grammar.figures import parse_figure
from build_tools.model.penalty import Branch, Modality, Passage, PenaltyRow, Subject, Unit
from build_tools.penalties.faults import row_faults, word_faults
from build_tools.penalties.measures import find_measures
from build_tools.penalties.row_json import penalty_json
from build_tools.text.script import convert
from tests.penalties.notation import find_in_article

Writer = Callable[[int], str]
DIGITS = "零一二三四五六七八九"
#: What stands in files in place of a digit.
BROKEN = "lOoI|□×＊?ｌ〇O"
QUICK = settings(max_examples=150, deadline=None)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NUMBERS = st.integers(1, 10**12) | st.builds(
    lambda digit, zeros: digit * 10**zeros, st.integers(1, 99), st.integers(0, 10)
)
#: Figures of fines: round, as laws have them.
YUAN = st.builds(lambda digit, zeros: digit * 10**zeros, st.integers(1, 99), st.integers(2, 7))


def chinese(number: int) -> str:
    """A number as laws write it, by a rule of our own: 一亿零五百万, 十二万三千.

    >>> chinese(120_050), chinese(10), chinese(100_000_001)
    ('十二万零五十', '十', '一亿零一')
    """
    if number >= 10**8:
        head, rest = divmod(number, 10**8)
        return chinese(head) + "亿" + (("零" if rest < 10**7 else "") + chinese(rest) if rest else "")
    if number >= 10**4:
        head, rest = divmod(number, 10**4)
        return chinese(head) + "万" + (("零" if rest < 1000 else "") + chinese(rest) if rest else "")
    out, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += ("零" if gap and out else "") + DIGITS[digit] + name
        gap = digit == 0
    return out[1:] if out.startswith("一十") else out


def _scaled(number: int) -> str:
    """5万, 1.5亿, 12万 for numbers that have few digits; else all digits."""
    for scale, name in ((10**8, "亿"), (10**4, "万")):
        if number >= scale and number % (scale // 100) == 0:
            return f"{Decimal(number) / scale:f}".removesuffix(".0") + name
    return str(number)


WRITERS = st.sampled_from([chinese, str, "{:,}".format, _scaled])


# --- figures -------------------------------------------------------------------------------------------


@QUICK
@given(NUMBERS, WRITERS)
@example(10_010, chinese)
@example(20_000_000, chinese)
def test_a_figure_is_read_as_it_was_written(number: int, write: Writer) -> None:
    """In Chinese, in Arabic digits, with commas, with 万 and 亿: exactly, never floating."""
    assume(not (write is chinese and number >= 10**12))
    assert parse_figure(write(number)) == number


def test_the_largest_figure() -> None:
    """One trillion, the most that the calculator takes, however it is written."""
    assert [parse_figure(t) for t in ("1000000000000", "1,000,000,000,000", "10000亿")] == [10**12] * 3


@QUICK
@given(st.integers(1, 9999), st.integers(0, 9999), st.sampled_from(["", "万", "亿"]))
def test_decimals_are_exact(whole: int, part: int, scale: str) -> None:
    """1.05万 is 10,500; no figure passes through a float."""
    value = Decimal(f"{whole}.{part:04}")
    assert parse_figure(f"{whole}.{part:04}{scale}") == value * {"": 1, "万": 10**4, "亿": 10**8}[scale]


@QUICK
@given(NUMBERS, WRITERS, st.data())
def test_a_broken_figure_is_none(number: int, write: Writer, data: st.DataObject) -> None:
    """A letter or a box in the place of a digit, or between digits: no number at all, never a part of one."""
    written = write(number)
    at = data.draw(st.integers(0, len(written) - 1))
    mark = data.draw(st.sampled_from([mark for mark in BROKEN if mark != "〇"]))
    assert parse_figure(written[:at] + mark + written[at + 1 :]) is None
    assert parse_figure(written[:at] + mark + written[at:]) is None


@QUICK
@given(st.text(alphabet="零〇一二两三五九十百千万亿点0159,.", max_size=12))
def test_any_digits(text: str) -> None:
    """Never an exception; what is read is a number that is not below zero."""
    value = parse_figure(text)
    assert value is None or (value >= 0 and value.is_finite())


def test_what_can_be_read_in_two_ways_is_not() -> None:
    """一万五 may be 15,000 or 10,005, 一百五 150 or 105; thousands that are no thousands; units out of order."""
    for text in ("一万五", "一百五", "1,00", "10,00万", "二十百", "五五", "万", "", "点五", "一万万零"):
        assert parse_figure(text) is None


# --- amounts -------------------------------------------------------------------------------------------

VERBS = st.sampled_from(["处", "处以", "单处", "并处", "可以处", "可以并处", "并可以处以"])
ENDS = st.sampled_from(["", "的"])


@QUICK
@given(YUAN, YUAN, WRITERS, VERBS, st.sampled_from(["元以上", "元至", "元以上至"]), ENDS)
def test_a_range_of_yuan(first: int, last: int, write: Writer, verb: str, to: str, end: str) -> None:
    """A元以上B元以下: both ends."""
    low, high = sorted((first, last))
    until = "元以下" if "以上" in to else "元"
    (fine,) = find_measures(f"违反规定的,{verb}{write(low)}{to}{write(high)}{until}{end}罚款")
    assert fine.kind == "fine" and fine.range
    assert (fine.range.min, fine.range.max, fine.range.unit) == (low, high, Unit.YUAN)


@QUICK
@given(YUAN, WRITERS, VERBS, st.sampled_from(["以下", "以上", ""]), ENDS)
def test_one_end(number: int, write: Writer, verb: str, which: str, end: str) -> None:
    """B元以下 has no floor, which is not zero; A元以上 has no cap; A元 is exact."""
    (fine,) = find_measures(f"违反规定的,{verb}{write(number)}元{which}{end}罚款")
    assert fine.range
    assert fine.range.min == (None if which == "以下" else number)
    assert fine.range.max == (None if which == "以上" else number)


@QUICK
@given(
    st.integers(1, 20),
    st.integers(1, 20),
    st.booleans(),
    st.sampled_from(["违法所得", "货值金额", "应缴费用"]),
)
def test_multiples(first: int, last: int, in_chinese: bool, base: str) -> None:
    """违法所得A倍以上B倍以下, of what stands before it."""
    low, high = sorted((first, last))
    write = chinese if in_chinese else str
    (fine,) = find_measures(f"违反规定的,处{base}{write(low)}倍以上{write(high)}倍以下的罚款")
    assert fine.range and fine.base == base
    assert (fine.range.min, fine.range.max, fine.range.unit) == (low, high, Unit.TIMES)


@QUICK
@given(
    st.integers(1, 99),
    st.integers(1, 99),
    st.sampled_from([("百分之", Unit.PERCENT), ("千分之", Unit.PERMILLE)]),
)
def test_shares(first: int, last: int, share: tuple[str, Unit]) -> None:
    """销售额百分之A以上百分之B以下."""
    low, high = sorted((first, last))
    word, unit = share
    (fine,) = find_measures(f"违反规定的,处销售额{word}{chinese(low)}以上{word}{chinese(high)}以下的罚款")
    assert fine.range and fine.base == "销售额"
    assert (fine.range.min, fine.range.max, fine.range.unit) == (low, high, unit)


@QUICK
@given(st.integers(1, 30), st.integers(1, 30), st.booleans())
def test_terms(first: int, last: int, capped: bool) -> None:
    """A日以上B日以下拘留, or B日以下 alone."""
    low, high = sorted((first, last))
    floor = "" if capped else f"{chinese(low)}日以上"
    (held,) = find_measures(f"情节严重的,处{floor}{chinese(high)}日以下拘留")
    assert held.kind == "detention" and held.range
    assert (held.range.min, held.range.max, held.range.unit) == (None if capped else low, high, Unit.DAY)


@QUICK
@given(YUAN, YUAN, WRITERS, st.data())
@example(10_000, 100_000, chinese, None)
def test_no_amount_out_of_broken_digits(
    first: int, last: int, write: Writer, data: st.DataObject | None
) -> None:
    """A character that is none of a figure in the place of a digit: the fine is there and unreadable, without an amount."""
    low, high = sorted((first, last))
    words = f"{write(low)}元以上{write(high)}元以下"
    places = [at for at, char in enumerate(words) if char not in "元以上下,."]
    at, mark = (
        (places[0], "□")
        if data is None
        else (data.draw(st.sampled_from(places)), data.draw(st.sampled_from(BROKEN)))
    )
    assume(mark != "〇")
    found = find_measures(f"违反规定的,处{words[:at]}{mark}{words[at + 1 :]}罚款")
    fines = [m for m in found if m.kind == "fine"]
    assert fines and all(m.unreadable and m.range is None for m in fines)


# --- rows ----------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "违反本法第十二条规定的", "违反本法规定", "有下列情形之一的", "情节严重的", "情节特别严重的", "逾期不改正的", "拒不改正或者情节严重的",
        "造成严重后果的", "没有违法所得或者违法所得不足五万元的", "违法所得十万元以上的", "构成犯罪的", "单位有前款行为的", "对单位",
        "对其直接负责的主管人员和其他直接责任人员", "由公安机关", "由县级以上人民政府水行政主管部门会同有关部门", "有关主管部门",
        "可以", "并", "并处", "可以并处", "或者", "和", "、", "直至", "的", "处", "给予", "责令", "没收", "吊销", "罚款", "警告", "拘留", "暂扣",
        "违法所得", "非法财物", "许可证", "营业执照", "改正", "停产停业", "五千元以上五万元以下", "二十万元以下", "违法所得一倍以上五倍以下",
        "百分之五以下", "l万元以上", "□万元", "一万五元", "五万元以上一万元以下", "十五日以下", "五日以上十日以下", "终身不得", "三年内不得从事", "食品检验工作",
        "按日连续处罚", "每日按罚款数额的百分之三加处罚款", "每只", "依照前款规定处罚", "依照《刑法》第三条追究刑事责任", "给予处分", "罚款决定", "被吊销",
        "，", "，", "，", "，", "；", "；", "：", "。", "（", "）", "“", "”", "\n", "\n（一）", "\n（二）", "　", " ", "５", "，，", "",
    ]
)  # fmt: skip
TEXT = st.lists(PIECES, min_size=1, max_size=25).map("".join)


@SLOW
@given(TEXT, st.sampled_from(["", "s2tw"]))
def test_any_sentence(text: str, rule: str) -> None:
    """Never an exception; every row and word that is found passes the checks of each build, and can be told."""
    text = f"第九十条　{text}"
    if rule:
        text = convert(text, rule)
    found, _, source = find_in_article("測試法", text)

    def read(passage: Passage) -> str:
        return source.slice(passage.span)

    assert not [fault for row in found.rows for fault in row_faults(row, read)]
    assert not [fault for word in found.words for fault in word_faults(word, read)]
    assert len({row.id for row in found.rows}) == len(found.rows)
    spans = [(row.span.span.start, row.span.span.end) for row in found.rows]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(penalty_json(row)["id"] == row.id for row in found.rows)


MEASURES = st.sampled_from(
    [
        ("处五千元以上五万元以下罚款", "fine", (5000, 50_000)), ("处二十万元以下的罚款", "fine", (None, 200_000)),
        ("处违法所得一倍以上十倍以下罚款", "fine", (1, 10)), ("处1.5万元罚款", "fine", (15_000, 15_000)),
        ("没收违法所得", "confiscate_gains", None), ("没收非法财物", "confiscate_goods", None), ("责令改正", "order_correct", None),
        ("给予警告", "warning", None), ("通报批评", "criticism", None), ("责令停产停业", "suspend_operation", None),
        ("吊销许可证", "revoke_permit", None), ("吊销营业执照", "revoke_licence", None), ("处十五日以下拘留", "detention", (None, 15)),
    ]
)  # fmt: skip
Told = tuple[str, str, tuple[Decimal | int | None, Decimal | int | None] | None]


def _measure(row: PenaltyRow) -> Told:
    amount = (row.amount.min, row.amount.max) if row.amount else None
    return row.span.text, row.kind, amount


@SLOW
@given(
    MEASURES, st.sampled_from(["", "可以"]), st.sampled_from([("", None), ("情节严重的，", Branch.SERIOUS), ("逾期不改正的，", Branch.OVERDUE)]),
    st.sampled_from(["", "由公安机关"]), st.sampled_from(["", "对直接负责的主管人员和其他直接责任人员"]),
)  # fmt: skip
def test_a_measure_is_the_same_wherever_it_stands(
    measure: Told, may: str, branch: tuple[str, Branch | None], body: str, on: str
) -> None:
    """Kind, words and figures do not depend on what stands before; what stands there is read as it says."""
    words, code = branch
    head = "责令改正；" if words else ""
    text = f"第九十条　违反本法第十二条规定的，{head}{words}{body}{may}{on}{measure[0]}。"
    found, _, _ = find_in_article("測試法", text)
    row = found.rows[-1]
    assert _measure(row) == measure
    assert row.cond == ((code,) if code else ())
    assert row.authority == (("公安机关",) if body else ())
    assert row.modality is (Modality.MAY if may else Modality.SHALL)
    assert row.subject is (Subject.RESPONSIBLE_PERSONS if on else Subject.VIOLATOR)
    assert [str(duty.target) for duty in row.duties] == ["art-12"]


@SLOW
@given(MEASURES, MEASURES, MEASURES)
def test_three_limbs(first: Told, second: Told, third: Told) -> None:
    """Base, 情节严重的, and a full stop: each limb keeps its own measure, branch and authority."""
    text = (
        f"第九十条　违反本法第十二条规定的，由公安机关{first[0]}；情节严重的，{second[0]}。"
        f"违反本法第十四条规定的，{third[0]}。"
    )
    found, _, _ = find_in_article("測試法", text)
    assert [_measure(row) for row in found.rows] == [first, second, third]
    assert [row.cond for row in found.rows] == [(), (Branch.SERIOUS,), ()]
    assert [row.authority for row in found.rows] == [("公安机关",), ("公安机关",), ()]
    assert [row.authority_stated for row in found.rows] == [True, False, False]


@SLOW
@given(MEASURES, MEASURES)
def test_a_paragraph_is_read_alone(first: Told, second: Told) -> None:
    """The branch and the authority of one 款 do not reach the next; its place in the article changes nothing."""
    one = f"违反本法第十二条规定，情节严重的，由公安机关可以{first[0]}。"
    other = f"违反本法第十四条规定的，{second[0]}。"
    found, _, _ = find_in_article("測試法", f"第九十条　{one}\n{other}")
    turned, _, _ = find_in_article("測試法", f"第九十条　{other}\n{one}")
    assert [_alone(row) for row in found.rows] == [_alone(row) for row in reversed(turned.rows)]
    assert [row.id for row in found.rows] == ["90.1-1", "90.2-1"]


def _alone(row: PenaltyRow) -> tuple[object, ...]:
    return _measure(row), row.cond, row.authority, row.modality, [str(duty.target) for duty in row.duties]
