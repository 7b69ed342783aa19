"use strict";
/**
 * What one law has of a query: what the query names, and where its words stand.
 *
 * @typedef {import("./engine.js").LawEntry} LawEntry
 * @typedef {import("./look-up.js").Notice} Notice
 * @typedef {import("./parts.js").Part} Part
 * @typedef {import("./query.js").Plan} Plan
 * @typedef {import("./scan.js").Hit} Hit
 * @typedef {import("./shard.js").Index} Index
 *
 * @typedef {object} LawResult
 * @property {string} law
 * @property {string} edition
 * @property {Hit[]} cited what the query names
 * @property {Notice[]} notices what it names that the law does not have
 * @property {Part[]} parts as typed, then in the law's wording; either may be missing
 * @property {number} docs
 * @property {number} places
 */
(() => {
  /** @type {typeof import("./look-up.js")} */
  const { lookUp } = typeof module === "undefined" ? self.duizhao : require("./look-up.js");
  /** @type {typeof import("./parts.js")} */
  const { partsOf } = typeof module === "undefined" ? self.duizhao : require("./parts.js");

  /**
   * The result of one law; null if it has nothing.
   *
   * @param {Plan} plan
   * @param {Index} index
   * @param {LawEntry | undefined} entry
   * @param {Uint16Array} table
   * @param {Set<string>} named the laws that the query names
   * @param {import("./parts.js").Rank | null} rank
   * @returns {LawResult | null}
   */
  function resultOf(plan, index, entry, table, named, rank) {
    const isMeant = !plan.citation?.name || named.has(index.law);
    const { cited, notices } = isMeant ? lookUp(plan, index, entry, table) : { cited: [], notices: [] };
    const parts = partsOf(plan, index, cited, isMeant, rank);
    if (!cited.length && !parts.length && !notices.length) {
      return null;
    }
    const docs = parts.reduce((sum, part) => sum + part.docs, 0);
    const places = parts.reduce((sum, part) => sum + part.places, 0);
    return { law: index.law, edition: index.edition, cited, notices, parts, docs, places };
  }

  const exports = { resultOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
