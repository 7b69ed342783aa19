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
 * @property {string} order lunr, which only those need who put hits in order
 * @property {string} words the interface in this tree
 * @property {string} law the law of this page, "" above the laws
 * @property {string} edition
 * @property {number} [most] laws that are opened without being asked for
 *
 * @typedef {ReturnType<typeof import("./engine.js").createEngine>} Engine
 */
(() => {
  const PARALLEL = 4;
  /** Laws that are opened without being asked for, if the page says nothing else (`data-most-laws`). */
  const MOST = 100;
  const LIST = "assets/search/laws.js";

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
      order: button?.dataset.order ?? "",
      words: searchWords ?? "",
      law: law ?? "",
      edition: edition ?? "",
      most: Number(button?.dataset.mostLaws) || MOST,
    };
  }

  /**
   * What the scripts bring. The engine is given it, once it is there itself.
   *
   * @param {() => Engine} createEngine
   */
  function makeIntake(createEngine) {
    /** @type {{engine?: Engine, catalogue?: Catalogue, words?: Interface}} */
    const got = {};
    /** @type {((engine: Engine) => void)[]} what came before the engine did */
    const waiting = [];
    const give = (/** @type {(engine: Engine) => void} */ what) => (got.engine ? what(got.engine) : void waiting.push(what));
    return {
      got,
      /** From now on the scripts have someone to speak to. */
      listen() {
        self.duizhaoSearch = {
          laws: (catalogue) => give((engine) => engine.learn((got.catalogue = catalogue))),
          add: (shard) => give((engine) => engine.add(shard)),
          rank: (rank) => give((engine) => engine.addRank(rank)),
          grams: (n, data) => give((engine) => engine.addGrams(n, data)),
          interface: (words) => (got.words = words),
        };
      },
      /** The engine's script has come. */
      meet() {
        const engine = (got.engine ??= createEngine());
        waiting.splice(0).forEach((what) => what(engine));
      },
    };
  }

  /**
   * The files of a site, each fetched once; what failed is fetched again when it is asked for again.
   *
   * @param {Document} document
   * @param {string} base
   */
  function makeShelf(document, base) {
    /** @type {Map<string, Promise<void>>} */
    const asked = new Map();
    const load = async (/** @type {string[]} */ files) => {
      await Promise.all(files.filter(Boolean).map((file) => loadScript(document, base + file)));
    };
    return {
      /** Side by side; they run in this order. */
      load,
      /** @param {string} name @param {() => Promise<void>} begin */
      once(name, begin) {
        const known = asked.get(name) ?? begin();
        asked.set(name, known);
        known.catch(() => asked.delete(name));
        return known;
      },
      /** Load files that the list names; if one is gone, a newer site may have others. @param {() => string[]} files */
      async listed(files) {
        try {
          await load(files());
        } catch {
          await load([`${LIST}?${Date.now()}`]);
          await load(files());
        }
      },
    };
  }

  /**
   * Texts of laws and what puts their hits in order: of the edition that is being read, or the newest.
   *
   * @param {ReturnType<typeof makeShelf>} shelf
   * @param {{catalogue?: Catalogue}} got
   * @param {Sources} sources
   */
  function makeLaws(shelf, got, sources) {
    const filesOf = (/** @type {string} */ law) => {
      const editions = got.catalogue?.laws.find((entry) => entry.law === law)?.editions ?? [];
      const own = law === sources.law ? editions.find((one) => one.edition === sources.edition) : undefined;
      return /** @type {{file?: string, rank?: string}} */ (own ?? editions[0] ?? {});
    };
    const order = () => shelf.once("order", async () => self.lunr ?? shelf.load(sources.order.split(" ")));
    const rank = async (/** @type {string} */ law) => {
      await order();
      await shelf.listed(() => [filesOf(law).rank ?? ""]);
    };
    const open = async (/** @type {string} */ law) => {
      await (law && shelf.once(`law ${law}`, () => shelf.listed(() => [filesOf(law).file ?? ""])));
    };
    return {
      /** lunr. */
      order,
      /** The text of a law. @param {string} law @returns {Promise<void>} */
      open,
      /** The text of a law, and the order of its hits. @param {string} law @returns {Promise<void>} */
      async ranked(law) {
        await (law && Promise.all([open(law), shelf.once(`rank ${law}`, () => rank(law))]));
      },
      /** A file of the index over all laws. @param {number} n @returns {Promise<void>} */
      bucket: (n) => shelf.once(`grams ${n}`, () => shelf.listed(() => [gramFiles(got.catalogue)[n] ?? ""])),
    };
  }

  /**
   * What must be there before anything can be asked, of which only what is not there yet is loaded.
   *
   * @param {ReturnType<typeof makeShelf>} shelf
   * @param {ReturnType<typeof makeIntake>} intake
   * @param {ReturnType<typeof makeLaws>} laws
   * @param {Sources} sources
   */
  function makeBeginning(shelf, intake, { order }, sources) {
    const hasEngine = () => "createEngine" in (self.duizhao ?? {});
    const ready = () =>
      shelf.once("", async () => {
        intake.listen();
        await shelf.load([...(hasEngine() ? [] : sources.engine.split(" ")), LIST]);
        intake.meet();
      });
    return {
      /** Engine and list of laws. */
      ready,
      /** What a search needs besides: the words of the interface, and lunr. */
      async equipped() {
        await Promise.all([ready(), order(), shelf.once("words", () => shelf.load([sources.words]))]);
      },
    };
  }

  /**
   * @param {Document} document
   * @param {() => Engine} createEngine asked once the engine's script is there
   * @param {Sources} [sources]
   */
  function createLoader(document, createEngine, sources = sourcesOf(document)) {
    const intake = makeIntake(createEngine);
    const { got } = intake;
    const shelf = makeShelf(document, sources.base);
    const laws = makeLaws(shelf, got, sources);
    const catalogue = () => got.catalogue ?? { fold: "", laws: [] };
    const has = (/** @type {string} */ law) => catalogue().laws.some((entry) => entry.law === law);
    const here = () => (has(sources.law) ? sources.law : "");
    return {
      ...laws,
      ...makeBeginning(shelf, intake, laws, sources),
      /** Once ready. */
      get engine() {
        return /** @type {Engine} */ (got.engine);
      },
      /** Once ready. @returns {Catalogue} */
      get catalogue() {
        return catalogue();
      },
      /** Once equipped. @returns {Interface} */
      get interface() {
        return got.words ?? { words: {}, kinds: {}, box: "" };
      },
      /** Laws that are opened without being asked for. */
      most: sources.most ?? MOST,
      /** The law of this page, if the site has it; else "". */
      get here() {
        return here();
      },
      has,
      /**
       * The laws that a query may be found in, best first; without an index over the laws that is all of them.
       *
       * @param {string} query
       * @param {string} [law] the one that is meant where none is named
       * @returns {Promise<string[]>}
       */
      async candidates(query, law = here()) {
        const engine = /** @type {Engine} */ (got.engine);
        if (gramFiles(catalogue()).length) {
          await Promise.all(engine.buckets(query).map(laws.bucket));
        }
        return engine.candidates(query, law);
      },
      stream,
    };
  }

  /**
   * Open laws, a few at a time, and say of each that it is here or could not be had.
   *
   * @param {readonly string[]} laws
   * @param {(law: string) => Promise<void>} open
   * @param {(law: string, here: boolean) => void | Promise<void>} onLaw waited for
   * @param {AbortSignal} signal
   */
  async function stream(laws, open, onLaw, signal) {
    const waiting = [...laws];
    const next = async () => {
      for (let law = waiting.shift(); law !== undefined && !signal.aborted; law = waiting.shift()) {
        const one = law;
        const here = await open(one).then(() => true, () => false);
        if (!signal.aborted) {
          await onLaw(one, here);
        }
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, next));
  }

  /** lunr for an engine that is made before lunr comes; nothing is put in order until it has. */
  const lunr = {
    get Index() {
      return self.lunr.Index;
    },
    get version() {
      return self.lunr.version;
    },
  };

  /**
   * The one loader of a page, which the box and a page of its own share.
   *
   * @param {Document} document
   */
  function sharedLoader(document) {
    self.duizhaoLoader ??= createLoader(document, () => self.duizhao.createEngine(lunr));
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
