"use strict";
/**
 * Filters rows: `form[data-filter=ID]`, hidden without scripts, for the element with that id. Each control with a
 * name filters rows by their `data-filter-NAME` (tokens separated by blanks): a select by its value, checkboxes
 * of one name by any of the checked ones. Rows are `[data-filter-row]`; a `[data-filter-group]` without a row in
 * sight is hidden too; `[data-filter-count]` says `data-words` with `{shown}` and `{total}`.
 */
(() => {
  /**
   * Does a row pass? Each name must have one of the wanted tokens.
   *
   * @param {Record<string, string>} row tokens of the row by name
   * @param {Record<string, string[]>} wanted
   * @returns {boolean}
   */
  function passes(row, wanted) {
    return Object.entries(wanted).every(([name, values]) => {
      const tokens = (row[name] ?? "").split(/\s+/);
      return values.length === 0 || values.some((value) => tokens.includes(value));
    });
  }

  /** @param {Document} document */
  function mount(document) {
    for (const found of document.querySelectorAll("form[data-filter]")) {
      const form = /** @type {HTMLFormElement} */ (found);
      const list = document.getElementById(form.dataset.filter ?? "");
      if (list) {
        const apply = () => filter(form, list);
        form.addEventListener("change", apply);
        form.addEventListener("reset", () => setTimeout(apply));
        form.addEventListener("submit", (event) => event.preventDefault());
        addEventListener("hashchange", () => {
          const target = document.getElementById(location.hash.slice(1));
          if (target?.closest("[hidden]") && list.contains(target)) {
            form.reset();
            setTimeout(() => target.scrollIntoView());
          }
        });
        form.hidden = false;
        apply();
      }
    }
  }

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} list
   */
  function filter(form, list) {
    /** @type {Record<string, string[]>} */
    const wanted = {};
    for (const [name, value] of new FormData(form)) {
      if (value) {
        (wanted[name] ??= []).push(String(value));
      }
    }
    const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-filter-row]")]);
    let shown = 0;
    for (const row of rows) {
      const names = Object.keys(wanted).map((name) => [name, row.getAttribute(`data-filter-${name}`) ?? ""]);
      row.hidden = !passes(Object.fromEntries(names), wanted);
      shown += row.hidden ? 0 : 1;
    }
    for (const group of /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-filter-group]")])) {
      group.hidden = !group.querySelector("[data-filter-row]:not([hidden])");
    }
    const count = /** @type {HTMLElement | null} */ (form.querySelector("[data-filter-count]"));
    if (count) {
      const words = count.dataset.words ?? "";
      count.textContent = words.replace("{shown}", String(shown)).replace("{total}", String(rows.length));
    }
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { passes };
  }
})();
