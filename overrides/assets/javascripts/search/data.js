"use strict";
/**
 * Fetches what a search needs, and nothing before it is asked for: the engine, the words of the interface, the list of
 * laws, then the texts of laws one by one. All are scripts, because a page opened from a disk can load nothing else.
 *
 * @typedef {import("./engine.js").Catalogue} Catalogue
 * @typedef {import("./engine.js").LawEntry} LawEntry
 * @typedef {import("./shard.js").Shard} Shard
 *
 * @typedef {Record<string, string>} Words of the interface, by their key: `search.count`
 * @typedef {{words: Words, kinds: Record<string, string>, box: string}} Interface `box` is the markup of the dialog
 *
 * @typedef {object} Sources where things lie, from the site's root; several files of one thing have blanks between
 * @property {string} base the way to the root
 * @property {string} engine
 * @property {string} words the interface in this tree
 * @property {string} law the law of this page, "" above the laws
 * @property {string} edition
 *
 * @typedef {ReturnType<typeof import("./engine.js").createEngine>} Engine
 */
(() => {
  const PARALLEL = 4;

  /**
   * What the page says of them: `<html data-base data-law data-edition data-search-words>` and the button of the search.
   *
   * @param {Document} document
   * @returns {Sources}
   */
  function sourcesOf(document) {
    const { base, law, edition, searchWords } = document.documentElement.dataset;
    const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"));
    return {
      base: base || "./",
      engine: button?.dataset.engine ?? "",
      words: searchWords ?? "",
      law: law ?? "",
      edition: edition ?? "",
    };
  }

  /**
   * @param {Document} document
   * @param {() => Engine} createEngine asked once the engine's script has come
   * @param {Sources} [sources]
   */
  function createLoader(document, createEngine, sources = sourcesOf(document)) {
    const { base } = sources;
    const load = (/** @type {string} */ file) => loadScript(document, base + file);
    /** @type {{engine?: Engine, catalogue?: Catalogue, words?: Interface}} */
    const got = {};
    /** @type {Map<string, Promise<void>>} what was asked for; what failed is asked for again */
    const asked = new Map();
    const once = (/** @type {string} */ name, /** @type {() => Promise<void>} */ begin) => {
      const known = asked.get(name) ?? begin();
      asked.set(name, known);
      known.catch(() => asked.delete(name));
      return known;
    };

    /** @type {((engine: Engine) => void)[]} what came before the engine did */
    const waiting = [];
    const give = (/** @type {(engine: Engine) => void} */ what) => (got.engine ? what(got.engine) : void waiting.push(what));
    const listen = () => {
      self.duizhaoSearch = {
        laws: (catalogue) => give((engine) => engine.learn((got.catalogue = catalogue))),
        add: (shard) => give((engine) => engine.add(shard)),
        rank: (rank) => give((engine) => engine.addRank(rank)),
        grams: (n, data) => give((engine) => engine.addGrams(n, data)),
        interface: (words) => (got.words = words),
      };
    };
    const LIST = "assets/search/laws.js";
    const begin = async () => {
      listen();
      const files = [...sources.engine.split(" "), LIST, sources.words].filter(Boolean);
      await Promise.all(files.map(load)); // they come side by side and run in this order
      const engine = (got.engine = createEngine());
      waiting.splice(0).forEach((what) => what(engine));
    };

    /** The files of a law: of the edition that is being read, or the newest. @param {string} law */
    const filesOf = (law) => {
      const editions = got.catalogue?.laws.find((entry) => entry.law === law)?.editions ?? [];
      const own = law === sources.law ? editions.find((one) => one.edition === sources.edition) : undefined;
      const { file, rank } = /** @type {{file?: string, rank?: string}} */ (own ?? editions[0] ?? {});
      return file ? [file, ...(rank ? [rank] : [])] : [];
    };
    /** Load files that the list names; if one is gone, a newer site may have others. @param {() => string[]} files */
    const listed = async (files) => {
      try {
        await Promise.all(files().map(load));
      } catch {
        await load(`${LIST}?${Date.now()}`);
        await Promise.all(files().map(load));
      }
    };

    const loader = {
      /** Engine, words and the list of laws. */
      ready: () => once("", begin),
      /** Once ready. */
      get engine() {
        return /** @type {Engine} */ (got.engine);
      },
      /** Once ready. @returns {Catalogue} */
      get catalogue() {
        return got.catalogue ?? { fold: "", laws: [] };
      },
      /** Once ready. @returns {Interface} */
      get interface() {
        return got.words ?? { words: {}, kinds: {}, box: "" };
      },
      /** The law of this page, if the site has it; else "". */
      get here() {
        return got.catalogue?.laws.some((entry) => entry.law === sources.law) ? sources.law : "";
      },
      /**
       * The text of a law and the order of its hits: of the edition that is being read, or the newest.
       *
       * @param {string} law
       * @returns {Promise<void>}
       */
      open: (law) => (law ? once(`law ${law}`, () => listed(() => filesOf(law))) : Promise.resolve()),
      /**
       * A file of the index over all laws.
       *
       * @param {number} n
       * @returns {Promise<void>}
       */
      bucket: (n) => once(`grams ${n}`, () => listed(() => [gramFiles(got.catalogue)[n] ?? ""].filter(Boolean))),
      /**
       * The laws that a query may be found in, best first; without an index over the laws that is all of them.
       *
       * @param {string} query
       * @returns {Promise<string[]>}
       */
      async candidates(query) {
        const engine = /** @type {Engine} */ (got.engine);
        if (gramFiles(got.catalogue).length) {
          await Promise.all(engine.buckets(query).map(loader.bucket));
        }
        return engine.candidates(query, loader.here);
      },
      /**
       * Open laws, a few at a time, and say of each that it is here or could not be had.
       *
       * @param {readonly string[]} laws
       * @param {(law: string, here: boolean) => void | Promise<void>} onLaw waited for
       * @param {AbortSignal} signal
       */
      async stream(laws, onLaw, signal) {
        const waiting = [...laws];
        const next = async () => {
          for (let law = waiting.shift(); law !== undefined && !signal.aborted; law = waiting.shift()) {
            const one = law;
            const here = await loader.open(one).then(() => true, () => false);
            if (!signal.aborted) {
              await onLaw(one, here);
            }
          }
        };
        await Promise.all(Array.from({ length: PARALLEL }, next));
      },
    };
    return loader;
  }

  /**
   * The one loader of a page, which the box and a page of its own share.
   *
   * @param {Document} document
   */
  function sharedLoader(document) {
    self.duizhaoLoader ??= createLoader(document, () => self.duizhao.createEngine());
    return self.duizhaoLoader;
  }

  /**
   * @param {Catalogue | undefined} catalogue
   * @returns {string[]}
   */
  function gramFiles(catalogue) {
    return /** @type {{grams?: string[]} | undefined} */ (catalogue)?.grams ?? [];
  }

  /**
   * @param {Document} document
   * @param {string} source
   * @returns {Promise<void>}
   */
  function loadScript(document, source) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = source;
      script.async = false;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(source));
      document.head.append(script);
    });
  }

  const exports = { createLoader, sharedLoader };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
