"use strict";
// Small shards written by hand, so that the engine's tests need no build.

const { fold, foldTable } = require("../../overrides/assets/javascripts/search/fold.js");

/**
 * @typedef {import("../../overrides/assets/javascripts/search/shard.js").Shard} Shard
 * @typedef {import("../../overrides/assets/javascripts/search/shard.js").Kind} Kind
 * @typedef {[at: string, written: string, other?: string]} Line
 */

/** Traditional on the left folds to Simplified on the right; 帳 and 账 are one word in two steps already taken. */
const FOLD = "範范圍围網网絡络實实個个組组織织條条準准務务帳账帐账電电話话擾扰亂乱";

/**
 * @param {string} law
 * @param {{kind: Kind, page: string, head?: 1, hans?: 1, within?: string, lines: Line[]}[]} docs
 * @returns {Shard}
 */
function shardOf(law, docs) {
  const lines = docs.flatMap((doc) => doc.lines);
  const table = foldTable(FOLD);
  const odd = lines.flatMap(([, written, other = written], i) => (fold(written, table) === fold(other, table) ? [] : [i]));
  const kinds = [...new Set(docs.map((doc) => doc.kind))];
  const letter = (/** @type {{kind: Kind}} */ doc) => String.fromCharCode(97 + kinds.indexOf(doc.kind));
  return [
    law,
    "draft",
    docs.map((doc) => `K${letter(doc)}${(doc.head ?? 0) + 2 * (doc.hans ?? 0)}WX${"x".repeat(doc.lines.length)}`).join(""),
    docs.flatMap((doc) => [doc.within ?? "", doc.page, ...doc.lines.map(([at]) => at)]).join(" "),
    "",
    "",
    "",
    lines.map(([, written]) => `${written}\n`).join(""),
    Object.fromEntries(lines.flatMap(([, , other], i) => (other === undefined ? [] : [[i, other]]))),
    odd.map((line, i) => line - (odd[i - 1] ?? 0)),
    kinds,
  ];
}

const LAW = shardOf("wangluo", [
  { kind: "law", page: "", head: 1, lines: [["", "網絡犯罪防治法（征求意見稿）", "网络犯罪防治法（征求意见稿）"]] },
  { kind: "heading", page: "ch-1", head: 1, lines: [["", "第一章 總則", "第一章 总则"]] },
  {
    kind: "provision",
    page: "art-12",
    head: 1,
    lines: [
      ["", "第十二條", "第十二条"],
      ["p1", "任何個人和組織辦理即時通訊，應當登記使用范圍，不得擾亂實名制。", "任何个人和组织办理即时通讯，应当登记使用范围，不得扰乱实名制。"],
      ["p1-i1", "（一）使用虛假身份信息、VPN；", "（一）使用虚假身份信息、VPN；"],
      ["p1-i2", "（二）其他行為。", "（二）其他行为。"],
      ["p2", "依照前款辦理。", "依照前款办理。"],
      ["p2-i1", "（一）批發，零售；", "（一）批发，零售；"],
      ["p2-i3", "（三）其他。", "（三）其他。"],
    ],
  },
  {
    kind: "provision",
    page: "art-57",
    head: 1,
    lines: [
      ["", "第五十七條", "第五十七条"],
      ["p1", "違反第十二條的，處罰款。", "违反第十二条的，处罚款。"],
      ["p2", "可以列入黑名單。", "可以列入黑名单。"],
    ],
  },
  { kind: "provision", page: "art-120-z1", head: 1, lines: [["", "第一百二十條之一", "第一百二十条之一"], ["p1", "資助的，處罰。", "资助的，处罚。"]] },
  {
    kind: "opinion",
    page: "art-12",
    hans: 1,
    lines: [["c-wang-1", "“即时通讯”的范围不清，属于组网/VPN类技术。", "「即時通訊」的範圍不清，屬於組網/VPN類技術。"]],
  },
  {
    kind: "general",
    page: "general",
    head: 1,
    hans: 1,
    lines: [
      ["wang-g1", "（一）权力边界", "（一）權力邊界"],
      ["c-wang-2", "建议明确范围，并公开。", "建議明確範圍，並公開。"],
    ],
  },
  { kind: "explanation", page: "explanation", head: 1, lines: [["", "起草說明", "起草说明"], ["explanation-1", "共7章68條，使用AIGC技術。", "共7章68条，使用AIGC技术。"]] },
]);

module.exports = { FOLD, LAW, shardOf };
