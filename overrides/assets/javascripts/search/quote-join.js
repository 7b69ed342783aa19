"use strict";
/**
 * A quotation put together from several lines of the law (款, 項, 條), or from one line with a mark of omission: each
 * part must stand verbatim, once folded, in its line.
 *
 * @typedef {import("./shard.js").Index} Index
 *
 * @typedef {object} Row a folded line of a law
 * @property {Index} index
 * @property {number} line
 * @property {string} text
 * @property {boolean} head 第五十七條, which is no part of the words
 *
 * @typedef {object} Part
 * @property {Row} row
 * @property {number} from in the folded row
 * @property {number} to
 * @property {[number, number]} quote in the folded quotation
 * @property {boolean} omitted a mark of omission stands in front of it
 * @property {boolean} follows it begins where the part before it ends
 *
 * @typedef {object} Join
 * @property {Part[]} parts
 * @property {boolean} clean the parts meet only at the ends of lines or at marks of omission
 * @property {boolean} ordered false if words of one line are left out or in another order without any mark
 */
(() => {
  /** @type {typeof import("./shard.js")} */
  const { lineOf } = typeof module === "undefined" ? self.duizhao : require("./shard.js");
  /** @type {typeof import("./edits.js")} */
  const { OMIT } = typeof module === "undefined" ? self.duizhao : require("./edits.js");
  /** @type {typeof import("./quote-lines.js")} */
  const { linesOf, neighbour, ROLE } = typeof module === "undefined" ? self.duizhao : require("./quote-lines.js");
  const MARKER = /^[（(]?[〇零一二三四五六七八九十百0-9]+[）).．、]/;
  const MOST_PARTS = 80;
  /** How short a part may be: in the middle of a line, next to a mark of omission. */
  const [FEWEST, FEWEST_BESIDE_OMISSION, FURTHEST] = [6, 4, 8];

  /**
   * @param {string} words folded, with marks of omission
   * @param {Row[]} rows in which parts may stand
   * @returns {Join | null}
   */
  function join(words, rows) {
    /** @type {Part[]} */
    const parts = [];
    for (let at = 0; at < words.length; ) {
      if (words[at] === OMIT) {
        at++;
        continue;
      }
      const end = words.indexOf(OMIT, at);
      const part = longest(words, at, end < 0 ? words.length : end, rows, parts[parts.length - 1]);
      if (!part || parts.length > MOST_PARTS) {
        return null;
      }
      meet(words, parts[parts.length - 1], part);
      parts.push(part);
      at = part.quote[1];
    }
    const told = parts.filter((part) => !part.row.head);
    if (told.length < 2 || !told.every((part, i) => isLongEnough(part, told[i + 1]))) {
      return null;
    }
    told.forEach((part, i) => (part.follows = i > 0 && follows(/** @type {Part} */ (told[i - 1]), part)));
    const pairs = told.slice(1).map((part, i) => /** @type {[Part, Part]} */ ([told[i], part]));
    return {
      parts: told,
      clean: pairs.every(([a, b]) => b.omitted || (ends(a) && begins(b))),
      ordered: pairs.every(([a, b]) => b.omitted || a.row.line !== b.row.line || a.row.index !== b.row.index),
    };
  }

  /**
   * The longest stretch of the quotation from here on that stands in one row; among equals the one that goes on from
   * the part before it, or is near to it.
   *
   * @param {string} words
   * @param {number} at
   * @param {number} end
   * @param {Row[]} rows
   * @param {Part | undefined} before
   * @returns {Part | null}
   */
  function longest(words, at, end, rows, before) {
    /** @type {Part | null} */
    let best = null;
    let value = 0;
    for (const row of rows) {
      for (let from = row.text.indexOf(words[at] ?? ""); from >= 0; from = row.text.indexOf(words[at] ?? "", from + 1)) {
        let length = 1;
        while (at + length < end && row.text[from + length] === words[at + length]) {
          length++;
        }
        if (length < value - 1) {
          continue;
        }
        /** @type {Part} */
        const part = { row, from, to: from + length, quote: [at, at + length], omitted: words[at - 1] === OMIT, follows: false };
        const near = length + nearness(before, part);
        if (near > value) {
          [best, value] = [part, near];
        }
      }
    }
    return best;
  }

  /**
   * Less than the worth of one character.
   *
   * @param {Part | undefined} before
   * @param {Part} part
   */
  function nearness(before, part) {
    if (!before || before.row.index !== part.row.index) {
      return before ? 0 : begins(part) ? 0.1 : 0;
    }
    const doc = linesOf(part.row.index).doc;
    const later = part.row.line > before.row.line || (part.row.line === before.row.line && part.from >= before.to);
    const same = doc[part.row.line] === doc[before.row.line];
    return 0.1 + (later ? 0.2 : 0) + (same ? 0.3 : 0) + (follows(before, part) ? 0.3 : 0);
  }

  /**
   * Where one part ends and the next begins may be off, if the same characters stand in both lines: best they meet at
   * the end of a line.
   *
   * @param {string} words
   * @param {Part | undefined} before
   * @param {Part} part
   */
  function meet(words, before, part) {
    if (!before || part.omitted) {
      return;
    }
    const worth = (/** @type {number} */ by) =>
      Number(ends({ ...before, to: before.to - by })) + Number(begins({ ...part, from: part.from - by }));
    let best = 0;
    for (let by = 1; by <= FURTHEST && before.to - by > before.from; by++) {
      if (part.row.text[part.from - by] !== words[part.quote[0] - by]) {
        break;
      }
      best = worth(by) > worth(best) ? by : best;
    }
    before.to -= best;
    before.quote[1] -= best;
    part.from -= best;
    part.quote[0] -= best;
  }

  /** @param {Part} part */
  function ends({ row, to }) {
    return to === row.text.length;
  }

  /**
   * At the beginning of its line, or right behind the marker of an item, which quotations leave out.
   *
   * @param {Part} part
   */
  function begins({ row, from }) {
    return from === 0 || from === markerOf(row);
  }

  /** @param {Row} row */
  function markerOf({ index, line }) {
    const found = MARKER.exec(lineOf(index, line, "Hant"));
    return found ? found[0].replace(/[（）().．、]/g, "").length : 0;
  }

  /**
   * @param {Part} before
   * @param {Part} part
   */
  function follows(before, part) {
    const { index, line } = before.row;
    if (index !== part.row.index) {
      return false;
    }
    return line === part.row.line ? before.to === part.from : ends(before) && begins(part) && neighbour(index, line, 1) === part.row.line;
  }

  /**
   * @param {Part} part
   * @param {Part | undefined} next
   */
  function isLongEnough(part, next) {
    const length = part.to - part.from;
    const beside = part.omitted || next?.omitted;
    return length >= FEWEST || (begins(part) && ends(part) && length > 1) || (beside && length >= FEWEST_BESIDE_OMISSION) || (begins(part) && length >= FEWEST_BESIDE_OMISSION);
  }

  /**
   * The rows of some lines and of the lines beside them, each once.
   *
   * @param {readonly {index: Index, line: number}[]} found
   * @param {(index: Index, line: number) => string[]} foldedOf both foldings of a line
   * @returns {Row[]}
   */
  function rowsAround(found, foldedOf) {
    /** @type {Map<Index, Set<number>>} */
    const seen = new Map();
    /** @type {Row[]} */
    const rows = [];
    for (const { index, line } of found) {
      const { role } = linesOf(index);
      for (const near of [line, line + 1, line - 1, line + 2]) {
        const lines = seen.get(index) ?? new Set();
        seen.set(index, lines);
        if (!lines.has(near) && (role[near] === ROLE.TEXT || role[near] === ROLE.HEAD)) {
          lines.add(near);
          new Set(foldedOf(index, near)).forEach((text) => rows.push({ index, line: near, text, head: role[near] === ROLE.HEAD }));
        }
      }
    }
    return rows;
  }

  const exports = { join, rowsAround };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
