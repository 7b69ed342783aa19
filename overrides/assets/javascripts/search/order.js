"use strict";
/**
 * The order of hits: lunr's score of the document, and how near the words stand to each other in the text.
 *
 * @typedef {import("./fold.js").Needle} Needle
 * @typedef {import("./scan.js").Hit} Hit
 * @typedef {import("./shard.js").Index} Index
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { isWhole } = typeof module === "undefined" ? self.duizhao : require("./fold.js");
  const WEIGHT = { lunr: 1, line: 0.35, near: 0.5, head: 0.3, page: -9 };
  /** Words farther apart than this many characters gain nothing from being in one line. */
  const FAR = 80;

  /**
   * Hits, best first; equal ones in the order of the text.
   *
   * @param {Hit[]} hits
   * @param {Index} index
   * @param {Needle[][]} words
   * @param {Map<number, number> | null} scores of docs, if the ranked index is here
   * @returns {Hit[]}
   */
  function inOrder(hits, index, words, scores) {
    const best = Math.max(1e-9, ...hits.map((hit) => scores?.get(hit.doc) ?? 0));
    const known = new Map(hits.map((hit) => [hit, scoreOf(hit, index, words, (scores?.get(hit.doc) ?? 0) / best)]));
    return [...hits].sort((a, b) => (known.get(b) ?? 0) - (known.get(a) ?? 0) || a.doc - b.doc);
  }

  /**
   * @param {Hit} hit
   * @param {Index} index
   * @param {Needle[][]} words
   * @param {number} lunr from 0 to 1
   */
  function scoreOf(hit, index, words, lunr) {
    const near = words.length > 1 && hit.tier < 3 ? 1 - Math.min(FAR, nearest(hit, index, words)) / FAR : 0;
    return (
      WEIGHT.lunr * lunr +
      (hit.tier < 3 ? WEIGHT.line : 0) +
      WEIGHT.near * near +
      (hit.tier === 1 ? WEIGHT.head : 0) +
      (hit.tier === 4 ? WEIGHT.page : 0)
    );
  }

  /**
   * The fewest characters between the words in any line of a hit.
   *
   * @param {Hit} hit
   * @param {Index} index
   * @param {Needle[][]} words
   */
  function nearest(hit, index, words) {
    let fewest = FAR;
    for (const line of hit.lines) {
      const text = index.folded.slice(index.starts[line], (index.starts[line + 1] ?? 1) - 1);
      fewest = Math.min(fewest, gapIn(text, words));
    }
    return fewest;
  }

  /**
   * @param {string} text
   * @param {Needle[][]} words
   * @returns {number} FAR if a word is not there
   */
  function gapIn(text, words) {
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
    places.sort((a, b) => a.at - b.at);
    const latest = new Map();
    let fewest = FAR;
    for (const place of places) {
      latest.set(place.word, place);
      if (latest.size === words.length) {
        const all = [...latest.values()];
        const start = Math.min(...all.map((p) => p.at));
        const inner = all.reduce((sum, p) => sum + p.size, 0);
        fewest = Math.min(fewest, Math.max(0, place.at + place.size - start - inner));
      }
    }
    return fewest;
  }

  const exports = { inOrder, WEIGHT };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
