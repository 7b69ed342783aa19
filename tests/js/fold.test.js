"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { excerpt, findWords, fold, foldTable } = require("../../overrides/assets/javascripts/search/fold.js");

const table = foldTable("範范圍围⾴页頁页");

test("script, width and case are folded, punctuation and blanks dropped", () => {
  assert.equal(fold("範 圍，Ａb：“１２”\u3000\u00a0\u200b", table), "范围ab 12");
  assert.equal(fold("二○二六年", table), fold("二〇二六年", table));
});

test("radicals and compatibility forms, as text copied from a PDF has them, fold too", () => {
  assert.equal(fold("⽹⻚", foldTable("⻚页")), fold("网页", table));
  assert.equal(fold("\uf9e8\u2f08", foldTable("裡里裏里")), "里人");
});

test("Latin words stay apart, Chinese ones do not", () => {
  assert.equal(fold("VPN/IP 地址", table), "vpn ip地址");
  assert.equal(fold("甲、乙", table), "甲乙");
});

test("lines stay lines", () => {
  assert.equal(fold("甲，\n，乙\n", table), "甲\n乙\n");
});

test("places lead back to the text", () => {
  const text = "在「範 圍」內：IP, VPN";
  const [first] = findWords(text, [[{ text: "范围" }]], table);
  assert.deepEqual(first && text.slice(...first), "範 圍");
  assert.deepEqual(findWords(text, [[{ text: "ip vpn" }]], table).map(([a, b]) => text.slice(a, b)), ["IP, VPN"]);
  assert.deepEqual(findWords(text, [[{ text: "vp" }]], table), []);
});

test("ranges that overlap are marked as one", () => {
  const { pieces } = excerpt("甲乙丙丁", [[{ text: "甲乙" }], [{ text: "乙丙" }], [{ text: "丁" }]], table);
  assert.deepEqual(pieces.filter((p) => p.mark).map((p) => p.text), ["甲乙丙", "丁"]);
});

test("the pieces of a short text give it back", () => {
  const text = "、、甲乙，甲";
  assert.equal(excerpt(text, [[{ text: "甲" }]], table).pieces.map((p) => p.text).join(""), text);
});

test("a number that was worked out is not part of a longer one", () => {
  const text = "十三年以下，三年以上；一百五十万元，五十万元";
  const marked = (/** @type {string} */ word) => findWords(text, [[{ text: word, number: true }]], table).map(([a]) => a);
  assert.deepEqual(marked("三年"), [6]);
  assert.deepEqual(marked("五十万元"), [text.lastIndexOf("五十万元")]);
  assert.deepEqual(findWords(text, [[{ text: "三年" }]], table).length, 2, "a word that was typed stands in both");
});
