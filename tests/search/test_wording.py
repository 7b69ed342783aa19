"""Words of readers and words of law: each pair is held against real laws.

benchmarks/national.tar.xz holds 784 national laws and regulations, from a public collection (LawRefBook/Laws).
"""

from __future__ import annotations

import re
import tarfile
from functools import cache

import pytest

from build_tools.grammar.wording import fold_word, parse_wording, read_wording, wording_for
from build_tools.text.script import convert
from tests.conftest import ROOT

ROWS = read_wording()
SAME = [row for row in ROWS if not row.stretch]
NATIONAL = ROOT / "benchmarks" / "national.tar.xz"

#: Forms of Taiwan where the converter has others: 平台, 營業秘密.
_OURS = str.maketrans("臺祕羣佈", "台秘群布")


def _words(text: str) -> list[str]:
    return text.split()


#: Words of readers that laws write too, and mean the same thing by.
LAWS_WRITE_IT_TOO = set(
    _words("""
    資訊 資料庫 個人資料 電腦 即時通訊 電子信箱 國家機密 契約 違章建築 吊扣 檢舉 主管機關 施行細則 勞工 行車執照 醫療器材 大專院校 噪音
    核廢料 放射性廢棄物 入出境 納稅義務人 發票人 偷竊 槍械 註冊護士 股東大會 檢控 車牌號碼 船隻 手机 个体户 出租车 公交车 无人机 核电站 网吧
    五保户 欠薪 公证处 环保部门 全国人大 全国人大常委会 税收征管法 社保 医保 证监会 中国证监会 交警 武警 邮编 残联 妇联 招投标 治安处罚
    廢棄物 觀光 快速道路 完稅證明 統一發票 職業安全衛生 職業介紹所 殘障 影印 影印本 辨識 智慧化 房屋貸款 擔保品 善意受讓 無行為能力人
    限制行為能力人 旅客運送 公證人 商標權 供詞 死亡宣告 農地 動物傳染病 退伍 賑災 產品品質 机票 船东 邮局 停车位 加班工资 领养 养老院 药店
    奶制品 网民 人大代表 受害者 老师 打猎 农机 挖沙 避难所 毁约 注册公司 经济性裁员 建筑工地 文物局 保密局 物价局 地震局 海洋局 邮政局 版权局
    专利局 快递公司 台商 报废车 逆行 过路费 戒毒所 吸毒者 抽水站 預算案 外籍人士 外國人士 抽驗 开荒 台胞 工商联
    """)
)
#: Longer words of law in which a word of readers stands by chance; no law writes what becomes of them.
BY_CHANCE = {
    "軟體": ("软体动物", "软体类"),
    "網路": ("互联网路由",),
    "医保": ("中医保健",),
    "家暴": ("国家暴力",),
    "非遗": ("非遗传性",),
    "性交易": ("制度性交易成本",),
    "平交道": ("平交道口",),
    "看病": ("查看病虫害",),
    "提款": ("特别提款权",),
    "減資": ("增减资本",),
    "資本額": ("注册资本额",),
    "共用部分": ("梁等共用部分",),
    "职校": ("专职校(院)长",),
    "骗钱": ("诈骗钱财",),
}

#: Common words with a piece that readers elsewhere write for another thing: none may be rewritten.
TRAPS = _words("""
    食品质量 产品质量 涉嫌犯罪 互联网域名 域名 法定程序 程式 行政罚款 没收贿赂 信用状况 辩护律师会见 律师行业 运送人员 地方志工作 反恐怖主义工作
    合作社工作 卫生技术 联防制度 火灾防护 资产检查 精神病患者 视听障碍 期货品种 申报单 基建物资 审计部门 无线电业务 非营利事业法人 职工时
    外商投资安全审查 从业者 作业权 公司注册资本 退役的士兵 粮食水分 医药局 地基改造 双重制裁 批准用途 核数据 部门号召 发放款项 购房贷款 皮卡车
    中国中央 内燃机车 便捷运输 地下市政 旅行业务 财产保全 大写数字和数码 醉酒驾驶 提高铁路 提高校外 空中专用 出租房屋 申报税额 采取保全 治安检查
    偷逃税款 民用航空管理 最高法定刑 最高人民法院 降低保险费 中央行政 行政协议 外国企业 居民企业 境外企业 执行拘留 有期徒刑拘役 告知产生
    地下水保护 双边检疫 登船检查 兽药检验 执法考核 法律所规定 烈军属 取消协议 依法援助 我国赔偿 保密法律 一个税目 高等保护 担保单位 环保费用
    机动车牌证 印刷单位 预警方案 卫生证书 居民身份证 犯罪嫌疑人 可再生能源 公司债券 实用新型专利 外观设计专利 人身安全保护令 有组织犯罪
    紧急避难场所 电讯检疫 信托监察人 专有出版权 海上搜寻援救 乡村医生 采煤机司机 期货合约 屠宰场所 保存期限 液化气体 统一社会信用代码
    建立 执行 通讯 通信 恐怖活动 出生日期 消防队伍 监察人员 最高检察权
    移交税务机关 清缴税款 补征税款 首席仲裁员 检验车辆 单车能耗 合法条件 其中职工 殴打人民警察 承办公司审计 召开公司成立大会 旅游客运
    发展商品生产 加工地点 洪水灾害 进口供残疾人 被判刑人 志愿消防队 适航管理 第二审人民法院 统一审议 定期增资 申领港澳同胞回乡证
    电子商务平台企业 船舶海员证 查看证件 拦截公务车辆 著作人身权 修改作品 购房贷款利率
    农民工工资 女工作人员 国家生物安全总体情况 补种树木 免签证 生态环境部门 水利部门 应急管理部门 交通运输部门 煤矿灾害 露天采矿场 教职员工
""")


