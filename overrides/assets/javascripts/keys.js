"use strict";
/**
 * Left and right go to the page before and after (`rel=prev`, `rel=next`); `/`, `f` and `s` open the search. Not while
 * typing, not with a modifier, not where the arrows scroll. `[data-keys-switch]`, a checkbox, turns them off
 * (WCAG 2.1.4), and that is remembered.
 */
(() => {
  /**
   * What a key asks for, or null.
   *
   * @param {{key: string, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean, shiftKey?: boolean, isComposing?: boolean}} event
   * @returns {"prev" | "next" | "search" | null}
   */
  function actionOf(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      return null;
    }
    if (event.key === "/") {
      return "search"; // on some keyboards it is typed with Shift
    }
    if (!event.shiftKey && (event.key === "f" || event.key === "s")) {
      return "search";
    }
    const arrows = /** @type {Record<string, "prev" | "next">} */ ({ ArrowLeft: "prev", ArrowRight: "next" });
    return event.shiftKey ? null : arrows[event.key] ?? null;
  }

  /** @param {Document} document */
  function mount(document) {
    const { recall, remember } = self.duizhao;
    let off = recall("keys") === "off";
    document.addEventListener("keydown", (event) => {
      const action = actionOf(event);
      const target = /** @type {HTMLElement} */ (event.target);
      if (!action || event.defaultPrevented || off || isBusy(document, target, action)) {
        return;
      }
      const selector = action === "search" ? "[data-search-open]" : `a[rel~=${action}], link[rel~=${action}]`;
      const goal = document.querySelector(selector);
      if (goal instanceof HTMLLinkElement) {
        location.assign(addressOf(goal.href));
      } else if (goal) {
        event.preventDefault();
        /** @type {HTMLElement} */ (goal).click();
      }
    });
    const boxes = () => /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[data-keys-switch]"));
    boxes().forEach((box) => (box.checked = !off));
    document.addEventListener("change", (event) => {
      const box = /** @type {HTMLInputElement} */ (event.target);
      if (box.matches("[data-keys-switch]")) {
        off = !box.checked; // the box of the search is made later than this
        remember("keys", off ? "off" : "");
        boxes().forEach((one) => (one.checked = !off));
      }
    });
  }

  /**
   * A folder opened from a disk shows its files, not its page.
   *
   * @param {string} href
   */
  function addressOf(href) {
    return href.replace(/^(file:[^?#]*\/)(?=[?#]|$)/, "$1index.html");
  }

  /**
   * Does the key belong to somebody else?
   *
   * @param {Document} document
   * @param {HTMLElement} target
   * @param {string} action
   */
  function isBusy(document, target, action) {
    if (document.querySelector("dialog[open]")) {
      return true;
    }
    if (target.isContentEditable || target.closest?.("input, textarea, select, [role=slider], [role=tab]")) {
      return true;
    }
    for (let at = /** @type {HTMLElement | null} */ (target); action !== "search" && at; at = at.parentElement) {
      if (at !== document.body && at !== document.documentElement && at.scrollWidth > at.clientWidth + 1) {
        const flow = getComputedStyle(at).overflowX;
        if (flow === "auto" || flow === "scroll") {
          return true;
        }
      }
    }
    return false;
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { actionOf, addressOf };
  }
})();
