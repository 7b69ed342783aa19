"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { numberForms } = require("../../overrides/assets/javascripts/search/numbers.js");

/** What is typed, and how a law may write it. */
const CASES = /** @type {[string, string][]} */ ([
  ["50万元", "五十万元"],
  ["500,000元", "五十万元"],
  ["五十萬元", "50万元"],
  ["1.5万元", "一万五千元"],
  ["10亿", "十亿"],
  ["1050000元", "一百零五万元"],
  ["3年", "三年"],
  ["2年", "两年"],
  ["24小時", "二十四小時"],
  ["30%", "百分之三十"],
  ["0.5％", "百分之零点五"],
  ["第57条第2款", "第五十七条第二款"],
  ["2026年1月31日", "二〇二六年一月三十一日"],
  ["二〇二六年", "2026年"],
  ["2/3", "三分之二"],
  ["2/3多數", "三分之二多數"],
]);

test("a number is found however it is written", () => {
  for (const [typed, wanted] of CASES) {
    assert(numberForms(typed).includes(wanted), `${typed}: ${numberForms(typed).join(" ")}`);
  }
});

test("words that only look like numbers have no other form", () => {
  for (const word of ["百姓", "万一", "千方百计", "實名", ""]) {
    assert.deepEqual(numberForms(word), [], word);
  }
});

test("a number without end is no number", () => {
  assert.deepEqual(numberForms("9".repeat(40)), []);
});
