"use strict";
/**
 * Draws what the engine found, with text nodes only. Words of the interface come from the dialog's data attributes.
 *
 * @typedef {import("./scan.js").Hit} Hit
 * @typedef {import("./engine.js").LawResult} LawHits
 * @typedef {import("./engine.js").LawEntry} LawEntry
 * @typedef {import("./shard.js").Script} Script
 * @typedef {ReturnType<typeof import("./engine.js").createEngine>} Engine
 *
 * @typedef {object} Setting where and how results are shown
 * @property {Engine} engine
 * @property {DOMStringMap} words `kindProvision`, `aboutOpinion`, `missing`, `more`
 * @property {string} base way to the site's root
 * @property {string} locale the tree: `zh-hant`
 * @property {Script} script the script that comes first in it
 * @property {boolean} isFile a folder's address then needs its index.html
 */
(() => {
  /** @type {Record<string, number>} lines of a hit that are shown; one for kinds that are not named */
  const LINES = { provision: 2, opinion: 1, explanation: 4, notice: 2, general: 2, annex: 2, law: 0, heading: 0 };

  /**
   * The address of a place that was found, with the words to mark there.
   *
   * @param {Pick<Setting, "base" | "locale" | "isFile">} setting
   * @param {{law: string, edition: string}} place
   * @param {string} page
   * @param {string} fragment
   * @param {string[]} marks
   * @returns {string}
   */
  function addressOf({ base, locale, isFile }, { law, edition }, page, fragment, marks) {
    const query = marks.map((word) => `h=${encodeURIComponent(word)}`).join("&");
    const path = `${base}${locale}/${law}/${edition}/${page ? `${page}/` : ""}${isFile ? "index.html" : ""}`;
    return path + (query ? `?${query}` : "") + (fragment ? `#${fragment}` : "");
  }

  /**
   * One law's results as a section; `count` of each kind at first, the rest behind a button.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {LawHits} result
   * @param {LawEntry} entry
   * @param {number} count
   * @returns {HTMLElement}
   */
  function drawLaw(document, setting, result, entry, count) {
    const section = document.createElement("section");
    const simple = setting.script === "Hans" ? 1 : 0;
    const newest = entry.editions[0]?.edition === result.edition;
    const label = entry.editions.find((e) => e.edition === result.edition)?.label[simple] ?? "";
    section.append(element(document, "h3", "", entry.title[simple] + (newest ? "" : ` ${label}`)));
    const cited = result.cited.length ? [{ kind: result.cited[0]?.kind ?? "", hits: result.cited }] : [];
    for (const { kind, hits } of [...cited, ...result.parts.flatMap((part) => part.groups)]) {
      const name = setting.words[`kind${kind[0]?.toUpperCase()}${kind.slice(1)}`] ?? "";
      const list = document.createElement("ol");
      const draw = (/** @type {Hit[]} */ some) =>
        list.append(...some.map((hit) => drawHit(document, setting, result, hit, name, entry)));
      const heading = element(document, "h4", "", name);
      heading.append(" ", element(document, "span", "", String(hits.length)));
      section.append(heading, list);
      draw(hits.slice(0, count));
      if (hits.length > count) {
        const words = (setting.words.more ?? "").replace("{n}", String(hits.length - count));
        const more = element(document, "button", "search-more", words);
        more.setAttribute("type", "button");
        more.addEventListener("click", () => {
          more.remove();
          draw(hits.slice(count));
          list.querySelectorAll("li")[count]?.querySelector("a")?.focus();
        });
        section.append(more);
      }
    }
    return section;
  }

  /**
   * @param {Document} document
   * @param {Setting} setting
   * @param {LawHits} result
   * @param {Hit} hit
   * @param {string} kind the word for its kind
   * @param {LawEntry} entry
   * @returns {HTMLElement}
   */
  function drawHit(document, setting, result, hit, kind, entry) {
    const { engine, words, script } = setting;
    const own = engine.label(hit, result, script);
    const opinion = hit.kind === "opinion" && own ? (words.aboutOpinion ?? "").replace("{label}", () => own) : "";
    const title = hit.kind === "law" ? entry.title[script === "Hans" ? 1 : 0] : opinion || own || kind;
    const marks = hit.tier === 0 ? [] : engine.spellings(hit, result);
    const item = document.createElement("li");
    const link = (/** @type {string} */ fragment) => {
      const a = document.createElement("a");
      a.href = addressOf(setting, result, hit.page, fragment, marks);
      item.append(a);
      return a;
    };
    const head = link(hit.fragment);
    head.append(element(document, "strong", "", title));
    if (hit.missing) {
      head.append(" ", element(document, "em", "", words.missing ?? ""));
    }
    engine.snippets(hit, result, null, script, LINES[hit.kind] ?? 1).forEach(({ script: lang, pieces, fragment }, i) => {
      const line = element(document, "span", "search-line", "");
      line.lang = `zh-${lang}`;
      line.append(...pieces.map((p) => (p.mark ? element(document, "mark", "", p.text) : p.text)));
      (i === 0 || fragment === hit.fragment ? head : link(fragment)).append(line);
    });
    return item;
  }

  /**
   * @param {Document} document
   * @param {string} name
   * @param {string} style
   * @param {string} text
   * @returns {HTMLElement}
   */
  function element(document, name, style, text) {
    const made = document.createElement(name);
    made.className = style;
    made.textContent = text;
    return made;
  }

  const exports = { addressOf, drawLaw };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
