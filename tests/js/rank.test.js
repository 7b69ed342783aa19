"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { gramsOf, unpack, unpackPairs } = require("../../overrides/assets/javascripts/search/grams.js");
const { makeRanker, serialized } = require("../../overrides/assets/javascripts/search/rank.js");

/** @typedef {import("../../overrides/assets/javascripts/search/rank.js").RankData} RankData */
/** @typedef {import("../../overrides/assets/javascripts/search/rank.js").Serialized} Serialized */

/** Three documents; 网络 in all, twice in the last; 网站 in the first two; vpn in the last two. */
/** @type {RankData} */
const DATA = ["a", "draft", 3, "网络站", "%##", "$#", "vpn", "$##", "#####$#", "##$####"];

test("text is cut into pairs of Chinese characters and whole Latin words", () => {
  assert.deepEqual(gramsOf("网络犯 vpn ip地址\n甲\n乙丙𠮷"), ["网络", "络犯", "vpn", "ip", "地址", "乙丙", "丙𠮷"]);
  assert.deepEqual(gramsOf(""), []);
});

test("numbers are one character each, greater ones more", () => {
  assert.deepEqual(unpack("#$}~#~~7"), [0, 1, 89, 90, 200]);
  assert.deepEqual(unpack("[]"), [56, 57], "the backslash between them stands for nothing");
});

test("pairs come by their first character", () => {
  assert.deepEqual(unpackPairs("网络站", "%##", "$#"), ["网络", "网站"]);
});

test("the index is in lunr's form, its terms in order", () => {
  const index = serialized(DATA, "2.3.9");
  assert.deepEqual(index.invertedIndex, [
    ["vpn", { _index: 0, text: { 1: {}, 2: {} } }],
    ["网站", { _index: 1, text: { 0: {}, 1: {} } }],
    ["网络", { _index: 2, text: { 0: {}, 1: {}, 2: {} } }],
  ]);
  assert.deepEqual(index.fieldVectors.map(([ref, vector]) => [ref, vector.length]), [["text/0", 4], ["text/1", 6], ["text/2", 4]]);
  assert.deepEqual(index.pipeline, []);
});

test("lunr is asked for the grams as they are", () => {
  /** @type {unknown[]} */
  const asked = [];
  /** @type {Serialized[]} */
  const loaded = [];
  const lunr = {
    version: "2.3.9",
    Index: {
      load: (/** @type {Serialized} */ index) => {
        loaded.push(index);
        return {
          query(/** @type {(query: {term: (term: string, options: object) => void}) => void} */ fill) {
            fill({ term: (term, options) => asked.push(term, options) });
            return [{ ref: "2", score: 1.5 }];
          },
        };
      },
    },
  };
  assert.deepEqual([...makeRanker(DATA, lunr).score(["网络"])], [[2, 1.5]]);
  assert.deepEqual(asked, ["网络", { usePipeline: false }]);
  assert.equal(loaded.length, 1);
});
