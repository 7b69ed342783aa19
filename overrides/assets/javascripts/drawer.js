"use strict";
/**
 * Navigation on a phone. Without scripts `a[data-drawer-toggle]` leads to the navigation in the page (its `href`
 * names it); with them the link becomes a button that opens and closes it. `html[data-drawer=open|closed]` is for
 * CSS. Escape, a touch outside and leaving by keyboard close it; Escape gives the focus back.
 */
(() => {
  /** @param {Document} document */
  function mount(document) {
    const button = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-drawer-toggle]"));
    const drawer = button && document.getElementById(button.hash.slice(1));
    if (!button || !drawer) {
      return;
    }
    const root = document.documentElement;
    const isOpen = () => root.dataset.drawer === "open";
    const set = (/** @type {boolean} */ open) => {
      root.dataset.drawer = open ? "open" : "closed";
      button.setAttribute("aria-expanded", String(open));
    };
    const toggle = (/** @type {Event} */ event) => {
      event.preventDefault();
      set(!isOpen());
      if (isOpen()) {
        const first = drawer.querySelector("[aria-current], a[href]");
        /** @type {HTMLElement | null} */ (first)?.focus();
      }
    };
    button.setAttribute("role", "button");
    button.setAttribute("aria-controls", drawer.id);
    button.addEventListener("click", toggle);
    button.addEventListener("keydown", (event) => event.key === " " && toggle(event));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && isOpen() && !event.defaultPrevented) {
        set(false);
        button.focus();
      }
    });
    for (const kind of ["pointerdown", "focusin"]) {
      document.addEventListener(kind, (event) => {
        const target = /** @type {Node} */ (event.target);
        if (isOpen() && !drawer.contains(target) && !button.contains(target)) {
          set(false);
        }
      });
    }
    set(false);
  }

  mount(document);
})();
