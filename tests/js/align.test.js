"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { align, markOmissions, sideOf } = require("../../overrides/assets/javascripts/search/align.js");
const { columnsOf, changesOf } = require("../../overrides/assets/javascripts/search/quote-columns.js");
const { numbers, table } = require("./quote-laws.js");

/** @param {string} quote @param {string} law */
const aligned = (quote, law) => align(sideOf(markOmissions(quote), table), sideOf(law, table));

/** 甲[+乙-丙]丁: what the quotation has, and what the law. @param {string} quote @param {string} law */
function shown(quote, law) {
  const { quote: q, law: l, blocks } = aligned(quote, law);
  return blocks.map((block) => {
    const [a, b] = [q.folded.slice(...block.quote), l.folded.slice(...block.law)];
    return block.kind === "same" ? a : block.kind === "omitted" ? `<${b}>` : `[+${a}-${b}]`;
  }).join("");
}

test("the characters that differ, and no others", () => {
  assert.equal(shown("違法所得，可以并處罰款；不足五萬元", "違法所得，并處罰款，不足二萬元"), "違法所得[+可以-]并處罰款不足[+五-二]萬元");
  assert.equal(shown("不得提供", "可以提供"), "[+不得-可以]提供");
  assert.equal(shown("甲乙", "甲"), "甲[+乙-]");
  assert.equal(shown("", "甲"), "[+-甲]");
});

test("a number is one difference, and differences are not scattered", () => {
  assert.equal(shown("三十日内", "十五日内"), "[+三十-十五]日内");
  assert.equal(shown("甲一乙二丙", "甲三乙四丙"), "甲[+一乙二-三乙四]丙");
});

test("what could stand earlier or later is put where a clause begins", () => {
  assert.equal(shown("不得泄露，不得出售，不得提供", "不得泄露，不得提供"), "不得泄露[+不得出售-]不得提供");
  assert.equal(shown("網絡域名、網絡地址", "網絡賬號、網絡線路、網絡域名、網絡地址"), "[+-网络賬號网络線路]网络域名网络地址");
});

test("what a mark of omission stands for does not differ", () => {
  for (const mark of ["……", "...", "［略］", "（略）", "〔……〕"]) {
    assert.equal(shown(`甲乙丙${mark}庚辛`, "甲乙丙丁戊己庚辛"), "甲乙丙<丁戊己>庚辛", mark);
  }
});

test("a character outside the basic plane is one character", () => {
  assert.equal(shown("甲𠮷乙", "甲𠮸乙"), "甲[+𠮷-𠮸]乙");
  assert.equal(shown("甲乙", "甲𠮸乙"), "甲[+-𠮸]乙");
  assert.deepEqual(columnsOf(aligned("𠮷，乙", "𠮷乙")).columns.map((c) => [c.quote, c.law]), [["𠮷", "𠮷"], ["，", ""], ["乙", "乙"]]);
});

test("columns and blocks give back both texts", () => {
  const next = numbers(7);
  const pick = (/** @type {string} */ from) => from[Math.floor(next() * from.length)] ?? "";
  for (let run = 0; run < 2000; run++) {
    const text = () => Array.from({ length: Math.floor(next() * 14) }, () => pick("甲乙丙範范，。“、A1")).join("");
    const [quote, law] = [text(), text()];
    const found = aligned(quote, law);
    const { quote: q, law: l, blocks } = found;
    assert.equal(blocks.map((b) => q.folded.slice(...b.quote)).join(""), q.folded);
    assert.equal(blocks.map((b) => l.folded.slice(...b.law)).join(""), l.folded);
    blocks.forEach((b) => assert.equal(b.kind === "same", q.folded.slice(...b.quote) === l.folded.slice(...b.law)));
    const { columns } = columnsOf(found);
    assert.equal(columns.map((c) => c.quote).join(""), quote, `${quote} | ${law}`);
    assert.equal(columns.map((c) => c.law).join(""), law, `${quote} | ${law}`);
    assert.equal(changesOf(found).length, blocks.filter((b) => b.kind === "change").length);
  }
});

test("never more edits than a plain table of edits has", () => {
  const next = numbers(11);
  for (let run = 0; run < 500; run++) {
    const text = () => Array.from({ length: Math.floor(next() * 12) }, () => "甲乙丙"[Math.floor(next() * 3)]).join("");
    const [a, b] = [text(), text()];
    const { editScript } = require("../../overrides/assets/javascripts/search/edits.js");
    assert.equal(editScript(a, b).filter((block) => block.kind === "change").length, distance(a, b), `${a} | ${b}`);
  }
});

test("two thousand characters in well under a second, and more than that in parts", () => {
  const next = numbers(3);
  const text = (/** @type {number} */ n) => Array.from({ length: n }, () => String.fromCharCode(0x4e00 + next() * 3000)).join("");
  for (const [a, b] of /** @type {[string, string][]} */ ([[text(2000), text(2000)]])) {
    const begun = Date.now();
    aligned(a, b);
    assert.ok(Date.now() - begun < 1500);
  }
  const long = text(9000);
  const other = `${long.slice(0, 100)}補${long.slice(100, 8000)}${long.slice(8001)}`;
  assert.deepEqual(aligned(other, long).blocks.map((b) => b.kind), ["same", "change", "same", "change", "same"]);
});

test("numbers: another one, or the same one written otherwise", () => {
  const one = (/** @type {string} */ q, /** @type {string} */ l) => changesOf(aligned(q, l)).map((c) => [c.number, ...c.numbers]);
  assert.deepEqual(one("處五萬元以下", "處二十萬元以下"), [["number", "五萬", "二十萬"]]);
  assert.deepEqual(one("處50万元以下", "處五十万元以下"), [["written", "50万", "五十万"]]);
  assert.deepEqual(one("可以處罰", "應當處罰"), [["", "", ""]]);
});

/** @param {string} a @param {string} b */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
