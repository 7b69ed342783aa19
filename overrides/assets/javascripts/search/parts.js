"use strict";
/**
 * What one law has of a query's words, in the ways in which it was found: as typed, then in the law's own wording.
 *
 * @typedef {import("./fold.js").Needle} Needle
 * @typedef {import("./query.js").Plan} Plan
 * @typedef {import("./query.js").Term} Term
 * @typedef {import("./scan.js").Hit} Hit
 * @typedef {import("./shard.js").Index} Index
 * @typedef {import("./wording.js").Use} Use
 * @typedef {(words: Needle[][]) => Map<number, number>} Rank scores of docs
 *
 * @typedef {{kind: string, hits: Hit[], docs: number, places: number}} Group
 * @typedef {object} Part what was found in one way
 * @property {Use[]} uses [] for what was found as typed, else what was put for what
 * @property {Needle[][]} words each word's folded spellings
 * @property {Group[]} groups without what was told before: cited, or found as typed
 * @property {number} docs how many articles, opinions and parts hold the words, those that were cited among them
 * @property {number} places how often
 */
(() => {
  /** @type {typeof import("./scan.js")} */
  const { scanLines, hitsOf } = typeof module === "undefined" ? self.duizhao : require("./scan.js");
  /** @type {typeof import("./order.js")} */
  const { inOrder } = typeof module === "undefined" ? self.duizhao : require("./order.js");
  /** Kinds in the order in which they are shown; others come before the headings. */
  const FIRST = ["provision", "opinion", "general", "explanation", "notice", "annex"];
  const LAST = ["heading", "law"];

  /**
   * @param {Plan} plan
   * @param {Index} index
   * @param {Hit[]} cited
   * @param {boolean} isMeant false if the query names another law: then its words are looked for as they are
   * @param {Rank | null} rank
   * @returns {Part[]}
   */
  function partsOf(plan, index, cited, isMeant, rank) {
    const told = new Set(cited.map((hit) => hit.doc));
    const wholes = isMeant ? plan.whole : plan.plain;
    const whole = partOf(index, literal(wholes), told, new Set(), [], rank);
    if (whole || !isMeant) {
      return whole ? [whole] : [];
    }
    const found = new Set();
    const first = partOf(index, literal(plan.terms), told, found, [], rank);
    const uses = usesOf(plan.terms, index);
    const words = plan.terms.map((term) => [...term.literal, ...term.worded.map((w) => w.needle)]);
    const second = uses.length ? partOf(index, words, told, found, uses, rank) : null;
    return [first, second].filter((part) => part !== null);
  }

  /** @param {Term[]} terms */
  function literal(terms) {
    return terms.map((term) => term.literal);
  }

  /**
   * What the words of this law stand for, each once.
   *
   * @param {Term[]} terms
   * @param {Index} index
   * @returns {Use[]}
   */
  function usesOf(terms, index) {
    const met = terms.flatMap((t) => t.worded.filter((w) => index.folded.includes(w.needle.text)).flatMap((w) => w.uses));
    return [...new Map(met.map((use) => [`${use.from} ${use.to}`, use])).values()];
  }

  /**
   * @param {Index} index
   * @param {Needle[][]} words
   * @param {Set<number>} cited docs that are shown above
   * @param {Set<number>} found docs that were found before; those found now are put into it
   * @param {Use[]} uses
   * @param {Rank | null} rank
   * @returns {Part | null}
   */
  function partOf(index, words, cited, found, uses, rank) {
    if (!words.length) {
      return null;
    }
    const hits = hitsOf(index, scanLines(index, words), words.length, found);
    if (!hits.length) {
      return null;
    }
    hits.forEach((hit) => found.add(hit.doc));
    const kinds = [...new Set(hits.map((hit) => hit.kind))];
    const place = (/** @type {string} */ kind) =>
      LAST.includes(kind) ? 100 + LAST.indexOf(kind) : FIRST.includes(kind) ? FIRST.indexOf(kind) : 50;
    kinds.sort((a, b) => place(a) - place(b));
    const score = once(() => (rank ? rank(words) : null));
    const groups = kinds.map((kind) => {
      const all = hits.filter((hit) => hit.kind === kind);
      const places = all.reduce((sum, hit) => sum + hit.places, 0);
      const shown = all.filter((hit) => !cited.has(hit.doc));
      const ordered = once(() => (shown.length > 1 ? inOrder(shown, index, words, score()) : shown));
      return {
        kind, docs: all.length, places,
        get hits() {
          return ordered(); // most laws are counted only: those that are shown are put in order
        },
      };
    });
    const places = groups.reduce((sum, group) => sum + group.places, 0);
    return { uses, words, groups, docs: hits.length, places };
  }

  /**
   * A value that is worked out when it is first asked for.
   *
   * @template T
   * @param {() => T} make
   * @returns {() => T}
   */
  function once(make) {
    /** @type {{value: T} | null} */
    let made = null;
    return () => (made ??= { value: make() }).value;
  }

  const exports = { partsOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
