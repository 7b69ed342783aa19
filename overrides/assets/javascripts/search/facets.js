"use strict";
/**
 * What results can be narrowed by: the kinds and chapters that they have, each with its count.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./words.js").Setting} Setting
 * @typedef {{key: string, name: string, docs: number}} Facet
 */
(() => {
  /** @type {typeof import("./words.js")} */
  const { chapterName, totals } = typeof module === "undefined" ? self.duizhao : require("./words.js");

  /**
   * @param {Setting} setting
   * @param {LawResult[]} results
   * @returns {{kinds: Facet[], chapters: Facet[]}} chapters of the first law only, and only if it stands alone
   */
  function facetsOf(setting, results) {
    const sums = totals(results.flatMap((result) => result.parts));
    const kinds = sums.map(({ kind, docs }) => ({ key: kind, name: setting.said.kinds[kind] ?? kind, docs }));
    const [only] = results;
    return { kinds, chapters: only && results.length === 1 ? chaptersOf(setting, only) : [] };
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

  const exports = { facetsOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
