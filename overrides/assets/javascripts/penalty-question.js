"use strict";
/**
 * The question put to the table of penalties: reads the article as people type it against what the law has, and writes
 * the whole question into an address and back (`?article=art-12&gain=80000&branch=serious&subject=organisation`).
 */
(() => {
  /** @type {typeof import("./provision.js")} */
  const { readProvision } = typeof module === "undefined" ? self.duizhao : require("./provision.js");
  /** @type {typeof import("./penalty-amount.js")} */
  const { readAmount } = typeof module === "undefined" ? self.duizhao : require("./penalty-amount.js");
  /** @type {typeof import("./penalty-ranges.js")} */
  const { fits } = typeof module === "undefined" ? self.duizhao : require("./penalty-ranges.js");

  const MOST = 200;

  /**
   * The article or 款 that a text names, or why there are no penalties for it: 第十二條, 12, 第十七條第一款, art-12.
   * A 項 without its 款 is taken to stand in the first.
   *
   * @param {string} text
   * @param {PenaltyData} data
   * @returns {PenaltyArticle}
   */
  function readArticle(text, data) {
    const none = (/** @type {PenaltyArticle["why"]} */ why, id = "") => ({ id, why });
    if (!text.trim()) {
      return none("empty");
    }
    const found = text.length > MOST ? null : readProvision(text);
    if (!found) {
      return none("unreadable");
    }
    if (found.before) {
      return none("law");
    }
    const entry = data.articles.find(([id]) => id === found.article);
    if (!entry) {
      return none("unknown", found.article);
    }
    const paragraph = found.paragraph || (found.item ? 1 : 0);
    const id =
      found.article +
      (paragraph ? `-p${paragraph}` : "") +
      (found.item ? `-i${found.item}` : "") +
      (found.item && found.subitem ? `-s${found.subitem}` : "");
    if (paragraph > entry[2]) {
      return none("unknown-part", id);
    }
    return none(isNamed(data, id) ? "" : "unnamed", id);
  }

  /**
   * Does any penalty name this article, one of its parts, or what it lies in?
   *
   * @param {PenaltyData} data
   * @param {string} id
   */
  function isNamed(data, id) {
    return data.rows.some((row) => row.violated.some((named) => fits(named, id)));
  }

  /**
   * The gain that is asked with: 不明 with no figure, and 沒有 for a figure of nought.
   *
   * @param {string} choice `unknown`, `none` or `yuan`
   * @param {string} amount
   * @returns {{gain: PenaltyGain, why: PenaltyAmount["why"]}}
   */
  function readGain(choice, amount) {
    if (choice !== "yuan") {
      return { gain: { known: choice === "none" ? "none" : "unknown" }, why: "" };
    }
    const { yuan, why } = readAmount(amount);
    return { gain: why ? { known: "unknown" } : yuan ? { known: "yuan", yuan } : { known: "none" }, why };
  }

  /**
   * A form's fields as text; what is left at its first value is left out of the address.
   *
   * @typedef {{article: string, gain: string, amount: string, branches: string[], subject: string}} Fields
   * @param {Fields} fields
   * @returns {string} "" or `?…`
   */
  function toQuery({ article, gain, amount, branches, subject }) {
    const query = new URLSearchParams();
    const read = gain === "yuan" ? readAmount(amount) : null;
    const said = read ? (read.why ? "" : String(read.yuan)) : gain === "none" ? "none" : "";
    for (const [name, value] of [["article", article], ["gain", said], ["branch", branches.join(",")], ["subject", subject === "organisation" ? subject : ""]]) {
      if (name && value) {
        query.set(name, value);
      }
    }
    const text = query.toString().replace(/%2C/g, ",");
    return text && `?${text}`;
  }

  /**
   * @param {string} search
   * @returns {Fields}
   */
  function fromQuery(search) {
    const query = new URLSearchParams(search);
    const of = (/** @type {string} */ name) => (query.get(name) ?? "").slice(0, MOST);
    const gain = of("gain");
    const known = gain === "" || gain === "unknown" || gain === "none";
    return {
      article: of("article"),
      gain: known ? gain || "unknown" : "yuan",
      amount: known ? "" : gain,
      branches: of("branch").split(",").filter(Boolean),
      subject: of("subject") === "organisation" ? "organisation" : "person",
    };
  }

  const exports = { readArticle, readGain, isNamed, toQuery, fromQuery };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao || {}, exports);
  } else {
    module.exports = exports;
  }
})();
