"use strict";
/**
 * The search of all laws, without DOM. What the query names is looked up, its words are looked for in the folded
 * text, literally first and then in the law's own wording; lunr's index orders what was found.
 *
 * @typedef {import("./parts.js").Part} Part
 * @typedef {import("./result.js").LawResult} LawResult
 * @typedef {import("./fold.js").Needle} Needle
 * @typedef {import("./look-up.js").Notice} Notice
 * @typedef {import("./query.js").Plan} Plan
 * @typedef {import("./scan.js").Hit} Hit
 * @typedef {ReturnType<typeof import("./rank.js").makeRanker>} Ranker
 * @typedef {import("./shard.js").Index} Index
 * @typedef {import("./shard.js").Script} Script
 * @typedef {import("./shard.js").Shard} Shard
 * @typedef {import("./wording.js").WordingRow} WordingRow
 *
 * @typedef {object} LawEntry
 * @property {string} law
 * @property {[string, string]} title Traditional, Simplified
 * @property {[string, string]} short
 * @property {{edition: string, label: [string, string], file: string, rank?: string}[]} editions newest first
 *
 * @typedef {object} Catalogue
 * @property {string} fold pairs of characters: 範范圍围 folds 範 to 范 and 圍 to 围
 * @property {LawEntry[]} laws
 * @property {number} [both] so many of these pairs are usual counterparts in both directions
 * @property {[string, string]} [other] usual counterparts that `fold` does not give, from Hant and from Hans
 * @property {string[]} [kinds] kinds of documents, in the order of their letters in the shards
 * @property {WordingRow[]} [wording]
 * @property {string[]} [grams] files of the index over all laws; none on a small site
 */
