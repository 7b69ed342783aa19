"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { createEngine } = require("../../overrides/assets/javascripts/search/engine.js");
const { facetsOf } = require("../../overrides/assets/javascripts/search/facets.js");
const { addressOf, sitePage } = require("../../overrides/assets/javascripts/search/results.js");
const { clearRecent, keepRecent, recentQueries } = require("../../overrides/assets/javascripts/search/recent.js");
const { createSession } = require("../../overrides/assets/javascripts/search/session.js");
const { countWords, say, sumWords, typedWord, unitWords } = require("../../overrides/assets/javascripts/search/words.js");

const words = {
  "search.say.found": "查得{counts}。",
  "search.say.sum": "{list}，共 {places} 處",
  "search.say.counted": "{kind} {n} {unit}",
  "search.say.between": "、",
  "search.say.others": "其他",
  "search.say.heading": "{n} {unit}，{places} 處",
  "search.say.unit-count": "{n} {unit}",
  "search.say.units": "{list}，{places} 處",
  "search.unit.provision": "條",
  "search.unit.opinion": "則",
  "search.unit.other": "件",
};
const engine = createEngine();
engine.learn({ fold: "網网絡络路路", laws: [], other: ["", ""] });
/** @type {import("../../overrides/assets/javascripts/search/words.js").Setting} */
const setting = {
  engine: /** @type {any} */ (engine), said: { words, kinds: { provision: "條文", opinion: "意見" }, box: "" },
  base: "../../", locale: "zh-hant", script: "Hant", isFile: false, here: "law",
}; // prettier-ignore
const group = (/** @type {string} */ kind, /** @type {number} */ docs, /** @type {number} */ places) => ({ kind, docs, places });

test("counts are of articles, opinions and others, each in its unit", () => {
  const parts = [{ groups: [group("provision", 2, 5), group("notice", 1, 1)] }, { groups: [group("provision", 1, 1), group("opinion", 4, 9)] }];
  assert.equal(sumWords(setting, parts), "條文 3 條、意見 4 則、其他 1 件，共 16 處");
  assert.equal(countWords(setting, group("opinion", 4, 9)), "4 則，9 處");
  assert.equal(unitWords(setting, parts), "3 條、4 則、1 件，16 處");
  assert.equal(unitWords(setting, [{ groups: [group("opinion", 4, 9)] }]), "4 則，9 處");
  assert.equal(unitWords(setting, []), "");
  assert.deepEqual(facetsOf(setting, []), { laws: [], kinds: [], chapters: [] });
});

test("what a reader typed is text in a sentence, whatever it holds", () => {
  assert.equal(say(setting, "found", { counts: "$&{n}" }), "查得$&{n}。");
  assert.equal(say(setting, "nosuch"), "");
});

test("a word is told as the reader wrote it", () => {
  assert.equal(typedWord(setting, "第12條 網，路", "网路"), "網，路");
  assert.equal(typedWord(setting, "別的", "网路"), "网路");
});

test("addresses name the file where a folder shows its files", () => {
  const place = { law: "a", edition: "b" };
  assert.equal(addressOf(setting, place, "art-1", "p2", ["甲&"]), "../../zh-hant/a/b/art-1/?h=%E7%94%B2%26#p2");
  assert.equal(sitePage({ ...setting, isFile: true }, "search", { q: "甲", law: "" }), "../../zh-hant/search/index.html?q=%E7%94%B2");
});

test("eight queries are kept, the latest first, none twice, no quotation; a broken store is an empty one", () => {
  /** @type {Map<string, string>} */
  const store = new Map();
  /** @type {any} */ (globalThis).localStorage = {
    getItem: (/** @type {string} */ key) => store.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => store.set(key, value),
    removeItem: (/** @type {string} */ key) => store.delete(key),
  };
  [...Array(10).keys()].forEach((n) => keepRecent(`q${n}`));
  keepRecent(" q5 ");
  keepRecent("長".repeat(61));
  assert.deepEqual(recentQueries(), ["q5", "q9", "q8", "q7", "q6", "q4", "q3", "q2"]);
  clearRecent();
  assert.equal(store.size, 0);
  store.set("duizhao.recent", "{");
  assert.deepEqual(recentQueries(), []);
});

test("the law of the page answers first, the others in their order, and a new query ends the former", async () => {
  /** @type {string[]} */
  const told = [];
  const found = (/** @type {string} */ query, /** @type {string} */ law) => ({ query, law, cited: [], parts: [{}] });
  const loader = /** @type {any} */ ({
    here: "b",
    engine: { search: found },
    most: 2,
    has: () => false,
    equipped: () => Promise.resolve(),
    candidates: () => Promise.resolve(["a", "b", "c"]),
    stream: async (/** @type {string[]} */ laws, /** @type {any} */ _, /** @type {any} */ onLaw, /** @type {AbortSignal} */ signal) => {
      for (const law of [...laws].reverse()) {
        await new Promise((done) => setTimeout(done));
        await (signal.aborted || onLaw(law, law !== "c"));
      }
    },
  });
  const session = createSession(loader, {
    begin: (state) => void told.push(`begin ${state.query}`),
    found: (state, result, at) => void told.push(`${state.query} ${result.law} at ${at}`),
    end: (state) => void told.push(`end ${state.query}, failed ${state.failed}`),
  });
  const first = session.run("x");
  await Promise.resolve();
  const second = session.run("y");
  await Promise.all([first, second]);
  assert.deepEqual(told.filter((line) => !line.startsWith("begin x") && !line.startsWith("x b")), [
    "begin y", "y b at 0", "y a at 1", "end y, failed 1",
  ]); // prettier-ignore
});
