"use strict";
/**
 * What the search box holds beside results: what stands around its field, and what was searched for last.
 *
 * @typedef {import("./words.js").Setting} Setting
 */
(() => {
  /**
   * Put what stands around the field into the dialog.
   *
   * @param {Document} document
   * @param {HTMLDialogElement} dialog
   * @param {Setting} setting
   */
  function fillBox(document, dialog, setting) {
    const box = /** @type {HTMLElement} */ (dialog.querySelector(".search-box"));
    const made = document.createElement("template");
    made.innerHTML = setting.said.box; // our own template, rendered when the site was built
    const close = /** @type {HTMLElement} */ (made.content.querySelector("[data-search-close]"));
    box.querySelector("form")?.append(close);
    close.addEventListener("click", () => dialog.close());
    box.append(made.content);
    const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (box.querySelector(`[data-${name}]`));
    const keys = /** @type {HTMLInputElement} */ (find("keys-switch"));
    keys.checked = self.duizhao.recall("keys") !== "off";
    return {
      input: /** @type {HTMLInputElement} */ (box.querySelector("input")),
      status: find("search-status"),
      chips: find("search-chips"),
      results: find("search-results"),
      proposals: find("search-proposals"),
      left: find("search-left"),
      all: /** @type {HTMLAnchorElement} */ (find("search-all")),
      others: /** @type {HTMLAnchorElement} */ (find("search-others")),
      clear: find("recent-clear"),
      copy: find("copy"),
    };
  }

  /**
   * @param {Document} document
   * @param {Setting} setting
   * @param {string[]} queries
   */
  function drawRecent(document, setting, queries) {
    const { asOption, element, say, sitePage } = self.duizhao;
    const group = element(document, "div", "recent");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", say(setting, "recent"));
    const head = element(document, "div", "hits-head", say(setting, "recent"));
    head.setAttribute("aria-hidden", "true");
    group.append(head);
    for (const query of queries) {
      const link = /** @type {HTMLAnchorElement} */ (element(document, "a", "hit", query));
      link.href = sitePage(setting, "search", { q: query });
      link.dataset.ask = query;
      asOption(link, true);
      group.append(link);
    }
    return group;
  }

  const exports = { fillBox, drawRecent };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
