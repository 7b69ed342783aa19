"use strict";
/**
 * What stands around the results on the page of results: filters, what was searched for last, the wording that was used.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./facets.js").Facet} Facet
 * @typedef {import("./sections.js").Filter} Filter
 * @typedef {import("./words.js").Setting} Setting
 */
(() => {
  /** @type {typeof import("./words.js")} */
  const { say, typedWord, writtenWord } = typeof module === "undefined" ? self.duizhao : require("./words.js");
  /** @type {typeof import("./facets.js")} */
  const { facetsOf } = typeof module === "undefined" ? self.duizhao : require("./facets.js");
  /** @type {typeof import("./results.js")} */
  const { element, sitePage } = typeof module === "undefined" ? self.duizhao : require("./results.js");
  /** @type {typeof import("./chips.js")} */
  const { drawChips } = typeof module === "undefined" ? self.duizhao : require("./chips.js");

  /**
   * Kinds as boxes to tick, chapters as buttons; both as chips where the page is narrow.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {HTMLElement} holder
   * @param {LawResult[]} results
   * @param {Filter} filter
   * @param {(filter: Filter) => void} onChange
   */
  function drawFilters(document, setting, holder, results, filter, onChange) {
    const { kinds, chapters } = facetsOf(setting, results);
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.facet ?? "";
    const chips = element(document, "div", "search-chips");
    drawChips(document, setting, chips, results, filter, onChange);
    const all = kinds.map((kind) => kind.key);
    const ticked = filter.kinds.length ? filter.kinds : all;
    const boxes = kinds.map((facet) => {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.checked = ticked.includes(facet.key);
      box.dataset.facet = facet.key;
      box.addEventListener("change", () => {
        const next = all.filter((key) => (key === facet.key ? box.checked : ticked.includes(key)));
        onChange({ ...filter, kinds: next.length === all.length ? [] : next });
      });
      const label = element(document, "label");
      label.append(box, " ", ...countedName(document, facet));
      return label;
    });
    const buttons = (chapters.length > 1 || filter.within ? chapters : []).map((facet) => {
      const button = element(document, "button", "facet");
      const isOn = filter.within === facet.key;
      button.setAttribute("type", "button");
      button.setAttribute("aria-pressed", String(isOn));
      button.dataset.facet = facet.key;
      button.append(...countedName(document, facet));
      button.addEventListener("click", () => onChange({ ...filter, within: isOn ? "" : facet.key }));
      return button;
    });
    holder.replaceChildren(chips, ...group(document, say(setting, "kinds"), boxes), ...group(document, say(setting, "chapters"), buttons));
    /** @type {HTMLElement | null} */ (focused ? holder.querySelector(`[data-facet="${focused}"]`) : null)?.focus();
  }

  /** @param {Document} document @param {Facet} facet */
  function countedName(document, { name, docs }) {
    return [element(document, "span", "", name), " ", element(document, "span", "chip-count", String(docs))];
  }

  /**
   * @param {Document} document
   * @param {string} title
   * @param {HTMLElement[]} items
   */
  function group(document, title, items) {
    const list = element(document, "ul", "plain");
    for (const item of items) {
      const row = element(document, "li");
      row.append(item);
      list.append(row);
    }
    return items.length ? [element(document, "h2", "facets-head", title), list] : [];
  }

  /**
   * @param {Document} document
   * @param {Setting} setting
   * @param {HTMLElement} holder
   * @param {string[]} queries
   * @param {() => void} onClear
   */
  function drawLast(document, setting, holder, queries, onClear) {
    const links = queries.map((query) => {
      const link = /** @type {HTMLAnchorElement} */ (element(document, "a", "", query));
      link.href = sitePage(setting, "search", { q: query });
      link.dataset.ask = query;
      return link;
    });
    const clear = element(document, "button", "facet soft", say(setting, "forget"));
    clear.setAttribute("type", "button");
    clear.addEventListener("click", onClear);
    holder.replaceChildren(...group(document, say(setting, "recent"), queries.length ? [...links, clear] : []));
  }

  /**
   * 網路 → 網絡, whose word the first is, and the way to the row of the table that says why.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {HTMLElement} holder
   * @param {string} query
   * @param {LawResult[]} results
   */
  function drawUses(document, setting, holder, query, results) {
    /** @type {Map<string, HTMLElement>} */
    const rows = new Map();
    for (const result of results) {
      for (const part of result.parts) {
        for (const { from, to, of } of part.uses.filter((use) => !rows.has(`${use.from} ${use.to}`))) {
          const row = element(document, "li");
          const link = /** @type {HTMLAnchorElement} */ (element(document, "a", "", typedWord(setting, query, from)));
          link.href = `${sitePage(setting, "wording")}#w-${from}`;
          const whose = setting.said.words[`wording.of.${of}`] ?? "";
          row.append(link, " → ", element(document, "b", "", writtenWord(setting, result, part, to)), " ", element(document, "small", "soft", whose));
          rows.set(`${from} ${to}`, row);
        }
      }
    }
    holder.replaceChildren(...rows.values());
    holder.hidden = !rows.size;
  }

  const exports = { drawFilters, drawLast, drawUses };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
