"use strict";
/**
 * Which laws are worth opening for a query: the one that is being read, those that the query names, then those that can
 * hold its words. On a small site that is all of them.
 *
 * @typedef {import("./engine.js").LawEntry} LawEntry
 * @typedef {import("./query.js").Plan} Plan
 * @typedef {ReturnType<typeof import("./law-grams.js").makeLawGrams>} LawGrams
 */
(() => {
  /** @type {typeof import("./look-up.js")} */
  const { lawsNamed } = typeof module === "undefined" ? self.duizhao : require("./look-up.js");

  /**
   * @param {Plan} plan
   * @returns {string[][]} each word's spellings, the law's own wording among them
   */
  function needlesOf(plan) {
    const terms = plan.terms.length ? plan.terms : plan.plain;
    return terms.map((term) => [...term.literal, ...term.worded.map((w) => w.needle)].map((needle) => needle.text));
  }

  /**
   * @param {Plan} plan
   * @param {string} here the law that is being read; "" if none is
   * @param {LawEntry[]} laws
   * @param {Uint16Array} table
   * @param {LawGrams | null} grams null on a small site
   * @returns {string[]} best first
   */
  function candidatesOf(plan, here, laws, table, grams) {
    const named = lawsNamed(plan.citation?.name || plan.query, laws, table);
    const first = [...named, here].filter(Boolean);
    const numbers = grams ? grams.candidates(needlesOf(plan)) : null;
    const listed = numbers ? numbers.map((n) => laws[n]?.law ?? "") : laws.map((entry) => entry.law);
    // every law has an article 57: without a law's name the one that is being read is meant, or else any
    const any = grams && plan.citation && !plan.citation.name && !plan.citation.rest && !here;
    return [...new Set([...first, ...listed, ...(any ? laws.map((entry) => entry.law) : [])])].filter(Boolean);
  }

  const exports = { candidatesOf, needlesOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