(() => {
  const shared = typeof module === "undefined" ? self.duizhao : null;
  /** @type {typeof import("./fold.js")} */
  const { fold, foldTable } = shared ?? require("./fold.js");
  /** @type {typeof import("./shard.js")} */
  const { makeIndex, readSite } = shared ?? require("./shard.js");
  /** @type {typeof import("./query.js")} */
  const { readQuery } = shared ?? require("./query.js");
  /** @type {typeof import("./look-up.js")} */
  const { lawsNamed } = shared ?? require("./look-up.js");
  /** @type {typeof import("./result.js")} */
  const { resultOf } = shared ?? require("./result.js");
  /** @type {typeof import("./candidates.js")} */
  const { candidatesOf, needlesOf } = shared ?? require("./candidates.js");
  /** @type {typeof import("./grams.js")} */
  const { gramsOf } = shared ?? require("./grams.js");
  /** @type {typeof import("./law-grams.js")} */
  const { makeLawGrams } = shared ?? require("./law-grams.js");
  /** @type {typeof import("./rank.js")} */
  const { makeRanker } = shared ?? require("./rank.js");
  /** @type {typeof import("./proposals.js")} */
  const { proposalsFor } = shared ?? require("./proposals.js");
  /** @type {typeof import("./show.js")} */
  const { labelOf, snippetsOf, spellingsOf } = shared ?? require("./show.js");

  /**
   * An engine without data: give it the catalogue, then shards, then ask.
   *
   * @param {any} [lunr] the library; without it hits are in the order of how near their words stand
   */
  function createEngine(lunr = typeof self === "undefined" ? undefined : self.lunr) {
    let table = foldTable("");
    let site = readSite({ fold: "" });
    /** @type {Catalogue} */
    let catalogue = { fold: "", laws: [] };
    /** @type {Map<string, LawEntry>} */
    const laws = new Map();
    /** @type {Map<string, Index>} by law and edition */
    const indexes = new Map();
    /** @type {Map<string, string>} the edition of each law that came last */
    const latest = new Map();
    /** @type {Map<string, {data: import("./rank.js").RankData, ranker?: Ranker}>} by law and edition */
    const ranks = new Map();
    /** @type {import("./candidates.js").LawGrams | null} */
    let grams = null;
    /** Files of it that are here. @type {Set<number>} */
    const buckets = new Set();
    /** @type {{plan: Plan, named: Set<string>} | null} */
    let known = null;
    const indexOf = (/** @type {string} */ law, /** @type {string | undefined} */ edition) =>
      indexes.get(`${law}/${edition ?? latest.get(law) ?? ""}`);
    const planOf = (/** @type {string} */ query) => {
      if (known?.plan.query !== query.slice(0, 400).trim() || !known) {
        const plan = readQuery(query, table, catalogue.wording ?? []);
        known = { plan, named: lawsNamed(plan.citation?.name ?? "", laws.values(), table) };
      }
      return known;
    };

    /** Scores of the docs of a law by lunr's index, which is opened when it is first needed. @param {Index} index */
    const rankOf = (index) => {
      const rank = lunr && ranks.get(`${index.law}/${index.edition}`);
      return rank
        ? (/** @type {Needle[][]} */ words) => {
            const ranker = (rank.ranker ??= makeRanker(rank.data, lunr));
            return ranker.score([...new Set(words.flat().flatMap((needle) => gramsOf(needle.text)))]);
          }
        : null;
    };

    const search = (/** @type {string} */ query, /** @type {string} */ law, /** @type {string} */ edition = "") => {
      const index = indexOf(law, edition || undefined);
      const { plan, named } = planOf(query);
      return index && plan.query ? resultOf(plan, index, laws.get(law), table, named, rankOf(index)) : null;
    };

    return {
      /** @param {Catalogue} given */
      learn(given) {
        table = foldTable(given.fold);
        site = readSite(given);
        // typed words and rows go through one table: 帳 is 账 in both
        const rows = (given.wording ?? []).map(([from, ...rest]) => /** @type {WordingRow} */ ([fold(from, table), ...rest]));
        catalogue = { ...given, wording: rows };
        known = null;
        given.laws.forEach((entry) => laws.set(entry.law, entry));
      },

      /** @param {Shard} shard */
      add(shard) {
        const index = makeIndex(shard, table, site);
        indexes.set(`${index.law}/${index.edition}`, index);
        latest.set(index.law, index.edition);
      },

      /** @param {import("./rank.js").RankData} data */
      addRank(data) {
        ranks.set(`${data[0]}/${data[1]}`, { data });
      },

      /** @param {number} n @param {import("./law-grams.js").Bucket} data */
      addGrams(n, data) {
        grams ??= makeLawGrams(catalogue.laws.length);
        grams.add(n, data);
        buckets.add(n);
      },

      /**
       * Files of the index over all laws that a query asks for and that are not here.
       *
       * @param {string} query
       * @returns {number[]}
       */
      buckets(query) {
        if (!catalogue.grams?.length) {
          return [];
        }
        const of = (grams ??= makeLawGrams(catalogue.laws.length));
        const wanted = needlesOf(planOf(query).plan).flat().flatMap((needle) => of.bucketsFor(needle));
        return [...new Set(wanted)].filter((n) => !buckets.has(n));
      },

      /**
       * Laws worth opening, best first.
       *
       * @param {string} query
       * @param {string} here the law that is being read
       * @returns {string[]}
       */
      candidates: (query, here) =>
        candidatesOf(planOf(query).plan, here, catalogue.laws, table, catalogue.grams?.length ? grams : null),

      /** @param {string} law @param {string} [edition] */
      has: (law, edition) => Boolean(indexOf(law, edition)),
      /** @param {string} law @param {string} [edition] */
      index: (law, edition) => indexOf(law, edition),
      table: () => table,
      /** @param {string} law */
      entry: (law) => laws.get(law),
      /** @param {string} query */
      plan: (query) => planOf(query).plan,

      /**
       * What one law has of a query; null if its shard is not here or nothing was found.
       *
       * @param {string} query
       * @param {string} law
       * @param {string} [edition] the edition whose shard came last, if none is named
       * @returns {LawResult | null}
       */
      search,

      /**
       * What else may be meant by a query that finds nothing; each proposal finds something in these laws.
       *
       * @param {string} query
       * @param {string[]} among
       * @param {Script} script in which the proposals are written
       */
      propose(query, among, script) {
        const indexes = among.flatMap((law) => indexOf(law, undefined) ?? []);
        const count = (/** @type {string} */ words) => {
          const found = among.map((law) => search(words, law));
          const sum = (/** @type {"docs" | "places"} */ what) => found.reduce((all, one) => all + (one?.[what] ?? 0), 0);
          return { docs: sum("docs"), places: sum("places") };
        };
        const plan = planOf(query).plan;
        return proposalsFor(plan, { indexes, rows: catalogue.wording ?? [], table, count }, script);
      },

      /**
       * What a hit is called: 第五十七條第二款; of an opinion, the article that it is on.
       *
       * @param {Hit} hit
       * @param {{law: string, edition: string}} result
       * @param {Script} script
       */
      label: (hit, result, script) => labelOf(hit, /** @type {Index} */ (indexOf(result.law, result.edition)), script),

      /**
       * At most `count` lines of a hit with the words of its part marked; of a cited one with all words.
       *
       * @param {Hit} hit
       * @param {LawResult} result
       * @param {Part | null} part
       * @param {Script} script
       * @param {number} count
       */
      snippets(hit, result, part, script, count) {
        const index = /** @type {Index} */ (indexOf(result.law, result.edition));
        return snippetsOf(hit, index, part?.words ?? result.parts.flatMap((p) => p.words), table, script, count);
      },

      /**
       * The words as they are written on the page of a hit, in either script: 範圍, 范圍, 范围.
       *
       * @param {Hit} hit
       * @param {LawResult} result
       * @returns {string[]}
       */
      spellings(hit, result) {
        const index = /** @type {Index} */ (indexOf(result.law, result.edition));
        const all = [hit, ...result.parts.flatMap((p) => p.groups.flatMap((g) => g.hits))];
        const words = result.parts.flatMap((p) => p.words);
        return spellingsOf(all.filter((h) => h.page === hit.page), index, words, table);
      },
    };
  }

  const exports = { createEngine };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
