"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { fromQuery, isNamed, readArticle, readGain, toQuery } = require("../../overrides/assets/javascripts/penalty-question.js");
const { post, seed } = require("./penalty-laws.js");

/** @param {string} text */
const read = (text, data = seed) => {
  const { id, why } = readArticle(text, data);
  return why ? `${why} ${id}`.trim() : id;
};

test("an article as people type it", () => {
  for (const text of ["第十二條", "12", "１２", "十二", "第12条", "art-12", "ART-12", " 第 十二 條。"]) {
    assert.equal(read(text), "art-12", text);
  }
  for (const text of ["第十七條第一款", "17條1款", "art-17-p1", "第17条第1款"]) {
    assert.equal(read(text), "art-17-p1", text);
  }
  assert.equal(read("第十二條第二項"), "art-12-p1-i2");
});

test("what has no penalties, or is no article, gets a reason and never an exception", () => {
  const cases = {
    "": "empty", "　 ": "empty", "實名制": "unreadable", "💰": "unreadable", "第十二條和第十三條": "unreadable", "-12": "unreadable", "12.5": "unreadable",
    "刑法第12條": "law", "第六十九條": "unknown art-69", "9999": "unknown art-9999", "第十二條之一": "unknown art-12-z1",
    "第十七條第四款": "unknown-part art-17-p4", "第十八條": "unnamed art-18", "第四十八條第一款": "unnamed art-48-p1", "第一條": "unnamed art-1",
  };
  for (const [text, why] of Object.entries(cases)) {
    assert.equal(read(text), why, text);
  }
  assert.equal(read("第".repeat(5000)), "unreadable");
  assert.equal(read("24条2款", post), "unnamed art-24-p2");
});

test("which articles are named", () => {
  assert.ok(isNamed(seed, "art-12") && isNamed(seed, "art-12-p1") && isNamed(seed, "art-17") && !isNamed(seed, "art-18"));
});

test("the gain: nought is none, and what cannot be read is unknown until it can", () => {
  assert.deepEqual(readGain("unknown", "80000"), { gain: { known: "unknown" }, why: "" });
  assert.deepEqual(readGain("none", "80000"), { gain: { known: "none" }, why: "" });
  assert.deepEqual(readGain("yuan", "8萬"), { gain: { known: "yuan", yuan: 80000n }, why: "" });
  assert.deepEqual(readGain("yuan", "0"), { gain: { known: "none" }, why: "" });
  assert.deepEqual(readGain("yuan", "八成"), { gain: { known: "unknown" }, why: "unreadable" });
});

test("a question is written into the address and read back", () => {
  const fields = { article: "art-12", gain: "yuan", amount: "80,000", branches: ["serious", "refuse"], subject: "organisation" };
  assert.equal(toQuery(fields), "?article=art-12&gain=80000&branch=serious,refuse&subject=organisation");
  assert.deepEqual(fromQuery(toQuery(fields)), { ...fields, amount: "80000" });
  assert.equal(toQuery({ article: "", gain: "unknown", amount: "", branches: [], subject: "person" }), "");
  assert.equal(toQuery({ ...fields, amount: "abc", branches: [], subject: "person" }), "?article=art-12");
  for (const gain of ["unknown", "none"]) {
    assert.equal(fromQuery(toQuery({ ...fields, gain })).gain, gain);
  }
  assert.deepEqual(fromQuery("?gain=-5&branch=,,&subject=x&article=%E7%AC%AC"), { article: "第", gain: "yuan", amount: "-5", branches: [], subject: "person" });
});
