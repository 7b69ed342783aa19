"use strict";
/**
 * Opens the search: `[data-search-open]` in the header, or `?q=` in the address. The dialog and its field are made at
 * once, so that a reader can type; all else is fetched then (`data-box`). On the page of results the button leads to
 * the field there.
 */
(() => {
  /** @param {Document} document */
  function mount(document) {
    const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"));
    if (!button || !("showModal" in document.createElement("dialog"))) {
      return;
    }
    const field = /** @type {HTMLInputElement | null} */ (document.querySelector("#search-input"));
    /** @type {ReturnType<typeof makeOpener> | null} */
    let open = null;
    button.addEventListener("click", () => {
      field?.focus();
      field?.select();
      return field ?? (open ??= makeOpener(document, button))("");
    });
    button.removeAttribute("hidden");
    const asked = new URLSearchParams(location.search).get("q");
    if (asked && !document.querySelector("#search-input, #quote-input")) {
      (open = makeOpener(document, button))(asked);
    }
  }

  /**
   * @param {Document} document
   * @param {HTMLElement} button
   */
  function makeOpener(document, button) {
    const dialog = makeDialog(document, button);
    const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
    /** @type {Promise<{begin(): void, enter(): void}> | null} */
    let box = null;
    dialog.querySelector("form")?.addEventListener("submit", (event) => {
      if (box) {
        event.preventDefault(); // without the box it leads to the page of results
        box.then((ready) => ready.enter(), () => undefined);
      }
    });
    const load = async () => {
      const root = document.documentElement.dataset.base || "./";
      for (const file of (button.dataset.box ?? "").split(" ").filter(Boolean)) {
        await loadScript(document, root + file);
      }
      return self.duizhao.mountBox(document, dialog);
    };
    return (/** @type {string} */ query) => {
      input.value = query || input.value;
      dialog.showModal();
      input.focus();
      input.select();
      (box ??= load()).then(
        (ready) => ready.begin(),
        () => {
          box = null; // to be tried again; until then Enter leads to the page of results
          dialog.querySelector(".search-status")?.replaceChildren(button.dataset.broken ?? "");
        },
      );
    };
  }

  /**
   * @param {Document} document
   * @param {HTMLElement} button
   * @returns {HTMLDialogElement}
   */
  function makeDialog(document, button) {
    const { base, tree } = document.documentElement.dataset;
    const dialog = document.createElement("dialog");
    const form = document.createElement("form");
    const input = document.createElement("input");
    const status = document.createElement("p");
    dialog.className = "search";
    dialog.setAttribute("data-search-dialog", "");
    dialog.setAttribute("aria-label", button.title);
    form.className = "search-form";
    form.setAttribute("role", "search");
    form.action = `${base || "./"}${tree}/search/${location.protocol === "file:" ? "index.html" : ""}`;
    const hint = button.querySelector(".search-hint")?.textContent ?? "";
    const said = { type: "search", name: "q", maxlength: "2000", autocomplete: "off", autocapitalize: "off" };
    const more = { spellcheck: "false", enterkeyhint: "search", "aria-label": button.title, placeholder: hint };
    Object.entries({ ...said, ...more }).forEach(([name, value]) => input.setAttribute(name, value));
    status.className = "search-status";
    status.setAttribute("role", "status");
    status.setAttribute("data-search-status", "");
    const box = document.createElement("div");
    box.className = "search-box";
    form.append(input);
    box.append(form, status);
    dialog.append(box);
    document.body.append(dialog);
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    // A search field keeps the first Escape for itself, to clear its words; one press shall be enough to leave.
    input.addEventListener("keydown", (event) => event.key === "Escape" && !event.isComposing && dialog.close());
    return dialog;
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
