"use strict";
/**
 * What a query asks for: words, and the number of a provision.
 *
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./engine.js").LawEntry} LawEntry
 * @typedef {import("./shard.js").Index} Index
 */
(() => {
  /** @type {typeof import("../provision.js")} */
  const { readProvision, writeNumeral } = typeof module === "undefined" ? self.duizhao : require("../provision.js");
  /** @type {typeof import("./fold.js")} */
  const { fold } = typeof module === "undefined" ? self.duizhao : require("./fold.js");

  /**
   * The words of a query, each with its folded spellings (第57条 is written 第五十七条 too).
   *
   * @param {string} query
   * @param {Uint16Array} table
   * @returns {string[][]}
   */
  function readWords(query, table) {
    const words = new Map();
    for (const word of query.slice(0, 400).split(/\s+/)) {
      const folded = fold(word, table);
      if (folded && words.size < 31) {
        words.set(folded, [...new Set([folded, ...numberSpellings(word)])]);
      }
    }
    return [...words.values()];
  }

  /**
   * @param {string} word
   * @returns {string[]} 第五十七条第二款 and 第57条第2款; none if the word is no marked number of a provision
   */
  function numberSpellings(word) {
    const found = readProvision(word);
    if (!found?.marked || found.before) {
      return [];
    }
    const [, article, insert] = /** @type {string[]} */ (/^art-(\d+)(?:-z(\d+))?$/.exec(found.article));
    return [writeNumeral, String].map(
      (write) =>
        `第${write(Number(article))}条${insert ? `之${write(Number(insert))}` : ""}` +
        (found.paragraph ? `第${write(found.paragraph)}款` : "") +
        (found.item ? `第${write(found.item)}项` : "") +
        (found.subitem ? `第${write(found.subitem)}目` : ""),
    );
  }

  /**
   * The provision whose number the query is, if this law has it.
   *
   * @param {string} query
   * @param {Index} index
   * @param {LawEntry | undefined} entry
   * @param {Uint16Array} table
   * @returns {Hit | null}
   */
  function lookUp(query, index, entry, table) {
    const wanted = readProvision(query);
    if (!wanted) {
      return null;
    }
    const name = fold(wanted.before, table);
    const names = [...(entry?.title ?? []), ...(entry?.short ?? [])].map((title) => fold(title, table));
    if (name && !(name.length > 1 && names.some((title) => title.includes(name)))) {
      return null;
    }
    const doc = index.shard.docs.findIndex((d) => d.kind === "provision" && d.page === wanted.article);
    const at = index.shard.docs[doc]?.at;
    if (!at) {
      return null;
    }
    const { paragraph, item, subitem } = wanted;
    const path = [paragraph && `p${paragraph}`, item && `i${item}`, subitem && `s${subitem}`].filter(Boolean).join("-");
    // 第（三）項 without its 款 is clear only if one 款 alone has it
    const fits = at.filter((f) => path && (f === path || (!paragraph && f.endsWith(`-${path}`))));
    const fragment = fits.length === 1 ? fits[0] ?? "" : "";
    const start = index.first[doc] ?? 0;
    const lines = at.flatMap((f, i) => (fragment && f === fragment ? [start + i] : []));
    return {
      kind: "provision",
      doc,
      page: wanted.article,
      fragment,
      tier: 0,
      lines: lines.length ? lines : at.map((_, i) => start + i),
      missing: Boolean(path && !fragment),
    };
  }

  const exports = { readWords, lookUp };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
