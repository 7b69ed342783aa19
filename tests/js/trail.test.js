"use strict";
const { test } = require("node:test");
const assert = require("node:assert/strict");
const { follow, pageOf } = require("../../overrides/assets/javascripts/trail.js");

/** @param {string} path */
const step = (path) => ({ path, text: path, lang: "zh-Hant" });
/** @param {string[]} paths */
const way = (...paths) => paths.map(step);

test("an address is a page below its tree, whatever way it is opened", () => {
  assert.deepEqual(pageOf("zh-hant/fa/2026/art-3/#p1"), ["zh-hant", "fa/2026/art-3/"]);
  assert.deepEqual(pageOf("zh-hans/fa/2026/art-3/index.html?h=x#p1"), ["zh-hans", "fa/2026/art-3/"]);
});

test("each reference that is followed adds a step", () => {
  assert.deepEqual(follow([], step("58"), step("14")), way("58", "14"));
  assert.deepEqual(follow(way("58", "14"), step("14"), step("15")), way("58", "14", "15"));
});

test("from a page in the middle the way goes on from there", () => {
  assert.deepEqual(follow(way("58", "14", "15"), step("14"), step("16")), way("58", "14", "16"));
});

test("from a page that is not on the way a new one begins", () => {
  assert.deepEqual(follow(way("58", "14"), step("3"), step("4")), way("3", "4"));
});

test("a reference back to where one came from, or within the page, is no step", () => {
  assert.deepEqual(follow(way("58", "14"), step("14"), step("58")), way("58", "14"));
  assert.deepEqual(follow(way("58", "14"), step("14"), step("14")), way("58", "14"));
});

test("the way has at most nine pages", () => {
  const long = way(..."abcdefghi");
  assert.deepEqual(follow(long, step("i"), step("j")), way(..."bcdefghij"));
});
