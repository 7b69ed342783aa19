"use strict";
/**
 * Words that a layer marks (`[data-layer]`), off by default: a button `[data-layer-switch=terms]` turns a layer on and
 * off. `html[data-layers]` names the layers that are on; the choice is remembered. Where a layer is on, its words are
 * links to what it says of them (`data-href`); where it is off they are plain text, also for the keyboard.
 */
(() => {
  const { recall, remember } = self.duizhao;

  /** @param {Document} document */
  function mount(document) {
    const root = document.documentElement;
    const switches = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-layer-switch]")]);
    const names = () => (root.dataset.layers ?? "").split(" ").filter(Boolean);
    const show = () => {
      const on = new Set(names());
      switches.forEach((b) => b.setAttribute("aria-pressed", String(on.has(b.dataset.layerSwitch ?? ""))));
      document.querySelectorAll("[data-layer]").forEach((mark) => apply(/** @type {HTMLElement} */ (mark), on));
    };
    document.addEventListener("click", (event) => {
      const button = /** @type {Element} */ (event.target).closest("[data-layer-switch]");
      const name = /** @type {HTMLElement | null} */ (button)?.dataset.layerSwitch;
      if (name) {
        const on = names();
        const wanted = on.includes(name) ? on.filter((other) => other !== name) : [...on, name];
        root.dataset.layers = wanted.join(" ");
        remember("layers", wanted.join(" "));
        show();
      }
    });
    addEventListener("storage", (event) => {
      if (event.key === "duizhao.layers") {
        root.dataset.layers = recall("layers");
        show();
      }
    });
    show();
  }

  /**
   * A mark as a link where its layer is on and it does not stand in a link already; else as plain text.
   *
   * @param {HTMLElement} mark
   * @param {Set<string>} on
   */
  function apply(mark, on) {
    const wanted = on.has(mark.dataset.layer ?? "") && !mark.parentElement?.closest("a, summary, label");
    if (wanted === (mark.localName === "a")) {
      return;
    }
    const made = mark.ownerDocument.createElement(wanted ? "a" : "span");
    for (const { name, value } of mark.attributes) {
      if (name !== "href") {
        made.setAttribute(name, value);
      }
    }
    if (wanted) {
      made.setAttribute("href", mark.dataset.href ?? "");
    }
    made.append(...mark.childNodes);
    mark.replaceWith(made);
  }

  mount(document);
})();
