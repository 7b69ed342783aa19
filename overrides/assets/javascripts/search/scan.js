"use strict";
/**
 * Where the words of a query stand in one law: a scan of its folded text, so that what is found really stands there.
 * All words must stand in one article, opinion or part; or, last, in an article and the opinions on it together.
 *
 * @typedef {import("./fold.js").Needle} Needle
 * @typedef {import("./shard.js").Index} Index
 *
 * @typedef {object} Hit
 * @property {string} kind
 * @property {number} doc
 * @property {string} page
 * @property {string} fragment of the line that has all words, else of the first that has one
 * @property {string} within the heading that it stands under: `ch-2`; "" if none
 * @property {0 | 1 | 2 | 3 | 4} tier 0 looked up, 1 in the heading, 2 in one line, 3 in one doc, 4 on one page
 * @property {number[]} lines where words stand
 * @property {number} places how often
 * @property {boolean} missing true if the article has no such 款 or 項 as was looked up
 *
 * @typedef {object} Found what the scan of one law notes
 * @property {Uint32Array} masks one bit a word for each line
 * @property {Uint32Array} counts how many places each line has
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { isWhole } = typeof module === "undefined" ? self.duizhao : require("./fold.js");

  /**
   * @param {Index} index
   * @param {Needle[][]} words each word's spellings, any of which will do
   * @returns {Found}
   */
  function scanLines(index, words) {
    const size = index.first[index.first.length - 1] ?? 0;
    const found = { masks: new Uint32Array(size), counts: new Uint32Array(size) };
    words.forEach((spellings, bit) => mark(index, placesOf(index.folded, spellings), 1 << bit, found));
    return found;
  }

  /**
   * Where any spelling of a word begins, in order; of spellings that overlap (虚拟专用网络, 虚拟专用网) the longest counts.
   *
   * @param {string} folded
   * @param {Needle[]} spellings
   * @returns {number[]}
   */
  function placesOf(folded, spellings) {
    /** @type {[at: number, size: number][]} */
    const all = [];
    for (const needle of spellings) {
      const size = needle.text.length;
      for (let at = folded.indexOf(needle.text); at >= 0; ) {
        const whole = isWhole(folded, needle, at);
        if (whole) {
          all.push([at, size]);
        }
        at = folded.indexOf(needle.text, at + (whole ? size : 1));
      }
    }
    if (spellings.length < 2) {
      return all.map(([at]) => at);
    }
    all.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    let end = 0;
    return all.flatMap(([at, size]) => {
      const free = at >= end;
      end = free ? at + size : end;
      return free ? [at] : [];
    });
  }

  /**
   * @param {Index} index
   * @param {number[]} places in order
   * @param {number} bit
   * @param {Found} found
   */
  function mark({ starts, owner }, places, bit, { masks, counts }) {
    let line = 0;
    for (const at of places) {
      while ((starts[line + 1] ?? Infinity) <= at) {
        line++;
      }
      const own = owner[line] ?? 0;
      // the other script's form of a line says the same again: it counts only where the line itself has nothing
      if (own === line || !((masks[own] ?? 0) & bit)) {
        counts[own] = (counts[own] ?? 0) + 1;
      }
      masks[own] = (masks[own] ?? 0) | bit;
    }
  }

  /**
   * The hits of a scan, in the order of the text.
   *
   * @param {Index} index
   * @param {Found} found
   * @param {number} count how many words there are
   * @param {Set<number>} without docs that were told already
   * @returns {Hit[]}
   */
  function hitsOf(index, found, count, without) {
    const all = 2 ** count - 1;
    const { docs, first } = index;
    /** @type {Hit[]} */
    const hits = [];
    /** @type {Map<string, {mask: number, docs: number[], full: boolean}>} */
    const pages = new Map();
    for (let i = 0; i < docs.length; i++) {
      const mask = maskOf(first[i] ?? 0, first[i + 1] ?? 0, found.masks);
      if (!mask) {
        continue;
      }
      if (mask === all && !without.has(i)) {
        hits.push(hitOf(index, found, i, [i], all));
      }
      const kind = docs[i]?.kind;
      if (count > 1 && (kind === "provision" || kind === "opinion")) {
        const name = docs[i]?.page ?? "";
        const page = pages.get(name) ?? { mask: 0, docs: [], full: false };
        pages.set(name, { mask: page.mask | mask, docs: [...page.docs, i], full: page.full || mask === all });
      }
    }
    for (const page of pages.values()) {
      const article = page.docs.find((i) => docs[i]?.kind === "provision");
      if (page.mask === all && !page.full && article !== undefined && !without.has(article)) {
        hits.push({ ...hitOf(index, found, article, page.docs, all), tier: 4 });
      }
    }
    return hits;
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {Uint32Array} masks
   */
  function maskOf(from, to, masks) {
    let mask = 0;
    for (let line = from; line < to; line++) {
      mask |= masks[line] ?? 0;
    }
    return mask;
  }

  /**
   * @param {Index} index
   * @param {Found} found
   * @param {number} doc
   * @param {number[]} among docs whose lines are told
   * @param {number} all
   * @returns {Hit}
   */
  function hitOf(index, { masks, counts }, doc, among, all) {
    const { kind = "", page = "", at = [], head, within = "" } = index.docs[doc] ?? {};
    const start = index.first[doc] ?? 0;
    const lines = [];
    let places = 0;
    for (const one of among) {
      for (let line = index.first[one] ?? 0; line < (index.first[one + 1] ?? 0); line++) {
        if (masks[line]) {
          lines.push(line);
          places += counts[line] ?? 0;
        }
      }
    }
    const best = lines.find((line) => masks[line] === all);
    const tier = head && masks[start] === all ? 1 : best !== undefined ? 2 : 3;
    const fragment = at[(best ?? lines[0] ?? start) - start] ?? "";
    return { kind, doc, page, fragment, within, tier, lines, places, missing: false };
  }

  const exports = { scanLines, hitsOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
