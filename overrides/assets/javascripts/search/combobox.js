"use strict";
/**
 * Keys of a combobox: the focus stays in the field, and `aria-activedescendant` names the option that the arrows have
 * come to. Keys that belong to an input method are left to it.
 */
(() => {
  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list its `[role=option]` are the options
   */
  function makeCombobox(input, list) {
    /** @type {HTMLElement | null} */
    let active = null;
    let made = 0;
    let pending = false;
    const options = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=option]")]);

    const choose = (/** @type {HTMLElement | null | undefined} */ option) => {
      active?.setAttribute("aria-selected", "false");
      active = option ?? null;
      if (!active) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      active.id ||= `${list.id}-${++made}`;
      active.setAttribute("aria-selected", "true");
      active.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", active.id);
    };

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("input", () => (pending = false));
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
        return;
      }
      const all = options();
      const at = active ? all.indexOf(active) : -1;
      /** @type {Record<string, number>} */
      const goals = { ArrowDown: Math.min(at + 1, all.length - 1), ArrowUp: at - 1, Home: 0, End: all.length - 1 };
      const goal = goals[event.key];
      const isCaret = at < 0 && (event.key === "Home" || event.key === "End"); // nothing chosen: it moves in the field
      if (goal !== undefined && !isCaret) {
        event.preventDefault();
        choose(all[goal]);
      }
    });

    return {
      /** Options have come or gone. */
      renew() {
        const all = options();
        if (active && !all.includes(active)) {
          choose(null);
        }
        input.setAttribute("aria-expanded", String(all.length > 0));
        if (pending && all[0]) {
          pending = false;
          all[0].click();
        }
      },
      /**
       * Go to what is chosen, or to the first; if nothing has come yet, to what comes first.
       *
       * @param {{query: string, waiting: boolean}} state
       */
      go(state) {
        const goal = active ?? (state.query ? options()[0] : undefined);
        if (goal) {
          goal.click();
        } else {
          pending = Boolean(state.query) && state.waiting;
        }
      },
      /** Nothing more will come. */
      settle() {
        pending = false;
      },
    };
  }

  const exports = { makeCombobox };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();
