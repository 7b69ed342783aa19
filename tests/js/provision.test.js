"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { readNumeral, readProvision, writeNumeral } = require("../../overrides/assets/javascripts/provision.js");

/** @param {string} text */
function read(text) {
  const p = readProvision(text);
  return p && [p.before, p.article, p.paragraph, p.item, p.subitem].join("|");
}

test("every way of typing an article's number", () => {
  for (const text of ["第57条", "57", "五十七", "５７", "第五十七條", " 第 ５７ 條 ", "第57條。", "「57」", "57条", "第57"]) {
    assert.equal(read(text), "|art-57|0|0|0", text);
  }
});

test("articles that were put in later", () => {
  for (const text of ["第一百二十條之一", "120-1", "第120条之1", "第120之一条", "１２０－１", "120—1", "第120-1條", "art-120-z1"]) {
    assert.equal(read(text), "|art-120-z1|0|0|0", text);
  }
});

test("款, 項 and 目", () => {
  assert.equal(read("第五十七條第二款"), "|art-57|2|0|0");
  assert.equal(read("57条2款"), "|art-57|2|0|0");
  assert.equal(read("第十四条第一款第（六）项"), "|art-14|1|6|0");
  assert.equal(read("第十四条第六项"), "|art-14|0|6|0");
  assert.equal(read("第14条（三）项第1目"), "|art-14|0|3|1");
  assert.equal(read("第二百八十六条之一第一款第一项"), "|art-286-z1|1|1|0");
  assert.equal(read("art-57-p2-i3"), "|art-57|2|3|0");
});

test("a law named before the number", () => {
  assert.equal(read("刑法第120条"), "刑法|art-120|0|0|0");
  assert.equal(read("《中华人民共和国刑法》第120条"), "中华人民共和国刑法|art-120|0|0|0");
});

test("what is no number of a provision", () => {
  for (const text of ["", "，", "实名制", "3款", "第三款", "二十百条", "一百五", "第0条", "2026年1月31日", "12、13", "第十二条路", "57-1-2", "第57条第58条"]) {
    assert.equal(read(text), null, text);
  }
});

test("numerals are read back as they are written, to 9999", () => {
  for (let n = 1; n < 10000; n++) {
    assert.equal(readNumeral(writeNumeral(n)), n);
  }
  assert.deepEqual([12, 68, 105, 1260, 2010].map(writeNumeral), ["十二", "六十八", "一百零五", "一千二百六十", "二千零一十"]);
});

test("odd numerals", () => {
  assert.deepEqual(["廿三", "卅", "一〇五", "二〇二六", "兩百", "一百十", "百"].map(readNumeral), [23, 30, 105, 2026, 200, 110, null]);
  assert.deepEqual(["一二", "十百", "一百零", "一百零零五", "零", "abc"].map(readNumeral), [null, null, null, null, 0, null]);
});
