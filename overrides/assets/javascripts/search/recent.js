"use strict";
/**
 * What this reader searched for last, on this device only (localStorage `duizhao.recent`). Works where storage is
 * forbidden: then nothing is remembered.
 */
(() => {
  const KEY = "duizhao.recent";
  const MOST = 8;
  const LONGEST = 60;

  /** @returns {string[]} the latest first */
  function recentQueries() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return Array.isArray(kept) ? kept.filter((one) => typeof one === "string" && one).slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  /**
   * Remember a query that led somewhere; a long quotation is not one to come back to.
   *
   * @param {string} query
   */
  function keepRecent(query) {
    const text = query.trim();
    if (text && text.length <= LONGEST) {
      store([text, ...recentQueries().filter((one) => one !== text)].slice(0, MOST));
    }
  }

  function clearRecent() {
    store([]);
  }

  /** @param {string[]} queries */
  function store(queries) {
    try {
      if (queries.length) {
        localStorage.setItem(KEY, JSON.stringify(queries));
      } else {
        localStorage.removeItem(KEY);
      }
    } catch {
      // private windows and file: may forbid it
    }
  }

  const exports = { recentQueries, keepRecent, clearRecent };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
