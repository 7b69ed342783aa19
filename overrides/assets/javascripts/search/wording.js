"use strict";
/**
 * The law's own wording for a reader's word: 網路 is 網絡 in a law of the mainland, 手机卡 移动电话卡. The rows come from
 * build_tools/grammar/wording.tsv, those that these laws can meet; all are folded.
 *
 * @typedef {[from: string, to: string[], of: string, stretch: number]} WordingRow a stretch is a proposal, never a hit
 * @typedef {{from: string, to: string, of: string}} Use
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { isWhole } = typeof module === "undefined" ? self.duizhao : require("./fold.js");
  const WAYS = 8;

  /**
   * A folded word in the wording of law, in each way that the rows give, with what was put for what; the longest
   * words first, none within another.
   *
   * @param {string} folded
   * @param {WordingRow[]} rows
   * @returns {{text: string, uses: Use[]}[]}
   */
  function reword(folded, rows) {
    const places = placesOf(folded, rows.filter((row) => !row[3]));
    /** @type {{text: string, uses: Use[]}[]} */
    let ways = places.length ? [{ text: "", uses: [] }] : [];
    let done = 0;
    for (const { at, row } of places) {
      const before = folded.slice(done, at);
      const [from, to, of] = row;
      ways = ways
        .flatMap(({ text, uses }) => to.map((word) => ({ text: text + before + word, uses: [...uses, { from, to: word, of }] })))
        .slice(0, WAYS);
      done = at + from.length;
    }
    return ways.map(({ text, uses }) => ({ text: text + folded.slice(done), uses })).filter((w) => w.text !== folded);
  }

  /**
   * What a folded word may loosely stand for, to be proposed.
   *
   * @param {string} folded
   * @param {WordingRow[]} rows
   * @returns {Use[]}
   */
  function stretches(folded, rows) {
    return placesOf(folded, rows.filter((row) => row[3])).flatMap(({ row: [from, to, of] }) =>
      to.map((word) => ({ from, to: word, of })),
    );
  }

  /**
   * @param {string} folded
   * @param {WordingRow[]} rows
   * @returns {{at: number, row: WordingRow}[]} in order, none overlapping
   */
  function placesOf(folded, rows) {
    /** @type {{at: number, row: WordingRow}[]} */
    const found = [];
    const fits = rows.filter(([from]) => folded.includes(from)).sort((a, b) => b[0].length - a[0].length);
    for (const row of fits) {
      const needle = { text: row[0] };
      for (let at = folded.indexOf(row[0]); at >= 0; at = folded.indexOf(row[0], at + 1)) {
        const free = found.every((f) => at + row[0].length <= f.at || at >= f.at + f.row[0].length);
        if (free && isWhole(folded, needle, at)) {
          found.push({ at, row });
        }
      }
    }
    return found.sort((a, b) => a.at - b.at);
  }

  const exports = { reword, stretches };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
