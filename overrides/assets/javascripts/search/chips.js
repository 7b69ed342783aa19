"use strict";
/**
 * Kinds and chapters as a row of buttons, in the box and on a narrow page; and what the status says.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./facets.js").Facet} Facet
 * @typedef {import("./sections.js").Filter} Filter
 * @typedef {import("./session.js").State} State
 * @typedef {import("./words.js").Setting} Setting
 */
(() => {
  /** @type {typeof import("./words.js")} */
  const { say, sumWords } = typeof module === "undefined" ? self.duizhao : require("./words.js");
  /** @type {typeof import("./facets.js")} */
  const { facetsOf } = typeof module === "undefined" ? self.duizhao : require("./facets.js");
  /** @type {typeof import("./results.js")} */
  const { element } = typeof module === "undefined" ? self.duizhao : require("./results.js");

  /**
   * @param {Document} document
   * @param {Setting} setting
   * @param {HTMLElement} holder
   * @param {LawResult[]} results
   * @param {Filter} filter
   * @param {(filter: Filter) => void} onChange
   */
  function drawChips(document, setting, holder, results, filter, onChange) {
    const { kinds, chapters } = facetsOf(setting, results, filter.law);
    const all = { key: "", name: say(setting, "all-kinds"), docs: 0 };
    const hadFocus = holder.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.chip : "";
    const chip = (/** @type {Facet} */ facet, /** @type {boolean} */ pressed, /** @type {Filter} */ next) => {
      const button = element(document, "button", "chip", facet.name);
      button.setAttribute("type", "button");
      button.setAttribute("aria-pressed", String(pressed));
      button.dataset.chip = facet.key || "all";
      if (facet.docs) {
        button.append(" ", element(document, "span", "chip-count", String(facet.docs)));
      }
      button.addEventListener("click", () => onChange(next));
      return button;
    };
    const isAll = !filter.kinds.length && !filter.within;
    holder.replaceChildren(
      chip(all, isAll, { ...filter, kinds: [], within: "" }),
      ...kinds.map((f) => chip(f, filter.kinds.length === 1 && filter.kinds[0] === f.key, { ...filter, kinds: [f.key] })),
      ...(chapters.length > 1 ? chapters : []).map((f) => {
        const isOn = filter.within === f.key;
        return chip(f, isOn, { ...filter, within: isOn ? "" : f.key });
      }),
    );
    holder.hidden = kinds.length < 2 && chapters.length < 2;
    /** @type {HTMLElement | null} */ (hadFocus ? holder.querySelector(`[data-chip="${hadFocus}"]`) : null)?.focus();
  }

  /**
   * Was nothing found, neither a word nor what the query names? Not where nothing could be looked through.
   *
   * @param {State} state
   */
  function isNothing({ query, results, looked, failed }) {
    return Boolean(query) && looked.length > failed && results.every((r) => !r.cited.length && !r.parts.length);
  }

  /**
   * @param {Setting} setting
   * @param {State} state
   * @returns {string} 查得條文 54 條、意見 19 則，共 214 處。
   */
  function statusOf(setting, state) {
    const { query, results, looked, left, waiting, failed } = state;
    const some = results.filter((result) => result.parts.length);
    const counts = sumWords(setting, results.flatMap((result) => result.parts));
    const missing = failed ? say(setting, "failed") : "";
    const found = say(setting, some.length > 1 ? "found-laws" : "found", { counts, laws: some.length });
    const none = say(setting, left.length ? "none-so-far" : "none", { query, laws: looked.length });
    const nothing = waiting ? say(setting, "searching") : none;
    const cited = results.some((result) => result.cited.length) ? say(setting, "cited") : "";
    const told = some.length ? found : waiting || isNothing(state) ? cited || nothing : cited;
    return [query ? told : "", missing].filter(Boolean).join(" ");
  }

  const exports = { drawChips, isNothing, statusOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
