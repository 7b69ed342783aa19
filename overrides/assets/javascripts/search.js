"use strict";
/**
 * The search box: `[data-search-open]` opens `dialog[data-search-dialog]`. Engine and data are scripts that are
 * loaded when the box is first opened: the list of laws, then this law's shard, and the other laws' with the first
 * query. `?q=` opens the box with a query. A browser's <dialog> keeps the focus in it, closes on Escape and gives
 * the focus back.
 *
 * @typedef {import("./search/engine.js").Catalogue} Catalogue
 * @typedef {import("./search/shard.js").Shard} Shard
 */
(() => {
  const PARALLEL = 4;

  /** @param {Document} document */
  function mount(document) {
    const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog[data-search-dialog]"));
    if (!dialog || !dialog.showModal) {
      return;
    }
    const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input[type=search]"));
    const box = makeBox(document, dialog, input);
    for (const button of document.querySelectorAll("[data-search-open]")) {
      button.addEventListener("click", () => box.open());
      button.removeAttribute("hidden");
    }
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) {
      input.value = asked;
      box.open();
    }
  }

  /**
   * @param {Document} document
   * @param {HTMLDialogElement} dialog
   * @param {HTMLInputElement} input
   */
  function makeBox(document, dialog, input) {
    const root = document.documentElement;
    const base = root.dataset.base || "./";
    const here = { law: root.dataset.law ?? "", edition: root.dataset.edition ?? "" };
    const words = dialog.dataset;
    const results = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-results]"));
    const status = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-status]"));
    /** @type {import("./search/results.js").Setting} */
    let setting;
    /** @type {Catalogue} */
    let catalogue = { fold: "", laws: [] };
    /** @type {Promise<void> | null} */
    let ready = null;
    /** @type {Promise<void> | null} */
    let others = null;
    let failed = 0;
    let query = "";
    let found = { laws: 0, places: 0 };

    const say = (/** @type {boolean} */ waiting) => {
      const text = !query ? "" : found.places ? words.count : waiting ? words.searching : words.none;
      const counted = (text ?? "").replace("{n}", String(found.places)).replace("{laws}", String(found.laws));
      status.textContent = counted + (failed ? ` ${words.failed ?? ""}` : "");
    };

    const showLaw = (/** @type {string} */ law) => {
      const entry = catalogue.laws.find((e) => e.law === law);
      const result = entry && setting.engine.search(query, law);
      if (entry && result) {
        const section = self.duizhao.drawLaw(document, setting, result, entry, law === here.law ? 8 : 3);
        section.dataset.order = String(law === here.law ? -1 : catalogue.laws.indexOf(entry));
        const after = [...results.children].find(
          (other) => Number(/** @type {HTMLElement} */ (other).dataset.order) > Number(section.dataset.order),
        );
        results.insertBefore(section, after ?? null);
        found = { laws: found.laws + 1, places: found.places + result.cited.length + result.docs };
      }
    };

    const loadShard = async (/** @type {string} */ law) => {
      const file = () => {
        const editions = catalogue.laws.find((e) => e.law === law)?.editions ?? [];
        const edition = law === here.law ? editions.find((e) => e.edition === here.edition) : undefined;
        return base + (edition ?? editions[0])?.file;
      };
      try {
        await loadScript(document, file());
      } catch {
        try {
          await loadScript(document, `${base}${words.list}?${Date.now()}`); // a newer site may have other files
          await loadScript(document, file());
        } catch {
          failed++;
        }
      }
    };

    const loadFirst = async () => {
      for (const script of (words.engine ?? "").split(" ")) {
        await loadScript(document, base + script);
      }
      const engine = self.duizhao.createEngine();
      self.duizhaoSearch = {
        laws(given) {
          catalogue = given;
          engine.learn(given);
        },
        add: (shard) => engine.add(shard),
      };
      const locale = root.dataset.tree ?? "";
      const script = root.dataset.first === "Hans" ? "Hans" : "Hant";
      setting = { engine, words, base, locale, script, isFile: location.protocol === "file:" };
      await loadScript(document, base + words.list);
      if (catalogue.laws.some((e) => e.law === here.law)) {
        await loadShard(here.law);
      }
    };

    const loadOthers = async () => {
      const waiting = catalogue.laws.map((e) => e.law).filter((law) => law !== here.law);
      const next = async () => {
        for (let law = waiting.shift(); law; law = waiting.shift()) {
          await loadShard(law);
          if (query) {
            showLaw(law);
            say(true);
          }
        }
      };
      await Promise.all(Array.from({ length: PARALLEL }, next));
      say(false);
    };

    const run = async () => {
      query = input.value.trim();
      setQuery(query);
      results.replaceChildren();
      found = { laws: 0, places: 0 };
      failed = 0;
      const asked = query;
      try {
        await (ready ??= loadFirst());
      } catch {
        ready = null;
        failed++;
        say(false);
        return;
      }
      if (asked !== query || results.childElementCount) {
        return; // a later query has begun
      }
      const known = catalogue.laws.map((e) => e.law).filter((law) => setting.engine.has(law));
      known.forEach((law) => query && showLaw(law));
      const all = known.length === catalogue.laws.length;
      say(!all);
      if (query) {
        others ??= loadOthers();
      }
    };

    input.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) {
        void run();
      }
    });
    input.addEventListener("compositionend", () => void run());
    dialog.addEventListener("keydown", (event) => moveFocus(event, dialog, input));
    // A search field keeps the first Escape for itself, to clear its words; one press shall be enough to leave.
    input.addEventListener("keydown", (event) => event.key === "Escape" && !event.isComposing && dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => setQuery(""));
    dialog.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close());
    dialog.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());

    return {
      open() {
        if (!dialog.open) {
          dialog.showModal();
        }
        input.focus();
        input.select();
        void run();
      },
    };
  }

  /**
   * Up and down go through the results, Enter in the field opens the first.
   *
   * @param {KeyboardEvent} event
   * @param {HTMLDialogElement} dialog
   * @param {HTMLInputElement} input
   */
  function moveFocus(event, dialog, input) {
    const links = /** @type {HTMLElement[]} */ ([
      ...dialog.querySelectorAll("[data-search-results] a, [data-search-results] button"),
    ]);
    const at = links.indexOf(/** @type {HTMLElement} */ (event.target));
    const inField = event.target === input;
    if (event.isComposing || event.keyCode === 229 || (!inField && at < 0)) {
      return; // Enter and the arrows belong to the input method
    }
    if (event.key === "Enter" && inField) {
      event.preventDefault();
      links[0]?.click();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const goal = event.key === "ArrowDown" ? links[at + 1] : inField ? undefined : links[at - 1] ?? input;
      event.preventDefault();
      goal?.focus();
      goal?.scrollIntoView({ block: "nearest" });
    }
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

  /**
   * @param {Document} document
   * @param {string} source
   * @returns {Promise<void>}
   */
  function loadScript(document, source) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(source));
      document.head.append(script);
    });
  }

  mount(document);
})();
