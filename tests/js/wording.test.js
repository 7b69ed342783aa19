"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { reword, stretches } = require("../../overrides/assets/javascripts/search/wording.js");

/** @typedef {import("../../overrides/assets/javascripts/search/wording.js").WordingRow} WordingRow */
const ROWS = /** @type {WordingRow[]} */ ([
  ["网路", ["网络"], "tw", 0],
  ["虚拟私人网路", ["虚拟专用网络"], "tw", 0],
  ["软体", ["软件"], "tw", 0],
  ["手机卡", ["移动电话卡", "电话卡"], "cn", 0],
  ["vpn", ["虚拟专用网络"], "latin", 0],
  ["骇客", ["非法侵入"], "tw", 1],
]);
const texts = (/** @type {string} */ word) => reword(word, ROWS).map((way) => way.text);

test("a reader's word is put into the law's, the longest first", () => {
  assert.deepEqual(texts("网路犯罪"), ["网络犯罪"]);
  assert.deepEqual(texts("虚拟私人网路"), ["虚拟专用网络"]);
  assert.deepEqual(texts("网路软体"), ["网络软件"]);
  assert.deepEqual(texts("手机卡"), ["移动电话卡", "电话卡"]);
  assert.deepEqual(reword("网路犯罪", ROWS)[0]?.uses, [{ from: "网路", to: "网络", of: "tw" }]);
});

test("a Latin word is one only whole", () => {
  assert.deepEqual(texts("vpn"), ["虚拟专用网络"]);
  assert.deepEqual(texts("openvpn"), []);
});

test("a stretch is no wording, only a proposal", () => {
  assert.deepEqual(texts("骇客"), []);
  assert.deepEqual(stretches("骇客", ROWS), [{ from: "骇客", to: "非法侵入", of: "tw" }]);
  assert.deepEqual(texts("网络"), []);
});
