"""A source file as lines: trimmed, with their places, and in a plain form that the rules of parsing read."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.source import SourceFile

#: How many characters of a line are folded: labels, markers and headings fit well within them.
PLAIN_LENGTH = 160

#: Characters that are not seen and are no white space; a BOM inside a file is one of them.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"

# Each character of the first rows is read as the one below it: all that the rules of this stage look for, with their
# variants in Taiwan and Hong Kong. A test compares the rows with the converter's tables.
_TRADITIONAL = (
    "乾佈來侷係俬們備傢傳僅內別刪則創劃務匯區協員問啓啟單噹國圍圖團執報學實審寫寶將專對導屬幹廢廳彆彔彙後從復徵徹態憲應戶"
    "掃換擊據攝數於旂時暫書會朮枱査條榦標機檔檢檯欄權歡歸決況減準滙瀏為無熱爲狀現當發監眾碼礙祕種稱節範簡簽籌籤糰糾約級細"
    "終組結絡給統綫維綱網綵緒線編縣總繫罰聞聯聲脩腦臺與舉舘華蓆薦藍處號衆術裏補裡製複覈見規覽訂計訊討記訪設註証評詞試話該"
    "說説調請論證識譯議護讀讓讚貫責資質贊載輯轉辦迴這週進過適選郵鄭釋鈕銀錄錯録錶鍵鏈長門閉開間閤閱閲關階隱電頁頂項順須頒"
    "題類颱館饋體髮鬚麪麫麵點"
)
_SIMPLIFIED = (
    "干布来局系私们备家传仅内别删则创划务汇区协员问启启单当国围图团执报学实审写宝将专对导属干废厅别录汇后从复征彻态宪应户"
    "扫换击据摄数于旗时暂书会术台查条干标机档检台栏权欢归决况减准汇浏为无热为状现当发监众码碍秘种称节范简签筹签团纠约级细"
    "终组结络给统线维纲网彩绪线编县总系罚闻联声修脑台与举馆华席荐蓝处号众术里补里制复核见规览订计讯讨记访设注证评词试话该"
    "说说调请论证识译议护读让赞贯责资质赞载辑转办回这周进过适选邮郑释钮银录错录表键链长门闭开间合阅阅关阶隐电页顶项顺须颁"
    "题类台馆馈体发须面面面点"
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
