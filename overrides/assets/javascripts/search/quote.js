"use strict";
/**
 * The quote verifier: which provision a quotation comes from, and what differs. It answers only what it has seen:
 * words that stand nowhere are said to stand nowhere, and the nearest passage is then a proposal. Knows no page.
 *
 * @typedef {import("./shard.js").Index} Index
 * @typedef {import("./shard.js").Script} Script
 * @typedef {import("./align.js").Alignment} Alignment
 * @typedef {import("./quote-lines.js").Stretch} Stretch
 * @typedef {import("./quote-label.js").Label} Label
 * @typedef {import("./quote-columns.js").Uncounted} Uncounted
 * @typedef {"exact" | "folded" | "differs" | "joined" | "absent"} Verdict
 *
 * @typedef {object} Compared words of the quotation beside words of the law
 * @property {Stretch} at
 * @property {Alignment} alignment
 * @property {number} edits characters that differ
 * @property {number} likeness 1 for the same words, 0 for nothing in common
 * @property {Uncounted} uncounted
 * @property {boolean} [follows] of a part: it goes on where the part before it ends
 * @property {boolean} [omitted] of a part: the quotation shows that words are left out before it
 *
 * @typedef {object} Options
 * @property {(index: Index) => string[]} [names] what a law is called
 *
 * @typedef {object} Answer
 * @property {Verdict | "short" | "long" | "label"} verdict the last three: nothing to verify, and why
 * @property {string} text what was compared: without label and outer marks
 * @property {Label | null} label
 * @property {"" | "right" | "article" | "unit" | "law"} labelled whether the words stand where the label says; or at
 *   another article, in another 款 or 項 of it, in another law
 * @property {Compared[]} places exact and folded: all; differs: those that are equally near; joined: the parts;
 *   absent: at most one, the proposal
 * @property {number} more places beyond those that are listed
 * @property {Stretch[]} elsewhere where the words stand verbatim, but in no provision: opinions, notices
 */
