"use strict";
/**
 * Where in many laws a quotation may come from: verbatim places, lines that share rare words with it, and the part of
 * a line that it fits best. One pass over the folded texts, no index, so that it costs nothing before it is asked.
 *
 * @typedef {import("./shard.js").Index} Index
 *
 * @typedef {object} Candidate
 * @property {Index} index
 * @property {number} row of the folded text
 * @property {number} line
 * @property {number} weight
 *
 * @typedef {{score: number, from: number, to: number}} Fit
 */
(() => {
  /** @type {typeof import("./quote-lines.js")} */
  const { linesOf, lineAt, ROLE } = typeof module === "undefined" ? self.duizhao : require("./quote-lines.js");
  /** @type {typeof import("./edits.js")} */
  const { OMIT } = typeof module === "undefined" ? self.duizhao : require("./edits.js");
  const [EQUAL, ODD] = [100, 60];
  /** Many characters left out in one go cost little more than a few. */
  const [LONG_GAP, GAP_EACH, LONG_EXTRA, EXTRA_EACH] = [250, 2, 200, 10];
  const SLOTS = 1 << 16;

  /**
   * Every place where folded words stand in lines of one role.
   *
   * @param {string} words
   * @param {readonly Index[]} indexes
   * @param {number} role
   * @param {number} most
   * @returns {{index: Index, line: number, row: number, at: number}[]} `at` in the folded line; one a line
   */
  function placesOf(words, indexes, role, most) {
    const found = [];
    for (const index of indexes) {
      const roles = linesOf(index).role;
      const seen = new Set();
      for (let at = index.folded.indexOf(words); at >= 0 && found.length < most; at = index.folded.indexOf(words, at + 1)) {
        const { row, line } = lineAt(index, at);
        if (roles[line] === role && !seen.has(line)) {
          seen.add(line);
          found.push({ index, line, row, at: at - (index.starts[row] ?? 0) });
        }
      }
    }
    return found;
  }

  /**
   * Lines of the laws' own text that share the most of a quotation's characters in a row, rare ones counting more.
   *
   * @param {string} words
   * @param {readonly Index[]} indexes
   * @param {number} most
   * @returns {Candidate[]} best first
   */
  function candidates(words, indexes, most) {
    const grams = gramSlots(words);
    const counts = new Uint32Array(grams.count + 1);
    const hits = indexes.map((index) => scan(index.folded, grams, counts));
    const weights = Float64Array.from(counts, (n) => (n ? 1 / Math.log2(2 + n) : 0));
    /** @type {Candidate[]} */
    const out = [];
    let best = 0;
    indexes.forEach((index, i) => {
      for (const row of rowsOf(index, hits[i] ?? [], weights)) {
        best = Math.max(best, row.weight);
        if (row.weight >= best / 6) {
          out.push({ index, ...row });
        }
      }
    });
    out.sort((a, b) => b.weight - a.weight);
    const seen = new Map();
    return out.filter(({ index, line }) => {
      const lines = seen.get(index) ?? seen.set(index, new Set()).get(index);
      return !lines.has(line) && lines.add(line);
    }).slice(0, most);
  }

  /**
   * Each run of two or three characters of a quotation has a number in a table by its hash.
   *
   * @param {string} words
   */
  function gramSlots(words) {
    const size = words.length < 16 ? 2 : 3;
    const slots = new Uint16Array(SLOTS);
    let count = 0;
    for (let i = 0; i + size <= words.length; i++) {
      const slot = hash(size === 3 ? words.charCodeAt(i) : 0, words.charCodeAt(i + size - 2), words.charCodeAt(i + size - 1));
      slots[slot] ||= ++count;
    }
    return { size, slots, count };
  }

  /**
   * @param {number} a
   * @param {number} b
   * @param {number} c
   */
  function hash(a, b, c) {
    return (Math.imul(a, 40503) ^ Math.imul(b, 2531) ^ Math.imul(c, 31)) & (SLOTS - 1);
  }

  /**
   * @param {string} text
   * @param {ReturnType<typeof gramSlots>} grams
   * @param {Uint32Array} counts
   * @returns {number[]} place, gram, place, gram…
   */
  function scan(text, { size, slots }, counts) {
    const hits = [];
    let [a, b] = [0, 0];
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      const gram = slots[hash(a, b, c)] ?? 0;
      if (gram) {
        counts[gram] = (counts[gram] ?? 0) + 1;
        hits.push(i, gram);
      }
      a = size === 3 ? b : 0;
      b = c;
    }
    return hits;
  }

  /**
   * Rows of the law's own text, each with what its grams weigh together.
   *
   * @param {Index} index
   * @param {number[]} hits
   * @param {Float64Array} weights
   * @returns {{row: number, line: number, weight: number}[]}
   */
  function rowsOf(index, hits, weights) {
    const { starts, owner } = index;
    const roles = linesOf(index).role;
    const seenIn = new Int32Array(weights.length).fill(-1);
    /** @type {{row: number, line: number, weight: number}[]} */
    const rows = [];
    let row = 0;
    for (let i = 0; i < hits.length; i += 2) {
      const [at, gram] = [hits[i] ?? 0, hits[i + 1] ?? 0];
      while ((starts[row + 1] ?? Infinity) <= at) {
        row++;
      }
      const line = owner[row] ?? 0;
      if (roles[line] !== ROLE.TEXT || seenIn[gram] === row) {
        continue;
      }
      seenIn[gram] = row;
      const last = rows[rows.length - 1];
      if (last?.row === row) {
        last.weight += weights[gram] ?? 0;
      } else {
        rows.push({ row, line, weight: weights[gram] ?? 0 });
      }
    }
    return rows;
  }

  /**
   * The part of a law's words that a quotation fits best, and how well: a hundred for each equal character, less for
   * each that is not; what is left out in one go costs little more if it is long.
   *
   * @param {string} a the folded quotation
   * @param {string} b
   * @returns {Fit}
   */
  function fit(a, b) {
    const width = b.length + 1;
    const best = new Int32Array(width);
    const start = Int32Array.from(best, (_, j) => j);
    const extra = new Int32Array(width).fill(-1e9);
    const extraStart = new Int32Array(width);
    for (let i = 0; i < a.length; i++) {
      const code = a.charCodeAt(i);
      if (code === OMIT.charCodeAt(0)) {
        for (let j = 1; j < width; j++) {
          if ((best[j - 1] ?? 0) > (best[j] ?? 0)) {
            best[j] = best[j - 1] ?? 0;
            start[j] = start[j - 1] ?? 0;
          }
        }
      } else {
        fitRow(code, b, best, start, extra, extraStart);
      }
    }
    let to = 0;
    for (let j = 1; j < width; j++) {
      to = (best[j] ?? 0) > (best[to] ?? 0) ? j : to;
    }
    return { score: best[to] ?? 0, from: start[to] ?? 0, to };
  }

  /**
   * @param {number} code of the quotation's next character
   * @param {string} b
   * @param {Int32Array} best score of the best way that ends here, and where it began
   * @param {Int32Array} start
   * @param {Int32Array} extra the same, within a run of characters that only the quotation has
   * @param {Int32Array} extraStart
   */
  function fitRow(code, b, best, start, extra, extraStart) {
    let [back, backStart, gap, gapStart] = [-1e9, 0, -1e9, 0];
    for (let j = 0; j < best.length; j++) {
      const [up, upStart] = [best[j] ?? 0, start[j] ?? 0];
      if (up - LONG_EXTRA > (extra[j] ?? 0)) {
        extra[j] = up - LONG_EXTRA;
        extraStart[j] = upStart;
      }
      extra[j] = (extra[j] ?? 0) - EXTRA_EACH;
      let [score, from] = [up - ODD, upStart];
      if ((extra[j] ?? 0) > score) {
        [score, from] = [extra[j] ?? 0, extraStart[j] ?? 0];
      }
      const across = j ? back + (code === b.charCodeAt(j - 1) ? EQUAL : -ODD) : -1e9;
      if (across >= score) {
        [score, from] = [across, backStart];
      }
      if (j && (best[j - 1] ?? 0) - ODD > score) {
        [score, from] = [(best[j - 1] ?? 0) - ODD, start[j - 1] ?? 0];
      }
      if (gap > score) {
        [score, from] = [gap, gapStart];
      }
      gap = Math.max(gap, score - LONG_GAP) === gap ? gap - GAP_EACH : score - LONG_GAP - GAP_EACH;
      gapStart = gap === score - LONG_GAP - GAP_EACH ? from : gapStart;
      [back, backStart] = [up, upStart];
      best[j] = score;
      start[j] = from;
    }
  }

  const exports = { placesOf, candidates, fit };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
