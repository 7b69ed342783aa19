"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { readCitation } = require("../../overrides/assets/javascripts/search/citation.js");

/**
 * What is cited, the law named before it, the words besides it.
 *
 * @param {string} query
 */
function read(query) {
  const found = readCitation(query);
  const wanted = found?.wanted.map((w) =>
    "heading" in w ? w.heading.join("") : "from" in w ? `${w.from.article}..${w.to.article}` : provisionOf(w.provision),
  );
  return found && [wanted?.join(" "), found.name, found.rest].join("|");
}

/** @param {import("../../overrides/assets/javascripts/provision.js").Provision} p */
function provisionOf(p) {
  const steps = [p.paragraph && `p${p.paragraph}`, p.item && `i${p.item}`, p.open && `(${p.open})`];
  return [p.article, ...steps.filter(Boolean)].join("-");
}

test("provisions in every form", () => {
  for (const query of ["第57條", "57", "５７", "五十七", "第 57 條", "《第五十七條》", "§57", "本法第五十七条"]) {
    assert.equal(read(query), "art-57||", query);
  }
  for (const query of ["第五十七條第二款", "57條2款"]) {
    assert.equal(read(query), "art-57-p2||", query);
  }
  assert.equal(read("57(2)"), "art-57-(2)||", "款 or 項: the law tells");
  assert.equal(read("六十條（二）"), "art-60-i2||");
  assert.equal(read("第六十條第一款（二）"), "art-60-p1-i2||");
  assert.equal(read("12(1)(6)"), "art-12-p1-i6||");
  assert.equal(read("第12條第1項第6款"), "art-12-p1-i6||", "as Taiwan counts");
  assert.equal(read("57-2"), "art-57-z2||");
  assert.equal(read("一二二条"), "art-122||");
});

test("ranges and lists", () => {
  for (const query of ["第十一條至第十三條", "11至13條", "第11～13條", "第十一条到第十三条", "第十一至十三條"]) {
    assert.equal(read(query), "art-11..art-13||", query);
  }
  assert.equal(read("第十一、十二條"), "art-11 art-12||");
  assert.equal(read("第4/16/36條"), "art-4 art-16 art-36||");
  assert.equal(read("第十六條、第十七條第一款"), "art-16 art-17-p1||");
  const insert = readCitation("第11-13条")?.wanted[0];
  assert(insert && "provision" in insert);
  assert.deepEqual([insert.provision.article, insert.range?.to.article], ["art-11-z13", "art-13"], "the law tells which");
});

test("headings", () => {
  assert.equal(read("第三章"), "第三章||");
  assert.equal(read("第2章第1節"), "第二章第一节||");
  assert.equal(read("網絡犯罪防治法第三章"), "第三章|網絡犯罪防治法|");
});

test("words beside a citation", () => {
  for (const query of ["第57條 黑名單", "黑名單 第57條", "第57条黑名單", "57条黑名單", "57 黑名單"]) {
    assert.equal(read(query), "art-57||黑名單", query);
  }
  assert.equal(read("刑法第12条 出租"), "art-12|刑法|出租");
  assert.equal(read("出租 刑法第12条"), "art-12|刑法|出租");
  assert.deepEqual(["违反第十二条", "第十二条规定的"].map((q) => readCitation(q)?.joined), [true, true]);
});

test("what is no citation", () => {
  for (const query of ["", "实名", "实名 范围", "3 年", "10 万元", "2026年1月31日", "三年以下有期徒刑", "第三款", "VPN", "一刀切"]) {
    assert.equal(readCitation(query), null, query);
  }
});
