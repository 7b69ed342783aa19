"use strict";
/**
 * How a hit is shown: what it is called, its lines with the words marked, the words as they are written there.
 *
 * @typedef {import("./fold.js").Needle} Needle
 * @typedef {import("./scan.js").Hit} Hit
 * @typedef {import("./shard.js").Index} Index
 * @typedef {import("./shard.js").Script} Script
 *
 * @typedef {{script: Script, pieces: import("./fold.js").Piece[], fragment: string}} Snippet
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { excerpt, findWords, fold } = typeof module === "undefined" ? self.duizhao : require("./fold.js");
  /** @type {typeof import("../provision.js")} */
  const { writeNumeral } = typeof module === "undefined" ? self.duizhao : require("../provision.js");
  /** @type {typeof import("./shard.js")} */
  const { lineOf } = typeof module === "undefined" ? self.duizhao : require("./shard.js");
  const SPELLINGS = 12;
  const UNITS = { Hant: { p: "款", i: "項", s: "目" }, Hans: { p: "款", i: "项", s: "目" } };

  /**
   * What a hit is called: its heading with 款 and 項 where it is one provision, or the heading of the article that an
   * opinion is on; "" if it has none.
   *
   * @param {Hit} hit
   * @param {Index} index
   * @param {Script} script
   * @returns {string} 第五十七條第二款
   */
  function labelOf(hit, index, script) {
    const docs = index.docs;
    const own = docs[hit.doc]?.head ? hit.doc : -1;
    const doc = own < 0 && hit.kind === "opinion" ? docs.findIndex((d) => d.head && d.page === hit.page) : own;
    if (doc < 0) {
      return "";
    }
    const start = index.first[doc] ?? 0;
    const body = hit.lines.filter((line) => line !== start);
    const exact = hit.kind === "provision" && hit.fragment && (hit.tier === 0 || body.length === 1);
    return lineOf(index, start, script) + (exact ? path(hit.fragment, docs[doc]?.at ?? [], script) : "");
  }

  /**
   * @param {string} fragment p2-i3
   * @param {string[]} all fragments of the article
   * @param {Script} script
   * @returns {string} 第二款第（三）項; without its 款 where the article has one only
   */
  function path(fragment, all, script) {
    const steps = [...fragment.matchAll(/([pis])(\d+)/g)];
    const several = all.includes("p2");
    return steps
      .filter(([, unit]) => unit !== "p" || several)
      .map(([, unit, number]) => {
        const numeral = unit === "s" ? String(number) : writeNumeral(Number(number));
        return `第${unit === "i" ? `（${numeral}）` : numeral}${UNITS[script][/** @type {"p" | "i" | "s"} */ (unit)]}`;
      })
      .join("");
  }

  /**
   * At most `count` lines of a hit with the words marked, in this script where the words stand in it.
   *
   * @param {Hit} hit
   * @param {Index} index
   * @param {Needle[][]} words
   * @param {Uint16Array} table
   * @param {Script} script
   * @param {number} count
   * @returns {Snippet[]}
   */
  function snippetsOf(hit, index, words, table, script, count) {
    return chooseLines(hit, index, words, table, count).map((line) => {
      const own = excerpt(lineOf(index, line, script), words, table);
      /** @type {Script} */
      const other = script === "Hant" ? "Hans" : "Hant";
      const otherwise = own.found || hit.tier === 0 ? own : excerpt(lineOf(index, line, other), words, table);
      const [best, lang] = own.found || !otherwise.found ? [own, script] : [otherwise, other];
      return { script: lang, pieces: best.pieces, fragment: fragmentOf(index, hit, line) };
    });
  }

  /**
   * The words as they are written in the lines of a hit, in either script: 範圍, 范圍, 范围.
   *
   * @param {Hit[]} hits
   * @param {Index} index
   * @param {Needle[][]} words
   * @param {Uint16Array} table
   * @returns {string[]}
   */
  function spellingsOf(hits, index, words, table) {
    const found = new Set();
    for (const line of new Set(hits.flatMap((hit) => hit.lines))) {
      for (const script of /** @type {Script[]} */ (["Hant", "Hans"])) {
        const text = lineOf(index, line, script);
        findWords(text, words, table).forEach(([a, b]) => found.size < SPELLINGS && found.add(text.slice(a, b)));
      }
    }
    return [...found];
  }

  /**
   * @param {Index} index
   * @param {Hit} hit
   * @param {number} line
   */
  function fragmentOf(index, hit, line) {
    const doc = index.docs.findIndex((_, i) => line < (index.first[i + 1] ?? 0));
    return index.docs[doc]?.at[line - (index.first[doc] ?? 0)] ?? hit.fragment;
  }

  /**
   * Lines to show: those that bring words not shown before, the heading not among them.
   *
   * @param {Hit} hit
   * @param {Index} index
   * @param {Needle[][]} words
   * @param {Uint16Array} table
   * @param {number} count
   * @returns {number[]}
   */
  function chooseLines(hit, index, words, table, count) {
    const start = index.first[hit.doc] ?? 0;
    const doc = index.docs[hit.doc];
    const body = hit.lines.filter((line) => !(doc?.head && line === start));
    if (!body.length) {
      return doc && doc.at.length > 1 && doc.kind !== "general" ? [start + 1] : [];
    }
    const folded = body.map((line) => fold(`${lineOf(index, line, "Hans")}\n${lineOf(index, line, "Hant")}`, table));
    const chosen = new Set();
    for (const spellings of words) {
      const has = (/** @type {string} */ text) => spellings.some((s) => text.includes(s.text));
      if (![...chosen].some((i) => has(folded[i] ?? ""))) {
        const next = folded.findIndex(has);
        chosen.add(next < 0 ? 0 : next);
      }
    }
    for (let i = 0; i < body.length && chosen.size < count; i++) {
      chosen.add(i);
    }
    const shown = [...chosen].slice(0, count).sort((a, b) => a - b);
    return shown.map((i) => body[i] ?? start);
  }

  const exports = { labelOf, snippetsOf, spellingsOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
