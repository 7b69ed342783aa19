"use strict";
/**
 * Draws what the engine found, with text nodes only. A hit is one link: of a list on the page, or (`options`) an option
 * of the listbox in the box, which may hold nothing else that is a link.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./parts.js").Part} Part
 * @typedef {import("./scan.js").Hit} Hit
 * @typedef {import("./words.js").Setting} Setting
 */
(() => {
  /** @type {typeof import("./words.js")} */
  const { chapterName, say } = typeof module === "undefined" ? self.duizhao : require("./words.js");
  /** @type {Record<string, number>} lines of a hit that are shown; one for kinds that are not named */
  const LINES = { provision: 2, explanation: 2, law: 0, heading: 0 };

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
   * The address of a page above the laws: `search`, `verify`, `wording`.
   *
   * @param {Pick<Setting, "base" | "locale" | "isFile">} setting
   * @param {string} name
   * @param {Record<string, string>} [asked]
   */
  function sitePage({ base, locale, isFile }, name, asked = {}) {
    const filled = Object.entries(asked).filter(([, value]) => value);
    const query = filled.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
    return `${base}${locale}/${name}/${isFile ? "index.html" : ""}${query ? `?${query}` : ""}`;
  }

  /**
   * What a hit is called: 第五十七條第二款, 對第十二條的意見, the name of the law; else that of its kind.
   *
   * @param {Setting} setting
   * @param {LawResult} result
   * @param {Hit} hit
   */
  function titleOf(setting, result, hit) {
    const { engine, script, said } = setting;
    const own = engine.label(hit, result, script);
    if (hit.kind === "law") {
      return engine.entry(result.law)?.title[script === "Hans" ? 1 : 0] ?? own;
    }
    return (hit.kind === "opinion" && own && say(setting, "about-opinion", { label: own })) || own || (said.kinds[hit.kind] ?? "");
  }

  /**
   * What is said beside it: its chapter, how many opinions there are on it, that it was converted.
   *
   * @param {Setting} setting
   * @param {LawResult} result
   * @param {Hit} hit
   * @param {boolean} whole with 第二章
   */
  function besideOf(setting, result, hit, whole) {
    const { engine, script } = setting;
    const index = engine.index(result.law, result.edition);
    const doc = index?.docs[hit.doc];
    if (hit.kind !== "provision") {
      const converted = Boolean(doc?.hans) === (script === "Hant") && ["opinion", "general"].includes(hit.kind);
      return converted ? say(setting, `converted-${script.toLowerCase()}`) : "";
    }
    const opinions = index?.docs.filter((d) => d.kind === "opinion" && d.page === hit.page).length ?? 0;
    const chapter = chapterName(setting, result, hit.within, !whole);
    return [chapter, opinions ? say(setting, "opinions", { n: opinions }) : ""].filter(Boolean).join("；");
  }

  /**
   * @param {Document} document
   * @param {Setting} setting
   * @param {LawResult} result
   * @param {Part | null} part null for what the query names
   * @param {Hit} hit
   * @param {boolean} options
   * @returns {HTMLAnchorElement}
   */
  function drawHit(document, setting, result, part, hit, options) {
    const { engine, script } = setting;
    const isCited = hit.tier === 0;
    const link = /** @type {HTMLAnchorElement} */ (element(document, "a", isCited ? "hit hit-cited" : "hit"));
    const marks = isCited && !result.parts.length ? [] : engine.spellings(hit, result);
    link.href = addressOf(setting, result, hit.page, hit.fragment, marks);
    asOption(link, options);
    const head = element(document, "span", "hit-head");
    if (isCited && hit.kind === "provision") {
      head.append(element(document, "span", "hit-beside", say(setting, "citation")), " ");
    }
    head.append(element(document, "b", "", titleOf(setting, result, hit)), " ");
    head.append(element(document, "span", "hit-beside", besideOf(setting, result, hit, isCited)));
    const go = element(document, "span", "hit-go");
    if (isCited) {
      go.setAttribute("aria-hidden", "true");
      go.append(element(document, "kbd", "", "Enter"), " ", say(setting, "go"));
    } else {
      go.textContent = hit.places ? say(setting, "only-places", { places: hit.places }) : "";
    }
    head.append(" ", go);
    link.append(head);
    if (hit.missing) {
      link.append(element(document, "span", "hit-missing", say(setting, "missing")));
    }
    for (const snippet of engine.snippets(hit, result, part, script, isCited ? 1 : LINES[hit.kind] ?? 1)) {
      const line = element(document, "span", hit.kind === "opinion" || hit.kind === "general" ? "hit-line hit-said" : "hit-line");
      line.lang = `zh-${snippet.script}`;
      line.append(...snippet.pieces.map((p) => (p.mark ? element(document, "mark", "", p.text) : p.text)));
      link.append(line);
    }
    return link;
  }

  /**
   * A link in the listbox is chosen with the arrows while the focus stays in the field.
   *
   * @param {HTMLElement} link
   * @param {boolean} options
   */
  function asOption(link, options) {
    if (options) {
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.tabIndex = -1;
    }
  }

  /**
   * @param {Document} document
   * @param {string} name
   * @param {string} [style]
   * @param {string} [text]
   * @returns {HTMLElement}
   */
  function element(document, name, style = "", text = "") {
    const made = document.createElement(name);
    if (style) {
      made.className = style;
    }
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  const exports = { addressOf, sitePage, titleOf, drawHit, asOption, element };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