@cache
def laws() -> str:
    """Every law at hand, folded: the national ones, those of the benchmark and those of the site."""
    with tarfile.open(NATIONAL) as archive:
        members = [archive.extractfile(member) for member in archive if member.name.endswith(".txt")]
        texts = [file.read().decode() for file in members if file]
    assert len(texts) == 784
    files = [*(ROOT / "benchmarks/corpus").glob("*.txt"), *(ROOT / "content/laws").glob("*/editions/*.txt")]
    return "\n".join(fold_word(text) for text in [*texts, *(f.read_text(encoding="utf-8") for f in files)])


def test_the_file_is_sorted_and_each_word_stands_once() -> None:
    """By kind, by whose word it is, by the word."""
    keys = [(row.stretch, row.of, row.word) for row in ROWS]
    assert keys == sorted(keys)
    words = [fold_word(row.word) for row in ROWS]
    assert len(set(words)) == len(words)
    assert all(len(set(row.law)) == len(row.law) for row in ROWS)


def test_there_are_enough_rows_of_each_reader() -> None:
    """No reader is served by a handful of words only."""
    assert len(SAME) >= 220
    assert len(ROWS) - len(SAME) >= 30
    assert all(
        sum(row.of == of for row in SAME) >= 40 for of in ("tw", "hk", "cn-everyday", "short", "latin")
    )


def test_a_word_is_no_single_character_and_not_within_its_law_word() -> None:
    """身份证 is found within 居民身份证 without a row; a row would write 居民居民身份证."""
    for row in ROWS:
        assert min(map(len, (row.word, *row.law))) > 1, row
        assert not any(fold_word(row.word) in fold_word(law) for law in row.law), row


def test_each_word_is_in_the_script_of_its_readers() -> None:
    """Traditional in Taiwan and Hong Kong, Simplified on the mainland and for the words of law."""
    for row in ROWS:
        assert all(convert(law, "t2s") == law for law in row.law), row
        if row.of == "cn-everyday":
            assert convert(row.word, "t2s") == row.word, row
        if row.of in {"tw", "hk"}:
            assert convert(row.word, "s2t").translate(_OURS) == row.word, row


def test_each_reason_is_one_clause_in_traditional() -> None:
    """OpenCC prefers 羣 and 牀; beyond those its Traditional is ours."""
    pairs = [(a, b) for row in ROWS for a, b in zip(row.reason, convert(row.reason, "s2t"), strict=True)]
    assert {a for a, b in pairs if a != b} <= set("群床台干核")
    assert not [row.word for row in ROWS if re.search(r"[。；;\n]", row.reason) or len(row.reason) > 60]


def test_every_word_of_law_is_written_by_a_law() -> None:
    """No word of law is made up."""
    assert not [(row.word, law) for row in ROWS for law in row.law if fold_word(law) not in laws()]


def test_no_word_stands_by_chance_in_a_word_of_law() -> None:
    """Where laws write a word of readers, they mean the same; a new row that they write is looked at by hand."""
    written = {row.word for row in SAME if fold_word(row.word) in laws()}
    assert written - set(BY_CHANCE) == LAWS_WRITE_IT_TOO - set(BY_CHANCE)


@pytest.mark.parametrize("word", BY_CHANCE)
def test_what_is_rewritten_by_chance_finds_nothing(word: str) -> None:
    """軟體動物 would become 软件动物, which no law writes."""
    (row,) = (row for row in SAME if row.word == word)
    for longer in BY_CHANCE[word]:
        assert longer.replace(fold_word(word), row.law[0]) not in laws()


def test_traps_are_not_rewritten() -> None:
    """涉嫌犯罪 stays itself although Taiwan says 嫌犯."""
    words = [fold_word(row.word) for row in SAME]
    assert {trap: [w for w in words if w in fold_word(trap)] for trap in TRAPS} == {
        trap: [] for trap in TRAPS
    }


