"use strict";
/**
 * The pieces of folded text that indexes are made of, cut as build_tools/search/grams.py cuts them; and the numbers
 * and pairs of characters that build_tools/search/packing.py writes in few bytes.
 */
(() => {
  const RUNS = /([0-9a-z\u00c0-\u052f]+)|[^ \n0-9a-z\u00c0-\u052f]+/gu;
  const MORE = 90;

  /**
   * Each pair of characters that stand together, and each Latin word or number whole, in order: 网络, 络犯, vpn.
   *
   * @param {string} folded
   * @returns {string[]}
   */
  function gramsOf(folded) {
    return [...folded.matchAll(RUNS)].flatMap(([run, word]) => {
      if (word) {
        return [word];
      }
      const chars = Array.from(run);
      return chars.slice(1).map((char, i) => `${chars[i]}${char}`);
    });
  }

  /**
   * One number a character; the last one says that 90 is to be added to what follows.
   *
   * @param {string} text
   * @returns {number[]}
   */
  function unpack(text) {
    /** @type {number[]} */
    const numbers = [];
    let more = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const value = code - (code > 92 ? 36 : 35);
      if (value === MORE) {
        more += MORE;
      } else {
        numbers.push(more + value);
        more = 0;
      }
    }
    return numbers;
  }

  /**
   * Pairs of characters, each there once.
   *
   * @param {string} characters the most frequent first
   * @param {string} counts how many pairs each begins
   * @param {string} seconds the others of these pairs by their place, the first of a row from 0, the next from there
   * @returns {string[]}
   */
  function unpackPairs(characters, counts, seconds) {
    const chars = Array.from(characters);
    const places = unpack(seconds).values();
    return unpack(counts).flatMap((count, first) => {
      let place = -1;
      return Array.from({ length: count }, () => `${chars[first]}${chars[(place += Number(places.next().value) + 1)]}`);
    });
  }

  const exports = { gramsOf, unpack, unpackPairs };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
