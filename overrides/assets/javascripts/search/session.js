"use strict";
/**
 * One reader's search: the law of the page first, then the others that may have it, best first. A new query ends the
 * one before it.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {ReturnType<typeof import("./data.js").createLoader>} Loader
 *
 * @typedef {object} State
 * @property {string} query
 * @property {string} first the law that answers first: the one that is being read, or that the address names; "" if none
 * @property {string[]} laws those that may have it, best first
 * @property {LawResult[]} results in that order
 * @property {string[]} looked laws that were looked through
 * @property {string[]} left laws that wait for the reader to ask for them
 * @property {boolean} waiting
 * @property {number} failed how many files could not be had
 *
 * @typedef {ReturnType<typeof createSession>} Session
 *
 * @typedef {object} Listener
 * @property {(state: State) => void} begin what was shown before is of another query
 * @property {(state: State, result: LawResult, at: number) => void} found `at` is its place among the results
 * @property {(state: State) => void} end
 */
(() => {
  /** Milliseconds after which the browser may draw and listen again. */
  const BREATH = 12;

  /**
   * @param {Loader} loader
   * @param {Listener} listener
   */
  function createSession(loader, listener) {
    let running = new AbortController();
    /** @type {State} */
    let state = fresh("");
    let rested = 0;

    /** @param {State} own @param {string} law @param {boolean} here @param {AbortSignal} signal */
    const look = async (own, law, here, signal) => {
      if (Date.now() - rested > BREATH) {
        await new Promise((done) => setTimeout(done));
        rested = Date.now();
      }
      if (signal.aborted) {
        return;
      }
      own.looked.push(law);
      own.failed += here ? 0 : 1;
      const result = here ? loader.engine.search(own.query, law) : null;
      if (result) {
        listener.found(own, result, put(own, result));
      }
    };

    /** @param {State} own @param {string[]} laws @param {AbortSignal} signal */
    const through = (own, laws, signal) =>
      loader.stream(laws, loader.ranked, (law, here) => look(own, law, here, signal), signal);

    /** @param {State} own @param {string} law @param {AbortSignal} signal */
    const search = async (own, law, signal) => {
      await loader.equipped();
      if (signal.aborted) {
        return;
      }
      const first = (own.first = loader.has(law) ? law : loader.here);
      listener.begin(own);
      if (!own.query) {
        return void (await loader.ranked(first).catch(() => undefined)); // so that the first answer is quick
      }
      own.laws = first ? [first] : [];
      await through(own, own.laws, signal);
      const others = signal.aborted ? [] : (await loader.candidates(own.query, first)).filter((one) => one !== first);
      own.laws.push(...others);
      own.left = others.slice(loader.most);
      await through(own, others.slice(0, loader.most), signal);
    };

    return {
      /**
       * @param {string} query
       * @param {string} [law] the law that answers first, if it is another than that of the page
       */
      async run(query, law = "") {
        running.abort();
        const { signal } = (running = new AbortController());
        const own = (state = fresh(query.trim()));
        await search(own, law, signal).catch(() => own.failed++);
        if (!signal.aborted) {
          own.waiting = false;
          listener.end(own);
        }
        return own;
      },

      /** Look through more of the laws that were left. */
      async more() {
        const { signal } = running;
        const own = state;
        own.waiting = true;
        await through(own, own.left.splice(0, loader.most), signal);
        if (!signal.aborted) {
          own.waiting = false;
          listener.end(own);
        }
      },

      get state() {
        return state;
      },
    };
  }

  /**
   * Put a result among the others, in the order of the laws.
   *
   * @param {State} state
   * @param {LawResult} result
   * @returns {number} its place
   */
  function put({ laws, results }, result) {
    const place = laws.indexOf(result.law);
    const after = results.findIndex((other) => laws.indexOf(other.law) > place);
    const at = after < 0 ? results.length : after;
    results.splice(at, 0, result);
    return at;
  }

  /**
   * @param {string} query
   * @returns {State}
   */
  function fresh(query) {
    return { query, first: "", laws: [], results: [], looked: [], left: [], waiting: true, failed: 0 };
  }

  const exports = { createSession };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
