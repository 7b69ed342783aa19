"use strict";
/**
 * A quotation beside the words of a law that it fits best, in the script that is nearer to it.
 *
 * @typedef {import("./shard.js").Index} Index
 * @typedef {import("./shard.js").Script} Script
 * @typedef {import("./align.js").Side} Side
 * @typedef {import("./quote-lines.js").Stretch} Stretch
 * @typedef {import("./quote.js").Compared} Compared
 */
(() => {
  const shared = typeof module === "undefined" ? self.duizhao : null;
  /** @type {typeof import("./align.js")} */
  const { align, sideOf } = shared ?? require("./align.js");
  /** @type {typeof import("./quote-columns.js")} */
  const { columnsOf } = shared ?? require("./quote-columns.js");
  /** @type {typeof import("./quote-lines.js")} */
  const { wordsOf } = shared ?? require("./quote-lines.js");
  /** @type {typeof import("./shard.js")} */
  const { lineOf } = shared ?? require("./shard.js");
  /** @type {Script[]} */
  const SCRIPTS = ["Hant", "Hans"];
  const MARKS = /[^\s\u0001]/g;
  /** A run left out counts no more than this, so that a long gap does not make a source unlike. */
  const LONG_RUN = 4;

  /**
   * @param {Side} quote
   * @param {Stretch} at
   * @param {Uint16Array} table
   * @returns {Compared}
   */
  function compare(quote, at, table) {
    const alignment = align(quote, sideOf(wordsOf(at), table));
    let [edits, unlike] = [0, 0];
    for (const { kind, quote: q, law: l } of alignment.blocks) {
      if (kind === "change") {
        const [more, less] = [q[1] - q[0], l[1] - l[0]];
        edits += Math.max(more, less);
        unlike += Math.max(more, Math.min(less, LONG_RUN + more));
      }
    }
    const likeness = Math.max(0, 1 - unlike / Math.max(1, quote.folded.length));
    return { at, alignment, edits, likeness, uncounted: columnsOf(alignment).uncounted };
  }

  /**
   * Words that stand in a line once folded, beside them; in the script in which more is written as in the quotation.
   *
   * @param {Side} quote
   * @param {Index} index
   * @param {number} line
   * @param {number} from where about, in the folded line
   * @param {Uint16Array} table
   * @returns {Compared}
   */
  function compareThere(quote, index, line, from, table) {
    const stretches = SCRIPTS.flatMap((script) => stretchIn(script, index, line, quote, from, table) ?? []);
    return nearerScript(stretches.map((at) => compare(quote, at, table)));
  }

  /** @param {Compared[]} both */
  function nearerScript(both) {
    const odd = (/** @type {Compared} */ { edits, uncounted }) =>
      edits * 1000 + uncounted.script.length + (uncounted.marks.length + uncounted.blanks) / 100;
    return /** @type {Compared} */ ([...both].sort((a, b) => odd(a) - odd(b))[0]);
  }

  /**
   * @param {Script} script
   * @param {Index} index
   * @param {number} line
   * @param {Side} quote
   * @param {number} from
   * @param {Uint16Array} table
   * @returns {Stretch | null} null if the words do not stand there in this script
   */
  function stretchIn(script, index, line, quote, from, table) {
    const text = lineOf(index, line, script);
    const exact = text.indexOf(quote.text);
    if (exact >= 0) {
      return { index, line, last: line, script, from: exact, to: exact + quote.text.length };
    }
    const side = sideOf(text, table);
    const near = side.folded.startsWith(quote.folded, from) ? from : side.folded.indexOf(quote.folded);
    return near < 0 ? null : stretchOf(side, near, near + quote.folded.length, quote, { index, line, last: line, script });
  }

  /**
   * Folded characters of some lines as a stretch, with the punctuation at its ends if the quotation has some there.
   *
   * @param {Side} side of all the lines
   * @param {number} from
   * @param {number} to
   * @param {Side} quote
   * @param {Omit<Stretch, "from" | "to">} lines
   * @returns {Stretch}
   */
  function stretchOf({ text, folded, places }, from, to, quote, lines) {
    const lead = (quote.text.slice(0, quote.places[0] ?? 0).match(MARKS) ?? []).length;
    const tail = (quote.text.slice((quote.places[quote.places.length - 1] ?? 0) + 1).match(MARKS) ?? []).length;
    let [start, end] = [places[from] ?? text.length, to > from ? (places[to - 1] ?? 0) + 1 : places[from] ?? text.length];
    const [least, most] = [from ? (places[from - 1] ?? 0) + 1 : 0, to < folded.length ? places[to] ?? 0 : text.length];
    for (let i = 0; i < lead && start > least && text[start - 1] !== "\n"; i++) {
      start--;
    }
    for (let i = 0; i < tail && end < most && text[end] !== "\n"; i++) {
      end++;
    }
    const above = text.slice(0, start).split("\n");
    const until = text.slice(0, end).split("\n");
    return {
      ...lines,
      line: lines.line + above.length - 1,
      last: lines.line + until.length - 1,
      from: above[above.length - 1]?.length ?? 0,
      to: until[until.length - 1]?.length ?? 0,
    };
  }

  const exports = { compare, compareThere, nearerScript, stretchOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
