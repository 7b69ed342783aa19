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
  /** Laws that are opened without being asked for. */
  const MOST = 100;
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
        const place = (/** @type {string} */ one) => own.laws.indexOf(one);
        const after = own.results.findIndex((other) => place(other.law) > place(law));
        const at = after < 0 ? own.results.length : after;
        own.results.splice(at, 0, result);
        listener.found(own, result, at);
      }
    };

    /** @param {State} own @param {string} only @param {AbortSignal} signal */
    const search = async (own, only, signal) => {
      await loader.ready();
      if (signal.aborted) {
        return;
      }
      listener.begin(own);
      const first = only || loader.here;
      if (!own.query) {
        return void (await loader.open(first).catch(() => undefined)); // so that the first answer is quick
      }
      own.laws = first ? [first] : [];
      if (first) {
        const here = await loader.open(first).then(() => true, () => false);
        await look(own, first, here, signal);
      }
      const others = only || signal.aborted ? [] : (await loader.candidates(own.query)).filter((law) => law !== first);
      own.laws.push(...others);
      own.left = others.slice(MOST);
      await loader.stream(others.slice(0, MOST), (law, here) => look(own, law, here, signal), signal);
    };

    return {
      /**
       * @param {string} query
       * @param {string} [only] look in this law and no other
       */
      async run(query, only = "") {
        running.abort();
        const { signal } = (running = new AbortController());
        const own = (state = fresh(query.trim()));
        await search(own, only, signal).catch(() => own.failed++);
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
        const next = own.left.splice(0, MOST);
        own.waiting = true;
        await loader.stream(next, (law, here) => look(own, law, here, signal), signal);
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
   * @param {string} query
   * @returns {State}
   */
  function fresh(query) {
    return { query, laws: [], results: [], looked: [], left: [], waiting: true, failed: 0 };
  }

  const exports = { createSession };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
