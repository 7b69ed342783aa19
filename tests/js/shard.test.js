"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { fold, foldTable } = require("../../overrides/assets/javascripts/search/fold.js");
const { lineOf, makeIndex, readSite } = require("../../overrides/assets/javascripts/search/shard.js");

/** @typedef {import("../../overrides/assets/javascripts/search/shard.js").Shard} Shard */

const LISTED = {
  fold: "網网髮发發发",
  both: 1,
  other: /** @type {[string, string]} */ (["乾乾", "发發"]),
  kinds: ["law", "heading", "provision", "opinion"],
  laws: [{ law: "a", title: /** @type {[string, string]} */ (["網法", "网法"]) }],
};
/** @type {Shard} */
const SHARD = [
  "a", "draft", "Ka1XtKb1WXhKc1XlpiisspNhfKb1VXhKc1XlhnKd2WNxeSn", " ch-1 ch-1 art-1 ch-2 art-119-z9 ch-3 c-wang-1", "", "里裡",
  "10.0理", "網髮\n甲\n（一）\n（二）\n1\n2\n乙\n另\n丙\n章\n丁\n戊\n理发里\n己发\n庚\n", { 2: "（1）" }, [14],
];
const index = makeIndex(SHARD, foldTable(LISTED.fold), readSite(LISTED));

test("documents follow from their marks", () => {
  assert.deepEqual(
    index.docs.map((d) => `${d.kind} ${d.page} ${d.at.join(",")} ${d.head ? "head" : ""}${d.hans ? "hans" : ""} ${d.within}`),
    [
      "law   head ",
      "heading ch-1  head ch-1",
      "provision art-1 ,p1,p1-i1,p1-i2,p1-i2-s1,p1-i2-s2,p2 head ch-1",
      "provision art-2 ,art-2-1 head ch-1",
      "heading ch-2  head ch-2",
      "provision art-119-z9 ,,art-1 head ch-2",
      "opinion art-119-z10 c-wang-1,c-wang-1 hans ch-3",
      "opinion art-119-z10 c-wang-2 hans ch-3",
    ],
  );
});

test("headings that say what follows from the number of an article are written here", () => {
  const lines = index.docs.map((_, doc) => lineOf(index, index.first[doc] ?? 0, "Hant"));
  assert.deepEqual(lines.slice(0, 6), ["網法", "網髮", "第一條", "另", "章", "第一百一十九條之九"]);
});

test("a line of the other script is put together when it is asked for", () => {
  assert.equal(lineOf(index, 0, "Hans"), "网法");
  assert.equal(lineOf(index, 1, "Hans"), "网发");
  assert.equal(lineOf(index, 2, "Hans"), "（1）", "a whole line");
  assert.equal(lineOf(index, index.first[6] ?? 0, "Hant"), "理發裡", "own before usual");
});

test("only lines that fold otherwise are folded twice", () => {
  const table = foldTable(LISTED.fold);
  const count = index.first[index.docs.length] ?? 0;
  assert.equal(index.folded.split("\n").length, count + 1);
  assert.equal(index.owner[count], 14);
  assert.equal(index.folded.slice(index.starts[count]), fold(lineOf(index, 14, "Hans"), table));
  assert.equal(index.folded.slice(index.starts[1], index.starts[2]), "网发\n");
});

test("784 laws are added within two seconds of processor time", () => {
  const words = Array.from("任何個人和組織辦理互聯網信息發布即時通訊等服務應當提供真實身份的不得實施下列行為擾亂管理");
  const line = (/** @type {number} */ n) => Array.from({ length: 60 }, (_, i) => words[(n * 7 + i * (1 + (n % 5))) % words.length]).join("");
  const text = Array.from({ length: 110 }, (_, n) => `${line(n)}\n`).join("");
  const { user, system } = process.cpuUsage();
  let size = 0;
  const table = foldTable(LISTED.fold);
  const site = readSite(LISTED);
  for (let law = 0; law < 784; law++) {
    size += makeIndex([`law-${law}`, "draft", `Kc1${"Mpp".repeat(55)}`, "", "", "", "", text], table, site).folded.length;
  }
  const now = process.cpuUsage();
  assert(size > 5e6);
  assert((now.user + now.system - user - system) / 1e6 < 2, `${(now.user + now.system - user - system) / 1e6} s`);
});
