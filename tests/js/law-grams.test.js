"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { makeLawGrams } = require("../../overrides/assets/javascripts/search/law-grams.js");

/** Twelve laws in two files: 网 in the first three, 网络 in 0 and 2, 网站 in 1; 络 in 0 and 2; vpn in 11. */
const grams = makeLawGrams(12);
const HERE = "网".charCodeAt(0) % 2;

test("a query wants the files of its first characters", () => {
  assert.deepEqual(grams.bucketsFor("网络"), [HERE]);
  assert.deepEqual(grams.bucketsFor("vpn 网站"), [...new Set(["v".charCodeAt(0) % 2, HERE])]);
  assert.deepEqual(grams.bucketsFor(""), []);
  assert.equal(grams.candidates([["网络"]]), null);
});

test("laws hold every word in one of its spellings", () => {
  grams.add(HERE, ["网络站", "%$#", "####$$"]);
  grams.add(1 - HERE, ["v pn", "##", ".."]);
  assert.deepEqual(grams.missing(["网络", "vpn"]), []);
  assert.deepEqual(grams.candidates([["网"]]), [0, 1, 2]);
  assert.deepEqual(grams.candidates([["网络", "网站"]]), [0, 1, 2]);
  assert.deepEqual(grams.candidates([["网"], ["网站"]]), [1]);
  assert.deepEqual(grams.candidates([["网页"]]), []);
  assert.deepEqual(grams.candidates([["vpn"]]), [11]);
  assert.equal(grams.candidates([[""]]), null);
});
