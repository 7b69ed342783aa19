"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { fold } = require("../../overrides/assets/javascripts/search/fold.js");
const { makeIndex, lineOf } = require("../../overrides/assets/javascripts/search/shard.js");
const { verifyQuote } = require("../../overrides/assets/javascripts/search/quote.js");
const { linesOf, wordsOf, ROLE } = require("../../overrides/assets/javascripts/search/quote-lines.js");
const { LAW } = require("./sample.js");
const { indexOf, numbers, table } = require("./quote-laws.js");

/** @typedef {import("../../overrides/assets/javascripts/search/shard.js").Index} Index */
const small = makeIndex(LAW, table);
const laws = [
  indexOf("draft", "content/laws/wangluo-fanzui-fangzhi/editions/draft-2026-01-31.hant.txt"),
  indexOf("tax", "tests/corpus/环境保护税法.txt"),
  indexOf("procedure", "tests/corpus/民事诉讼法.txt"),
];
const names = () => ["網絡犯罪防治法", "网络犯罪防治法", "", ""];
const ask = (/** @type {string} */ text, indexes = [small]) => verifyQuote(text, indexes, table, { names });

/** @param {import("../../overrides/assets/javascripts/search/quote-lines.js").Stretch} at */
function placeOf({ index, line }) {
  const doc = linesOf(index).doc[line] ?? 0;
  const { page = "", at = [] } = index.docs[doc] ?? {};
  return `${page} ${at[line - (index.first[doc] ?? 0)] ?? ""}`.trim();
}

test("each verdict", () => {
  const verdicts = [
    ["應當登記使用范圍，不得擾亂實名制", "exact", ["art-12 p1"]],
    ["应当登记使用范围，不得扰乱实名制", "exact", ["art-12 p1"]],
    ["「（一）使用虛假身份信息、VPN；」", "exact", ["art-12 p1-i1"]],
    ["應當登記使用範圍不得擾亂實名制", "folded", ["art-12 p1"]],
    ["應當登記使用范圍，可以擾亂實名制", "differs", ["art-12 p1"]],
    ["應當登記……實名制。", "joined", ["art-12 p1", "art-12 p1"]],
    ["不得擾亂實名制。（一）使用虛假身份信息、VPN；", "joined", ["art-12 p1", "art-12 p1-i1"]],
    ["平臺企業每季度向社會公布評級", "absent", []],
  ];
  for (const [text, verdict, places] of /** @type {[string, string, string[]][]} */ (verdicts)) {
    const answer = ask(text);
    assert.equal(answer.verdict, verdict, text);
    assert.deepEqual(verdict === "absent" ? [] : answer.places.map((p) => placeOf(p.at)), places, text);
  }
});

test("a label is taken off and held against the place", () => {
  const told = [
    ["第十二條 應當登記使用范圍，不得擾亂實名制", "right"],
    ["《網絡犯罪防治法》第十二條第一款規定：「應當登記使用范圍，不得擾亂實名制」", "right"],
    ["第十二條第二款：應當登記使用范圍，不得擾亂實名制", "unit"],
    ["第十三條　應當登記使用范圍，不得擾亂實名制", "article"],
    ["《刑法》第十二條：應當登記使用范圍，不得擾亂實名制", "law"],
    ["應當登記使用范圍，不得擾亂實名制（网络犯罪防治法第12条）", "right"],
    ["應當登記使用范圍，不得擾亂實名制", ""],
  ];
  for (const [text = "", labelled] of told) {
    const answer = ask(text);
    assert.deepEqual([answer.verdict, answer.labelled], ["exact", labelled], text);
  }
  assert.equal(ask("任何人依照民法第十三條的規定辦理即時通訊").label, null);
  const words = ask("違反第十三條的，處罰款。");
  assert.deepEqual([words.verdict, words.label], ["differs", null]);
});

test("the last words of a clause replaced by others", () => {
  const [near] = ask("第十二條 應當登記使用范圍，不得擾亂公共管理").places;
  assert.equal(near?.alignment.law.text, "應當登記使用范圍，不得擾亂實名制");
});

