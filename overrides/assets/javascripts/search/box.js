"use strict";
/**
 * The search box: a combobox whose listbox holds what was found. The focus stays in the field; the arrows choose, Enter
 * goes there, or to the first. search.js makes the dialog and its field, this fills it.
 *
 * @typedef {import("./session.js").State} State
 * @typedef {import("./sections.js").Filter} Filter
 * @typedef {import("./words.js").Setting} Setting
 */
(() => {
  const OWN = 8;
  const OTHER = 3;

  /**
   * @param {Document} document
   * @param {HTMLDialogElement} dialog
   */
  function mountBox(document, dialog) {
    const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
    const loader = self.duizhao.sharedLoader(document);
    /** @type {Box | null} */
    let box = null;
    let pasted = "";
    let early = false;
    const status = dialog.querySelector("[data-search-status]");
    const broken = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"))?.dataset.broken ?? "";
    const session = self.duizhao.createSession(loader, {
      begin(state) {
        box ??= makeBox(document, dialog, loader, () => session, run);
        box.begin(state, pasted);
        if (early) {
          early = false;
          box.enter(state);
        }
      },
      found: (state, result, at) => box?.found(state, result, at),
      end: (state) => (box ? box.end(state) : status?.replaceChildren(broken)),
    });
    const run = () => {
      setQuery(input.value.trim());
      return session.run(input.value);
    };
    input.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) {
        void run();
      }
    });
    input.addEventListener("compositionend", () => void run());
    input.addEventListener("paste", (event) => (pasted = event.clipboardData?.getData("text") ?? ""));
    dialog.addEventListener("close", () => setQuery(""));
    return {
      begin: () => void run(),
      /** Enter was pressed, perhaps before anything has come. */
      enter: () => (box ? box.enter(session.state) : void (early = true)),
    };
  }

  /** @typedef {ReturnType<typeof makeBox>} Box */

  /**
   * @param {Document} document
   * @param {HTMLDialogElement} dialog
   * @param {import("./session.js").Loader} loader
   * @param {() => import("./session.js").Session} session
   * @param {() => unknown} run
   */
  function makeBox(document, dialog, loader, session, run) {
    const { drawLaw, drawNotices, drawQuotation, drawRecent, fillBox, keepRecent, makeCombobox, settingOf } = self.duizhao;
    const setting = settingOf(document, loader);
    const parts = fillBox(document, dialog, setting);
    const { input, status, results, proposals, all } = parts;
    const choice = makeCombobox(input, results);
    /** @type {Filter} */
    let filter = { kinds: [], within: "" };
    let pasted = "";

    const ask = (/** @type {string} */ query) => {
      input.value = query;
      input.focus();
      void run();
    };
    const drawn = (/** @type {State} */ state, /** @type {import("./engine.js").LawResult} */ result) => {
      const most = result.law === loader.here ? OWN : OTHER;
      const manner = { query: state.query, options: true, titled: loader.catalogue.laws.length > 1, most, all: Infinity, filter };
      const law = drawLaw(document, setting, result, manner);
      law.prepend(...drawNotices(document, setting, result, true));
      return law;
    };
    const redraw = (/** @type {State} */ state) => {
      results.replaceChildren(...drawQuotation(document, setting, state.query, pasted, true), ...state.results.map((result) => drawn(state, result)));
      choice.renew();
    };
    const chips = () => self.duizhao.drawChips(document, setting, parts.chips, session().state.results, filter, (next) => {
      filter = next;
      redraw(session().state);
      chips();
    });

    results.addEventListener("click", (event) => {
      const option = /** @type {HTMLElement} */ (event.target).closest("a");
      if (option?.dataset.ask !== undefined) {
        event.preventDefault();
        ask(option.dataset.ask);
      } else if (option) {
        keepRecent(input.value);
      }
    });
    proposals.addEventListener("click", (event) => {
      const link = /** @type {HTMLElement} */ (event.target).closest("a");
      if (link?.dataset.ask !== undefined) {
        event.preventDefault();
        ask(link.dataset.ask);
      }
    });
    all.addEventListener("click", () => keepRecent(input.value));
    parts.clear.addEventListener("click", () => {
      self.duizhao.clearRecent();
      input.focus();
      void run();
    });

    return {
      /** @param {State} state @param {string} text what was pasted last, with its line ends */
      begin(state, text) {
        pasted = text;
        filter = { kinds: [], within: "" };
        proposals.hidden = true;
        proposals.replaceChildren();
        parts.chips.hidden = true;
        redraw(state);
        const recent = state.query ? [] : self.duizhao.recentQueries();
        results.append(...(recent.length ? [drawRecent(document, setting, recent)] : []));
        parts.clear.hidden = !recent.length;
        all.hidden = !state.query;
        parts.copy.hidden = !state.query;
        all.href = self.duizhao.sitePage(setting, "search", { q: state.query });
        status.textContent = self.duizhao.say(setting, state.query ? "searching" : "first");
        choice.renew();
      },
      /** @param {State} state @param {import("./engine.js").LawResult} result @param {number} at */
      found(state, result, at) {
        const before = state.results[at + 1]?.law;
        const next = before ? results.querySelector(`[data-law="${before}"]`) : null;
        results.insertBefore(drawn(state, result), next);
        choice.renew();
        if (result.law === loader.here) {
          status.textContent = self.duizhao.statusOf(setting, state);
          chips();
        }
      },
      /** @param {State} state */
      end(state) {
        status.textContent = state.query || state.failed ? self.duizhao.statusOf(setting, state) : self.duizhao.say(setting, "first");
        chips();
        if (self.duizhao.isNothing(state)) {
          const found = setting.engine.propose(state.query, state.looked, setting.script);
          proposals.hidden = !found.length && state.results.length > 0; // what the law does not have is said already
          proposals.replaceChildren(self.duizhao.drawNothing(document, setting, state, found, false));
        }
        choice.settle();
      },
      /** @param {State} state */
      enter: (state) => choice.go(state),
    };
  }

  /**
   * The query stands in the address, so that it can be shared and the way back leads to the results.
   *
   * @param {string} query
   */
  function setQuery(query) {
    const url = new URL(location.href);
    if (query) {
      url.searchParams.set("q", query);
    } else {
      url.searchParams.delete("q");
    }
    try {
      if (url.href !== location.href) {
        history.replaceState(history.state, "", url);
      }
    } catch {
      // a browser may forbid it for file: addresses, or too often in a short time
    }
  }

  const exports = { mountBox };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
