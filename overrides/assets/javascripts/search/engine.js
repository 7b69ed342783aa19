"use strict";
/**
 * Finds words in the shards of laws: a plain scan of folded text, without DOM; what is found really stands there.
 * Several words must stand in one article, opinion or part. The number of a provision is looked up.
 *
 * @typedef {import("./shard.js").Doc} Doc
 * @typedef {import("./shard.js").Index} Index
 * @typedef {import("./shard.js").Kind} Kind
 * @typedef {import("./shard.js").Script} Script
 * @typedef {import("./shard.js").Shard} Shard
 *
 * @typedef {object} LawEntry
 * @property {string} law
 * @property {[string, string]} title Traditional, Simplified
 * @property {[string, string]} short
 * @property {{edition: string, label: [string, string], file: string}[]} editions newest first
 *
 * @typedef {object} Catalogue
 * @property {string} fold pairs of characters: 範范圍围 folds 範 to 范 and 圍 to 围
 * @property {LawEntry[]} laws
 *
 * @typedef {object} Hit
 * @property {Kind} kind
 * @property {number} doc
 * @property {string} page
 * @property {string} fragment
 * @property {0 | 1 | 2 | 3 | 4} tier 0 looked up, 1 in the heading, 2 in one line, 3 in one doc, 4 on one page
 * @property {number[]} lines where the words stand
 * @property {boolean} missing true if the article has no such 款 or 項 as was looked up
 *
 * @typedef {object} LawHits
 * @property {string} law
 * @property {string} edition
 * @property {string[][]} words each word's folded spellings
 * @property {{kind: Kind, hits: Hit[]}[]} groups
 * @property {number} total
 *
 * @typedef {{script: Script, pieces: import("./fold.js").Piece[], fragment: string}} Snippet
 */
