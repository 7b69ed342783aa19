"use strict";
/**
 * What stands around the results on the page of results: filters, what was searched for last, the wording that was used.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./facets.js").Facet} Facet
 * @typedef {import("./sections.js").Filter} Filter
 * @typedef {import("./words.js").Setting} Setting
 */
(() => {
  /** @type {typeof import("./words.js")} */
  const { lawName, say, sumWords, typedWord, writtenWord } = typeof module === "undefined" ? self.duizhao : require("./words.js");
  /** @type {typeof import("./facets.js")} */
  const { facetsOf, shownOf } = typeof module === "undefined" ? self.duizhao : require("./facets.js");
  /** @type {typeof import("./results.js")} */
  const { element, sitePage } = typeof module === "undefined" ? self.duizhao : require("./results.js");
  /** @type {typeof import("./chips.js")} */
  const { drawChips } = typeof module === "undefined" ? self.duizhao : require("./chips.js");

  /**
   * Kinds as boxes to tick, laws and chapters as buttons; all as chips where the page is narrow.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {HTMLElement} holder
   * @param {LawResult[]} results
   * @param {Filter} filter
   * @param {boolean} several the site has several laws
   * @param {(filter: Filter) => void} onChange
   */
  function drawFilters(document, setting, holder, results, filter, several, onChange) {
    const { laws, kinds, chapters } = facetsOf(setting, results, filter.law);
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.facet ?? "";
    const chips = element(document, "div", "search-chips");
    drawChips(document, setting, chips, results, filter, onChange);
    const isAsked = several && (laws.length > 1 || filter.law);
    const lawButtons = (/** @type {string} */ style) => drawLaws(document, setting, isAsked ? laws : [], filter, style, onChange);
    const lawChips = element(document, "div", "search-chips law-chips");
    lawChips.append(...lawButtons("chip"));
    lawChips.hidden = !isAsked;
    const isWithin = (/** @type {Facet} */ facet) => filter.within === facet.key;
    const buttons = (chapters.length > 1 || filter.within ? chapters : []).map((facet) =>
      drawButton(document, facet, "facet", isWithin(facet), () => onChange({ ...filter, within: isWithin(facet) ? "" : facet.key })),
    );
    holder.replaceChildren(
      chips, lawChips,
      ...group(document, say(setting, "kinds"), drawKinds(document, kinds, filter, onChange)),
      ...group(document, say(setting, "laws"), lawButtons("facet")),
      ...group(document, say(setting, "chapters"), buttons),
    ); // prettier-ignore
    const same = [...holder.querySelectorAll("[data-facet]")].filter((one) => /** @type {HTMLElement} */ (one).dataset.facet === focused);
    /** @type {HTMLElement | undefined} */ (focused ? same.find((one) => one.getClientRects().length) : undefined)?.focus();
  }

  /**
   * @param {Document} document
   * @param {Facet[]} kinds
   * @param {Filter} filter
   * @param {(filter: Filter) => void} onChange
   */
  function drawKinds(document, kinds, filter, onChange) {
    const all = kinds.map((kind) => kind.key);
    const ticked = filter.kinds.length ? filter.kinds : all;
    return kinds.map((facet) => {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.checked = ticked.includes(facet.key);
      box.dataset.facet = facet.key;
      box.addEventListener("change", () => {
        const next = all.filter((key) => (key === facet.key ? box.checked : ticked.includes(key)));
        onChange({ ...filter, kinds: next.length === all.length ? [] : next });
      });
      const label = element(document, "label");
      label.append(box, " ", ...countedName(document, facet));
      return label;
    });
  }

  /**
   * One law alone, or all of them. What narrows one law narrows no other.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {Facet[]} laws
   * @param {Filter} filter
   * @param {string} style
   * @param {(filter: Filter) => void} onChange
   */
  function drawLaws(document, setting, laws, filter, style, onChange) {
    const sum = laws.reduce((all, { docs }) => all + docs, 0);
    const all = { key: "", name: say(setting, "all-laws"), docs: sum };
    return (laws.length ? [all, ...laws] : []).map((facet) => {
      const next = { ...filter, within: "", law: facet.key };
      const button = drawButton(document, facet, style, filter.law === facet.key, () => onChange(next));
      button.dataset.facet = `law ${facet.key}`;
      return button;
    });
  }

  /**
   * @param {Document} document
   * @param {Facet} facet
   * @param {string} style
   * @param {boolean} isOn
   * @param {() => void} onPress
   */
  function drawButton(document, facet, style, isOn, onPress) {
    const button = element(document, "button", style);
    button.setAttribute("type", "button");
    button.setAttribute("aria-pressed", String(isOn));
    button.dataset.facet = facet.key;
    button.append(...countedName(document, facet));
    button.addEventListener("click", onPress);
    return button;
  }

  /**
   * Where one law is shown alone: that the others have something too, and the way to it.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {HTMLElement} holder
   * @param {import("./session.js").State} state
   * @param {Filter} filter
   * @param {(filter: Filter) => void} onChange
   */
  function drawScope(document, setting, holder, { results }, filter, onChange) {
    const has = (/** @type {LawResult} */ { parts, cited }) => parts.length > 0 || cited.length > 0;
    const own = shownOf(results, filter.law).filter(has);
    const others = filter.law ? results.filter((result) => result.law !== filter.law && has(result)) : [];
    holder.replaceChildren();
    if (!others.length) {
      return;
    }
    const line = element(document, "div", "search-notice is-open");
    const parts = others.flatMap((result) => result.parts);
    const only = own.length ? say(setting, "only-law", { law: lawName(setting, filter.law) }) : "";
    const values = { laws: others.length, counts: parts.length ? sumWords(setting, parts) : "" };
    line.append(element(document, "span", "", only + say(setting, parts.length ? "elsewhere" : "elsewhere-cited", values)));
    const button = element(document, "button", "search-more", say(setting, "see-all-laws"));
    button.setAttribute("type", "button");
    button.addEventListener("click", () => onChange({ kinds: [], within: "", law: "" }));
    line.append(button);
    holder.append(line);
  }

  /** @param {Document} document @param {Facet} facet */
  function countedName(document, { name, docs }) {
    return [element(document, "span", "", name), " ", element(document, "span", "chip-count", String(docs))];
  }

  /**
   * @param {Document} document
   * @param {string} title
   * @param {HTMLElement[]} items
   */
  function group(document, title, items) {
    const list = element(document, "ul", "plain");
    for (const item of items) {
      const row = element(document, "li");
      row.append(item);
      list.append(row);
    }
    return items.length ? [element(document, "h2", "facets-head", title), list] : [];
  }

  /**
   * @param {Document} document
   * @param {Setting} setting
   * @param {HTMLElement} holder
   * @param {string[]} queries
   * @param {() => void} onClear
   */
  function drawLast(document, setting, holder, queries, onClear) {
    const links = queries.map((query) => {
      const link = /** @type {HTMLAnchorElement} */ (element(document, "a", "", query));
      link.href = sitePage(setting, "search", { q: query });
      link.dataset.ask = query;
      return link;
    });
    const clear = element(document, "button", "facet soft", say(setting, "forget"));
    clear.setAttribute("type", "button");
    clear.addEventListener("click", onClear);
    holder.replaceChildren(...group(document, say(setting, "recent"), queries.length ? [...links, clear] : []));
  }

  /**
   * 網路 → 網絡, whose word the first is, and the way to the row of the table that says why.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {HTMLElement} holder
   * @param {string} query
   * @param {LawResult[]} results
   */
  function drawUses(document, setting, holder, query, results) {
    /** @type {Map<string, HTMLElement>} */
    const rows = new Map();
    for (const result of results) {
      for (const part of result.parts) {
        for (const { from, to, of } of part.uses.filter((use) => !rows.has(`${use.from} ${use.to}`))) {
          const row = element(document, "li");
          const link = /** @type {HTMLAnchorElement} */ (element(document, "a", "", typedWord(setting, query, from)));
          link.href = `${sitePage(setting, "wording")}#w-${from}`;
          const whose = setting.said.words[`wording.of.${of}`] ?? "";
          row.append(link, " → ", element(document, "b", "", writtenWord(setting, result, part, to)), " ", element(document, "small", "soft", whose));
          rows.set(`${from} ${to}`, row);
        }
      }
    }
    holder.replaceChildren(...rows.values());
    holder.hidden = !rows.size;
  }

  const exports = { drawFilters, drawLast, drawScope, drawUses };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