(() => {
  /** @type {Shared | null} */
  const shared = typeof module === "undefined" ? self.duizhao : null;
  /** @type {typeof import("./align.js")} */
  const { sideOf, markOmissions } = shared ?? require("./align.js");
  /** @type {typeof import("./quote-compare.js")} */
  const { compareThere } = shared ?? require("./quote-compare.js");
  /** @type {typeof import("./quote-nearest.js")} */
  const { nearest } = shared ?? require("./quote-nearest.js");
  /** @type {typeof import("./quote-find.js")} */
  const { placesOf, candidates } = shared ?? require("./quote-find.js");
  /** @type {typeof import("./quote-join.js")} */
  const { join, rowsAround } = shared ?? require("./quote-join.js");
  /** @type {typeof import("./quote-label.js")} */
  const { peel, isNamed, howRight } = shared ?? require("./quote-label.js");
  /** @type {typeof import("./quote-lines.js")} */
  const { ROLE } = shared ?? require("./quote-lines.js");
  /** @type {typeof import("./shard.js")} */
  const { lineOf } = shared ?? require("./shard.js");
  const [FEWEST, MOST, SHORT] = [2, 10_000, 8];
  const [PLACES, ELSEWHERE, ROWS] = [60, 5, 40];
  /** Chosen on tests/search/quotations/quotations-dev.txt: how alike a passage must be to be called the source. */
  const [LIKE, LIKE_IF_SHORT] = [0.6, 0.75];
  /** From this share of differing characters on, parts that stand verbatim explain a quotation better. */
  const PATCHED = 0.25;
  /** Punctuation between two parts belongs to the one that it closes or opens. */
  const [CLOSING, OPENING] = [/^[\s。，、；：！？”」』’）】》.,;:!?)]+/, /[\s“「『‘（【《(]+$/];
  /** @type {Record<string, number>} */
  const RANK = { exact: 5, folded: 4, joined: 3, differs: 2, absent: 1 };

  /**
   * @param {string} text
   * @param {readonly Index[]} indexes laws, the first being the one that is asked first
   * @param {Uint16Array} table of foldTable()
   * @param {Options} [options]
   * @returns {Answer}
   */
  function verifyQuote(text, indexes, table, options = {}) {
    const names = options.names ?? (() => []);
    const isLaw = (/** @type {string} */ name) => indexes.some((index) => isNamed(name, names(index), table));
    const peeled = peel(text.replace(/\r\n?/g, "\n"), isLaw);
    const bare = peeled[peeled.length - 1] ?? { text: "", label: null };
    const length = sideOf(bare.text, table).folded.length;
    if (length < FEWEST || length > MOST) {
      return { ...empty(bare.text), verdict: length > MOST ? "long" : "short" };
    }
    /** @type {Answer | null} */
    let best = null;
    const tried = new Set();
    for (const { text: words, label } of [...peeled].reverse()) {
      const key = sideOf(markOmissions(words), table).folded;
      const answer = tried.has(key) ? exactOnly(words, indexes, table) : verifyWords(words, indexes, table);
      tried.add(key);
      if (answer && (!best || isBetter(answer, best))) {
        best = { ...answer, label };
      }
      if (best?.verdict === "exact") {
        break;
      }
    }
    return withLabel(/** @type {Answer} */ (best), bare.label, names, table);
  }

  /**
   * @param {Answer} a
   * @param {Answer} b
   */
  function isBetter(a, b) {
    const [one, other] = [RANK[a.verdict] ?? 0, RANK[b.verdict] ?? 0];
    const edits = (/** @type {Answer} */ { places }) => places[0]?.edits ?? 0;
    return one > other || (one === other && a.verdict === "differs" && edits(a) < edits(b));
  }

  /**
   * @param {string} text
   * @returns {Answer}
   */
  function empty(text) {
    return { verdict: "absent", text, label: null, labelled: "", places: [], more: 0, elsewhere: [] };
  }

  /**
   * The same words with marks around them may be exact where the bare ones are too, and nothing else.
   *
   * @param {string} words
   * @param {readonly Index[]} indexes
   * @param {Uint16Array} table
   */
  function exactOnly(words, indexes, table) {
    const found = verbatim(words, indexes, table);
    return found?.verdict === "exact" ? found : null;
  }

  /**
   * @param {string} words
   * @param {readonly Index[]} indexes
   * @param {Uint16Array} table
   * @returns {Answer}
   */
  function verifyWords(words, indexes, table) {
    return verbatim(words, indexes, table) ?? inParts(words, indexes, table);
  }

  /**
   * @param {string} words
   * @param {readonly Index[]} indexes
   * @param {Uint16Array} table
   * @returns {Answer | null}
   */
  function verbatim(words, indexes, table) {
    const quote = sideOf(words, table);
    const found = placesOf(quote.folded, indexes, ROLE.TEXT, PLACES + 1);
    if (!found.length) {
      return null;
    }
    const places = found.slice(0, PLACES).map(({ index, line, at }) => compareThere(quote, index, line, at, table));
    const exact = places.filter(({ at }) => lineOf(at.index, at.line, at.script).includes(words));
    const rest = places.filter((place) => !exact.includes(place));
    return { ...empty(words), verdict: exact.length ? "exact" : "folded", places: [...exact, ...rest], more: found.length - places.length };
  }

  /**
   * @param {string} words
   * @param {readonly Index[]} indexes
   * @param {Uint16Array} table
   * @returns {Answer}
   */
  function inParts(words, indexes, table) {
    const quote = sideOf(markOmissions(words), table);
    const plain = quote.folded.split("\u0001").join("");
    const found = candidates(plain, indexes, ROWS + (plain.length >> 4));
    const near = nearest(quote, found, table);
    const first = near[0];
    const foldings = (/** @type {Index} */ index, /** @type {number} */ line) =>
      /** @type {Script[]} */ (["Hant", "Hans"]).map((script) => sideOf(lineOf(index, line, script), table).folded);
    const joined = join(quote.folded, rowsAround(found, foldings));
    if (joined?.ordered && (joined.clean || !first || first.edits > PATCHED * plain.length)) {
      const places = joined.parts.map((part) => {
        const words = sideOf(partOf(quote, part.quote), table);
        return { ...compareThere(words, part.row.index, part.row.line, part.from, table), follows: part.follows, omitted: part.omitted };
      });
      return { ...empty(words), verdict: "joined", places };
    }
    if (first && !first.edits && first.at.line === first.at.last) {
      return { ...empty(words), verdict: "joined", places: keptParts(quote, first, table) };
    }
    const like = plain.length < SHORT ? LIKE_IF_SHORT : LIKE;
    const elsewhere = placesOf(plain, indexes, ROLE.ELSEWHERE, ELSEWHERE).map(({ index, line, at }) => compareThere(sideOf(plain, table), index, line, at, table).at);
    return first && first.likeness >= like
      ? { ...empty(words), verdict: "differs", places: near, elsewhere }
      : { ...empty(words), verdict: "absent", places: near.slice(0, 1), elsewhere };
  }

  /**
   * What is left of one line where the quotation shows that words are left out, however little it is.
   *
   * @param {import("./align.js").Side} quote
   * @param {Compared} near
   * @param {Uint16Array} table
   * @returns {Compared[]}
   */
  function keptParts(quote, { at, alignment }, table) {
    const start = sideOf(lineOf(at.index, at.line, at.script).slice(0, at.from), table).folded.length;
    return alignment.blocks.filter(({ kind }) => kind === "same").map((block, i) => {
      const words = sideOf(partOf(quote, block.quote), table);
      return { ...compareThere(words, at.index, at.line, start + block.law[0], table), follows: false, omitted: i > 0 };
    });
  }

  /**
   * @param {import("./align.js").Side} side
   * @param {[number, number]} range
   */
  function partOf({ text, folded, places }, [from, to]) {
    const start = from ? (places[from - 1] ?? 0) + 1 : 0;
    const end = to < folded.length ? places[to] ?? text.length : text.length;
    const words = text.slice(start, end).replace(/\u0001/g, " ").trim();
    return (from ? words.replace(CLOSING, "") : words).replace(to < folded.length ? OPENING : "", "");
  }

  /**
   * The label held against the places; the one that it names comes first.
   *
   * @param {Answer} answer
   * @param {Label | null} label
   * @param {(index: Index) => string[]} names
   * @param {Uint16Array} table
   * @returns {Answer}
   */
  function withLabel(answer, label, names, table) {
    if (!label || answer.verdict === "absent" || answer.text.includes(label.text)) {
      return { ...answer, label: answer.text.includes(label?.text ?? "\u0000") ? null : label };
    }
    const worth = (/** @type {Compared} */ { at }) => howRight(at, label, names(at.index), table);
    const [RIGHT, UNIT, ARTICLE] = [3, 2, 1];
    const sorted = answer.verdict === "joined" ? answer.places : [...answer.places].sort((a, b) => worth(b) - worth(a));
    const best = Math.max(...sorted.map(worth));
    const labelled = best === RIGHT ? "right" : best === UNIT ? "unit" : best === ARTICLE ? "article" : "law";
    return { ...answer, label, labelled, places: sorted };
  }

  const exports = { verifyQuote };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
