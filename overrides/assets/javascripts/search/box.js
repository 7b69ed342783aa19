"use strict";
/**
 * The search box: a combobox whose listbox holds what was found. The focus stays in the field; the arrows choose, Enter
 * goes there, or to the first. search.js makes the dialog and its field, this fills it.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./session.js").State} State
 * @typedef {import("./sections.js").Filter} Filter
 * @typedef {import("./words.js").Setting} Setting
 * @typedef {ReturnType<typeof import("./box-parts.js").fillBox>} Parts
 * @typedef {ReturnType<typeof import("./combobox.js").makeCombobox>} Choice
 */
(() => {
  const OWN = 8;
  const OTHER = 3;
  /** @type {Filter} */
  const ALL = { kinds: [], within: "", law: "" };

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
        box ??= makeBox(document, dialog, loader, run);
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
   * @param {() => unknown} run
   */
  function makeBox(document, dialog, loader, run) {
    const setting = self.duizhao.settingOf(document, loader);
    const parts = self.duizhao.fillBox(document, dialog, setting);
    const choice = self.duizhao.makeCombobox(parts.input, parts.results);
    const list = makeList(document, setting, loader, parts, choice);
    const { say, statusOf } = self.duizhao;
    listen(parts, run);
    return {
      /** @param {State} state @param {string} pasted what was pasted last, with its line ends */
      begin(state, pasted) {
        for (const part of [parts.proposals, parts.left]) {
          part.hidden = true;
          part.replaceChildren();
        }
        parts.status.textContent = say(setting, state.query ? "searching" : "first");
        list.begin(state, pasted);
        showWays(parts, setting, loader, state);
      },
      /** @param {State} state @param {LawResult} result @param {number} at */
      found(state, result, at) {
        list.add(state, result, at);
        if (result.law === loader.here) {
          parts.status.textContent = statusOf(setting, state);
        }
      },
      /** @param {State} state */
      end(state) {
        parts.status.textContent = state.query || state.failed ? statusOf(setting, state) : say(setting, "first");
        list.chips(state);
        drawBelow(document, setting, parts, state);
        choice.settle();
      },
      /** @param {State} state */
      enter: (state) => choice.go(state),
    };
  }

  /**
   * What is no option: that laws are left, that nothing was found and what else may be asked.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {Parts} parts
   * @param {State} state
   */
  function drawBelow(document, setting, { left, proposals }, state) {
    const { drawNothing, isMissed, isNothing, tellLeft } = self.duizhao;
    left.replaceChildren(...tellLeft(document, setting, state));
    left.hidden = !left.hasChildNodes();
    if (isNothing(state)) {
      const found = setting.engine.propose(state.query, state.looked, setting.script);
      proposals.hidden = !found.length && state.results.some((result) => isMissed(setting, state, result));
      proposals.replaceChildren(drawNothing(document, setting, state, found, false));
    }
  }

  /**
   * A law as options, with what it does not have above.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {import("./session.js").Loader} loader
   * @param {State} state
   * @param {LawResult} result
   * @param {Filter} filter
   */
  function drawOptions(document, setting, loader, state, result, filter) {
    const most = result.law === loader.here ? OWN : OTHER;
    const manner = { query: state.query, options: true, titled: loader.catalogue.laws.length > 1, most, all: Infinity, filter };
    const law = self.duizhao.drawLaw(document, setting, result, manner);
    law.prepend(...self.duizhao.drawNotices(document, setting, state, result, true));
    return law;
  }

  /**
   * The options: what was found, law by law, and the kinds that narrow it.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {import("./session.js").Loader} loader
   * @param {Parts} parts
   * @param {Choice} choice
   */
  function makeList(document, setting, loader, { results, chips, clear }, choice) {
    const { drawChips, drawQuotation, drawRecent, recentQueries } = self.duizhao;
    let filter = ALL;
    let pasted = "";
    const drawn = (/** @type {State} */ state, /** @type {LawResult} */ result) =>
      drawOptions(document, setting, loader, state, result, filter);
    const redraw = (/** @type {State} */ state) => {
      results.replaceChildren(
        ...drawQuotation(document, setting, state.query, pasted, true),
        ...state.results.map((result) => drawn(state, result)),
      );
      choice.renew();
    };
    const narrow = (/** @type {State} */ state) =>
      drawChips(document, setting, chips, state.results, filter, (next) => {
        filter = next;
        redraw(state);
        narrow(state);
      });
    return {
      chips: narrow,
      /** @param {State} state @param {string} text */
      begin(state, text) {
        pasted = text;
        filter = ALL;
        chips.hidden = true;
        redraw(state);
        const recent = state.query ? [] : recentQueries();
        results.append(...(recent.length ? [drawRecent(document, setting, recent)] : []));
        clear.hidden = !recent.length;
        choice.renew();
      },
      /** @param {State} state @param {LawResult} result @param {number} at */
      add(state, result, at) {
        const before = state.results[at + 1]?.law;
        const next = before ? results.querySelector(`[data-law="${before}"]`) : null;
        results.insertBefore(drawn(state, result), next);
        choice.renew();
        if (result.law === loader.here) {
          narrow(state);
        }
      },
    };
  }

  /**
   * The ways to the page of results: to what this law has, and to what all have.
   *
   * @param {Parts} parts
   * @param {Setting} setting
   * @param {import("./session.js").Loader} loader
   * @param {State} state
   */
  function showWays({ all, others, copy }, setting, loader, { query }) {
    const { say, sitePage } = self.duizhao;
    const law = loader.catalogue.laws.length > 1 ? loader.here : "";
    all.textContent = say(setting, law ? "all-here" : "all");
    all.href = sitePage(setting, "search", { q: query, law });
    others.href = sitePage(setting, "search", { q: query });
    all.hidden = copy.hidden = !query;
    others.hidden = !query || !law;
  }

  /**
   * @param {Parts} parts
   * @param {() => unknown} run
   */
  function listen({ input, results, proposals, all, others, left, clear }, run) {
    const { clearRecent, keepRecent } = self.duizhao;
    const follow = (/** @type {Event} */ event) => {
      const link = /** @type {HTMLElement} */ (event.target).closest("a");
      if (link?.dataset.ask !== undefined) {
        event.preventDefault();
        input.value = link.dataset.ask;
        input.focus();
        void run();
      } else if (link && !proposals.contains(link)) {
        keepRecent(input.value);
      }
    };
    [results, proposals, all, others, left].forEach((part) => part.addEventListener("click", follow));
    clear.addEventListener("click", () => {
      clearRecent();
      input.focus();
      void run();
    });
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
