"use strict";
/**
 * Follows the fragment of the address: the language switch `a[data-locale-switch]` keeps it (any other link that
 * should carries `data-keep-fragment`); what it names is opened if it lies in closed details, and flashes (class
 * `is-reached`) even when the same link is used twice. Words with an id in each script (`f-57.1-3-hant`, `-hans`)
 * are found in the script that is shown.
 */
(() => {
  /** @param {Document} document */
  function mount(document) {
    const follow = () => {
      for (const link of document.querySelectorAll("a[data-locale-switch], a[data-keep-fragment]")) {
        /** @type {HTMLAnchorElement} */ (link).hash = location.hash;
      }
      const id = decode(location.hash.slice(1));
      const named = document.getElementById(id);
      const other = named && !named.closest("details:not([open])") && !named.getClientRects().length ? twin(document, id) : null;
      const target = other ?? named;
      other?.scrollIntoView();
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

  /**
   * The same words in the other script.
   *
   * @param {Document} document
   * @param {string} id
   */
  function twin(document, id) {
    const [, words, script] = /^(f-.+)-(hant|hans)$/.exec(id) ?? [];
    return words ? document.getElementById(`${words}-${script === "hant" ? "hans" : "hant"}`) : null;
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
