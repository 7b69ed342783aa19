"use strict";
/**
 * One law's text as the search box gets it, made ready for finding: both scripts of each line, and the folded text.
 *
 * @typedef {string} Kind `provision`, `opinion`: the kinds of pages say which there are (build_tools/pages/kinds)
 * @typedef {"Hant" | "Hans"} Script
 *
 * @typedef {object} Doc one article, opinion, section or part; each of its lines has a fragment in `at`
 * @property {Kind} kind
 * @property {string} page below the edition's front page: `art-57`; "" is the front page
 * @property {string[]} at fragments of its lines, `p2-i3`; "" is the page itself
 * @property {1} [head] the first line is the heading (第五十七條)
 * @property {1} [hans] its lines were written in Simplified
 *
 * @typedef {object} Shard the text of one edition, in the script it was written in, and how the other one differs
 * @property {string} law
 * @property {string} edition
 * @property {Doc[]} docs
 * @property {string} text lines of all docs, each ended by a line feed
 * @property {[string, string]} other usual counterparts, character by character: 條条… (to Hans), 条條… (to Hant)
 * @property {(number | string)[]} fix line, offset, character, line…: where the other script departs from the usual
 * @property {Record<string, string>} full whole lines of the other script, where it is longer or shorter
 *
 * @typedef {object} Index
 * @property {string} law
 * @property {string} edition
 * @property {(Doc & {within: string})[]} docs
 * @property {Shard} shard
 * @property {[string[], string[]]} lines Traditional, Simplified
 * @property {string} folded
 * @property {Uint32Array} starts where each folded line begins
 * @property {Uint32Array} owner the line that a folded line belongs to
 * @property {Uint32Array} first the first line of each doc, and the number of lines
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { fold } = typeof module === "undefined" ? self.duizhao : require("./fold.js");

  /**
   * @param {Shard} shard
   * @param {Uint16Array} table
   * @returns {Index}
   */
  function makeIndex(shard, table) {
    const written = shard.text.split("\n");
    written.pop();
    const hans = shard.docs.flatMap((doc) => doc.at.map(() => Boolean(doc.hans)));
    const other = otherScript(shard, written, hans);
    const lines = fold(shard.text, table).split("\n");
    lines.pop();
    const owner = lines.map((_, i) => i);
    fold(other.join("\n"), table)
      .split("\n")
      .forEach((line, i) => {
        if (line !== lines[i]) {
          lines.push(line); // the converter chose a word whose characters do not fold to the source's
          owner.push(i);
        }
      });
    const starts = new Uint32Array(lines.length + 1);
    lines.forEach((line, i) => (starts[i + 1] = (starts[i] ?? 0) + line.length + 1));
    const first = new Uint32Array(shard.docs.length + 1);
    shard.docs.forEach((doc, i) => (first[i + 1] = (first[i] ?? 0) + doc.at.length));
    /** @type {[string[], string[]]} */
    const both = [
      written.map((line, i) => (hans[i] ? other[i] ?? "" : line)),
      written.map((line, i) => (hans[i] ? line : other[i] ?? "")),
    ];
    return { law: shard.law, edition: shard.edition, docs: shard.docs.map((d) => ({ within: "", ...d })), shard, lines: both, folded: lines.join("\n"), starts, owner: Uint32Array.from(owner), first };
  }

  /**
   * Each line in the script it was not written in.
   *
   * @param {Shard} shard
   * @param {string[]} written
   * @param {boolean[]} hans
   * @returns {string[]}
   */
  function otherScript(shard, written, hans) {
    const usual = shard.other.map((pairs) => {
      const chars = Array.from(pairs);
      return new Map(chars.flatMap((c, i) => (i % 2 ? [] : [/** @type {[string, string]} */ ([c, chars[i + 1] ?? c])])));
    });
    /** @type {Map<number, Map<number, string>>} */
    const fixes = new Map();
    for (let i = 0; i < shard.fix.length; i += 3) {
      const line = Number(shard.fix[i]);
      fixes.set(line, (fixes.get(line) ?? new Map()).set(Number(shard.fix[i + 1]), String(shard.fix[i + 2])));
    }
    return written.map((line, i) => {
      const map = usual[hans[i] ? 1 : 0];
      const fix = fixes.get(i);
      return shard.full[i] ?? Array.from(line, (c, at) => fix?.get(at) ?? map?.get(c) ?? c).join("");
    });
  }

  /**
   * @param {Index} index
   * @param {number} line
   * @param {Script} script
   */
  function lineOf(index, line, script) {
    return index.lines[script === "Hant" ? 0 : 1][line] ?? "";
  }

  const exports = { makeIndex, lineOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
