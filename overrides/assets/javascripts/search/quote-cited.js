"use strict";
/**
 * How the provision found is cited, in the three forms of the page, and what its two buttons copy.
 *
 * @typedef {import("./quote.js").Answer} Answer
 * @typedef {import("./quote-draw.js").Setting} Setting
 */
(() => {
  const shared = typeof module === "undefined" ? self.duizhao : null;
  /** @type {typeof import("./quote-cite.js")} */
  const { placeOf, nameOf, titleOf, citeAbroad, addressOf } = shared ?? require("./quote-cite.js");
  /** @type {typeof import("./quote-lines.js")} */
  const { wordsOf } = shared ?? require("./quote-lines.js");
  /** The verdicts that name a provision. */
  const CITED = ["exact", "folded", "differs", "joined"];

  /**
   * @param {HTMLElement} root
   * @param {Answer | null} answer
   * @param {Setting} setting
   */
  function drawCites(root, answer, setting) {
    const places = answer && CITED.includes(answer.verdict) ? answer.places.map(({ at }) => at) : [];
    const cited = answer?.verdict === "joined" ? places : places.slice(0, 1);
    const cite = (/** @type {string} */ form) => citationOf(cited, form, setting);
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-cite]"))) {
      const words = /** @type {HTMLElement} */ (row.querySelector("[data-cite-words]"));
      words.textContent = cite(row.dataset.cite ?? "") || words.dataset.none || "";
      words.classList.toggle("soft", !cited.length);
      words.lang = cited.length && row.dataset.cite !== "mainland" ? "zh-Hant" : "";
    }
    const lines = [...new Set(cited.map((at) => wordsOf({ index: at.index, line: at.line, last: at.last, script: at.script })))];
    const address = cited[0] ? new URL(addressOf(cited[0], placeOf(cited[0], setting.script), setting.site), location.href) : null;
    address?.searchParams.delete("h");
    setCopy(root, "[data-copy-law]", lines.join("\n"));
    setCopy(root, "[data-copy-cite]", address ? `${cite("mainland")}，${address.href}` : "");
  }

  /**
   * @param {HTMLElement} root
   * @param {string} selector
   * @param {string} text
   */
  function setCopy(root, selector, text) {
    const button = /** @type {HTMLButtonElement} */ (root.querySelector(selector));
    button.disabled = !text;
    Object.assign(button.dataset, { copy: text, copied: root.dataset.copied ?? "", failed: root.dataset.failed ?? "" });
  }

  /**
   * 《某法》第六條第一款、第二款：each law once.
   *
   * @param {import("./quote-lines.js").Stretch[]} cited
   * @param {string} form
   * @param {Setting} setting
   */
  function citationOf(cited, form, { say, script, names }) {
    const own = form === "mainland" ? script : "Hant"; // both others are written in Traditional
    /** @type {Map<string, Set<string>>} */
    const laws = new Map();
    for (const at of cited) {
      const name = titleOf(at.index, names(at.index), own);
      const title = form === "taiwan" ? name : `《${name}》`;
      const place = placeOf(at, own);
      const unit = form === "mainland" ? nameOf(place, say) : citeAbroad(place, /** @type {"taiwan" | "hong-kong"} */ (form));
      laws.set(title, (laws.get(title) ?? new Set()).add(unit));
    }
    return [...laws].map(([title, units]) => title + [...units].join("、")).join("；");
  }

  const exports = { drawCites };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
