"use strict";
/**
 * What one law has, in its order: what the query names, what stands there literally, what the law says in words of its
 * own, each kind under its heading with its count.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./parts.js").Group} Group
 * @typedef {import("./parts.js").Part} Part
 * @typedef {import("./scan.js").Hit} Hit
 * @typedef {import("./words.js").Setting} Setting
 *
 * @typedef {{kinds: string[], within: string, law: string}} Filter [] and "" let all through
 *
 * @typedef {object} Manner
 * @property {string} query
 * @property {boolean} options hits are options of a listbox
 * @property {boolean} titled the law's title stands above
 * @property {number} most hits of a kind that are drawn at first
 * @property {number} all hits that are drawn at first
 * @property {Filter} filter
 */
(() => {
  /** @type {typeof import("./words.js")} */
  const { countWords, say, sumWords, typedWord, writtenWord } =
    typeof module === "undefined" ? self.duizhao : require("./words.js");
  /** @type {typeof import("./results.js")} */
  const { drawHit, element } = typeof module === "undefined" ? self.duizhao : require("./results.js");
  let sections = 0;

  /** @param {Filter} filter @param {Hit} hit */
  function passes({ kinds, within }, hit) {
    return (!kinds.length || kinds.includes(hit.kind)) && (!within || hit.within === within);
  }

  /**
   * @param {Document} document
   * @param {Setting} setting
   * @param {LawResult} result
   * @param {Manner} manner
   * @returns {HTMLElement}
   */
  function drawLaw(document, setting, result, manner) {
    const { options, filter } = manner;
    const section = element(document, options ? "div" : "section", "law-found");
    section.dataset.law = result.law;
    if (manner.titled && (result.cited.length || result.parts.length)) {
      const entry = setting.engine.entry(result.law);
      const at = setting.script === "Hans" ? 1 : 0;
      const isNewest = entry?.editions[0]?.edition === result.edition;
      const label = entry?.editions.find((e) => e.edition === result.edition)?.label[at] ?? "";
      const title = (entry?.title[at] ?? "") + (isNewest || !label ? "" : ` ${label}`);
      section.append(element(document, options ? "div" : "h2", "law-title", title));
    }
    section.append(...result.cited.map((hit) => drawHit(document, setting, result, null, hit, options)));
    let room = manner.all;
    for (const part of result.parts) {
      const groups = part.groups.map((group) => narrowed(group, filter)).filter((group) => group.hits.length);
      if (part.uses.length) {
        section.append(drawExchange(document, setting, result, part, manner));
      }
      for (const group of groups) {
        const drawn = drawGroup(document, setting, result, part, group, { ...manner, most: Math.min(room, manner.most) });
        room = Math.max(0, room - group.hits.length);
        section.append(...drawn);
      }
    }
    return section;
  }

  /**
   * The hits that a filter lets through, and how many they are; without a filter the group's own count, in which those
   * that stand above as cited are counted too.
   *
   * @param {Group} group
   * @param {Filter} filter
   * @returns {Group}
   */
  function narrowed(group, filter) {
    if (!filter.kinds.length && !filter.within) {
      return group;
    }
    const hits = group.hits.filter((hit) => passes(filter, hit));
    const isWhole = hits.length === group.hits.length;
    return isWhole ? group : { ...group, hits, docs: hits.length, places: hits.reduce((sum, hit) => sum + hit.places, 0) };
  }

  /**
   * @param {Document} document
   * @param {Setting} setting
   * @param {LawResult} result
   * @param {Part} part
   * @param {Group} group
   * @param {Manner} manner
   * @returns {HTMLElement[]}
   */
  function drawGroup(document, setting, result, part, group, manner) {
    const { options, most } = manner;
    const id = `found-${++sections}`;
    const head = element(document, options ? "div" : manner.titled ? "h3" : "h2", "hits-head", setting.said.kinds[group.kind] ?? "");
    head.id = id;
    head.append(" ", element(document, "small", "", countWords(setting, group)));
    const list = element(document, options ? "div" : "ol", "hits");
    if (options) {
      list.setAttribute("role", "group");
      list.setAttribute("aria-labelledby", id);
    }
    const draw = (/** @type {Hit[]} */ hits) => {
      for (const hit of hits) {
        const link = drawHit(document, setting, result, part, hit, options);
        const item = options ? link : element(document, "li");
        list.append(item);
        item.append(...(options ? [] : [link]));
      }
    };
    draw(group.hits.slice(0, most));
    const rest = group.hits.length - most;
    if (rest <= 0 || options) {
      return [head, list];
    }
    const more = element(document, "button", "search-more", say(setting, "more", { n: rest }));
    more.setAttribute("type", "button");
    more.addEventListener("click", () => {
      more.remove();
      draw(group.hits.slice(most));
      list.querySelectorAll("a")[most]?.focus();
    });
    return [head, list, more];
  }

  /**
   * 條文中沒有「網路」。以本法用語「網絡」查得條文 54 條，共 183 處。
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {LawResult} result
   * @param {Part} part
   * @param {Manner} manner
   */
  function drawExchange(document, setting, result, part, { query, options }) {
    const from = unique(part.uses.map((use) => typedWord(setting, query, use.from)));
    const to = unique(part.uses.map((use) => writtenWord(setting, result, part, use.to)));
    const isThere = from.some((word) => stands(setting, result, word));
    const line = element(document, "div", "search-notice");
    const and = say(setting, "and");
    const counts = sumWords(setting, [part]);
    const values = { from: from.join(and), to: "\n", counts };
    const [before = "", after = ""] = say(setting, isThere ? "literal-some" : "literal-none", values).split("\n");
    const words = element(document, "span", "", before);
    words.append(element(document, "b", "", to.join(and)), after);
    line.append(words);
    if (!options) {
      const literal = from.reduce((text, word) => text.replace(word, () => `「${word}」`), query);
      const button = element(document, "button", "search-more", say(setting, "only-literal", { query: from.join(and) }));
      button.setAttribute("type", "button");
      button.dataset.ask = literal;
      line.append(button);
    }
    return line;
  }

  /**
   * Does a provision of this law have this very word?
   *
   * @param {Setting} setting
   * @param {LawResult} result
   * @param {string} word
   */
  function stands({ engine }, result, word) {
    const found = engine.search(`「${word}」`, result.law, result.edition);
    return Boolean(found?.parts.some((part) => !part.uses.length && part.groups.some((g) => g.kind === "provision")));
  }

  /** @param {string[]} words */
  function unique(words) {
    return [...new Set(words)];
  }

  const exports = { drawLaw, passes };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
