"use strict";
const { test } = require("node:test");
const assert = require("node:assert/strict");
const { targetOf, linesOf } = require("../../overrides/assets/javascripts/preview.js");

const WORDS = { more: "（以下略）", range: "（共 {count} 條）", parts: "（共 {count} 處）" };
/** @type {PreviewTexts} */
const TEXTS = {
  "art-2": ["第二條", "第二条", [
    ["p1", 0, "有下列行為：", "有下列行为：", "第一款"],
    ["p1-i1", 1, "（一）發布；", "（一）发布；"],
    ["p1-i11", 1, "（十一）其他。"],
    ["p2", 0, "前款。", 0, "第二款"],
  ]],
  "art-3": ["第三條", "第三条", [["p1", 0, "長".repeat(500)]]],
  "art-120-z1": ["第一百二十條之一", "第一百二十条之一", [["p1", 0, "甲。"]]],
  "other/2020/art-5": ["第五條", "第五条", [["p1", 0, "乙。"]]],
  "ch-1": ["第一章 總則", "第一章 总则", [["", 0, "第一條至第三條，共 3 條", "第一条至第三条，共 3 条"]]],
};

/** @param {string} ref @param {0 | 1} [script] */
const texts = (ref, script = 0) => linesOf(TEXTS, ref, script, WORDS).map((line) => line.text);

test("an address says which provision is meant", () => {
  assert.equal(targetOf("zh-hant/fa/2026/art-14/", "fa/2026/"), "art-14");
  assert.equal(targetOf("zh-hans/fa/2026/art-120-z1/#p1-i6", "fa/2026/"), "art-120-z1-p1-i6");
  assert.equal(targetOf("zh-hant/fa/2026/art-14/index.html#p2", "fa/2026/"), "art-14-p2");
  assert.equal(targetOf("zh-hant/other/2020/art-5/", "fa/2026/"), "other/2020/art-5");
  assert.equal(targetOf("zh-hant/fa/2026/ch-3/", "fa/2026/"), "ch-3");
  assert.equal(targetOf("zh-hant/fa/2026/art-14/#c-li-2", "fa/2026/"), "art-14");
});

test("an article is shown with all its lines, in the script asked for", () => {
  assert.deepEqual(texts("art-2"), ["第二條", "有下列行為：", "（一）發布；", "（十一）其他。", "前款。"]);
  assert.deepEqual(texts("art-2", 1), ["第二条", "有下列行为：", "（一）发布；", "（十一）其他。", "前款。"]);
});

test("a 款 is shown with its 項 and by its number, a 項 with the line that opens its list, and no other 項", () => {
  assert.deepEqual(texts("art-2-p2"), ["第二條第二款", "前款。"]);
  assert.deepEqual(texts("art-2-p1-i1"), ["第二條第一款", "有下列行為：", "（一）發布；"]);
});

test("a range shows both ends and says how many there are", () => {
  assert.deepEqual(texts("art-120-z1 other/2020/art-5 7"), ["第一百二十條之一", "甲。", "（共 7 條）", "第五條", "乙。"]);
  assert.deepEqual(texts("art-2-p1-i1 art-2-p1-i11 2")[3], "（共 2 處）");
});

test("what is cut off is said to be", () => {
  const [, line] = texts("art-3");
  assert.ok(line?.endsWith("長……（以下略）"));
  assert.ok((line?.length ?? 0) < 400);
});

test("a chapter is shown by its title and what it holds", () => {
  assert.deepEqual(texts("ch-1", 1), ["第一章 总则", "第一条至第三条，共 3 条"]);
});

test("nothing is shown of what is not at hand", () => {
  assert.deepEqual(texts("art-9"), []);
  assert.deepEqual(texts("art-2-p9"), []);
  assert.deepEqual(texts("art-2 art-9 8"), []);
});
