"use strict";
/**
 * What the search says: counts, names of chapters, the law's own word in the reader's script. Words of the interface
 * come with `interface.{tree}.js`; nothing is said that is not in the catalogue.
 *
 * @typedef {import("./data.js").Engine} Engine
 * @typedef {import("./data.js").Interface} Interface
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./parts.js").Part} Part
 * @typedef {import("./shard.js").Script} Script
 *
 * @typedef {object} Setting where and how results are shown
 * @property {Engine} engine
 * @property {Interface} said
 * @property {string} base way to the site's root
 * @property {string} locale the tree: `zh-hant`
 * @property {Script} script the script that comes first in it
 * @property {boolean} isFile a folder's address then needs its index.html
 * @property {string} here the law of the page, or the only one of the site; else ""
 *
 * @typedef {{kind: string, docs: number, places: number}} Count
 */
(() => {
  /** @returns {typeof import("./fold.js") & typeof import("./shard.js")} the engine's scripts come after this one */
  const texts = () =>
    typeof module === "undefined" ? self.duizhao : { ...require("./fold.js"), ...require("./shard.js") };
  /** Kinds that are counted by name in a sentence. */
  const NAMED = ["provision", "opinion"];
  const HEADING_LABEL = /^第[^\s]+?[編编章節节]\s*/;
  /** Hits that are looked at to learn how a law writes a word. */
  const LOOKED_AT = 3;

  /**
   * @param {Document} document
   * @param {{engine: Engine, interface: Interface, here: string, catalogue: {laws: {law: string}[]}}} loader once it is equipped
   * @returns {Setting}
   */
  function settingOf(document, loader) {
    const { base, tree, first } = document.documentElement.dataset;
    const { laws } = loader.catalogue;
    return {
      engine: loader.engine,
      said: loader.interface,
      base: base || "./",
      locale: tree ?? "",
      script: first === "Hans" ? "Hans" : "Hant",
      here: loader.here || (laws.length === 1 && laws[0]?.law) || "",
      isFile: document.location.protocol === "file:",
    };
  }

  /**
   * @param {Pick<Setting, "said">} setting
   * @param {string} key below `search.say.`, or a whole key
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  function say({ said }, key, values = {}) {
    const text = said.words[`search.say.${key}`] ?? said.words[key] ?? "";
    return text.replace(/\{([a-z]+)\}/g, (_, name) => String(values[name] ?? ""));
  }

  /**
   * 54 條，183 處: 條 of provisions, 則 of opinions, 件 of others.
   *
   * @param {Setting} setting
   * @param {Count} count
   */
  function countWords(setting, { kind, docs, places }) {
    return say(setting, "heading", { n: docs, unit: unitOf(setting, kind), places });
  }

  /**
   * 3 條、2 則，12 處: what stands under no heading that names its kind.
   *
   * @param {Setting} setting
   * @param {{groups: readonly Count[]}[]} parts
   */
  function unitWords(setting, parts) {
    const sums = totals(parts);
    const units = [...new Set([...NAMED, "other"].map((kind) => unitOf(setting, kind)))];
    const counts = units.map((unit) => ({ unit, n: sumOf(sums.filter(({ kind }) => unitOf(setting, kind) === unit), "docs") }));
    const list = counts.filter(({ n }) => n).map(({ unit, n }) => say(setting, "unit-count", { n, unit })).join(say(setting, "between"));
    return list && say(setting, "units", { list, places: sumOf(sums, "places") });
  }

  /** @param {Count[]} counts @param {"docs" | "places"} what */
  function sumOf(counts, what) {
    return counts.reduce((sum, count) => sum + count[what], 0);
  }

  /**
   * A law by its short name, if it has one.
   *
   * @param {Setting} setting
   * @param {string} law
   */
  function lawName({ engine, script }, law) {
    const at = script === "Hans" ? 1 : 0;
    const entry = engine.entry(law);
    return entry?.short[at] || entry?.title[at] || law;
  }

  /**
   * @param {Setting} setting
   * @param {string} kind
   */
  function unitOf({ said }, kind) {
    return said.words[`search.unit.${kind}`] ?? said.words["search.unit.other"] ?? "";
  }

  /**
   * How much was found of each kind, in the order in which it is shown.
   *
   * @param {{groups: readonly Count[]}[]} parts
   * @returns {Count[]}
   */
  function totals(parts) {
    /** @type {Map<string, Count>} */
    const sums = new Map();
    for (const { kind, docs, places } of parts.flatMap((part) => part.groups)) {
      const sum = sums.get(kind) ?? { kind, docs: 0, places: 0 };
      sums.set(kind, { kind, docs: sum.docs + docs, places: sum.places + places });
    }
    return [...sums.values()];
  }

  /**
   * 條文 54 條、意見 19 則、其他 4 件，共 214 處.
   *
   * @param {Setting} setting
   * @param {{groups: readonly Count[]}[]} parts
   */
  function sumWords(setting, parts) {
    const sums = totals(parts);
    const named = sums.filter(({ kind }) => NAMED.includes(kind));
    const others = sumOf(sums.filter(({ kind }) => !NAMED.includes(kind)), "docs");
    const list = named.map(({ kind, docs }) =>
      say(setting, "counted", { kind: setting.said.kinds[kind] ?? "", n: docs, unit: unitOf(setting, kind) }),
    );
    if (others) {
      const kind = say(setting, list.length ? "others" : "no-provisions");
      list.push(say(setting, "counted", { kind, n: others, unit: unitOf(setting, "other") }));
    }
    return say(setting, "sum", { list: list.join(say(setting, "between")), places: sumOf(sums, "places") });
  }

  /**
   * The heading that a hit stands under: 第二章 網絡基礎資源管理; "" if none.
   *
   * @param {Setting} setting
   * @param {{law: string, edition: string}} result
   * @param {string} within
   * @param {boolean} [short] without 第二章
   */
  function chapterName({ engine, script }, result, within, short = false) {
    const index = within ? engine.index(result.law, result.edition) : undefined;
    const doc = index ? index.docs.findIndex((d) => d.kind === "heading" && d.page === within) : -1;
    const name = index && doc >= 0 ? texts().lineOf(index, index.first[doc] ?? 0, script) : "";
    return (short && name.replace(HEADING_LABEL, "")) || name;
  }

  /**
   * How the reader wrote a folded word: 網路 of 网路.
   *
   * @param {Setting} setting
   * @param {string} query
   * @param {string} word folded
   */
  function typedWord({ engine }, query, word) {
    /** @type {number[]} */
    const places = [];
    const at = texts().fold(query, engine.table(), places).indexOf(word);
    return at < 0 ? word : query.slice(places[at] ?? 0, (places[at + word.length - 1] ?? 0) + 1);
  }

  /**
   * How the law writes a folded word in the reader's script, as it stands in what was found.
   *
   * @param {Setting} setting
   * @param {LawResult} result
   * @param {Part} part
   * @param {string} word folded
   */
  function writtenWord({ engine, script }, result, part, word) {
    const hits = part.groups.flatMap((group) => group.hits);
    for (const hit of [...result.cited, ...hits].slice(0, LOOKED_AT)) {
      const snippets = engine.snippets(hit, result, part, script, LOOKED_AT);
      for (const { text } of snippets.filter((s) => s.script === script).flatMap((s) => s.pieces)) {
        /** @type {number[]} */
        const places = [];
        const at = texts().fold(text, engine.table(), places).indexOf(word);
        if (at >= 0) {
          return text.slice(places[at] ?? 0, (places[at + word.length - 1] ?? 0) + 1);
        }
      }
    }
    return word;
  }

  const exports = { settingOf, say, lawName, countWords, unitWords, unitOf, totals, sumWords, chapterName, typedWord, writtenWord };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