test("a character put in front of a line, or behind it", () => {
  for (const text of ["不可以列入黑名單。", "可以列入黑名單不"]) {
    const answer = ask(text);
    assert.deepEqual([answer.verdict, answer.places[0]?.edits], ["differs", 1], text);
    assert.equal(answer.places[0]?.alignment.law.folded, fold("可以列入黑名單", table), text);
  }
});

test("words of an opinion are no provision", () => {
  const answer = ask("建議明確範圍，並公開");
  assert.equal(answer.verdict, "absent");
  assert.deepEqual(answer.elsewhere.map(placeOf), ["general c-wang-2"]);
});

test("nothing to verify is said so", () => {
  assert.equal(ask("").verdict, "short");
  assert.equal(ask("，。").verdict, "short");
  assert.equal(ask("甲".repeat(10001)).verdict, "long");
  assert.equal(ask("𠮷".repeat(5000)).verdict, "absent");
  assert.equal(ask("<img src=x onerror=alert(1)>").verdict, "absent");
});

/**
 * Lines of the laws' own text, and a piece of one of at least eight folded characters.
 *
 * @param {() => number} next
 * @returns {{index: Index, line: number, text: string, from: number, to: number}}
 */
function piece(next) {
  for (;;) {
    const index = /** @type {Index} */ (laws[Math.floor(next() * laws.length)]);
    const { role } = linesOf(index);
    const line = Math.floor(next() * role.length);
    const text = lineOf(index, line, "Hant");
    const from = Math.floor(next() * Math.max(1, text.length - 8));
    const to = from + 8 + Math.floor(next() * (text.length - from - 7));
    if (role[line] === ROLE.TEXT && fold(text.slice(from, to), table).length >= 8) {
      return { index, line, text, from, to };
    }
  }
}

test("every piece of a provision is exact, at its place", () => {
  const next = numbers(2026);
  for (let run = 0; run < 1500; run++) {
    const { index, line, text, from, to } = piece(next);
    const quote = text.slice(from, to);
    const answer = ask(quote, laws);
    assert.equal(answer.verdict, "exact", quote);
    assert.ok(answer.more || answer.places.some(({ at }) => at.index === index && at.line === line), quote);
    answer.places.forEach(({ at }) => assert.equal(fold(wordsOf(at), table), fold(answer.text, table), quote));
  }
});

test("one character replaced, removed or put in is never the same, and is the one that is marked", () => {
  const next = numbers(57);
  const CHARACTERS = "不得可以應當三五十百的并或者鑫龘";
  for (let run = 0; run < 1500; run++) {
    const { index, line, text, from, to } = piece(next);
    const quote = text.slice(from, to);
    const at = 1 + Math.floor(next() * (quote.length - 2));
    const other = CHARACTERS[Math.floor(next() * CHARACTERS.length)] ?? "";
    const way = Math.floor(next() * 3);
    const changed = quote.slice(0, at) + (way < 2 ? other : "") + quote.slice(way === 1 ? at : at + 1);
    const folded = fold(changed, table);
    if (laws.some((law) => law.folded.includes(folded)) || fold(quote[at] ?? "", table) === "") {
      continue; // it stands in a law all the same, or punctuation was hit
    }
    if (/[0-9a-z]/i.test(quote.slice(Math.max(0, at - 2), at + 3))) {
      continue; // the blank between two Latin words comes and goes with them
    }
    const answer = ask(changed, laws);
    const told = `${changed} (${["replaced", "put in", "removed"][way]} ${quote[at]} ${other}) ${index.law} ${line}`;
    assert.equal(answer.verdict, "differs", told);
    const [first] = answer.places;
    assert.ok(first && first.edits === 1, told);
    const [change, ...more] = first.alignment.blocks.filter((block) => block.kind === "change");
    assert.ok(change && !more.length, told);
    const near = answer.places.find((place) => place.at.index === index && place.at.line === line) ?? first;
    const [q, l] = [near.alignment.quote.folded, near.alignment.law.folded];
    const marked = near.alignment.blocks.filter((block) => block.kind === "change");
    const undone = marked.reduceRight((words, b) => words.slice(0, b.quote[0]) + l.slice(...b.law) + words.slice(b.quote[1]), q);
    assert.equal(undone, l, told);
    assert.equal(near.alignment.quote.text, answer.text, told);
    assert.equal(near.alignment.law.text, wordsOf(near.at), told);
  }
});
