"use strict";
/**
 * lunr's score for the documents of one law. The index comes as how often each gram stands in each document, and is
 * put into lunr's own form here; only lunr scores. build_tools/search/rank_index.py says which grams are there: none
 * that could change no order.
 *
 * @typedef {[law: string, edition: string, docs: number, characters: string, counts: string, seconds: string,
 *   words: string, documents: string, steps: string, often: string]} RankData
 *   docs: how many documents the law has
 *   characters, counts, seconds: the grams of two characters, as `unpackPairs` reads them
 *   words: Latin ones, with blanks between
 *   documents: in how many each gram stands, less two
 *   steps: which these are, each by its distance from the one before
 *   often: how often it stands there, less one
 *
 * @typedef {[string, object]} Row
 * @typedef {{version: string, fields: string[], fieldVectors: [string, number[]][], invertedIndex: Row[], pipeline: string[]}} Serialized
 * @typedef {{term: (term: string, options: {usePipeline: boolean}) => void}} LunrQuery
 * @typedef {{query: (fill: (query: LunrQuery) => void) => {ref: string, score: number}[]}} LunrIndex
 * @typedef {{version: string, Index: {load: (index: Serialized) => LunrIndex}}} Lunr
 */
(() => {
  /** @type {typeof import("./grams.js")} */
  const { unpack, unpackPairs } = typeof module === "undefined" ? self.duizhao : require("./grams.js");
  const FIELD = "text";
  /** lunr's own: how soon a gram that comes again adds less, and how much long documents lose. */
  const [K1, B] = [1.2, 0.75];

  /**
   * @param {RankData} data
   * @param {Lunr} lunr
   */
  function makeRanker(data, lunr) {
    const index = lunr.Index.load(serialized(data, lunr.version));
    return {
      /**
       * What lunr makes of these grams; documents that have none of them are not there.
       *
       * @param {string[]} grams
       * @returns {Map<number, number>} by the place of the document in the law
       */
      score(grams) {
        const found = index.query((query) => grams.forEach((gram) => query.term(gram, { usePipeline: false })));
        return new Map(found.map(({ ref, score }) => [Number(ref), score]));
      },
    };
  }

  /**
   * The index as lunr writes one.
   *
   * @param {RankData} data
   * @param {string} version
   * @returns {Serialized}
   */
  function serialized([, , docs, characters, counts, seconds, words, documents, steps, often], version) {
    const terms = [...unpackPairs(characters, counts, seconds), ...words.split(" ").filter(Boolean)];
    const [step, more] = [unpack(steps).values(), unpack(often).values()];
    const rows = unpack(documents).map((count, i) => {
      let doc = -1;
      const places = Array.from({ length: count + 2 }, () => (doc += Number(step.next().value) + 1));
      return { term: terms[i] ?? "", places, often: places.map(() => Number(more.next().value) + 1) };
    });
    rows.sort((a, b) => (a.term < b.term ? -1 : 1)); // by UTF-16, without which lunr does not load it
    const lengths = new Array(docs).fill(0);
    rows.forEach((row) => row.places.forEach((doc, i) => (lengths[doc] += row.often[i])));
    const average = lengths.reduce((sum, length) => sum + length, 0) / docs;
    /** @type {number[][]} */
    const vectors = lengths.map(() => []);
    rows.forEach((row, term) => {
      const rare = Math.log(1 + Math.abs((docs - row.places.length + 0.5) / (row.places.length + 0.5)));
      row.places.forEach((doc, i) => {
        const times = row.often[i] ?? 0;
        const score = (rare * (K1 + 1) * times) / (K1 * (1 - B + (B * lengths[doc]) / average) + times);
        vectors[doc]?.push(term, Math.round(score * 1000) / 1000);
      });
    });
    return {
      version,
      fields: [FIELD],
      fieldVectors: vectors.map((vector, doc) => [`${FIELD}/${doc}`, vector]),
      invertedIndex: rows.map(({ term, places }, i) => [
        term,
        { _index: i, [FIELD]: Object.fromEntries(places.map((doc) => [doc, {}])) },
      ]),
      pipeline: [],
    };
  }

  const exports = { makeRanker, serialized };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
