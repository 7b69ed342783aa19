"use strict";
/**
 * Which laws can hold the words of a query, on a site with too many laws to open each of them: an index in files by
 * first characters (build_tools/search/law_grams.py), of which a query asks for a few.
 *
 * @typedef {[rows: string, counts: string, steps: string]} Bucket
 *   rows: a character and what follows it, 网络站; Latin words have blanks between, and the first of each row is alone
 *   counts: in how many laws each entry stands, less one
 *   steps: in which, each by its distance from the one before
 */
(() => {
  /** @type {typeof import("./grams.js")} */
  const { gramsOf, unpack } = typeof module === "undefined" ? self.duizhao : require("./grams.js");
  const LAWS_PER_FILE = 6;
  const LATIN = /^[0-9a-z\u00c0-\u052f]/;

  /** @param {number} lawCount */
  function makeLawGrams(lawCount) {
    const files = Math.ceil(lawCount / LAWS_PER_FILE);
    /** @type {Map<number, Map<string, number[]>>} laws by entry, by file */
    const here = new Map();
    const fileOf = (/** @type {string} */ key) => Number(key.codePointAt(0)) % files;

    /** The laws that hold this, in order. @param {string} needle */
    const lawsOf = (needle) =>
      keysOf(needle)
        .map((key) => here.get(fileOf(key))?.get(key) ?? [])
        .reduce((all, laws) => both(all, laws));

    const grams = {
      /**
       * @param {number} n
       * @param {Bucket} data
       */
      add(n, data) {
        here.set(n, readBucket(data));
      },

      /**
       * The files that say which laws hold this.
       *
       * @param {string} folded
       * @returns {number[]}
       */
      bucketsFor: (folded) => [...new Set(keysOf(folded).map(fileOf))],

      /**
       * Those files that are not here yet.
       *
       * @param {string[]} needles
       * @returns {number[]}
       */
      missing: (needles) => [...new Set(needles.flatMap(grams.bucketsFor))].filter((n) => !here.has(n)),

      /**
       * The laws that can hold every word, in the order of the list of laws; null if a file is not here.
       *
       * @param {string[][]} needles each word's spellings, any of which will do
       * @returns {number[] | null}
       */
      candidates(needles) {
        const words = needles.map((spellings) => spellings.filter((needle) => keysOf(needle).length));
        if (!words.some((word) => word.length) || grams.missing(words.flat()).length) {
          return null;
        }
        return words
          .filter((word) => word.length)
          .map((word) => [...new Set(word.flatMap(lawsOf))].sort((a, b) => a - b))
          .reduce((all, laws) => both(all, laws));
      },
    };
    return grams;
  }

  /**
   * What to ask for: the grams of a needle, or its one character.
   *
   * @param {string} needle
   * @returns {string[]}
   */
  function keysOf(needle) {
    const keys = gramsOf(needle);
    return keys.length ? keys : Array.from(needle.replace(/\s/g, ""));
  }

  /**
   * Numbers that stand in both lists, which rise.
   *
   * @param {number[]} one
   * @param {number[]} two
   * @returns {number[]}
   */
  function both(one, two) {
    const known = new Set(two);
    return one.filter((n) => known.has(n));
  }

  /**
   * @param {Bucket} data
   * @returns {Map<string, number[]>}
   */
  function readBucket([rows, counts, steps]) {
    const step = unpack(steps).values();
    const lists = unpack(counts).map((count) => {
      let law = -1;
      return Array.from({ length: count + 1 }, () => (law += Number(step.next().value) + 1));
    });
    return new Map(entriesOf(rows).map((entry, i) => [entry, lists[i] ?? []]));
  }

  /**
   * @param {string} rows
   * @returns {string[]}
   */
  function entriesOf(rows) {
    return rows.split("\n").filter(Boolean).flatMap((row) => {
      const [first = "", ...follows] = Array.from(row);
      return LATIN.test(first)
        ? row.slice(1).split(" ").map((rest) => first + rest)
        : [first, ...follows.map((second) => first + second)];
    });
  }

  const exports = { makeLawGrams };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
