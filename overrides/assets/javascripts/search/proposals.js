"use strict";
/**
 * What a reader may mean whose query finds nothing: fewer words, another wording, the nearest words of the text.
 * Proposals are never counted as found.
 *
 * @typedef {import("./query.js").Plan} Plan
 * @typedef {import("./query.js").Term} Term
 * @typedef {import("./shard.js").Index} Index
 * @typedef {import("./shard.js").Script} Script
 * @typedef {import("./wording.js").WordingRow} WordingRow
 *
 * @typedef {"fewer" | "wording" | "nearest" | "parts"} Reason
 * @typedef {{kind: Reason, query: string, label: string, docs: number, places: number}} Proposal
 *
 * @typedef {object} Library
 * @property {Index[]} indexes
 * @property {WordingRow[]} rows
 * @property {Uint16Array} table
 * @property {(query: string) => {docs: number, places: number}} count
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { findWords } = typeof module === "undefined" ? self.duizhao : require("./fold.js");
  /** @type {typeof import("./shard.js")} */
  const { lineOf } = typeof module === "undefined" ? self.duizhao : require("./shard.js");
  /** @type {typeof import("./wording.js")} */
  const { stretches } = typeof module === "undefined" ? self.duizhao : require("./wording.js");
  const MOST = 8;
  const NEAREST = 3;
  const SHORTEST = 3;
  /** Laws whose text is compared with a word that is nowhere: enough to be useful, few enough to be quick. */
  const LAWS = 20;
  const PARTICLE = /^[的了在和或与及]|[的了在和或与及]$/;
  const HAN = /^[\u3400-\u9fff\u{20000}-\u{323af}]+$/u;

  /**
   * @param {Plan} plan
   * @param {Library} library
   * @param {Script} script in which the proposals are written
   * @returns {Proposal[]} each finds something
   */
  function proposalsFor(plan, library, script) {
    const terms = plan.terms;
    const with_ = (/** @type {Term} */ term, /** @type {string} */ words) =>
      terms.map((other) => (other === term ? words : other.typed)).filter(Boolean).join(" ");
    const written = (/** @type {string} */ word) => writtenAs(word, library, script);
    const lost = terms.filter((term) => !library.count(term.typed).docs);
    /** @type {{kind: Reason, query: string, label: string}[]} */
    const found = [
      ...terms.flatMap((term) =>
        stretches(term.folded, library.rows).flatMap(({ from, to }) => {
          const word = written(to);
          const whole = term.folded === from ? word : word && term.folded.replace(from, () => word);
          return whole ? [{ kind: /** @type {const} */ ("wording"), query: with_(term, whole), label: whole }] : [];
        }),
      ),
      ...fewer(terms, lost),
      ...lost.flatMap((term) => {
        const near = nearest(term.folded, library.indexes.slice(0, LAWS)).map(written);
        const words = near.filter((word) => HAN.test(word)).slice(0, NEAREST); // 黑名單，責 is no word
        return words.map((label) => ({ kind: /** @type {const} */ ("nearest"), query: with_(term, label), label }));
      }),
      ...lost.flatMap((term) => inParts(term.folded, library.indexes).map((words) => {
        const label = words.map(written).join(" ");
        return { kind: /** @type {const} */ ("parts"), query: with_(term, label), label };
      })),
    ];
    const seen = new Set();
    const unique = found.filter((p) => p.query && !seen.has(p.query) && seen.add(p.query));
    const told = unique.map((p) => counted(p, library) ?? counted({ ...p, query: p.label }, library)).filter((p) => p !== null);
    return [...new Map(told.map((p) => [p.query, p])).values()].slice(0, MOST);
  }

  /**
   * A proposal with what it finds; null if that is nothing, as where other words of the query stand beside it.
   *
   * @param {{kind: Reason, query: string, label: string}} proposal
   * @param {Library} library
   * @returns {Proposal | null}
   */
  function counted(proposal, library) {
    const found = library.count(proposal.query);
    return found.docs ? { ...proposal, ...found } : null;
  }

  /**
   * The query without the words that are nowhere, or without one word.
   *
   * @param {Term[]} terms
   * @param {Term[]} lost
   */
  function fewer(terms, lost) {
    const without = (/** @type {Term[]} */ some) => terms.filter((t) => !some.includes(t)).map((t) => t.typed).join(" ");
    const some = lost.length ? [without(lost)] : terms.map((term) => without([term]));
    return terms.length < 2 ? [] : some.map((query) => ({ kind: /** @type {const} */ ("fewer"), query, label: query }));
  }

  /**
   * The stretches of text that differ least from a word that stands nowhere; none if all differ by more than a third.
   *
   * @param {string} word folded
   * @param {Index[]} indexes
   * @returns {string[]}
   */
  function nearest(word, indexes) {
    if (word.length < SHORTEST || word.length > 40 || !HAN.test(word)) {
      return [];
    }
    let least = Math.floor(word.length / 3);
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const { folded } of indexes) {
      for (const { start, end, cost } of nearPlaces(word, folded, least)) {
        if (cost < least) {
          least = cost;
          found.clear();
        }
        const near = folded.slice(start, end);
        found.set(near, (found.get(near) ?? 0) + 1);
      }
    }
    const unlike = (/** @type {string} */ near) => Math.abs(near.length - word.length);
    const sorted = [...found].sort(([a, often], [b, oftener]) => unlike(a) - unlike(b) || oftener - often);
    return sorted.slice(0, 4 * NEAREST).map(([near]) => near);
  }

  /**
   * Where a text comes within `most` changes of a word (Sellers): the ends at which the cost is least, and where each
   * began.
   *
   * @param {string} word
   * @param {string} text
   * @param {number} most
   * @returns {{start: number, end: number, cost: number}[]}
   */
  function nearPlaces(word, text, most) {
    const size = word.length;
    let costs = Int32Array.from({ length: size + 1 }, (_, i) => i);
    let starts = new Int32Array(size + 1);
    let nextCosts = new Int32Array(size + 1);
    let nextStarts = new Int32Array(size + 1);
    /** @type {{start: number, end: number, cost: number}[]} */
    const found = [];
    let least = most;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      nextCosts[0] = 0;
      nextStarts[0] = at + 1;
      for (let i = 1; i <= size; i++) {
        const change = (costs[i - 1] ?? 0) + (word.charCodeAt(i - 1) === code ? 0 : 1);
        const more = (costs[i] ?? 0) + 1;
        const less = (nextCosts[i - 1] ?? 0) + 1;
        const cost = Math.min(change, more, less);
        nextCosts[i] = cost;
        nextStarts[i] = (cost === change ? starts[i - 1] : cost === more ? starts[i] : nextStarts[i - 1]) ?? 0;
      }
      [costs, nextCosts, starts, nextStarts] = [nextCosts, costs, nextStarts, starts];
      const cost = costs[size] ?? size;
      const start = starts[size] ?? 0;
      if (cost <= least && cost && !text.slice(start, at + 1).includes("\n")) {
        if (cost < least) {
          found.length = 0;
          least = cost;
        }
        found.push({ start, end: at + 1, cost });
      }
    }
    return found;
  }

  /**
   * A word that stands nowhere as the longest words in it that do stand somewhere: 出租銀行卡 as 出租 銀行卡.
   *
   * @param {string} word folded
   * @param {Index[]} indexes
   * @returns {string[][]} all of them together, and each for itself
   */
  function inParts(word, indexes) {
    /** @type {string[]} */
    const parts = [];
    for (let at = 0; at < word.length && HAN.test(word); ) {
      let size = word.length - at;
      while (size > 1 && !indexes.some((index) => index.folded.includes(word.slice(at, at + size)))) {
        size--;
      }
      if (size > 1) {
        parts.push(word.slice(at, at + size));
      }
      at += size;
    }
    const own = [...new Set(parts)].filter((part) => part !== word && !PARTICLE.test(part));
    return own.length > 1 ? [own, ...own.map((part) => [part])] : [own].filter((one) => one.length);
  }

  /**
   * A folded word as the text writes it in this script; "" if it stands nowhere.
   *
   * @param {string} word
   * @param {Library} library
   * @param {Script} script
   */
  function writtenAs(word, { indexes, table }, script) {
    for (const index of indexes) {
      const at = index.folded.indexOf(word);
      if (at >= 0) {
        let row = 0;
        while ((index.starts[row + 1] ?? Infinity) <= at) {
          row++;
        }
        const line = lineOf(index, index.owner[row] ?? 0, script);
        const [place] = findWords(line, [[{ text: word }]], table);
        return place ? line.slice(...place) : word;
      }
    }
    return "";
  }

  const exports = { proposalsFor };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
