"use strict";
/**
 * The jump box of a law's front page: `form[data-jump]`, hidden without scripts, reads 第57条, 57, 五十七, ５７,
 * 第一百二十條之一 or 57-1 and goes to the article's page below `data-jump` (the edition's front page, relative).
 * `data-articles` lists what exists (`art-1..art-119 art-120 art-120-z1`), `data-unknown` and `data-unreadable`
 * are the words for what does not (`{text}` is what was typed), shown in `[data-jump-status]`.
 */
(() => {
  /** @type {typeof import("./provision.js")} */
  const { readProvision } = typeof module === "undefined" ? self.duizhao : require("./provision.js");

  /**
   * Does the list hold this article?
   *
   * @param {string} list ids and ranges, separated by blanks
   * @param {string} article
   * @returns {boolean}
   */
  function lists(list, article) {
    const number = Number(/^art-(\d+)$/.exec(article)?.[1]);
    return list.split(/\s+/).some((entry) => {
      const ends = /^art-(\d+)\.\.art-(\d+)$/.exec(entry);
      return ends ? Number(ends[1]) <= number && number <= Number(ends[2]) : entry === article;
    });
  }

  /**
   * Where a text leads: a path below the law's front page, or the reason why nowhere.
   *
   * @param {string} text
   * @param {string} list
   * @returns {{path: string, reason: "" | "unknown" | "unreadable"}}
   */
  function destination(text, list) {
    const found = readProvision(text);
    if (!found || found.before) {
      return { path: "", reason: "unreadable" };
    }
    if (!lists(list, found.article)) {
      return { path: "", reason: "unknown" };
    }
    // 項 without 款 cannot be told here: the article's page opens at its head
    const place = found.paragraph
      ? `#p${found.paragraph}${found.item ? `-i${found.item}` : ""}${found.item && found.subitem ? `-s${found.subitem}` : ""}`
      : "";
    return { path: `${found.article}/${place}`, reason: "" };
  }

  /** @param {Document} document */
  function mount(document) {
    for (const found of document.querySelectorAll("form[data-jump]")) {
      const form = /** @type {HTMLFormElement} */ (found);
      const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
      const status = form.querySelector("[data-jump-status]");
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (!input.value.trim()) {
          return;
        }
        const { path, reason } = destination(input.value, form.dataset.articles ?? "");
        if (reason) {
          input.setAttribute("aria-invalid", "true");
          input.select();
          if (status) {
            status.textContent = (form.dataset[reason] ?? "").replace("{text}", () => input.value.trim());
          }
          return;
        }
        const index = location.protocol === "file:" ? "index.html" : "";
        location.assign((form.dataset.jump ?? "") + path.replace("/", `/${index}`));
      });
      input.addEventListener("input", () => {
        input.removeAttribute("aria-invalid");
        if (status) {
          status.textContent = "";
        }
      });
      form.hidden = false;
    }
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { lists, destination };
  }
})();
