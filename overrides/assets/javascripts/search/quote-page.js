"use strict";
/**
 * The page of the quote verifier: `#quote-input` is the quotation and stands in the address (`?q=`), `#quote-result`
 * the answer, whose `data-verdict` names it. Laws come one by one; until all are here nothing is said to be absent.
 *
 * @typedef {import("./quote-draw.js").Setting} Setting
 */
(() => {
  const { sharedLoader, verifyQuote, drawAnswer, drawCites, make } = self.duizhao;
  const [PAUSE, PAUSE_ADDRESS, LONGEST_ADDRESS] = [90, 400, 800];
  /** Of a site with an index over its laws: the pieces of a quotation that are looked up, and the laws that are read. */
  const [PIECES, PIECE, MOST_LAWS] = [8, 5, 40];

  /** @param {Document} document */
  function mount(document) {
    const input = /** @type {HTMLTextAreaElement | null} */ (document.querySelector("#quote-input"));
    const root = /** @type {HTMLElement | null} */ (document.querySelector(".verify"));
    if (!input || !root) {
      return;
    }
    const page = makePage(document, root, input);
    input.value = new URLSearchParams(location.search).get("q") ?? input.value;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(page.ask, PAUSE);
    };
    input.addEventListener("input", (event) => !(/** @type {InputEvent} */ (event).isComposing) && later());
    input.addEventListener("compositionend", later);
    addEventListener("popstate", () => {
      input.value = new URLSearchParams(location.search).get("q") ?? "";
      page.ask();
    });
    page.ask();
  }

  /**
   * @param {Document} document
   * @param {HTMLElement} root
   * @param {HTMLTextAreaElement} input
   */
  function makePage(document, root, input) {
    const say = wordsIn(root);
    const loader = sharedLoader(document);
    const status = /** @type {HTMLElement} */ (root.querySelector("[data-quote-status]"));
    const progress = /** @type {HTMLElement} */ (root.querySelector("[data-quote-progress]"));
    const result = /** @type {HTMLElement} */ (root.querySelector("#quote-result"));
    let abort = new AbortController();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let addressTimer;

    const show = (/** @type {string} */ text, /** @type {string[]} */ here, /** @type {number} */ waiting, /** @type {number} */ failed) => {
      const setting = settingOf(document, say, waiting > 0 || failed > 0);
      const indexes = here.flatMap((law) => loader.engine.index(law) ?? []);
      const answer = verifyQuote(text, indexes, loader.engine.table(), { names: setting.names });
      const isAnswer = !["short", "long", "label"].includes(answer.verdict);
      const drawn = isAnswer ? drawAnswer(answer, setting) : { nodes: [paragraph(document, say(answer.verdict))], said: say(answer.verdict) };
      const isOpen = answer.verdict === "absent" && setting.waiting;
      setVerdict(result, isAnswer && !isOpen ? answer.verdict : "");
      result.replaceChildren(...drawn.nodes);
      drawCites(root, answer, setting);
      status.textContent = isOpen && !failed ? "" : drawn.said;
      const all = here.length + waiting + failed;
      progress.textContent = (all > 1 ? say("progress", { n: here.length, all }) : "") + (failed ? ` ${say("failed")}` : "");
    };

    /** @param {string} text @param {AbortSignal} signal */
    const run = async (text, signal) => {
      const laws = await loadLaws(loader, text);
      /** @type {Set<string>} */
      const here = new Set(laws.filter((law) => loader.engine.index(law)));
      let [failed, asked] = [0, 0];
      const draw = () => {
        asked = 0;
        const known = laws.filter((law) => here.has(law));
        !signal.aborted && show(text, known, laws.length - known.length - failed, failed);
      };
      if (here.size) {
        draw();
      }
      await loader.stream(laws.filter((law) => !here.has(law)), loader.open, (law, isHere) => {
        isHere ? here.add(law) : failed++;
        asked ||= requestAnimationFrame(draw);
      }, signal);
      draw();
    };

    const ask = () => {
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      const text = input.value;
      clearTimeout(addressTimer);
      addressTimer = setTimeout(() => setAddress(text.trim()), PAUSE_ADDRESS);
      if (!text.trim()) {
        setVerdict(result, "");
        result.replaceChildren();
        status.textContent = progress.textContent = "";
        drawCites(root, null, settingOf(document, say, false));
        return;
      }
      progress.textContent ||= say("loading");
      run(text, signal).catch(() => (progress.textContent = signal.aborted ? "" : say("failed")));
    };
    return { ask };
  }

  /**
   * The laws that a quotation may come from, best first. Without an index over the laws that is all of them.
   *
   * @param {ReturnType<typeof sharedLoader>} loader
   * @param {string} text
   * @returns {Promise<string[]>}
   */
  async function loadLaws(loader, text) {
    await loader.ready();
    const all = loader.catalogue.laws.map(({ law }) => law);
    if (!(/** @type {{grams?: string[]}} */ (loader.catalogue).grams ?? []).length) {
      return all;
    }
    const pieces = piecesOf(text);
    const found = await Promise.all(pieces.map((piece) => loader.candidates(piece)));
    const worth = new Map(all.map((law) => [law, found.filter((laws) => laws.length < all.length && laws.includes(law)).length]));
    const likely = all.filter((law) => worth.get(law));
    return likely.sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)).slice(0, MOST_LAWS);
  }

  /** @param {string} text */
  function piecesOf(text) {
    const clauses = text.match(/[\p{L}\p{N}]{5,}/gu) ?? [];
    const all = clauses.flatMap((clause) => Array.from({ length: Math.floor(clause.length / PIECE) }, (_, i) => clause.slice(i * PIECE, (i + 1) * PIECE)));
    const step = Math.max(1, all.length / PIECES);
    return Array.from({ length: Math.min(PIECES, all.length) }, (_, i) => all[Math.floor(i * step)] ?? "");
  }

  /**
   * @param {Document} document
   * @param {import("./quote-cite.js").Say} say
   * @param {boolean} waiting
   * @returns {Setting}
   */
  function settingOf(document, say, waiting) {
    const { base = "./", tree = "", first } = document.documentElement.dataset;
    const loader = sharedLoader(document);
    return {
      document, say, waiting, script: first === "Hans" ? "Hans" : "Hant", several: loader.catalogue.laws.length > 1,
      site: { base: base || "./", tree, isFile: location.protocol === "file:" },
      names: (index) => { const entry = loader.engine.entry(index.law); return entry ? [...entry.title, ...entry.short] : []; },
    };
  }

  /**
   * Words of the page by their name, with `{n}` filled in.
   *
   * @param {HTMLElement} root
   * @returns {import("./quote-cite.js").Say}
   */
  function wordsIn(root) {
    const templates = /** @type {NodeListOf<HTMLTemplateElement>} */ (root.querySelectorAll("template[data-say]"));
    const words = new Map([...templates].map((one) => [one.dataset.say, one.content.textContent ?? ""]));
    return (name, values = {}) => (words.get(name) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
  }

  /**
   * @param {HTMLElement} result
   * @param {string} verdict
   */
  function setVerdict(result, verdict) {
    if (verdict) {
      result.dataset.verdict = verdict;
    } else {
      delete result.dataset.verdict;
    }
  }

  /** @param {Document} document @param {string} text */
  function paragraph(document, text) {
    return make(document, "p", "verify-note", text);
  }

  /**
   * The quotation stands in the address, so that it can be shared; a long one does not.
   *
   * @param {string} text
   */
  function setAddress(text) {
    const url = new URL(location.href);
    url.search = text && text.length <= LONGEST_ADDRESS ? `?q=${encodeURIComponent(text)}` : "";
    try {
      if (url.href !== location.href) {
        history.replaceState(history.state, "", url);
      }
    } catch {
      // a browser may forbid it for file: addresses, or too often in a short time
    }
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { piecesOf };
  }
})();
