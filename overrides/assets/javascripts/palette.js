"use strict";
/**
 * Light or dark: one button `[data-palette-toggle]`, pressed when dark. Until somebody presses it, and again when
 * the choice is what the system has, the page follows the system.
 */
(() => {
  /**
   * What to remember when this scheme was chosen: "" if the system has it so.
   *
   * @param {"default" | "slate"} scheme
   * @param {boolean} dark whether the system is dark
   * @returns {"" | "default" | "slate"}
   */
  function choiceOf(scheme, dark) {
    return (scheme === "slate") === dark ? "" : scheme;
  }

  /** @param {Document} document */
  function mount(document) {
    const { recall, remember, applyPalette } = self.duizhao;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const show = (/** @type {string} */ choice) => {
      applyPalette(choice);
      const dark = document.documentElement.dataset.palette === "slate";
      for (const button of document.querySelectorAll("[data-palette-toggle]")) {
        button.setAttribute("aria-pressed", String(dark));
        button.removeAttribute("hidden");
      }
    };
    document.addEventListener("click", (event) => {
      if (/** @type {Element} */ (event.target).closest("[data-palette-toggle]")) {
        const scheme = document.documentElement.dataset.palette === "slate" ? "default" : "slate";
        remember("palette", choiceOf(scheme, system.matches));
        show(scheme);
      }
    });
    const follow = () => show(recall("palette"));
    system.addEventListener("change", follow);
    addEventListener("storage", (event) => event.key === "duizhao.palette" && follow());
    follow();
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { choiceOf };
  }
})();