(() => {
  /** @type {typeof import("./fold.js")} */
  const { foldTable, fold, isWhole, findWords, excerpt } =
    typeof module === "undefined" ? self.duizhao : require("./fold.js");
  /** @type {typeof import("./query.js")} */
  const { readWords, lookUp } = typeof module === "undefined" ? self.duizhao : require("./query.js");
  /** @type {typeof import("./shard.js")} */
  const { makeIndex, lineOf } = typeof module === "undefined" ? self.duizhao : require("./shard.js");
  /** @type {Kind[]} kinds in the order in which they are shown; others come after them */
  const KINDS = ["law", "heading", "provision", "opinion", "general", "notice", "explanation", "annex"];

  /** An engine without data: give it the catalogue, then shards, then ask. */
  function createEngine() {
    let table = foldTable("");
    /** @type {Map<string, LawEntry>} */
    const laws = new Map();
    /** @type {Map<string, Index>} by law and edition */
    const indexes = new Map();
    /** @type {Map<string, string>} the edition of each law that came last */
    const latest = new Map();
    const indexOf = (/** @type {string} */ law, /** @type {string | undefined} */ edition) =>
      indexes.get(`${law}/${edition ?? latest.get(law) ?? ""}`);

    return {
      /** @param {Catalogue} catalogue */
      learn(catalogue) {
        table = foldTable(catalogue.fold);
        catalogue.laws.forEach((entry) => laws.set(entry.law, entry));
      },

      /** @param {Shard} shard */
      add(shard) {
        indexes.set(`${shard.law}/${shard.edition}`, makeIndex(shard, table));
        latest.set(shard.law, shard.edition);
      },

      /** @param {string} law */
      has: (law) => latest.has(law),

      /**
       * What one law has of a query; null if its shard is not here or nothing was found.
       *
       * @param {string} query
       * @param {string} law
       * @param {string} [edition] the edition whose shard came last, if none is named
       * @returns {LawHits | null}
       */
      search(query, law, edition) {
        const index = indexOf(law, edition);
        const words = index ? readWords(query, table) : [];
        if (!index || !words.length) {
          return null;
        }
        const hits = scanDocs(index, words);
        const looked = lookUp(query, index, laws.get(law), table);
        const found = looked ? [looked, ...hits.filter((h) => h.doc !== looked.doc)] : hits;
        const kinds = new Set([...KINDS, ...index.shard.docs.map((doc) => doc.kind)]);
        const groups = [...kinds].map((kind) => ({ kind, hits: found.filter((h) => h.kind === kind) }));
        const filled = groups.filter((g) => g.hits.length);
        if (looked) {
          filled.sort((a, b) => Number(b.kind === "provision") - Number(a.kind === "provision"));
        }
        return found.length ? { law, edition: index.shard.edition, words, groups: filled, total: found.length } : null;
      },

      /**
       * The heading of a hit: its own, or that of the article it speaks of; "" if it has none.
       *
       * @param {Hit} hit
       * @param {LawHits} result
       * @param {Script} script
       */
      label(hit, result, script) {
        const index = /** @type {Index} */ (indexOf(result.law, result.edition));
        const docs = index.shard.docs;
        const borrowed = hit.kind === "opinion" ? docs.findIndex((d) => d.head && d.page === hit.page) : -1;
        const doc = docs[hit.doc]?.head ? hit.doc : borrowed;
        return doc >= 0 ? lineOf(index, index.first[doc] ?? 0, script) : "";
      },

      /**
       * At most `count` lines of a hit with the words marked, in this script where the words stand in it.
       *
       * @param {Hit} hit
       * @param {LawHits} result
       * @param {Script} script
       * @param {number} count
       * @returns {Snippet[]}
       */
      snippets(hit, result, script, count) {
        const index = /** @type {Index} */ (indexOf(result.law, result.edition));
        return chooseLines(hit, index, result.words, table, count).map((line) => {
          const own = excerpt(lineOf(index, line, script), result.words, table);
          /** @type {Script} */
          const other = script === "Hant" ? "Hans" : "Hant";
          const otherwise = own.found ? own : excerpt(lineOf(index, line, other), result.words, table);
          const [best, lang] = own.found || !otherwise.found ? [own, script] : [otherwise, other];
          return { script: lang, pieces: best.pieces, fragment: fragmentOf(index, hit, line) };
        });
      },

      /**
       * The words as they are written on the page of a hit, in either script: 範圍, 范圍, 范围.
       *
       * @param {Hit} hit
       * @param {LawHits} result
       * @returns {string[]}
       */
      spellings(hit, result) {
        const index = /** @type {Index} */ (indexOf(result.law, result.edition));
        const found = new Set();
        const hits = result.groups.flatMap((g) => g.hits).filter((h) => h.page === hit.page);
        for (const line of [hit, ...hits].flatMap((h) => h.lines)) {
          for (const script of /** @type {Script[]} */ (["Hant", "Hans"])) {
            const text = lineOf(index, line, script);
            findWords(text, result.words, table).forEach(([a, b]) => found.size < 12 && found.add(text.slice(a, b)));
          }
        }
        return [...found];
      },
    };
  }

  /**
   * One bit a word for each line.
   *
   * @param {Index} index
   * @param {string[][]} words
   * @returns {Uint32Array}
   */
  function scanLines(index, words) {
    const { folded, starts, owner, first } = index;
    const masks = new Uint32Array(first[first.length - 1] ?? 0);
    words.forEach((spellings, bit) => {
      for (const needle of spellings) {
        let line = 0;
        let at = folded.indexOf(needle);
        while (at >= 0) {
          while ((starts[line + 1] ?? 0) <= at) {
            line++;
          }
          const whole = isWhole(folded, needle, at);
          if (whole) {
            const own = owner[line] ?? 0;
            masks[own] = (masks[own] ?? 0) | (1 << bit);
          }
          at = folded.indexOf(needle, whole ? starts[line + 1] : at + 1);
        }
      }
    });
    return masks;
  }

  /**
   * @param {Index} index
   * @param {string[][]} words
   * @returns {Hit[]} best first, within one tier in the order of the text
   */
  function scanDocs(index, words) {
    const masks = scanLines(index, words);
    const all = 2 ** words.length - 1;
    /** @type {Hit[]} */
    const hits = [];
    /** @type {Map<string, {mask: number, docs: number[], full: boolean}>} */
    const pages = new Map();
    index.shard.docs.forEach((doc, i) => {
      const lines = [];
      let mask = 0;
      for (let line = index.first[i] ?? 0; line < (index.first[i + 1] ?? 0); line++) {
        if (masks[line]) {
          mask |= masks[line] ?? 0;
          lines.push(line);
        }
      }
      if (mask === all) {
        hits.push(makeHit(index, i, lines, masks, all));
      }
      if (mask && (doc.kind === "provision" || doc.kind === "opinion")) {
        const page = pages.get(doc.page) ?? { mask: 0, docs: [], full: false };
        pages.set(doc.page, { mask: page.mask | mask, docs: [...page.docs, i], full: page.full || mask === all });
      }
    });
    for (const { mask, docs, full } of pages.values()) {
      const article = docs.find((i) => index.shard.docs[i]?.kind === "provision");
      if (mask === all && !full && article !== undefined) {
        const lines = docs.flatMap((i) => range(index.first[i] ?? 0, index.first[i + 1] ?? 0).filter((l) => masks[l]));
        hits.push({ ...makeHit(index, article, lines, masks, all), tier: 4 });
      }
    }
    return hits.sort((a, b) => a.tier - b.tier || a.doc - b.doc);
  }

  /**
   * @param {Index} index
   * @param {number} doc
   * @param {number[]} lines
   * @param {Uint32Array} masks
   * @param {number} all
   * @returns {Hit}
   */
  function makeHit(index, doc, lines, masks, all) {
    const { kind, page, at, head } = /** @type {Doc} */ (index.shard.docs[doc]);
    const start = index.first[doc] ?? 0;
    const inHead = head && masks[start] === all;
    const best = lines.find((line) => masks[line] === all);
    const fragment = at[(best ?? lines[0] ?? start) - start] ?? "";
    return { kind, doc, page, fragment, tier: inHead ? 1 : best !== undefined ? 2 : 3, lines, missing: false };
  }

  /**
   * @param {Index} index
   * @param {Hit} hit
   * @param {number} line
   */
  function fragmentOf(index, hit, line) {
    const doc = index.shard.docs.findIndex((_, i) => line < (index.first[i + 1] ?? 0));
    return index.shard.docs[doc]?.at[line - (index.first[doc] ?? 0)] ?? hit.fragment;
  }

  /**
   * Lines to show: those that bring words not shown before, the heading not among them.
   *
   * @param {Hit} hit
   * @param {Index} index
   * @param {string[][]} words
   * @param {Uint16Array} table
   * @param {number} count
   * @returns {number[]}
   */
  function chooseLines(hit, index, words, table, count) {
    const start = index.first[hit.doc] ?? 0;
    const doc = index.shard.docs[hit.doc];
    const body = hit.lines.filter((line) => !(doc?.head && line === start));
    if (!body.length) {
      return doc && doc.at.length > 1 && doc.kind !== "general" ? [start + 1] : [];
    }
    const folded = body.map((line) => fold(lineOf(index, line, "Hans") + "\n" + lineOf(index, line, "Hant"), table));
    const chosen = new Set();
    for (const spellings of words) {
      const has = (/** @type {string} */ text) => spellings.some((s) => text.includes(s));
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

  /**
   * @param {number} from
   * @param {number} to
   */
  function range(from, to) {
    return Array.from({ length: to - from }, (_, i) => from + i);
  }

  const exports = { createEngine };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
