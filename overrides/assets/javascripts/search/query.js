"use strict";
/**
 * What a query asks for: citations, phrases, and words with all their spellings and with the law's own wording.
 *
 * @typedef {import("./fold.js").Needle} Needle
 * @typedef {import("./citation.js").Citation} Citation
 * @typedef {import("./wording.js").Use} Use
 * @typedef {import("./wording.js").WordingRow} WordingRow
 *
 * @typedef {object} Term one word or phrase
 * @property {string} typed
 * @property {string} folded
 * @property {Needle[]} literal the ways in which it is written: 50万元, 五十万元
 * @property {{needle: Needle, uses: Use[]}[]} worded the ways in which a law may say it
 *
 * @typedef {object} Plan
 * @property {string} query
 * @property {Citation | null} citation
 * @property {Term[]} terms
 * @property {Term[]} plain the words as they stand, citations among them: for a law that the citation does not mean
 * @property {Term[]} whole all of the query as one word, where a citation and words are not set apart; else empty
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { fold } = typeof module === "undefined" ? self.duizhao : require("./fold.js");
  /** @type {typeof import("./citation.js")} */
  const { readCitation } = typeof module === "undefined" ? self.duizhao : require("./citation.js");
  /** @type {typeof import("./numbers.js")} */
  const { numberForms } = typeof module === "undefined" ? self.duizhao : require("./numbers.js");
  /** @type {typeof import("./wording.js")} */
  const { reword } = typeof module === "undefined" ? self.duizhao : require("./wording.js");

  const LONGEST = 400;
  const MOST = 31; // one bit a word
  const PHRASE = /(?<=^|\s)(?:“([^”]+)”|「([^」]+)」|『([^』]+)』|"([^"]+)"|＂([^＂]+)＂)(?=\s|$)/g;

  /**
   * @param {string} query
   * @param {Uint16Array} table
   * @param {WordingRow[]} rows
   * @returns {Plan}
   */
  function readQuery(query, table, rows) {
    const text = query.slice(0, LONGEST).trim();
    /** @type {string[]} */
    const phrases = [];
    const loose = text.replace(PHRASE, (_, ...found) => {
      phrases.push(found.slice(0, 5).find((part) => part !== undefined) ?? "");
      return " ";
    });
    const citation = readCitation(loose);
    const words = (citation?.rest ? citation.rest : loose).split(/\s+/);
    const terms = new Map();
    const add = (/** @type {string} */ typed, /** @type {boolean} */ exact) => {
      const term = readTerm(typed, table, exact ? [] : rows, !(citation && !citation.marked && !citation.rest));
      if (term && terms.size < MOST && !terms.has(term.folded)) {
        terms.set(term.folded, term);
      }
    };
    phrases.forEach((phrase) => add(phrase, true));
    words.forEach((word) => add(word, false));
    const whole = citation?.joined && !phrases.length ? readTerm(loose, table, [], true) : null;
    const plain = citation?.name ? loose.split(/\s+/).flatMap((word) => readTerm(word, table, [], true) ?? []) : [];
    return { query: text, citation, terms: [...terms.values()], plain, whole: whole ? [whole] : [] };
  }

  /**
   * @param {string} typed
   * @param {Uint16Array} table
   * @param {WordingRow[]} rows
   * @param {boolean} numbers whether its numbers may be written otherwise; a mere number is looked up as an article
   * @returns {Term | null}
   */
  function readTerm(typed, table, rows, numbers) {
    const folded = fold(typed, table).trim();
    if (!folded) {
      return null;
    }
    const forms = numbers ? numberForms(typed).map((form) => fold(form, table).trim()) : [];
    const literal = [{ text: folded }, ...[...new Set(forms)].filter((f) => f && f !== folded).map((f) => ({ text: f, number: true }))];
    const worded = reword(folded, rows).map(({ text, uses }) => ({ needle: { text }, uses }));
    return { typed, folded, literal, worded };
  }

  const exports = { readQuery, readTerm };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