def test_no_word_of_law_is_rewritten_in_turn() -> None:
    """手机 alone is both: the draft writes it beside 移动电话, which it means."""
    words = [fold_word(row.word) for row in SAME]
    again = {w for row in SAME for law in row.law for w in words if w in fold_word(law)}
    assert again == {"手机"}


@pytest.mark.parametrize(
    ("word", "law"),
    [
        ("網路", "网络"),
        ("軟體", "软件"),
        ("伺服器", "服务器"),
        ("應用程式", "应用程序"),
        ("行動電話", "移动电话"),
        ("人工智慧", "人工智能"),
        ("資訊安全", "信息安全"),
        ("手机卡", "移动电话卡"),
        ("VPN", "虚拟专用网络"),
        ("個資", "个人信息"),
        ("驾照", "驾驶证"),
        ("觀光", "旅游"),
        ("廢棄物", "废物"),
        ("送達證書", "送达回证"),
        ("虛擬私人網路", "虚拟专用网络"),
        ("抵押權設定登記", "抵押登记"),
        ("產品品質", "产品质量"),
        ("罚钱", "罚款"),
        ("告上法院", "提起诉讼"),
        ("加班工资", "加班费"),
        ("租樓", "房屋租赁"),
        ("廉署", "廉政公署"),
        ("特首", "行政长官"),
    ],
)
def test_what_readers_type_most(word: str, law: str) -> None:
    """These lead to the word of law that is most usual."""
    assert [(row.law[0], row.stretch) for row in ROWS if row.word == word] == [(law, False)]


@pytest.mark.parametrize(
    "word",
    _words("""
    駭客 黑客 翻牆 比特币 假扣押 訴願 坐牢 老板 聲請 小孩 过户 卖房 欠租 交税 报税 离职 炒鱿鱼 领证 删帖 罚单 機車 志工 建築執照
    逃漏稅 職業災害 護理師 急難救助 恐嚇取財 监控摄像头
    """),
)
def test_what_is_only_near_is_proposed(word: str) -> None:
    """Never counted as found."""
    assert [row.stretch for row in ROWS if row.word == word] == [True]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("網路\t网络\ttw\tsame", "five columns are expected, not 4"),
        ("網路\t网络|\ttw\tsame\t同", "a word or the reason is empty, or begins or ends with a space"),
        ("網路\t网络\ttw\tsame\t ", "a word or the reason is empty, or begins or ends with a space"),
        ("網路\t网络\ttaiwan\tsame\t同", "“taiwan” is none of cn-everyday, hk, latin, short, tw"),
        ("網路\t网络\ttw\tnear\t同", "“near” is none of same, stretch"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(line: str, fault: str) -> None:
    """Who edits the table reads where and what."""
    with pytest.raises(ValueError, match=f"^{re.escape(f'my.tsv:2: {fault}')}$"):
        list(parse_wording(f"# word\n{line}\n", "my.tsv"))


def test_the_browser_gets_the_rows_that_the_texts_can_answer() -> None:
    """Only words of law that occur, only rows that have one."""
    assert wording_for([]) == []
    assert wording_for(["网络犯罪防治法"]) == [["网路", ["网络"], "tw", 0]]
    assert wording_for(["一", "向用户手机发送"]) == [
        ["手提电话", ["手机"], "hk", 0],
        ["流动电话", ["手机"], "hk", 0],
        ["行动电话", ["手机"], "tw", 0],
    ]
    assert wording_for(["使用app的", "虚拟货币"])[-1][3] == 1


def test_rows_keep_the_order_of_the_file() -> None:
    """All rows, since each word of law occurs somewhere."""
    given = [row[0] for row in wording_for([laws()]) if row[2] != "cn"]
    assert given == [fold_word(row.word) for row in ROWS]


def test_a_law_of_taiwan_is_found_by_the_words_of_the_mainland() -> None:
    """盗窃 finds 竊盜."""
    assert ["盗窃", ["窃盗"], "cn", 0] in wording_for(["犯窃盗罪者"])
    both = wording_for(["窃盗或偷窃"])  # two words: 盗窃 is not said to be either
    assert not [row for row in both if row[0] == "盗窃"]


def test_what_plain_search_finds_is_not_turned_round() -> None:
    """残疾人 stands within 残疾人士; 软体动物 is no software."""
    assert not [row for row in wording_for(["残疾人士"]) if row[2] == "cn"]
    assert not [row for row in wording_for(["软体动物"]) if row[2] == "cn"]
    assert ["软件", ["软体"], "cn", 0] in wording_for(["套装软体", "软体动物"])


def test_reasons_are_in_the_language_of_the_site() -> None:
    """The table is a page of the site."""
    assert not [row.word for row in ROWS if re.search("[A-Za-z]{2}", row.reason)]
