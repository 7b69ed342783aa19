"use strict";
/**
 * The table of penalties: chips in `form[data-penalty-filter]` hide rows that do not fit, and `button[data-sort]` sorts
 * articles and the rows of each by their figures. Within a group any key fits, between groups all must; the address keeps what is pressed. The
 * markup is described in docs/architecture.md.
 */
(() => {
  /** What rows have under each group of chips: codes, separated by blanks. */
  const SORT = "sort";

  /**
   * Does a row fit? Nothing pressed in a group leaves it open.
   *
   * @param {Record<string, string | undefined>} row codes by group
   * @param {Record<string, string[]>} pressed
   */
  function isShown(row, pressed) {
    return Object.entries(pressed).every(
      ([group, keys]) => !keys.length || (row[group] ?? "").split(" ").some((code) => keys.includes(code)),
    );
  }

  /** @typedef {{value: string, unit: string}} Figured */

  const UNITS = ["yuan", "times", "percent", "permille", "per10000", "life", "year", "month", "day"];

  /**
   * The higher figure first: yuan before multiples and terms, what states none last.
   *
   * @param {Figured} a
   * @param {Figured} b
   */
  function compare(a, b) {
    const rank = (/** @type {Figured} */ row) => (row.unit === "" ? UNITS.length : UNITS.indexOf(row.unit));
    return rank(a) - rank(b) || Number(b.value) - Number(a.value);
  }

  /**
   * Rows by their figure. Arms of one list stay together, where the highest of them stands. Equal rows keep their order.
   *
   * @template {Figured & {choice: string}} T
   * @param {T[]} rows
   * @returns {T[]}
   */
  function byFigure(rows) {
    /** @type {T[][]} */
    const lists = [];
    for (const row of rows) {
      const name = row.choice.replace(/\d+$/, "");
      const list = name && lists.find(([first]) => first?.choice.replace(/\d+$/, "") === name);
      if (list) {
        list.push(row);
      } else {
        lists.push([row]);
      }
    }
    const highest = (/** @type {T[]} */ list) => /** @type {T} */ ([...list].sort(compare)[0]);
    return lists.sort((a, b) => compare(highest(a), highest(b))).flat();
  }

  /**
   * The pressed chips in an address and back; other parts of the query stay.
   *
   * @param {string} search
   * @param {Record<string, string[]>} pressed
   * @param {boolean} sorted
   * @returns {string}
   */
  function writeQuery(search, pressed, sorted) {
    const query = new URLSearchParams(search);
    for (const [group, keys] of [...Object.entries(pressed), /** @type {[string, string[]]} */ ([SORT, sorted ? ["value"] : []])]) {
      query.delete(group);
      if (keys.length) {
        query.set(group, keys.join(","));
      }
    }
    const text = query.toString().replace(/%2C/g, ",");
    return text && `?${text}`;
  }

  /** @param {HTMLFormElement} form */
  function mount(form) {
    const groups = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-filter]")]);
    const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("tr.penalty-row")]);
    const articles = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".penalty-group")]);
    const order = new Map(rows.map((row) => [row, row.parentElement]));
    const sort = form.querySelector("[data-sort]");
    const reset = /** @type {HTMLElement | null} */ (form.querySelector("[data-reset]"));
    /** @type {Record<string, string[]>} */
    const pressed = {};
    let sorted = false;

    const read = () => {
      const query = new URLSearchParams(location.search);
      sorted = Boolean(sort) && query.get(SORT) === "value";
      for (const group of groups) {
        const keys = [...group.querySelectorAll("[data-key]")].map((chip) => /** @type {HTMLElement} */ (chip).dataset.key ?? "");
        pressed[group.dataset.filter ?? ""] = (query.get(group.dataset.filter ?? "") ?? "").split(",").filter((key) => key && keys.includes(key));
      }
    };
    const clear = () => Object.keys(pressed).forEach((group) => (pressed[group] = []));
    const show = () => {
      for (const group of groups) {
        const keys = pressed[group.dataset.filter ?? ""] ?? [];
        for (const chip of group.querySelectorAll("[data-key]")) {
          const key = /** @type {HTMLElement} */ (chip).dataset.key ?? "";
          chip.setAttribute("aria-pressed", String(key ? keys.includes(key) : !keys.length));
        }
      }
      if (reset) {
        reset.hidden = !Object.values(pressed).some((keys) => keys.length);
      }
      sort?.setAttribute("aria-pressed", String(sorted));
      rows.forEach((row) => (row.hidden = !isShown(row.dataset, pressed)));
      arrange(rows, order, sorted);
      arrangeGroups(articles, sorted);
      hideEmpty();
      tell(rows);
    };
    form.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-key], [data-sort], [data-reset]"));
      const group = /** @type {HTMLElement | null} */ (button?.closest("[data-filter]"))?.dataset.filter;
      if (!button) {
        return;
      }
      const { key = "" } = button.dataset;
      if (button === reset) {
        clear();
      } else if (group) {
        const keys = pressed[group] ?? [];
        pressed[group] = !key ? [] : keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];
      } else {
        sorted = !sorted;
      }
      const before = button.getBoundingClientRect().top;
      show();
      if (button === reset) {
        /** @type {HTMLElement | null} */ (form.querySelector("[data-key]"))?.focus({ preventScroll: true }); // it is gone
      }
      scrollBy(0, button.getBoundingClientRect().top - before); // what was pressed stays where it was
      keep(pressed, sorted);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => {
      read();
      show();
    });
    addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target?.closest("[hidden]") && target.closest("tr.penalty-row, section.penalty-group")) {
        clear();
        show();
        keep(pressed, sorted);
        target.scrollIntoView();
      }
    });
    read();
    form.hidden = false;
    show();
  }

  /**
   * Each row in its own part of its table, by figure or as in the text.
   *
   * @param {HTMLElement[]} rows in the order of the text
   * @param {Map<HTMLElement, HTMLElement | null>} order
   * @param {boolean} sorted
   */
  function arrange(rows, order, sorted) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    for (const body of new Set(order.values())) {
      const own = rows.filter((row) => order.get(row) === body);
      const figured = own.map((row) => ({ row, ...figureOf(row), choice: row.dataset.choice ?? "" }));
      const wanted = sorted ? byFigure(figured).map(({ row }) => row) : own;
      const now = [...(body?.querySelectorAll("tr.penalty-row") ?? [])];
      if (wanted.some((row, i) => row !== now[i])) {
        body?.append(...wanted);
      }
    }
    if (focused !== document.activeElement) {
      focused?.focus();
    }
  }

  /** @param {HTMLElement} row */
  function figureOf(row) {
    const { value = "", unit = "" } = /** @type {HTMLElement | null} */ (row.querySelector("[data-value]"))?.dataset ?? {};
    return { value, unit };
  }

  /**
   * Articles by the highest figure that is shown of each, or as in the text.
   *
   * @param {HTMLElement[]} groups in the order of the text
   * @param {boolean} sorted
   */
  function arrangeGroups(groups, sorted) {
    const none = { value: "", unit: "" };
    const ranked = groups.map((group) => {
      const rows = /** @type {HTMLElement[]} */ ([...group.querySelectorAll("tr.penalty-row:not([hidden])")]);
      return { group, highest: rows.map(figureOf).sort(compare)[0] ?? none };
    });
    const wanted = sorted ? ranked.sort((a, b) => compare(a.highest, b.highest)) : ranked;
    const now = [...document.querySelectorAll(".penalty-group")];
    if (wanted.some(({ group }, i) => group !== now[i])) {
      const before = document.createComment("");
      now[0]?.before(before);
      before.after(...wanted.map(({ group }) => group));
      before.remove();
    }
  }

  /** Parts and articles of which no row is left. */
  function hideEmpty() {
    for (const part of document.querySelectorAll(".penalty-group tbody, .penalty-group")) {
      const element = /** @type {HTMLElement} */ (part);
      element.hidden = !element.querySelector("tr.penalty-row:not([hidden])");
    }
  }

  /** @param {HTMLElement[]} rows */
  function tell(rows) {
    const status = /** @type {HTMLElement | null} */ (document.querySelector("[data-penalty-shown]"));
    const shown = rows.filter((row) => !row.hidden).length;
    if (status) {
      const some = status.dataset.some ?? "";
      status.textContent = shown === rows.length ? "" : some.replace("{shown}", `${shown}`).replace("{total}", `${rows.length}`);
    }
  }

  /**
   * @param {Record<string, string[]>} pressed
   * @param {boolean} sorted
   */
  function keep(pressed, sorted) {
    try {
      history.replaceState(history.state, "", location.pathname + writeQuery(location.search, pressed, sorted) + location.hash);
    } catch {
      // a browser may forbid it for file: addresses
    }
  }

  if (typeof module === "undefined") {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-penalty-filter]"));
    if (form) {
      mount(form);
    }
  } else {
    module.exports = { isShown, byFigure, writeQuery };
  }
})();
