"use strict";
/**
 * Draws a quotation over the words of the law, one column a character, and below it each difference in words. Marks
 * are ground, rule and weight, never colour alone; what a reader hears is the words, not the columns.
 *
 * @typedef {import("./quote.js").Compared} Compared
 * @typedef {import("./quote-columns.js").Column} Column
 * @typedef {import("./quote-columns.js").Change} Change
 * @typedef {import("./quote-cite.js").Say} Say
 *
 * @typedef {object} Pen
 * @property {Document} document
 * @property {Say} say
 * @property {(compared: Compared) => string} address
 */
(() => {
  /** @type {typeof import("./quote-columns.js")} */
  const { columnsOf, changesOf } = typeof module === "undefined" ? self.duizhao : require("./quote-columns.js");
  const [MOST_COLUMNS, MOST_CHANGES] = [2400, 60];
  const LANGUAGES = { Hant: "zh-Hant", Hans: "zh-Hans" };

  /**
   * @param {Document} document
   * @param {string} tag
   * @param {string} className
   * @param {...(string | Node)} inner
   */
  function make(document, tag, className, ...inner) {
    const element = document.createElement(tag);
    if (className) {
      element.className = className;
    }
    element.append(...inner);
    return element;
  }

  /**
   * @param {Pen} pen
   * @param {Compared} compared
   * @returns {HTMLElement}
   */
  function drawColumns({ document, say }, { at, alignment }) {
    const lang = LANGUAGES[at.script];
    const { columns } = columnsOf(alignment);
    const spoken = make(document, "p", "vh", `${say("quote")}：${alignment.quote.text}　${say("law")}：${alignment.law.text}`);
    const heads = make(document, "p", "verify-heads", make(document, "span", "", say("quote")), make(document, "span", "", say("law")));
    const grid = make(document, "div", "verify-columns", ...columns.slice(0, MOST_COLUMNS).map((column, i) => drawColumn(document, column, columns[i - 1], columns[i + 1])));
    heads.setAttribute("aria-hidden", "true");
    grid.setAttribute("aria-hidden", "true");
    [spoken, grid].forEach((element) => (element.lang = lang));
    const cut = columns.length > MOST_COLUMNS ? [make(document, "p", "soft", say("cut", { n: MOST_COLUMNS }))] : [];
    return make(document, "div", "verify-align", spoken, heads, grid, ...cut);
  }

  /**
   * @param {Document} document
   * @param {Column} column
   * @param {Column | undefined} before
   * @param {Column | undefined} after
   */
  function drawColumn(document, { quote, law, kind, change }, before, after) {
    const cell = (/** @type {string} */ text, /** @type {string} */ name) =>
      make(document, "span", `verify-${name}${kind === "change" && !text ? " verify-gap" : ""}`, text);
    const ends = change ? `${before?.change === change ? "" : " verify-first"}${after?.change === change ? "" : " verify-last"}` : "";
    return make(document, "span", `verify-${kind}${ends}`, ...(kind === "break" ? [] : [cell(quote, "quote"), cell(law, "law")]));
  }

  /**
   * @param {Pen} pen
   * @param {Compared} compared
   * @returns {HTMLElement}
   */
  function drawChanges(pen, compared) {
    const { document, say } = pen;
    const changes = changesOf(compared.alignment);
    const items = changes.slice(0, MOST_CHANGES).map((change, i) => {
      const link = make(document, "a", "", say("to-place"));
      link.setAttribute("href", pen.address(compared));
      return make(document, "li", "", make(document, "span", "verify-number", String(i + 1)), drawChange(pen, change, LANGUAGES[compared.at.script]), link);
    });
    const rest = changes.length - items.length;
    return make(document, "ol", "verify-changes", ...items, ...(rest > 0 ? [make(document, "li", "soft", say("more-changes", { n: rest }))] : []));
  }

  /**
   * @param {Pen} pen
   * @param {Change} change
   * @param {string} lang
   */
  function drawChange({ document, say }, change, lang) {
    const { quote, law, before, after, number, numbers } = change;
    const words = make(document, "span", "verify-words", before);
    words.lang = lang;
    if (quote) {
      words.append(make(document, "ins", "", quote));
    }
    if (law) {
      words.append(make(document, "del", "", law));
    }
    words.append(after);
    const values = number ? { quote: numbers[0], law: numbers[1] } : { quote, law };
    const key = number || (!law ? "only-quote" : !quote ? "only-law" : "other");
    return make(document, "span", "verify-change-words", words, make(document, "small", "", say(key, values)));
  }

  /**
   * 不計：繁簡 25 字；標點 1 處（；／，）.
   *
   * @param {Pen} pen
   * @param {Compared[]} places
   * @returns {Node[]}
   */
  function drawUncounted({ document, say }, places) {
    const script = places.flatMap((place) => place.uncounted.script);
    const marks = places.flatMap((place) => place.uncounted.marks);
    const blanks = places.reduce((sum, place) => sum + place.uncounted.blanks, 0);
    const pairs = (/** @type {[string, string][]} */ found) => {
      const all = [...new Set(found.map(([quote, law]) => say("pair", { quote: quote || say("none"), law: law || say("none") })))];
      return all.length && all.length <= 8 ? `（${all.join("、")}）` : "";
    };
    const said = [
      script.length ? say("script", { n: script.length }) + pairs(script) : "",
      marks.length ? say("marks", { n: marks.length }) + pairs(marks) : "",
      blanks ? say("blanks", { n: blanks }) : "",
    ].filter(Boolean);
    return said.length ? [make(document, "p", "verify-uncounted", say("uncounted", { list: said.join(say("and")) }))] : [];
  }

  const exports = { make, drawColumns, drawChanges, drawUncounted };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
