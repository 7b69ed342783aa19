"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const copy = require("../../overrides/assets/javascripts/copy.js");
const { schemeOf } = require("../../overrides/assets/javascripts/early.js");
const { destination, lists } = require("../../overrides/assets/javascripts/jump.js");
const keys = require("../../overrides/assets/javascripts/keys.js");
const { places } = require("../../overrides/assets/javascripts/marks.js");
const { choiceOf } = require("../../overrides/assets/javascripts/palette.js");
const results = require("../../overrides/assets/javascripts/search/results.js");

test("the jump box goes to what exists and says what does not", () => {
  const list = "art-1..art-119 art-120 art-120-z1";
  assert.deepEqual(destination("第５７條", list), { path: "art-57/", reason: "" });
  assert.deepEqual(destination("第一百二十条之一第二款", list), { path: "art-120-z1/#p2", reason: "" });
  assert.deepEqual(destination("57条2款3项", list), { path: "art-57/#p2-i3", reason: "" });
  assert.deepEqual(destination("第14条第六项", list), { path: "art-14/", reason: "" });
  assert.equal(destination("121", list).reason, "unknown");
  assert.equal(destination("57-1", list).reason, "unknown", "57之1 is not 57");
  assert.equal(destination("實名制", list).reason, "unreadable");
  assert.equal(destination("刑法第12条", list).reason, "unreadable");
  assert.equal(lists("", "art-1"), false);
  assert.equal(lists("art-1..art-9", "art-1-z1"), false, "a range holds whole numbers only");
});

test("a copied address is the lasting one", () => {
  const here = "https://example.org/zh-hant/a/b/art-57/?h=%E7%AF%84&q=x#p1";
  assert.equal(copy.addressOf(here, "", "p2", false), "https://example.org/zh-hant/a/b/art-57/#p2");
  assert.equal(copy.addressOf(here, "", undefined, false), "https://example.org/zh-hant/a/b/art-57/#p1");
  assert.equal(copy.addressOf(here, "", "", false), "https://example.org/zh-hant/a/b/art-57/");
  assert.equal(copy.addressOf(here, "", "", true), "https://example.org/zh-hant/a/b/art-57/?q=x");
  const disk = "file:///tmp/x/art-57/index.html?q=y";
  assert.equal(copy.addressOf(disk, "https://example.org/art-57/", "p1", false), "https://example.org/art-57/#p1");
  assert.equal(copy.addressOf(disk, "", "p1", false), "file:///tmp/x/art-57/index.html#p1");
});

test("the palette follows the system until the reader wants otherwise", () => {
  assert.deepEqual([schemeOf("", true), schemeOf("", false), schemeOf("default", true), schemeOf("slate", false)], ["slate", "default", "default", "slate"]);
  assert.deepEqual([choiceOf("slate", true), choiceOf("default", false), choiceOf("slate", false), choiceOf("default", true)], ["", "", "slate", "default"]);
});

test("keys mean something only on their own", () => {
  assert.equal(keys.actionOf({ key: "ArrowLeft" }), "prev");
  assert.equal(keys.actionOf({ key: "ArrowRight" }), "next");
  assert.equal(keys.actionOf({ key: "/", shiftKey: true }), "search");
  for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { shiftKey: true }, { isComposing: true }]) {
    assert.equal(keys.actionOf({ key: "ArrowLeft", ...held }), null);
  }
  assert.equal(keys.actionOf({ key: "a" }), null);
  assert.equal(keys.addressOf("file:///x/art-2/"), "file:///x/art-2/index.html");
  assert.equal(keys.addressOf("file:///x/art-2/index.html"), "file:///x/art-2/index.html");
  assert.equal(keys.addressOf("https://example.org/art-2/"), "https://example.org/art-2/");
});

test("marks: the longest first, none overlapping, Latin words whole", () => {
  const text = "範圍內外，範圍；VPN VPNs";
  assert.deepEqual(places(text, ["範圍", "範圍內", "VPN", ""]).map(([a, b]) => text.slice(a, b)), ["範圍內", "範圍", "VPN"]);
  assert.deepEqual(places("甲乙", ["丙"]), []);
});

test("addresses of results, online and from a disk", () => {
  const place = { law: "a", edition: "b" };
  const online = { base: "../../", locale: "zh-hans", isFile: false };
  assert.equal(results.addressOf(online, place, "art-1", "p1", []), "../../zh-hans/a/b/art-1/#p1");
  assert.equal(results.addressOf(online, place, "", "", []), "../../zh-hans/a/b/");
  assert.equal(
    results.addressOf({ ...online, isFile: true }, place, "art-1", "p1", ["範圍", "a&b"]),
    "../../zh-hans/a/b/art-1/index.html?h=%E7%AF%84%E5%9C%8D&h=a%26b#p1",
  );
});
