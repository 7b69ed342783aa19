"use strict";
/**
 * The page of results. The question stands in the address: `?q=&law=&kind=provision,opinion&within=ch-2`. It is replaced
 * as one types and filters; a new question that is sent or followed is a step back and forth goes through.
 *
 * @typedef {import("./session.js").State} State
 * @typedef {import("./sections.js").Filter} Filter
 */
(() => {
  /** Hits of one law that are drawn at first. */
  const MOST = 300;
  /** Of one kind, where several laws have hits. */
  const OF_MANY = 20;

  /** @param {string} search */
  function readAddress(search) {
    const asked = new URLSearchParams(search);
    const kinds = (asked.get("kind") ?? "").split(",").filter(Boolean);
    return { query: asked.get("q") ?? "", law: asked.get("law") ?? "", filter: { kinds, within: asked.get("within") ?? "" } };
  }

  /** @param {{query: string, law: string, filter: Filter}} asked */
  function writeAddress({ query, law, filter }) {
    const url = new URL(location.href);
    const said = { q: query, law, kind: filter.kinds.join(","), within: filter.within };
    url.search = new URLSearchParams(Object.entries(said).filter(([, value]) => value)).toString();
    url.hash = "";
    return url.href;
  }

  /** @param {Document} document */
  function mount(document) {
    const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(`search-${id}`));
    const input = /** @type {HTMLInputElement} */ (find("input"));
    const status = find("status");
    const results = find("results");
    const proposals = find("proposals");
    const loader = self.duizhao.sharedLoader(document);
    let asked = readAddress(location.search);
    /** @type {import("./words.js").Setting | undefined} */
    let setting;

    const show = (/** @type {State} */ state, /** @type {import("./engine.js").LawResult} */ result) => {
      const manner = {
        query: state.query, options: false, titled: loader.catalogue.laws.length > 1, all: MOST, filter: asked.filter,
        most: state.laws.length > 1 ? OF_MANY : MOST,
      }; // prettier-ignore
      return self.duizhao.drawLaw(document, /** @type {any} */ (setting), result, manner);
    };
    const redraw = (/** @type {State} */ state) => {
      results.replaceChildren(...state.results.map((result) => show(state, result)));
      around(state);
    };
    const around = (/** @type {State} */ state) => {
      if (!setting) {
        return;
      }
      const { drawFilters, drawLast, drawNotices, drawUses, recentQueries } = self.duizhao;
      const own = setting;
      drawFilters(document, own, find("facets"), state.results, asked.filter, (filter) => {
        asked = { ...asked, filter };
        remember("replace");
        redraw(state);
      });
      drawLast(document, own, find("last"), recentQueries(), () => {
        self.duizhao.clearRecent();
        around(state);
      });
      drawUses(document, own, find("uses"), state.query, state.results);
      find("notices").replaceChildren(...state.results.slice(0, 3).flatMap((result) => drawNotices(document, own, result, false)));
      find("quote").replaceChildren(...self.duizhao.drawQuotation(document, own, state.query, "", false));
    };
    const session = self.duizhao.createSession(loader, {
      begin(state) {
        setting ??= self.duizhao.settingOf(document, loader);
        results.replaceChildren();
        proposals.replaceChildren();
        find("start").hidden = Boolean(state.query);
        status.textContent = state.query ? self.duizhao.say(setting, "searching") : "";
      },
      found(state, result, at) {
        const next = state.results[at + 1]?.law;
        results.insertBefore(show(state, result), next ? results.querySelector(`[data-law="${next}"]`) : null);
      },
      end(state) {
        results.closest(".find")?.classList.add("is-ready");
        if (!setting) {
          status.textContent = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"))?.dataset.broken ?? "";
          return;
        }
        status.textContent = self.duizhao.statusOf(setting, state);
        around(state);
        const isNothing = self.duizhao.isNothing(state);
        const found = isNothing ? setting.engine.propose(state.query, state.looked, setting.script) : [];
        const isSaid = isNothing && (found.length > 0 || !state.results.length); // else a notice says it
        status.classList.toggle("vh", isSaid && !state.failed); // the heading says it
        if (isSaid) {
          proposals.replaceChildren(self.duizhao.drawNothing(document, setting, state, found, true));
        }
        proposals.append(...self.duizhao.drawLeft(document, setting, state, () => session.more()));
      },
    });

    const remember = (/** @type {"push" | "replace"} */ way) => {
      const address = writeAddress(asked);
      try {
        if (address !== location.href) {
          history[`${way}State`](null, "", address);
        }
      } catch {
        // a browser may forbid it for file: addresses, or too often in a short time
      }
    };
    const ask = (/** @type {string} */ query, /** @type {"push" | "replace"} */ way) => {
      asked = { query: query.trim(), law: asked.law, filter: { kinds: [], within: "" } };
      remember(way);
      return session.run(query, asked.law);
    };
    const read = () => {
      asked = readAddress(location.search);
      input.value = asked.query;
      void session.run(asked.query, asked.law);
    };
    input.addEventListener("keydown", (event) => {
      const first = /** @type {HTMLElement | null} */ (results.querySelector("a.hit-cited"));
      const isShown = session.state.query === input.value.trim();
      if (event.key === "Enter" && !event.isComposing && event.keyCode !== 229 && first && isShown) {
        event.preventDefault();
        first.click();
      }
    });
    listen(document, input, { ask, read });
    read();
  }

  /**
   * @param {Document} document
   * @param {HTMLInputElement} input
   * @param {{ask: (query: string, way: "push" | "replace") => unknown, read: () => void}} page
   */
  function listen(document, input, { ask, read }) {
    input.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) {
        ask(input.value, "replace");
      }
    });
    input.addEventListener("compositionend", () => ask(input.value, "replace"));
    input.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      self.duizhao.keepRecent(input.value);
      ask(input.value, "push");
    });
    document.addEventListener("click", (event) => {
      const { ctrlKey, metaKey, shiftKey } = event;
      const target = /** @type {HTMLElement} */ (event.target);
      const goal = /** @type {HTMLElement | null} */ (target.closest("[data-ask]"));
      if (goal?.dataset.ask !== undefined && !ctrlKey && !metaKey && !shiftKey) {
        event.preventDefault();
        input.value = goal.dataset.ask;
        input.focus();
        ask(input.value, "push");
      } else if (target.closest("#search-results a")) {
        self.duizhao.keepRecent(input.value);
      }
    });
    addEventListener("popstate", read);
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { readAddress };
  }
})();
