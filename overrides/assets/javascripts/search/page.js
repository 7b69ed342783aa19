"use strict";
/**
 * The page of results. The question stands in the address: `?q=&law=&kind=provision,opinion&within=ch-2`. It is replaced
 * as one types and filters; a new question that is sent or followed is a step back and forth goes through. `law` answers
 * first and is shown alone; the others are looked through as well, so that a reader sees that they have something.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./session.js").State} State
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./sections.js").Filter} Filter
 * @typedef {import("./words.js").Setting} Setting
 */
(() => {
  /** Hits of one law that are drawn at first. */
  const MOST = 300;
  /** Of one kind, where several laws have hits. */
  const OF_MANY = 20;

  /**
   * @param {string} search
   * @returns {{query: string, filter: Filter}}
   */
  function readAddress(search) {
    const asked = new URLSearchParams(search);
    const said = (/** @type {string} */ name) => asked.get(name) ?? "";
    const kinds = said("kind").split(",").filter(Boolean);
    return { query: said("q"), filter: { kinds, within: said("within"), law: said("law") } };
  }

  /** @param {{query: string, filter: Filter}} asked */
  function writeAddress({ query, filter }) {
    const url = new URL(location.href);
    const said = { q: query, law: filter.law, kind: filter.kinds.join(","), within: filter.within };
    url.search = new URLSearchParams(Object.entries(said).filter(([, value]) => value)).toString();
    url.hash = "";
    return url.href;
  }

  /** What is asked, kept in the address. */
  function makeQuestion() {
    let { query, filter } = readAddress(location.search);
    return {
      get query() {
        return query;
      },
      get filter() {
        return filter;
      },
      /** As the address says. */
      read() {
        ({ query, filter } = readAddress(location.search));
      },
      /** @param {{query?: string, filter?: Filter}} next @param {"push" | "replace"} way */
      change(next, way) {
        query = next.query ?? query;
        filter = next.filter ?? filter;
        const address = writeAddress({ query, filter });
        try {
          if (address !== location.href) {
            history[`${way}State`](null, "", address);
          }
        } catch {
          // a browser may forbid it for file: addresses, or too often in a short time
        }
      },
    };
  }

  /** @typedef {ReturnType<typeof makeQuestion>} Question */

  /** @param {Document} document */
  function placesOf(document) {
    const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(`search-${id}`));
    const results = find("results");
    return {
      input: /** @type {HTMLInputElement} */ (find("input")),
      status: find("status"),
      start: find("start"),
      facets: find("facets"),
      last: find("last"),
      quote: find("quote"),
      scope: find("scope"),
      notices: find("notices"),
      results,
      proposals: find("proposals"),
      uses: find("uses"),
      all: /** @type {HTMLElement} */ (results.closest(".find")),
      /** What is said where the search itself could not be loaded. */
      broken: /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"))?.dataset.broken ?? "",
    };
  }

  /** @typedef {ReturnType<typeof placesOf>} Places */

  /** @param {Document} document */
  function mount(document) {
    const places = placesOf(document);
    const loader = self.duizhao.sharedLoader(document);
    const question = makeQuestion();
    /** @type {ReturnType<typeof makeView> | undefined} */
    let view;
    const session = self.duizhao.createSession(loader, {
      begin(state) {
        view ??= makeView(document, places, loader, question, { filter, more: () => session.more() });
        view.begin(state);
      },
      found: (state, result, at) => view?.found(state, result, at),
      end(state) {
        places.all.classList.add("is-ready");
        view ? view.end(state) : places.status.replaceChildren(places.broken);
      },
    });
    /** @param {Filter} next */
    const filter = (next) => {
      const isWidened = question.filter.law && !next.law;
      question.change({ filter: next }, "replace");
      if (isWidened) {
        void session.run(question.query); // no law answers first any more
      } else {
        view?.redraw(session.state);
      }
    };
    const run = () => {
      places.all.classList.toggle("is-asked", Boolean(question.query));
      return session.run(question.query, question.filter.law);
    };
    listen(document, places, session, {
      ask(query, way) {
        question.change({ query: query.trim(), filter: { kinds: [], within: "", law: question.filter.law } }, way);
        return run();
      },
      read() {
        question.read();
        places.input.value = question.query;
        void run();
      },
    }).read();
  }

  /**
   * What the page shows of a search.
   *
   * @param {Document} document
   * @param {Places} places
   * @param {import("./session.js").Loader} loader
   * @param {Question} question
   * @param {{filter: (filter: Filter) => void, more: () => unknown}} on
   */
  function makeView(document, places, loader, question, on) {
    const setting = self.duizhao.settingOf(document, loader);
    const { drawLaw, say, shownOf } = self.duizhao;
    const several = loader.catalogue.laws.length > 1;
    /** The law that is shown alone; one that the site does not have hides nothing. */
    const filter = () => ({ ...question.filter, law: loader.has(question.filter.law) ? question.filter.law : "" });
    const show = (/** @type {State} */ state, /** @type {LawResult} */ result) => {
      const most = several && !filter().law && state.laws.length > 1 ? OF_MANY : MOST;
      return drawLaw(document, setting, result, { query: state.query, options: false, titled: several, all: MOST, most, filter: filter() });
    };
    const around = makeAround(document, places, setting, several, filter, on);
    return {
      /** @param {State} state */
      begin({ query }) {
        places.results.replaceChildren();
        places.proposals.replaceChildren();
        places.start.hidden = Boolean(query);
        places.status.classList.remove("vh");
        places.status.textContent = query ? say(setting, "searching") : "";
      },
      /** @param {State} state @param {LawResult} result @param {number} at */
      found(state, result, at) {
        if (filter().law && filter().law !== result.law) {
          return;
        }
        const next = state.results[at + 1]?.law;
        places.results.insertBefore(show(state, result), next ? places.results.querySelector(`[data-law="${next}"]`) : null);
      },
      end: around,
      /** @param {State} state */
      redraw(state) {
        places.results.replaceChildren(...shownOf(state.results, filter().law).map((result) => show(state, result)));
        around(state);
      },
    };
  }

  /**
   * What stands around the results: what was found, in words; filters; what is no hit.
   *
   * @param {Document} document
   * @param {Places} places
   * @param {Setting} setting
   * @param {boolean} several the site has several laws
   * @param {() => Filter} filter
   * @param {{filter: (filter: Filter) => void, more: () => unknown}} on
   */
  function makeAround(document, places, setting, several, filter, on) {
    const { clearRecent, drawFilters, drawLast, drawLeft, drawNothing, drawNotices, drawQuotation } = self.duizhao;
    const { drawScope, drawUses, isMissed, isNothing, lawName, recentQueries, say, shownOf, statusOf } = self.duizhao;
    const nothing = (/** @type {State} */ state, /** @type {LawResult[]} */ shown) => {
      const isAll = isNothing(state) && !state.waiting;
      const found = isAll ? setting.engine.propose(state.query, state.looked, setting.script) : [];
      const isSaid = isAll && (found.length > 0 || !shown.some((result) => isMissed(setting, state, result))); // else a notice says it
      places.status.classList.toggle("vh", isSaid && !state.failed && !state.left.length); // the heading says it
      const left = drawLeft(document, setting, state, () => {
        places.status.textContent = say(setting, "searching");
        on.more();
      });
      places.proposals.replaceChildren(...(isSaid ? [drawNothing(document, setting, state, found, !state.left.length)] : []), ...left);
    };
    const last = () =>
      drawLast(document, setting, places.last, recentQueries(), () => {
        clearRecent();
        last();
      });
    return (/** @type {State} */ state) => {
      const shown = shownOf(state.results, filter().law);
      const isElsewhere = isNothing({ ...state, results: shown }) && !isNothing(state);
      const values = { law: lawName(setting, filter().law), query: state.query };
      places.status.textContent = isElsewhere ? say(setting, "none-law", values) : statusOf(setting, { ...state, results: shown });
      drawFilters(document, setting, places.facets, state.results, filter(), several, on.filter);
      last();
      drawUses(document, setting, places.uses, state.query, shown);
      drawScope(document, setting, places.scope, state, filter(), on.filter);
      places.notices.replaceChildren(...shown.flatMap((result) => drawNotices(document, setting, state, result, false)));
      places.quote.replaceChildren(...drawQuotation(document, setting, state.query, "", false));
      nothing(state, shown);
    };
  }

  /**
   * @param {Document} document
   * @param {Places} places
   * @param {Session} session
   * @param {{ask: (query: string, way: "push" | "replace") => unknown, read: () => void}} page
   */
  function listen(document, { input, results }, session, page) {
    input.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) {
        page.ask(input.value, "replace");
      }
    });
    input.addEventListener("compositionend", () => page.ask(input.value, "replace"));
    input.addEventListener("keydown", (event) => {
      const first = /** @type {HTMLElement | null} */ (results.querySelector("a.hit-cited"));
      const isShown = session.state.query === input.value.trim();
      if (event.key === "Enter" && !event.isComposing && event.keyCode !== 229 && first && isShown) {
        event.preventDefault();
        first.click();
      }
    });
    input.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      self.duizhao.keepRecent(input.value);
      page.ask(input.value, "push");
    });
    document.addEventListener("click", (event) => {
      const { ctrlKey, metaKey, shiftKey } = event;
      const target = /** @type {HTMLElement} */ (event.target);
      const goal = /** @type {HTMLElement | null} */ (target.closest("[data-ask]"));
      if (goal?.dataset.ask !== undefined && !ctrlKey && !metaKey && !shiftKey) {
        event.preventDefault();
        input.value = goal.dataset.ask;
        input.focus();
        page.ask(input.value, "push");
      } else if (target.closest("#search-results a")) {
        self.duizhao.keepRecent(input.value);
      }
    });
    addEventListener("popstate", page.read);
    return page;
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { readAddress };
  }
})();
