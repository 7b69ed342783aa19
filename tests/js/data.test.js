"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { createLoader } = require("../../overrides/assets/javascripts/search/data.js");

/** A page whose scripts are these functions, by path; what is not among them cannot be loaded. */
function page(/** @type {Record<string, () => void>} */ files) {
  /** @type {string[]} */
  const loaded = [];
  const append = (/** @type {any} */ script) => {
    const path = script.src.replace("/site/", "").replace(/\?.*/, "?");
    loaded.push(path);
    const run = files[path];
    setImmediate(() => {
      run?.();
      (run ? script.onload : script.onerror)();
    });
  };
  const document = /** @type {any} */ ({ createElement: () => ({}), head: { append } });
  return { document, loaded };
}

/**
 * An engine that remembers what it was given.
 *
 * @returns {any}
 */
function fakeEngine() {
  /** @type {string[]} */
  const given = [];
  return {
    given,
    learn: () => given.push("laws"),
    add: (/** @type {any} */ shard) => given.push(shard.law),
    addRank: (/** @type {any} */ rank) => given.push(`rank of ${rank.law}`),
    addGrams: (/** @type {number} */ n) => given.push(`grams ${n}`),
    buckets: () => [1],
    candidates: (/** @type {string} */ query, /** @type {string} */ here) => [here, `b for ${query}`],
  };
}

const SOURCES = { base: "/site/", engine: "engine.js", order: "lunr.js", words: "words.js", law: "a", edition: "old" };
const search = () => /** @type {any} */ (globalThis).self.duizhaoSearch;
/** @type {any} */ (globalThis).self = {};

/**
 * @param {Record<string, unknown>} [more]
 */
function catalogue(more) {
  const editions = (/** @type {string} */ law) => [
    { edition: "new", file: `${law}-new.js`, rank: `${law}-new-rank.js` },
    { edition: "old", file: `${law}-old.js`, rank: `${law}-old-rank.js` },
  ];
  return { fold: "", laws: ["a", "b", "c", "d", "e", "f"].map((law) => ({ law, editions: editions(law) })), ...more };
}

/**
 * @param {Record<string, unknown>} [more]
 * @returns {Record<string, () => void>}
 */
function files(more) {
  const texts = ["a-old", "b-new", "c-new", "d-new", "e-new"].flatMap((name) => [
    /** @type {[string, () => void]} */ ([`${name}.js`, () => search().add({ law: name })]),
    /** @type {[string, () => void]} */ ([`${name}-rank.js`, () => search().rank({ law: name })]),
  ]);
  return {
    "engine.js": () => undefined,
    "lunr.js": () => undefined,
    "words.js": () => search().interface({ words: { "search.count": "{n}" }, kinds: {}, box: "" }),
    "assets/search/laws.js": () => search().laws(catalogue(more)),
    ...Object.fromEntries(texts),
  };
}

test("nothing is loaded before it is asked for, and each thing once", async () => {
  const { document, loaded } = page(files());
  const engine = fakeEngine();
  const loader = createLoader(document, () => engine, SOURCES);
  assert.deepEqual(loaded, []);
  await Promise.all([loader.ready(), loader.ready()]);
  assert.deepEqual(loaded, ["engine.js", "assets/search/laws.js"]);
  assert.equal(loader.here, "a");
  await Promise.all([loader.open("a"), loader.open("a")]);
  assert.deepEqual(engine.given, ["laws", "a-old"], "a text can be read without the order of its hits");
  await Promise.all([loader.equipped(), loader.equipped()]);
  assert.deepEqual(loaded.slice(3), ["lunr.js", "words.js"]);
  assert.equal(loader.interface.words["search.count"], "{n}");
  await Promise.all([loader.ranked("a"), loader.ranked("a")]);
  await loader.ranked("b");
  assert.deepEqual(engine.given, ["laws", "a-old", "rank of a-old", "b-new", "rank of b-new"]);
  assert.deepEqual(await loader.candidates("x"), ["a", "b for x"]);
});

test("the index over the laws is asked before the laws are named", async () => {
  const { document } = page({ ...files({ grams: ["g0.js", "g1.js"] }), "g1.js": () => search().grams(1, {}) });
  const engine = fakeEngine();
  const loader = createLoader(document, () => engine, SOURCES);
  await loader.ready();
  await loader.candidates("x");
  assert.deepEqual(engine.given, ["laws", "grams 1"]);
});

test("laws come a few at a time; one that cannot be had is said to be missing; a new query ends it", async () => {
  const { document, loaded } = page(files());
  const loader = createLoader(document, fakeEngine, SOURCES);
  await loader.ready();
  /** @type {string[]} */
  const told = [];
  await loader.stream(["a", "b", "c", "d", "f"], loader.open, (law, here) => void told.push(`${law} ${here}`), new AbortController().signal);
  assert.deepEqual(told.sort(), ["a true", "b true", "c true", "d true", "f false"]);
  assert.equal(loaded.filter((path) => path === "assets/search/laws.js?").length, 1, "a fresh list is asked for");
  const ended = new AbortController();
  ended.abort();
  await loader.stream(["e"], loader.open, () => assert.fail("nobody waits for it"), ended.signal);
});

test("a file that is gone is looked for in a fresh list", async () => {
  const all = files();
  const { document } = page({
    ...all,
    "a-fresh.js": () => search().add({ law: "fresh" }),
    "assets/search/laws.js?": () =>
      search().laws({ fold: "", laws: [{ law: "a", editions: [{ edition: "old", file: "a-fresh.js" }] }] }),
    "a-old.js": /** @type {any} */ (undefined),
  });
  const engine = fakeEngine();
  const loader = createLoader(document, () => engine, SOURCES);
  await loader.ready();
  await loader.open("a");
  assert(engine.given.includes("fresh"));
});

test("what failed is tried again at the next asking", async () => {
  const all = files();
  const { document } = page(all);
  const words = all["words.js"];
  delete all["words.js"];
  const loader = createLoader(document, fakeEngine, SOURCES);
  await assert.rejects(loader.equipped());
  all["words.js"] = /** @type {() => void} */ (words);
  await loader.equipped();
  assert.equal(loader.interface.words["search.count"], "{n}");
});

test("an engine and a lunr that are there already are not loaded again", async () => {
  const { document, loaded } = page(files());
  /** @type {any} */ (globalThis).self = { duizhao: { createEngine: () => undefined }, lunr: {} };
  const loader = createLoader(document, fakeEngine, SOURCES);
  await loader.equipped();
  await loader.ranked("a");
  assert.deepEqual(loaded, ["assets/search/laws.js", "words.js", "a-old.js", "a-old-rank.js"]);
});
