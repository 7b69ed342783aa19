"""A source file as lines: trimmed, with their places, and in a plain form that the rules of parsing read."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.source import SourceFile

#: How many characters of a line are folded: labels, markers and headings fit well within them.
PLAIN_LENGTH = 160

#: Characters that are not seen and are no white space; a BOM inside a file is one of them.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"

# Each character of the first row is read as the one below it. Only characters that the rules look for.
_TRADITIONAL = (
    "條節編項錄則關於説說釋規辦細準紀綱範決議憲業務國總發佈號統長記輯審終監來責權聲聯網頁訪問瀏覽數點擊閱讀載鏈閉開啟"
    "徵見訂試暫圖註標題為與後刪書處會員廳黨軍區縣將現給實執據過頒廢單體維碼掃電腦機構導簡稱類別級屬狀質時間轉這"
    "該們產華臺劃預減內備檢訊郵傳給證無礙協約學際對調違應當議團設經濟財複復係歷構動態縮寫創獎勵賦額"
    "蔔錶屆術報經訓練衛環護樹壓獻聞補償樣請詢諮徵選舉陸澳灣閣贊統參眾視頻點個專進關層裡幣銀創園莊"
)
_SIMPLIFIED = (
    "条节编项录则关于说说释规办细准纪纲范决议宪业务国总发布号统长记辑审终监来责权声联网页访问浏览数点击阅读载链闭开启"
    "征见订试暂图注标题为与后删书处会员厅党军区县将现给实执据过颁废单体维码扫电脑机构导简称类别级属状质时间转这"
    "该们产华台划预减内备检讯邮传给证无碍协约学际对调违应当议团设经济财复复系历构动态缩写创奖励赋额"
    "卜表届术报经训练卫环护树压献闻补偿样请询咨征选举陆澳湾阁赞统参众视频点个专进关层里币银创园庄"
)
_BLANKS = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u202f\u205f\u3000\u2028\u2029" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_MARGIN = _BLANKS + INVISIBLE
_PLAIN: dict[int, int] = {
    **{ord(t): ord(s) for t, s in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)},
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{ord(c): ord("-") for c in "—–‒―─﹣−‐‑－"},
    **{ord(c): ord("“") for c in "「『〝＂"},
    **{ord(c): ord("”") for c in "」』〞"},
    **{ord(c): ord(" ") for c in _MARGIN},
    ord("﹙"): ord("("), ord("﹚"): ord(")"), ord("﹑"): ord("、"), ord("︰"): ord(":"), ord("﹕"): ord(":"),
    ord("｡"): ord("。"), ord("〈"): ord("《"), ord("〉"): ord("》"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, or a stretch of one, without the blanks and invisible characters around it.

    ``plain`` is its beginning in plain form, one character for one: offsets in it are offsets in ``text``.
    """

    number: int
    """Line of the file, from 1."""
    start: int
    end: int
    text: str
    plain: str

    @property
    def is_short(self) -> bool:
        """True if ``plain`` shows the whole line."""
        return len(self.text) <= PLAIN_LENGTH

    @property
    def last(self) -> str:
        """The last character in plain form; empty if the stretch is."""
        return plain_form(self.text[-1:])

    @property
    def compact(self) -> str:
        """The plain form without blanks."""
        return self.plain.replace(" ", "")

    def part(self, start: int, end: int) -> Line:
        """The stretch from ``start`` to ``end``, offsets in ``text``, trimmed."""
        return make_line(self.number, self.start + start, self.text[start:end])


def read_lines(source: SourceFile) -> list[Line]:
    r"""All lines of a source that hold text, in order.

    A line ends with LF, CRLF or CR (see `SourceFile`); blank lines and lines of invisible characters are left
    out. ``"　　第一条　为了…\r\n"`` gives a line with text ``第一条　为了…`` and plain ``第一条 为了…``.
    """
    text, starts = source.text, source.line_starts
    ends = (*starts[1:], len(text))
    lines = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        line = make_line(number, start, text[start:end])
        if line.text:
            lines.append(line)
    return lines


def make_line(number: int, start: int, raw: str) -> Line:
    """A line from its raw text, trimmed; ``start`` is where the raw text begins in the file."""
    text = raw.lstrip(_MARGIN)
    start += len(raw) - len(text)
    text = text.rstrip(_MARGIN)
    return Line(number, start, start + len(text), text, plain_form(text[:PLAIN_LENGTH]))


def plain_form(text: str) -> str:
    """Half width, Simplified for the characters that the rules look for, one blank for each blank.

    >>> plain_form("第４４條　（一）「網絡」")
    '第44条 (一)“网络”'
    """
    return text.translate(_PLAIN)
