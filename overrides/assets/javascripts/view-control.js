"use strict";
/**
 * 對照 / 繁 / 简: buttons `[data-view-choice=both|hant|hans]` in a group `[data-view-control]` that stays hidden
 * without scripts. The choice is remembered; CSS hides `[data-script]`, nothing is removed from the page.
 */
(() => {
  const { recall, remember } = self.duizhao;

  /** @param {Document} document */
  function mount(document) {
    const root = document.documentElement;
    const show = (/** @type {string} */ view) => {
      const kept = topElement(document);
      const before = kept?.getBoundingClientRect().top ?? 0;
      root.dataset.view = view;
      for (const button of buttons(document)) {
        button.setAttribute("aria-pressed", String(button.dataset.viewChoice === view));
      }
      scrollBy(0, (kept?.getBoundingClientRect().top ?? 0) - before); // the line being read stays where it was
    };
    document.addEventListener("click", (event) => {
      const button = /** @type {Element} */ (event.target).closest("[data-view-choice]");
      const view = /** @type {HTMLElement | null} */ (button)?.dataset.viewChoice;
      if (view) {
        remember("view", view);
        show(view);
      }
    });
    addEventListener("storage", (event) => {
      if (event.key === "duizhao.view") {
        show(recall("view") || "both");
      }
    });
    show(root.dataset.view || "both");
    document.querySelectorAll("[data-view-control]").forEach((group) => group.removeAttribute("hidden"));
  }

  /**
   * @param {Document} document
   * @returns {HTMLElement[]}
   */
  function buttons(document) {
    return [...document.querySelectorAll("[data-view-choice]")].map((b) => /** @type {HTMLElement} */ (b));
  }

  /**
   * The row at the top of the screen: it has an id and no script of its own.
   *
   * @param {Document} document
   * @returns {Element | null | undefined}
   */
  function topElement(document) {
    return document.elementFromPoint(innerWidth / 2, Math.min(120, innerHeight / 3))?.closest("[id]");
  }

  mount(document);
})();
