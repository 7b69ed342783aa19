"use strict";
/**
 * Writes an answer of the calculator into its page: rows in groups, what stays open, what is left out and why. Words and
 * forms come from the page's `<template data-say>` and `<template data-form>`.
 */
(() => {
  /** @type {typeof import("./penalty-amount.js")} */
  const { writeExact, compareExact } = typeof module === "undefined" ? self.duizhao : require("./penalty-amount.js");

  /** @type {Pick<PenaltyShown, "row" | "beside">} */
  const NO_SIGNS = { row: { id: "", kind: "", subject: "", violated: [] }, beside: "" };

  /**
   * @param {HTMLElement} root
   * @param {PenaltyAnswer | null} answer null where there is no article to answer for
   * @param {PenaltyData} data
   * @param {PenaltyGain} gain
   * @param {string} article its id; "" if none was read
   * @param {string} name what it is called
   */
  function resultOf(root, answer, data, gain, article, name) {
    const place = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
    const groups = answer?.groups ?? [];
    place("groups").replaceChildren(...groups.map((group) => groupOf(root, group, data, gain, article)));
    const notes = (answer?.notes ?? []).map((note) => noteOf(root, note));
    const left = leftOf(root, answer?.left ?? []);
    place("notes").replaceChildren(...notes.map(line));
    place("left").replaceChildren(...left.map(line));
    const isHidden = (/** @type {string} */ name, /** @type {boolean} */ empty) =>
      (/** @type {HTMLElement} */ (place(name).parentElement).hidden = empty);
    isHidden("notes", !notes.length);
    isHidden("left", !left.length);
    place("open").hidden = !notes.length && !left.length;
    const count = groups.reduce((sum, g) => sum + g.parts.reduce((n, p) => n + p.entries.reduce((m, e) => m + e.arms.flat().length, 0), 0), 0);
    const said = answer ? wordsOf(root, "found", { article: name, count: `${count}`, open: `${notes.length}` }) : article ? "" : wordsOf(root, "start");
    if (place("status").textContent !== said) {
      place("status").textContent = said;
    }
  }

  /** @param {string} text */
  function line(text) {
    const li = document.createElement("li");
    li.textContent = text;
    return li;
  }

  /**
   * Words of the page with their places filled.
   *
   * @param {HTMLElement} root
   * @param {string} name
   * @param {Record<string, string | undefined>} [values]
   * @returns {string}
   */
  function wordsOf(root, name, values = {}) {
    const text = /** @type {HTMLTemplateElement | null} */ (root.querySelector(`template[data-say="${name}"]`))?.content.textContent;
    return (text ?? "").replace(/\{([a-z]+)\}/g, (_, key) => values[key] ?? "");
  }

  /** @type {(root: HTMLElement, name: string) => HTMLElement} a copy of a form */
  function copyOf(root, name) {
    const form = /** @type {HTMLTemplateElement} */ (root.querySelector(`template[data-form="${name}"]`));
    return /** @type {HTMLElement} */ (/** @type {Element} */ (form.content.firstElementChild).cloneNode(true));
  }

  /** @type {(within: HTMLElement, selector: string, text: string | undefined) => HTMLElement} removed if there is no text */
  function put(within, selector, text) {
    const place = /** @type {HTMLElement} */ (within.querySelector(selector));
    if (text) {
      place.textContent = text;
    } else {
      place.remove();
    }
    return place;
  }

  /** @type {(href: string) => string} a folder is no page on a disk */
  function addressOf(href) {
    return location.protocol === "file:" ? href.replace(/\/(?=#|$)/, "/index.html") : href;
  }

  /**
   * @param {HTMLElement} root
   * @param {PenaltyGroup} group
   * @param {PenaltyData} data
   * @param {PenaltyGain} gain
   * @param {string} article
   */
  function groupOf(root, group, data, gain, article) {
    const section = copyOf(root, "group");
    const provision = data.provisions[group.provision];
    const and = root.dataset.and ?? "";
    const [way] = group.ways;
    const link = /** @type {HTMLAnchorElement} */ (section.querySelector("a"));
    link.textContent = group.ways.length ? group.ways.map(([name]) => name).join(and) : provision?.name ?? "";
    link.href = addressOf(way?.[1] ?? provision?.href ?? "");
    const narrower = group.named.filter((id) => id !== article && id.startsWith(`${article}-`)).map((id) => data.names[id] ?? id);
    const about = [
      ...(narrower.length ? [wordsOf(root, "names", { names: narrower.join(and) })] : []),
      ...(provision?.actor ? [wordsOf(root, "actor", { words: provision.actor })] : []),
    ];
    put(section, ".calculator-about", about.join("　"));
    const several = new Set(group.parts.map((part) => part.conduct)).size > 1;
    for (const part of group.parts) {
      const subject = part.entries[0]?.arms[0]?.[0]?.row.shown?.subject;
      const of = [
        ...(several ? [wordsOf(root, "conduct", { words: part.conduct })] : []),
        ...(part.who === "main" ? [] : [subject ?? wordsOf(root, part.who === "persons" ? "persons" : "others")]),
      ];
      if (of.length) {
        const head = copyOf(root, "part");
        head.textContent = of.join("　");
        section.append(head);
      }
      const rows = copyOf(root, "rows");
      rows.append(...part.entries.map((entry) => entryOf(root, entry, gain)));
      section.append(rows);
    }
    return section;
  }

  /**
   * What stands before a row: 並, 可, and for which circumstance.
   *
   * @param {HTMLElement} within
   * @param {Pick<PenaltyShown, "row" | "beside">} shown
   */
  function signs(within, { row, beside }) {
    put(within, "[data-cond]", row.shown?.cond).classList.toggle("heavy", Boolean(row.shown?.heavy));
    for (const [name, is] of /** @type {[string, boolean][]} */ ([
      ["[data-own]", beside === "own"], ["[data-badge=and]", Boolean(row.cumulative)], ["[data-badge=may]", row.modality === "may"],
    ])) {
      if (!is) {
        within.querySelector(name)?.remove();
      }
    }
  }

  /**
   * @param {HTMLElement} root
   * @param {PenaltyEntry} entry
   * @param {PenaltyGain} gain
   */
  function entryOf(root, { list, arms }, gain) {
    const [first] = arms.flat();
    if (!list && first) {
      return rowOf(root, first, gain, "");
    }
    const all = copyOf(root, "list");
    const head = /** @type {HTMLElement} */ (all.querySelector("p"));
    const sign = (/** @type {PenaltyShown} */ { row, beside }) => [row.shown?.cond, beside, row.cumulative, row.modality].join("|");
    const alike = first && arms.flat().every((shown) => sign(shown) === sign(first));
    all.classList.toggle("alike", Boolean(alike));
    signs(head, alike ? first : NO_SIGNS);
    for (const arm of arms) {
      const item = copyOf(root, "arm");
      item.firstElementChild?.append(...arm.map((shown) => rowOf(root, shown, gain, alike ? "bare" : "arm")));
      all.querySelector("ul")?.append(item);
    }
    return all;
  }

  /**
   * @param {HTMLElement} root
   * @param {PenaltyShown} shown
   * @param {PenaltyGain} gain
   * @param {"" | "arm" | "bare"} place an arm of a list shows its own words only, the sentence being the same for all;
   *   a bare one has its signs at the head of the list
   */
  function rowOf(root, shown, gain, place) {
    const { row, when, tests, yuan } = shown;
    const item = copyOf(root, "row");
    const words = row.shown;
    if (!words) {
      return item;
    }
    const own = yuan ? yuanOf(root, yuan) : "";
    const of = gain.known === "yuan" ? writeExact({ value: gain.yuan, scale: 0 }) : "";
    const test = when === "test" ? words.gain : when === "rule" ? tests.map((other) => other.shown?.gain).join(root.dataset.and) : "";
    signs(item, place === "bare" ? NO_SIGNS : shown);
    put(item, "b", words.measure);
    put(item, ".calculator-figure", own || words.figure);
    put(item, "[data-from]", own ? wordsOf(root, "of-gain", { figure: words.figure, yuan: of }) : "");
    put(item, "[data-unstated]", words.open);
    put(item, "[data-if]", test && wordsOf(root, `if-${when}`, { gain: test }));
    const clause = place && !words.figure ? ["", words.clause.filter((_, i) => i % 2).join("")] : words.clause;
    item.querySelector(".calculator-clause")?.append(...clause.map(piece));
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector(".calculator-place"));
    link.href = addressOf(words.href);
    put(link, "span", words.place);
    put(link, ".vh", words.at);
    return item;
  }

  /**
   * @param {string} text
   * @param {number} i every second piece is marked
   */
  function piece(text, i) {
    const made = document.createElement(i % 2 ? "mark" : "span");
    made.textContent = text;
    return made;
  }

  /** @type {(root: HTMLElement, yuan: {min: Exact | null, max: Exact | null}) => string} */
  function yuanOf(root, { min, max }) {
    const name = min && max ? (compareExact(min, max) ? "range" : "exactly") : max ? "most" : "least";
    return wordsOf(root, name, { min: min ? writeExact(min) : "", max: max ? writeExact(max) : "" });
  }

  /** @type {(root: HTMLElement, note: PenaltyNote) => string} */
  function noteOf(root, { code, words }) {
    const names = words.map((word) => (code === "branch" ? branchName(root, word) : word));
    return wordsOf(root, `note-${code}`, { words: names.join(root.dataset.and) });
  }

  /** @type {(root: HTMLElement, code: string) => string} as its box is called */
  function branchName(root, code) {
    return root.querySelector(`input[name=branch][value="${code}"]`)?.parentElement?.textContent?.trim() ?? code;
  }

  /**
   * One line for all rows that are left out for the same reason.
   *
   * @param {HTMLElement} root
   * @param {PenaltyLeft[]} left
   */
  function leftOf(root, left) {
    /** @type {Map<string, {names: Set<string>, of: PenaltyLeft}>} */
    const lines = new Map();
    for (const one of left) {
      const key = [one.why, one.row.shown?.cond, one.row.shown?.gain, one.row.shown?.place, one.why === "persons" && one.row.subject].join("|");
      const entry = lines.get(key) ?? { names: new Set(), of: one };
      const { measure = "", figure = "" } = one.row.shown ?? {};
      entry.names.add(figure ? `${measure}（${figure}）` : measure);
      lines.set(key, entry);
    }
    return [...lines.values()].map(({ names, of: { why, row, tests } }) =>
      wordsOf(root, `left-${why}`, {
        measures: `${row.shown?.place} ${[...names].join(root.dataset.and)}`,
        cond: row.shown?.cond,
        gain: why === "rule" ? tests.map((test) => test.shown?.gain).join(root.dataset.and) : row.shown?.gain,
        subject: row.shown?.subject,
      }),
    );
  }

  const exports = { resultOf, wordsOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao || {}, exports);
  } else {
    module.exports = exports;
  }
})();
