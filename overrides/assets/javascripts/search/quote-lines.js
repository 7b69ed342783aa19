"use strict";
/**
 * The lines of a law as the quote verifier sees them: which are its own text, which only speak of it, and what each is
 * called.
 *
 * @typedef {import("./shard.js").Index} Index
 * @typedef {import("./shard.js").Script} Script
 *
 * @typedef {object} Lines
 * @property {Uint8Array} role of each line: ELSEWHERE, TEXT, HEAD or NEITHER
 * @property {Uint32Array} doc of each line
 *
 * @typedef {object} Stretch words of a law: lines in a row, from a place in the first to one in the last
 * @property {Index} index
 * @property {number} line
 * @property {number} last the same as `line`, if it lies in one line
 * @property {Script} script the one that is nearer to the quotation
 * @property {number} from in the text of the first line
 * @property {number} to in the text of the last line
 */
(() => {
  /** @type {typeof import("./shard.js")} */
  const { lineOf } = typeof module === "undefined" ? self.duizhao : require("./shard.js");
  const [NEITHER, TEXT, HEAD, ELSEWHERE] = [0, 1, 2, 3];
  /** @type {Record<string, number>} the law's own words; and what is said of the law on this site */
  const ROLES = { provision: TEXT, annex: TEXT, heading: HEAD, opinion: 3, general: 3, notice: 3, explanation: 3 };
  /** @type {WeakMap<Index, Lines>} */
  const known = new WeakMap();

  /**
   * @param {Index} index
   * @returns {Lines}
   */
  function linesOf(index) {
    const made = known.get(index);
    if (made) {
      return made;
    }
    const count = index.first[index.first.length - 1] ?? 0;
    const lines = { role: new Uint8Array(count), doc: new Uint32Array(count) };
    index.docs.forEach((doc, i) => {
      const [start, end] = [index.first[i] ?? 0, index.first[i + 1] ?? 0];
      lines.role.fill(ROLES[doc.kind] ?? NEITHER, start, end);
      lines.doc.fill(i, start, end);
      if (doc.head && lines.role[start] === TEXT) {
        lines.role[start] = HEAD;
      }
    });
    known.set(index, lines);
    return lines;
  }

  /**
   * The words of a stretch, lines one below the other; without `from` and `to` all of its lines.
   *
   * @param {Omit<Stretch, "from" | "to"> & {from?: number, to?: number}} stretch
   */
  function wordsOf({ index, line, last, script, from, to }) {
    const rows = Array.from({ length: last - line + 1 }, (_, i) => lineOf(index, line + i, script));
    rows[rows.length - 1] = (rows[rows.length - 1] ?? "").slice(0, to);
    rows[0] = (rows[0] ?? "").slice(from);
    return rows.join("\n");
  }

  /**
   * The line that a place in the folded text lies in, and the line of the law it belongs to.
   *
   * @param {Index} index
   * @param {number} at
   */
  function lineAt({ starts, owner }, at) {
    let [low, high] = [0, owner.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      [low, high] = (starts[middle] ?? 0) <= at ? [middle, high] : [low, middle - 1];
    }
    return { row: low, line: owner[low] ?? 0 };
  }

  /**
   * The part of the law in which lines count as following one another: the next 款, 項 or 條.
   *
   * @param {Index} index
   * @param {number} line
   * @param {1 | -1} way
   * @returns {number} the next line of the law's own text, −1 if there is none
   */
  function neighbour(index, line, way) {
    const { role } = linesOf(index);
    let next = line + way;
    while (role[next] === HEAD) {
      next += way;
    }
    return role[next] === TEXT ? next : -1;
  }

  const exports = { linesOf, wordsOf, lineAt, neighbour, ROLE: { TEXT, HEAD, ELSEWHERE } };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
