"use strict";
/**
 * The order of hits: lunr's score of the document, how near the words stand to each other, whether the first line has
 * them all, and how often the rarer of them comes: an article that says both words often is about both. The weights
 * were chosen on tests/search/queries/ranking-dev.tsv.
 *
 * @typedef {import("./fold.js").Needle} Needle
 * @typedef {import("./scan.js").Hit} Hit
 * @typedef {import("./shard.js").Index} Index
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { isWhole } = typeof module === "undefined" ? self.duizhao : require("./fold.js");
  const WEIGHT = { lunr: 0.5, near: 0.4, first: 0.3, often: 0.8, head: 0.5 };
  /** Words farther apart than this many characters gain nothing from being in one line. */
  const FAR = 80;

  /**
   * Hits, best first; equal ones in the order of the text, and last those whose words stand on one page only together
   * with the opinions on it.
   *
   * @param {Hit[]} hits
   * @param {Index} index
   * @param {Needle[][]} words
   * @param {Map<number, number> | null} scores of docs, if the ranked index is here
   * @returns {Hit[]}
   */
  function inOrder(hits, index, words, scores) {
    const signs = hits.map((hit) => ({ hit, ...signsOf(hit, index, words), lunr: scores?.get(hit.doc) ?? 0 }));
    const [best, most] = [Math.max(1e-9, ...signs.map((s) => s.lunr)), Math.max(1, ...signs.map((s) => s.often))];
    const sums = signs.map((s) => ({
      hit: s.hit,
      apart: s.hit.tier === 4 ? 1 : 0,
      sum:
        (WEIGHT.lunr * s.lunr) / best +
        (WEIGHT.often * s.often) / most +
        WEIGHT.near * (1 - s.gap / FAR) +
        (s.first ? WEIGHT.first : 0) +
        (s.hit.tier === 1 ? WEIGHT.head : 0),
    }));
    return sums.sort((a, b) => a.apart - b.apart || b.sum - a.sum || a.hit.doc - b.hit.doc).map(({ hit }) => hit);
  }

  /**
   * What the text says of a hit: the fewest characters between the words in any of its lines, whether the first line
   * has them all, and how often the rarest of them stands in it.
   *
   * @param {Hit} hit
   * @param {Index} index
   * @param {Needle[][]} words
   * @returns {{gap: number, first: boolean, often: number}}
   */
  function signsOf(hit, index, words) {
    const begin = (index.first[hit.doc] ?? 0) + (index.docs[hit.doc]?.head ? 1 : 0);
    const counts = words.map(() => 0);
    let [gap, first] = [FAR, false];
    for (const line of hit.lines) {
      const text = index.folded.slice(index.starts[line], (index.starts[line + 1] ?? 1) - 1);
      const places = placesIn(text, words);
      places.forEach(({ word }) => (counts[word] = (counts[word] ?? 0) + 1));
      gap = Math.min(gap, gapOf(places, words.length));
      first ||= line === begin && new Set(places.map(({ word }) => word)).size === words.length;
    }
    return { gap, first, often: Math.min(...counts) };
  }

  /**
   * Where words stand in a folded line, in order.
   *
   * @param {string} text
   * @param {Needle[][]} words
   */
  function placesIn(text, words) {
    /** @type {{at: number, word: number, size: number}[]} */
    const places = [];
    words.forEach((spellings, word) => {
      for (const needle of spellings) {
        for (let at = text.indexOf(needle.text); at >= 0; at = text.indexOf(needle.text, at + 1)) {
          if (isWhole(text, needle, at)) {
            places.push({ at, word, size: needle.text.length });
          }
        }
      }
    });
    return places.sort((a, b) => a.at - b.at);
  }

  /**
   * @param {{at: number, word: number, size: number}[]} places in order
   * @param {number} count how many words there are
   * @returns {number} the fewest characters between all of them, at most FAR
   */
  function gapOf(places, count) {
    const latest = new Map();
    let fewest = FAR;
    for (const place of places) {
      latest.set(place.word, place);
      if (latest.size === count) {
        const all = [...latest.values()];
        const start = Math.min(...all.map((p) => p.at));
        const inner = all.reduce((sum, p) => sum + p.size, 0);
        fewest = Math.min(fewest, Math.max(0, place.at + place.size - start - inner));
      }
    }
    return fewest;
  }

  const exports = { inOrder };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
