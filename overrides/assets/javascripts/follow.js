"use strict";
/**
 * Follows the fragment of the address: the language switch `a[data-locale-switch]` keeps it (any other link that
 * should carries `data-keep-fragment`); what it names is opened if it lies in closed details, and flashes (class
 * `is-reached`) even when the same link is used twice.
 */
(() => {
  /** @param {Document} document */
  function mount(document) {
    const follow = () => {
      for (const link of document.querySelectorAll("a[data-locale-switch], a[data-keep-fragment]")) {
        /** @type {HTMLAnchorElement} */ (link).hash = location.hash;
      }
      const target = document.getElementById(decode(location.hash.slice(1)));
      for (let at = target?.parentElement; at; at = at.parentElement) {
        if (at instanceof HTMLDetailsElement) {
          at.open = true;
        }
      }
      target?.classList.remove("is-reached");
      void target?.offsetWidth; // begins the animation anew
      target?.classList.add("is-reached");
    };
    addEventListener("hashchange", follow);
    document.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest?.('a[href*="#"]');
      if (link && /** @type {HTMLAnchorElement} */ (link).href === location.href) {
        follow();
      }
    });
    follow();
  }

  /** @param {string} fragment */
  function decode(fragment) {
    try {
      return decodeURIComponent(fragment);
    } catch {
      return fragment;
    }
  }

  mount(document);
})();
