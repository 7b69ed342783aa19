"use strict";
/**
 * What results can be narrowed by: the laws, kinds and chapters that they have, each with its count.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./words.js").Setting} Setting
 * @typedef {{key: string, name: string, docs: number}} Facet
 */
(() => {
  /** @type {typeof import("./words.js")} */
  const { chapterName, lawName, totals } = typeof module === "undefined" ? self.duizhao : require("./words.js");

  /**
   * @param {Setting} setting
   * @param {LawResult[]} results
   * @param {string} [law] the law that is shown; all of them if none is named
   * @returns {{laws: Facet[], kinds: Facet[], chapters: Facet[]}} kinds of what is shown; chapters, if that is one law
   */
  function facetsOf(setting, results, law = "") {
    const shown = shownOf(results, law);
    const sums = totals(shown.flatMap((result) => result.parts));
    const kinds = sums.map(({ kind, docs }) => ({ key: kind, name: setting.said.kinds[kind] ?? kind, docs }));
    const [only] = shown;
    const chapters = only && shown.length === 1 ? chaptersOf(setting, only) : [];
    return { laws: lawsOf(setting, results, law), kinds, chapters };
  }

  /** @param {LawResult[]} results @param {string} law */
  function shownOf(results, law) {
    return law ? results.filter((result) => result.law === law) : results;
  }

  /**
   * @param {Setting} setting
   * @param {LawResult[]} results
   * @param {string} law is told even if it has nothing
   * @returns {Facet[]} in the order of the results
   */
  function lawsOf(setting, results, law) {
    const counts = new Map(results.map((result) => [result.law, Math.max(result.docs, result.cited.length)]));
    const own = law && !counts.has(law) ? [law] : [];
    const keys = [...own, ...[...counts.keys()].filter((key) => key === law || counts.get(key))];
    return keys.map((key) => ({ key, name: lawName(setting, key), docs: counts.get(key) ?? 0 }));
  }

  /**
   * @param {Setting} setting
   * @param {LawResult} result
   * @returns {Facet[]} in the order of the text
   */
  function chaptersOf(setting, result) {
    const docs = setting.engine.index(result.law, result.edition)?.docs ?? [];
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const part of result.parts) {
      for (const { kind, hits, docs: all } of part.groups) {
        const above = all > hits.length ? result.cited.filter((hit) => hit.kind === kind).slice(0, all - hits.length) : [];
        [...hits, ...above].forEach(({ within }) => within && counts.set(within, (counts.get(within) ?? 0) + 1));
      }
    }
    const order = docs.flatMap((doc) => (doc.kind === "heading" && counts.has(doc.page) ? [doc.page] : []));
    return order.map((key) => ({ key, name: chapterName(setting, result, key, true), docs: counts.get(key) ?? 0 }));
  }

  const exports = { facetsOf, shownOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
